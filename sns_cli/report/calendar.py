"""A month of opening hours, as a table for people and as JSON."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sns_cli.calendar import Day, causes_text, day_text, hours_text
from sns_cli.messages import Language
from sns_cli.report.safe import safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence
from sns_cli.report.table import markdown_table
from sns_cli.report.width import columns

_BETWEEN: Final[Mapping[Language, str]] = {"ja": "・", "en": ", "}


@dataclass(frozen=True)
class CalendarMonth:
    """One month of one calendar.

    Attributes:
        covers: the first and the last day that the calendar speaks of.
    """

    key: str
    name: str
    days: Sequence[Day]
    covers: tuple[dt.date, dt.date]


def to_json(months: Sequence[CalendarMonth]) -> dict[str, object]:
    """Return the months for machines."""
    return {
        "version": 1,
        "calendars": [
            {"calendar": month.key, "name": month.name, "days": _days(month)}
            for month in months
        ],
    }


def _days(month: CalendarMonth) -> list[dict[str, object]]:
    return [
        {
            "date": one.date.isoformat(),
            "open": bool(one.openings),
            "openings": [
                {"open": start.isoformat(), "close": end.isoformat()}
                for start, end in one.openings
            ],
            "reasons": list(one.reasons),
            "moved_from": [
                None if cause.moved_from is None else cause.moved_from.isoformat()
                for cause in one.causes
            ],
            "holiday": one.holiday,
            "covered": one.covered,
        }
        for one in month.days
    ]


def render_months(
    months: Sequence[CalendarMonth],
    style: str,
    language: Language,
    width: int | None = None,
) -> str:
    """Return the months as ``text``, ``markdown`` or ``json``.

    ``github`` is the log of a CI job and gets the text; ``width`` is the terminal's,
    for the text.
    """
    if style == "json":
        return safe_json(to_json(months))
    if not months:
        return sentence("calendar-none", {}, language)
    if style == "markdown":
        return "\n\n".join(_markdown(month, language) for month in months)
    return "\n\n".join(_text(month, language, width) for month in months)


def _text(month: CalendarMonth, language: Language, width: int | None) -> str:
    rows = [tuple(map(safe_line, row)) for row in _rows(month, language)]
    heading = safe_line(f"{month.name} ({month.key})")
    table = columns(rows, width, indent="  ")
    return "\n".join(
        [heading, *table, *(f"  {line}" for line in _foot(month, language))]
    )


def _markdown(month: CalendarMonth, language: Language) -> str:
    codes = ("calendar-day", "calendar-hours", "calendar-notes")
    heads = [safe_markdown(sentence(code, {}, language)) for code in codes]
    rows = [tuple(map(safe_markdown, row)) for row in _rows(month, language)]
    heading = f"## {safe_markdown(f'{month.name} ({month.key})')}"
    return "\n".join(
        [heading, "", markdown_table(heads, rows), "", *_foot(month, language)]
    )


def _foot(month: CalendarMonth, language: Language) -> list[str]:
    count = sum(1 for one in month.days if one.openings)
    days = {"open": count, "closed": len(month.days) - count}
    foot = [sentence("calendar-sum", days, language)]
    if not all(one.covered for one in month.days):
        covers = {"first": month.covers[0], "last": month.covers[1]}
        foot.append(sentence("calendar-covers", covers, language))
    return foot


def _rows(month: CalendarMonth, language: Language) -> list[tuple[str, str, str]]:
    return [
        (
            day_text(one.date, language),
            _hours(one, language),
            _BETWEEN[language].join(_notes(one, language)),
        )
        for one in month.days
    ]


def _hours(day: Day, language: Language) -> str:
    if day.openings:
        return hours_text(day.openings)
    return sentence("day-closed", {}, language)


def _notes(day: Day, language: Language) -> Iterator[str]:
    if day.holiday is not None:
        yield day.holiday
    if not day.covered:
        yield sentence("calendar-outside", {}, language)
    elif day.causes:
        yield causes_text(day.causes).fill(language, {})
    elif not day.openings:
        yield sentence("day-no-hours", {}, language)
