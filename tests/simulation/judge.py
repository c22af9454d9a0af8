"""The invariants of delivery.md 2.6, judged at the service and on ``main``."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from sns_cli.compose.message import compose, with_pictures
from sns_cli.errors import ExitCode
from sns_cli.model.channel import Message
from sns_cli.model.delivery import Claim, Result, RunReport
from sns_cli.model.event import EventName
from sns_cli.model.event_path import read_event_path
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import Delivery, DeliveryKey, DeliveryState, Entry
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.ports import NewFile
from tests.fakes.remote import FakeRemote, State
from tests.fakes.service import FakeService, Public, Shown
from tests.simulation.library import CLOSES, OPENS, ZONE, content_of, prepared

SETTLE_AFTER = dt.timedelta(minutes=20)
FRESH = dt.timedelta(seconds=60)
STEP = dt.timedelta(seconds=5)
"""Longest a step takes that nothing goes wrong in."""


class ViolationError(AssertionError):
    """An invariant does not hold."""


@dataclass
class Judge:
    """Watches one world."""

    remote: FakeRemote
    service: FakeService
    claimed: dict[str, tuple[DeliveryKey, dt.datetime, State]] = field(
        default_factory=dict
    )
    closed: set[str] = field(default_factory=set)
    """Nonces of claims that were declared not to have been accepted."""
    now: dt.datetime = OPENS

    # --- at the remote

    def on_commit(
        self, commit: CommitId, before: State, files: Sequence[NewFile]
    ) -> None:
        for file in files:
            name = read_event_path(file.path)
            if name is None:
                self._on_media(file, files)
                continue
            delivery = self.remote.states[commit].ledger.of(name.key)
            if delivery.state is DeliveryState.BROKEN:
                events = [entry.name.path for entry in delivery.entries]
                msg = f"I7/I9: not a sequence that design 5 allows: {events}"
                raise ViolationError(msg)
            entry = next(one for one in delivery.entries if one.name == name)
            self._on_event(entry, delivery, before)

    def _on_media(self, file: NewFile, files: Sequence[NewFile]) -> None:
        """A picture's bytes come with a claim that names them, under their name."""
        digest = hashlib.sha256(file.content).hexdigest()
        wanted = f"archive/media/{digest[:2]}/{digest}.png"
        named = any(
            digest in one.content.decode() for one in files if "-claimed." in one.path
        )
        if file.path != wanted or not named:
            self._fail(f"I8: the publisher wrote {file.path}")

    def _on_event(self, entry: Entry, delivery: Delivery, before: State) -> None:
        key = delivery.key
        match entry.event:
            case EventName.CLAIMED:
                self._on_claim(entry, key, before)
            case EventName.PUBLISHED:
                self._on_published(entry, key)
            case EventName.NOT_SENT | EventName.REJECTED:
                nonce = _claim(delivery).text("nonce") or ""
                self.closed.add(nonce)
                if any(post.nonce == nonce for post in self.service.accepted(key)):
                    self._fail(f"I3: {key} is public and was declared {entry.event}")
            case EventName.IN_DOUBT:
                self._on_doubt(entry, _claim(delivery))
            case EventName.RETRACTED:
                if entry.text("remote_id") not in self.service.deleted:
                    self._fail(f"I3: {key} retracted but still public")
            case _:
                self._fail(f"unexpected event {entry.name.path}")

    def _on_claim(self, entry: Entry, key: DeliveryKey, before: State) -> None:
        self.claimed[entry.text("nonce") or ""] = (key, self.now, before)
        if before.paused is not None or before.blocked:
            self._fail(f"I14: {key} claimed during a pause")
        self._within_limits(entry, key, before)
        wanted = [
            message.payload.model_dump(mode="json")
            for one in before.approved
            if one.post.id == key.post and one.blob == entry.text("blob")
            for message in [whole_message(one, key.account, before.policy)]
        ]
        if entry.data["payload"] not in wanted:
            self._fail(f"I5: {key} claimed with what was not approved")
        for digest, _ in pictures_of(entry):
            path = f"archive/media/{digest[:2]}/{digest}.png"
            if path not in self.remote.state.files:
                self._fail(f"I2: {key} claimed without the bytes of its pictures")

    def _within_limits(self, new: Entry, key: DeliveryKey, before: State) -> None:
        account = before.policy.accounts[key.account]
        if account.spacing_minutes is None or account.max_per_day is None:
            return
        spacing = dt.timedelta(minutes=account.spacing_minutes)
        used = [
            at
            for one in before.ledger.deliveries.values()
            if one.key.account == key.account
            for at in _counting(one)
        ]
        if new.at is None or any(abs(new.at - at) < spacing for at in used):
            self._fail(f"{key} claimed too soon after another")
        today = [at for at in used if at.date() == new.at.date()]
        if len(today) >= account.max_per_day:
            self._fail(f"{key} claimed beyond the limit of the day")

    def _on_published(self, entry: Entry, key: DeliveryKey) -> None:
        posts = {post.remote_id: post for post in self.service.accepted(key)}
        post = posts.get(entry.text("remote_id") or "")
        if post is None:
            self._fail(f"I3: {key} recorded as published with another's id")
        elif post.text != entry.text("text"):
            self._fail(f"I5: {key} recorded with another text")
        elif post.pictures != tuple(
            (one["sha256"], one["alt"]) for one in entry.data["media"]
        ):
            self._fail(f"I5: {key} recorded with other pictures")
        elif not all(one["size"] and one["rights"] for one in entry.data["media"]):
            self._fail(f"I2: {key} recorded without all there is to its pictures")

    def _on_doubt(self, entry: Entry, claim: Entry) -> None:
        ours = entry.data["run"] == claim.data["run"]
        young = entry.at is None or claim.at is None
        if not young and not ours:
            young = entry.at - claim.at < SETTLE_AFTER  # type: ignore[operator]
            if young:
                self._fail(f"a young claim was doubted: {entry.name.path}")

    # --- at the service

    def on_send(
        self,
        claim: Claim,
        pictures: tuple[Shown, ...],
        looked: dt.datetime,
        *,
        frozen: bool,
    ) -> None:
        """Judge a request to send as it reaches the service.

        Args:
            claim: what it rests on.
            pictures: that the request names, as the service holds them.
            looked: what the runner's clock showed when it last looked.
            frozen: the runner was frozen since it last looked at its clock, which no
                protocol can know.
        """
        key, nonce = claim.due.key, claim.event.nonce
        newest = self.remote.state.ledger.of(key).newest(EventName.CLAIMED)
        if newest is None or newest.text("nonce") != nonce:
            self._fail(f"I6: {key} sent without a claim on main")
        if claim.message.payload.text != newest.text("payload", "text"):  # type: ignore[union-attr]
            self._fail(f"I5: {key} sent other bytes than claimed")
        if pictures != pictures_of(newest):  # type: ignore[arg-type]
            self._fail(f"I5: {key} sent with other pictures or words than claimed")
        if frozen:
            return
        local = looked.astimezone(ZONE)
        expires_at = claim.due.approved.post.meta.expires_at
        if not OPENS.time() <= local.time() < CLOSES.time():
            self._fail(f"I4: {key} sent outside opening hours, at {local}")
        if expires_at is not None and looked >= expires_at:
            self._fail(f"I4: {key} sent after its end")
        if looked - claim.event.at > FRESH + STEP:
            self._fail(f"I5: {key} sent on a claim {looked - claim.event.at} old")

    def on_accept(self, new: Public) -> None:
        if new.key is None:
            return
        if len(self.service.accepted(new.key)) > 1:
            self._fail(f"I1: {new.key} is public twice")
        if new.nonce in self.closed:
            self._fail(f"I3: {new.key} became public after it was declared unsent")

    # --- at the end

    def on_report(self, report: RunReport) -> None:
        """Judge what a run that came to its end says."""
        states = {outcome.state for outcome in report.outcomes}
        if Result.IN_DOUBT in states and report.exit_code is not ExitCode.IN_DOUBT:
            self._fail("a doubt was not raised")

    def on_quiet(self, last: RunReport, *, person: bool) -> None:
        """Judge what is left when faults have stopped and runs went on.

        Args:
            last: the report of the last run.
            person: whether somebody settled what was in doubt.
        """
        unfinished = {Result.WAITING, Result.DUE, Result.CLAIMED}
        for outcome in last.outcomes:
            limited = outcome.reason and outcome.reason.code.startswith("limit-")
            if outcome.state in unfinished and not limited:
                self._fail(f"I10: {outcome.key} is left {outcome.state}")
        ledger = self.remote.state.ledger
        doubted = DeliveryState.IN_DOUBT
        for key, delivery in ledger.deliveries.items():
            if delivery.state in {DeliveryState.CLAIMED, DeliveryState.BROKEN}:
                self._fail(f"I10: {key} is still {delivery.state}")
            if delivery.state is doubted and person:
                self._fail(f"I10: {key} is still {delivery.state}")
            if delivery.state is doubted and last.exit_code is not ExitCode.IN_DOUBT:
                self._fail(f"I2: nobody is told of {key}")
        self._nothing_is_lost()

    def _nothing_is_lost(self) -> None:
        recorded = {
            DeliveryState.PUBLISHED,
            DeliveryState.IN_DOUBT,
            DeliveryState.RETRACTED,
        }
        for post in self.service.posts:
            if post.key is None:
                continue
            if self.remote.state.ledger.of(post.key).state not in recorded:
                self._fail(f"I2: {post.key} is public and not recorded")

    def _fail(self, what: str) -> None:
        msg = f"{what} (at {self.now})"
        raise ViolationError(msg)


def whole_message(one: ApprovedPost, account: str, policy: Settings) -> Message:
    """Return what an approved post is to go out as, pictures and all."""
    message = compose(one.post, account, policy)
    if not isinstance(message, Message):
        raise TypeError(message)
    made = [prepared(path, content_of(blob)) for path, blob in one.media]
    return with_pictures(message, one.media_blobs, made)


def pictures_of(claim: Entry) -> tuple[Shown, ...]:
    """Return the pictures that a claim is to send."""
    return tuple((one["sha256"], one["alt"]) for one in claim.data["payload"]["media"])


def _counting(delivery: Delivery) -> list[dt.datetime]:
    """Return when a delivery was claimed for what may have become public."""
    times: list[dt.datetime] = []
    for entry in delivery.entries:
        if entry.event is EventName.CLAIMED and entry.at is not None:
            times.append(entry.at)
        elif entry.event in {EventName.NOT_SENT, EventName.REJECTED}:
            times.pop()
    return times


def _claim(delivery: Delivery) -> Entry:
    claim = delivery.newest(EventName.CLAIMED)
    if claim is None:
        msg = f"I7: {delivery.key} has events before its claim"
        raise ViolationError(msg)
    return claim
