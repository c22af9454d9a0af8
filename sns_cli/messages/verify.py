"""Sentences of the room `verify`: what the services show of what was published."""

from sns_cli.messages import Text

_REASONS: dict[str, Text] = {
    "verify-differs": Text(
        ja="公開されている文が、承認された文と違います。いま見えている文: {text} "
        "サービスの画面で確かめ、心当たりがなければ情報担当に知らせてください。"
        "訂正は sns correct、取り下げは sns retract で起案します。",
        en="What is public is not what was approved. It reads: {text} Look at the "
        "service, and tell the maintainer if nobody knows why. Draft a correction with "
        "`sns correct`, or have it taken down with `sns retract`.",
    ),
    "verify-missing": Text(
        ja="公開したはずの投稿が見当たりません。サービスの画面で消していないか、"
        "サービスに消されていないか確かめてください。自動では送り直しません。",
        en="The post was published and is not there any more. Find out whether "
        "somebody or the service deleted it. It is never sent again by itself.",
    ),
    "verify-public-again": Text(
        ja="取り下げた投稿が、また見えています。サービスの画面で確かめて、"
        "見えていれば削除してください。",
        en="A post that was taken down shows again. Look at the service and delete it "
        "there.",
    ),
    "verify-too-young": Text(
        ja="20分以内の出来事のため、まだ画面に反映されていないことがあります。"
        "あとで確かめます。",
        en="It happened less than 20 minutes ago and may not show yet. A later run "
        "tells.",
    ),
    "verify-being-taken-down": Text(
        ja="見当たりませんが、取り下げの依頼が承認されています。取り下げの途中か、"
        "このあと取り下げとして記録されます。",
        en="It does not show, and a request to take it down is approved: it is being "
        "taken down, or will be recorded so by the next run.",
    ),
    "verify-out-of-reach": Text(
        ja="古い投稿のため、サービスの一覧には出てきません"
        "(X は新しいほうから約3200件まで)。あるともないとも言えません。",
        en="The service's list does not reach back that far (X: about the newest 3,200 "
        "posts). It cannot be told whether the post is there.",
    ),
    "verify-no-answer": Text(
        ja="アカウント {account} の投稿一覧を読めません({detail})。"
        "もう一度実行してください。",
        en="The posts of the account {account} cannot be read ({detail}). Run again.",
    ),
    "verify-account-gone": Text(
        ja="アカウント {account} は sns.toml にもうないため、確かめられません。",
        en="The account {account} is no longer in sns.toml, so nobody can look.",
    ),
    "verify-stopped": Text(
        ja="終えるよう求められたため、確かめていません。次の実行で確かめます。",
        en="It was not looked at, since the run was asked to end. The next run does.",
    ),
    "verify-would-write-more": Text(
        ja="ほかに {count} 件の記録も書き込めませんでした。",
        en="{count} more records could not be written either.",
    ),
}
_REPORT: dict[str, Text] = {
    "seen-differs": Text(ja="相違あり", en="differs"),
    "seen-missing": Text(ja="見当たりません", en="missing"),
    "seen-unknown": Text(ja="不明", en="unknown"),
    "verify-title": Text(ja="公開した投稿の確認", en="Published posts"),
    "verify-nothing": Text(
        ja="確かめる投稿はありません。", en="There is nothing to verify."
    ),
    "verify-summary": Text(
        ja="公開した投稿 {count} 件を確かめました: 一致 {ok}、相違 {differs}、"
        "見当たらない {missing}、不明 {unknown}",
        en="Verified {count} published posts: {ok} as approved, {differs} differ, "
        "{missing} missing, {unknown} unknown",
    ),
    "verify-recorded": Text(
        ja="変わったことを archive/ に {count} 件記録しました。",
        en="Recorded {count} changes in archive/.",
    ),
    "verify-stranger": Text(
        ja="アカウント {account} に、この仕組みから出していない投稿があります: {url} "
        "「{text}」 だれが出したか確かめてください。"
        "心当たりがなければ、パスワードと接続の鍵をすぐに変えてください。",
        en="There is a post on the account {account} that did not come from here: "
        '{url} "{text}" Find out who made it. If nobody did, change the password and '
        "the keys at once.",
    ),
    "verify-profile": Text(
        ja="アカウント {account} のプロフィールが変わっています。だれが変えたか確かめて"
        "ください。心当たりがなければ、パスワードと接続の鍵をすぐに変えてください。"
        "正しい変更なら、館長が sns acknowledge {account} --profile で承知します。",
        en="The profile of the account {account} has changed. Find out who did it; if "
        "nobody did, change the password and the keys at once. If it is in order, the "
        "director runs `sns acknowledge {account} --profile`.",
    ),
    "profile-value": Text(
        ja="{what}: 「{accepted}」→「{seen}」", en='{what}: "{accepted}" → "{seen}"'
    ),
    "profile-handle": Text(ja="アカウント名", en="handle"),
    "profile-name": Text(ja="表示名", en="display name"),
    "profile-biography": Text(ja="紹介文", en="biography"),
    "profile-address": Text(ja="リンク先", en="address"),
    "verify-acknowledged": Text(
        ja="アカウント {account} の {url} は、この仕組みから出していませんが、館長が"
        "承知しています({on}、{reason})。",
        en="{url} on the account {account} did not come from here, and the director "
        "knows of it ({on}: {reason}).",
    ),
    "since-malformed": Text(
        ja="「{value}」は日付として読めません。例: 2026-12-01",
        en='"{value}" is not a date. Example: 2026-12-01',
    ),
    "verify-reading": Text(ja="投稿を読み返しています", en="Reading posts back"),
    "delivery-missing-now": Text(
        ja="公開後に見当たらなくなりました。サービスの画面で確かめてください。",
        en="It was published and is not there any more. Look at the service.",
    ),
    "delivery-differs-now": Text(
        ja="公開されている文が、承認された文と違います。"
        "サービスの画面で確かめてください。",
        en="What is public is not what was approved. Look at the service.",
    ),
}

TEXTS: dict[str, Text] = {**_REASONS, **_REPORT}
