"""Giving and ending prior approvals (事前承認) in ``sns.toml``. Pure."""

import datetime as dt

from sns_cli.model.settings import Grant, Settings
from sns_cli.parse.edited import (
    Document,
    as_meant,
    quoted,
    rewritten,
    with_table,
    without,
)
from sns_cli.parse.settings import parse_settings


def add_grant(content: bytes, grant: Grant) -> bytes | None:
    """Return the settings with one more grant; None if that is not possible."""
    before = parse_settings(content)
    if not isinstance(before, Settings):
        return None
    edited = with_table(content, "[[grants]]", _lines(grant))
    return as_meant(content, edited, {"grants": (*before.grants, grant)})


def end_grant(content: bytes, grant_id: str, last: dt.date | None) -> bytes | None:
    """Return the settings with a grant that ends sooner, or without it.

    Args:
        content: settings that parse.
        grant_id: of the grant.
        last: its new last day (of the library); None takes the grant out.
    """
    before = parse_settings(content)
    if not isinstance(before, Settings):
        return None
    grants = before.grants
    place = next((at for at, one in enumerate(grants) if one.id == grant_id), None)
    if place is None:
        return None
    if last is None:
        left = (*grants[:place], *grants[place + 1 :])
        return without(content, ("grants", place), {"grants": left})
    shorter = grants[place].model_copy(update={"valid": (grants[place].valid[0], last)})

    def change(document: Document) -> None:
        # The list's items are written as they were: as texts or as dates.
        valid = document["grants"][place]["valid"]
        old = valid[1]
        valid[1] = last.isoformat() if isinstance(old, str) else last

    after = (*grants[:place], shorter, *grants[place + 1 :])
    return rewritten(content, change, {"grants": after})


def _lines(grant: Grant) -> list[str]:
    """Return the lines of a grant; what is as without saying is left out."""
    first, last = grant.valid
    lines = [
        f"id = {quoted(grant.id)}",
        f"to = {quoted(grant.to)}",
        f"accounts = {_list(grant.accounts)}",
        f"categories = {_list(tuple(one.value for one in grant.categories))}",
        f"basis = {_list(tuple(one.value for one in grant.basis))}",
        f'valid = ["{first}", "{last}"]',
    ]
    if grant.max_per_day is not None:
        lines.append(f"max_per_day = {grant.max_per_day}")
    flags = ("own_posts", "outside_hours", "emergency")
    lines += [f"{flag} = true" for flag in flags if getattr(grant, flag)]
    if grant.document is not None:
        lines.append(f"document = {quoted(grant.document)}")
    return lines


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(quoted(one) for one in values)}]"
