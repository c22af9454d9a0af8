"""Sentences about the calendars of ``sns.toml``."""

from typing import Final

from sns_cli.messages import Text

CALENDAR_TEXTS: Final = {
    "nth-wrong": Text(
        ja="「{key}」の {value} は「第何」の数として使えません。",
        en="{value} ({key}) cannot say which weekday of a month.",
    ),
    "nth-wrong.hint": Text(
        ja="引用符を付けずに 1 から 5 までの数を書くか、最終の意味の "
        '"last" にしてください。',
        en='Use a number from 1 to 5 without quotes, or "last".',
    ),
    "clock-wrong": Text(
        ja="「{key}」の「{value}」は時刻として読めません。",
        en="“{value}” ({key}) is not a time of day.",
    ),
    "clock-wrong.hint": Text(
        ja="09:30 のように半角の数字で2桁ずつ書いてください(終わりは 24:00 まで)。",
        en="Write it in the form 09:30, in plain digits (a closing time may be 24:00).",
    ),
    "month-day-wrong": Text(
        ja="「{key}」の「{value}」は月日として読めません。",
        en="“{value}” ({key}) is not a month and day.",
    ),
    "month-day-wrong.hint": Text(
        ja="12-29 のように半角の数字で2桁ずつ書いてください。",
        en="Write it in the form 12-29, in plain digits.",
    ),
    "month-day-impossible": Text(
        ja="「{key}」の {value} という日は、どの年にもありません。",
        en="There is no {value} ({key}) in any year.",
    ),
    "month-day-impossible.hint": Text(
        ja="月と日を確かめてください(2月は 02-29 まで)。",
        en="Check month and day (February has days up to 02-29).",
    ),
    "month-days-expected": Text(
        ja="「{key}」には始まりと終わりの月日を二つ書きます。",
        en="“{key}” must hold two days of a year: the first and the last.",
    ),
    "month-days-expected.hint": Text(
        ja='["12-29", "01-03"] のように書いてください。1日だけなら '
        '["12-29", "12-29"] です。',
        en='Write them in the form ["12-29", "01-03"]; for one day alone, '
        '["12-29", "12-29"].',
    ),
    "hours-order": Text(
        ja="「{key}」の開館時刻が閉館時刻より前になっていません。",
        en="In “{key}” the opening time is not before the closing time.",
    ),
    "hours-order.hint": Text(
        ja="open を close より前の時刻にしてください。"
        "日をまたぐ開館は 24:00 で区切ります。",
        en="Make open earlier than close; divide hours past midnight at 24:00.",
    ),
    "range-order": Text(
        ja="「{key}」の始まりが終わりより後になっています。",
        en="In “{key}” the first day is after the last.",
    ),
    "range-order.hint": Text(
        ja='["始まりの日", "終わりの日"] の順に書いてください。',
        en='Write ["first day", "last day"] in this order.',
    ),
    "pair-expected": Text(
        ja="「{key}」には始まりと終わりの二つを書きます。",
        en="“{key}” must hold two values: the first and the last.",
    ),
    "pair-expected.hint": Text(
        ja='角括弧の中に二つ並べてください(例: ["2026-04-01", "2027-03-31"])。',
        en='Write two in square brackets (for example: ["2026-04-01", "2027-03-31"]).',
    ),
    "closing-kind": Text(
        ja="「{key}」の休館の決まりが、どの種類か分かりません。",
        en="It is not clear what kind of closing “{key}” is.",
    ),
    "closing-kind.hint": Text(
        ja="次のうち、ちょうど一つを書いてください: {kinds}",
        en="Give exactly one of: {kinds}",
    ),
    "calendar-ambiguous": Text(
        ja="開館カレンダーが2つ以上あるのに、[{key}] にどれを使うか書かれていません。",
        en="There is more than one calendar, and [{key}] does not say which is its.",
    ),
    "calendar-ambiguous.hint": Text(
        ja='[{key}] に calendar = "名前" の行を加えてください。名前は次のどれかです: '
        "{known}",
        en='Add a line calendar = "…" to [{key}], naming one of: {known}',
    ),
    "exception-hours": Text(
        ja="「{key}」に開館時刻と閉館時刻の片方しかありません。",
        en="“{key}” has only one of the opening and the closing time.",
    ),
    "exception-hours.hint": Text(
        ja="open と close を両方書くか(その時間に開館)、両方消してください(休館)。",
        en="Give both open and close (open then) or neither (closed).",
    ),
    "exceptions-contradict": Text(
        ja="{date} の「{key}」が、同じ日のほかの行と食い違います。",
        en="“{key}” contradicts another row of the same day, {date}.",
    ),
    "exceptions-contradict.hint": Text(
        ja="正しいほうだけを残してください。休みを挟んで開けるなら、重ならない時間の"
        "行を二つ書きます。",
        en="Keep the one that is right. Where the library closes in between, give two "
        "rows whose hours do not overlap.",
    ),
    "month-wrong": Text(
        ja="「{key}」の {value} は月の数として使えません。",
        en="{value} ({key}) is no month.",
    ),
    "month-wrong.hint": Text(
        ja="引用符を付けずに 1 から 12 までの数を並べるか、毎月なら "
        '"every" と書いてください。',
        en='List numbers from 1 to 12 without quotes, or write "every" for every '
        "month.",
    ),
    "day-number-wrong": Text(
        ja="「{key}」の {value} は日の数として使えません。",
        en="{value} ({key}) is no day of a month.",
    ),
    "day-number-wrong.hint": Text(
        ja="引用符を付けずに 1 から 31 までの数にしてください。"
        '月末は last_day_of = "every" と書きます。',
        en="Use a number from 1 to 31 without quotes; "
        'last_day_of = "every" means the last day.',
    ),
    "true-expected": Text(
        ja="「{key}」には true だけを書けます。",
        en="“{key}” can only be true.",
    ),
    "true-expected.hint": Text(
        ja="祝日に休館しないなら、この行を消してください。",
        en="Remove the whole row if the library is open on holidays.",
    ),
    "if-holiday-on-holidays": Text(
        ja="「{key}」は、祝日の休館(holidays)には書けません。",
        en="“{key}” has no meaning where the holidays themselves are closed.",
    ),
    "if-holiday-on-holidays.hint": Text(
        ja="この項目を消してください。開ける祝日は not_on に、ほかの日に移すときは "
        "if_closed に書きます。",
        en="Remove it. Holidays on which the library opens go into not_on; to move "
        "the closing, use if_closed.",
    ),
    "days-wrong": Text(
        ja="「{key}」の「{value}」は日の書き方として読めません。",
        en="“{value}” ({key}) does not say which days are meant.",
    ),
    "days-wrong.hint": Text(
        ja='"mon"〜"sun"、"holiday"、"08-06"、"2026-08-06"、または期間の '
        '["07-01", "08-31"] のように書いてください。',
        en='Use "mon" to "sun", "holiday", "08-06", "2026-08-06", or a span such as '
        '["07-01", "08-31"].',
    ),
    "closed-part-order": Text(
        ja="「{key}」の休館の時間帯が、終わりから始まっています。",
        en="In “{key}” the closed part of the day ends before it begins.",
    ),
    "closed-part-order.hint": Text(
        ja="from を until より前の時刻にしてください。"
        "1日じゅう休館なら、両方消してください。",
        en="Make from earlier than until; remove both if the whole day is closed.",
    ),
    "if-closed-contradicts": Text(
        ja="「{key}」の if_closed が、after_holiday の「next-weekday」と合いません。",
        en="In “{key}” if_closed contradicts after_holiday = next-weekday.",
    ),
    "if-closed-contradicts.hint": Text(
        ja="if_closed を消すか、次のどれかにしてください: {allowed}",
        en="Remove if_closed or use one of: {allowed}",
    ),
}
