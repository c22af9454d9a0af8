"""``archive/`` is added to and never changed: attacks with the publisher's key."""

import pytest

from tests.approval.library import (
    CLAIM,
    NOT_SENT,
    POST,
    PUBLISHED,
    Library,
    post,
    refusal,
    refused_for,
)
from tests.support.git_story import Special


def test_the_publisher_adds_events_without_trailers(library: Library) -> None:
    library.introduce()
    claim = library.story.commit({CLAIM: "{}"}, library.robot, trailers=[])
    media = library.story.commit(
        {PUBLISHED: "{}", "archive/media/ab/ab.jpg": b"\xff"},
        library.robot,
        trailers=[],
    )

    outcome = library.judged()

    assert refused_for(outcome, claim) is None
    assert refused_for(outcome, media) is None


@pytest.mark.parametrize(
    "path",
    [
        POST,
        "sns.toml",
        ".github/workflows/publish.yml",
        "archive/README.md",
        "archive/schema/event-1.schema.json",
    ],
)
def test_the_publisher_stays_in_the_ledger(library: Library, path: str) -> None:
    library.introduce()
    rogue = library.story.commit({CLAIM: "{}", path: "x"}, library.robot)

    outcome = library.judged()

    assert refused_for(outcome, rogue) == "publisher-outside-archive"
    assert [one.commit for one in outcome.blocking] == [rogue]


@pytest.mark.parametrize("content", ["{1}", None])
def test_the_publisher_changes_no_record(library: Library, content: str | None) -> None:
    library.introduce()
    library.story.commit({CLAIM: "{}"}, library.robot)
    rogue = library.story.commit({CLAIM: content}, library.robot)

    outcome = library.judged()

    assert refused_for(outcome, rogue) == "archive-not-added"
    assert [one.commit for one in outcome.blocking] == [rogue]


@pytest.mark.parametrize("mode", ["120000", "100755"])
def test_the_publisher_adds_plain_files(library: Library, mode: str) -> None:
    library.introduce()
    rogue = library.story.commit({CLAIM: Special(mode, "x")}, library.robot)

    assert refused_for(library.judged(), rogue) == "mode-not-regular"


def test_the_publisher_merges_nothing(library: Library) -> None:
    library.introduce()
    merge = library.story.merge(library.propose({CLAIM: "{}"}), library.robot)

    assert refused_for(library.judged(), merge) == "publisher-merge"


def test_the_publisher_uses_no_grant(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post()}, library.robot, "Grant: g1")

    assert refused_for(library.judged(), merge) == "publisher-merge"


def test_the_publisher_puts_nothing_in_place_of_a_deleted_record(
    library: Library,
) -> None:
    library.introduce()
    library.story.commit({CLAIM: "{}"}, library.robot)
    library.story.commit({CLAIM: None}, library.tanto)
    rogue = library.story.commit({CLAIM: '{"n": 2}'}, library.robot)

    assert refused_for(library.judged(), rogue) == "archive-not-added"


def test_a_record_that_a_refused_push_added_and_took_back_is_free(
    library: Library,
) -> None:
    library.introduce()
    library.story.commit({CLAIM: "x"}, library.tanto)
    library.story.commit({CLAIM: None}, library.tanto)
    claim = library.story.commit({CLAIM: "{}"}, library.robot)

    outcome = library.judged()

    assert refused_for(outcome, claim) is None
    assert outcome.blocking == ()


def test_a_proposal_brings_nothing_into_archive(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post(), PUBLISHED: "{}"})

    assert refused_for(library.judged(), merge) == "archive-merge"


def test_a_maintainer_stays_out_of_archive(library: Library) -> None:
    library.introduce()
    rogue = library.story.commit({PUBLISHED: "{}"}, library.hoshu)

    assert refused_for(library.judged(), rogue) == "maintainer-outside"


@pytest.mark.parametrize(
    "path",
    [PUBLISHED, NOT_SENT, PUBLISHED.replace("published", "confirmed")],
)
def test_a_director_resolves_a_delivery(library: Library, path: str) -> None:
    library.introduce()
    library.story.commit({CLAIM: "{}"}, library.robot)
    resolved = library.story.commit({path: "{}"}, library.kancho)

    assert refused_for(library.judged(), resolved) is None


@pytest.mark.parametrize(
    "path",
    [
        CLAIM,
        "archive/2026/11/notes.txt",
        *(
            PUBLISHED.replace("published", event)
            for event in ("exploded", "differs", "missing", "retracted", "rejected")
        ),
        "archive/profiles/x.1.json",
    ],
)
def test_a_director_adds_nothing_else_to_archive(library: Library, path: str) -> None:
    library.introduce()
    added = library.story.commit({path: "{}"}, library.kancho)

    assert refused_for(library.judged(), added) == "archive-not-resolution"


@pytest.mark.parametrize("content", ["{1}", None, Special("120000", "x")])
def test_a_director_changes_no_record(library: Library, content: object) -> None:
    library.introduce()
    library.story.commit({PUBLISHED: "{}"}, library.robot)
    changed = library.story.commit({PUBLISHED: content}, library.kancho)  # type: ignore[dict-item]  # any content

    assert refused_for(library.judged(), changed) == "archive-not-added"


class TestRepair:
    """The director puts back what refused commits did to ``archive/``."""

    def test_a_stray_change_is_put_back(self, library: Library) -> None:
        library.introduce()
        library.story.commit({CLAIM: "{}"}, library.robot)
        stray = library.story.commit({CLAIM: "x", PUBLISHED: "{}"}, library.tanto)
        again = library.story.commit({CLAIM: "y"}, library.robot)
        repair = library.story.commit({CLAIM: "{}", PUBLISHED: None}, library.kancho)

        outcome = library.judged()

        assert refused_for(outcome, stray) == "no-right"
        assert refused_for(outcome, again) == "archive-not-added"
        assert refused_for(outcome, repair) is None
        assert outcome.blocking == ()

    def test_a_deleted_record_comes_back(self, library: Library) -> None:
        library.introduce(**{CLAIM: "{}"})
        stray = library.story.commit({CLAIM: None}, library.tanto)
        assert [one.commit for one in library.judged().blocking] == [stray]
        repair = library.story.commit({CLAIM: "{}"}, library.kancho)

        outcome = library.judged()

        assert refused_for(outcome, repair) is None
        assert outcome.blocking == ()

    def test_a_changed_mode_is_put_back(self, library: Library) -> None:
        library.introduce(**{CLAIM: "{}"})
        library.story.commit({CLAIM: Special("100755", "{}")}, library.tanto)
        repair = library.story.commit({CLAIM: "{}"}, library.kancho)

        assert refused_for(library.judged(), repair) is None

    def test_a_repair_invents_nothing(self, library: Library) -> None:
        library.introduce()
        library.story.commit({CLAIM: "{}"}, library.robot)
        library.story.commit({CLAIM: "x"}, library.tanto)
        wrong = library.story.commit({CLAIM: "y"}, library.kancho)

        outcome = library.judged()

        assert refused_for(outcome, wrong) == "archive-not-resolution"
        assert wrong in {one.commit for one in outcome.blocking}

    def test_a_repair_touches_only_what_was_damaged(self, library: Library) -> None:
        library.introduce()
        library.story.commit({CLAIM: "{}"}, library.robot)
        library.story.commit({CLAIM: "x"}, library.tanto)
        mixed = library.story.commit({CLAIM: "{}", "Makefile": "x"}, library.kancho)

        assert refused_for(library.judged(), mixed) == "archive-not-resolution"

    def test_the_publisher_does_not_repair(self, library: Library) -> None:
        library.introduce()
        library.story.commit({CLAIM: "{}"}, library.robot)
        library.story.commit({CLAIM: "x"}, library.tanto)
        rogue = library.story.commit({CLAIM: "{}"}, library.robot)

        assert refused_for(library.judged(), rogue) == "archive-not-added"

    def test_an_accepted_record_is_not_undone_as_a_repair(
        self, library: Library
    ) -> None:
        library.introduce()
        library.story.commit({PUBLISHED: "x"}, library.tanto)
        library.story.commit({PUBLISHED: None}, library.kancho)
        library.story.commit({PUBLISHED: "{}"}, library.robot)
        undone = library.story.commit({PUBLISHED: None}, library.kancho)

        assert refused_for(library.judged(), undone) == "archive-not-added"


def test_a_maintainer_keeps_what_belongs_to_nobody_else(library: Library) -> None:
    library.introduce()
    files = {"Makefile": "x", "archive/README.md": "x", "archive/schema/e.json": "{}"}
    kept = library.story.commit(files, library.hoshu)
    merge = library.story.merge(library.propose({"README.md": "x"}), library.hoshu)

    outcome = library.judged()

    assert refused_for(outcome, kept) is None
    assert refused_for(outcome, merge) is None


@pytest.mark.parametrize("path", [POST, "posts/README.md", "sns.toml", CLAIM])
def test_a_maintainer_stays_out_of_what_is_not_theirs(
    library: Library, path: str
) -> None:
    library.introduce()
    merge = library.approve({path: post(), "Makefile": "x"}, library.hoshu)

    assert refused_for(library.judged(), merge) == "maintainer-outside"


def test_a_maintainers_merge_is_clean_whatever_it_declares(library: Library) -> None:
    library.introduce()
    block = library.story.trailers(library.hoshu, "Approver-Edited: yes")
    merge = library.story.merge(
        library.propose({"Makefile": "x"}), library.hoshu, block, edit={"Makefile": "y"}
    )

    assert refused_for(library.judged(), merge) == "merge-not-clean"


def test_a_maintainer_signs_off(library: Library) -> None:
    library.introduce()
    bare = library.story.commit({"Makefile": "x"}, library.hoshu, trailers=[])

    assert refused_for(library.judged(), bare) == "trailers-missing"


def test_what_staff_push_outside_posts_blocks_until_it_is_put_right(
    library: Library,
) -> None:
    library.introduce()
    workflow = ".github/workflows/publish.yml"
    rogue = library.story.commit({workflow: "evil"}, library.tanto)
    assert [one.commit for one in library.judged().blocking] == [rogue]
    library.story.commit({workflow: "good"}, library.hoshu)

    outcome = library.judged()

    assert outcome.blocking == ()
    found = refusal(outcome, rogue)
    assert found is not None
    assert found.superseded


def test_a_refused_deletion_outside_posts_blocks(library: Library) -> None:
    library.introduce(Makefile="x")
    rogue = library.story.commit({"Makefile": None}, library.tanto)

    assert [one.commit for one in library.judged().blocking] == [rogue]


def test_a_refused_deletion_of_a_post_blocks_nothing(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    rogue = library.story.commit({POST: None}, library.tanto)

    outcome = library.judged()

    found = refusal(outcome, rogue)
    assert found is not None
    assert found.superseded
    assert outcome.blocking == ()
    assert outcome.posts == ()


class TestUndone:
    """A stray change that was taken back by whoever made it is no change any more."""

    def test_added_and_taken_away_again(self, library: Library) -> None:
        library.introduce()
        stray = library.story.commit({CLAIM: "{}"}, library.tanto)
        library.story.commit({CLAIM: None}, library.tanto)

        outcome = library.judged()

        assert outcome.blocking == ()
        assert [one.superseded for one in outcome.refusals] == [True, True]
        assert refused_for(outcome, stray) == "no-right"

    def test_changed_and_changed_back(self, library: Library) -> None:
        library.introduce()
        library.story.commit({CLAIM: "{}"}, library.robot, trailers=[])
        library.story.commit({CLAIM: "{1}"}, library.tanto)
        library.story.commit({CLAIM: "{2}"}, library.tanto)
        assert len(library.judged().blocking) == 1

        library.story.commit({CLAIM: "{}"}, library.tanto)

        outcome = library.judged()
        assert outcome.blocking == ()
        later = library.story.commit({CLAIM: "{3}"}, library.tanto)
        assert [one.commit for one in library.judged().blocking] == [later]

    def test_another_mode_is_another_file(self, library: Library) -> None:
        library.introduce()
        library.story.commit({CLAIM: "{}"}, library.robot, trailers=[])
        library.story.commit({CLAIM: None}, library.tanto)
        back = library.story.commit({CLAIM: Special("100755", b"{}")}, library.tanto)

        assert [one.commit for one in library.judged().blocking] == [back]

    def test_of_settings_even_that_needs_the_director(self, library: Library) -> None:
        library.introduce()
        library.story.commit({"sns.toml": library.settings("#\n")}, library.tanto)
        back = library.story.commit({"sns.toml": library.settings()}, library.tanto)

        assert [one.commit for one in library.judged().blocking] == [back]
