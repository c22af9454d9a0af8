"""What the effects of a runner come to: the remote, the service, its own machine."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from sns_cli.model.channel import Answer, Identity, NoReply, Prepared, Timeline
from sns_cli.model.delivery import Reason
from sns_cli.ports import PushOutcome, PushResult
from sns_cli.publish import effects as fx
from tests.fakes.faults import (
    DeleteFault,
    Fault,
    IdentifyFault,
    PictureFault,
    TimelineFault,
)
from tests.fakes.service import STALE, Public
from tests.simulation.chaos import LocalFault, PushFault, pick
from tests.simulation.library import content_of
from tests.simulation.runner import STEP, Runner

if TYPE_CHECKING:
    from tests.simulation.world import World

SLOW = 60.0
"""Seconds until a request without an answer is given up."""


class Outside:
    """Carries out effects in a world.

    Attributes:
        pushes: how many were accepted.
        told: the last effect and its answer, enough of them to tell histories apart.
    """

    def __init__(self, world: "World") -> None:
        self.world = world
        self.rng = world.rng
        self.pushes = 0
        self.told = ""

    def perform(self, runner: Runner, effect: fx.Effect) -> tuple[object, float]:
        """Apply an effect now; return its answer and the seconds until it is there."""
        match effect:
            case fx.Now():
                runner.look_at_clock(self.world.now)
                self.told = "Now"
                return self.world.now + runner.offset, 0.01
            case fx.Nonce():
                self.told = "Nonce"
                return f"nonce-{self.rng.getrandbits(64):x}", 0.0
            case fx.Sleep(seconds):
                self.told = "Sleep"
                return None, seconds
        fault, answer, seconds = self._struck(runner, effect)
        self.world.struck.add(effect, fault.value)
        named = (
            [one.path for one in effect.files] if isinstance(effect, fx.Push) else ""
        )
        self.told = f"{type(effect).__name__} {fault.value} {named} {_short(answer)}"
        return answer, seconds

    def _struck(
        self, runner: Runner, effect: fx.Effect
    ) -> tuple[StrEnum, object, float]:
        quick = self.rng.uniform(0.1, 1.5)
        match effect:
            case fx.Push():
                return *self._push(runner, effect), self.rng.uniform(0.1, 8)
            case fx.Send():
                return self._send(runner, effect, quick)
            case fx.Prepare(_, message):
                upload = pick(self.world.chaos.pictures, PictureFault.NONE, self.rng)
                slow = upload is PictureFault.HUNG
                answer = self.world.service.hold(upload, message)
                return upload, answer, SLOW if slow else 3 * quick
            case fx.Identify() | fx.ReadBack() | fx.Delete():
                return self._ask(runner, effect, quick)
            case _:
                return *self._read(runner, effect), quick

    # --- git, and the machine

    def _read(self, runner: Runner, effect: fx.Effect) -> tuple[StrEnum, object]:
        chaos, fine = self.world.chaos, LocalFault.NONE
        match effect:
            case fx.Fetch():
                fault = pick(chaos.fetch, fine, self.rng)
                return fault, self._fetched(runner, fault)
            case fx.ReadSource(blob):
                fault = pick(chaos.source, fine, self.rng)
                if fault is not fine:
                    self.world.judge.unreadable.add(blob)
                return fault, self.world.sources.get(blob) if fault is fine else None
            case fx.ReadMedia(blobs):
                fault = pick(chaos.media, fine, self.rng)
                contents = {blob: content_of(blob) for blob in blobs}
                failed = fx.ReadFailed(Reason("object-missing"))
                return fault, contents if fault is fine else failed
            case fx.Stopping():
                fault = pick(chaos.stop, fine, self.rng)
                return fault, fault is LocalFault.STOPPED
            case _:
                raise TypeError(effect)

    def _fetched(self, runner: Runner, fault: LocalFault) -> object:
        if fault is LocalFault.FAILED:
            return fx.FetchFailed(Reason("remote-unreachable"))
        snapshot = self.world.remote.snapshot()
        if runner.paused is not None and snapshot.paused is None:
            snapshot = replace(snapshot, paused=runner.paused)
        runner.seen = snapshot
        return snapshot

    def _push(
        self, runner: Runner, push: fx.Push
    ) -> tuple[PushFault, PushOutcome | fx.PushFailed]:
        fault = pick(self.world.chaos.push, PushFault.NONE, self.rng)
        if fault is PushFault.REFUSED:
            return fault, PushOutcome(PushResult.REFUSED, detail="declined")
        if fault is PushFault.UNMADE:
            return fault, fx.PushFailed(Reason("publisher-key-missing"))
        if fault is PushFault.OVERTAKEN:
            self.world.remote.people_commit()
        if fault is PushFault.LATE:
            after = dt.timedelta(seconds=self.rng.uniform(2, 90))
            self.world.at(self.world.now + after, lambda: self._apply(runner, push))
        if fault in {PushFault.LATE, PushFault.UNANSWERED_LOST}:
            return fault, PushOutcome(PushResult.UNKNOWN)
        outcome = self._apply(runner, push)
        if fault is PushFault.UNANSWERED_APPLIED:
            return fault, PushOutcome(PushResult.UNKNOWN)
        return fault, outcome

    def _apply(self, runner: Runner, push: fx.Push) -> PushOutcome:
        self.world.judge.pusher = runner
        tip = self.world.remote.publisher_commit(push.base, push.files)
        self.world.judge.pusher = None
        if tip is None:
            return PushOutcome(PushResult.LOST)
        self.pushes += 1
        return PushOutcome(PushResult.ACCEPTED, tip)

    # --- the service

    def _ask(
        self, runner: Runner, effect: fx.Effect, quick: float
    ) -> tuple[StrEnum, object, float]:
        service, chaos, now = self.world.service, self.world.chaos, self.world.now
        answer: object
        match effect:
            case fx.Identify(account):
                who = pick(chaos.identify, IdentifyFault.NONE, self.rng)
                answer = service.identify(who, now)
                if isinstance(answer, Identity):
                    runner.handles[account] = answer.handle
                    runner.identified = now
                return who, answer, SLOW if who is IdentifyFault.HUNG else quick
            case fx.ReadBack(account, since):
                read = pick(chaos.timeline, TimelineFault.NONE, self.rng)
                answer = service.read(read, account, since, now)
                if isinstance(answer, Timeline):
                    stale = read is TimelineFault.STALE
                    runner.looked[account] = now - STALE if stale else now
                return read, answer, SLOW if read is TimelineFault.HUNG else quick
            case fx.Delete(account, remote_id):
                self.world.judge.on_delete(runner, account, remote_id)
                gone = pick(chaos.delete, DeleteFault.NONE, self.rng)
                answer = service.delete(remote_id, gone)
                return gone, answer, SLOW if gone is DeleteFault.HUNG else quick
            case _:
                raise TypeError(effect)

    def _send(
        self, runner: Runner, effect: fx.Send, quick: float
    ) -> tuple[StrEnum, object, float]:
        claim, world = effect.claim, self.world
        looked = runner.looked_at_clock or world.now
        frozen = world.now - looked > STEP
        pictures = tuple(world.service.held[one] for one in effect.prepared.media_ids)
        world.judge.on_send(runner, claim, pictures, frozen=frozen)
        fault = pick(world.chaos.send, Fault.NONE, self.rng)
        new = replace(
            self.public(claim.message.payload.text, claim.due.account),
            key=claim.due.key,
            nonce=claim.event.nonce,
            pictures=pictures,
        )
        if fault is Fault.LATE:
            after = dt.timedelta(seconds=SLOW + self.rng.uniform(20, 500))
            late = replace(new, at=new.at + after, visible_at=new.visible_at + after)
            world.at(world.now + after, lambda: world.service.accept(late))
        answer: Answer = world.service.answer(fault, new)
        slow = fault in {Fault.LATE, Fault.HUNG}
        return fault, answer, SLOW if slow else quick

    def public(self, text: str, account: str) -> Public:
        """Return a post as the service would show it, perhaps late."""
        now = self.world.now
        lagging = self.rng.random() < self.world.chaos.lag
        lag = dt.timedelta(seconds=self.rng.uniform(0, 600) if lagging else 0)
        remote_id = f"{self.rng.getrandbits(60)}"
        at = now + self.world.service.offset
        return Public(remote_id, account, text, at, now + lag)


def _short(answer: object) -> object:
    shown = (PushOutcome, NoReply, Prepared, fx.ReadFailed)
    if isinstance(answer, shown):
        return answer
    if isinstance(answer, Timeline):
        return [one.remote_id for one in answer.posts]
    return getattr(answer, "status", "")
