"""The same objects give the same answer, whatever a machine or a clone is set to."""

from pathlib import Path

import pytest

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError
from sns_cli.messages import render
from sns_cli.model.history import CommitId, MergeCheck
from tests.support.git_command import git
from tests.support.git_story import Story

LINES = "".join(f"line {number}\n" for number in range(10))
UNION = "* merge=union\n"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    story.person("kantyo", "director", name="館長")
    story.introduce(files={"README.md": LINES})
    return story


def conflicting(story: Story) -> CommitId:
    """Merge two changes of one line, taking both without a word."""
    director = story.people["kantyo"]
    theirs = {"README.md": LINES.replace("line 5", "theirs")}
    story.branch("a", theirs, by=director)
    story.commit({"README.md": LINES.replace("line 5", "ours")}, director)
    both = {"README.md": LINES.replace("line 5", "ours\ntheirs")}
    return story.merge("a", director, tree=story.edited(story.tree(story.head), both))


def deviating(history: GitHistory, head: CommitId) -> MergeCheck:
    chain = history.chain(head, None)
    return history.check_merges([chain.tip], chain.introduction.id)[head]


def code_of(history: GitHistory, head: CommitId, start: CommitId | None = None) -> str:
    with pytest.raises(HistoryError) as error:
        history.chain(head, start)
    for language in ("ja", "en"):
        render(error.value.code, language, error.value.details)  # type: ignore[arg-type]  # a literal
    return error.value.code


@pytest.mark.parametrize(
    "name", ["info/attributes", ".gitattributes", "posts/.gitattributes"]
)
def test_a_clone_with_attributes_of_its_own_is_refused(story: Story, name: str) -> None:
    merge = conflicting(story)
    clone = story.clone("work")
    file = clone / ".git" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"# ours\n\n{UNION}")

    assert (
        code_of(GitHistory(open_repository(clone)), merge) == "merges-changed-locally"
    )

    file.write_text("# ours\n \n")
    found = deviating(GitHistory(open_repository(clone)), merge)
    assert found == MergeCheck(("README.md",))


def test_attributes_of_a_work_tree_elsewhere_do_not_matter(story: Story) -> None:
    merge = conflicting(story)
    clone = story.clone("work")
    (clone / ".gitattributes").write_text(UNION)
    git(clone, "config", "core.worktree", str(clone))

    found = deviating(GitHistory(open_repository(clone)), merge)

    assert found == MergeCheck(("README.md",))


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-2022-JP", "Shift_JIS"])
@pytest.mark.parametrize("what", ["logOutputEncoding", "commitEncoding"])
def test_names_are_the_same_in_any_encoding(
    story: Story, what: str, encoding: str
) -> None:
    director = story.person("kantyo", "director", email="館長@lib.example.lg.jp")
    story.branch("a", {"a": "1"}, by=director)
    merge = story.merge("a", director)
    clone = story.clone("work")
    git(clone, "config", f"i18n.{what}", encoding)
    history = GitHistory(open_repository(clone))
    tip = history.chain(merge, None).tip

    (found,) = history.side_commits(tip)

    assert found.author_email == director.email


def broken(story: Story, how: str) -> CommitId:
    """Push a commit whose parent git does not see."""
    tree, tip = story.tree(story.head), story.head
    who = b"K <k@lib.example.lg.jp> 1793600000 +0900"
    author, committer = b"author " + who, b"committer " + who
    parent, first = f"parent {tip}".encode(), f"tree {tree}".encode()
    lines = {
        "two trees": [first, first, parent, author, committer],
        "late": [first, author, parent, committer],
        "last": [first, author, committer, parent],
    }[how]
    return story.raw_commit(b"\n".join([*lines, b"", b"x\n"]))


@pytest.mark.parametrize("how", ["two trees", "late", "last"])
@pytest.mark.parametrize("pinned", [True, False])
@pytest.mark.parametrize("later", [0, 1])
def test_a_commit_that_hides_its_parent_is_named(
    story: Story, how: str, later: int, *, pinned: bool
) -> None:
    start = story.head
    story.commit({"a": "1"})
    seen = story.history().chain(story.head, start)
    made = broken(story, how)
    for number in range(later):
        story.commit({"a": f"{number}"})
    history = story.history()

    with pytest.raises(HistoryError, match="commit-broken") as error:
        history.chain(story.head, start if pinned else None)
    assert error.value.details["commit"] == made
    with pytest.raises(HistoryError, match="commit-broken"):
        history.extend(seen, story.head)
    assert code_of(history, story.head, start) == "commit-broken"


def test_a_history_of_its_own_is_not_called_broken(story: Story) -> None:
    start = story.head
    alone = story.commit({"sns.toml": "x"}, parents=(), message="parent of nothing")

    assert code_of(story.history(), alone, start) == "introduction-not-on-chain"
