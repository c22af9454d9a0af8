"""Sentences of the room `watch`: acknowledging, confirming, calling for people."""

from sns_cli.messages import Text

_ACKNOWLEDGING: dict[str, Text] = {
    "acknowledge-choose": Text(
        ja="投稿のアドレスか --profile の、どちらか1つを指定してください。"
        "例: sns acknowledge x https://x.com/example_lib/status/123 --reason …",
        en="Give either the address of a post or --profile. Example: sns acknowledge x "
        "https://x.com/example_lib/status/123 --reason …",
    ),
    "acknowledge-no-reason": Text(
        ja="--reason に、承知する理由を1行で書いてください"
        "(--document は空にできません)。",
        en="Say in --reason on one line why it is in order (--document must not be "
        "empty).",
    ),
    "acknowledge-ours": Text(
        ja="{url} は、この仕組みから承認を受けて公開した投稿です。何も変えていません。"
        "別の投稿のことなら、そのアドレスを指定してください。",
        en="{url} was approved and published from here. Nothing was changed. If "
        "another post is meant, give its address.",
    ),
    "acknowledged-before": Text(
        ja="{url} は、{on} に承知したと記録されています。何も変えていません。"
        "別の投稿のことなら、そのアドレスを指定してください。",
        en="{url} was acknowledged before ({on}). Nothing was changed. If another post "
        "is meant, give its address.",
    ),
    "profile-never-seen": Text(
        ja="アカウント {account} のプロフィールは、まだ記録されていません。"
        "先に sns verify を実行してください(ふだんは watch が毎日行います)。",
        en="No profile of the account {account} is on record yet. Run `sns verify` "
        "first; the watch does so every day.",
    ),
    "profile-in-order": Text(
        ja="アカウント {account} のプロフィールは、承知済みのとおりです。"
        "いま変えたばかりなら、先に sns verify を実行してください。"
        "何も変えていません。",
        en="The profile of the account {account} is as it was acknowledged. If it was "
        "changed just now, run `sns verify` first. Nothing was changed.",
    ),
    "acknowledge-profile": Text(
        ja="アカウント {account} のプロフィールの、次の変更を承知します:",
        en="Acknowledges these changes of the profile of the account {account}:",
    ),
}
_ALARM: dict[str, Text] = {
    "alarm-title": Text(
        ja="公式アカウントについて、人の確認が必要です",
        en="The official accounts: somebody has to look",
    ),
    "alarm-intro": Text(
        ja="sns が見つけた、人が確かめることの一覧です。見出しごとに、だれが、何を"
        "するかを書いています。片づいたものは自動で消え、すべて片づくと自動で閉じます。"
        "手で閉じても、片づいていなければ、また開きます。",
        en="This is what sns found and a person has to look at: each heading says who "
        "does what. What is settled goes away by itself, and the issue closes when "
        "nothing is left. Closed by hand, it opens again while something stands.",
    ),
    "alarm-more": Text(
        ja="ほかに {count} 件あります。sns status と sns verify で見られます。",
        en="There are {count} more; see `sns status` and `sns verify`.",
    ),
    "alarm-added": Text(ja="新しく見つかったことがあります。", en="Something new:"),
    "alarm-fewer": Text(
        ja="片づいたことがあります。残っていることは上の一覧にあります。",
        en="Something was settled. What is left stands above.",
    ),
    "alarm-over": Text(
        ja="確かめることは、すべて片づきました。閉じます。",
        en="Everything is settled; closing.",
    ),
    "alarm-twice": Text(
        ja="同時に2つ開いていました。続きは #{number} に書きます。",
        en="Two were opened at the same moment; #{number} goes on.",
    ),
    "alarm-manager": Text(
        ja="確かめる人: 運用管理者 {people}", en="Who looks: the manager, {people}"
    ),
    "alarm-directors": Text(
        ja="確かめる人: 館長 {people}", en="Who looks: the director, {people}"
    ),
    "alarm-reason": Text(ja="理由", en="REASON"),
    "alarm-blocked": Text(
        ja="認められない変更があるため、投稿がすべて止まっています",
        en="A refused change stops all publishing",
    ),
    "alarm-blocked-todo": Text(
        ja="何が認められていないかを見て、元に戻してください(館長の鍵が要ります)。"
        "心当たりのない変更なら、だれが入れたかも確かめてください。",
        en="See what was refused and put it back, which takes the director's key. If "
        "nobody knows of the change, find out who made it.",
    ),
    "alarm-in-doubt": Text(
        ja="{account} の投稿 {post}: 公開されたかどうか分かりません",
        en="{account}, post {post}: it may or may not be public",
    ),
    "alarm-in-doubt-todo": Text(
        ja="サービスの画面でこの投稿があるかを見て、次のどちらかで結果を記録して"
        "ください。記録されるまで、この投稿は送り直されません。",
        en="See at the service whether this post is there, and record what you find in "
        "one of these two ways. Until then it is not sent again.",
    ),
    "alarm-broken": Text(
        ja="{account} の投稿 {post}: 記録が壊れています",
        en="{account}, post {post}: its record is broken",
    ),
    "alarm-broken-todo": Text(
        ja="送られません。情報担当に archive/ の記録を見てもらってください。",
        en="It is not sent. Have the maintainer look at its record in archive/.",
    ),
    "alarm-overdue": Text(
        ja="{account} の投稿 {post}: 出る時刻を24時間過ぎても出ていません",
        en="{account}, post {post}: overdue by more than 24 hours",
    ),
    "alarm-overdue-todo": Text(
        ja="何を待っているかを見てください。出さないことにするなら、取りやめを起案"
        "します。",
        en="See what it waits for. If it is not to go out any more, withdraw it.",
    ),
    "alarm-differs": Text(
        ja="{account} の投稿 {post}: 公開されている文が、承認された文と違います",
        en="{account}, post {post}: what is public is not what was approved",
    ),
    "alarm-differs-todo": Text(
        ja="サービスの画面で確かめ、だれが変えたか調べてください。心当たりがなければ、"
        "乗っ取りとして手引きのとおりに動いてください。訂正か取り下げを起案します。",
        en="Look at the service and find out who changed it. If nobody did, follow the "
        "guide for a takeover. Then draft a correction, or have it taken down.",
    ),
    "alarm-missing": Text(
        ja="{account} の投稿 {post}: 公開したのに見当たりません",
        en="{account}, post {post}: it was published and is not there any more",
    ),
    "alarm-missing-todo": Text(
        ja="だれが消したか、サービスに消されたのかを確かめてください。消したままで"
        "よければ、取り下げとして起案すると記録されます。",
        en="Find out who deleted it, or whether the service did. If it is to stay so, "
        "have it taken down properly, which puts it on record.",
    ),
    "alarm-again": Text(
        ja="{account} の投稿 {post}: 取り下げたのに、また見えています",
        en="{account}, post {post}: it was taken down and shows again",
    ),
    "alarm-again-todo": Text(
        ja="サービスの画面で確かめ、見えていれば削除してください。",
        en="Look at the service and delete it there.",
    ),
    "alarm-stranger": Text(
        ja="{account}: この仕組みから出していない投稿があります",
        en="{account}: there is a post that did not come from here",
    ),
    "alarm-stranger-todo": Text(
        ja="だれが出したか確かめてください。手で行った転送なら、館長が承知すると次から"
        "知らせません。心当たりがなければ乗っ取りです。すべて止め、パスワードと接続の鍵を"
        "すぐに変え、手引き(docs/administrator.md の「乗っ取り・なりすまし」)のとおりに"
        "動いてください。",
        en="Find out who made it. If it was passed on by hand, the director "
        "acknowledges it. If nobody did, the account was taken over: stop everything, "
        "change the password and the keys at once, and follow the guide "
        "(docs/administrator.en.md, takeover).",
    ),
    "alarm-profile": Text(
        ja="{account}: プロフィールが変わっています",
        en="{account}: the profile has changed",
    ),
    "alarm-profile-todo": Text(
        ja="だれが変えたか確かめてください。正しい変更なら、館長が承知すると次から"
        "知らせません。心当たりがなければ乗っ取りです。すべて止め、パスワードと接続の鍵を"
        "すぐに変え、手引き(docs/administrator.md の「乗っ取り・なりすまし」)のとおりに"
        "動いてください。",
        en="Find out who did it. If it is in order, the director acknowledges it. If "
        "nobody did, the account was taken over: stop everything, change the password "
        "and the keys at once, and follow the guide (docs/administrator.en.md, "
        "takeover).",
    ),
    "alarm-wrong-account": Text(
        ja="{account}: 接続の鍵が、別のアカウントのものです",
        en="{account}: the keys are those of another account",
    ),
    "alarm-wrong-account-todo": Text(
        ja="このアカウントには何も送られません。アカウント名を変えたなら sns.toml の "
        "handle を、そうでなければ接続の鍵を直してください。心当たりがなければ、"
        "乗っ取りとして手引きのとおりに動いてください。",
        en="Nothing is sent there. If the account was renamed, change `handle` in "
        "sns.toml; else put the keys right. If nobody knows why, follow the guide for "
        "a takeover.",
    ),
    "alarm-not-raised": Text(
        ja="人を呼ぶお知らせ(Issue)を書けませんでした。実行の結果には影響しません。"
        "置き場所の設定で Issues が有効か確認してください。{why}",
        en="The issue that calls for people could not be written; the run's result is "
        "not affected. Check that issues are enabled at the host. {why}",
    ),
}
_CONFIRMING: dict[str, Text] = {
    "confirm-no-post": Text(
        ja="確かめる投稿の番号を指定してください。番号は sns status で見られます。",
        en="Give the id of the post; `sns status` shows it.",
    ),
    "confirm-who": Text(
        ja="だれが確かめたのかが分かりません。何も記録していません。"
        "確かめた人を --by で指定してください(館長は --key でも構いません): {known}",
        en="Nobody can tell who looked, so nothing was recorded. Name the person with "
        "--by (a director may give --key instead): {known}",
    ),
    "confirm-nothing": Text(
        ja="投稿 {post} は、どのアカウントでも公開されていません。番号と宛先を "
        "sns status で確かめてください。",
        en="Nothing of the post {post} is public. Check its id and account with "
        "`sns status`.",
    ),
    "confirm-not-public": Text(
        ja="{post} → {account} は、いま公開されている状態ではありません({state})。"
        "何も記録していません。sns status で確かめてください。",
        en="{post} → {account} is not public any more ({state}). Nothing was recorded; "
        "see `sns status`.",
    ),
    "confirm-approved": Text(ja="承認された文:", en="Approved:"),
    "confirm-public": Text(ja="いま公開されている文:", en="Public now:"),
    "confirm-same": Text(
        ja="いま公開されている文: 読み返しました。承認のとおりです。",
        en="Public now: read back; as approved.",
    ),
    "confirm-look-yourself": Text(
        ja="いま公開されている文: 読み返せません。"
        "上のアドレスを開いて見比べてください。{why}",
        en="Public now: it cannot be read back. Open the address above and compare. "
        "{why}",
    ),
    "confirm-pictures": Text(
        ja="画像 {count} 枚は読み返しません。アドレスを開いて目で確かめてください。",
        en="{count} pictures are not read back. Open the address and look at them.",
    ),
    "confirm-before": Text(
        ja="{person} が {at} に確かめたと記録されています。",
        en="{person} confirmed it before ({at}).",
    ),
    "confirm-not-as-approved": Text(
        ja="承認のとおりではないため、記録していません。サービスの画面で確かめ、"
        "訂正(sns correct)か取り下げ(sns retract)を起案してください。",
        en="It is not as approved, so nothing was recorded. Look at the service, then "
        "draft a correction (`sns correct`) or have it taken down (`sns retract`).",
    ),
    "confirm-done-before": Text(
        ja="すでに確かめたと記録されています。新しくは何も記録していません。",
        en="It was confirmed before. Nothing new was recorded.",
    ),
    "confirm-question": Text(
        ja="承認のとおり公開されていると記録しますか",
        en="Record that what is public is as approved?",
    ),
    "confirm-declined": Text(ja="何も記録していません。", en="Nothing was recorded."),
    "confirm-recorded": Text(
        ja="記録しました({person}): {path}", en="Recorded ({person}): {path}"
    ),
}

TEXTS: dict[str, Text] = {**_ACKNOWLEDGING, **_ALARM, **_CONFIRMING}
