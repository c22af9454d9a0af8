"""Pieces that the schemas of both files are put together from."""

import re
from typing import Any, Final

from sns_cli.parse.scalars import CLOCK, DAY, INSTANT, MONTH_DAY

Form = dict[str, Any]
"""A JSON Schema, or a part of one."""

_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")


def text_form(pattern: str, *examples: str) -> Form:
    """Return the form of a text that ``pattern`` matches as a whole."""
    # Editors know neither Python's named groups nor fullmatch.
    plain = _NAMED_GROUP.sub("(?:", pattern)
    form: Form = {"type": "string", "pattern": f"^(?:{plain})$"}
    return {**form, "examples": list(examples)} if examples else form


def list_form(of: Form) -> Form:
    """Return the form of a list of at least one, none of them twice."""
    return {"type": "array", "items": of, "minItems": 1, "uniqueItems": True}


def one_or_many_form(of: Form) -> Form:
    """Return the form of one value or a list of such values."""
    return {"anyOf": [of, list_form(of)]}


def pair_form(of: Form) -> Form:
    """Return the form of a list of two."""
    return {"type": "array", "prefixItems": [of, of], "minItems": 2, "maxItems": 2}


def number_form(most: int) -> Form:
    """Return the form of a whole number from 1 to ``most``."""
    return {"type": "integer", "minimum": 1, "maximum": most}


ONE_ACKNOWLEDGED: Final[Form] = {
    "oneOf": [{"required": ["remote_id"]}, {"required": ["profile"]}]
}
DAY_FORM: Final = text_form(DAY.pattern, "2026-11-25")
INSTANT_FORM: Final = text_form(
    INSTANT.pattern, "2026-11-25 10:00", "2026-11-25T10:00:00+09:00"
)
CLOCK_FORM: Final = text_form(CLOCK.pattern, "09:30")
MONTH_DAY_FORM: Final = text_form(MONTH_DAY.pattern, "12-29")
