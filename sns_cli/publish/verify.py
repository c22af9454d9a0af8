"""Reading back what was published, and recording what changed (design 5, 8.3).

A generator of effects like ``engine``: each account's timeline is read once, a second
time only before a post is called missing for the first time. Nothing is sent.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sns_cli.errors import ExitCode, worst
from sns_cli.model.channel import Timeline
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Delivery, DeliveryState, read_instant
from sns_cli.model.verification import Checked, Seen, Stranger, Verification
from sns_cli.publish.admit import admit
from sns_cli.publish.compare import (
    View,
    compare,
    compare_retracted,
    receipt_of,
    shows_newest,
    strangers,
    told_apart,
    unknown,
)
from sns_cli.publish.config import Config
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Fetch, FetchFailed, Now, Sleep, Step, Stopping
from sns_cli.publish.look import bound, look
from sns_cli.publish.news import record, was_missing
from sns_cli.publish.profiles import profile_changes
from sns_cli.publish.taken_down import not_taken_down, on_newest_ledger

_SECOND_LOOK: Final = 2.0
"""Seconds before a timeline that lacks a post is read again: replicas lag."""
_NOT_OURS: Final = "wrong-account"
_ALWAYS: Final = dt.datetime(2006, 3, 21, tzinfo=dt.UTC)
"""No post of any service is older."""
_NONE_SEEN: Final = dt.datetime.max.replace(tzinfo=dt.UTC)
"""No post of any service is younger."""
_FOR_PEOPLE: Final = frozenset({Seen.DIFFERS, Seen.MISSING})


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is to be verified.

    Attributes:
        began: when the library's trust starts (aware, the service's time): older posts
            that no delivery explains are not looked for.
        since: only what was published from this instant on (aware); None for all.
    """

    began: dt.datetime
    since: dt.datetime | None = None


@dataclass
class _Findings:
    """What was found so far."""

    checked: list[Checked] = field(default_factory=list)
    strangers: list[Stranger] = field(default_factory=list)
    looked: dict[str, dt.datetime] = field(default_factory=dict)


def verify_run(config: Config, inquiry: Inquiry) -> Step[Verification]:
    """Compare what the services show with what was approved and sent."""
    fetched: Snapshot | FetchFailed = yield Fetch()
    if isinstance(fetched, FetchFailed):
        return Verification(notes=(fetched.reason,), exit_code=fetched.exit_code)
    desk = Desk(config, fetched)
    found = _Findings()
    for account in _accounts(desk, inquiry):
        stopping: bool = yield Stopping()
        if stopping:
            _nothing_known(desk, inquiry, account, found, Reason("verify-stopped"))
            desk.codes.append(ExitCode.UNDELIVERED)
        else:
            yield from _account(desk, inquiry, account, found)
    _report_gone(desk, inquiry, found)
    found.checked = yield from on_newest_ledger(desk, found.checked)
    recorded = yield from record(desk, found.checked)
    # To write it, the ledger may have been read once more.
    found.checked = not_taken_down(desk, found.checked)
    return _report(desk, found, recorded)


def _report(desk: Desk, found: _Findings, recorded: tuple[str, ...]) -> Verification:
    policy = desk.snapshot.policy
    unknown_posts, recognised = told_apart(found.strangers, policy)
    profiles = tuple(profile_changes(desk))
    bad = any(one.state in _FOR_PEOPLE for one in found.checked)
    if bad or unknown_posts or profiles:
        desk.codes.append(ExitCode.PEOPLE)
    stopped = desk.stopped.items()
    return Verification(
        tuple(sorted(found.checked, key=lambda one: (one.key.account, one.key.post))),
        unknown_posts,
        tuple(desk.notes),
        recorded,
        worst(*desk.codes),
        recognised,
        profiles,
        found.looked,
        {key: one.reason for key, one in stopped if one.reason.code == _NOT_OURS},
        replace(desk.snapshot, ledger=desk.ledger),
    )


def _accounts(desk: Desk, inquiry: Inquiry) -> list[str]:
    """Return the accounts to be asked: those that can be, or have something public."""
    used = {one.key.account for one in _subjects(desk, inquiry)}
    return [
        account
        for account in desk.snapshot.policy.accounts
        if desk.config.serves(account)
        and (account in used or account in desk.config.channels)
    ]


def _subjects(
    desk: Desk, inquiry: Inquiry, account: str | None = None
) -> Iterator[Delivery]:
    """Yield the published deliveries that are to be verified."""
    for key, delivery in sorted(desk.ledger.deliveries.items()):
        if (
            delivery.state is DeliveryState.PUBLISHED
            and account in {None, key.account}
            and desk.config.serves(key.account)
            and _is_asked_for(delivery, inquiry.since)
        ):
            yield delivery


def _is_asked_for(delivery: Delivery, since: dt.datetime | None) -> bool:
    receipt = receipt_of(delivery)
    if since is None or receipt is None:
        return True
    at = read_instant(receipt.data.get("published_at"))
    if at is None:
        # The folder tells the month, in the library's time zone as ``since`` is.
        return receipt.name.path.split("/")[1:3] >= f"{since:%Y/%m}".split("/")
    return at >= since


def _account(
    desk: Desk, inquiry: Inquiry, account: str, found: _Findings
) -> Step[None]:
    subjects = list(_subjects(desk, inquiry, account))
    start = _start(desk, inquiry, account)
    timeline = yield from _timeline(desk, account, subjects, start)
    if isinstance(timeline, Reason):
        _nothing_known(desk, inquiry, account, found, timeline)
        return
    checked = yield from _compared(desk, account, subjects, timeline)
    if any(one.state is Seen.MISSING and not was_missing(desk, one) for one in checked):
        yield Sleep(_SECOND_LOOK)
        again = yield from _timeline(desk, account, subjects, start)
        if isinstance(again, Reason):
            _nothing_known(desk, inquiry, account, found, again)
            return
        timeline = _both(timeline, again)
        checked = yield from _compared(desk, account, subjects, timeline)
    found.checked += checked
    found.strangers += yield from _strangers(desk, account, timeline, start)
    current = shows_newest(desk.ledger, account, timeline)
    # Profile and credentials were seen even so, and what of it is over is settled.
    found.looked[account] = _seen_from(timeline, start) if current else _NONE_SEEN


def _timeline(
    desk: Desk,
    account: str,
    subjects: Sequence[Delivery],
    start: dt.datetime | None,
) -> Step[Timeline | Reason]:
    """Return what the account shows, or why that cannot be known."""
    if not (yield from admit(desk, account)):
        stop = desk.stopped[account]
        desk.note(stop.reason, stop.code)
        return stop.reason
    bounds = [start, *(bound(desk, one.newest(EventName.CLAIMED)) for one in subjects)]
    known = [since for since in bounds if since is not None]
    since = min(known) if len(known) == len(bounds) else None
    shown = yield from look(account, since)
    if isinstance(shown, Timeline):
        return shown
    reason = Reason("verify-no-answer", {"account": account, "detail": shown})
    desk.note(reason, ExitCode.UNDELIVERED)
    return reason


def _seen_from(timeline: Timeline, start: dt.datetime | None) -> dt.datetime:
    """Return from when on (service time) every post of the account was seen."""
    made = [one.created_at for one in timeline.posts if one.created_at is not None]
    reached = _ALWAYS if timeline.whole or not made else min(made)
    return max(start or _ALWAYS, reached)


def _start(desk: Desk, inquiry: Inquiry, account: str) -> dt.datetime | None:
    """Return from when on (service time) every post must be one of ours."""
    if inquiry.since is not None:
        return min(inquiry.since, inquiry.since - desk.config.shift)
    first = [
        bound(desk, delivery.entries[0])
        for key, delivery in desk.ledger.deliveries.items()
        if key.account == account and delivery.entries
    ]
    return min([inquiry.began, *(at for at in first if at is not None)])


def _both(one: Timeline, other: Timeline) -> Timeline:
    posts = {post.remote_id: post for post in (*one.posts, *other.posts)}
    return Timeline(tuple(posts.values()), whole=one.whole and other.whole)


def _view(desk: Desk, account: str, timeline: Timeline) -> Step[View]:
    now: dt.datetime = yield Now()
    settled = desk.config.bounds.settle_after
    return View(account, timeline, now, now - desk.config.shift, settled)


def _compared(
    desk: Desk, account: str, subjects: Sequence[Delivery], timeline: Timeline
) -> Step[list[Checked]]:
    view = yield from _view(desk, account, timeline)
    checked = [
        compare(one, view, bound(desk, one.newest(EventName.CLAIMED)))
        for one in subjects
    ]
    retracted = (
        compare_retracted(one, view)
        for key, one in desk.ledger.deliveries.items()
        if key.account == account and one.state is DeliveryState.RETRACTED
    )
    return [*checked, *(one for one in retracted if one is not None)]


def _strangers(
    desk: Desk, account: str, timeline: Timeline, start: dt.datetime | None
) -> Step[list[Stranger]]:
    """Return the posts that no delivery explains, on the newest ledger.

    A claim is on ``main`` before its post is public: a ledger that is read after the
    timeline has the claim of every post on it, also of a run at the same time.
    """
    view = yield from _view(desk, account, timeline)
    if not any(strangers(desk.ledger, view, start)):
        return []
    fetched: Snapshot | FetchFailed = yield Fetch()
    if isinstance(fetched, FetchFailed):
        desk.note(fetched.reason, fetched.exit_code)
        return []
    desk.snapshot, desk.ledger = fetched, fetched.ledger
    return list(strangers(desk.ledger, view, start))


def _nothing_known(
    desk: Desk, inquiry: Inquiry, account: str, found: _Findings, reason: Reason
) -> None:
    found.checked += [unknown(one, reason) for one in _subjects(desk, inquiry, account)]


def _report_gone(desk: Desk, inquiry: Inquiry, found: _Findings) -> None:
    """Say of accounts that are gone from the settings that nobody can look."""
    for one in _subjects(desk, inquiry):
        account = one.key.account
        if account not in desk.snapshot.policy.accounts:
            reason = Reason("verify-account-gone", {"account": account})
            found.checked.append(unknown(one, reason))
