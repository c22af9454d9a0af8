"""Sentences of `sns publish --until`: until when, for what, and slips of the pen."""

from sns_cli.messages import Text

UNTIL: dict[str, Text] = {
    "until-waits-for": Text(
        ja="{until} まで動き続けます。次に送るのは {again} です。それより前に"
        "新しい承認や変更が届けば、すぐに送ります。",
        en="It stays until {until}. The next time to send is {again}; what is approved "
        "or changed before then is acted on at once.",
    ),
    "until-waits": Text(
        ja="{until} まで動き続け、新しい承認や変更を待ちます。",
        en="It stays until {until} and waits for what is approved or changed.",
    ),
    "until-malformed": Text(
        ja="「{value}」を時刻として読めません。18:00 のような今日の時刻、"
        "2026-11-25T10:00 のような日時、+30 のような今からの分数で書いてください。",
        en='"{value}" is no time. Write a time of today such as 18:00, a date and time '
        "such as 2026-11-25T10:00, or minutes from now such as +30.",
    ),
    "until-past": Text(
        ja="「{value}」はもう過ぎています(今は {now})。これからの時刻を書いてください。"
        "何も送っていません。",
        en='"{value}" is past (it is {now}). Give a time to come. Nothing was sent.',
    ),
    "until-too-far": Text(
        ja="「{value}」は先すぎます(今は {now})。{hours} 時間より先の時刻までは動き続け"
        "られません。近い時刻を書いてください。何も送っていません。",
        en='"{value}" is too far ahead (it is {now}): {hours} hours at most. Give an '
        "earlier time. Nothing was sent.",
    ),
    "post-not-on-main": Text(
        ja="番号「{id}」の投稿は main にありません。番号を確かめてください"
        "(sns status で一覧を見られます)。何も送っていません。",
        en='There is no post "{id}" on main. Check its id (sns status lists them). '
        "Nothing was sent.",
    ),
    "until-not-with-dry-run": Text(
        ja="--until は --dry-run と一緒に使えません。予定を見るだけなら --until を"
        "外してください。",
        en="--until does not go with --dry-run. To see the plan only, leave out "
        "--until.",
    ),
}
