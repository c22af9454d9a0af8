"""Sentences of the room `calendar`: why the library is closed."""

from typing import Final

from sns_cli.messages import Text

NO_HOURS: Final = Text(
    ja="この曜日の開館時間が決められていません",
    en="no opening hours are set for this weekday",
)

WEEKLY: Final = Text(ja="毎週{what}曜", en="every {what}")
MONTHLY: Final = Text(ja="毎月{what}日", en="day {what} of every month")
LAST_DAY: Final = Text(ja="月末", en="last day of the month")
ON_HOLIDAYS: Final = Text(ja="祝日", en="public holiday")
AFTER_HOLIDAY: Final = Text(ja="祝日の翌日", en="day after a public holiday")
MOVED: Final = Text(ja="{what}の振替", en="instead of {what}")

TEXTS: dict[str, Text] = {
    "hours-closed-day": Text(
        ja="{date} は休館日です。理由: {why}。",
        en="The library is closed on {date}: {why}.",
    ),
    "hours-outside": Text(
        ja="{date} {time} は開館時間({hours})の外です。",
        en="{date} {time} is outside opening hours ({hours}).",
    ),
    "hours-none-left": Text(
        ja=(
            "{date} から開館カレンダーの終わり({last})まで、開館時間がもうありません。"
            "sns.toml の [calendars] の covers と休館日を先の日まで延ばしてください。"
        ),
        en=(
            "From {date} to the end of the calendar ({last}) the library does not open "
            "again. Extend covers and the closing days in [calendars] of sns.toml."
        ),
    ),
    "day-no-hours": NO_HOURS,
    "calendar-none": Text(
        ja=(
            "sns.toml に開館カレンダー([calendars])がありません。開館時間と休館日を"
            "書くまで、緊急のほかは投稿が出ません。"
        ),
        en=(
            "There is no calendar ([calendars]) in sns.toml. Write opening hours and "
            "closing days there; until then nothing but emergencies goes out."
        ),
    ),
    "calendar-unknown": Text(
        ja="「{value}」という開館カレンダーは sns.toml にありません。次のどれかを"
        "指定してください: {known}",
        en="There is no calendar `{value}` in sns.toml. There is: {known}",
    ),
    "calendar-outside": Text(
        ja="カレンダーの対象期間の外", en="outside what the calendar covers"
    ),
    "calendar-covers": Text(
        ja=(
            "カレンダーの対象期間は{first}から{last}までで、外の日は休館として"
            "扱います。続きは sns.toml の [calendars] の covers と休館日に書きます。"
        ),
        en=(
            "The calendar covers {first} to {last}; other days count as closed. "
            "Extend covers and the closing days in [calendars] of sns.toml."
        ),
    ),
    "calendar-sum": Text(
        ja="開館 {open}日、休館 {closed}日",
        en="Days open: {open}, closed: {closed}",
    ),
    "calendar-day": Text(ja="日付", en="Day"),
    "calendar-hours": Text(ja="開館時間", en="Open"),
    "calendar-notes": Text(ja="備考", en="Notes"),
    "hours-none": Text(
        ja=(
            "{date} の開館時間が sns.toml の [calendars] の hours にないため、休館と"
            "して扱います。開館する日なら hours に行を足してください。"
        ),
        en=(
            "No row of hours in [calendars] of sns.toml fits {date}, so the day counts "
            "as closed. Add a row if the library is open that day."
        ),
    ),
    "hours-not-covered": Text(
        ja=(
            "開館カレンダーは {first} から {last} までしかなく、{date} は休館として"
            "扱います。sns.toml の [calendars] の covers と休館日を更新してください。"
        ),
        en=(
            "The calendar covers {first} to {last} only, so {date} counts as closed. "
            "Bring covers and the closing days in [calendars] of sns.toml up to date."
        ),
    ),
    "hours-no-calendar": Text(
        ja=(
            "このアカウントには開館カレンダーがないため、投稿できる時間がありません。"
            "sns.toml のアカウントに calendar を書いてください。"
        ),
        en=(
            "This account has no calendar, so there is no time at which it may post. "
            "Name a calendar at the account in sns.toml."
        ),
    ),
}
