"""Attacks on what came after the reference: grants by command, repairs, lost keys."""

import hashlib

from tests.approval.attacks.acts import (
    BY_STAFF,
    GOOD,
    GRANT,
    GRANTED,
    OTHER,
)
from tests.approval.attacks.telling import Act, Attack, Policy
from tests.approval.library import CLAIM, POST, PUBLISHED, grant, post
from tests.support.git_people import make_person

PROPOSED = "a grant that a command proposed"
MOVED = "`Approves:` on a moved file"
OFF_CHAIN = "distrust with `from` off the chain"
REPAIRED = "a repair that repairs too much"
SHARED = "a second person with the same key"
BACK = "a director demoted and added again"
OWN = "own_posts with a colleague's edit after a refused push"
RETRACTED = "retraction by a grantee outside scope"

WIDER = grant(categories='["closure", "event", "city"]', own_posts="true")
_LONGER = grant(valid="[2026-11-01, 2027-10-31]")
_KANCHO = make_person("kancho", "director").public_key
_TANTO = make_person("tanto", "staff").public_key
_DISTRUST = f'[[distrust]]\nkey = "{_KANCHO}"\nfrom = "{"a" * 40}"\n'
_DOUBLE = f"""[people.double]
name = "人 二"
email = "double@lib.example.lg.jp"
role = "director"
keys = ["{_TANTO}"]
"""
_ELSEWHERE = "posts/2026/12/kyukan.md"
_DIGEST = f"sha256:{hashlib.sha256(post().encode()).hexdigest()}"
_TWO = Policy({"tanto": "director"}, grant(to='"koho"'))
_DEMOTED = Policy({"kancho": "staff", "tanto": "director"}, grant(to='"koho"'))
_RECORDS = (
    Act("push", "robot", {CLAIM: "{}", PUBLISHED: "{}"}, says=()),
    Act("push", "tanto", {CLAIM: "x"}),
)
_ASK = "posts/2026/11/torikeshi.md"
_REQUEST = post("取り下げます。", id="20261112-t", retracts="20261110-kyukan")

_GRANTS = (
    Attack(
        PROPOSED,
        "merged by whom it is for",
        (Act("merge", "tanto", {"sns.toml": Policy({}, grant())}),),
        "no-right",
    ),
    Attack(
        PROPOSED,
        "a longer one, merged under the shorter",
        (Act("merge", "tanto", {"sns.toml": Policy({}, _LONGER)}, (GRANT,)),),
        "grant-outside-posts",
        extra=grant(),
    ),
    Attack(
        PROPOSED,
        "merged by staff, then used",
        (Act("merge", "koho", {"sns.toml": Policy({}, grant())}), GRANTED),
        "grant-unknown",
    ),
    Attack(
        PROPOSED,
        "widened by a maintainer, then used",
        (
            Act("push", "hoshu", {"sns.toml": Policy({}, WIDER)}),
            Act("merge", "tanto", {POST: post(category="city")}, (GRANT,)),
        ),
        "grant-category",
        extra=grant(),
    ),
    Attack(
        PROPOSED,
        "beside the post that it would let out",
        (Act("merge", "kancho", {"sns.toml": Policy({}, grant()), POST: post()}),),
        "settings-not-alone",
    ),
    Attack(
        PROPOSED,
        "ended, and used once more",
        (Act("push", "kancho", {"sns.toml": Policy()}), GRANTED),
        "grant-unknown",
        extra=grant(),
    ),
    Attack(
        OWN,
        "by the same grantee",
        (
            Act("push", "tanto", {POST: post()}),
            Act("merge", "tanto", {POST: post("同僚が直した。")}, (GRANT,)),
        ),
        "grant-own-post",
        extra=grant(),
    ),
    Attack(
        OWN,
        "control: with own_posts",
        (
            Act("push", "tanto", {POST: post()}),
            Act("merge", "tanto", {POST: post("同僚が直した。")}, (GRANT,)),
        ),
        None,
        approved=True,
        extra=grant(own_posts="true"),
    ),
    Attack(
        RETRACTED,
        "of a category that is the director's",
        (
            Act("merge", "kancho", {POST: post(category="city")}),
            Act("merge", "tanto", {_ASK: _REQUEST}, (GRANT,)),
        ),
        "grant-retracts",
        approved=True,
        extra=grant(),
    ),
    Attack(
        RETRACTED,
        "after the post was given another category by staff",
        (
            Act("merge", "kancho", {POST: post(category="city")}),
            Act("push", "koho", {POST: post()}),
            Act("merge", "tanto", {_ASK: _REQUEST}, (GRANT,)),
        ),
        "grant-retracts",
        extra=grant(),
    ),
    Attack(
        RETRACTED,
        "control: within it",
        (GOOD, Act("merge", "tanto", {_ASK: _REQUEST}, (GRANT,))),
        None,
        approved=True,
        extra=grant(),
    ),
)

_AGAIN = (
    Attack(
        MOVED,
        "the name it had",
        (
            GOOD,
            Act("push", "koho", {POST: None, _ELSEWHERE: post()}),
            Act("push", "kancho", {}, (f"Approves: {POST} {_DIGEST}",)),
        ),
        "approves-missing",
    ),
    Attack(
        MOVED,
        "moved by staff after it was approved so",
        (
            Act("push", "koho", {_ELSEWHERE: post()}),
            Act("push", "kancho", {}, (f"Approves: {_ELSEWHERE} {_DIGEST}",)),
            Act("push", "koho", {_ELSEWHERE: None, POST: post()}),
        ),
        "no-right",
    ),
    Attack(
        MOVED,
        "and changed on the way",
        (
            Act("push", "koho", {OTHER: post()}),
            Act("push", "koho", {OTHER: None, POST: post("別の文")}),
            Act("push", "kancho", {}, (f"Approves: {POST} {_DIGEST}",)),
        ),
        "approves-mismatch",
    ),
    Attack(
        MOVED,
        "control: where it is now",
        (
            GOOD,
            Act("push", "koho", {POST: None}),
            Act("push", "koho", {POST: post()}),
            Act("push", "kancho", {}, (f"Approves: {POST} {_DIGEST}",)),
        ),
        None,
        approved=True,
    ),
    Attack(
        REPAIRED,
        "a sound record beside the damaged one",
        (*_RECORDS, Act("push", "kancho", {CLAIM: "{}", PUBLISHED: None})),
        "archive-not-resolution",
    ),
    Attack(
        REPAIRED,
        "a sound record alone",
        (*_RECORDS, Act("push", "kancho", {PUBLISHED: None})),
        "archive-not-added",
    ),
    Attack(
        REPAIRED,
        "the damaged one taken away",
        (*_RECORDS, Act("push", "kancho", {CLAIM: None})),
        "archive-not-resolution",
    ),
    Attack(
        REPAIRED,
        "a post beside it",
        (*_RECORDS, Act("push", "kancho", {CLAIM: "{}", POST: post()})),
        "posts-need-merge",
        blocks=False,  # it is as it was
    ),
    Attack(
        REPAIRED,
        "the settings beside it",
        (*_RECORDS, Act("push", "kancho", {CLAIM: "{}", "sns.toml": Policy()})),
        "archive-not-resolution",
        extra=grant(),
    ),
    Attack(
        REPAIRED,
        "by a maintainer",
        (*_RECORDS, Act("push", "hoshu", {CLAIM: "{}"})),
        "maintainer-outside",
        blocks=False,  # it is as it was
    ),
    Attack(
        REPAIRED,
        "by a grantee",
        (*_RECORDS, Act("merge", "tanto", {CLAIM: "{}"}, (GRANT,))),
        "grant-outside-posts",
        extra=grant(),
        blocks=False,  # it is as it was
    ),
)

_PEOPLE = (
    Attack(
        OFF_CHAIN,
        "by staff",
        (GOOD, Act("push", "tanto", {"sns.toml": Policy({}, _DISTRUST)})),
        "no-right",
        approved=True,
    ),
    Attack(
        OFF_CHAIN,
        "by whom that key had made director",
        (
            GOOD,
            Act("push", "kancho", {"sns.toml": Policy({"tanto": "director"})}),
            Act(
                "push",
                "tanto",
                {"sns.toml": Policy({"tanto": "director"}, _DISTRUST)},
            ),
        ),
        "distrust-undoes-itself",
        approved=True,
    ),
    Attack(
        SHARED,
        "who would be director",
        (Act("push", "kancho", {"sns.toml": Policy({}, _DOUBLE)}),),
        "settings-invalid",
        after=(BY_STAFF,),
    ),
    Attack(
        BACK,
        "approving in between",
        (
            Act("push", "kancho", {"sns.toml": _TWO}),
            Act("push", "tanto", {"sns.toml": _DEMOTED}),
            GOOD,
        ),
        "no-right",
        after=(Act("push", "tanto", {"sns.toml": _TWO}),),
    ),
    Attack(
        BACK,
        "whose grant would come back, too",
        (
            Act("push", "kancho", {"sns.toml": _TWO}),
            Act("push", "tanto", {"sns.toml": _DEMOTED}),
            Act("push", "tanto", {"sns.toml": _TWO}),
            Act("merge", "koho", {POST: post()}, (GRANT,)),
        ),
        "grant-lapsed",
        extra=grant(to='"koho"'),
    ),
    Attack(
        BACK,
        "by himself",
        (
            Act("push", "kancho", {"sns.toml": _TWO}),
            Act("push", "tanto", {"sns.toml": _DEMOTED}),
            Act("push", "kancho", {"sns.toml": _TWO}),
        ),
        "no-right",
    ),
    Attack(
        BACK,
        "control: and approving again",
        (
            Act("push", "kancho", {"sns.toml": _TWO}),
            Act("push", "tanto", {"sns.toml": _DEMOTED}),
            Act("push", "tanto", {"sns.toml": _TWO}),
            GOOD,
        ),
        None,
        approved=True,
    ),
)

SINCE = (*_GRANTS, *_AGAIN, *_PEOPLE)
