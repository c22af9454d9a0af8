"""Attacks by who makes the commit: threats of the reference, section 4."""

from tests.approval.attacks.acts import (
    BY_STAFF,
    DIRECTOR,
    GOOD,
    GRANT,
    GRANTED,
)
from tests.approval.attacks.telling import Act, Attack, Policy
from tests.approval.library import CLAIM, POST, grant, post

FORGED = "forged Signed-off-by / committer"
ADDED = "approver added by non-approver / same commit / by delegate"
ALONE = "staff self-approval"
ROBOT = "bot outside archive/, rewriting archive"
DELEGATE = "out of scope, expired, backdated delegate"
HANDOVER = "handover, old director, lapsed grants"

HANDED_OVER = Policy({"kancho": "staff", "tanto": "director"}, grant(to='"koho"'))

BY_PEOPLE = (
    Attack(FORGED, "control", (GOOD,), None, approved=True),
    Attack(
        FORGED,
        "staff's key, all else the director's",
        (Act("merge", "tanto", {POST: post()}, signs_off="kancho", name="kancho"),),
        "no-right",
    ),
    Attack(
        FORGED,
        "the director's key, another's sign-off",
        (Act("merge", "kancho", {POST: post()}, signs_off="tanto"),),
        "sign-off-wrong",
    ),
    Attack(
        FORGED,
        "a maintainer's key under the director's name",
        (Act("merge", "hoshu", {POST: post()}, name="kancho"),),
        "maintainer-outside",
    ),
    Attack(
        FORGED,
        "the director's name, a key of nobody",
        (Act("merge", "kancho", {POST: post()}, key="stranger"),),
        "signer-unknown",
    ),
    Attack(
        ADDED,
        "by staff, then used",
        (Act("push", "tanto", {"sns.toml": DIRECTOR}), BY_STAFF),
        "no-right",
    ),
    Attack(
        ADDED,
        "by a maintainer",
        (Act("push", "hoshu", {"sns.toml": DIRECTOR}),),
        "maintainer-outside",
    ),
    Attack(
        ADDED,
        "in the merge it would allow",
        (Act("merge", "tanto", {"sns.toml": DIRECTOR, POST: post()}),),
        "no-right",
    ),
    Attack(
        ADDED,
        "beside a post",
        (Act("merge", "kancho", {"sns.toml": DIRECTOR, POST: post()}),),
        "settings-not-alone",
    ),
    Attack(
        ADDED,
        "by a grantee",
        (Act("merge", "tanto", {"sns.toml": DIRECTOR}, (GRANT,)),),
        "grant-outside-posts",
        extra=grant(),
    ),
    Attack(ALONE, "by staff", (BY_STAFF,), "no-right"),
    Attack(ALONE, "by a manager", (Act("merge", "unei", {POST: post()}),), "no-right"),
    Attack(
        ROBOT,
        "a post",
        (Act("push", "robot", {POST: post(), CLAIM: "{}"}),),
        "publisher-outside-archive",
    ),
    Attack(
        ROBOT,
        "the settings",
        (Act("push", "robot", {"sns.toml": DIRECTOR}),),
        "publisher-outside-archive",
    ),
    Attack(
        ROBOT,
        "a workflow",
        (Act("push", "robot", {".github/workflows/publish.yml": "x"}),),
        "publisher-outside-archive",
    ),
    Attack(
        ROBOT,
        "a record changed",
        (Act("push", "robot", {CLAIM: "{}"}), Act("push", "robot", {CLAIM: "x"})),
        "archive-not-added",
    ),
    Attack(
        ROBOT,
        "a record deleted",
        (Act("push", "robot", {CLAIM: "{}"}), Act("push", "robot", {CLAIM: None})),
        "archive-not-added",
    ),
    Attack(DELEGATE, "control", (GRANTED,), None, approved=True, extra=grant()),
    Attack(
        DELEGATE,
        "control: a director needs none, though naming one",
        (Act("merge", "kancho", {POST: post(category="city")}, (GRANT,)),),
        None,
        approved=True,
        extra=grant(),
    ),
    Attack(
        DELEGATE,
        "another category",
        (Act("merge", "tanto", {POST: post(category="city")}, (GRANT,)),),
        "grant-category",
        extra=grant(),
    ),
    Attack(
        DELEGATE,
        "a day after the last",
        (Act("merge", "tanto", {POST: post()}, (GRANT,), days=29),),
        "grant-not-valid",
        extra=grant(),
    ),
    Attack(
        DELEGATE,
        "dated back behind an accepted change",
        (
            Act("push", "kancho", {"Makefile": "x"}, days=29),
            Act("merge", "tanto", {POST: post()}, (GRANT,), late=-24 * 60),
        ),
        "time-backwards",
        extra=grant(),
    ),
    Attack(
        HANDOVER,
        "control: the new director",
        (Act("push", "kancho", {"sns.toml": HANDED_OVER}), BY_STAFF),
        None,
        approved=True,
    ),
    Attack(
        HANDOVER,
        "the old director goes on",
        (Act("push", "kancho", {"sns.toml": HANDED_OVER}), GOOD),
        "no-right",
    ),
    Attack(
        HANDOVER,
        "the old director's grant goes on",
        (
            Act("push", "kancho", {"sns.toml": HANDED_OVER}),
            Act("merge", "koho", {POST: post()}, (GRANT,)),
        ),
        "grant-lapsed",
        extra=grant(to='"koho"'),
    ),
)
