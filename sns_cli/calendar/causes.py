"""What closes a day, told in both languages: the library's words, and the rule's."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from sns_cli.calendar.closing import Cause
from sns_cli.calendar.kinds import WEEKDAYS
from sns_cli.calendar.words import WEEKDAYS_EN, WEEKDAYS_JA, day_text, short_day
from sns_cli.messages import Text
from sns_cli.messages import calendar as sentences
from sns_cli.model.opening import (
    AfterHolidayClosing,
    HolidayClosing,
    LastDayClosing,
    MonthlyClosing,
    NthClosing,
    Ordinal,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)

_LEAP_YEAR: Final = 2000


def causes_text(causes: Iterable[Cause]) -> Text:
    """Return why a day is closed, such as 定期休館日(毎週月曜).

    A closing that was moved says from which day. What the library's own words say
    already is not said again.
    """
    told = [_cause_text(cause) for cause in causes]
    return Text(
        "・".join(one.ja for one in told).replace("{", "{{").replace("}", "}}"),
        ", ".join(one.en for one in told).replace("{", "{{").replace("}", "}}"),
    )


def with_causes(hours: str, causes: Sequence[Cause], ja: str, en: str) -> Text | str:
    """Return the hours of a day with why they are what they are, if anything says so.

    Args:
        hours: as they are shown.
        causes: of the day.
        ja: how the two are put together in Japanese: ``{hours}({why})``.
        en: the same in English.
    """
    if not causes:
        return hours
    why = causes_text(causes)
    return Text(
        ja.replace("{hours}", hours).replace("{why}", why.ja),
        en.replace("{hours}", hours).replace("{why}", why.en),
    )


def _cause_text(cause: Cause) -> Text:
    parts = [one for one in (_rule_text(cause), _moved_text(cause)) if one is not None]
    ja = "、".join(one.ja for one in parts if one.ja not in cause.reason)
    en = ", ".join(one.en for one in parts if one.en not in cause.reason)
    return Text(
        f"{cause.reason}({ja})" if ja else cause.reason,
        f"{cause.reason} ({en})" if en else cause.reason,
    )


def _moved_text(cause: Cause) -> Text | None:
    if cause.moved_from is None:
        return None
    return _filled(
        sentences.MOVED,
        day_text(cause.moved_from, "ja", year=False),
        day_text(cause.moved_from, "en"),
    )


def _rule_text(cause: Cause) -> Text | None:
    match cause.rule:
        case HolidayClosing():
            return sentences.ON_HOLIDAYS
        case AfterHolidayClosing():
            return sentences.AFTER_HOLIDAY
        case YearlyClosing(yearly=(first, last)):
            return _span(_day_of_year(first), _day_of_year(last))
        case PeriodClosing(period=(first, last)):
            return _span(_told(first), _told(last))
        case WeeklyClosing() | NthClosing() | MonthlyClosing() | LastDayClosing():
            return _recurring(cause.rule)
        case _:
            return None


def _recurring(
    rule: WeeklyClosing | NthClosing | MonthlyClosing | LastDayClosing,
) -> Text:
    match rule:
        case WeeklyClosing():
            return _filled(sentences.WEEKLY, *_weekdays(rule.weekdays))
        case NthClosing():
            weekday_ja, weekday_en = _weekdays((rule.weekday,))
            ja = "・".join(
                "最終" if one == "last" else f"第{one}" for one in rule.ordinals
            )
            en = ", ".join(_ordinal(one) for one in rule.ordinals)
            return Text(f"{ja}{weekday_ja}曜", f"{en} {weekday_en} of the month")
        case MonthlyClosing():
            numbers = [str(one) for one in rule.monthly]
            return _filled(sentences.MONTHLY, "・".join(numbers), ", ".join(numbers))
        case LastDayClosing():
            return sentences.LAST_DAY


def _filled(text: Text, ja: str, en: str) -> Text:
    """Return ``text`` with its one gap filled, in each language by its own words."""
    return Text(text.fill("ja", {"what": ja}), text.fill("en", {"what": en}))


def _weekdays(days: Sequence[str]) -> tuple[str, str]:
    numbers = [WEEKDAYS.index(one) for one in days]
    ja = "・".join(WEEKDAYS_JA[one] for one in numbers)
    return ja, ", ".join(WEEKDAYS_EN[one] for one in numbers)


def _ordinal(nth: Ordinal) -> str:
    ends = {1: "1st", 2: "2nd", 3: "3rd"}
    return nth if isinstance(nth, str) else ends.get(nth, f"{nth}th")


def _day_of_year(month_day: str) -> Text:
    month, day = (int(one) for one in month_day.split("-"))
    date = dt.date(_LEAP_YEAR, month, day)
    return Text(short_day(date, "ja"), short_day(date, "en"))


def _told(date: dt.date) -> Text:
    return Text(day_text(date, "ja"), day_text(date, "en"))


def _span(first: Text, last: Text) -> Text:
    if first == last:
        return first
    return Text(f"{first.ja}から{last.ja}まで", f"{first.en} to {last.en}")
