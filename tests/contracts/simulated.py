"""What the simulation runs against, behind the ports that the product runs against."""

import datetime as dt
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from sns_cli.errors import HistoryError, RemoteError
from sns_cli.model.channel import (
    NOTHING,
    Answer,
    Identity,
    Message,
    NoReply,
    Prepared,
    Timeline,
)
from sns_cli.model.event import Run
from sns_cli.model.history import CommitId
from sns_cli.ports import NewFile, PushOutcome
from sns_cli.publish import effects as fx
from sns_cli.publish.config import Config
from sns_cli.publish.engine import publish_run
from sns_cli.schedule.timing import due_post
from tests.fakes.faults import Fault, IdentifyFault, PictureFault, TimelineFault
from tests.fakes.remote import OverwrittenError, State
from tests.fakes.service import FakeService, Public
from tests.simulation.chaos import Chaos, LocalFault, PushFault
from tests.simulation.library import OPENS, settings
from tests.simulation.runner import Runner
from tests.simulation.world import World

RUN = Run(job="run", runner="sim", version="0")
SECOND = dt.timedelta(seconds=1)
CUT_OFF = Chaos(
    fetch=((LocalFault.FAILED, 1.0),), push=((PushFault.UNANSWERED_LOST, 1.0),)
)


def world_with(files: dict[str, bytes]) -> World:
    """Return a world whose ``main`` holds these files, and nobody to judge them."""
    world = World(State(settings(("x",)), files=files), OPENS)
    world.remote.watch = None
    return world


@dataclass
class SimulatedMain:
    """The port ``MainBranch`` of one runner in a simulated world."""

    world: World
    lock: threading.Lock

    def __post_init__(self) -> None:
        config = Config(run=RUN, due=due_post)
        now = self.world.now
        self.runner = Runner(
            "run", config, publish_run(config), dt.timedelta(), now, now
        )

    def fetch(self) -> CommitId:
        answer, _ = self.world.outside.perform(self.runner, fx.Fetch())
        if isinstance(answer, fx.FetchFailed):
            raise RemoteError(answer.reason.code, remote="simulated", detail="down")
        return answer.tip  # type: ignore[attr-defined]  # a Snapshot

    def add_files(
        self, base: CommitId, files: Sequence[NewFile], message: str, at: dt.datetime
    ) -> PushOutcome:
        del at  # only a commit of git has a time
        push = fx.Push(base, tuple(files), message)
        try:
            with self.lock:
                answer, _ = self.world.outside.perform(self.runner, push)
        except OverwrittenError as error:
            # In the simulation nobody may even try.
            raise HistoryError("archive-path-taken", path=str(error)) from error
        return answer  # type: ignore[return-value]  # no other fault is asked for


@dataclass
class SimulatedChannel:
    """The port ``Channel`` over the service of the simulation.

    Attributes:
        faults, timeline_faults: what the next requests meet, the first one first.
    """

    service: FakeService = field(default_factory=FakeService)
    faults: deque[Fault] = field(default_factory=deque)
    timeline_faults: deque[TimelineFault] = field(default_factory=deque)
    now: dt.datetime = OPENS

    def identify(self) -> Identity | Answer:
        return self.service.identify(IdentifyFault.NONE, self.now)

    def prepare(self, message: Message) -> Prepared | Answer:
        return self.service.hold(PictureFault.NONE, message)

    def send(self, message: Message, prepared: Prepared = NOTHING) -> Answer:
        if len(prepared.media_ids) != len(message.payload.media):
            return NoReply(left=False, reason="media-not-prepared")
        self.now += SECOND
        number = str(len(self.service.posts) + 1)
        new = Public(number, "x", message.payload.text, self.now, self.now)
        fault = self.faults.popleft() if self.faults else Fault.NONE
        return self.service.answer(fault, new)

    def read_back(self, since: dt.datetime | None) -> Timeline | Answer:
        faults = self.timeline_faults
        fault = faults.popleft() if faults else TimelineFault.NONE
        return self.service.read(fault, "x", since, self.now)

    def delete(self, remote_id: str) -> Answer:
        return self.service.delete(remote_id)
