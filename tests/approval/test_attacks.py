"""Nobody short of the director's key brings anything else out: the attacks, told."""

import ast
import base64
import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from sns_cli.parse.ssh_wire import armor, wire
from tests.approval.attacks.acts import GOOD, GRANTED
from tests.approval.attacks.index import ATTACKS, ELSEWHERE, LATER, NOT_WANTED
from tests.approval.attacks.telling import Act, Attack, commit, tell
from tests.approval.library import (
    POST,
    Library,
    approved,
    grant,
    post,
    proof,
    refused_for,
)
from tests.support.git_command import git

TESTS = Path(__file__).parents[1]
REFERENCE = TESTS.parents[1] / "shared" / "reference" / "approvals.md"


@pytest.mark.parametrize(
    "attack", ATTACKS, ids=[f"{one.threat}: {one.name}" for one in ATTACKS]
)
def test_an_attack_comes_to_what_it_must(library: Library, attack: Attack) -> None:
    on_trial = tell(library, attack)

    outcome = library.judged(real_now=library.story.now)

    assert refused_for(outcome, on_trial) == attack.refused
    listed = [one.path for one in outcome.posts]
    assert (POST in listed and approved(outcome)) == attack.approved
    blocking = [one.commit for one in outcome.blocking]
    assert (on_trial in blocking) == _must_block(attack)


def _must_block(attack: Attack) -> bool:
    """Tell whether a refused change outside ``posts/`` is left at the end."""
    if attack.blocks is not None:
        return attack.blocks
    act = attack.acts[-1]
    if attack.refused is None or act.how in {"forge", "resign", "foreign"}:
        return False
    paths = {**act.files, **(act.edit or {})}
    return any(not path.startswith("posts/") for path in paths)


class TestTheTable:
    """Nothing of the reference is left out."""

    def test_what_is_told_elsewhere_is_there(self) -> None:
        for cases in ELSEWHERE.values():
            for case in cases:
                file, _, name = case.partition("::")
                tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
                found = {
                    node.name
                    for node in ast.walk(tree)
                    if isinstance(node, ast.FunctionDef)
                }
                assert name in found, case

    def test_attacks_have_names_of_their_own(self) -> None:
        names = [(one.threat, one.name) for one in ATTACKS]
        assert len(set(names)) == len(names)

    def test_every_later_threat_has_one(self) -> None:
        told = {*(one.threat for one in ATTACKS), *ELSEWHERE}

        assert set(LATER) - told == set()

    def test_every_threat_and_every_missing_case_has_one(self) -> None:
        if not REFERENCE.is_file():
            pytest.skip("the reference is not on this machine")
        text = REFERENCE.read_text(encoding="utf-8")
        table = text.partition("## 4.")[2].partition("Not solvable")[0]
        rows = [row for row in table.split("\n") if row.startswith("| ")][1:]
        begins, ends = "Missing cases to write: ", "Not prototyped"
        missing = text.partition(begins)[2].partition(ends)[0].replace("\n", " ")
        wanted = {row.split("|")[1].strip() for row in rows}
        wanted |= {one.strip(" .").partition(" (")[0] for one in missing.split(";")}
        told = {*(one.threat for one in ATTACKS), *ELSEWHERE, *NOT_WANTED}

        assert len(wanted) == 16 + 14
        assert wanted - told == set()


# What takes more than a history to tell


def code_of(history: GitHistory, head: CommitId, start: CommitId | None) -> str:
    with pytest.raises(HistoryError) as error:
        history.chain(head, start)
    return error.value.code


def test_a_foxtrot_merge_leaves_main_off_the_chain(library: Library) -> None:
    library.introduce()
    tip = library.story.tips[library.propose({POST: post()})]
    start = library.story.commit({"Makefile": "x"}, library.kancho)
    turned = library.story.merge(start, library.kancho, onto=tip)

    assert (
        code_of(library.story.history(), turned, start) == "introduction-not-on-chain"
    )


def test_a_replaced_history_proves_nothing(library: Library) -> None:
    start = library.introduce()
    refused = library.story.commit({POST: post()}, library.tanto)
    story = library.story
    good = story.merge(library.propose({}), library.kancho, onto=start, on=None)
    git(library.story.remote, "replace", refused, good)

    found = code_of(library.story.history(), refused, start)
    assert found == "history-rewritten-locally"


def test_a_shallow_clone_whose_every_commit_is_good(
    library: Library, tmp_path: Path
) -> None:
    start = library.introduce()
    for act in (GOOD, Act("push", "kancho", {"Makefile": "x"})):
        commit(library, act)
    clone = tmp_path / "short"
    url = library.story.url()
    git(tmp_path, "clone", "--quiet", "--depth=2", url, str(clone))
    history = GitHistory(open_repository(clone))
    head = library.story.head

    assert code_of(history, head, None) == "introduction-unpinned-in-shallow-clone"
    assert code_of(history, head, start) == "introduction-unknown"


def test_a_good_history_beside_the_introduction(library: Library) -> None:
    """Guix, February 2022: good from a common ancestor on is not good from here."""
    old = library.introduce()
    start = library.story.commit({"Makefile": "x"}, library.kancho)
    library.story.move("main", old)
    commit(library, GOOD)
    head = library.story.head

    assert library.judged(head).refusals == ()
    assert code_of(library.story.history(), head, start) == "introduction-not-on-chain"


def test_an_introduction_that_only_looks_like_ours(library: Library) -> None:
    start = library.introduce()
    files = {"sns.toml": library.settings()}
    fake = library.story.commit(files, library.tanto, parents=(), sign=library.tanto)
    commit(library, GOOD)
    head = library.story.head

    assert library.story.tree(fake) == library.story.tree(start)
    assert code_of(library.story.history(), head, start) == "introduction-not-on-chain"


def test_a_security_key_that_nobody_touched(library: Library) -> None:
    secret = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    kind = b"sk-ssh-ed25519@openssh.com"
    public = wire(kind) + wire(secret.public_key().public_bytes_raw()) + wire(b"ssh:")
    line = f"{kind.decode()} {base64.b64encode(public).decode()}"
    text = library.settings()
    library.story.introduce(text.replace(library.kancho.public_key, line))

    def signed(payload: bytes, flags: int) -> str:
        digest = hashlib.sha512(payload).digest()
        inner = b"SSHSIG" + b"".join(map(wire, (b"git", b"", b"sha512", digest)))
        tail = bytes([flags]) + (7).to_bytes(4, "big")
        about = hashlib.sha256(b"ssh:").digest() + tail + hashlib.sha256(inner).digest()
        body = wire(kind) + wire(secret.sign(about)) + tail
        head = b"SSHSIG" + (1).to_bytes(4, "big")
        return armor(head + b"".join(map(wire, (public, b"git", b"", b"sha512", body))))

    found = []
    for flags in (1, 0):
        merge = library.story.merge(
            library.propose({POST: post(str(flags))}),
            library.kancho,
            sign=lambda payload, flags=flags: signed(payload, flags),
        )
        found.append(refused_for(library.judged(), merge))

    assert found == [None, "touch-missing"]


def test_a_backdated_merge_is_to_be_claimed_before_its_end(library: Library) -> None:
    library.introduce(grant(valid="[2026-11-01, 2026-11-02]"))
    dated = library.story.now
    merge = commit(library, GRANTED)
    later = dated.replace(day=20)

    outcome = library.judged(real_now=later)

    assert refused_for(outcome, merge) is None
    approval = proof(outcome).approval
    assert approval is not None
    assert approval.claim_before is not None
    assert approval.claim_before < later
