"""The forms of ``[calendars]`` that the model alone does not tell an editor."""

from collections.abc import Mapping
from typing import Any, Final, get_args

from sns_cli.model.opening import AfterHoliday, DayName, IfClosed, IfHoliday, Weekday
from sns_cli.parse.schema_forms import (
    CLOCK_FORM,
    DAY_FORM,
    MONTH_DAY_FORM,
    Form,
    list_form,
    number_form,
    one_or_many_form,
    pair_form,
)


def _words(options: Any) -> Form:  # noqa: ANN401  (a Literal has no type of its own)
    """Return the form of one of several words; ``_`` does as well as ``-``."""
    words = get_args(options)
    spelled = [one.replace("-", "_") for one in words]
    return {"enum": list(dict.fromkeys([*words, *spelled]))}


_SELECTORS: Final[Form] = {
    "items": {
        "anyOf": [
            {"enum": list(get_args(DayName))},
            MONTH_DAY_FORM,
            DAY_FORM,
            pair_form(MONTH_DAY_FORM),
            pair_form(DAY_FORM),
        ]
    },
    "minItems": 1,
}
_NARROWED: Final = {"only_on": _SELECTORS, "not_on": _SELECTORS}
_CLOSING: Final = {**_NARROWED, "from": CLOCK_FORM, "until": CLOCK_FORM}
_ON_DAYS: Final = {**_CLOSING, "if_holiday": _words(IfHoliday)}
_MOVABLE: Final = {**_ON_DAYS, "if_closed": _words(IfClosed)}
_NTH: Final = {"anyOf": [number_form(5), {"const": "last"}]}
_MONTHS: Final = [*one_or_many_form(number_form(12))["anyOf"], {"const": "every"}]

CALENDAR_FORMS: Final[Mapping[str, Mapping[str, Form]]] = {
    "Calendar": {"hours": {"minItems": 1}},
    "HoursRow": {
        **_NARROWED,
        "days": {"minItems": 1, "uniqueItems": True},
        "open": CLOCK_FORM,
        "close": CLOCK_FORM,
    },
    "CalendarException": {"open": CLOCK_FORM, "close": CLOCK_FORM},
    "WeeklyClosing": {**_MOVABLE, "weekly": one_or_many_form(_words(Weekday))},
    "NthClosing": {**_MOVABLE, "nth": one_or_many_form(_NTH)},
    "MonthlyClosing": {**_MOVABLE, "monthly": one_or_many_form(number_form(31))},
    "LastDayClosing": {**_MOVABLE, "last_day_of": {"anyOf": _MONTHS}},
    "HolidayClosing": {**_CLOSING, "if_closed": _words(IfClosed)},
    "AfterHolidayClosing": {**_MOVABLE, "after_holiday": _words(AfterHoliday)},
    "YearlyClosing": {**_ON_DAYS, "yearly": pair_form(MONTH_DAY_FORM)},
    "PeriodClosing": _ON_DAYS,
    "DatesClosing": {**_ON_DAYS, "dates": list_form(DAY_FORM)},
}
"""By table and key; see :func:`sns_cli.parse.schema.settings_schema`."""

AFTER_HOLIDAY: Final[Form] = {
    "if": {
        "properties": {"after_holiday": {"enum": ["next-weekday", "next_weekday"]}},
        "required": ["after_holiday"],
    },
    "then": {
        "properties": {"if_closed": {"enum": ["keep", "next-weekday", "next_weekday"]}}
    },
}
"""Which ``if_closed`` an ``after_holiday`` allows."""
