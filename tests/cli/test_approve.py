"""`sns approve` as the director uses it: see, decide, sign; nothing half done."""

import json
from pathlib import Path

import pytest

from tests.support.git_command import git
from tests.support.git_people import Person
from tests.support.library import Library
from tests.support.library_files import post, post_path


def key_of(library: Library, person: Person) -> str:
    path = library.folder / f"{person.key}.key"
    path.write_text(person.private_key, encoding="utf-8")
    return str(path)


def propose(library: Library, name: str, text: str, path: str | None = None) -> None:
    where = path or f"posts/2026/11/{name}.md"
    library.story.branch(name, {where: text}, library.tanto)


def proven(library: Library) -> dict[str, object]:
    library.story.refresh()
    git(library.clone, "fetch", "--quiet", "origin")
    git(library.clone, "reset", "--quiet", "--hard", "origin/main")
    told: dict[str, object] = json.loads(
        library.sns("authenticate", "--format", "json").out
    )
    return told


def approved(library: Library) -> dict[str, bool]:
    posts = proven(library)["posts"]
    assert isinstance(posts, list)
    return {one["path"]: one["approved"] for one in posts}


def test_an_approved_branch_is_a_signed_merge_that_counts(library: Library) -> None:
    propose(library, "hanami", post("hanami"))

    done = library.sns(
        "approve", "hanami", "--yes", "--key", key_of(library, library.kancho)
    )

    assert done.code == 0
    assert "いつ出るか" in done.out
    assert approved(library) == {"posts/2026/11/hanami.md": True}
    message = git(library.clone, "log", "-1", "--format=%B").decode()
    assert f"Signed-off-by: {library.kancho.sign_off}" in message
    assert "Approved-Content: sha256:" in message


def test_of_a_withdrawal_nothing_says_when_it_goes_out(library: Library) -> None:
    library.approve(post("hanami"))
    library.story.branch("torikeshi", {post_path(post("hanami")): None}, library.tanto)
    library.story.flush()

    done = library.sns(
        "approve", "torikeshi", "--yes", "--key", key_of(library, library.kancho)
    )

    assert done.code == 0, done
    assert "承認しました" in done.out
    assert "いつ出るか" not in done.out


def test_without_an_answer_nothing_is_approved(library: Library) -> None:
    propose(library, "hanami", post("hanami"))
    before = library.tip()

    done = library.sns("approve", "hanami", "--key", key_of(library, library.kancho))

    assert done.code == 2
    assert library.tip() == before


def test_staff_cannot_approve_and_nothing_is_pushed(library: Library) -> None:
    propose(library, "hanami", post("hanami"))
    before = library.tip()

    done = library.sns(
        "approve", "hanami", "--yes", "--key", key_of(library, library.tanto)
    )

    assert done.code == 1
    assert library.tip() == before


def test_a_key_of_nobody_and_a_file_that_is_not_there(library: Library) -> None:
    propose(library, "hanami", post("hanami"))
    stranger = library.story.person("stranger", "staff")

    foreign = library.sns(
        "approve", "hanami", "--yes", "--key", key_of(library, stranger)
    )
    missing = library.sns("approve", "hanami", "--yes", "--key", "no-such-file")

    assert (foreign.code, missing.code) == (4, 2)


def test_a_branch_from_before_the_introduction_is_brought_up_to_date(
    library: Library,
) -> None:
    propose(library, "old", post("old"))
    library.approve(post("one"))
    moved = library.story.head

    done = library.sns(
        "approve",
        "old",
        "--yes",
        "--key",
        key_of(library, library.kancho),
        SNS_INTRODUCTION=moved,
    )

    assert done.code == 0
    library.introduction = moved
    assert approved(library)["posts/2026/11/old.md"] is True


def test_a_conflict_is_said_and_nothing_happens(library: Library) -> None:
    library.approve(post("hanami"))
    text = post("hanami", "案による本文。")
    propose(library, "edit", text, post_path(text))
    library.approve(post("hanami", "先に変わった本文。"))
    before = library.tip()

    done = library.sns(
        "approve", "edit", "--yes", "--key", key_of(library, library.kancho)
    )

    assert done.code == 1
    assert library.tip() == before


def test_what_slipped_onto_main_is_approved_again_as_it_stands(
    library: Library,
) -> None:
    library.push({"posts/2026/11/slip.md": post("slip")})
    assert approved(library) == {"posts/2026/11/slip.md": False}

    key = key_of(library, library.kancho)
    done = library.sns("approve", "--again", "--yes", "--key", key)
    nothing = library.sns("approve", "--again", "--yes", "--key", key)

    assert (done.code, nothing.code) == (0, 1)
    assert approved(library) == {"posts/2026/11/slip.md": True}


def test_of_what_was_merged_by_hand_the_way_out_is_named(library: Library) -> None:
    propose(library, "hanami", post("hanami"))
    key = key_of(library, library.kancho)
    git(library.clone, "fetch", "--quiet", "origin")
    git(library.clone, "push", "--quiet", "origin", "origin/hanami:main")

    by_hand = library.sns("approve", "hanami", "--yes", "--key", key)
    again = library.sns("approve", "--again", "--yes", "--key", key)
    nothing = library.sns("approve", "hanami", "--yes", "--key", key)

    assert (by_hand.code, again.code, nothing.code) == (1, 0, 1)
    assert "sns approve --again" in by_hand.err
    assert "sns approve --again" not in nothing.err


def test_a_main_that_is_closed_to_the_director_is_told_as_such(
    library: Library,
) -> None:
    propose(library, "hanami", post("hanami"))
    library.hook("pre-receive", "exit 1")

    done = library.sns(
        "approve", "hanami", "--yes", "--key", key_of(library, library.kancho)
    )

    assert done.code == 4, done
    assert "main への書き込みを断りました" in done.err
    assert "公開係" not in done.err


def test_a_change_of_the_settings_is_shown_as_its_difference(library: Library) -> None:
    text = library.settings().replace("市立図書館", "町立図書館", 1)
    library.story.branch("settings", {"sns.toml": text}, library.tanto)

    done = library.sns(
        "approve", "settings", "--yes", "--key", key_of(library, library.kancho)
    )

    assert done.code == 0
    assert "町立図書館" in done.out


def test_what_stands_in_the_way_of_publishing_is_said(library: Library) -> None:
    library.push({"README.md": "勝手な変更"})
    propose(library, "hanami", post("hanami"))

    done = library.sns(
        "approve", "hanami", "--yes", "--key", key_of(library, library.kancho)
    )

    assert done.code == 0
    assert "README.md" in done.out


def test_nobody_signs_off_for_somebody_else(tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library:
        text = library.settings().replace('"signature"', '"sign-off"')
        library.change_settings(text)
        library.introduction = library.story.head
        propose(library, "hanami", post("hanami"))
        git(library.clone, "config", "user.email", library.tanto.email)

        staff = library.sns("approve", "hanami", "--yes")
        git(library.clone, "config", "user.email", "nobody@example.com")
        nobody = library.sns("approve", "hanami", "--yes")
        git(library.clone, "config", "user.email", library.kancho.email)
        director = library.sns("approve", "hanami", "--yes")

        assert (staff.code, nobody.code, director.code) == (1, 4, 0)
        assert approved(library) == {"posts/2026/11/hanami.md": True}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("kikako", "これのことですか: kikaku"),
        ("origin/kikaku", "これのことですか: kikaku"),
        ("yamada:kikaku", "別の置き場所(fork)"),
        ("ookii-chigai", "sns review で見られます"),
        ("kikaku..", "これのことですか: kikaku"),
    ],
)
def test_a_slip_of_the_name_names_what_is_near(
    library: Library, typed: str, word: str
) -> None:
    library.story.branch(
        "kikaku", {"posts/2036/06/kikaku.md": post("kikaku")}, library.tanto
    )
    library.story.flush()

    for command in ("approve", "review"):
        run = library.sns(command, typed)

        assert run.code == 2, run
        assert word in run.err


def test_a_post_or_a_proposal_that_never_was(library: Library) -> None:
    library.push({"posts/2036/06/slip.md": post("slip")})
    key = ("--yes", "--key", key_of(library, library.kancho))

    again = library.sns("approve", "--again", "nosuch", *key)
    branch = library.sns("approve", "nosuch", *key)
    shown = library.sns("review", "nosuch")

    assert (again.code, branch.code, shown.code) == (2, 2, 2), (again, branch, shown)
    assert "「nosuch」の投稿はありません" in again.err
    assert "sns review" in shown.err
