"""Sentences of the room `calendar`: why the library is closed."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "hours-closed-day": Text(
        ja="{date} は休館日です({why})。次の開館時間に投稿します。",
        en="The library is closed on {date} ({why}). It goes out when it next opens.",
    ),
    "hours-outside": Text(
        ja="{date} {time} は開館時間({hours})の外です。次の開館時間に投稿します。",
        en=(
            "{date} {time} is outside opening hours ({hours}). It goes out when the "
            "library next opens."
        ),
    ),
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
