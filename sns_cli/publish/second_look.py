"""A second look at what a person called not sent, before it is sent once more.

Timelines lag, people mistype: what shows by now is public, whoever said otherwise. What
does not show goes out, since a person decided so.
"""

import datetime as dt
from dataclasses import dataclass, replace

from sns_cli.errors import ExitCode
from sns_cli.model.channel import RemotePost
from sns_cli.model.delivery import Claim, Outcome, Reason, Result
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryKey, Entry
from sns_cli.publish import records
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Nonce, Now, Step
from sns_cli.publish.lines import Line
from sns_cli.publish.look import bound, find, look
from sns_cli.publish.reconcile import NoMatch
from sns_cli.publish.settle import source_of_claim


@dataclass(frozen=True, slots=True)
class Public:
    """A post that a claim of old brought out after all."""

    claim: Entry
    post: RemotePost


def public_after_all(desk: Desk, key: DeliveryKey) -> Step[Public | Line | None]:
    """Return the post that shows although a person said it was not sent.

    None: there is none, or nobody said so. A line: it cannot be known now, or the same
    words show more than once. Looked for is every claim that a person called not sent,
    however many were made and refused since: timelines may lag behind all of them.
    """
    begun = _called_unsent(desk.ledger.of(key))
    if not begun:
        return None
    bounds = [bound(desk, one.newest(EventName.CLAIMED)) for one in begun]
    known = [since for since in bounds if since is not None]
    since = min(known) if len(known) == len(bounds) else None
    shown = yield from look(key.account, since)
    if isinstance(shown, str):
        details = {"account": key.account, "detail": shown}
        outcome = Outcome(key, Result.DUE, Reason("account-no-answer", details))
        return Line(outcome, ExitCode.UNDELIVERED)
    for one in begun:
        found, claim = find(desk, one, shown), one.newest(EventName.CLAIMED)
        if isinstance(found, RemotePost) and claim is not None:
            return Public(claim, found)
        if found is not NoMatch.ABSENT:
            # Whichever is ours: once more would be once too often.
            reason = Reason("shows-already", {"reason": str(found)})
            return Line(Outcome(key, Result.NOT_SENT, reason), ExitCode.PEOPLE)
    return None


def _called_unsent(delivery: Delivery) -> tuple[Delivery, ...]:
    """Return the delivery as it was at each such claim, the newest first."""
    found: list[Delivery] = []
    claimed: Delivery | None = None
    for place, entry in enumerate(delivery.entries):
        if entry.event is EventName.CLAIMED:
            readable = records.payload_of(entry) is not None
            entries = delivery.entries[: place + 1]
            claimed = replace(delivery, entries=entries) if readable else None
        decided = entry.event is EventName.NOT_SENT and entry.text("by") is not None
        if decided and claimed is not None:
            found.append(claimed)
    return tuple(reversed(found))


def keep_public(desk: Desk, claim: Claim, public: Public) -> Step[None]:
    """Record that it is public, on a new claim: nothing is sent on it."""
    delivery, then = desk.ledger.of(claim.due.key), public.claim
    payload = records.payload_of(then)
    assert payload is not None  # noqa: S101  (public_after_all looked)
    source = yield from source_of_claim(desk, then)
    now: dt.datetime = yield Now()
    nonce: str = yield Nonce()
    event = records.published_by_read_back(
        delivery,
        payload,
        source,
        public.post,
        desk.stamp(now, nonce),
        records.media_of(then),
    )
    desk.keep(event, claim.event.nonce)
    post, reason = public.post, Reason("settled-by-read-back")
    desk.say(Outcome(delivery.key, Result.PUBLISHED, reason, post.url, post.remote_id))
