"""What git is told, case by case; see ``mutate-approval``."""

from pathlib import Path

import pytest

from sns_cli.adapters.git.commit import parse_commit
from sns_cli.adapters.git.merges import merge_trees
from sns_cli.adapters.git.objects import Objects
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId, MergeCheck
from tests.support.git_story import Special, Story

LINES = "".join(f"line {number}\n" for number in range(10))
HOSTILE = """
[log]
showSignature = true
showRoot = false
diffMerges = off
decorate = full
abbrevCommit = true
follow = true
[diff]
renames = copies
ignoreSubmodules = all
relative = true
noprefix = true
mnemonicPrefix = true
orderFile = order
submodule = log
wordRegex = .
[core]
quotePath = true
abbrev = 5
[color]
ui = always
[format]
pretty = oneline
notes = *
[notes]
displayRef = *
[merge]
renames = false
directoryRenames = true
conflictStyle = diff3
"""
"""Settings by which git would say something else, or in other words."""


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    story.person("tanto-01")
    story.introduce(files={"README.md": LINES, "old.md": LINES})
    return story


def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "gitconfig"
    (tmp_path / "order").write_text("*.md\n")
    config.write_text(HOSTILE.replace("order\n", f"{tmp_path}/order\n"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))


def test_signed_drafts_are_told_as_any_others(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = story.people["tanto-01"]
    parents = (story.head,)
    draft = story.commit({"a": "1"}, staff, parents=parents, on="a")
    story.merge("a", story.people["kantyo"])
    hostile(tmp_path, monkeypatch)
    history = story.history()

    (found,) = history.side_commits(history.chain(story.head, None).tip)

    assert (found.id, found.author_email) == (draft, staff.email)
    assert found.raw == story.raw(draft)


def test_an_unclean_merge_is_the_same_with_any_settings(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"a": "1"}, by=director)
    edit = {
        "inside": Special("160000", "1" * 40),
        "moved.md": LINES,
        "old.md": None,
        "あ.md": "x",
    }
    merge = story.merge("a", director, edit=edit)
    hostile(tmp_path, monkeypatch)
    history = story.history()
    tip = history.chain(merge, start).tip

    assert history.check_merges([tip], start)[merge] == MergeCheck(
        ("inside", "moved.md", "old.md", "あ.md")
    )


def test_a_commit_that_is_no_merge_of_two_is_not_compared(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"a": "1"}, by=director)
    story.branch("b", {"b": "1"}, by=director, base=start)
    story.commit({"x": "1"}, director)
    story.merge("a", director, others=[story.tips["b"]])
    history = story.history()
    chain = history.chain(story.head, start)

    found = history.check_merges(chain.commits, start)

    assert set(found.values()) == {MergeCheck(bounded=False)}
    assert len(found) == 2


def test_histories_without_anything_in_common_are_not_merged(story: Story) -> None:
    alone = story.commit({"x": "1"}, parents=(), on=None)

    with pytest.raises(HistoryError, match="git-failed"):
        merge_trees(open_repository(story.remote), story.head, alone)


def test_conflicts_are_named_by_their_paths(story: Story) -> None:
    director = story.people["kantyo"]
    changed = {"README.md": LINES.replace("line 5", "theirs")}
    theirs = story.branch("a", changed, by=director)
    story.commit({"README.md": LINES.replace("line 5", "ours")}, director)

    found = merge_trees(open_repository(story.remote), story.head, theirs)

    assert found.conflicts == ("README.md",)


@pytest.mark.parametrize(
    "headers",
    [
        b"tree x\ncommitter A <a@b.c> 1 +0000\ncommitter A <a@b.c> 1 +0000",
        b"tree x\nauthors. A <a@b.c> 1 +0000",
        b"tree x",
    ],
)
def test_an_author_who_is_not_said_is_nobody(headers: bytes) -> None:
    commit = parse_commit(CommitId("1" * 40), headers + b"\n\ntext\n", ())

    assert commit.author_email == ""


@pytest.mark.parametrize("seconds", [b"-1", b"x", b"", b"1.5"])
def test_a_time_that_cannot_be_read_is_long_ago(seconds: bytes) -> None:
    who = b"A <a@b.c> " + seconds + b" +0000"
    raw = b"tree x\nauthor " + who + b"\ncommitter " + who + b"\n\n"

    assert parse_commit(CommitId("1" * 40), raw, ()).committed_at.year == 1970


def test_a_head_that_is_not_there_is_an_error(story: Story) -> None:
    with pytest.raises(HistoryError, match="git-failed"):
        story.history().chain(CommitId("1" * 40), story.head)


def test_a_commit_that_is_not_there_is_an_error(story: Story) -> None:
    objects = Objects(open_repository(story.remote))

    with pytest.raises(HistoryError, match="object-missing"):
        objects.commits([story.head, CommitId("1" * 40)])
