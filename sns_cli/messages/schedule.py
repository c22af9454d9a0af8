"""Sentences of the room `schedule`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "overdue": Text(
        ja="{due_at} に出せるはずでしたが、24時間たっても出ていません。"
        "publish の実行結果を確認してください。",
        en="It could have gone out at {due_at} and has not done so for 24 hours. "
        "Look at the results of `publish`.",
    ),
    "post-expired": Text(
        ja="掲載期限 {expires_at} を過ぎたため、送信しません。"
        "送信する場合は expires_at を改めて承認を受けてください。",
        en="Its time ran out at {expires_at}, so it is not sent. "
        "To send it after all, change expires_at and have it approved.",
    ),
    "grant-ended": Text(
        ja="事前承認 {grant} の期間が {ended_at} に終わったため、送信しません。"
        "出すなら、館長が「sns approve --again 投稿の番号」で承認してください。",
        en="The prior approval {grant} ended at {ended_at}, so it is not sent. "
        "To send it, the director approves it with `sns approve --again ID`.",
    ),
    "grant-without-account": Text(
        ja="事前承認 {grant} は宛先 {account} を含まないため、そこへは送信しません。"
        "出すなら、館長が「sns approve --again 投稿の番号」で承認してください。",
        en="The prior approval {grant} does not cover the account {account}, so it is "
        "not sent there. To send it, the director approves it with `sns approve "
        "--again ID`.",
    ),
    "grant-narrowed": Text(
        ja="事前承認 {grant} は、今の範囲ではこの投稿 ({value}) を含まないため、"
        "送信しません。"
        "出すなら、館長が「sns approve --again 投稿の番号」で承認してください。",
        en="The prior approval {grant} as it is now does not cover this post "
        "({value}), so it is not sent. To send it, the director approves it with "
        "`sns approve --again ID`.",
    ),
    "grant-fewer-a-day": Text(
        ja="事前承認 {grant} の 1 日の上限が {limit} 件に減り、この投稿は承認の日の"
        "上限を超えるため、送信しません。"
        "出すなら、館長が「sns approve --again 投稿の番号」で承認してください。",
        en="The prior approval {grant} now covers {limit} posts a day, and this one is "
        "beyond them on the day of its approval, so it is not sent. To send it, the "
        "director approves it with `sns approve --again ID`.",
    ),
    "ends-before-opening": Text(
        ja="{ends_at} の期限までに開館時間がないため、このままでは送信されません。"
        "期限を延ばすか、時間外に送信する理由(outside_hours_reason)を書いて"
        "承認を受けてください。",
        en="There is no opening before its time runs out at {ends_at}: as it is, it "
        "will not be sent. Extend it, or give an outside_hours_reason, and have it "
        "approved.",
    ),
    "not-before": Text(
        ja="{publish_at} に出ます(公開日時を待っています)。",
        en="It goes out on {publish_at}, its publish_at.",
    ),
    "not-before-opening": Text(
        ja="{next_opening} に出ます(公開日時 {publish_at} は閉まっています。{why})。",
        en="It goes out on {next_opening} (closed at its publish_at, {publish_at}: "
        "{why}).",
    ),
    "approval-in-future": Text(
        ja="承認の日時 {approved_at} がこれからのため、それまで待ちます。",
        en="It was approved with the time {approved_at}, which is still to come; "
        "it waits until then.",
    ),
    "waits-for-opening": Text(
        ja="{next_opening} に出ます({why})。",
        en="It waits until {next_opening} ({why}).",
    ),
    "wait-hours": Text(ja="{date}の開館時間は{hours}", en="open {hours} on {date}"),
    "wait-closed-day": Text(ja="{date}は{why}", en="closed {date}: {why}"),
    "wait-closed-days": Text(
        ja="{first}から{last}までは{why}", en="closed {first} to {last}: {why}"
    ),
    "wait-no-hours": Text(
        ja="{date}は開館時間が決められていません", en="no opening hours on {date}"
    ),
    "wait-not-covered": Text(
        ja="{first}から{last}までは開館カレンダーにありません",
        en="{first} to {last} is not in the calendar",
    ),
    "wait-more": Text(ja="ほかにも休館日があります", en="and more closed days"),
    "no-opening": Text(
        ja="送信できる開館時間が見つかりません。sns.toml の暦を確認してください。",
        en="No opening hours were found in which it could be sent. "
        "Check the calendar in sns.toml.",
    ),
}
