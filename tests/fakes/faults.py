"""What a service can do to a request, and what its client is told."""

import datetime as dt
from enum import StrEnum

from sns_cli.model.channel import Answer, NoReply, Prepared, Reply

DUPLICATE = "You are not allowed to create a Tweet with duplicate content."


class Fault(StrEnum):
    """What happens to one request to send."""

    NONE = "none"
    LIMIT = "429"
    LIMIT_PAST = "429-with-a-reset-in-the-past"
    LIMIT_SOON = "429-with-a-reset-in-a-while"
    LIMIT_FAR = "429-with-a-reset-next-week"
    CONNECT = "connect"
    ERROR = "503-not-accepted"
    ERROR_ACCEPTED = "503-accepted"
    DROPPED = "accepted-then-dropped"
    HUNG = "timeout-not-accepted"
    LATE = "accepted-after-the-timeout"
    NO_ID = "accepted-answer-without-id"
    ACCEPTED_TWICE_ASKED = "accepted-then-403-duplicate"
    BAD = "400"
    FORBIDDEN = "403"
    UNAUTHORIZED = "401"
    PAYMENT = "402"


class PictureFault(StrEnum):
    """What happens when pictures are handed over."""

    NONE = "none"
    LIMIT = "429"
    CONNECT = "connect"
    ERROR = "503"
    DROPPED = "held-then-dropped"
    HUNG = "timeout"
    UNDESCRIBED = "held-but-not-described"
    BAD = "400"
    UNAUTHORIZED = "401"
    PAYMENT = "402"


class IdentifyFault(StrEnum):
    """What happens when the service is asked whose credentials these are."""

    NONE = "none"
    ERROR = "503"
    UNAUTHORIZED = "401"
    PAYMENT = "402"
    FORBIDDEN = "403"
    HUNG = "timeout"
    CONNECT = "connect"
    STRANGER = "another-account"


class TimelineFault(StrEnum):
    """What happens when the timeline is read."""

    NONE = "none"
    DROPPED = "connection-reset"
    HUNG = "timeout"
    ERROR = "503"
    LIMIT = "429"
    PAGE_LOST = "later-page-lost"
    STALE = "as-it-was-minutes-ago"


class DeleteFault(StrEnum):
    """What happens when a post is to be taken down."""

    NONE = "none"
    ERROR = "503-not-done"
    DROPPED = "done-then-dropped"
    HUNG = "timeout-not-done"
    CONNECT = "connect"
    LIMIT = "429"
    UNAUTHORIZED = "401"
    FORBIDDEN = "403"


HOLDS = frozenset({PictureFault.NONE, PictureFault.DROPPED, PictureFault.UNDESCRIBED})
ACCEPTS = frozenset(
    {
        Fault.NONE,
        Fault.ERROR_ACCEPTED,
        Fault.DROPPED,
        Fault.NO_ID,
        Fault.ACCEPTED_TWICE_ASKED,
    }
)


_DROPPED = NoReply(left=True, reason="connection-reset")
_HUNG = NoReply(left=True, reason="timeout")
_CONNECT = NoReply(left=False, reason="connection-refused")
_ERROR = Reply(503, "Service Unavailable")
_LIMIT = Reply(429, "Too Many Requests")
_UNAUTHORIZED = Reply(401, "Unauthorized")


def held(fault: PictureFault, ids: tuple[str, ...]) -> Prepared | Answer:
    return {
        PictureFault.NONE: Prepared(ids),
        PictureFault.LIMIT: _LIMIT,
        PictureFault.CONNECT: _CONNECT,
        PictureFault.ERROR: _ERROR,
        PictureFault.DROPPED: _DROPPED,
        PictureFault.HUNG: _HUNG,
        # The ids are of no use to anybody who does not cheat; a mutant does.
        PictureFault.UNDESCRIBED: Reply(503, "no alt text", body={"ids": list(ids)}),
        PictureFault.BAD: Reply(400, "media type unrecognized."),
        PictureFault.UNAUTHORIZED: _UNAUTHORIZED,
        PictureFault.PAYMENT: Reply(402, "CreditsDepleted"),
    }[fault]


def answered(fault: Fault, success: Reply, at: dt.datetime) -> Answer:
    """Return the answer to a request to send that came ``at`` the service's time."""
    return {
        Fault.NONE: success,
        Fault.LIMIT: _LIMIT,
        Fault.LIMIT_PAST: Reply(429, retry_at=at - dt.timedelta(hours=1)),
        Fault.LIMIT_SOON: Reply(429, retry_at=at + dt.timedelta(minutes=3)),
        Fault.LIMIT_FAR: Reply(429, retry_at=at + dt.timedelta(days=7)),
        Fault.CONNECT: _CONNECT,
        Fault.ERROR: _ERROR,
        Fault.ERROR_ACCEPTED: _ERROR,
        Fault.DROPPED: _DROPPED,
        Fault.HUNG: _HUNG,
        Fault.LATE: _HUNG,
        Fault.NO_ID: Reply(201),
        Fault.ACCEPTED_TWICE_ASKED: Reply(403, DUPLICATE),
        Fault.BAD: Reply(400, "Your post is invalid."),
        Fault.FORBIDDEN: Reply(403, "You are not permitted to do this."),
        Fault.UNAUTHORIZED: _UNAUTHORIZED,
        Fault.PAYMENT: Reply(402, "CreditsDepleted"),
    }[fault]


def unidentified(fault: IdentifyFault) -> Answer:
    return {
        IdentifyFault.ERROR: _ERROR,
        IdentifyFault.UNAUTHORIZED: _UNAUTHORIZED,
        IdentifyFault.PAYMENT: Reply(402, "CreditsDepleted"),
        IdentifyFault.FORBIDDEN: Reply(403, "Forbidden"),
        IdentifyFault.HUNG: _HUNG,
        IdentifyFault.CONNECT: _CONNECT,
    }[fault]


def unread(fault: TimelineFault) -> Answer:
    return {
        TimelineFault.DROPPED: _DROPPED,
        TimelineFault.HUNG: _HUNG,
        TimelineFault.ERROR: _ERROR,
        TimelineFault.LIMIT: _LIMIT,
        TimelineFault.PAGE_LOST: _ERROR,
    }[fault]


def undeleted(fault: DeleteFault) -> Answer:
    return {
        DeleteFault.ERROR: _ERROR,
        DeleteFault.HUNG: _HUNG,
        DeleteFault.CONNECT: _CONNECT,
        DeleteFault.LIMIT: _LIMIT,
        DeleteFault.UNAUTHORIZED: _UNAUTHORIZED,
        DeleteFault.FORBIDDEN: Reply(403, "You are not permitted to do this."),
    }[fault]
