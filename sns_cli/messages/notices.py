"""Sentences of the room `notices`: comments on proposals, and a run's summary."""

from sns_cli.messages import Text

_COMMENT: dict[str, Text] = {
    "notice-heading": Text(
        ja="投稿「{post}」({path})の状況をお知らせします。",
        en='This is what became of the post "{post}" ({path}).',
    ),
    "notice-line": Text(ja="{account}: {state}", en="{account}: {state}"),
    "notice-not-sent-here": Text(
        ja="投稿そのものについて: {state}", en="The post itself: {state}"
    ),
    "notice-doubt-who": Text(
        ja="確かめて決めるのは、このアカウントの運用管理者({manager})です。"
        "サービスの画面でこの投稿があるかを見て、次のどちらかで結果を記録してください。"
        "記録されるまで、この投稿は送り直されません。",
        en="The manager of the account ({manager}) looks and decides: see at the "
        "service whether this post is there, and record what you find in one of these "
        "two ways. Until then it is not sent again.",
    ),
    "notice-doubt-page": Text(
        ja="手元に sns がない場合は、保管場所の Actions の画面で publish を開き、"
        "Run workflow を押して、post に {post}、account に {account}、outcome に"
        "見た結果(published か not-sent)、url に公開されていた投稿のURLを入れます。",
        en="Without sns at hand, open publish on the Actions page of the repository, "
        "press Run workflow, and give {post} as post, {account} as account, what you "
        "saw as outcome (published or not-sent) and the address, if it is public, as "
        "url.",
    ),
    "notice-doubt-found": Text(ja="投稿のURL", en="URL of the post"),
    "notice-edit": Text(
        ja="直すファイル: {path}(直したら、新しい案としてもう一度承認を受けてください)",
        en="The file to change: {path} (then have it approved as a new proposal).",
    ),
    "notice-footer": Text(
        ja="この知らせは sns が自動で書きました。同じ知らせは繰り返しません。",
        en="Written by sns. The same is not said twice.",
    ),
}
_FAILURES: dict[str, Text] = {
    "notices-not-written": Text(
        ja="お知らせ {count} 件を書けなかったか、書いてあるか確かめられませんでした。"
        "公開の結果には影響しません。{why}",
        en="{count} notices could not be written, or not be looked up; what was "
        "published is not affected. {why}",
    ),
    "notice-setting-malformed": Text(
        ja="環境変数 {name} の形が正しくありません。作業の設定を確認してください。",
        en="The environment variable {name} is malformed. Check the workflow.",
    ),
    "notice-host-silent": Text(
        ja="保管場所から返事がありません({reason})。",
        en="The host of the repository does not answer ({reason}).",
    ),
    "notice-host-failed": Text(
        ja="保管場所がお知らせを受け付けません(HTTP {status})。"
        "GITHUB_REPOSITORY と GITHUB_API_URL を確認してください。",
        en="The host of the repository does not take notices (HTTP {status}). "
        "Check GITHUB_REPOSITORY and GITHUB_API_URL.",
    ),
    "notice-rate-limited": Text(
        ja="保管場所の利用回数の上限に達しました(HTTP {status})。",
        en="The host's limit of requests is reached (HTTP {status}).",
    ),
    "notice-token-refused": Text(
        ja="GITHUB_TOKEN が断られました(HTTP {status})。作業の設定を確認してください。",
        en="GITHUB_TOKEN was refused (HTTP {status}). Check the workflow.",
    ),
    "notice-refused": Text(
        ja="保管場所が断りました(HTTP {status})。作業の permissions に "
        "pull-requests: write と issues: write があるか確認してください。",
        en="The host refused it (HTTP {status}). Check that the workflow's permissions "
        "hold pull-requests: write and issues: write.",
    ),
    "notice-answer-odd": Text(
        ja="保管場所の返事を読めません。",
        en="The host's answer cannot be read.",
    ),
    "notices-too-slow": Text(
        ja="{seconds} 秒たったため、お知らせを打ち切りました。",
        en="Telling was ended after {seconds} seconds.",
    ),
    "notices-too-many": Text(
        ja="1回の実行で書くのは {limit} 件までです。残りは次の実行で書きます。",
        en="At most {limit} are written in one run; the next run goes on.",
    ),
    "notices-stopped": Text(
        ja="実行を終えるよう求められたため、お知らせを打ち切りました。",
        en="Telling was ended, since the run was asked to end.",
    ),
    "publish-steps": Text(
        ja="送信と記録を進めています: 書き込み", en="Sending and recording: write"
    ),
    "summary-not-written": Text(
        ja="結果のまとめを {path} に書けませんでした({detail})。"
        "公開の結果には影響しません。",
        en="The summary could not be written to {path} ({detail}). What was published "
        "is not affected.",
    ),
}
_SUMMARY: dict[str, Text] = {
    "summary-title": Text(ja="公開の結果", en="What was published"),
    "summary-title-plan": Text(ja="公開の予定", en="What would be published"),
    "summary-post": Text(ja="投稿", en="Post"),
    "summary-account": Text(ja="アカウント", en="Account"),
    "summary-state": Text(ja="状態", en="State"),
    "summary-why": Text(ja="日時・理由", en="When, why"),
    "summary-address": Text(ja="掲載先", en="Address"),
    "summary-todo": Text(ja="人がすること", en="What people must do"),
    "summary-notes": Text(ja="この実行について", en="About this run"),
    "summary-more": Text(
        ja="ほかに {count} 件あります。", en="There are {count} more."
    ),
    "summary-cost": Text(
        ja="{account}: 今月の費用は {spent} ドルです(協定世界時の月)。",
        en="{account}: {spent} dollars this month (UTC).",
    ),
    "summary-cost-of": Text(
        ja="{account}: 今月の費用は {spent} ドル、予算は {budget} ドルです"
        "(協定世界時の月)。",
        en="{account}: {spent} of {budget} dollars this month (UTC).",
    ),
}

TEXTS: dict[str, Text] = {**_COMMENT, **_FAILURES, **_SUMMARY}
