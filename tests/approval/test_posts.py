"""Posts come in by clean merges of what was proposed: attacks on the content."""

import hashlib

import pytest

from sns_cli.approval.content import approved_content
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    approved,
    post,
    proof,
    refusal,
    refused_for,
    with_image,
)
from tests.support.git_story import Special

OTHER = "posts/2026/11/tenji.md"


def test_an_edit_after_the_approval_voids_it(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    edit = library.story.commit({POST: post("別の文")}, library.tanto)

    outcome = library.judged()

    assert refused_for(outcome, edit) == "no-right"
    assert not approved(outcome)
    assert proof(outcome).reason == "refused-no-right"
    assert proof(outcome).details["commit"] == edit[:10]


def test_an_unsigned_edit_is_voided_by_a_new_approval(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    edit = library.story.commit({POST: post("別の文")}, library.tanto, sign=False)
    library.approve({POST: post("館長が認めた文")})

    outcome = library.judged()

    assert approved(outcome)
    found = refusal(outcome, edit)
    assert found is not None
    assert found.superseded


def test_a_director_does_not_push_a_post_directly(library: Library) -> None:
    library.introduce()
    pushed = library.story.commit({POST: post()}, library.kancho)

    outcome = library.judged()

    assert refused_for(outcome, pushed) == "posts-need-merge"
    assert not approved(outcome)


def test_a_refused_post_leaves_the_others_approved(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    pushed = library.story.commit({OTHER: post(id="20261111-tenji")}, library.tanto)

    outcome = library.judged()

    assert approved(outcome, POST)
    assert not approved(outcome, OTHER)
    found = refusal(outcome, pushed)
    assert found is not None
    assert not found.superseded
    assert not found.blocks
    assert outcome.blocking == ()


def test_an_old_approved_text_cannot_be_brought_back(library: Library) -> None:
    library.introduce()
    library.approve({POST: post("誤った文")})
    library.approve({POST: post("直した文")})
    replay = library.story.commit({POST: post("誤った文")}, library.tanto)

    outcome = library.judged()

    assert refused_for(outcome, replay) == "no-right"
    assert not approved(outcome)


@pytest.mark.parametrize("edit", [{POST: post("すり替え")}, {OTHER: post()}])
def test_a_merge_brings_nothing_that_was_not_proposed(
    library: Library, edit: dict[str, str]
) -> None:
    library.introduce()
    merge = library.story.merge(
        library.propose({POST: post()}), library.kancho, edit=edit
    )

    outcome = library.judged()

    assert refused_for(outcome, merge) == "merge-not-clean"
    assert not approved(outcome)


def test_a_merge_that_drops_the_proposal_is_not_clean(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    branch = library.propose({POST: post("直した文")})
    ours = library.story.tree(library.story.head)
    merge = library.story.merge(branch, library.kancho, tree=ours)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "merge-not-clean"
    assert approved(outcome)  # the merge changed nothing


def test_a_director_may_edit_posts_in_the_merge_and_says_so(library: Library) -> None:
    library.introduce()
    trailers = library.story.trailers(library.kancho, "Approver-Edited: yes")
    branch = library.propose({POST: post("誤字")})
    merge = library.story.merge(
        branch, library.kancho, trailers, edit={POST: post("正しい字")}
    )

    outcome = library.judged()

    assert refused_for(outcome, merge) is None
    assert approved(outcome)


@pytest.mark.parametrize("word", ["Yes", "yes, a bit"])
def test_the_declaration_is_one_word(library: Library, word: str) -> None:
    library.introduce()
    trailers = library.story.trailers(library.kancho, f"Approver-Edited: {word}")
    merge = library.story.merge(
        library.propose({POST: post()}),
        library.kancho,
        trailers,
        edit={POST: post("x")},
    )

    assert refused_for(library.judged(), merge) == "merge-not-clean"


def test_a_declared_edit_is_about_posts_alone(library: Library) -> None:
    library.introduce()
    trailers = library.story.trailers(library.kancho, "Approver-Edited: yes")
    merge = library.story.merge(
        library.propose({POST: post()}),
        library.kancho,
        trailers,
        edit={"Makefile": "x"},
    )

    assert refused_for(library.judged(), merge) == "merge-not-clean"


def test_a_merge_with_three_parents_is_refused(library: Library) -> None:
    library.introduce()
    one, two = library.propose({POST: post()}), library.propose({OTHER: post()})
    merge = library.story.merge(
        one,
        library.kancho,
        others=[library.story.tips[two]],
        edit={OTHER: post()},
    )

    outcome = library.judged()

    assert refused_for(outcome, merge) == "octopus"
    assert not approved(outcome)


def test_a_merge_of_something_older_than_the_introduction_is_refused(
    library: Library,
) -> None:
    old = library.story.commit({"README.md": "x"}, library.kancho, parents=())
    library.story.commit(
        {"sns.toml": library.settings()}, library.kancho, parents=(old,)
    )
    library.story.branch("furui", {POST: post()}, library.koho, base=old)
    merge = library.story.merge("furui", library.kancho)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "branch-too-old"
    assert not approved(outcome)


def test_a_merge_of_a_foreign_history_is_refused(library: Library) -> None:
    library.introduce()
    foreign = library.story.commit(
        {POST: post()}, library.koho, parents=(), on="yoso", sign=False
    )
    merge = library.story.merge(
        foreign, library.kancho, tree=library.story.tree(library.story.head)
    )

    assert refused_for(library.judged(), merge) == "branch-too-old"


def test_a_foxtrot_merge_does_not_make_the_proposal_the_main_line(
    library: Library,
) -> None:
    library.introduce()
    library.approve({POST: post()})
    branch = library.propose({OTHER: post(id="20261111-tenji")})
    tip = library.story.tips[branch]
    library.approve({POST: post("二度目")})
    turned = library.story.merge(library.story.head, library.kancho, onto=tip)

    outcome = library.judged(turned)

    assert refused_for(outcome, tip) == "unsigned"
    assert not approved(outcome, OTHER)


@pytest.mark.parametrize("mode", ["120000", "100755"])
def test_posts_are_plain_files(library: Library, mode: str) -> None:
    library.introduce()
    merge = library.approve({POST: Special(mode, post())})

    outcome = library.judged()

    assert refused_for(outcome, merge) == "mode-not-regular"
    assert not approved(outcome)


def test_a_link_that_is_already_on_main_is_not_approved_by_changing_it(
    library: Library,
) -> None:
    library.introduce()
    library.story.commit({POST: Special("120000", "a")}, library.tanto, sign=False)
    merge = library.approve({POST: Special("120000", "b")})

    outcome = library.judged()

    assert refused_for(outcome, merge) == "mode-not-regular"
    assert not approved(outcome)


def test_an_image_that_is_a_link_is_never_proven(library: Library) -> None:
    library.introduce(**{IMAGE: Special("120000", "/etc/passwd")})
    library.approve({POST: with_image()})

    outcome = library.judged()

    assert not approved(outcome)
    assert proof(outcome).reason == "media-not-approved"


@pytest.mark.parametrize("path", ["posts/2026/11/x", "vendor/x"])
def test_other_repositories_are_not_taken_in(library: Library, path: str) -> None:
    start = library.introduce()
    merge = library.approve({path: Special("160000", start)})

    assert refused_for(library.judged(), merge) == "submodule"


@pytest.mark.parametrize(
    ("there", "path"),
    [
        ("posts/2026/11/kyukan.md", "posts/2026/11/Kyukan.md"),
        ("posts/2026/11/é.jpg", "posts/2026/11/É.jpg"),
    ],
)
def test_no_two_names_that_some_system_takes_for_one(
    library: Library, there: str, path: str
) -> None:
    library.introduce()
    library.approve({there: post()})
    merge = library.approve({path: post("別の文")})

    assert refused_for(library.judged(), merge) == "path-twin"


def test_twins_in_one_merge_are_refused(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post(), "posts/2026/11/KYUKAN.md": post("別の文")})

    outcome = library.judged()

    assert refused_for(outcome, merge) == "path-twin"
    assert not approved(outcome)


def test_a_renamed_post_is_no_twin_of_itself(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    merge = library.approve({POST: None, "posts/2026/11/KYUKAN.md": post()})

    outcome = library.judged()

    assert refused_for(outcome, merge) is None
    assert [one.path for one in outcome.posts] == ["posts/2026/11/KYUKAN.md"]
    assert approved(outcome, "posts/2026/11/KYUKAN.md")


def test_names_are_composed(library: Library) -> None:
    library.introduce()
    merge = library.approve({"posts/2026/11/\u30ab\u3099.jpg": "x"})

    assert refused_for(library.judged(), merge) == "path-not-nfc"


def test_names_are_utf_8(library: Library) -> None:
    library.introduce()
    merge = library.approve({"posts/2026/11/\udcff.jpg": "x"})

    assert refused_for(library.judged(), merge) == "path-not-nfc"


@pytest.mark.parametrize("path", ["posts/2026/11/a\nb.jpg", "x/.GIT/config"])
def test_names_are_harmless(library: Library, path: str) -> None:
    library.introduce()
    merge = library.approve({path: "x"})

    assert refused_for(library.judged(), merge) == "path-unsafe"


@pytest.mark.parametrize("path", ["Posts/2026/11/a.md", "ARCHIVE/x", "SNS.toml"])
def test_nothing_poses_as_a_protected_path(library: Library, path: str) -> None:
    library.introduce()
    merge = library.story.commit({path: "x"}, library.hoshu)

    assert refused_for(library.judged(), merge) == "path-twin"


def test_the_approved_content_must_be_what_comes_in(library: Library) -> None:
    library.introduce()
    library.approve({OTHER: post(id="20261111-tenji")})
    digest = approved_content({POST: post().encode(), OTHER: None})
    right = library.approve(
        {POST: post(), OTHER: None}, library.kancho, f"Approved-Content: {digest}"
    )
    wrong = library.approve(
        {POST: post("x")}, library.kancho, f"Approved-Content: {digest}"
    )

    outcome = library.judged()

    assert refused_for(outcome, right) is None
    assert refused_for(outcome, wrong) == "content-wrong"
    assert not approved(outcome)


def test_the_approved_content_is_said_once(library: Library) -> None:
    library.introduce()
    said = f"Approved-Content: {approved_content({POST: post().encode()})}"
    merge = library.approve({POST: post()}, library.kancho, said, said)

    assert refused_for(library.judged(), merge) == "content-wrong"


def test_images_need_approval_like_the_post(library: Library) -> None:
    library.introduce()
    library.approve({POST: with_image(), IMAGE: b"\xff\xd8"})
    assert approved(library.judged())
    library.story.commit({IMAGE: b"\xff\xd8\xff"}, library.tanto)

    outcome = library.judged()

    assert not approved(outcome)
    assert proof(outcome).reason == "media-not-approved"


def test_an_image_that_is_not_there_is_no_approval(library: Library) -> None:
    library.introduce()
    library.approve({POST: with_image()})

    outcome = library.judged()

    assert proof(outcome).reason == "media-missing"
    assert proof(outcome).media == ((IMAGE, None),)


def test_an_image_unchanged_since_the_introduction_counts(library: Library) -> None:
    library.introduce(**{IMAGE: b"\xff\xd8"})
    library.approve({POST: with_image()})

    assert approved(library.judged())


def test_a_post_of_the_introduction_is_not_approved(library: Library) -> None:
    library.introduce(**{POST: post()})

    outcome = library.judged()

    assert not approved(outcome)
    assert proof(outcome).reason == "before-introduction"
    assert outcome.refusals == ()


def test_a_broken_post_is_approved_though_nobody_can_read_it(library: Library) -> None:
    library.introduce()
    library.approve({POST: "ただの文\n"})

    found = proof(library.judged())

    assert found.approval is not None
    assert found.id is None


def test_confirmed_warnings_are_kept_for_their_post(library: Library) -> None:
    library.introduce()
    library.approve(
        {POST: post()},
        library.kancho,
        "Confirmed: too-many-hashtags 20261110-kyukan",
        "Confirmed: mention 20261111-tenji",
    )

    approval = proof(library.judged()).approval

    assert approval is not None
    assert approval.confirmed == ("too-many-hashtags",)


def test_only_post_files_are_listed(library: Library) -> None:
    library.introduce()
    library.approve(
        {POST: post(), "posts/README.md": "x", "posts/2026/11/README.md": "x"}
    )

    assert [one.path for one in library.judged().posts] == [POST]


class TestApprovingAgain:
    """``Approves:`` commits vouch for what is on main already."""

    def again(self, library: Library, *values: str, **options: object) -> str:
        trailers = [f"Approves: {value}" for value in values]
        by = library.kancho
        block = library.story.trailers(by, *trailers)
        return library.story.commit({}, by, trailers=block, **options)  # type: ignore[arg-type]  # passed on

    @staticmethod
    def digest(text: str) -> str:
        return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"

    def test_a_pushed_post_is_approved_as_it_stands(self, library: Library) -> None:
        library.introduce()
        pushed = library.story.commit({POST: post()}, library.tanto)
        again = self.again(library, f"{POST} {self.digest(post())}")

        outcome = library.judged()

        approval = proof(outcome).approval
        assert approval is not None
        assert (approval.by, approval.commit) == ("kancho", again)
        found = refusal(outcome, pushed)
        assert found is not None
        assert found.superseded

    def test_a_post_of_the_introduction_is_approved_so(self, library: Library) -> None:
        library.introduce(**{POST: post()})
        self.again(library, f"{POST} {self.digest(post())}")

        assert approved(library.judged())

    def test_other_bytes_are_not_approved(self, library: Library) -> None:
        library.introduce()
        library.story.commit({POST: post()}, library.tanto)
        again = self.again(library, f"{POST} {self.digest(post('x'))}")

        outcome = library.judged()

        assert refused_for(outcome, again) == "approves-mismatch"
        assert not approved(outcome)

    @pytest.mark.parametrize(
        ("value", "rule"),
        [
            (POST, "approves-malformed"),
            (f"{POST} sha256:{'A' * 64}", "approves-malformed"),
            (f"posts/2026/11/x.md sha256:{'a' * 64}", "approves-missing"),
            (f"sns.toml sha256:{'a' * 64}", "approves-missing"),
        ],
    )
    def test_it_names_a_post_and_its_bytes(
        self, library: Library, value: str, rule: str
    ) -> None:
        library.introduce(**{POST: post()})
        again = self.again(library, value)

        assert refused_for(library.judged(), again) == rule  # type: ignore[arg-type]  # an id

    def test_a_link_is_not_approved_so(self, library: Library) -> None:
        library.introduce()
        library.story.commit({POST: Special("120000", "a")}, library.tanto)
        again = self.again(library, f"{POST} {self.digest('a')}")

        assert refused_for(library.judged(), again) == "approves-missing"  # type: ignore[arg-type]  # an id

    def test_a_twin_is_not_approved_so(self, library: Library) -> None:
        library.introduce(**{POST: post()})
        twin = "posts/2026/11/KYUKAN.md"
        library.story.commit({twin: post()}, library.tanto)
        again = self.again(library, f"{twin} {self.digest(post())}")

        assert refused_for(library.judged(), again) == "approves-missing"  # type: ignore[arg-type]  # an id

    def test_it_changes_nothing_else(self, library: Library) -> None:
        library.introduce(**{POST: post()})
        value = f"Approves: {POST} {self.digest(post())}"
        block = library.story.trailers(library.kancho, value)
        mixed = library.story.commit({"a": "x"}, library.kancho, trailers=block)

        outcome = library.judged()

        assert refused_for(outcome, mixed) == "approves-with-changes"
        assert not approved(outcome)

    def test_it_is_no_merge(self, library: Library) -> None:
        library.introduce(**{POST: post()})
        value = f"Approves: {POST} {self.digest(post())}"
        block = library.story.trailers(library.kancho, value)
        start = library.story.head
        library.story.commit({}, library.kancho)
        merge = library.story.merge(start, library.kancho, block)

        assert refused_for(library.judged(), merge) == "approves-with-changes"

    def test_only_the_director_does_it(self, library: Library) -> None:
        library.introduce(**{POST: post()})
        value = f"Approves: {POST} {self.digest(post())}"
        block = library.story.trailers(library.hoshu, value)
        again = library.story.commit({}, library.hoshu, trailers=block)

        outcome = library.judged()

        assert refused_for(outcome, again) == "approves-not-director"
        assert not approved(outcome)

    def test_the_publishers_word_for_a_post_is_worth_nothing(
        self, library: Library
    ) -> None:
        library.introduce(**{POST: post()})
        value = f"Approves: {POST} {self.digest(post())}"
        block = library.story.trailers(library.robot, value)
        library.story.commit({}, library.robot, trailers=block)

        assert not approved(library.judged())
