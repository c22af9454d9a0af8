"""The invariants of delivery.md 2.6, judged at the service and on ``main``.

What is on ``main`` is judged here by books of its own (``books``); what reaches the
service, in ``at_service``; what is left when faults have stopped, in ``at_end``.
"""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from sns_cli.compose.message import compose, with_pictures
from sns_cli.model.channel import Message
from sns_cli.model.delivery import Claim, RunReport
from sns_cli.model.event import Source
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.model.verification import Verification
from sns_cli.ports import NewFile
from tests.fakes.remote import FakeRemote, State
from tests.fakes.service import FakeService, Public, Shown
from tests.simulation import at_end, at_service, limits
from tests.simulation.books import Books, Key, Page
from tests.simulation.library import OPENS, content_of, prepared
from tests.simulation.runner import Runner

SETTLE_AFTER = dt.timedelta(minutes=20)
RETRY_AFTER = dt.timedelta(minutes=15)
GIVE_UP_AFTER = dt.timedelta(hours=24)


class ViolationError(AssertionError):
    """An invariant does not hold."""


@dataclass
class Judge:
    """Watches one world.

    Attributes:
        sources: the two parts of every post file by blob.
        pusher: the run whose push is applied now; None for people.
        closed: nonces of claims that were declared not to have been accepted.
        erred: deliveries that a person called not sent although that was not known.
        unreadable: post files that could not be read when they were asked for.
    """

    remote: FakeRemote
    service: FakeService
    sources: Mapping[str, Source] = field(default_factory=dict)
    now: dt.datetime = OPENS
    books: Books = field(default_factory=Books)
    pusher: Runner | None = None
    closed: set[str] = field(default_factory=set)
    erred: set[Key] = field(default_factory=set)
    unreadable: set[str] = field(default_factory=set)

    def fail(self, what: str) -> NoReturn:
        """Report that an invariant does not hold."""
        msg = f"{what} (at {self.now})"
        raise ViolationError(msg)

    # --- at the remote

    def on_commit(
        self, commit: CommitId, before: State, files: Sequence[NewFile]
    ) -> None:
        """Judge a commit of the publisher, or of a person who decides a doubt."""
        for file in files:
            if file.path.startswith("archive/media/"):
                self._on_media(file, files)
                continue
            page = self.books.enter(file.path, file.content)
            if isinstance(page, str):
                self.fail(f"I7/I8/I9: {page}")
            self._on_event(page, before)
            ledger = self.remote.states[commit].ledger
            told = ledger.of(DeliveryKey(*page.key)).state.value
            if (
                self.books.state(page.key) != told
                and page is self.books.of(page.key)[-1]
            ):
                self.fail(f"the ledger reads {page.key} as {told}")

    def _on_media(self, file: NewFile, files: Sequence[NewFile]) -> None:
        """A picture's bytes come with a claim that names them, under their name."""
        digest = hashlib.sha256(file.content).hexdigest()
        wanted = f"archive/media/{digest[:2]}/{digest}.png"
        named = any(
            digest in one.content.decode() for one in files if "-claimed." in one.path
        )
        if file.path != wanted or not named:
            self.fail(f"I8: the publisher wrote {file.path}")

    def _on_event(self, page: Page, before: State) -> None:
        match page.event:
            case "claimed":
                self._on_claim(page, before)
            case "published":
                self._on_published(page)
            case "not-sent" | "rejected":
                self._on_unsent(page)
            case "in-doubt":
                self._on_doubt(page)
            case "retracted":
                self._on_retracted(page)
            case "confirmed" | "differs" | "missing":
                at_service.judge_finding(self, page)
            case _:
                self.fail(f"unexpected event {page.key} {page.event}")

    # --- claims

    def _on_claim(self, page: Page, before: State) -> None:
        post, name = page.key
        account = before.policy.accounts[name]
        paused = before.paused is not None or before.blocked or account.paused
        by_environment = self.pusher is not None and self.pusher.paused is not None
        if paused or by_environment:
            self.fail(f"I14: {page.key} claimed during a pause")
        if at_service.asked_to_retract(before.approved, page.key):
            self.fail(f"I14: {page.key} claimed although it is to be taken down")
        self._may_be_claimed(page)
        limit = limits.broken(self.books, page, account)
        if limit is not None:
            self.fail(f"{page.key} claimed {limit}")
        approved = [one for one in before.approved if one.post.id == post]
        for one in approved:
            if page.made_from == (one.blob, *one.media_blobs):
                self._as_approved(page, one, before.policy)
                return
        self.fail(f"I5: {page.key} claimed without approval")

    def _as_approved(self, page: Page, one: ApprovedPost, policy: Settings) -> None:
        ends = one.approval.claim_before
        if ends is not None and page.at >= ends:
            self.fail(f"I5: {page.key} claimed after the grant it rests on ended")
        wanted = whole_message(one, page.key[1], policy)
        if page.data["payload"] != wanted.payload.model_dump(mode="json"):
            self.fail(f"I5: {page.key} claimed with what was not approved")
        if page.data["cost_usd"] != wanted.cost_usd:
            self.fail(f"{page.key} claimed at another price")
        for digest, _ in pictures_of(page):
            path = f"archive/media/{digest[:2]}/{digest}.png"
            if path not in self.remote.state.files:
                self.fail(f"I2: {page.key} claimed without the bytes of its pictures")

    def _may_be_claimed(self, page: Page) -> None:
        *earlier, last = [None, *self.books.of(page.key)[:-1]]
        if last is None:
            return
        if last.event == "rejected":
            claims = [one for one in earlier if one is not None]
            refused = next(one for one in reversed(claims) if one.event == "claimed")
            if refused.made_from == page.made_from:
                self.fail(f"I9: {page.key} claimed as it was rejected")
            return
        again = last.instant("retry_at") or last.at + RETRY_AFTER
        if page.at < again:
            self.fail(f"I9: {page.key} claimed before it may be tried again")
        first = self.books.first_claim(page.key, page.made_from)
        if first is not None and page.at >= first + GIVE_UP_AFTER:
            self.fail(f"I9: {page.key} claimed a day after its first claim")

    # --- what became of them

    def _claim_of(self, page: Page) -> Page:
        claim = self.books.claim(page.key)
        if claim is None:
            self.fail(f"I7: {page.key} has events before its claim")
        return claim

    def _is_own(self, page: Page, claim: Page) -> bool:
        return page.data["run"]["job"] == claim.data["run"]["job"]

    def _on_unsent(self, page: Page) -> None:
        claim = self._claim_of(page)
        if page.data.get("by") is not None:
            if page.key in self.erred:
                return
        elif not self._is_own(page, claim):
            self.fail(f"I9: {page.key} declared {page.event} by a run that cannot know")
        nonce = claim.data["nonce"]
        self.closed.add(nonce)
        key = DeliveryKey(*page.key)
        if any(post.nonce == nonce for post in self.service.accepted(key)):
            self.fail(f"I3: {page.key} is public and was declared {page.event}")

    def _on_published(self, page: Page) -> None:
        claim = self._claim_of(page)
        same = page.data["text"] == claim.data["payload"]["text"]
        # Only a second look finds what an earlier claim brought out.
        if not same and page.data["settled_by"] == "reply":
            self.fail(f"I5: {page.key} recorded with another text")
        found = at_service.recorded(self, page)
        if page.data["settled_by"] == "person" and page.key in self.erred:
            return  # which of several claims brought it out, the person did not say
        if page.data["text"] != found.text:
            self.fail(f"I5: {page.key} recorded with another text")
        media = tuple((one["sha256"], one["alt"]) for one in page.data["media"])
        if found.key is not None and found.pictures != media:
            self.fail(f"I5: {page.key} recorded with other pictures")
        if not all(one["size"] and one["rights"] for one in page.data["media"]):
            self.fail(f"I2: {page.key} recorded without all there is to its pictures")
        self._has_source(page)

    def _has_source(self, page: Page) -> None:
        claims = [one for one in self.books.of(page.key) if one.event == "claimed"]
        blobs = {one.data["blob"] for one in claims}
        known = [self.sources.get(blob) for blob in blobs]
        told = Source(**page.data["source"])
        if told not in known and not blobs & self.unreadable:
            self.fail(f"I2: {page.key} recorded without its source")

    def _on_doubt(self, page: Page) -> None:
        claim = self._claim_of(page)
        if not self._is_own(page, claim) and page.at - claim.at < SETTLE_AFTER:
            self.fail(f"a young claim was doubted: {page.key}")

    def _on_retracted(self, page: Page) -> None:
        if page.data["remote_id"] not in self.service.deleted:
            self.fail(f"I3: {page.key} retracted but still public")

    # --- at the service and at the end

    def on_send(
        self,
        runner: Runner,
        claim: Claim,
        pictures: tuple[Shown, ...],
        *,
        frozen: bool,
    ) -> None:
        """Judge a request to send as it reaches the service."""
        at_service.judge_send(self, runner, claim, pictures, frozen=frozen)

    def on_delete(self, runner: Runner, account: str, remote_id: str) -> None:
        """Judge a request to take a post down."""
        at_service.judge_delete(self, runner, account, remote_id)

    def on_accept(self, new: Public) -> None:
        """Judge what became public."""
        at_service.judge_accept(self, new)

    def on_report(self, report: RunReport, runner: Runner) -> None:
        """Judge what a run that came to its end says."""
        at_end.judge_report(self, report, runner)

    def on_verification(self, report: Verification, runner: Runner) -> None:
        """Judge what ``verify`` says of the accounts."""
        at_end.judge_verification(self, report, runner)

    def on_quiet(self, last: RunReport, *, person: bool) -> None:
        """Judge what is left when faults have stopped and two runs went by.

        Args:
            last: the report of the last run.
            person: whether somebody settled what was in doubt.
        """
        at_end.judge_quiet(self, last, person=person)


def whole_message(one: ApprovedPost, account: str, policy: Settings) -> Message:
    """Return what an approved post is to go out as, pictures and all."""
    message = compose(one.post, account, policy)
    if not isinstance(message, Message):
        raise TypeError(message)
    made = [prepared(path, content_of(blob)) for path, blob in one.media]
    return with_pictures(message, one.media_blobs, made)


def pictures_of(claim: Page) -> tuple[Shown, ...]:
    """Return the pictures that a claim is to send."""
    return tuple((one["sha256"], one["alt"]) for one in claim.data["payload"]["media"])
