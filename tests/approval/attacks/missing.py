"""Cases that the prototype of the reference lacked: section 5."""

from tests.approval.attacks.acts import (
    GOOD,
    GRANT,
    GRANTED,
    OTHER,
)
from tests.approval.attacks.telling import Act, Attack, Policy
from tests.approval.library import CLAIM, POST, grant, post
from tests.support.git_story import Special

_BLOCK = b"\ngpgsig "

DOUBLED = "dup header and gpgsig-sha256 with the rest valid"
UNSIGNED = "unsigned vs unparsable"
LINKED = "symlink present on both sides of a clean merge"
MERGED = "bot-signed merge"
PUSHED = "delegate single-parent push"
NAMED = "unknown/foreign grant id"
MIDDLE = "grant expired in the MIDDLE of history"
ROLE = "unknown role"
LAST = "last director removed"
DIGEST = "R5 content digest"
LIMITS = "R7 counts/platforms/publish_at"
WEB_FLOW = "web-flow PGP"

MISSING = (
    Attack(
        DOUBLED,
        "a header git leaves out of what is signed",
        (GOOD, Act("forge", bytes=(_BLOCK, b"\ngpgsig-sha256 x" + _BLOCK))),
        "commit-malformed",
    ),
    Attack(
        DOUBLED,
        "two authors, signed so by the director",
        (GOOD, Act("resign", bytes=(b"\nauthor ", b"\nauthor A <a> 1 +0000\nauthor "))),
        "commit-malformed",
    ),
    Attack(
        DOUBLED,
        "an unknown header, signed so by the director",
        (GOOD, Act("resign", bytes=(b"\ncommitter ", b"\nnote x\ncommitter "))),
        "commit-malformed",
    ),
    Attack(
        UNSIGNED,
        "unsigned",
        (Act("merge", "kancho", {POST: post()}, key="nobody"),),
        "unsigned",
    ),
    Attack(
        UNSIGNED,
        "unparsable",
        (Act("merge", "kancho", {POST: post()}, key="nonsense"),),
        "signature-malformed",
    ),
    Attack(
        WEB_FLOW,
        "a web merge where approvals are signed",
        (Act("merge", "kancho", {POST: post()}, key="pgp"),),
        "signature-malformed",
    ),
    Attack(
        LINKED,
        "changed by the merge",
        (
            Act("push", "tanto", {POST: Special("120000", "a")}),
            Act("merge", "kancho", {POST: Special("120000", "b")}),
        ),
        "mode-not-regular",
    ),
    Attack(
        LINKED,
        "beside what the merge changes",
        (
            Act("push", "tanto", {POST: Special("120000", OTHER)}),
            Act("merge", "kancho", {OTHER: post(id="20261111-tenji")}),
        ),
        None,
    ),
    Attack(
        MERGED,
        "of records",
        (Act("merge", "robot", {CLAIM: "{}"}),),
        "publisher-merge",
    ),
    Attack(
        PUSHED,
        "of a post in scope",
        (Act("push", "tanto", {POST: post()}, (GRANT,)),),
        "grant-needs-merge",
        extra=grant(),
    ),
    Attack(NAMED, "unknown", (GRANTED,), "grant-unknown", extra=grant(id='"g2"')),
    Attack(NAMED, "foreign", (GRANTED,), "grant-foreign", extra=grant(to='"koho"')),
    Attack(
        NAMED,
        "two",
        (Act("merge", "tanto", {POST: post()}, (GRANT, GRANT)),),
        "grant-twice",
        extra=grant(),
    ),
    Attack(
        MIDDLE,
        "and given again later",
        (Act("merge", "tanto", {POST: post()}, (GRANT,), days=6),),
        "grant-not-valid",
        extra=grant(valid="[2026-11-01, 2026-11-07]"),
        after=(
            Act("push", "kancho", {"sns.toml": Policy({}, grant())}),
            Act("merge", "tanto", {OTHER: post(id="20261111-tenji")}, (GRANT,)),
        ),
    ),
    Attack(
        ROLE,
        "in the settings",
        (Act("push", "kancho", {"sns.toml": Policy({"tanto": "chief"})}),),
        "settings-invalid",
    ),
    Attack(
        LAST,
        "by the director",
        (Act("push", "kancho", {"sns.toml": Policy({"kancho": "staff"})}),),
        "settings-invalid",
    ),
    Attack(
        DIGEST,
        "of other bytes",
        (
            Act(
                "merge",
                "kancho",
                {POST: post()},
                (f"Approved-Content: sha256:{'0' * 64}",),
            ),
        ),
        "content-wrong",
    ),
    Attack(
        LIMITS,
        "counts",
        (GRANTED, Act("merge", "tanto", {OTHER: post(id="20261111-b")}, (GRANT,))),
        "grant-max-per-day",
        approved=True,
        extra=grant(max_per_day="1"),
    ),
    Attack(
        LIMITS,
        "accounts",
        (Act("merge", "tanto", {POST: post(accounts="[x, mail]")}, (GRANT,)),),
        "grant-account",
        extra=grant(),
    ),
    Attack(
        LIMITS,
        "publish_at",
        (
            Act(
                "merge",
                "tanto",
                {POST: post(publish_at="2026-12-01T10:00:00+09:00")},
                (GRANT,),
            ),
        ),
        "grant-publish-at",
        extra=grant(),
    ),
)
