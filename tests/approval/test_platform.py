"""Evidence ``platform``: who pressed the button, by the host's own record."""

from pathlib import Path

import pytest

from sns_cli.model.history import CommitId
from sns_cli.model.platform import Review
from tests.approval.library import (
    POST,
    PUBLISHED,
    approved,
    grant,
    post,
    proof,
    refused_for,
)
from tests.approval.web import WEB_FLOW, WebLibrary
from tests.support.git_people import make_person

OTHER = "posts/2026/11/tenji.md"


@pytest.fixture
def web(tmp_path: Path) -> WebLibrary:
    return WebLibrary(tmp_path / "library")


def test_what_the_director_merged_after_approving_its_head_is_approved(
    web: WebLibrary,
) -> None:
    web.introduce()
    merge = web.button({POST: post()})

    found = proof(web.asked()).approval

    assert found is not None
    assert (found.by, found.commit, found.evidence) == ("kancho", merge, "platform")
    assert found.confirmed == ()


def test_without_the_host_nothing_is_taken_for_granted(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()})

    outcome = web.judged()

    assert refused_for(outcome, merge) == "platform-unasked"
    assert [one.commit for one in outcome.unanswered] == [merge]
    assert not approved(outcome)


def test_a_host_that_does_not_answer_is_asked_once_and_decides_nothing(
    web: WebLibrary,
) -> None:
    web.introduce()
    merges = [web.button({POST: post()}), web.button({OTHER: post(id="tenji")})]
    web.github.silent = "timeout"

    outcome = web.asked()

    rules = [refused_for(outcome, merge) for merge in merges]
    assert rules == ["platform-silent", "platform-silent"]
    assert len(web.github.asked) == 1
    assert [one.commit for one in outcome.unanswered] == merges


def test_what_stands_no_more_needs_no_answer(web: WebLibrary) -> None:
    web.introduce()
    first = web.button({POST: post()})
    second = web.button({POST: post("直した文")})
    pushed = web.story.commit({OTHER: "x"}, web.koho, trailers=[], sign=False)

    outcome = web.judged()

    assert [one.commit for one in outcome.unanswered] == [second, pushed]
    assert web.asked().unanswered == ()
    assert refused_for(web.asked(), pushed) == "platform-direct"
    assert refused_for(outcome, first) == "platform-unasked"
    assert refused_for(outcome, pushed) == "platform-unasked"


REVIEWS: dict[str, tuple[tuple[tuple[str, str, bool], ...], str | None]] = {
    # (whose, state, of the head that was merged)
    "approved": ((("kancho-city", "APPROVED", True),), None),
    "in other letters": ((("KANCHO-City", "APPROVED", True),), None),
    "then commented": (
        (("kancho-city", "APPROVED", True), ("kancho-city", "COMMENTED", True)),
        None,
    ),
    "approved after changes were asked for": (
        (
            ("kancho-city", "CHANGES_REQUESTED", False),
            ("kancho-city", "APPROVED", True),
        ),
        None,
    ),
    "nobody": ((), "platform-review-missing"),
    "commented only": (
        (("kancho-city", "COMMENTED", True),),
        "platform-review-missing",
    ),
    "somebody else": ((("hoshu-city", "APPROVED", True),), "platform-review-missing"),
    "stale": ((("kancho-city", "APPROVED", False),), "platform-review-stale"),
    "dismissed": (
        (("kancho-city", "DISMISSED", True),),
        "platform-review-withdrawn",
    ),
    "approved, then changes asked for": (
        (("kancho-city", "APPROVED", True), ("kancho-city", "CHANGES_REQUESTED", True)),
        "platform-review-withdrawn",
    ),
    "approved the head, then an older one": (
        (("kancho-city", "APPROVED", True), ("kancho-city", "APPROVED", False)),
        "platform-review-stale",
    ),
}


@pytest.mark.parametrize("case", REVIEWS)
def test_the_mergers_own_last_review_approves_exactly_the_head(
    web: WebLibrary, case: str
) -> None:
    said, rule = REVIEWS[case]
    start = web.introduce()
    merge = web.button({POST: post()})
    (pull,) = web.github.pulls[merge]
    reviews = tuple(
        Review(login, state, pull.head if current else start)
        for login, state, current in said
    )
    web.github.knows(merge, web.pull(merge, CommitId(pull.head), reviews=reviews))

    outcome = web.asked()

    assert refused_for(outcome, merge) == rule
    assert approved(outcome) == (rule is None)


@pytest.mark.parametrize(
    ("how", "rule"),
    [
        ({"merged_by": "passer-by"}, "platform-account-unknown"),
        ({"merged_by": None, "merged_by_kind": "-"}, "platform-bot"),
        ({"merged_by": "", "merged_by_kind": "User"}, "platform-account-unknown"),
        ({"merged_by_kind": "Bot"}, "platform-bot"),
        ({"base": "next"}, "platform-base"),
        ({"head": "a" * 40}, "platform-no-pull"),
        ({"merge_commit": "a" * 40}, "platform-no-pull"),
    ],
)
def test_what_does_not_fit_the_merge_is_refused(
    web: WebLibrary, how: dict[str, object], rule: str
) -> None:
    web.introduce()
    merge = web.button({POST: post()}, **how)

    outcome = web.asked()

    assert refused_for(outcome, merge) == rule
    assert not approved(outcome)


def test_one_of_several_pull_requests_that_counts_is_enough(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    (good,) = web.github.pulls[merge]
    bad = web.pull(merge, CommitId(good.head), reviews=())
    web.github.knows(merge, bad, good)

    assert approved(web.asked())


def test_an_account_of_two_people_is_nobodys(web: WebLibrary) -> None:
    web.introduce()
    web.story.people["kancho2"] = make_person("kancho2", "director")
    text = web.settings().replace("Kancho2-City", "kancho-CITY")
    shared = web.button({"sns.toml": text})

    assert refused_for(web.asked(), shared) == "settings-invalid"


def test_a_director_without_an_account_could_approve_nothing(web: WebLibrary) -> None:
    web.introduce()
    text = web.settings().replace('github = "Kancho-City"\n', "")
    locked_out = web.button({"sns.toml": text})

    assert refused_for(web.asked(), locked_out) == "settings-invalid"


def test_an_account_shared_since_the_evidence_was_another_is_nobodys(
    web: WebLibrary,
) -> None:
    web.evidence = "signature"
    web.story.people["kancho2"] = make_person("kancho2", "director")
    web.story.introduce(web.settings().replace("Kancho2-City", "kancho-CITY"))
    text = web.settings().replace("Kancho2-City", "kancho-CITY")
    change = web.story.commit(
        {"sns.toml": text.replace('"signature"', '"platform"')}, web.kancho
    )

    assert refused_for(web.asked(), change) == "settings-invalid"


def test_committer_author_and_text_carry_nothing(web: WebLibrary) -> None:
    web.introduce()
    merge = web.story.merge(web.propose({POST: post()}), web.kancho)  # signed and all

    outcome = web.asked()

    assert refused_for(outcome, merge) == "platform-signed"


def test_trailers_that_a_proposal_smuggled_in_are_not_looked_at(
    web: WebLibrary,
) -> None:
    web.introduce()
    planted = "Merge\n\nApproved-Content: sha256:0\nApprover-Edited: yes\n"
    planted += "Confirmed: personal-name 20261110-kyukan"
    clean = web.button({POST: post()}, message=planted)
    edited = web.button(
        {OTHER: post(id="tenji")}, message=planted, edit={OTHER: post("別", id="tenji")}
    )

    outcome = web.asked()

    assert refused_for(outcome, clean) is None
    assert refused_for(outcome, edited) == "merge-not-clean"
    found = proof(outcome).approval
    assert found is not None
    assert found.confirmed == ()


def squashed(web: WebLibrary, files: dict[str, object]) -> CommitId:
    """Have GitHub make one commit of a proposal."""
    head = web.story.tips[web.propose(files)]
    made = web.story.commit(
        files,  # type: ignore[arg-type]  # contents of files
        WEB_FLOW,
        "お知らせ (#7)",
        trailers=[],
        sign=False,
        author=web.koho,
    )
    web.github.knows(made, web.pull(made, head, number=7))
    return made


def test_squash_merges_are_refused_with_the_setting_to_change(web: WebLibrary) -> None:
    web.introduce()
    made = squashed(web, {POST: post()})

    outcome = web.asked()

    assert refused_for(outcome, made) == "platform-squash"
    assert not approved(outcome)


def test_what_went_to_main_directly_is_refused(web: WebLibrary) -> None:
    web.introduce()
    pushed = web.story.commit({POST: post()}, web.kancho, sign=False)
    empty = web.story.commit({}, web.kancho, sign=False)

    outcome = web.asked()

    assert refused_for(outcome, pushed) == "platform-direct"
    assert refused_for(outcome, empty) == "platform-direct"


def test_what_the_host_says_is_wrong_is_told_to_those_who_signed_too(
    web: WebLibrary,
) -> None:
    web.introduce()
    branch = web.propose({POST: post()})
    merge = web.story.merge(branch, web.kancho)
    web.github.knows(merge, web.pull(merge, web.story.tips[branch], reviews=()))

    assert refused_for(web.asked(), merge) == "platform-review-missing"


def test_who_signed_is_told_that_it_does_not_count_here(web: WebLibrary) -> None:
    web.introduce()
    pushed = web.story.commit({}, web.kancho)
    merge = web.approve({POST: post()})

    outcome = web.asked()

    assert refused_for(outcome, pushed) == "platform-signed"
    assert refused_for(outcome, merge) == "platform-signed"
    assert not approved(outcome)


class TestRoles:
    """Who may do what stays as with signatures."""

    def test_staff_approve_nothing(self, web: WebLibrary) -> None:
        web.introduce()
        merge = web.button({POST: post()}, web.koho)

        assert refused_for(web.asked(), merge) == "no-right"

    def test_a_maintainer_changes_everything_else(self, web: WebLibrary) -> None:
        web.introduce()
        other = web.button({"Makefile": "all:\n"}, web.hoshu)
        wrong = web.button({POST: post()}, web.hoshu)

        outcome = web.asked()

        assert refused_for(outcome, other) is None
        assert refused_for(outcome, wrong) == "maintainer-outside"

    def test_a_director_changes_the_settings_alone(self, web: WebLibrary) -> None:
        web.introduce()
        mixed = web.button({"sns.toml": web.settings("[rules]\n"), POST: post()})
        alone = web.button({"sns.toml": web.settings("[rules]\nmax_hashtags = 1\n")})

        outcome = web.asked()

        assert refused_for(outcome, mixed) == "settings-not-alone"
        assert refused_for(outcome, alone) is None
        assert outcome.policy.rules.max_hashtags == 1

    def test_the_publisher_signs_as_ever(self, web: WebLibrary) -> None:
        web.introduce()
        good = web.story.commit({PUBLISHED: "{}"}, web.robot, trailers=[])
        unsigned = web.story.commit(
            {"archive/a.json": "{}"}, web.robot, trailers=[], sign=False
        )
        outside = web.story.commit({POST: post()}, web.robot, trailers=[])
        forged = web.story.commit(
            {"archive/b.json": "{}"},
            web.robot,
            trailers=[],
            sign=lambda _: web.robot.sign(b"something else"),
        )

        outcome = web.asked()

        assert refused_for(outcome, good) is None
        assert refused_for(outcome, unsigned) == "platform-direct"
        assert refused_for(outcome, outside) == "publisher-outside-archive"
        assert refused_for(outcome, forged) == "signature-invalid"

    def test_a_grantee_names_the_grant_in_the_message(self, web: WebLibrary) -> None:
        web.introduce(grant())
        named = web.button({POST: post()}, web.tanto, "Merge #1\r\n\r\nGrant: g1\r\n")
        unnamed = web.button({OTHER: post(id="tenji")}, web.tanto)
        foreign = web.button({OTHER: post("x", id="tenji")}, web.koho, "M\n\nGrant: g1")

        outcome = web.asked()

        found = proof(outcome).approval
        assert found is not None
        assert (found.by, found.grant, found.evidence) == ("tanto", "g1", "platform")
        assert refused_for(outcome, named) is None
        assert refused_for(outcome, unnamed) == "platform-grant-unnamed"
        assert refused_for(outcome, foreign) == "grant-foreign"

    def test_a_stray_push_into_the_archive_is_repaired_by_a_merge(
        self, web: WebLibrary
    ) -> None:
        web.introduce()
        stray = web.story.commit({PUBLISHED: "{}"}, web.koho, trailers=[], sign=False)
        repair = web.button({PUBLISHED: None})
        adding = web.button({PUBLISHED: "{}"})

        outcome = web.asked()

        assert refused_for(outcome, stray) == "platform-direct"
        assert refused_for(outcome, repair) is None
        assert refused_for(outcome, adding) == "archive-merge"


def test_where_approvals_are_signed_a_repair_is_no_merge(web: WebLibrary) -> None:
    web.evidence = "signature"
    web.introduce()
    web.story.commit({PUBLISHED: "{}"}, web.koho, trailers=[], sign=False)
    repair = web.approve({PUBLISHED: None})

    assert refused_for(web.asked(), repair) == "archive-merge"


def test_the_policy_before_a_change_of_the_evidence_decides(web: WebLibrary) -> None:
    signature = web.settings().replace('"platform"', '"signature"')
    start = web.introduce()
    to_signature = web.button({"sns.toml": signature})
    pressed = web.button({POST: post()})
    signed = web.approve({POST: post("署名で認めた文")})
    back = web.story.commit({"sns.toml": web.settings()}, web.kancho)
    again = web.button({OTHER: post(id="tenji")})

    outcome = web.asked()

    assert start == outcome.introduction
    assert refused_for(outcome, to_signature) is None
    assert refused_for(outcome, pressed) == "unsigned"
    assert refused_for(outcome, signed) is None
    assert refused_for(outcome, back) is None
    evidence = [proof(outcome, path).approval for path in (POST, OTHER)]
    assert [one and one.evidence for one in evidence] == ["signature", "platform"]
    assert refused_for(outcome, again) is None


def test_what_is_signed_is_never_asked_about(web: WebLibrary) -> None:
    web.evidence = "signature"
    web.introduce()
    web.approve({POST: post()})
    web.story.commit({"a": "x"}, web.koho, sign=False)

    web.asked()

    assert web.github.asked == []
