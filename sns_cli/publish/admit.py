"""Whether an account may be used in this run: credentials, owner, clock (design 5.4).

Asked once per account and run, before its first send or read-back.
"""

import datetime as dt

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Answer, Identity, NoReply
from sns_cli.model.delivery import Reason
from sns_cli.model.settings import Service
from sns_cli.publish.access import names_of, refused_access
from sns_cli.publish.desk import Desk, Stop
from sns_cli.publish.effects import Identify, Now, Step
from sns_cli.publish.status import Status

_NOT_OURS = frozenset({Status.FORBIDDEN, Status.NOT_FOUND})


def admit(desk: Desk, account: str) -> Step[bool]:
    """Tell whether the account may be used; if not, ``desk.stopped`` says why."""
    if account in desk.stopped:
        return False
    if account in desk.handles:
        return True
    if account not in desk.config.channels:
        reason = desk.config.no_channel.get(account)
        details = {"account": account, "names": names_of(account)}
        missing = reason or Reason("account-without-credentials", details)
        desk.stopped[account] = Stop(missing, ExitCode.CANNOT)
        return False
    answer: Identity | Answer = yield Identify(account)
    now: dt.datetime = yield Now()
    if not isinstance(answer, Identity):
        stop: Stop | None = _failure(desk, account, answer)
    else:
        desk.handles[account] = answer.handle
        if answer.profile is not None:
            desk.profiles[account] = answer.profile
        stop = stranger(desk, account) or _skew(desk, account, answer, now)
    if stop is None:
        return True
    desk.stopped[account] = stop
    desk.note(stop.reason, stop.code)
    return False


def stranger(desk: Desk, account: str) -> Stop | None:
    """Return why the credentials are not those of the account, None if they are.

    The settings may have changed since the account was asked.
    """
    settings = desk.snapshot.policy.accounts.get(account)
    wanted = settings.handle if settings is not None else None
    found = desk.handles[account]
    if wanted is None or _bare(wanted) == _bare(found):
        return None
    details = {"account": account, "handle": wanted, "found": found}
    return Stop(Reason("wrong-account", details), ExitCode.CANNOT)


def _skew(desk: Desk, account: str, answer: Identity, now: dt.datetime) -> Stop | None:
    if answer.server_time is None:
        return None
    # --at moves our clock. A rehearsal's service may have been moved along with it.
    skew = min(
        answer.server_time - (now - desk.config.shift),
        answer.server_time - now,
        key=abs,
    )
    if abs(skew) <= desk.config.bounds.skew:
        return None
    details: dict[str, object] = {"account": account}
    details["seconds"] = round(skew.total_seconds())
    return Stop(Reason("clock-off", details), ExitCode.CANNOT)


def _failure(desk: Desk, account: str, answer: Answer) -> Stop:
    if isinstance(answer, NoReply):
        details = {"account": account, "detail": answer.reason}
        settings = desk.snapshot.policy.accounts.get(account)
        rehearsal = settings is not None and settings.service is Service.REHEARSAL
        name = "rehearsal-no-answer" if rehearsal else "account-no-answer"
        return Stop(Reason(name, details), ExitCode.UNDELIVERED)
    code = ExitCode.CANNOT if answer.status in _NOT_OURS else ExitCode.UNDELIVERED
    return Stop(refused_access(account, answer), code)


def _bare(handle: str) -> str:
    return handle.removeprefix("@").casefold()
