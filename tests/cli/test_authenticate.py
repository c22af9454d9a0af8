"""``sns authenticate`` as it is typed: proof from the local history alone."""

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run, finish

PATH = "posts/2036/06/ohanashi.md"
EVIL = "docs/\x1b[31m\n::error::evil\n##[group]<script>\u202e"


def authenticate(library: Library, *arguments: str, **variables: str | None) -> Run:
    return library.sns(
        "authenticate", *arguments, repo=library.story.remote, **variables
    )


def test_the_json_has_the_keys_others_rely_on(library: Library) -> None:
    merge = library.approve(post("ohanashi"))
    pushed = library.push({"posts/2036/06/mada.md": post("mada")})

    arguments = ("authenticate", "--format", "json")
    run = finish(library.start(*arguments, repo=library.story.remote))

    assert run.code == 1, run
    assert list(run.json) == [
        "version",
        "introduction",
        "head",
        "commits",
        "refusals",
        "posts",
    ]
    assert (run.json["version"], run.json["commits"]) == (1, 2)
    assert (run.json["introduction"], run.json["head"]) == (
        library.introduction,
        pushed,
    )
    (refusal,) = run.json["refusals"]
    assert list(refusal) == ["commit", "rule", "path", "message", "superseded"]
    assert (refusal["commit"], refusal["superseded"]) == (pushed, False)
    mada, ohanashi = run.json["posts"]
    assert ohanashi | {"blob": None} == {
        "path": PATH,
        "id": "ohanashi",
        "blob": None,
        "approved": True,
        "by": "kancho",
        "commit": merge,
        "evidence": "signature",
        "grant": None,
        "reason": None,
        "confirmed": [],
    }
    assert (mada["approved"], mada["by"], mada["commit"]) == (False, None, None)
    assert mada["reason"]
    blob = git(library.story.remote, "rev-parse", f"main:{PATH}").decode().strip()
    assert ohanashi["blob"] == blob


def test_it_fails_while_something_refused_still_stands(library: Library) -> None:
    library.approve(post("ohanashi"))
    codes = [authenticate(library).code]
    library.push({PATH: post("ohanashi", "勝手に直しました。")})
    codes.append(authenticate(library).code)
    library.merge({PATH: post("ohanashi", "認められた文です。")})
    last = authenticate(library, "--format", "json")

    assert [*codes, last.code] == [0, 1, 0], last
    assert [one["superseded"] for one in last.json["refusals"]] == [True]


def test_it_never_asks_the_network(library: Library) -> None:
    library.approve(post("ohanashi"))
    git(library.clone, "pull", "--quiet")
    library.approve(post("kyukan"))
    library.story.remote.rename(library.folder / "away.git")

    run = library.sns("authenticate", "--format", "json")

    assert run.code == 0, run
    assert [one["id"] for one in run.json["posts"]] == ["ohanashi"]


def test_what_lies_in_the_folder_does_not_count(library: Library) -> None:
    library.approve(post("ohanashi"))
    git(library.clone, "pull", "--quiet")
    (library.clone / "sns.toml").write_text("kaputt")
    (library.clone / PATH).write_text("書きかけ")

    run = library.sns("authenticate")

    assert run.code == 0, run


def test_a_replaced_history_is_refused(library: Library) -> None:
    library.approve(post("ohanashi"))
    git(library.story.remote, "replace", "main", "main~1")

    run = authenticate(library)

    assert (run.code, run.out) == (4, ""), run
    assert "refs/replace" in run.err


@pytest.mark.parametrize("pin", ["f" * 40, "HEAD", "abc"])
def test_a_pin_that_is_none_is_refused(library: Library, pin: str) -> None:
    assert authenticate(library, SNS_INTRODUCTION=pin).code == 4
    assert authenticate(library, "--introduction", pin).code == 4


def test_trust_can_start_later_but_only_on_the_main_line(library: Library) -> None:
    merge = library.approve(post("ohanashi"))
    library.approve(post("kyukan"))
    branch = git(library.story.remote, "rev-parse", f"{merge}^2").decode().strip()

    later = authenticate(library, "--introduction", merge, "--format", "json")
    beside = authenticate(library, "--introduction", branch)

    assert later.code == 1, later
    approved = {one["id"]: one["approved"] for one in later.json["posts"]}
    assert approved == {"ohanashi": False, "kyukan": True}
    assert beside.code == 4, beside


@pytest.mark.parametrize("style", ["text", "json", "github", "markdown"])
def test_no_name_of_a_file_acts_on_the_screen(library: Library, style: str) -> None:
    library.push({EVIL: "x"}, library.tanto, signed=True)

    run = authenticate(library, "--format", style)

    assert run.code == 1, run
    assert "evil" in run.out
    for active in ("\x1b", "\n::error::evil", "##[", "\u202e"):
        assert active not in run.out
    assert style in {"text", "github"} or "<script" not in run.out
