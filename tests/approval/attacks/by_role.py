"""The same faults in everybody's commits: who may do much may do no more of this.

Each commit is one that its maker had the right to, but for the fault. (Staff without a
grant have no right to any; they are told of the fault all the same.)
"""

from collections.abc import Iterator
from dataclasses import replace

from tests.approval.attacks.acts import GRANT
from tests.approval.attacks.telling import Act, Attack
from tests.approval.library import CLAIM, POST, grant, post
from tests.support.git_story import Special

EVERYBODY = {
    "a director": Act("merge", "kancho", {POST: post()}),
    "a maintainer": Act("merge", "hoshu", {"Makefile": "x"}),
    "a grantee": Act("merge", "tanto", {POST: post()}, (GRANT,)),
    "staff": Act("merge", "koho", {POST: post()}),
    "the publisher": Act("push", "robot", {CLAIM: "{}"}),
}
SIGNING_OFF = ("a director", "a maintainer", "a grantee")
ELSEWHERE = "Approval-Target: town/library refs/heads/main"
WRONG_DIGEST = f"Approved-Content: sha256:{'0' * 64}"


def _folder(act: Act) -> str:
    return next(iter(act.files)).rpartition("/")[0] or "x"


def _everybodys() -> Iterator[Attack]:
    for who, act in EVERYBODY.items():
        named = f"by {who}"
        unsafe = {f"{_folder(act)}/a\nb.json": "{}"}
        inside = {f"{_folder(act)}/inside": Special("160000", "1" * 40)}
        for threat, fault, rule in (
            ("a time before the last", replace(act, late=-60), "time-backwards"),
            ("a time to come", replace(act, late=60), "time-future"),
            ("a history of its own", replace(act, how="foreign"), "branch-too-old"),
            ("a name with a line end", replace(act, files=unsafe), "path-unsafe"),
            ("a repository inside", replace(act, files=inside), "submodule"),
        ):
            yield Attack(threat, named, (fault,), rule, extra=grant())


def _signers() -> Iterator[Attack]:
    for who in SIGNING_OFF:
        act = EVERYBODY[who]
        digest = replace(act, adds=(*act.adds, WRONG_DIGEST))
        there = replace(act, says=(ELSEWHERE, *act.adds, "{by}"))
        for threat, fault, rule in (
            ("another's sign-off", replace(act, signs_off="unei"), "sign-off-wrong"),
            ("meant for another library", there, "target-wrong"),
            ("another digest", digest, "content-wrong"),
        ):
            yield Attack(threat, f"by {who}", (fault,), rule, extra=grant())
    for who in SIGNING_OFF[:2]:
        mute = replace(EVERYBODY[who], says=())
        yield Attack("no word at all", f"by {who}", (mute,), "trailers-missing")


def _approvers() -> Iterator[Attack]:
    good = EVERYBODY["a director"]
    for who in ("a director", "a grantee"):
        act = EVERYBODY[who]
        link = replace(act, files={POST: Special("120000", post())})
        decomposed = replace(act, files={"posts/2026/11/か\u3099.md": post()})
        twin = replace(act, files={POST.replace("k", "K"): post()})
        for threat, acts, rule in (
            ("a link", (link,), "mode-not-regular"),
            ("a name composed otherwise", (decomposed,), "path-not-nfc"),
            ("a name in other letters", (good, twin), "path-twin"),
        ):
            stands = len(acts) > 1
            yield Attack(threat, f"by {who}", acts, rule, stands, extra=grant())


BY_ROLE = (*_everybodys(), *_signers(), *_approvers())
