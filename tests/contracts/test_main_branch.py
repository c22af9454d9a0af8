"""What every ``MainBranch`` promises: the git one and the one in memory alike."""

import datetime as dt
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Protocol

import pytest

from sns_cli.adapters.git.commit import parse_commit
from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError, RemoteError
from sns_cli.model.history import CommitId
from sns_cli.ports import MainBranch, NewFile, PushResult
from tests.contracts.simulated import CUT_OFF, SimulatedMain, world_with
from tests.fakes.main_branch import FakeMainBranch, MemoryRemote
from tests.support.git_story import Story

AT = dt.datetime(2026, 11, 20, 1, 0, tzinfo=dt.UTC)
ROUNDS = 50
HELD = {"README.md": b"x", "archive/2026/11/a.x.1-claimed.json": b"{}"}


class Rig(Protocol):
    """A remote, and runners that each have their own way to it."""

    def runner(self, name: str) -> MainBranch: ...
    def files(self, commit: CommitId) -> Mapping[str, bytes]: ...
    def parent(self, commit: CommitId) -> CommitId | None: ...
    def cut_off(self) -> None: ...


class MemoryRig:
    def __init__(self) -> None:
        self.remote = MemoryRemote()
        self.remote.tip = self.remote.put(HELD)

    def runner(self, name: str) -> MainBranch:
        del name  # in memory there is nothing to clone
        return FakeMainBranch(self.remote)

    def files(self, commit: CommitId) -> Mapping[str, bytes]:
        return self.remote.commits[commit].files

    def parent(self, commit: CommitId) -> CommitId | None:
        return self.remote.commits[commit].parent

    def cut_off(self) -> None:
        self.remote.reachable = False


class SimulatedRig:
    """The remote that the simulation runs against."""

    def __init__(self) -> None:
        self.world, self.lock = world_with(HELD), Lock()

    def runner(self, name: str) -> MainBranch:
        del name
        return SimulatedMain(self.world, self.lock)

    def files(self, commit: CommitId) -> Mapping[str, bytes]:
        return self.world.remote.states[commit].files

    def parent(self, commit: CommitId) -> CommitId | None:
        return self.world.remote.parents.get(commit)

    def cut_off(self) -> None:
        self.world.chaos = CUT_OFF


class GitRig:
    def __init__(self, folder: Path) -> None:
        self.story = Story(folder)
        self.publisher = self.story.person("publisher", "publisher")
        files = {path: content.decode() for path, content in HELD.items()}
        self.start = self.story.commit(files, self.publisher, parents=())

    def runner(self, name: str) -> MainBranch:
        clone = self.story.ci_clone(name, self.start)
        who, sign = self.publisher.who, self.publisher.sign
        return GitMainBranch(open_repository(clone), who, sign)

    def files(self, commit: CommitId) -> Mapping[str, bytes]:
        history = self.story.history()
        entries = history.files(commit)
        contents = history.read(entry.blob for entry in entries)
        return {entry.path: contents[entry.blob] for entry in entries}

    def parent(self, commit: CommitId) -> CommitId | None:
        return parse_commit(commit, self.story.raw(commit), ()).parents[0]

    def cut_off(self) -> None:
        self.story.remote.rename(self.story.folder / "elsewhere")


@pytest.fixture(params=["memory", "simulated", "git"])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Rig:
    if request.param == "simulated":
        return SimulatedRig()
    return MemoryRig() if request.param == "memory" else GitRig(tmp_path)


def event(name: str) -> NewFile:
    path = f"archive/2026/11/{name}.x.1-claimed.json"
    return NewFile(path, f'{{"nonce": "{name}"}}'.encode())


def test_what_was_added_is_the_new_tip_on_top_of_the_base(rig: Rig) -> None:
    runner = rig.runner("one")
    base = runner.fetch()
    outcome = runner.add_files(base, [event("b")], "Claim b", AT)
    assert outcome.result is PushResult.ACCEPTED
    assert outcome.tip is not None
    assert runner.fetch() == outcome.tip
    assert rig.parent(outcome.tip) == base
    assert rig.files(outcome.tip) == {**HELD, event("b").path: event("b").content}


def test_who_builds_on_an_old_tip_loses_and_adds_nothing(rig: Rig) -> None:
    one, two = rig.runner("one"), rig.runner("two")
    base = one.fetch()
    assert two.fetch() == base
    won = one.add_files(base, [event("b")], "Claim b", AT)
    lost = two.add_files(base, [event("c")], "Claim c", AT)
    assert (won.result, lost.result) == (PushResult.ACCEPTED, PushResult.LOST)
    assert lost.tip is None
    assert two.fetch() == won.tip


def test_the_loser_wins_on_the_new_tip(rig: Rig) -> None:
    one, two = rig.runner("one"), rig.runner("two")
    base = one.fetch()
    one.add_files(base, [event("b")], "Claim b", AT)
    again = two.add_files(two.fetch(), [event("c")], "Claim c", AT)
    assert again.result is PushResult.ACCEPTED
    assert again.tip is not None
    held = rig.files(again.tip)
    assert {event("b").path, event("c").path} <= set(held)


def test_a_file_that_is_there_already_is_left_as_it_is(rig: Rig) -> None:
    runner = rig.runner("one")
    path = "archive/2026/11/a.x.1-claimed.json"
    files = [NewFile(path, HELD[path]), event("b")]
    outcome = runner.add_files(runner.fetch(), files, "Claim b", AT)
    assert outcome.result is PushResult.ACCEPTED
    assert outcome.tip is not None
    assert rig.files(outcome.tip)[path] == HELD[path]


def test_other_content_at_a_path_that_is_taken_is_an_error(rig: Rig) -> None:
    runner = rig.runner("one")
    base = runner.fetch()
    changed = NewFile("archive/2026/11/a.x.1-claimed.json", b"changed")
    with pytest.raises(HistoryError) as caught:
        runner.add_files(base, [event("b"), changed], "Claim", AT)
    assert caught.value.code == "archive-path-taken"
    assert runner.fetch() == base


def test_a_remote_that_is_gone_is_an_error_to_fetch_and_unknown_to_push(
    rig: Rig,
) -> None:
    runner = rig.runner("one")
    base = runner.fetch()
    rig.cut_off()
    with pytest.raises(RemoteError) as caught:
        runner.fetch()
    assert caught.value.code == "remote-unreachable"
    outcome = runner.add_files(base, [event("b")], "Claim b", AT)
    assert (outcome.result, outcome.tip) == (PushResult.UNKNOWN, None)


def test_the_very_same_commit_pushed_again_is_no_second_one(rig: Rig) -> None:
    """As git says "up to date": only a nonce tells whose claim it was."""
    one, two = rig.runner("one"), rig.runner("two")
    base = one.fetch()
    assert two.fetch() == base
    first = one.add_files(base, [event("b")], "Claim b", AT)
    again = two.add_files(base, [event("b")], "Claim b", AT)
    assert first.result is PushResult.ACCEPTED
    assert again.tip in {None, first.tip}
    assert one.fetch() == first.tip


def test_of_four_who_push_at_once_exactly_one_is_accepted(rig: Rig) -> None:
    runners = [rig.runner(f"runner-{number}") for number in range(4)]
    with ThreadPoolExecutor(len(runners)) as pool:
        for round_ in range(ROUNDS):
            base = runners[0].fetch()
            for runner in runners:
                assert runner.fetch() == base

            def push(number: int, base: CommitId = base, turn: int = round_) -> bool:
                files = [event(f"r{turn}-{number}")]
                outcome = runners[number].add_files(base, files, "Claim", AT)
                assert outcome.result in {PushResult.ACCEPTED, PushResult.LOST}
                return outcome.result is PushResult.ACCEPTED

            wins = list(pool.map(push, range(len(runners))))
            assert wins.count(True) == 1
    # Nobody's claim was lost either: every round left its one event.
    assert len(rig.files(runners[0].fetch())) == len(HELD) + ROUNDS
