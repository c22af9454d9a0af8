"""A month of opening hours, as a table for people and as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from sns_cli.calendar import Day
from sns_cli.messages import Language
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import day as day_text
from sns_cli.report.sentences import sentence


@dataclass(frozen=True)
class CalendarMonth:
    """One month of one calendar."""

    key: str
    name: str
    days: Sequence[Day]


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
            "holiday": one.holiday,
            "covered": one.covered,
        }
        for one in month.days
    ]


def to_text(months: Sequence[CalendarMonth], language: Language) -> str:
    """Return the months as lines, one a day."""
    lines: list[str] = []
    for month in months:
        lines.append(safe_line(f"{month.name} ({month.key})"))
        lines += [f"  {_line(one, language)}" for one in month.days]
    return "\n".join(lines)


def _line(one: Day, language: Language) -> str:
    if one.openings:
        hours = " ".join(f"{a:%H:%M}–{b:%H:%M}" for a, b in one.openings)
    elif one.covered:
        hours = sentence("day-closed", {}, language)
    else:
        hours = sentence("day-not-covered", {}, language)
    why = [*([one.holiday] if one.holiday else []), *one.reasons]
    return (
        f"{day_text(one.date, language)} {hours}  {safe_line('・'.join(why))}".rstrip()
    )
