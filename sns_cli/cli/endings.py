"""Keys that come to their end, told by the commands that people use every day."""

import datetime as dt
from typing import TYPE_CHECKING

from sns_cli.cli.console import warn
from sns_cli.cli.session import Session

if TYPE_CHECKING:
    from sns_cli.model.settings import Settings


def note_endings(session: Session, policy: "Settings", now: dt.datetime | None) -> None:
    """Warn of keys that have ended or end within a month.

    Args:
        session: this call of the program.
        policy: the settings in force.
        now: aware; None for the real time.
    """
    if not any(key.until for one in policy.people.values() for key in one.keys):
        return
    from sns_cli.adapters.clock import SystemClock  # noqa: PLC0415  (rarely needed)
    from sns_cli.calendar import local  # noqa: PLC0415
    from sns_cli.model.endings import key_endings  # noqa: PLC0415

    today = local(now or SystemClock().now(), policy.library.timezone).date()
    for one in key_endings(policy, today):
        warn(session, one.code, **one.details)
