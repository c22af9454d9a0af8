"""Conditions inside rules that no other case tells apart; see ``mutate-approval``.

Most are about what goes on being allowed: what is odd may always be taken away.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from sns_cli.approval.authenticate import authenticate
from sns_cli.model.history import BlobId, CommitId, TreeEntry
from sns_cli.model.platform import record_path
from sns_cli.model.proof import Refusal
from tests.approval.attacks.telling import PGP, Act, commit
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    approved,
    grant,
    post,
    proof,
    refusal,
    refused_for,
    with_image,
)
from tests.approval.watched import Watched
from tests.approval.web import WEB_FLOW, WebLibrary
from tests.support.git_story import Special

TWIN = "posts/2026/11/KYUKAN.md"


@pytest.fixture
def web(tmp_path: Path) -> WebLibrary:
    return WebLibrary(tmp_path / "library")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class TestTakingAway:
    """What should never have come in may go."""

    @pytest.mark.parametrize(
        "path",
        ["posts/2026/11/a\nb.jpg", "posts/2026/11/\u30ab\u3099.jpg", TWIN, "Posts/x"],
    )
    def test_one_odd_file(self, library: Library, path: str) -> None:
        library.introduce()
        library.approve({POST: post()})
        library.story.commit({path: "x"}, library.tanto)
        gone = library.approve({path: None})

        outcome = library.judged()

        assert refused_for(outcome, gone) is None
        assert approved(outcome)
        assert outcome.blocking == ()

    def test_one_of_three_twins(self, library: Library) -> None:
        library.introduce()
        library.story.commit({POST: "x", TWIN: "x"}, library.tanto)
        library.story.commit({"posts/2026/11/Kyukan.md": "x"}, library.tanto)
        gone = library.approve({TWIN: None})

        assert refused_for(library.judged(), gone) is None

    def test_two_of_four_twins(self, library: Library) -> None:
        library.introduce()
        names = ["Kyukan", "KyuKan", "KYUKAN", "kYUKAN"]
        paths = [f"posts/2026/11/{name}.md" for name in names]
        library.story.commit(dict.fromkeys(paths, "x"), library.tanto)
        gone = library.approve(dict.fromkeys(paths[:2]))

        assert refused_for(library.judged(), gone) is None


class TestApprovingAgain:
    def again(self, library: Library, path: str, content: str, said: str) -> CommitId:
        library.introduce()
        library.story.commit({path: content}, library.tanto)
        value = f"Approves: {path} sha256:{said}"
        block = library.story.trailers(library.kancho, value)
        return library.story.commit({}, library.kancho, trailers=block)

    @pytest.mark.parametrize("cut", [slice(63), slice(0)])
    def test_a_digest_is_of_one_length(self, library: Library, cut: slice) -> None:
        made = self.again(library, POST, post(), digest(post())[cut] or "a")

        assert refused_for(library.judged(), made) == "approves-malformed"

    @pytest.mark.parametrize(
        "path", ["posts/2026/11/\u30ab\u3099.md", "posts/2026/.git/a.md"]
    )
    def test_a_name_no_merge_could_bring(self, library: Library, path: str) -> None:
        made = self.again(library, path, post(), digest(post()))

        assert refused_for(library.judged(), made) == "approves-missing"


def test_parents_that_git_reads_otherwise(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    history = library.story.history()
    chain = history.chain(library.story.head, None)
    merge = chain.commits[0]
    lying = replace(merge, parents=merge.parents[:1])
    chain = replace(chain, commits=(lying,))

    outcome = authenticate(history, chain, library.story.now)[1]

    assert [one.rule for one in outcome.refusals] == ["commit-malformed"]


def test_a_grantee_takes_over_no_link_that_reads_like_a_post(library: Library) -> None:
    library.introduce(grant())
    library.story.commit({POST: Special("120000", post())}, library.koho)
    merge = library.approve({POST: post("x")}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) == "grant-unreadable"


def test_whoever_leaves_the_target_out_is_told_what_to_write(library: Library) -> None:
    library.introduce()
    act = Act("merge", "kancho", {POST: post()}, says=("{by}",))
    merge = commit(library, act)
    found = refusal(library.judged(), merge)

    assert found is not None
    assert found.details["expected"] == "city/library refs/heads/main"


def test_a_web_merge_signed_by_the_host_is_the_mergers(web: WebLibrary) -> None:
    web.introduce()
    branch = web.propose({POST: post()})
    merge = web.story.merge(branch, WEB_FLOW, [], sign=lambda _: PGP)
    web.github.knows(merge, web.pull(merge, web.story.tips[branch]))

    outcome = web.asked()

    assert refused_for(outcome, merge) is None
    assert approved(outcome)


class TestSeveralPullRequests:
    """What the host ties to a commit, none of which counts."""

    def asked(self, web: WebLibrary, **how: object) -> Refusal | None:
        web.introduce()
        merge = web.button({POST: post()}, **how)
        outcome = web.asked()
        return refusal(outcome, merge)

    def test_the_first_reason_is_said(self, web: WebLibrary) -> None:
        web.introduce()
        merge = web.button({POST: post()})
        good = web.github.pulls[merge][0]
        first, second = replace(good, base="x"), replace(good, merged_by_kind="Bot")
        web.github.knows(merge, first, second)

        assert refused_for(web.asked(), merge) == "platform-base"

    @pytest.mark.parametrize(("login", "said"), [(None, "-"), ("who", "who")])
    def test_whoever_merged_is_named(
        self, web: WebLibrary, login: str | None, said: str
    ) -> None:
        found = self.asked(web, merged_by=login)

        assert found is not None
        assert found.rule == "platform-account-unknown"
        assert found.details["person"] == said


class TestRecordsOfNobody:
    """A record that came by a commit of another form than ours."""

    def told(self, web: WebLibrary, sign: object, note: bytes = b"") -> CommitId:
        web.introduce()
        merge = web.button({POST: post()})
        files = {record_path(merge): web.recorded(merge)}
        made = web.story.commit(files, web.robot, trailers=[], sign=sign)  # type: ignore[arg-type]  # what signs
        if note:
            raw = web.story.raw(made)
            web.story.raw_commit(raw.replace(b"\ncommitter ", note + b"\ncommitter "))
        return merge

    @pytest.mark.parametrize(
        ("sign", "note"), [(lambda _: PGP, b""), (True, b"\nnote x")]
    )
    def test_it_proves_nothing(
        self, web: WebLibrary, sign: object, note: bytes
    ) -> None:
        merge = self.told(web, sign, note)

        outcome = web.judged()

        assert refused_for(outcome, merge) == "platform-unasked"
        assert not approved(outcome)


@pytest.mark.parametrize("written", ['"20261110-kyukan"', "'20261110-kyukan'"])
def test_an_id_in_quotes_is_the_same(library: Library, written: str) -> None:
    library.introduce()
    library.approve({POST: post(id=written)})

    assert proof(library.judged()).id == "20261110-kyukan"


class Listing(Watched):
    """A history whose listing of files at the end shows one blob at a path."""

    shown: tuple[str, BlobId]

    def files(self, commit: CommitId, prefix: str = "") -> tuple[TreeEntry, ...]:
        path, blob = self.shown
        found = [one for one in self.inner.files(commit, prefix) if one.path != path]
        return (*found, TreeEntry(path, "100644", blob))


@pytest.mark.parametrize("path", [IMAGE, "posts/2026/11/stray.jpg"])
def test_a_listing_that_no_history_explains_proves_nothing(
    library: Library, path: str
) -> None:
    library.introduce(**{IMAGE: b"\xff\xd8"})
    library.approve({POST: with_image(file=path.rpartition("/")[2])})
    history = Listing(library.story.history())
    history.shown = path, library.story.blob(b"\xff\xd9")
    chain = library.story.history().chain(library.story.head, None)

    outcome = authenticate(history, chain, library.story.now)[1]

    assert proof(outcome).reason == "media-not-approved"


class TestNames:
    """Names that only a tool made for it writes into git's objects."""

    @pytest.mark.parametrize(
        "path",
        [
            "posts/2026/../a.jpg",
            "posts/2026/./a.jpg",
            "posts/2026/11/a\x7f.jpg",
        ],
    )
    def test_refused(self, library: Library, path: str) -> None:
        library.introduce()
        merge = library.approve({path: "x"})

        assert refused_for(library.judged(), merge) == "path-unsafe"

    def test_wide_and_narrow_spaces_are_letters_like_others(
        self, library: Library
    ) -> None:
        library.introduce()
        merge = library.approve({"posts/2026/11/館\u3000内 図.jpg": "x"})

        assert refused_for(library.judged(), merge) is None


class TestGone:
    """What was deleted stands in nobody's way and is nobody's post."""

    def test_a_name_becomes_free(self, library: Library) -> None:
        library.introduce()
        library.approve({POST: post()})
        library.approve({POST: None})
        merge = library.approve({TWIN: post()})

        outcome = library.judged()

        assert refused_for(outcome, merge) is None
        assert approved(outcome, TWIN)

    def test_it_is_not_approved_as_it_stood(self, library: Library) -> None:
        library.introduce()
        library.approve({POST: post()})
        library.story.commit({POST: None}, library.tanto)
        value = f"Approves: {POST} sha256:{digest(post())}"
        block = library.story.trailers(library.kancho, value)
        again = library.story.commit({}, library.kancho, trailers=block)

        assert refused_for(library.judged(), again) == "approves-missing"
