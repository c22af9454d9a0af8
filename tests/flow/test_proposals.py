"""Correcting, taking down, taking back: from the command to the service."""

import os
from pathlib import Path

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import OPEN, post, post_path, text_of
from tests.support.runs import Run

NIGHT = OPEN.replace(hour=23)
DESK = "desk"


def desk(library: Library) -> Path:
    """Return a clone at the newest main, in which a person writes."""
    name = f"{DESK}-{library.tip()[:10]}"
    folder = library.folder / "story" / name
    return folder if folder.exists() else library.story.clone(name)


def sns(library: Library, *arguments: str, repo: Path | None = None) -> Run:
    return library.sns(*arguments, repo=repo or desk(library))


def written(library: Library, run: Run) -> tuple[str, str]:
    """Return path and content of the file a command says it wrote."""
    path = run.out.strip()
    return path, (desk(library) / path).read_text(encoding="utf-8")


def test_a_correction_goes_out_once_it_is_filled_in_and_approved(
    library: Library,
) -> None:
    library.approve(post("ohanashi", accounts="[x]", basis="announced"))
    assert library.publish().code == 0

    run = sns(library, "correct", "ohanashi")
    path, draft = written(library, run)
    unfilled = sns(library, "lint", path)
    filled = draft.replace("誤 ○○○○", "誤 10時").replace("正 ○○○○", "正 11時")
    filled = filled.replace("○○○○のお知らせ", "おはなし会のお知らせ")
    library.merge({path: filled})
    sent = library.publish(minutes=10)

    assert run.code == 0, run
    assert path.endswith("/ohanashi-teisei.md")
    assert "corrects: ohanashi" in draft
    assert text_of("ohanashi") in draft
    assert "category: 訂正" in draft
    assert "accounts: [x]" in draft
    assert (unfilled.code, "unfilled-template" in unfilled.out) == (1, True), unfilled
    assert sent.code == 0, sent
    assert "【訂正】" in library.sent()[-1]
    assert "お詫び" in library.sent()[-1]
    assert len(library.sent()) == 2


def test_a_correction_can_be_written_at_once(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0

    run = sns(
        library,
        "correct",
        "ohanashi",
        "--text",
        "正しくは11時です。",
        "--title",
        "時刻",
    )
    path, draft = written(library, run)

    assert "title: 時刻" in draft
    assert draft.endswith("---\n【訂正】正しくは11時です。\n")
    assert sns(library, "lint", path).code == 0


def test_a_request_takes_a_post_down_at_any_hour(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    assert library.publish().code == 0

    run = sns(library, "retract", "ohanashi", "--reason", "日付に誤りがあったため")
    path, draft = written(library, run)
    library.merge({path: draft})
    done = library.publish(at=NIGHT, SNS_PAUSED="点検")

    assert run.code == 0, run
    assert "retracts: ohanashi" in draft
    assert done.states["ohanashi"] == "retracted", done
    assert library.public() == [text_of("kyukan")]
    tombstone = library.events()["ohanashi.x.3-retracted"]
    assert tombstone["reason"] == "日付に誤りがあったため"


def test_a_request_without_a_reason_is_unfinished(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0

    run = sns(library, "retract", "ohanashi")
    checked = sns(library, "lint", run.out.strip())

    assert (checked.code, "unfilled-template" in checked.out) == (1, True), checked


def test_a_second_request_is_not_made(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0

    first = sns(library, "retract", "ohanashi", "--reason", "誤り")
    again = sns(library, "retract", "ohanashi")

    assert (first.code, again.code, again.out) == (0, 1, "")
    assert f"「{first.out.strip()}」で求められています" in again.err


def test_a_request_for_one_account_leaves_room_for_the_others(tmp_path: Path) -> None:
    with Library(tmp_path / "library", accounts=("x", "y")) as library:
        library.approve(post("ohanashi", accounts="[x, y]"))
        assert library.publish().code == 0
        library.approve(post("owabi", "誤り。", retracts="ohanashi", accounts="[y]"))

        others = sns(library, "retract", "ohanashi", "--reason", "誤り")
        again = sns(library, "retract", "ohanashi")

    assert (others.code, again.code) == (0, 1), (others, again)


def test_of_what_is_gone_every_command_says_so(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))
    assert library.publish(minutes=1).code == 0

    corrected = sns(library, "correct", "ohanashi")
    taken_back = sns(library, "withdraw", "ohanashi")

    assert corrected.code == 0, corrected
    assert "すでに取り下げられています" in corrected.err
    assert "sns withdraw" not in corrected.err
    assert (taken_back.code, "取り下げられています" in taken_back.err) == (1, True)
    assert "sns retract" not in taken_back.err


def test_what_is_taken_down_is_not_taken_down_again(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    library.approve(post("owabi", "誤り。", retracts="ohanashi"))
    assert library.publish(minutes=1).code == 0

    run = sns(library, "retract", "ohanashi")

    assert (run.code, run.out) == (1, ""), run
    assert "すでに取り下げ" in run.err


@pytest.mark.parametrize("command", ["correct", "retract"])
def test_of_what_is_not_public_it_says_so(library: Library, command: str) -> None:
    library.approve(post("ohanashi"))

    run = sns(library, command, "ohanashi")

    assert run.code == 0, run
    assert "sns withdraw ohanashi" in run.err


@pytest.mark.parametrize("command", ["correct", "retract", "withdraw"])
def test_an_unknown_post_is_a_wrong_use(library: Library, command: str) -> None:
    library.approve(post("ohanashi"))

    near = sns(library, command, "ohanasi")
    far = sns(library, command, "::error::\x1b[31m")

    assert (near.code, far.code) == (2, 2)
    assert "もしかして: ohanashi" in near.err
    assert "\x1b" not in far.err
    assert near.out == far.out == ""


def test_a_post_whose_file_is_gone_can_be_corrected_and_taken_down(
    library: Library,
) -> None:
    text = post("ohanashi", accounts="[x]")
    library.approve(text)
    assert library.publish().code == 0
    library.merge({post_path(text): None})

    corrected = sns(library, "correct", "ohanashi")
    correction = written(library, corrected)[1]
    path, draft = written(
        library, sns(library, "retract", "ohanashi", "--reason", "誤り")
    )
    library.merge({path: draft})
    done = library.publish(minutes=1)

    assert corrected.code == 0, corrected
    assert "お知らせ ohanashi" not in correction.split("---")[-1]
    assert f"元の投稿の文: {text_of('ohanashi')}" in correction
    assert done.states["ohanashi"] == "retracted", done


def test_what_is_taken_back_is_never_sent(library: Library) -> None:
    text = post("ohanashi")
    library.approve(text, post("kyukan"))
    place = desk(library)

    run = sns(library, "withdraw", "ohanashi", repo=place)
    changed = git(place, "status", "--porcelain").decode()
    library.merge({post_path(text): None})
    sent = library.publish()

    assert run.code == 0, run
    assert run.out == f"{post_path(text)}\n"
    assert changed == f" D {post_path(text)}\n"
    assert "sns pause" in run.err
    assert (sent.code, library.sent()) == (0, [text_of("kyukan")]), sent


def test_a_post_that_went_out_is_not_taken_back(library: Library) -> None:
    library.approve(post("ohanashi"))
    place = desk(library)
    # The clone does not know yet: the remote does.
    assert library.publish().code == 0

    run = sns(library, "withdraw", "ohanashi", repo=place)

    assert (run.code, run.out) == (1, ""), run
    assert "sns retract ohanashi" in run.err
    assert (place / post_path(post("ohanashi"))).is_file()


def test_a_post_in_doubt_is_not_taken_back(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("503")
    assert library.publish().code == 6

    run = sns(library, "withdraw", "ohanashi")

    assert (run.code, run.out) == (1, ""), run
    assert "sns status ohanashi" in run.err


def test_without_the_remote_the_clone_itself_is_asked(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    assert library.publish("--account", "x").code == 0
    library.approve(post("tenji"))
    place = desk(library)
    git(place, "remote", "set-url", "origin", str(library.folder / "nowhere"))

    gone = sns(library, "withdraw", "ohanashi", repo=place)
    taken = sns(library, "withdraw", "tenji", repo=place)

    assert gone.code == 1, gone
    assert taken.code == 0, taken
    assert "確かめられませんでした" in taken.err


def test_unsaved_work_is_not_lost(library: Library) -> None:
    library.approve(post("ohanashi"))
    place = desk(library)
    path = place / post_path(post("ohanashi"))
    path.write_text(post("ohanashi", "書きかけ"), encoding="utf-8")
    new = path.with_name("shinki.md")
    new.write_text(post("shinki"), encoding="utf-8")

    runs = [sns(library, "withdraw", one, repo=place) for one in ("ohanashi", "shinki")]

    assert [run.code for run in runs] == [1, 1], runs
    assert "書きかけ" in path.read_text(encoding="utf-8")
    assert new.is_file()


def test_pictures_of_its_own_go_with_it_and_shared_ones_stay(library: Library) -> None:
    media = (
        "\n  - {file: %s, alt: 写真, people: false, "
        "rights: {holder: 館, basis: 職員撮影}}"
    )
    mine = post("ohanashi", media=media % "own.jpg" + media % "both.jpg")
    other = post("kyukan", media=media % "both.jpg")
    folder = "posts/2036/06"
    pictures = {f"{folder}/own.jpg": b"own", f"{folder}/both.jpg": b"both"}
    library.approve(mine, other, **pictures)
    place = desk(library)

    run = sns(library, "withdraw", "ohanashi", repo=place)

    assert run.code == 0, run
    assert run.out.split() == [post_path(mine), f"{folder}/own.jpg"]
    assert (place / folder / "both.jpg").is_file()


def test_two_files_with_one_id_are_not_chosen_between(library: Library) -> None:
    library.approve(post("ohanashi"))
    place = desk(library)
    (place / "posts/2036/06/twin.md").write_text(post("ohanashi"), encoding="utf-8")

    run = sns(library, "withdraw", "ohanashi", repo=place)

    assert (run.code, run.out) == (2, ""), run
    assert "twin.md" in run.err


@pytest.mark.parametrize("command", ["correct", "retract", "withdraw"])
def test_a_folder_without_settings_is_said(library: Library, command: str) -> None:
    empty = library.folder / "empty"
    empty.mkdir()

    run = sns(library, command, "ohanashi", repo=empty)

    assert (run.code, run.out) == (4, ""), run
    assert "sns.toml" in run.err


def test_without_git_drafts_are_made_and_nothing_is_taken_back(
    library: Library,
) -> None:
    folder = library.folder / "plain"
    path = folder / post_path(post("ohanashi"))
    path.parent.mkdir(parents=True)
    path.write_text(post("ohanashi"), encoding="utf-8")
    (folder / "sns.toml").write_text(library.settings(), encoding="utf-8")

    drafted = sns(library, "correct", "ohanashi", repo=folder)
    withdrawn = sns(library, "withdraw", "ohanashi", repo=folder)

    assert drafted.code == 0, drafted
    assert (withdrawn.code, withdrawn.out) == (4, ""), withdrawn
    assert path.is_file()


@pytest.mark.parametrize("command", ["correct", "retract"])
def test_a_draft_that_cannot_be_written_leaves_nothing(
    library: Library, command: str
) -> None:
    library.approve(post("ohanashi"))
    place = desk(library)
    for year in range(2026, 2036):
        (place / "posts" / str(year)).write_text("no folder")
    before = git(place, "status", "--porcelain")

    run = sns(library, command, "ohanashi", repo=place)

    assert (run.code, run.out) == (4, ""), run
    assert git(place, "status", "--porcelain") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root removes files everywhere")
def test_a_file_that_cannot_be_removed_is_said(library: Library) -> None:
    library.approve(post("ohanashi"))
    place = desk(library)
    path = place / post_path(post("ohanashi"))
    path.parent.chmod(0o555)

    run = sns(library, "withdraw", "ohanashi", repo=place)

    path.parent.chmod(0o755)
    assert (run.code, run.out) == (4, ""), run
    assert path.is_file()
