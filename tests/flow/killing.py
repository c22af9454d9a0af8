"""Killing a run at every single moment, and what must come of it after all."""

import signal
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import text_of

MOST_MOMENTS = 90


def at_every_moment(
    folder: Path,
    prepare: Callable[[Library], Sequence[str]],
    judge: Callable[[Library], str],
) -> Counter[str]:
    """Kill a command at each of its moments, every time in a new library.

    Args:
        folder: where the libraries are built.
        prepare: brings one to where the command is to be run; returns what to type.
        judge: looks at what others make of it, and says in a word what came of it.

    Returns:
        How often what came of it.
    """
    ends: Counter[str] = Counter()
    for moment in range(MOST_MOMENTS):
        with Library(folder / str(moment)) as library:
            arguments = prepare(library)
            code = library.fork(*arguments, kill_at=moment).wait().code
            ends[judge(library)] += 1
            check_objects(library)
            if code != -signal.SIGKILL:
                assert moment > 1
                return ends
    raise AssertionError("no run survived")


def check_objects(library: Library) -> None:
    """Check every object of the remote, and of the clone that was left as it was."""
    library.fsck()
    git(library.clone, "fsck", "--strict", "--no-dangling")


def sent_once_at_most(library: Library, ids: Sequence[str]) -> Mapping[str, int]:
    """Return how often each post was ever accepted, which must be once at most."""
    sent = Counter(library.sent())
    assert set(sent) <= {text_of(one) for one in ids}, sent
    assert max(sent.values(), default=1) == 1, "sent twice"
    return {one: sent[text_of(one)] for one in ids}


def made_good(library: Library, ids: Sequence[str]) -> str:
    """Let later runs, and a person, make good what was struck; return what it took.

    After two runs everything is public or in doubt, and what is public was sent once;
    after the person has looked, everything was sent exactly once.
    """
    library.publish(minutes=1)
    last = library.publish(minutes=22)

    sent = sent_once_at_most(library, ids)
    events = library.events()
    doubtful = [one for one in ids if f"{one}.x.2-in-doubt" in events]
    assert [one for one in ids if not sent[one] and one not in doubtful] == []
    for one in ids:
        assert (f"{one}.x.2-published" in events) == (one not in doubtful)
    assert last.code == (6 if doubtful else 0), last
    assert not any(sent[one] for one in doubtful), "the service was asked"
    # The service refuses the same words twice: what was asked of it tells more.
    assert library.asked("create") <= len(ids), "tried twice"
    for one in doubtful:
        assert library.sns("resolve", one, "x", "--not-sent").code == 0
        assert library.publish(minutes=23).code == 0
    assert set(sent_once_at_most(library, ids).values()) == {1}
    return f"{len(doubtful)} in doubt"
