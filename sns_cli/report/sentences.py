"""Codes and details → sentences: the last step before the screen."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sns_cli.calendar import day_text, moment_text
from sns_cli.messages import Language, Text, render
from sns_cli.model.finding import Fault
from sns_cli.model.proof import Refusal
from sns_cli.model.reason import Reason
from sns_cli.report.causes import cause
from sns_cli.report.safe import safe_line


def tell(reason: Reason, language: Language) -> str:
    """Return the sentence of a reason, safe to print on one line."""
    return sentence(reason.code, reason.details, language)


def tell_fault(fault: Fault, language: Language) -> str:
    """Return what a fault says: what is wrong and what to do."""
    what = sentence(fault.code, fault.details, language)
    return f"{what} {sentence(f'{fault.code}.hint', fault.details, language)}"


def sentence(code: str, details: Mapping[str, object], language: Language) -> str:
    """Return the sentence of ``code`` with times, faults and text made readable."""
    shown = {
        key: readable(cause(key, value), language) for key, value in details.items()
    }
    return render(code, language, shown)


def readable(value: object, language: Language) -> object:
    """Return a detail as people read it; text cannot act on what shows it."""
    match value:
        case dt.date():  # a time is a date too
            return _date(value, language)
        case Fault() | Refusal() | Reason():
            return _part(value, language)
        case Text():
            return safe_line(value.fill(language, {}))
        case str():
            return safe_line(value)
        case list() | tuple():
            return _joined(value, language)
        case _:
            return value


def _joined(values: Sequence[object], language: Language) -> str:
    # Parts of one sentence are set apart as the language does it; names and addresses
    # stand alone.
    comma = (
        "、"
        if language == "ja" and any(isinstance(one, Reason) for one in values)
        else ", "
    )
    return comma.join(str(readable(one, language)) for one in values)


def _date(value: dt.date, language: Language) -> str:
    if isinstance(value, dt.datetime):
        return moment_text(value, language)
    return day_text(value, language)


def _part(value: Fault | Refusal | Reason, language: Language) -> str:
    if isinstance(value, Fault):
        return tell_fault(value, language)
    return sentence(value.code, value.details, language)
