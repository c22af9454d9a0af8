"""Telling people after a run, within bounds: nothing it does changes how the run ends.

It is done beside the main thread, so that whatever the host does (not even answering
when its name is looked up), the run ends in time, and at once when it is asked to.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Final

from sns_cli.adapters.environment import Environment
from sns_cli.adapters.github.access import access_of
from sns_cli.errors import HostDownError, HostError, SnsError
from sns_cli.model.notice import Notice
from sns_cli.model.reason import Reason
from sns_cli.ports import Notices

MOST: Final = 50
"""Notices written in one run."""
SECONDS: Final = 60.0
"""For all notices of a run; the job ends after 15 minutes."""
_LOOK: Final = 0.05
"""Seconds between two looks at whether to stop."""


def can_tell(environment: Environment) -> bool:
    """Tell whether the CI host gave a token for a repository of its."""
    names = (environment.github_token, environment.github_repository)
    return None not in names


def open_notices(environment: Environment) -> Notices:
    """Return where people are told, for whom :func:`can_tell`: the CI host.

    Raises:
        HostDownError: what the CI host says of itself cannot be used.
    """
    access = access_of(environment)
    if access is None:
        raise HostDownError("notice-setting-malformed", name="GITHUB_TOKEN")
    # requests costs as much as the rest of a run with nothing to tell.
    from sns_cli.adapters.github.api import GitHubApi  # noqa: PLC0415
    from sns_cli.adapters.notices.github import GitHubNotices  # noqa: PLC0415

    return GitHubNotices(GitHubApi(access))


def tell_people(
    open_port: Callable[[], Notices],
    notices: Sequence[Notice],
    stopping: Callable[[], bool],
    seconds: float = SECONDS,
) -> Reason | None:
    """Write the notices that are news; return the one warning there is to give.

    Args:
        open_port: opens where they are written.
        notices: the most pressing first.
        stopping: whether the process was asked to end.
        seconds: after which it is given up.
    """
    teller = _Teller(open_port, notices)
    if stopping():
        return teller.give_up(Reason("notices-stopped"))
    deadline = time.monotonic() + seconds
    teller.start()
    while teller.is_alive():
        if stopping():
            return teller.give_up(Reason("notices-stopped"))
        if time.monotonic() >= deadline:
            late = {"seconds": round(seconds)}
            return teller.give_up(Reason("notices-too-slow", late))
        teller.join(_LOOK)
    return teller.warning()


class _Teller(threading.Thread):
    """Writes notices one after the other, until it is given up."""

    def __init__(
        self, open_port: Callable[[], Notices], notices: Sequence[Notice]
    ) -> None:
        # A daemon: the process does not wait for a host that keeps it waiting.
        super().__init__(daemon=True)
        self._open_port = open_port
        self._notices = notices
        self._left = len(notices)
        self._why: Reason | None = None
        self._over = threading.Event()

    def run(self) -> None:
        """Do it, and remember what went wrong."""
        try:
            self._tell()
        except SnsError as error:
            self._why = Reason(error.code, error.details)
        except Exception as error:  # noqa: BLE001  (a bug here must not end the run)
            self._why = Reason("bug", {"kind": type(error).__name__})

    def _tell(self) -> None:
        port = self._open_port()
        try:
            self._tell_through(port)
        finally:
            port.close()

    def _tell_through(self, port: Notices) -> None:
        new = port.news(self._notices)
        self._left = len(new)
        if self._left > MOST:
            self._why = Reason("notices-too-many", {"limit": MOST})
        for notice in new[:MOST]:
            if self._over.is_set():
                return
            try:
                port.tell(notice)
            except HostDownError:
                raise
            except HostError as error:
                self._why = Reason(error.code, error.details)
            else:
                self._left -= 1

    def give_up(self, why: Reason) -> Reason | None:
        """Begin no other notice, and return the warning."""
        self._over.set()
        self._why = why
        return self.warning()

    def warning(self) -> Reason | None:
        """Return what to say of the notices that were not written."""
        if not self._left:
            return None
        details = {"count": self._left, "why": self._why or Reason("notice-answer-odd")}
        return Reason("notices-not-written", details)
