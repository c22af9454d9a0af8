"""Conditions inside rules that no other case tells apart; see ``mutate-approval``.

Most are about what goes on being allowed: what is odd may always be taken away.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from sns_cli.approval.authenticate import authenticate
from sns_cli.model.history import CommitId
from tests.approval.attacks.telling import PGP, Act, commit
from tests.approval.library import (
    POST,
    Library,
    approved,
    grant,
    post,
    refusal,
    refused_for,
)
from tests.approval.web import WEB_FLOW, WebLibrary
from tests.support.git_story import Special

OTHER = "posts/2026/11/tenji.md"
TWIN = "posts/2026/11/KYUKAN.md"


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


def test_a_web_merge_signed_by_the_host_is_the_mergers(tmp_path: Path) -> None:
    web = WebLibrary(tmp_path / "library")
    web.introduce()
    branch = web.propose({POST: post()})
    merge = web.story.merge(branch, WEB_FLOW, [], sign=lambda _: PGP)
    web.github.knows(merge, web.pull(merge, web.story.tips[branch]))

    outcome = web.asked()

    assert refused_for(outcome, merge) is None
    assert approved(outcome)
