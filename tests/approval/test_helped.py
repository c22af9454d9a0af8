"""With help from a second process the same is accepted and refused as without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from tests.approval.helper import Helper
from tests.approval.library import POST, Library, post, refused_for
from tests.approval.test_unreadable import lose

ROOT = Path(__file__).parents[2]
END = b"\n -----END SSH SIGNATURE-----"
HOSTILE = (
    (END, END + b"\n more", "signature-malformed"),
    (END, b"", "signature-malformed"),
    (b"=" + END, END, "signature-malformed"),
    (b"-----\n U1NI", b"-----\n U\n 1NI", "signature-malformed"),
    (b"\ngpgsig ", b"\ngpgsig x\ngpgsig ", "commit-malformed"),
    (b"\ngpgsig ", b"\ngpgsig-sha256 x\ngpgsig ", "commit-malformed"),
    (b"\nauthor ", b"\nauthor A <a@example.jp> 1 +0000\nauthor ", "commit-malformed"),
    (b"\n\nApprove ", b"\n\nApproved ", "signature-invalid"),
    (b"\n\nApprove ", b"\n\n\xff\xfe ", "commit-malformed"),
    (b"\n\nApprove ", b"\n\n\0 ", "commit-malformed"),
    (b"gpgsig ", b"mergetag ", "commit-malformed"),
)


def tell(library: Library) -> dict[CommitId, str | None]:
    """Tell a history of good and hostile commits; return what refuses each."""
    library.introduce()
    wanted: dict[CommitId, str | None] = {}
    for number, (old, new, rule) in enumerate(HOSTILE):
        wanted[library.approve({POST: post(f"{number}")})] = None
        raw = library.story.raw(library.approve({POST: post(f"{number}!")}))
        assert raw.count(old) == 1
        wanted[library.story.raw_commit(raw.replace(old, new))] = rule
    for signer in (False, library.tanto, library.unei):
        change = library.story.merge(
            library.propose({POST: post(f"{signer}")}), library.kancho, sign=signer
        )
        wanted[change] = "unsigned" if signer is False else "no-right"
    wanted[library.approve({POST: post("again")})] = None
    return wanted


def test_the_same_is_refused_however_far_the_helper_came(library: Library) -> None:
    wanted = tell(library)
    alone = library.judged()
    assert {one: refused_for(alone, one) for one in wanted} == wanted

    for first in range(len(wanted) + 1):
        helper = Helper(first)
        assert library.judged(helper=helper) == alone
        good = [at for at, rule in enumerate(wanted.values()) if rule in ACCEPTABLE]
        assert helper.known == [at for at in good if at >= first]


ACCEPTABLE = {None, "no-right"}
"""A signature that is good may still be of somebody without the right."""


SCRIPT = """
import datetime as dt, os, sys
from pathlib import Path
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.adapters.second_process import second_process
from sns_cli.approval.authenticate import authenticate

class Waited(GitHistory):
    def beside(self, holds, count):
        self.known = second_process(holds, count, least=1)
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        return self.asked

    def asked(self, place):
        found = self.known(place)
        print(place, found)
        return found

repository = open_repository(Path(sys.argv[1]))
history = GitHistory(repository)
chain = history.chain(repository.resolve("refs/heads/main"), None)
now = dt.datetime.fromisoformat(sys.argv[2])
_, alone = authenticate(history, chain, now)
_, helped = authenticate(Waited(repository), chain, now)
print(helped == alone, len(alone.refusals))
"""


@pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1,
    reason="there is no second process here",
)
def test_a_real_second_process_says_the_same(library: Library) -> None:
    wanted = tell(library)
    known = [at for at, rule in enumerate(wanted.values()) if rule in ACCEPTABLE]
    asked = {at for at, rule in enumerate(wanted.values()) if rule in CHECKED}

    done = subprocess.run(
        [
            sys.executable,
            "-c",
            SCRIPT,
            str(library.story.remote),
            library.story.now.isoformat(),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (done.returncode, done.stderr) == (0, "")
    *places, last = done.stdout.splitlines()
    refused = sum(rule is not None for rule in wanted.values())
    assert last == f"True {refused}"
    assert set(places) == {f"{at} {at in known}" for at in asked}


CHECKED = {*ACCEPTABLE, "signature-invalid"}
"""What comes of commits whose signature is looked at."""


def test_what_cannot_be_read_cannot_be_read_with_help_either(library: Library) -> None:
    library.introduce()
    change = library.approve({POST: post()}, None, "Approved-Content: sha256:0")
    lose(library, f"{change}:{POST}")

    said = []
    for helper in (None, Helper()):
        with pytest.raises(HistoryError) as caught:
            library.judged(helper=helper)
        said.append((caught.value.code, caught.value.details))

    assert said[0] == said[1]
    assert said[0][0] == "history-unreadable"
