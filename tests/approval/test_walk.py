"""A walk goes on where it ended, and reads no more than it must."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.approval.authenticate import (
    authenticate,
    begin,
    conclude,
    extend,
    prove_content,
)
from sns_cli.approval.content import approved_content
from sns_cli.errors import HistoryError
from sns_cli.model.history import (
    BlobId,
    Chain,
    Commit,
    CommitId,
    MergeCheck,
    TreeEntry,
)
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    approved,
    grant,
    post,
    proof,
    refused_for,
    with_image,
)
from tests.approval.watched import Watched
from tests.support.git_people import make_person


def test_going_on_comes_to_the_same_as_starting_over(library: Library) -> None:
    library.introduce(grant(max_per_day="1"))
    history = library.story.history()
    library.approve({POST: post()}, library.tanto, "Grant: g1")
    first = history.chain(library.story.head, None)
    walk, before = authenticate(history, first, library.story.now)
    library.approve({"posts/2026/11/b.md": post(id="a11")}, library.tanto, "Grant: g1")
    library.story.commit({"Makefile": "x"}, library.tanto)
    new = history.extend(first, library.story.head)
    assert new is not None

    outcome = conclude(extend(walk, new, library.story.now))

    assert outcome == library.judged()
    assert [one.rule for one in outcome.refusals] == ["grant-max-per-day", "no-right"]
    assert conclude(walk) == before  # the first walk did not change


def test_going_on_judges_only_what_is_new(library: Library) -> None:
    library.introduce()
    history = Watched(library.story.history())
    for number in range(3):
        library.approve({POST: post(str(number))})
    first = history.chain(library.story.head, None)
    walk, _ = authenticate(history, first, library.story.now)
    library.approve({POST: post("新しい文")})
    new = history.extend(first, library.story.head)
    assert new is not None

    extend(walk, new, library.story.now)

    assert history.checked == [3, 1]


def test_a_distrusted_key_is_void_in_what_was_judged_before(library: Library) -> None:
    library.story.people["kancho2"] = make_person("kancho2", "director")
    library.introduce()
    history = library.story.history()
    stolen = library.approve({POST: post()})
    first = history.chain(library.story.head, None)
    walk, before = authenticate(history, first, library.story.now)
    assert approved(before)
    extra = f'[[distrust]]\nkey = "{library.kancho.public_key}"\nfrom = "{stolen}"\n'
    library.story.commit(
        {"sns.toml": library.settings(extra)}, library.story.people["kancho2"]
    )
    new = history.extend(first, library.story.head)
    assert new is not None

    outcome = conclude(extend(walk, new, library.story.now))

    assert refused_for(outcome, stolen) == "key-distrusted"
    assert not approved(outcome)


def test_a_gap_is_an_error(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    library.approve({POST: post("x")})
    history = library.story.history()
    chain = history.chain(library.story.head, None)

    with pytest.raises(HistoryError, match="history-not-continued"):
        extend(begin(history, chain, library.story.now), chain.commits[1:])


def test_a_merge_git_says_nothing_about_is_not_clean(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post()})
    history = library.story.history()
    chain = history.chain(library.story.head, None)

    class Silent(Watched):
        def check_merges(
            self, merges: Sequence[Commit], introduction: CommitId
        ) -> Mapping[CommitId, MergeCheck]:
            del merges, introduction
            return {}

    outcome = authenticate(Silent(history), chain, library.story.now)[1]

    assert refused_for(outcome, merge) == "merge-not-clean"


def test_a_commit_git_reads_otherwise_than_we_do_is_refused(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    history = library.story.history()
    chain = history.chain(library.story.head, None)
    lying = replace(chain.commits[0], tree="0" * 40)

    outcome = authenticate(
        history, replace(chain, commits=(lying,)), library.story.now
    )[1]

    assert [one.rule for one in outcome.refusals] == ["commit-malformed"]


def test_a_file_git_lists_otherwise_than_its_history_says_is_not_proven(
    library: Library,
) -> None:
    library.introduce()
    library.approve({POST: post()})
    other = library.story.blob(post("別の文"))
    history = library.story.history()
    chain = history.chain(library.story.head, None)

    class Swapped(Watched):
        def files(self, commit: CommitId, prefix: str = "") -> tuple[TreeEntry, ...]:
            found = self.inner.files(commit, prefix)
            return tuple(replace(entry, blob=other) for entry in found)

    outcome = authenticate(Swapped(history), chain, library.story.now)[1]

    assert proof(outcome).reason == "blob-not-proven"


class TestContentOnDemand:
    """A publisher reads no image before it acts on the approval of it."""

    def told(self, library: Library, said: bytes) -> tuple[Watched, Chain, CommitId]:
        library.introduce()
        image = b"\xff\xd8"
        digest = approved_content({POST: with_image().encode(), IMAGE: said})
        merge = library.approve(
            {POST: with_image(), IMAGE: image},
            library.kancho,
            f"Approved-Content: {digest}",
        )
        history = Watched(library.story.history())
        return history, history.chain(library.story.head, None), merge

    def image(self, library: Library) -> BlobId:
        return library.story.blob(b"\xff\xd8")

    def test_no_image_is_read_before(self, library: Library) -> None:
        history, chain, _ = self.told(library, b"\xff\xd8")

        walk = begin(history, chain, library.story.now, content=False)
        outcome = conclude(extend(walk, chain.commits))

        assert approved(outcome)
        assert not any(self.image(library) in blobs for blobs in history.reads)

    def test_it_is_read_when_asked_for(self, library: Library) -> None:
        history, chain, merge = self.told(library, b"\xff\xd8")
        walk = begin(history, chain, library.story.now, content=False)

        walk = prove_content(extend(walk, chain.commits), frozenset({merge}))

        assert approved(conclude(walk))
        assert any(self.image(library) in blobs for blobs in history.reads)

    def test_what_does_not_fit_is_refused_then(self, library: Library) -> None:
        history, chain, merge = self.told(library, b"other")
        walk = begin(history, chain, library.story.now, content=False)
        walk = extend(walk, chain.commits)
        assert approved(conclude(walk))

        outcome = conclude(prove_content(walk, frozenset({merge})))

        assert refused_for(outcome, merge) == "content-wrong"
        assert not approved(outcome)


def test_the_drafts_of_a_grant_are_read_in_one_round(library: Library) -> None:
    library.introduce(grant())
    for number in range(5):
        path = f"posts/2026/11/p{number}.md"
        library.approve({path: post(id=f"p-{number}")}, library.tanto, "Grant: g1")
    history = Watched(library.story.history())
    chain = history.chain(library.story.head, None)

    outcome = authenticate(history, chain, library.story.now)[1]

    assert outcome.refusals == ()
    # sns.toml, the drafts, and the posts at the end.
    assert [len(blobs) for blobs in history.reads] == [1, 5, 5]


def test_a_clone_that_ends_at_the_introduction_proves_the_same(
    library: Library,
) -> None:
    library.story.commit({"README.md": "x"}, library.kancho, parents=())
    start = library.story.commit({"sns.toml": library.settings()}, library.kancho)
    library.approve({POST: with_image(), IMAGE: b"\xff"})
    library.story.commit({"Makefile": "x"}, library.tanto)
    clone = library.story.ci_clone("ci", start)
    history = GitHistory(open_repository(clone))
    chain = history.chain(library.story.head, start)

    outcome = authenticate(history, chain, library.story.now)[1]

    assert outcome == library.judged()
    assert approved(outcome)
