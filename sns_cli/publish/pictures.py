"""Everything about a post's pictures that can fail, before the delivery is claimed.

Read the approved bytes, make the bytes to send, and hand them to the service, which
shows them to nobody yet (design 5.4, decision 0005). So no failure here is a doubt: a
post whose pictures cannot be handed over now is left as it is, for the next run; one
whose pictures the service refuses is claimed and at once recorded as ``rejected``.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sns_cli.compose.message import with_pictures
from sns_cli.errors import ExitCode
from sns_cli.model.channel import NOTHING, Answer, Prepared
from sns_cli.model.delivery import Outcome, Reason, Result
from sns_cli.model.history import BlobId
from sns_cli.model.picture import PreparedPicture
from sns_cli.publish.classify import Refused, Unwanted, classify_unsent
from sns_cli.publish.desk import Desk, ended
from sns_cli.publish.effects import Now, Prepare, ReadFailed, ReadMedia, Sleep, Step
from sns_cli.publish.lines import Line, line_of
from sns_cli.publish.plan import Ready
from sns_cli.publish.status import Status

_LONGEST_WAIT: Final = 30.0
"""Seconds; whatever a service asks for, other posts wait too."""


@dataclass(frozen=True, slots=True)
class Equipped:
    """A delivery whose message is complete.

    Attributes:
        held: what the service holds for it, or why it wants none of it.
    """

    ready: Ready
    held: Prepared | Unwanted


def equip(desk: Desk, ready: Ready, later: Sequence[Ready]) -> Step[Equipped | None]:
    """Complete a delivery's message; None if that cannot be done, with a line why.

    Args:
        desk: the run.
        ready: the delivery in hand.
        later: those still to come, whose pictures are read in the same round trip.
    """
    if not ready.message.pictures:
        return Equipped(ready, NOTHING)
    account = ready.key.account
    if account in desk.no_uploads:
        _put_off(desk, ready, desk.no_uploads[account])
        return None
    contents = yield from _contents(desk, ready, later)
    if isinstance(contents, ReadFailed):
        outcome = Outcome(ready.key, Result.DUE, contents.reason)
        desk.put(Line(outcome, contents.exit_code))
        return None
    made = _made(desk, ready, contents)
    if isinstance(made, Reason):
        desk.put(line_of(Outcome(ready.key, Result.BLOCKED, made)))
        return None
    whole = complete(replace(ready, made=made))
    held = yield from _hand_over(desk, whole)
    return None if held is None else Equipped(whole, held)


def complete(ready: Ready) -> Ready:
    """Return the delivery with the pictures that were made in its message."""
    blobs = ready.due.approved.media_blobs
    return replace(ready, message=with_pictures(ready.message, blobs, ready.made))


def same_pictures(one: Ready, other: Ready) -> bool:
    """Tell whether two deliveries of a post show the same with the same words."""
    blobs = one.due.approved.media_blobs, other.due.approved.media_blobs
    return blobs[0] == blobs[1] and one.message.pictures == other.message.pictures


def _contents(
    desk: Desk, ready: Ready, later: Sequence[Ready]
) -> Step[Mapping[BlobId, bytes] | ReadFailed]:
    """Return the approved bytes, those of all deliveries to come read at once."""
    own = ready.due.approved.media_blobs
    if not desk.media.keys() >= set(own):
        others = (blob for one in later for blob in one.due.approved.media_blobs)
        wanted = tuple(dict.fromkeys((*own, *others)))
        answer: Mapping[BlobId, bytes] | ReadFailed = yield ReadMedia(wanted)
        if isinstance(answer, ReadFailed) and len(wanted) > len(own):
            # Perhaps it is another post's picture that cannot be read.
            answer = yield ReadMedia(own)
        if isinstance(answer, ReadFailed):
            return answer
        desk.media.update(answer)
    return desk.media


def _made(
    desk: Desk, ready: Ready, contents: Mapping[BlobId, bytes]
) -> tuple[PreparedPicture, ...] | Reason:
    made: list[PreparedPicture] = []
    for path, blob in ready.due.approved.media:
        one = desk.config.pictures(path, contents[blob])
        if isinstance(one, Reason):
            return one
        made.append(one)
    return tuple(made)


def _hand_over(desk: Desk, ready: Ready) -> Step[Prepared | Unwanted | None]:
    account = ready.key.account
    answer: Prepared | Answer = yield Prepare(account, ready.message)
    if isinstance(answer, Prepared):
        if answer.wait_seconds > 0:
            yield Sleep(min(answer.wait_seconds, _LONGEST_WAIT))
        return answer
    now: dt.datetime = yield Now()
    decision = classify_unsent(answer, now)
    if isinstance(decision, Unwanted):
        return decision
    _end_uploads(desk, account, answer, decision)
    _put_off(desk, ready, decision.reason)
    return None


def _end_uploads(desk: Desk, account: str, answer: Answer, refused: Refused) -> None:
    """Try no more where others would only fail as well."""
    stop = ended(account, answer, refused)
    if stop is not None:
        desk.end(account, stop)
    elif refused.status == Status.TOO_MANY_REQUESTS:
        # Of pictures only: a post without one may still go out.
        desk.no_uploads[account] = refused.reason


def _put_off(desk: Desk, ready: Ready, reason: str) -> None:
    why = Reason("pictures-not-accepted", {"reason": reason})
    outcome = Outcome(ready.key, Result.DUE, why)
    desk.put(Line(outcome, ExitCode.UNDELIVERED))
