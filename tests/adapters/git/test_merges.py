"""Merges compared with the clean merges of their parents."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.merge_checks import MergeChecks
from sns_cli.adapters.git.merges import merge_trees
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId, MergeCheck
from tests.support.git_command import git
from tests.support.git_story import Special, Story

TEN = "".join(f"line {number}\n" for number in range(10))


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    files = {"README.md": TEN, "posts/2026/11/old.md": TEN + "old\n"}
    story.introduce(files=files)
    return story


def check(story: Story, start: CommitId) -> Mapping[CommitId, MergeCheck]:
    history = story.history()
    chain = history.chain(story.head, start)
    merges = [one for one in chain.commits if len(one.parents) == 2]
    return history.check_merges(merges, start)


def test_a_clean_merge_deviates_nowhere(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"posts/2026/12/a.md": "1"}, by=director)
    story.commit({"other": "2"}, director)
    merge = story.merge("a", by=director)
    assert check(story, start) == {merge: MergeCheck()}


def test_a_merge_of_two_changes_to_one_file_may_be_clean(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"README.md": TEN.replace("line 9", "nine")}, by=director)
    story.commit({"README.md": TEN.replace("line 0", "zero")}, director)
    merge = story.merge("a", by=director)
    assert check(story, start)[merge] == MergeCheck()


def test_a_file_slipped_into_a_merge_deviates(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"posts/2026/12/a.md": "1"}, by=director)
    merge = story.merge("a", by=director, edit={"posts/2026/12/b.md": "evil"})
    assert check(story, start)[merge].deviating == ("posts/2026/12/b.md",)


def test_an_edit_and_a_dropped_change_deviate(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"a": "1", "b": "1"}, by=director)
    merge = story.merge("a", by=director, edit={"a": "2", "b": None})
    assert check(story, start)[merge].deviating == ("a", "b")


def test_a_merge_that_keeps_only_ours_deviates(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"a": "1"}, by=director)
    merge = story.merge("a", by=director, tree=story.tree(story.head))
    assert check(story, start)[merge].deviating == ("a",)


def test_a_changed_mode_deviates(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"a": "1"}, by=director)
    merge = story.merge("a", by=director, edit={"a": Special("100755", "1")})
    assert check(story, start)[merge].deviating == ("a",)


def test_what_conflicts_deviates_however_it_was_settled(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    ours = TEN.replace("line 5", "ours")
    story.branch("a", {"README.md": TEN.replace("line 5", "theirs")}, by=director)
    story.commit({"README.md": ours}, director)
    tree = story.tree(story.head)
    merge = story.merge("a", by=director, tree=tree, edit={"sns.toml": "evil"})
    assert check(story, start)[merge].deviating == ("README.md", "sns.toml")


def test_a_deletion_against_an_edit_deviates(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    story.branch("a", {"README.md": TEN + "more\n"}, by=director)
    story.commit({"README.md": None}, director)
    merge = story.merge("a", by=director, tree=story.tree(story.head))
    assert check(story, start)[merge].deviating == ("README.md",)


def test_a_conflict_settled_as_git_left_it_deviates_all_the_same(story: Story) -> None:
    # Of two binary files git keeps ours in the tree, so that no bytes differ.
    director = story.people["kantyo"]
    start = story.commit({"image": b"\0old"}, director)
    story.branch("a", {"image": b"\0theirs"}, by=director)
    story.commit({"image": b"\0ours"}, director)
    merge = story.merge("a", by=director, tree=story.tree(story.head))
    assert check(story, start)[merge].deviating == ("image",)


def test_a_conflict_that_names_no_file_deviates(story: Story) -> None:
    # Theirs splits a folder in two, ours adds a file to it: git says that it does not
    # know where the file belongs, and lists no file in conflict.
    director = story.people["kantyo"]
    old = {f"old/{name}": TEN * 3 + name for name in "ab"}
    start = story.commit(old, director)
    split = {"one/a": old["old/a"], "two/b": old["old/b"]}
    story.branch("a", {**dict.fromkeys(old), **split}, by=director)
    story.commit({"old/c": "c"}, director)
    ours, theirs = story.head, story.tips["a"]
    result = merge_trees(open_repository(story.remote), ours, theirs)
    assert result.conflicts == ()
    merge = story.merge("a", by=director, tree=result.tree)
    assert check(story, start)[merge].deviating


def test_a_conflict_of_folder_names_alone_deviates(story: Story) -> None:
    # Theirs moves a whole folder, ours adds a file to the old one: git reports a
    # conflict although no single file has two versions.
    director = story.people["kantyo"]
    old = {f"old/{name}": TEN + name for name in "abc"}
    start = story.commit(old, director)
    moved = {f"new/{name}": TEN + name for name in "abc"}
    story.branch("a", {**dict.fromkeys(old), **moved}, by=director)
    story.commit({"old/d": "d"}, director)
    ours, theirs = story.head, story.tips["a"]
    result = merge_trees(open_repository(story.remote), ours, theirs)
    assert result.conflicts is not None
    merge = story.merge("a", by=director, tree=result.tree)
    assert check(story, start)[merge].deviating


def test_the_attributes_of_a_work_tree_do_not_matter(
    story: Story, tmp_path: Path
) -> None:
    start, director = story.head, story.people["kantyo"]
    union = {".gitattributes": "* merge=union\n"}
    story.commit(union, director)
    story.branch("a", {"README.md": TEN.replace("line 5", "theirs")}, by=director)
    story.commit({"README.md": TEN.replace("line 5", "ours")}, director)
    merge = story.merge("a", by=director, tree=story.tree(story.head))
    clone = open_repository(story.clone("work"))
    assert (tmp_path / "work" / ".gitattributes").exists()
    history = GitHistory(clone)
    commit = history.chain(story.head, start).tip
    checks = history.check_merges([commit], start)
    assert checks[merge].deviating == ("README.md",)


def test_many_merges_are_told_apart(story: Story) -> None:
    start, director = story.head, story.people["kantyo"]
    wanted: dict[CommitId, tuple[str, ...]] = {}
    for number in range(12):
        base = story.head
        name = f"posts/2026/12/{number}.md"
        story.branch(f"b{number}", {name: "1", "README.md": f"{number}\n"}, by=director)
        if number % 3 == 0:
            merge = story.merge(f"b{number}", by=director)
            wanted[merge] = ()
        elif number % 3 == 1:
            merge = story.merge(f"b{number}", by=director, edit={f"evil{number}": "x"})
            wanted[merge] = (f"evil{number}",)
        else:
            story.commit({"README.md": f"ours {number}\n"}, director)
            merge = story.merge(f"b{number}", by=director, tree=story.tree(base))
            wanted[merge] = ("README.md", name)
    found = check(story, start)
    assert {merge: one.deviating for merge, one in found.items()} == wanted


# How far back a merge may reach


def test_a_branch_from_before_the_introduction_is_not_bounded(story: Story) -> None:
    director, old = story.people["kantyo"], story.head
    start = story.commit({"sns.toml": story.settings(), "x": "1"}, director)
    story.branch("old", {"a": "1"}, by=director, base=old)
    merge = story.merge("old", by=director)
    assert check(story, start)[merge] == MergeCheck(bounded=False)


def test_a_branch_from_the_introduction_itself_is_bounded(story: Story) -> None:
    director, start = story.people["kantyo"], story.head
    story.commit({"x": "1"}, director)
    story.branch("a", {"a": "1"}, by=director, base=start)
    merge = story.merge("a", by=director)
    assert check(story, start)[merge].bounded


def test_merging_the_introduction_itself_is_bounded(story: Story) -> None:
    director, start = story.people["kantyo"], story.head
    story.commit({"x": "1"}, director)
    merge = story.merge(start, by=director)
    assert check(story, start)[merge].bounded


def test_a_branch_that_merged_main_meanwhile_is_bounded(story: Story) -> None:
    director, old = story.people["kantyo"], story.head
    start = story.commit({"sns.toml": story.settings(), "x": "1"}, director)
    side = story.branch("late", {"a": "1"}, by=director, base=old)
    story.merge(start, by=director, onto=side, on="late")
    merge = story.merge("late", by=director)
    assert check(story, start)[merge] == MergeCheck()


def test_unrelated_histories_are_not_bounded_and_stop_nothing(story: Story) -> None:
    director, start = story.people["kantyo"], story.head
    other = story.commit({"z": "1"}, director, parents=(), on="other")
    foreign = story.merge(other, by=director, tree=story.tree(story.head))
    story.branch("a", {"a": "1"}, by=director)
    merge = story.merge("a", by=director)
    assert check(story, start) == {
        foreign: MergeCheck(bounded=False),
        merge: MergeCheck(),
    }


def test_a_shallow_clone_judges_merges_as_a_whole_one_does(story: Story) -> None:
    director, old = story.people["kantyo"], story.head
    start = story.commit({"sns.toml": story.settings(), "x": "1"}, director)
    story.branch("old", {"a": "1"}, by=director, base=old)
    story.merge("old", by=director)
    story.branch("new", {"README.md": TEN + "theirs\n"}, by=director)
    story.commit({"README.md": "ours\n" + TEN}, director)
    story.merge("new", by=director)
    whole = check(story, start)
    history = GitHistory(open_repository(story.ci_clone("ci", start)))
    merges = [
        one for one in history.chain(story.head, start).commits if len(one.parents) == 2
    ]
    assert history.check_merges(merges, start) == whole
    assert sorted(one.bounded for one in whole.values()) == [False, True]


def test_a_branch_called_like_a_commit_is_not_taken_for_it(story: Story) -> None:
    director, start = story.people["kantyo"], story.head
    side = story.branch("a", {"posts/2026/12/a.md": "1"}, director)
    merge = story.merge(side, director)
    other = story.branch("b", {"posts/2026/12/a.md": "2"}, director, base=start)
    for name in (side, start):
        git(story.remote, "update-ref", f"refs/heads/{name}", other)

    assert check(story, start) == {merge: MergeCheck()}


def test_no_merges_need_no_answer(story: Story) -> None:
    assert story.history().check_merges([], story.head) == {}


def test_answers_come_in_batches_and_none_is_missing(story: Story) -> None:
    director, start = story.people["kantyo"], story.head
    evil = {0, 1, 2, 5, 9}
    for number in range(10):
        name = f"posts/2026/12/{number}.md"
        side = story.branch("b", {name: "1"}, by=director, base=story.head)
        story.merge(side, by=director, edit={name: "2"} if number in evil else None)
    merges = story.history().chain(story.head, start).commits
    repository = open_repository(story.remote)
    checks = MergeChecks(repository, merges, start, first=2)
    assert list(checks) == [merge.id for merge in merges]
    found = {n for n, merge in enumerate(merges) if checks[merge.id].deviating}
    assert found == evil
    assert all(one.bounded for one in checks.values())


def test_what_went_wrong_is_raised_when_the_answer_is_read(story: Story) -> None:
    director, start = story.people["kantyo"], story.head
    story.branch("a", {"a": "1"}, by=director)
    merge = story.merge("a", by=director)
    history = story.history()
    commit = history.chain(story.head, start).tip
    checks = history.check_merges([commit], CommitId("1" * 40))
    with pytest.raises(HistoryError) as caught:
        checks[merge]
    assert caught.value.code == "git-failed"


@pytest.mark.parametrize("setting", ["merge.renameLimit", "diff.renameLimit"])
def test_a_machines_limit_on_renames_does_not_count(story: Story, setting: str) -> None:
    director = story.people["kantyo"]
    texts = [TEN + f"only {number}\n" * 5 for number in range(3)]
    old = {f"posts/2026/11/old-{number}.md": text for number, text in enumerate(texts)}
    start = story.commit(old, director)
    story.branch("a", {path: f"{text}more\n" for path, text in old.items()}, director)
    renamed = {path.replace("old", "new"): f"top\n{old[path]}" for path in old}
    story.commit({**dict.fromkeys(old), **renamed}, director)
    merge = story.merge("a", by=director)
    git(story.remote, "config", setting, "1")

    assert check(story, start)[merge] == MergeCheck()
