"""What reaches the service, and what became public there."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sns_cli.model.delivery import Claim, Snapshot
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from tests.fakes.service import HANDLE, Public, Shown
from tests.simulation.books import ZONE, Key, Page
from tests.simulation.runner import STEP, Runner

if TYPE_CHECKING:
    from tests.simulation.judge import Judge

FRESH = dt.timedelta(seconds=60)
SKEW = dt.timedelta(seconds=120)


def judge_send(
    judge: "Judge",
    runner: Runner,
    claim: Claim,
    pictures: tuple[Shown, ...],
    *,
    frozen: bool,
) -> None:
    """Judge a request to send as it reaches the service.

    Args:
        judge: knows ``main``.
        runner: who sends.
        claim: what it rests on.
        pictures: that the request names, as the service holds them.
        frozen: the runner was frozen since it last looked at its clock, which no
            protocol can know.
    """
    key = (claim.due.key.post, claim.due.key.account)
    newest = judge.books.claim(key)
    if newest is None or newest.data["nonce"] != claim.event.nonce:
        judge.fail(f"I6: {key} sent without a claim on main")
    if claim.message.payload.text != newest.data["payload"]["text"]:
        judge.fail(f"I5: {key} sent other bytes than claimed")
    media = newest.data["payload"]["media"]
    if pictures != tuple((one["sha256"], one["alt"]) for one in media):
        judge.fail(f"I5: {key} sent with other pictures or words than claimed")
    if runner.handles.get(key[1]) != HANDLE:
        judge.fail(f"{key} sent with the credentials of another account")
    off = abs(runner.offset - judge.service.offset)
    if runner.measured and off > SKEW + STEP:
        judge.fail(f"I4: {key} sent by a clock that is off")
    _not_again(judge, runner, claim)
    if not frozen:
        _in_time(judge, runner, claim)
    if runner.seen is not None:
        _still_allowed(judge, runner, runner.seen, newest)


def _not_again(judge: "Judge", runner: Runner, claim: Claim) -> None:
    """I1 also where a person was wrong: what could be seen is not sent again."""
    looked = runner.looked.get(claim.due.account, runner.began)
    for post in judge.service.accepted(claim.due.key):
        shows = judge.service.shows(post, looked)
        if shows and post.remote_id not in judge.service.edited:
            judge.fail(f"I1: {claim.due.key} sent although it could be seen")


def _in_time(judge: "Judge", runner: Runner, claim: Claim) -> None:
    key, meta = claim.due.key, claim.due.approved.post.meta
    looked = (runner.looked_at_clock or judge.now) + runner.offset
    if looked - claim.event.at > FRESH + STEP:
        judge.fail(f"I5: {key} sent on a claim {looked - claim.event.at} old")
    if meta.expires_at is not None and looked >= meta.expires_at:
        judge.fail(f"I4: {key} sent after its end")
    ends = claim.due.approved.approval.claim_before
    if ends is not None and looked >= ends:
        judge.fail(f"I5: {key} sent after the grant it rests on ended")
    policy = runner.seen.policy if runner.seen is not None else None
    if policy is not None and not meta.any_hour and not is_open(policy, looked):
        judge.fail(f"I4: {key} sent outside opening hours, at {looked}")


def is_open(policy: Settings, at: dt.datetime) -> bool:
    """Tell whether the library is open, by its one row of hours."""
    (row,) = policy.calendars["main"].hours
    return row.open <= f"{at.astimezone(ZONE):%H:%M}" < row.close


def _still_allowed(
    judge: "Judge", runner: Runner, seen: Snapshot, newest: Page
) -> None:
    """Judge by the newest ``main`` that the runner was told of, whatever it does."""
    key, name = newest.key, newest.key[1]
    account = seen.policy.accounts[name]
    if runner.paused or seen.paused or seen.blocked or account.paused:
        judge.fail(f"I14: {key} sent although its runner knows of a pause")
    bytes_ = {(one.post.id, one.blob, *one.media_blobs) for one in seen.approved}
    if (key[0], *newest.made_from) not in bytes_:
        judge.fail(f"I5: {key} sent although its runner knows it is not approved")
    if asked_to_retract(seen.approved, key):
        judge.fail(f"I14: {key} sent although its runner knows it is to be taken down")


def asked_to_retract(approved: Iterable[ApprovedPost], key: Key) -> bool:
    """Tell whether an approved post asks to take a delivery down."""
    return any(
        one.post.meta.retracts == key[0]
        and (one.post.meta.accounts is None or key[1] in one.post.meta.accounts)
        for one in approved
    )


def judge_delete(judge: "Judge", runner: Runner, account: str, remote_id: str) -> None:
    """Judge a request to take a post down: one of ours, and somebody asked for it."""
    approved = runner.seen.approved if runner.seen is not None else ()
    for key, pages in judge.books.pages.items():
        ours = key[1] == account and asked_to_retract(approved, key)
        if ours and any(page.data.get("remote_id") == remote_id for page in pages):
            return
    judge.fail(f"{remote_id} taken down although nobody asked for it")


def judge_accept(judge: "Judge", new: Public) -> None:
    """Judge what became public: once, and never after it was called unsent."""
    if new.key is None:
        return
    key = (new.key.post, new.key.account)
    if len(judge.service.accepted(new.key)) > 1 and key not in judge.erred:
        judge.fail(f"I1: {key} is public twice")
    if new.nonce in judge.closed:
        judge.fail(f"I3: {key} became public after it was declared unsent")


def recorded(judge: "Judge", page: Page) -> Public:
    """Return the public post that a receipt names; it must be this delivery's.

    The same words said by hand at the same time cannot be told apart from it, as long
    as our own post does not show.
    """
    number = page.data["remote_id"]
    key = DeliveryKey(*page.key)
    for post in judge.service.posts:
        if post.remote_id != number or post.account != key.account:
            continue
        if post.key == key:
            return post
        since = min(one.at for one in judge.books.of(page.key)) - SKEW - STEP
        old = post.at < since
        if post.key is None and not old and not _shows_too(judge, key, page):
            return post
    return judge.fail(f"I3: {page.key} recorded as published with another's id")


def _shows_too(judge: "Judge", key: DeliveryKey, page: Page) -> bool:
    runner = judge.pusher
    if page.data["settled_by"] == "reply":
        return True
    if runner is None or key.account not in runner.looked:
        return False
    looked = runner.looked[key.account]
    return any(
        judge.service.shows(one, looked) and one.remote_id not in judge.service.edited
        for one in judge.service.accepted(key)
    )


def judge_finding(judge: "Judge", page: Page) -> None:
    """Judge what ``verify`` recorded, by what the service showed when it looked."""
    runner, service = judge.pusher, judge.service
    if runner is None or page.key[1] not in runner.looked:
        judge.fail(f"{page.key} {page.event} without a look")
    receipts = [one for one in judge.books.of(page.key) if one.event == "published"]
    number = receipts[-1].data["remote_id"]
    (post,) = (one for one in service.posts if one.remote_id == number)
    shows = service.shows(post, runner.looked[page.key[1]])
    edited = number in service.edited
    if page.event == "missing" and shows:
        judge.fail(f"{page.key} called missing while it shows")
    if page.event == "confirmed" and not shows and number not in service.deleted:
        judge.fail(f"{page.key} confirmed before it showed")
    if page.event == "differs" and not edited:
        judge.fail(f"{page.key} called different although nobody edited it")
