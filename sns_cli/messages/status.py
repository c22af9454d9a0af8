"""Sentences of the room `status`: why a post stands where it does, and what to do."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "status-post": Text(ja="投稿", en="Post"),
    "status-state": Text(ja="状態", en="State"),
    "status-details": Text(ja="くわしく", en="Details"),
    "status-approved": Text(
        ja="{by} が {at} に承認しました(証拠: {evidence})。",
        en="Approved by {by} on {at} (evidence: {evidence}).",
    ),
    "status-time-unknown": Text(ja="(日時不明)", en="(time unknown)"),
    "status-refused": Text(
        ja="{why} 承認できる人: {people}", en="{why} May be approved by: {people}"
    ),
    "status-not-on-main": Text(
        ja="案です。まだ館長に出ていないか、承認を待っています。",
        en="A draft: not proposed yet, or waiting for the director's approval.",
    ),
    "status-granted": Text(
        ja="{name}(事前承認 {grant} の範囲)", en="{name} (within the grant {grant})"
    ),
    "status-due": Text(
        ja="次の公開の処理(sns publish)で出ます。",
        en="The next run of sns publish sends it.",
    ),
    "status-heading-request": Text(ja="取り下げの求め", en="request to take down"),
    "status-heading-stuck": Text(
        ja="このままでは出ません", en="never goes out as it is"
    ),
    "status-heading-taken-down": Text(ja="取り下げ済み", en="taken down"),
    "status-to-be-taken-down": Text(
        ja="次の公開の処理(sns publish)で、投稿 {id} をサービスから取り下げます"
        "(開館時間の外でも、停止中でも)。",
        en="The next run of sns publish takes the post {id} down at the service, at "
        "any hour and under any pause.",
    ),
    "status-was-taken-down": Text(
        ja="投稿 {id} を取り下げました。", en="The post {id} was taken down."
    ),
    "status-nothing-to-take-down": Text(
        ja="投稿 {id} は公開されていません。この求めがある間は、公開されません。",
        en="The post {id} is not public, and does not go out while this request "
        "stands.",
    ),
    "status-gone": Text(
        ja="投稿が取りやめられたため、送りません。",
        en="It was withdrawn, so it is not sent.",
    ),
    "status-claimed": Text(
        ja="いま送っているところか、途中で止まっています。"
        "20分たつと、次の公開の処理が公開されたかどうかを確かめます。",
        en="It is being sent, or was interrupted. After 20 minutes the next run looks "
        "whether it is public.",
    ),
    "status-not-sent": Text(
        ja="送れませんでした({reason})。公開されていないことは確かです。"
        "あとの公開の処理でもう一度送ります。",
        en="It could not be sent ({reason}) and is certainly not public. A later run "
        "sends it again.",
    ),
    "status-rejected": Text(
        ja="サービスに断られました({reason})。公開されていません。"
        "原稿を直して、もう一度承認を受けてください。",
        en="The service refused it ({reason}); it is not public. Change the post and "
        "have it approved again.",
    ),
    "status-in-doubt": Text(
        ja="公開されたかどうか分かりません({reason})。自動では送り直しません。"
        "{account} の画面を開き、出ていれば"
        "「sns resolve {post} {account} --published 投稿のアドレス」、"
        "出ていなければ「sns resolve {post} {account} --not-sent」を"
        "実行してください。",
        en="It is not known whether it is public ({reason}); it is never sent again "
        "by itself. Look at {account}. If it is there, run `sns resolve {post} "
        "{account} --published URL`; if not, `sns resolve {post} {account} "
        "--not-sent`.",
    ),
    "event-claimed": Text(ja="送り始めました", en="sending began"),
    "event-published": Text(ja="公開されました", en="published"),
    "event-not-sent": Text(ja="送れませんでした", en="not sent"),
    "event-rejected": Text(ja="断られました", en="refused by the service"),
    "event-in-doubt": Text(ja="公開されたか不明になりました", en="in doubt"),
    "event-confirmed": Text(
        ja="公開されている文が承認どおりと確かめました", en="found as approved"
    ),
    "event-differs": Text(
        ja="公開されている文が承認と違っていました", en="found to differ"
    ),
    "event-missing": Text(ja="公開した投稿が見当たりませんでした", en="not found"),
    "event-retracted": Text(ja="取り下げました", en="taken down"),
}
