"""A stray push outside posts stops everything, and ``sns repair`` puts it back."""

import pytest

from tests.flow.people import by_director, key_file, on_main, refusals
from tests.support.git_command import git
from tests.support.git_story import Special
from tests.support.library import Library
from tests.support.library_files import post, text_of

STRAY = "archive/2036/06/stray.x.1-claimed.json"
WORKFLOW = ".github/workflows/publish.yml"


def content(library: Library, path: str) -> bytes | None:
    listed = git(library.story.remote, "ls-tree", "--name-only", "main", path)
    return library.archived(path) if listed.strip() else None


def test_a_stray_file_in_archive(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.push({STRAY: "{}"})
    stopped = library.publish()

    run = by_director(library, "repair")
    sent = library.publish(minutes=1)

    assert stopped.code == 4, stopped
    assert run.code == 0, run
    assert f"{STRAY} を取り除きます" in run.out
    assert content(library, STRAY) is None
    assert refusals(library) == []
    assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent
    library.fsck()


def test_a_record_that_was_changed_or_deleted(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    paths = [f"archive/2036/06/{one}.json" for one in library.events()]
    before = [library.archived(path) for path in paths]
    library.push({paths[0]: None, paths[1]: "{}"})
    library.push({paths[1]: Special("100755", b"x")})
    assert library.publish(minutes=1).code == 4

    run = by_director(library, "repair")

    assert run.code == 0, run
    assert [library.archived(path) for path in paths] == before
    modes = git(library.story.remote, "ls-tree", "-r", "main", "archive/").decode()
    assert "100755" not in modes
    assert refusals(library) == []
    again = library.publish(minutes=2)
    assert (again.code, library.sent()) == (0, [text_of("ohanashi")])


def test_everything_at_once(library: Library) -> None:
    before = on_main(library)
    assert library.push({"README.md": "1"}, library.joho, signed=True)
    library.push({STRAY: "{}", WORKFLOW: "evil: true\n", "README.md": "2"})
    library.push({"sns.toml": before.replace("図書館長", "だれか")})

    run = by_director(library, "repair")

    assert run.code == 0, run
    assert (content(library, STRAY), content(library, WORKFLOW)) == (None, None)
    assert content(library, "README.md") == b"1"
    assert on_main(library) == before
    assert refusals(library) == []
    log = git(library.story.remote, "log", "-3", "--format=%s", "main").decode()
    assert log.splitlines() == [
        "修復: 元に戻す",
        "修復: 設定を元に戻す",
        "修復: 記録を元に戻す",
    ]


@pytest.mark.parametrize("path", ["README.md", WORKFLOW, "sns.toml"])
def test_what_was_put_back_by_the_wrong_hand(library: Library, path: str) -> None:
    before = content(library, path)
    library.push({path: "evil"})
    library.push({path: before})
    assert refusals(library) != []

    run = by_director(library, "repair")

    assert run.code == 0, run
    if path != "sns.toml":
        assert content(library, path) == before
    assert refusals(library) == []


def test_a_stray_record_that_is_gone_again_stops_nothing(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.push({STRAY: "{}"})
    library.push({STRAY: None})

    sent = library.publish()
    run = by_director(library, "repair")

    assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent
    assert (run.code, "元に戻すものはありません" in run.out) == (0, True), run


def test_posts_are_left_to_approving_again(library: Library) -> None:
    library.push({"posts/2036/06/a.md": post("a-post")})
    tip = library.tip()

    run = by_director(library, "repair")

    assert (run.code, library.tip()) == (0, tip)
    assert "sns approve --again" in run.out


@pytest.mark.parametrize("who", ["tanto", "joho", "robot"])
def test_nobody_else_repairs(library: Library, who: str) -> None:
    library.push({STRAY: "{}"})
    tip = library.tip()
    key = key_file(library, getattr(library, who))

    run = library.sns("repair", "--key", key, "--yes")

    assert (run.code, run.out, library.tip()) == (4, "", tip), run


def test_a_maintainer_puts_program_files_back(library: Library) -> None:
    library.push({WORKFLOW: "evil: true\n"})
    stopped = library.publish()

    run = library.sns("repair", "--key", key_file(library, library.joho), "--yes")

    assert (stopped.code, run.code) == (4, 0), run
    assert content(library, WORKFLOW) is None
    assert refusals(library) == []
    assert library.publish(minutes=1).code == 0


@pytest.mark.parametrize("beside", ["sns.toml", STRAY])
def test_and_nothing_else(library: Library, beside: str) -> None:
    library.push({WORKFLOW: "evil: true\n"})
    library.push({beside: "{}"})
    tip = library.tip()

    run = library.sns("repair", "--key", key_file(library, library.joho), "--yes")

    assert (run.code, run.out, library.tip()) == (4, "", tip), run


def test_a_repair_can_be_proposed_part_by_part(library: Library) -> None:
    before = on_main(library)
    library.push({"README.md": "x"})
    library.push({"sns.toml": before.replace("図書館長", "だれか")})

    first = library.sns("repair", "--propose")
    approved = by_director(library, "approve", "repair")
    second = library.sns("repair", "--propose")
    again = by_director(library, "approve", "repair")

    assert (first.code, approved.code) == (0, 0), (first, approved)
    assert (second.code, again.code) == (0, 0), (second, again)
    assert "もう一度 sns repair --propose" in first.out
    assert on_main(library) == before
    assert refusals(library) == []


def test_records_are_not_put_back_by_proposals(library: Library) -> None:
    library.push({STRAY: "{}"})

    run = library.sns("repair", "--propose")

    assert (run.code, run.out) == (1, ""), run


def test_that_posting_starts_again_is_said(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.sns("pause", "--reason", "点検").code == 0

    run = by_director(library, "repair")
    library.push({"README.md": "x"})
    other = by_director(library, "repair")

    assert (run.code, other.code) == (0, 0), (run, other)
    said = "投稿がまた出はじめます"
    assert said in run.err, run
    assert said not in other.err
