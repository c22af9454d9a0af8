"""Attacks by what the commit holds: threats of the reference, section 4."""

from tests.approval.attacks.acts import (
    DIRECTOR,
    GOOD,
    GRANT,
    OTHER,
    SECOND,
)
from tests.approval.attacks.telling import Act, Attack, Policy
from tests.approval.library import IMAGE, POST, grant, post, with_image
from tests.support.git_story import Special

EDITED = "edit after approval, direct push"
EVIL = "evil merge, extra file, `ours` drop"
TELEPORT = "teleport / other repo"
REPLAY = "replay of older approved text"
MINTED = "signature malleability, double headers"
POLICY = "policy removal / rollback"
ODD = "symlink, twin paths, octopus"

HERE = "Approval-Target: city/library refs/heads/main"
_SIGNATURE = b"\n -----END SSH SIGNATURE-----"
_BLOCK = b"\ngpgsig "

BY_CONTENT = (
    Attack(EDITED, "by staff", (GOOD, Act("push", "tanto", {POST: "x"})), "no-right"),
    Attack(
        EDITED,
        "unsigned",
        (GOOD, Act("push", "kancho", {POST: "x"}, key="nobody")),
        "unsigned",
    ),
    Attack(
        EDITED,
        "of an image",
        (
            Act("merge", "kancho", {POST: with_image(), IMAGE: b"\xff\xd8"}),
            Act("push", "tanto", {IMAGE: b"\xff\xd9"}),
        ),
        "no-right",
    ),
    Attack(
        EDITED,
        "by the director",
        (GOOD, Act("push", "kancho", {POST: post("x")})),
        "posts-need-merge",
    ),
    Attack(
        EVIL,
        "control: a declared edit",
        (
            Act(
                "merge",
                "kancho",
                {POST: post("誤字")},
                ("Approver-Edited: yes",),
                edit={POST: post()},
            ),
        ),
        None,
        approved=True,
    ),
    Attack(
        EVIL,
        "other bytes than proposed",
        (Act("merge", "kancho", {POST: post()}, edit={POST: post("x")}),),
        "merge-not-clean",
    ),
    Attack(
        EVIL,
        "one post more",
        (Act("merge", "kancho", {OTHER: post()}, edit={POST: post("x")}),),
        "merge-not-clean",
    ),
    Attack(
        EVIL,
        "a workflow, under the cover of a declared edit",
        (
            Act(
                "merge",
                "kancho",
                {POST: post()},
                ("Approver-Edited: yes",),
                edit={".github/workflows/publish.yml": "x"},
            ),
        ),
        "merge-not-clean",
    ),
    Attack(
        EVIL,
        "an edit a grantee declares",
        (
            Act(
                "merge",
                "tanto",
                {POST: post()},
                (GRANT, "Approver-Edited: yes"),
                edit={POST: post("x")},
            ),
        ),
        "merge-not-clean",
        extra=grant(),
    ),
    Attack(
        EVIL,
        "a correction dropped",
        (GOOD, Act("ours", "kancho", {POST: post("訂正")})),
        "merge-not-clean",
        approved=True,  # the text before the correction, which nobody touched
    ),
    Attack(
        TELEPORT,
        "another library's",
        (
            Act(
                "merge",
                "kancho",
                {POST: post()},
                says=("Approval-Target: town/library refs/heads/main", "{by}"),
            ),
        ),
        "target-wrong",
    ),
    Attack(
        TELEPORT,
        "another branch's",
        (
            Act(
                "merge",
                "kancho",
                {POST: post()},
                says=("Approval-Target: city/library refs/heads/test", "{by}"),
            ),
        ),
        "target-wrong",
    ),
    Attack(
        TELEPORT,
        "nobody's",
        (Act("merge", "kancho", {POST: post()}, says=("{by}",)),),
        "target-missing",
    ),
    Attack(
        TELEPORT,
        "two at once",
        (
            Act(
                "merge",
                "kancho",
                {POST: post()},
                says=(HERE, "Approval-Target: town/library refs/heads/main", "{by}"),
            ),
        ),
        "target-wrong",
    ),
    Attack(
        REPLAY,
        "pushed by staff",
        (GOOD, SECOND, Act("push", "tanto", {POST: post()})),
        "no-right",
    ),
    Attack(
        REPLAY,
        "under a grant that covers only what it becomes",
        (
            GOOD,
            Act("merge", "kancho", {POST: post(category="city")}),
            Act("merge", "tanto", {POST: post()}, (GRANT,)),
        ),
        "grant-category",
        extra=grant(),
    ),
    Attack(
        MINTED,
        "words behind the signature",
        (GOOD, Act("forge", bytes=(_SIGNATURE, _SIGNATURE + b"\n more"))),
        "signature-malformed",
    ),
    Attack(
        MINTED,
        "a second block",
        (
            GOOD,
            Act(
                "forge",
                bytes=(
                    _SIGNATURE,
                    _SIGNATURE + b"\n -----BEGIN SSH SIGNATURE-----" + _SIGNATURE,
                ),
            ),
        ),
        "signature-malformed",
    ),
    Attack(
        MINTED,
        "a second header",
        (GOOD, Act("forge", bytes=(_BLOCK, b"\ngpgsig x" + _BLOCK))),
        "commit-malformed",
    ),
    Attack(
        POLICY,
        "removed",
        (Act("push", "kancho", {"sns.toml": None}),),
        "settings-removed",
        approved=True,  # the good one that follows, though nothing goes out
        after=(GOOD,),
    ),
    Attack(
        POLICY,
        "an older one brought back by whom it made director",
        (
            Act("push", "kancho", {"sns.toml": DIRECTOR}),
            Act("push", "kancho", {"sns.toml": Policy()}),
            Act("push", "tanto", {"sns.toml": DIRECTOR}),
        ),
        "no-right",
    ),
    Attack(
        ODD,
        "a link",
        (Act("merge", "kancho", {POST: Special("120000", "/etc/passwd")}),),
        "mode-not-regular",
    ),
    Attack(
        ODD,
        "a repository inside",
        (Act("merge", "kancho", {"posts/2026/11/x": Special("160000", "1" * 40)}),),
        "submodule",
    ),
    Attack(
        ODD,
        "a name in other letters",
        (GOOD, Act("merge", "kancho", {POST.replace("k", "K"): post("x")})),
        "path-twin",
        approved=True,
    ),
    Attack(
        ODD,
        "a name composed otherwise",
        (Act("merge", "kancho", {"posts/2026/11/か\u3099.md": post()}),),
        "path-not-nfc",
    ),
    Attack(
        ODD, "three parents", (Act("octopus", "kancho", {POST: post()}),), "octopus"
    ),
)
