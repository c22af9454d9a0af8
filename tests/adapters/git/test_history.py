"""The first-parent chain, on real repositories."""

import datetime as dt
from pathlib import Path

import pytest

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from sns_cli.errors import HistoryError
from sns_cli.model.history import CommitId
from tests.support.git_command import git, text
from tests.support.git_story import Special, Story

A = "posts/2026/12/a.md"
UNKNOWN = CommitId("1" * 40)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    story = Story(tmp_path)
    story.person("kantyo", "director")
    story.person("tanto-01")
    story.introduce(files={"README.md": "x"})
    return story


def approve(story: Story, name: str, **files: str) -> CommitId:
    story.branch(name, files or {A: name}, by=story.people["tanto-01"], base=story.head)
    return story.merge(name, by=story.people["kantyo"])


def refused(history: GitHistory, head: CommitId, start: CommitId | None) -> str:
    with pytest.raises(HistoryError) as caught:
        history.chain(head, start)
    return caught.value.code


def test_the_chain_holds_first_parents_oldest_first_with_their_bytes(
    story: Story,
) -> None:
    start = story.head
    merges = [approve(story, "a"), approve(story, "b", **{"posts/2026/12/b.md": "b"})]
    edit = story.commit({A: None, "x y": "1"}, story.people["kantyo"])
    chain = story.history().chain(story.head, start)
    assert chain.introduction.id == start
    assert [one.id for one in chain.commits] == [*merges, edit]
    assert chain.tip.id == edit
    assert all(one.raw == story.raw(one.id) for one in chain.commits)
    assert {entry.path for entry in chain.introduced} == {"README.md", "sns.toml"}
    deleted, added = chain.commits[-1].changes
    assert (deleted.path, deleted.deleted, deleted.new_blob) == (A, True, None)
    assert (added.path, added.added, added.old_blob) == ("x y", True, None)
    assert added.new_blob == story.blob("1")
    assert added.new_mode == "100644"


def test_a_commit_that_changes_nothing_is_in_the_chain(story: Story) -> None:
    start = story.head
    empty = story.commit({}, story.people["kantyo"])
    (one,) = story.history().chain(story.head, start).commits
    assert (one.id, one.changes) == (empty, ())


def test_committer_author_time_and_message_are_read(story: Story) -> None:
    director, staff = story.people["kantyo"], story.people["tanto-01"]
    at = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    story.commit({"a": "b"}, director, "件名", at=at, author=staff, trailers=["K: v"])
    one = story.history().chain(story.head, None).tip
    assert one.committed_at == at
    assert one.author_email == staff.email
    assert one.committer_email == director.email
    assert one.message == "件名\n\nK: v\n"


@pytest.mark.parametrize(
    "path",
    [
        "line\nfeed",
        "tab\tand \x1b[31m",
        ":100644 100644 " + "1" * 40 + " " + "2" * 40 + " M",
        "3" * 40,
        "日本語 か\u3099.md",
        b"not \xff utf-8".decode("utf-8", "surrogateescape"),
        '"quoted"',
        "--output=x",
    ],
)
def test_no_name_of_a_file_can_pass_for_something_else(story: Story, path: str) -> None:
    start = story.head
    story.commit({path: "one", "zz": "two"}, story.people["kantyo"])
    following = story.commit({path: "three"}, story.people["kantyo"])
    first, second = story.history().chain(story.head, start).commits
    assert {change.path for change in first.changes} == {path, "zz"}
    assert second.id == following
    assert [change.path for change in second.changes] == [path]
    assert path in {entry.path for entry in story.history().files(story.head)}


def test_links_programs_and_foreign_repositories_keep_their_modes(story: Story) -> None:
    start = story.head
    files = {
        "link": Special("120000", "/etc/passwd"),
        "program": Special("100755", "#!/bin/sh"),
        "module": Special("160000", "1" * 40),
    }
    story.commit(files, story.people["kantyo"])
    changes = story.history().chain(story.head, start).tip.changes
    modes = {change.path: change.new_mode for change in changes}
    assert modes == {"link": "120000", "program": "100755", "module": "160000"}


def test_renames_are_a_deletion_and_an_addition(story: Story) -> None:
    start = story.head
    story.commit({"README.md": None, "README.txt": "x"}, story.people["kantyo"])
    changes = story.history().chain(story.head, start).tip.changes
    assert [(c.path, c.added, c.deleted) for c in changes] == [
        ("README.md", False, True),
        ("README.txt", True, False),
    ]


def test_the_settings_of_the_user_do_not_matter(
    story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = story.head
    approve(story, "a", **{"posts/2026/12/あ.md": "text\n"})
    story.commit(
        {"README.md": None, "moved": "x", "m": Special("160000", "1" * 40)},
        story.people["kantyo"],
    )
    plain = story.history().chain(story.head, start)
    config = tmp_path / "gitconfig"
    config.write_text(
        "[log]\nshowSignature=true\nshowRoot=false\ndiffMerges=off\ndecorate=full\n"
        "abbrevCommit=true\n"
        "[diff]\nrenames=copies\nignoreSubmodules=all\nexternal=false\n"
        "relative=true\nnoprefix=true\norderFile=/dev/null\n"
        "[core]\nquotePath=true\nabbrev=5\npager=false\n"
        "[color]\nui=always\n[format]\npretty=oneline\nnotes=*\n"
        "[i18n]\nlogOutputEncoding=ISO-8859-1\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    history = story.history()
    assert history.chain(story.head, start) == plain
    assert history.chain(story.head, None) == plain
    merge = plain.commits[0]
    assert history.check_merges([merge], start)[merge.id].deviating == ()
    assert [one.author_email for one in history.side_commits(merge)] == [
        story.people["tanto-01"].email
    ]


# Where trust starts


def test_unpinned_the_first_commit_with_settings_is_the_introduction(
    tmp_path: Path,
) -> None:
    story = Story(tmp_path)
    director = story.person("kantyo", "director")
    story.commit({"README.md": "before"}, director, parents=())
    start = story.commit({"sns.toml": story.settings()}, director)
    story.commit({"sns.toml": None}, director)
    story.commit({"sns.toml": story.settings()}, director)
    assert story.history().chain(story.head, None).introduction.id == start


def test_settings_that_came_by_a_merge_count_from_the_merge(tmp_path: Path) -> None:
    story = Story(tmp_path)
    director = story.person("kantyo", "director")
    story.commit({"README.md": "before"}, director, parents=())
    story.branch("begin", {"sns.toml": story.settings()}, by=director)
    merge = story.merge("begin", by=director)
    assert story.history().chain(story.head, None).introduction.id == merge


def test_a_folder_of_that_name_is_no_settings_file(tmp_path: Path) -> None:
    story = Story(tmp_path)
    director = story.person("kantyo", "director")
    start = story.commit({"sns.toml/x": "1"}, director, parents=())
    history = story.history()
    assert refused(history, story.head, None) == "introduction-missing"
    assert refused(history, story.head, start) == "introduction-without-settings"


def test_a_side_branch_is_not_on_the_chain_even_if_it_was_merged(story: Story) -> None:
    approve(story, "a")
    side = story.tips["a"]
    code = refused(story.history(), story.head, side)
    assert code == "introduction-not-on-chain"


def test_a_head_that_only_shares_ancestors_with_the_introduction_is_refused(
    story: Story,
) -> None:
    old = story.head
    start = approve(story, "a")
    rogue = story.commit({"x": "1"}, story.people["kantyo"], parents=[old], on="rogue")
    assert refused(story.history(), rogue, start) == "introduction-not-on-chain"


def test_a_head_older_than_the_introduction_is_refused(story: Story) -> None:
    old = story.head
    start = approve(story, "a")
    assert refused(story.history(), old, start) == "introduction-not-on-chain"


def test_another_root_is_refused(story: Story) -> None:
    other = story.commit({"sns.toml": "x"}, parents=(), on="other")
    code = refused(story.history(), other, story.head)
    assert code == "introduction-not-on-chain"


@pytest.mark.parametrize("value", ["HEAD", "main", "1" * 39, "", "1" * 40 + "\n"])
def test_only_a_full_id_pins_the_introduction(story: Story, value: str) -> None:
    code = refused(story.history(), story.head, CommitId(value))
    assert code == "introduction-invalid"


def test_an_unknown_introduction_is_refused(story: Story) -> None:
    assert refused(story.history(), story.head, UNKNOWN) == "introduction-unknown"


def test_a_blob_cannot_be_the_introduction(story: Story) -> None:
    blob = CommitId(story.blob("x"))
    assert refused(story.history(), story.head, blob) == "introduction-unknown"


def test_a_tag_cannot_be_the_introduction(story: Story) -> None:
    who = {"GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.jp"}
    git(story.remote, "tag", "-a", "-m", "start", "start", story.head, env=who)
    tag = CommitId(text(story.remote, "rev-parse", "start"))
    assert refused(story.history(), story.head, tag) == "introduction-unknown"


# Histories that are not what they seem


def test_replace_refs_are_refused(story: Story) -> None:
    start = story.head
    merge = approve(story, "a")
    fake = story.commit({"evil": "1"}, parents=[start], on=None)
    git(story.remote, "replace", merge, fake)
    assert refused(story.history(), story.head, start) == "history-rewritten-locally"


def test_grafts_are_refused(story: Story) -> None:
    start = story.head
    merge = approve(story, "a")
    (story.remote / "info" / "grafts").write_text(f"{merge}\n")
    assert refused(story.history(), story.head, start) == "history-rewritten-locally"


def test_a_shallow_clone_may_end_at_the_introduction(story: Story) -> None:
    story.commit({"sns.toml": story.settings(), "more": "1"})
    start = story.head
    approve(story, "a")
    whole = story.history().chain(story.head, start)
    clone = open_repository(story.ci_clone("ci", start))
    assert clone.shallow
    assert GitHistory(clone).chain(story.head, start) == whole
    assert refused(GitHistory(clone), story.head, None) == (
        "introduction-unpinned-in-shallow-clone"
    )


def test_a_clone_that_ends_before_the_introduction_does_not_reach_it(
    story: Story, tmp_path: Path
) -> None:
    start = story.head
    approve(story, "a")
    approve(story, "b")
    clone = tmp_path / "short"
    git(tmp_path, "clone", "--quiet", "--depth=1", story.url(), str(clone))
    history = GitHistory(open_repository(clone))
    assert refused(history, story.head, start) == "introduction-unknown"
    # The introduction is there, what lies between is not.
    git(clone, "fetch", "--quiet", "--depth=1", "origin", start)
    assert refused(history, story.head, start) == "introduction-not-reached"


def test_a_clone_cut_just_above_the_introduction_does_not_reach_it(
    story: Story, tmp_path: Path
) -> None:
    start = story.head
    approve(story, "a")
    clone = tmp_path / "short"
    git(tmp_path, "clone", "--quiet", "--depth=1", story.url(), str(clone))
    git(clone, "fetch", "--quiet", "--depth=1", "origin", start)
    history = GitHistory(open_repository(clone))

    # Its parent is there, but git takes everything it holds for new.
    assert refused(history, story.head, start) == "introduction-not-reached"


# Going on from a chain


def test_extend_returns_only_what_is_new(story: Story) -> None:
    start = story.head
    approve(story, "a")
    chain = story.history().chain(story.head, start)
    history = story.history()
    assert history.extend(chain, story.head) == ()
    new = approve(story, "b", **{"posts/2026/12/b.md": "b"})
    commits = history.extend(chain, story.head)
    assert commits is not None
    assert [one.id for one in commits] == [new]


def test_extend_says_none_when_main_was_rewound_or_replaced(story: Story) -> None:
    start = story.head
    approve(story, "a")
    chain = story.history().chain(story.head, start)
    other = story.commit({"x": "1"}, parents=[start], on="other")
    foxtrot = story.commit({}, parents=[other, chain.tip.id], on="fox")
    history = story.history()
    assert history.extend(chain, start) is None
    assert history.extend(chain, other) is None
    assert history.extend(chain, foxtrot) is None


# Malformed commits


@pytest.mark.parametrize(
    ("line", "year"),
    [
        (b"committer A <a@b> 99999999999999999 +0000", 9999),
        (b"committer A <a@b> -5 +0000", 1970),
        (b"committer A <a@b> x +0000", 1970),
        (b"committer", 1970),
    ],
)
def test_a_malformed_commit_is_read_so_that_it_can_be_refused(
    story: Story, line: bytes, year: int
) -> None:
    start = story.head
    good = story.raw(story.commit({"x": "1"})).split(b"\n")
    place = next(n for n, one in enumerate(good) if one.startswith(b"committer"))
    good[place] = line
    story.move("main", start)
    bad = story.raw_commit(b"\n".join(good))
    after = story.commit({"y": "1"})
    commits = story.history().chain(after, start).commits
    assert [one.id for one in commits] == [bad, after]
    assert commits[0].committed_at.year == year


def test_side_commits_are_those_the_merge_brought_in(story: Story) -> None:
    staff, other = story.people["tanto-01"], story.person("tanto-02")
    first = story.branch("a", {A: "1"}, by=staff)
    second = story.branch("a", {A: "2"}, by=other)
    merge = story.merge("a", by=story.people["kantyo"])
    history = story.history()
    commit = history.chain(story.head, None).tip
    found = {one.id: one.author_email for one in history.side_commits(commit)}
    assert found == {first: staff.email, second: other.email}
    single = story.commit({"x": "1"})
    tip = history.chain(single, None).tip
    assert tip.parents == (merge,)
    assert history.side_commits(tip) == ()


def test_files_can_be_asked_for_below_a_folder(story: Story) -> None:
    story.commit({"posts/2026/12/a.md": "1", "postscript": "2", "archive/x": "3"})
    history = story.history()
    assert [one.path for one in history.files(story.head, "posts/")] == [
        "posts/2026/12/a.md"
    ]
    assert history.files(story.head, "nothing/") == ()


def test_only_full_ids_reach_git(story: Story) -> None:
    with pytest.raises(HistoryError) as caught:
        story.history().files(CommitId("--output=x"))
    assert caught.value.code == "revision-unknown"
