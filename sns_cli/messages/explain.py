"""Sentences of the room `explain`: the story of one post, for an auditor."""

from sns_cli.messages import Text

_HEADINGS: dict[str, Text] = {
    "explain-title": Text(
        ja="投稿「{title}」(番号 {id})の記録", en='The record of "{title}" (id {id})'
    ),
    "explain-drafted": Text(ja="起案", en="Drafted"),
    "explain-approval": Text(ja="承認", en="Approved"),
    "explain-changes": Text(
        ja="この投稿に触れた変更(古い順)", en="Every change that touched it, in order"
    ),
    "explain-files": Text(
        ja="内容の指紋(1文字でも違えば、まったく別の値になります)",
        en="Fingerprints of the content (any other content has another one)",
    ),
    "explain-sent": Text(ja="送信", en="Sent"),
    "explain-start": Text(ja="信頼の起点", en="Where trust starts"),
    "explain-by-hand": Text(
        ja="sns を使わずに確かめる方法", en="How to check it without sns"
    ),
}
_OUTCOMES: dict[str, Text] = {
    "explain-approved": Text(
        ja="○ いまの内容は承認されています。", en="○ Its present content is approved."
    ),
    "explain-not-approved": Text(
        ja="× いまの内容は承認されていません。",
        en="× Its present content is not approved.",
    ),
    "explain-withdrawn": Text(
        ja="－ この投稿のファイルは、もう main にありません。",
        en="－ Its file is no longer on main.",
    ),
    "explain-still-public": Text(
        ja="－ 公開したものは、サービスに残っています(消すには sns retract)。",
        en="－ What was published is still at the service (`sns retract` takes it "
        "down).",
    ),
    "explain-retracted": Text(
        ja="－ 公開したあとで、サービスから取り下げられています。",
        en="－ It was taken down from the service after it was published.",
    ),
    "explain-removed-by": Text(
        ja="{who} が {at} に取り除きました(変更 {commit})。",
        en="Removed by {who} on {at} (change {commit}).",
    ),
    "explain-gone": Text(
        ja="main にないため、いま承認されているものはありません。"
        "下の変更の一覧に、いつだれが取り除いたかがあります。",
        en="It is not on main, so that nothing of it is approved now. The changes "
        "below tell who removed it and when.",
    ),
    "explain-introduced": Text(
        ja="信頼の起点より前からあったものは、だれが承認したか分かりません。",
        en="Who approved what was there before trust starts cannot be told.",
    ),
    "explain-no-draft": Text(
        ja="案として出された記録はありません。", en="It was never proposed."
    ),
    "explain-proposed": Text(
        ja="{at} に案が作られました(作成者の名乗り: {name} <{mail}>)。",
        en="First proposed on {at} (its author calls itself {name} <{mail}>).",
    ),
    "explain-claims": Text(
        ja="{name}(名乗りだけで、本人である証明はありません)",
        en="{name} (only a name; nothing proves it)",
    ),
}
_APPROVAL: dict[str, Text] = {
    "explain-by": Text(
        ja="{who} が {at} に承認しました(変更 {commit})。",
        en="Approved by {who} on {at} (change {commit}).",
    ),
    "explain-evidence-signature": Text(
        ja="証拠: 電子署名。鍵 {fingerprint} を持つ人だけが作れ、内容が1文字でも"
        "違えば合いません。その鍵は、承認のときの sns.toml に本人のものとして"
        "載っていました。",
        en="Evidence: a digital signature. Only the holder of the key {fingerprint} "
        "can make it, and it fits no other content. At the time sns.toml named the key "
        "as that person's.",
    ),
    "explain-evidence-sign-off": Text(
        ja="証拠: 署名欄の文字だけ。だれでも書けるため、"
        "本人が承認した証明にはなりません(練習用の設定です)。",
        en="Evidence: the words of the sign-off alone. Anybody can write "
        "them; they prove nothing (a setting for training).",
    ),
    "explain-evidence-platform": Text(
        ja="証拠: 置き場所(GitHub など)が、この人が承認したと述べた記録。"
        "置き場所を信じる限りでの証拠です。",
        en="Evidence: the host's word that this person approved. It "
        " proves as much as the host is trusted.",
    ),
    "explain-own-right": Text(ja="権限: 館長として。", en="Authority: as director."),
    "explain-grant": Text(
        ja="権限: 事前承認「{grant}」({first} から {last} まで、文書 {document})。",
        en='Authority: the grant "{grant}" ({first} to {last}, document {document}).',
    ),
    "explain-edited": Text(
        ja="承認のときに、承認した人が直した箇所があります: {paths}",
        en="The approver edited while approving: {paths}",
    ),
    "explain-confirmed": Text(
        ja="承認した人が確かめたと記録したこと:",
        en="On record as looked into by the approver:",
    ),
    "explain-finding": Text(
        ja="検査の指摘「{rule}」", en='the finding of the rule "{rule}"'
    ),
}
_CHANGES: dict[str, Text] = {
    "explain-touch": Text(
        ja="{at}  {who}  (変更 {commit})", en="{at}  {who}  (change {commit})"
    ),
    "explain-deed-present": Text(ja="{path} がありました", en="{path} was there"),
    "explain-deed-added": Text(ja="{path} を加えました", en="added {path}"),
    "explain-deed-changed": Text(ja="{path} を変えました", en="changed {path}"),
    "explain-deed-removed": Text(ja="{path} を取り除きました", en="removed {path}"),
    "explain-deed-renamed": Text(
        ja="{path} の名前を {new} に変えました", en="renamed {path} to {new}"
    ),
    "explain-deed-approved": Text(
        ja="{path} を、そのままの内容で承認しました", en="approved {path} as it stood"
    ),
    "explain-brought": Text(
        ja="案の作成者(名乗り): {people}", en="proposed by (a name only): {people}"
    ),
    "explain-accepted": Text(ja="○ 認められます。", en="○ It counts."),
    "explain-refused": Text(ja="× 認められません: {why}", en="× It counts not: {why}"),
    "explain-not-sent": Text(
        ja="まだ、どこにも送っていません。", en="It was not sent anywhere."
    ),
    "explain-asks": Text(
        ja="これは投稿「{post}」の取り下げを求めるもので、文としては送りません。"
        "取り下げたときの記録: sns authenticate --explain {post}",
        en='It asks to take down the post "{post}" and is not sent itself. What became '
        "of that: `sns authenticate --explain {post}`",
    ),
    "explain-asked-by": Text(
        ja="取り下げの求め: 投稿「{post}」(だれが承認したか: "
        "sns authenticate --explain {post})",
        en='Asked to be taken down by the post "{post}" (who approved that: `sns '
        "authenticate --explain {post}`)",
    ),
    "explain-sent-same": Text(
        ja="上の内容から送りました(承認者として記録: {by})。",
        en="Sent from the content above (approved by, on record: {by}).",
    ),
    "explain-sent-other": Text(
        ja="いまとは違う、前の内容から送りました(承認者として記録: {by})。",
        en="Sent from an earlier content, not from the present one (approved by, on "
        "record: {by}).",
    ),
}
_CHECKS: dict[str, Text] = {
    "explain-pinned": Text(
        ja="変更 {introduction} から {head} まで(起点は、外から指定された値です)。",
        en="From change {introduction} to {head} (given from outside).",
    ),
    "explain-unpinned": Text(
        ja="変更 {introduction} から {head} まで。起点が外から指定されていないため、"
        "記録の持ち主を信じる限りでの証明です。紙の控えと照らしてください。",
        en="From change {introduction} to {head}. It was not given from outside, so "
        "that all this proves no more than whoever keeps the repository is trusted. "
        "Compare it with the copy on paper.",
    ),
    "by-hand-start": Text(
        ja="起点が、紙の控えと同じか: {expected}",
        en="The introduction is the one on paper: {expected}",
    ),
    "by-hand-signature": Text(
        ja="署名が本物か(「Good」と出て、鍵が {expected} であること):",
        en='The signature is good (it says "Good", and the key is {expected}):',
    ),
    "by-hand-settings": Text(
        ja="その鍵が、その前に最後に認められた sns.toml に載っていたか:",
        en="The sns.toml last accepted before it named the key:",
    ),
    "by-hand-platform": Text(
        ja="置き場所の記録が保存されているか:",
        en="The host's word is on record:",
    ),
    "by-hand-approved": Text(
        ja="承認された変更での内容(次の値が出ること): {expected}",
        en="The content in the change that was approved (this comes out): {expected}",
    ),
    "by-hand-content": Text(
        ja="いまの内容(次の値が出ること): {expected}",
        en="The present content (this comes out): {expected}",
    ),
    "by-hand-removed": Text(
        ja="この変更が取り除いたか(「{expected}」と出ること):",
        en='This change took it away (it says "{expected}"):',
    ),
    "by-hand-sent": Text(
        ja="送る前に固定した文と、その承認の記録:",
        en="The text frozen before it was sent, with its approval:",
    ),
}

TEXTS: dict[str, Text] = {
    **_HEADINGS,
    **_OUTCOMES,
    **_APPROVAL,
    **_CHANGES,
    **_CHECKS,
}
