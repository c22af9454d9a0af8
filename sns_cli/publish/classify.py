"""What an answer to ``send`` proves, judged by what may be public (design 5.7). Pure.

Only proof of non-acceptance allows another send. Whatever is not understood is in
doubt: a second public post cannot be taken back, a question to a person can.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.model.channel import Answer, NoReply, Reply
from sns_cli.publish.status import Status

_SOONEST: Final = dt.timedelta(minutes=15)
"""Wait when the service names no time, or one that has passed."""
_LATEST: Final = dt.timedelta(hours=24)
"""A reset time beyond this is taken for an error."""

_ENDS_ACCOUNT: Final = frozenset({Status.UNAUTHORIZED, Status.PAYMENT_REQUIRED})
_CONTENT: Final = frozenset(
    {Status.BAD_REQUEST, Status.FORBIDDEN, Status.UNPROCESSABLE}
)
_PICTURE: Final = _CONTENT | {Status.TOO_LARGE, Status.UNSUPPORTED_TYPE}
_DUPLICATE: Final = "duplicate content"
_APP_PROBLEMS: Final = (
    "/problems/oauth1-permissions",
    "/problems/client-forbidden",
    "/problems/unsupported-authentication",
)
_APP_WORDS: Final = re.compile(
    r"client-not-enrolled|app permissions|oauth1 permissions|access level"
    r"|attached to a project|account is (?:suspended|temporarily locked)"
)
"""A 403 about the app or the account, not about a post: every post would get it."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is public."""

    reply: Reply
    remote_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Proof that nothing was accepted; may go out later.

    Attributes:
        retry_at: aware; None leaves the wait to the planner.
        ends_account: nothing more can be sent to the account in this run.
    """

    reason: str
    status: int | None = None
    retry_at: dt.datetime | None = None
    ends_account: bool = False


@dataclass(frozen=True, slots=True)
class Unwanted:
    """The service refuses this content; people must edit."""

    reason: str
    status: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not be public."""

    reason: str
    status: int | None = None


Decision = Accepted | Refused | Unwanted | Unknown


def classify(answer: Answer, now: dt.datetime) -> Decision:
    """Return what ``answer`` to a send proves; ``now`` is when it came."""
    if isinstance(answer, NoReply):
        return Unknown(answer.reason) if answer.left else Refused(answer.reason)
    if Status.OK <= answer.status < Status.MULTIPLE_CHOICES:
        return _success(answer)
    reason = answer.reason
    if _ends_account(answer):
        return Refused(reason, answer.status, ends_account=True)
    if answer.status == Status.TOO_MANY_REQUESTS:
        return Refused(reason, answer.status, _bounded(answer.retry_at, now))
    if answer.status in _CONTENT and not _duplicate(answer):
        return Unwanted(reason, answer.status)
    return Unknown(reason, answer.status)


def classify_unsent(answer: Answer, now: dt.datetime) -> Refused | Unwanted:
    """Return what an answer proves where nothing could become public by asking.

    So it is when pictures are handed over: they show only once a post names them.
    """
    if isinstance(answer, NoReply):
        return Refused(answer.reason)
    reason, status = answer.reason, answer.status
    if _ends_account(answer):
        return Refused(reason, status, ends_account=True)
    if status in _PICTURE:
        return Unwanted(reason, status)
    if status == Status.TOO_MANY_REQUESTS:
        return Refused(reason, status, _bounded(answer.retry_at, now))
    return Refused(reason, status)


def _ends_account(reply: Reply) -> bool:
    """Tell whether the account could send nothing else either."""
    if reply.status in _ENDS_ACCOUNT:
        return True
    if reply.status != Status.FORBIDDEN or _duplicate(reply):
        return False
    return any(_is_about_app(told) for told in _told(reply))


def _told(reply: Reply) -> Iterator[str]:
    """Yield the service's words and the kinds of its problems (RFC 9457)."""
    yield reply.detail
    body = reply.body or {}
    errors = body.get("errors")
    for problem in (body, *(errors if isinstance(errors, list) else ())):
        if isinstance(problem, Mapping):
            yield from (str(problem.get(key)) for key in ("type", "reason", "detail"))


def _is_about_app(told: str) -> bool:
    words = told.casefold()
    return words.endswith(_APP_PROBLEMS) or _APP_WORDS.search(words) is not None


def _success(reply: Reply) -> Decision:
    if reply.remote_id:
        return Accepted(reply, reply.remote_id)
    return Unknown("no-id-in-answer", reply.status)


def _duplicate(reply: Reply) -> bool:
    # It proves that some equal text is public, perhaps from this very request.
    forbidden = reply.status == Status.FORBIDDEN
    return forbidden and _DUPLICATE in reply.detail.casefold()


def _bounded(retry_at: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    if retry_at is None or retry_at <= now:
        return now + _SOONEST
    return min(retry_at, now + _LATEST)
