"""What of a policy comes to its end: keys, grants, calendars. Pure.

Nothing breaks on the day after if somebody was told a month before.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sns_cli.model.reason import Reason
from sns_cli.model.settings import Person, Role, Settings

NOTICE: Final = dt.timedelta(days=30)
"""How long before an end people are told."""

_SIGNING: Final = frozenset({Role.DIRECTOR, Role.MAINTAINER, Role.PUBLISHER})


def key_endings(settings: Settings, today: dt.date) -> tuple[Reason, ...]:
    """Return whose last key has ended or ends within :data:`NOTICE`.

    Args:
        settings: in force.
        today: of the library.
    """
    granted = {grant.to for grant in settings.grants if grant.valid[1] >= today}
    return tuple(
        reason
        for name, person in settings.people.items()
        if person.role in _SIGNING or name in granted
        for reason in _of_person(name, person, today)
    )


def _of_person(name: str, person: Person, today: dt.date) -> Iterator[Reason]:
    ends = [one.until for one in person.keys]
    last = max((end for end in ends if end is not None), default=None)
    if last is None or None in ends:
        return
    details = {"person": person.name, "key": name, "last": last}
    if last < today:
        yield Reason("key-has-ended", details)
    elif last <= today + NOTICE:
        yield Reason("key-ends-soon", details)


def grant_endings(settings: Settings, today: dt.date) -> tuple[Reason, ...]:
    """Return which grants have ended or end within :data:`NOTICE`."""
    found = []
    for grant in settings.grants:
        last = grant.valid[1]
        details = {"grant": grant.id, "last": last}
        if last < today:
            found.append(Reason("grant-has-ended", details))
        elif last <= today + NOTICE:
            found.append(Reason("grant-ends-soon", details))
    return tuple(found)


def calendar_endings(settings: Settings, today: dt.date) -> tuple[Reason, ...]:
    """Return which calendars in use cover nothing any more in two :data:`NOTICE`."""
    used = {
        found.name: found
        for account in settings.accounts
        if (found := settings.calendar_of(account)) is not None
    }
    return tuple(
        Reason("calendar-ends-soon", {"calendar": name, "last": one.covers[1]})
        for name, one in used.items()
        if one.covers[1] <= today + 2 * NOTICE
    )
