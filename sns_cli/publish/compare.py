"""What a timeline proves about a delivery, and which of its posts are strangers. Pure.

Presence proves; absence only where the timeline reaches back far enough and the post is
old enough to be on it. What cannot be known is ``unknown``, never ``missing``.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sns_cli.model.channel import RemotePost, Timeline
from sns_cli.model.event import EventName
from sns_cli.model.ledger import (
    UNSETTLED,
    Delivery,
    DeliveryState,
    Entry,
    Ledger,
    read_instant,
)
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings
from sns_cli.model.verification import Checked, Recognised, Seen, Stranger
from sns_cli.publish.look import taken_ids
from sns_cli.publish.reconcile import normal

_LONG_AGO: Final = dt.datetime(2006, 3, 21, tzinfo=dt.UTC)
"""For a receipt that does not say when."""


@dataclass(frozen=True)
class View:
    """An account as the service shows it.

    Attributes:
        timeline: what it shows.
        now: the run's time (aware).
        real_now: the service's time (aware); differs from ``now`` only with ``--at``.
        settled: a post younger than this may not show yet, or still show.
    """

    account: str
    timeline: Timeline
    now: dt.datetime
    real_now: dt.datetime
    settled: dt.timedelta

    @cached_property
    def shown(self) -> Mapping[str, RemotePost]:
        """What it shows, by id; an edited post also by its former ids."""
        by_id = {post.remote_id: post for post in self.timeline.posts}
        former = {
            old: post
            for post in self.timeline.posts
            for old in post.earlier
            if old not in by_id
        }
        return {**former, **by_id}

    def is_young(self, at: dt.datetime | None, entry: Entry | None) -> bool:
        """Tell whether what happened ``at`` may not be visible yet, by either clock."""
        if at is None:
            return False
        real = at - shift_of(entry)
        return max(self.now - at, self.real_now - real) < self.settled

    def reaches(self, since: dt.datetime | None) -> bool:
        """Tell whether a post made after ``since`` (service time) would be seen."""
        if self.timeline.whole:
            return True
        made = [post.created_at for post in self.timeline.posts if post.created_at]
        return since is not None and bool(made) and min(made) <= since


def shift_of(entry: Entry | None) -> dt.timedelta:
    """Return by how much ``--at`` had moved the clock of the run that wrote it."""
    run = entry.data.get("run") if entry is not None else None
    shifted = run.get("shifted_by") if isinstance(run, dict) else None
    return dt.timedelta(seconds=shifted if isinstance(shifted, int) else 0)


def receipt_of(delivery: Delivery) -> Entry | None:
    """Return the event that says where the post is public."""
    return delivery.newest(EventName.PUBLISHED)


def sent_text(delivery: Delivery) -> str | None:
    """Return exactly what was sent, as the archive has it."""
    receipt, claim = receipt_of(delivery), delivery.newest(EventName.CLAIMED)
    told = receipt.text("text") if receipt is not None else None
    if told is not None or claim is None:
        return told
    return claim.text("payload", "text")


def compare(delivery: Delivery, view: View, since: dt.datetime | None) -> Checked:
    """Return what the service shows of a published delivery.

    Args:
        delivery: published, not retracted, with the contents of its events.
        view: its account.
        since: the post cannot be older than this (service time); None if unknown.
    """
    receipt, text = receipt_of(delivery), sent_text(delivery)
    remote_id = receipt.text("remote_id") if receipt is not None else None
    if receipt is None or not remote_id or text is None:
        return unknown(delivery, Reason("event-unreadable"))
    found = view.shown.get(remote_id)
    if found is not None:
        return _as_shown(delivery, found, text)
    if not view.reaches(since):
        return unknown(delivery, Reason("verify-out-of-reach"))
    if view.is_young(read_instant(receipt.data.get("published_at")), receipt):
        return unknown(delivery, Reason("verify-too-young"))
    return _checked(delivery, Seen.MISSING, Reason("verify-missing"))


def _as_shown(delivery: Delivery, found: RemotePost, text: str) -> Checked:
    if normal(found.text) == normal(text):
        return _checked(delivery, Seen.OK)
    reason = Reason("verify-differs", {"text": found.text})
    return _checked(delivery, Seen.DIFFERS, reason, found.text)


def compare_retracted(delivery: Delivery, view: View) -> Checked | None:
    """Return the report of a post that shows although it was taken down, or None."""
    receipt = receipt_of(delivery)
    remote_id = receipt.text("remote_id") if receipt is not None else None
    found = view.shown.get(remote_id or "")
    if found is None:
        return None
    last = delivery.last
    if view.is_young(last.at if last is not None else None, last):
        return unknown(delivery, Reason("verify-too-young"))
    reason = Reason("verify-public-again")
    return _checked(delivery, Seen.DIFFERS, reason, found.text)


def shows_newest(ledger: Ledger, account: str, timeline: Timeline) -> bool:
    """Tell whether a list has our own newest post: what it lacks may else be there.

    Services answer with lists that are empty or old while something of theirs is
    broken. What is on record as missing need not be there; of an account that has
    nothing else of ours, no list proves that somebody's post is gone.
    """
    shown = {post.remote_id for post in timeline.posts}
    shown |= {old for post in timeline.posts for old in post.earlier}
    ours = [
        (read_instant(receipt.data.get("published_at")) or _LONG_AGO, receipt)
        for key, delivery in ledger.deliveries.items()
        if key.account == account
        and delivery.state is DeliveryState.PUBLISHED
        and (receipt := receipt_of(delivery)) is not None
        and not _is_missing(delivery)
    ]
    newest = max(ours, key=lambda one: one[0], default=None)
    return newest is not None and newest[1].text("remote_id") in shown


def _is_missing(delivery: Delivery) -> bool:
    last = delivery.newest(EventName.CONFIRMED, EventName.DIFFERS, EventName.MISSING)
    return last is not None and last.event is EventName.MISSING


def unknown(delivery: Delivery, reason: Reason) -> Checked:
    """Return the report of a delivery of which nothing can be said."""
    return _checked(delivery, Seen.UNKNOWN, reason)


def _checked(
    delivery: Delivery,
    state: Seen,
    reason: Reason | None = None,
    text: str | None = None,
) -> Checked:
    receipt = receipt_of(delivery)
    url = receipt.text("url") if receipt is not None else None
    remote_id = receipt.text("remote_id") if receipt is not None else None
    return Checked(delivery.key, state, reason, url, remote_id, text)


def strangers(
    ledger: Ledger, view: View, since: dt.datetime | None
) -> Iterator[Stranger]:
    """Yield the posts of an account that no delivery explains.

    A post with the text of a claim that is open may be that claim's: it is for
    ``publish`` to settle, and no stranger.

    Args:
        ledger: read after the timeline, so that it has every claim a post may rest on.
        view: the account.
        since: older posts (service time) are not looked at; None: all are.
    """
    ours = taken_ids(ledger, view.account)
    open_texts = _open_texts(ledger, view.account)
    for post in view.timeline.posts:
        known = post.remote_id in ours or not ours.isdisjoint(post.earlier)
        old = since is not None and post.created_at and post.created_at < since
        if not known and not old and normal(post.text) not in open_texts:
            yield Stranger(
                view.account, post.remote_id, post.url, post.text, post.created_at
            )


def told_apart(
    found: Sequence[Stranger], policy: Settings
) -> tuple[tuple[Stranger, ...], tuple[Recognised, ...]]:
    """Return the posts that nobody knows of, and those that a director does.

    A post that was edited at the service has another number, and another text: it is
    not the one that was acknowledged.
    """
    entries = {
        (one.account, one.remote_id): one
        for one in policy.acknowledged
        if one.remote_id is not None
    }
    known = [
        Recognised(post, entries[post.account, post.remote_id])
        for post in found
        if (post.account, post.remote_id) in entries
    ]
    rest = tuple(one for one in found if (one.account, one.remote_id) not in entries)
    return rest, tuple(known)


def _open_texts(ledger: Ledger, account: str) -> frozenset[str]:
    claims = (
        delivery.newest(EventName.CLAIMED)
        for key, delivery in ledger.deliveries.items()
        if key.account == account and delivery.state in UNSETTLED
    )
    texts = (claim.text("payload", "text") for claim in claims if claim is not None)
    return frozenset(normal(text) for text in texts if text is not None)
