"""A second look at what a person called not sent, before it is sent once more.

Timelines lag, people mistype: what shows by now is public, whoever said otherwise. What
does not show goes out, since a person decided so.
"""

import datetime as dt
from dataclasses import dataclass

from sns_cli.errors import ExitCode
from sns_cli.model.channel import RemotePost
from sns_cli.model.delivery import Claim, Outcome, Reason, Result
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryKey, Entry
from sns_cli.publish import records
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Nonce, Now, Step
from sns_cli.publish.lines import Line
from sns_cli.publish.look import bound, find, look
from sns_cli.publish.settle import source_of_claim


@dataclass(frozen=True, slots=True)
class Public:
    """A post that a claim of old brought out after all."""

    claim: Entry
    post: RemotePost


def public_after_all(desk: Desk, key: DeliveryKey) -> Step[Public | Line | None]:
    """Return the post that shows although a person said it was not sent.

    None: there is none, or nobody said so. A line: it cannot be known now.
    """
    delivery = desk.ledger.of(key)
    last, claim = delivery.last, delivery.newest(EventName.CLAIMED)
    if last is None or claim is None or last.event is not EventName.NOT_SENT:
        return None
    if last.text("by") is None or records.payload_of(claim) is None:
        return None
    shown = yield from look(key.account, bound(desk, claim))
    if isinstance(shown, str):
        details = {"account": key.account, "detail": shown}
        outcome = Outcome(key, Result.DUE, Reason("account-no-answer", details))
        return Line(outcome, ExitCode.UNDELIVERED)
    found = find(desk, delivery, shown)
    return Public(claim, found) if isinstance(found, RemotePost) else None


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
