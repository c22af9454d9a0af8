"""What the director is asked before approving, and what goes on record of it."""

import pytest

from tests.cli.calls import key_file
from tests.cli.dialogue import QUESTION, talk
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture, quarters

PATH = "posts/2036/06/kikaku.md"
GOOD = post("kikaku")
TO_CHECK = post("kikaku", "26日(月)と27日(月)に、おはなし会を開きます。")
WRONG = post("kikaku", "くわしくは https://bit.ly/abc へ。")
CHECKLIST = ("check-true", "check-harmless", "check-public")


def propose(library: Library, text: str) -> list[str]:
    library.story.branch("an", {PATH: text}, library.tanto)
    library.story.flush()
    return ["approve", "an", "--key", str(key_file(library))]


def trailers(library: Library, key: str = "Confirmed") -> list[str]:
    message = git(library.story.remote, "log", "-1", "--format=%B", "main").decode()
    lines = message.splitlines()
    return [line.partition(": ")[2] for line in lines if line.startswith(f"{key}: ")]


def test_the_checklist_is_asked_once_and_recorded(library: Library) -> None:
    code, screen = talk(library, ["y", "y"], *propose(library, GOOD))

    assert code == 0, screen
    assert screen.count(QUESTION.decode()) == 2
    assert screen.count("□ ") == len(CHECKLIST)
    assert trailers(library) == [f"{item} kikaku" for item in CHECKLIST]


def test_every_warning_is_asked_by_itself(library: Library) -> None:
    code, screen = talk(library, ["y", "y", "y", "y"], *propose(library, TO_CHECK))

    assert code == 0, screen
    assert screen.count("確かめましたか [y/N]") == 3
    assert trailers(library) == [
        "weekday-mismatch kikaku",
        *(f"{item} kikaku" for item in CHECKLIST),
    ]
    proof = library.sns("authenticate", "--format", "json", repo=library.story.remote)
    (found,) = proof.json["posts"]
    assert found["confirmed"] == ["weekday-mismatch", *CHECKLIST]


@pytest.mark.parametrize("yes", [0, 1, 2, 3])
def test_one_no_is_enough(library: Library, yes: int) -> None:
    words = propose(library, TO_CHECK)
    before = library.tip()

    code, screen = talk(library, ["y"] * yes + [""], *words)

    assert code == 1, screen
    assert screen.count(QUESTION.decode()) == yes + 1
    assert library.tip() == before


@pytest.mark.parametrize("yes", [0, 1, 3])
def test_an_end_of_the_input_is_no_answer(library: Library, yes: int) -> None:
    words = propose(library, TO_CHECK)
    before = library.tip()

    code, screen = talk(library, ["y"] * yes, *words)

    assert code == 2, screen
    assert library.tip() == before


def test_yes_to_everything_records_nothing(library: Library) -> None:
    done = library.sns(*propose(library, TO_CHECK), "--yes")

    assert done.code == 0, done
    assert "確かめた記録は残しません" in done.err
    assert trailers(library) == []


@pytest.mark.parametrize("options", [(), ("--yes",)])
def test_what_must_be_mended_is_not_approved(
    library: Library, options: tuple[str, ...]
) -> None:
    words = propose(library, WRONG)
    before = library.tip()

    done = library.sns(*words, *options)

    assert done.code == 1, done
    assert "--despite-errors" in done.err
    assert "[url-shortener]" in done.out
    assert library.tip() == before


def test_the_director_may_insist_and_says_so_for_each(library: Library) -> None:
    words = [*propose(library, WRONG), "--despite-errors"]
    before = library.tip()
    refused, _ = talk(library, [""], *words)
    assert (refused, library.tip()) == (1, before)

    code, screen = talk(library, ["y", "y", "y"], *words)

    assert code == 0, screen
    assert "直さずに承認しますか" in screen
    assert trailers(library)[0] == "url-shortener kikaku"


def test_errors_count_for_what_is_on_main_already(library: Library) -> None:
    library.push({PATH: WRONG})
    key = str(key_file(library))
    before = library.tip()

    done = library.sns("approve", "--again", "--yes", "--key", key)

    assert (done.code, library.tip()) == (1, before), done
    code, screen = talk(
        library, ["y"] * 3, "approve", "--again", "--despite-errors", "--key", key
    )
    assert code == 0, screen


def test_pictures_are_shown_and_asked_about(library: Library) -> None:
    text = with_pictures("kikaku", "tenji.png")
    files = {PATH: text, **beside(tenji_png=picture("PNG", quarters(640, 480)))}
    library.story.branch("an", files, library.tanto)
    library.story.flush()

    words = ("approve", "an", "--key", str(key_file(library)))
    code, screen = talk(library, ["y", "y"], *words)

    assert code == 0, screen
    assert "横640×縦480" in screen
    assert "check-pictures kikaku" in trailers(library)


def test_taking_a_post_down_is_no_publication(library: Library) -> None:
    library.approve(post("kikaku"))
    text = post("torisage", "古くなったため。", retracts="kikaku")
    library.story.branch("an", {"posts/2036/06/t.md": text}, library.tanto)
    library.story.flush()

    words = ("approve", "an", "--key", str(key_file(library)))
    code, screen = talk(library, ["y"], *words)

    assert code == 0, screen
    assert trailers(library) == []


def test_settings_are_shown_and_asked_about_once(library: Library) -> None:
    text = library.settings().replace("例示市立図書館", "例示町立図書館", 1)
    library.story.branch("an", {"sns.toml": text}, library.tanto)
    library.story.flush()

    words = ("approve", "an", "--key", str(key_file(library)))
    code, screen = talk(library, ["はい"], *words)

    assert code == 0, screen
    assert "〔－例示市立図書館〕〔＋例示町立図書館〕" in screen
