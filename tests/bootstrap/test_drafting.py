"""New post files: where they are put, what they are called, and what they never do."""

import datetime as dt
import os
from pathlib import Path

import pytest

from sns_cli.adapters.environment import take_environment
from sns_cli.bootstrap.drafting import draft_post
from sns_cli.bootstrap.folder import Folder, open_folder
from sns_cli.errors import SettingsError, SnsError, UsageError
from sns_cli.lint.example import Example
from sns_cli.model.post import Post
from sns_cli.parse.post import parse_post

SETTINGS = (Path(__file__).parents[2] / "sns.toml").read_bytes()
NOW = dt.datetime(2026, 11, 30, 16, 0, tzinfo=dt.UTC)
"""In Tokyo it is the first of December."""
FIELDS = {"title": "おはなし会", "category": "催し案内"}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "sns.toml").write_bytes(SETTINGS)
    return open_folder(take_environment({}), tmp_path)


def read(folder: Folder, path: Path) -> Post:
    name = path.relative_to(folder.root).as_posix()
    post = parse_post(name, path.read_bytes(), "Asia/Tokyo")
    assert isinstance(post, Post)
    return post


def draft(folder: Folder, **more: object) -> Path:
    return draft_post(folder, {**FIELDS, **more}, "本文", NOW)


def test_it_lies_in_the_month_of_its_day_in_the_librarys_zone(folder: Folder) -> None:
    path = draft(folder)
    assert path == folder.root / "posts/2026/12/20261201-event.md"
    assert read(folder, path).id == "20261201-event"
    later = draft(folder, publish_at="2027-01-31 23:30")
    assert later == folder.root / "posts/2027/01/20270131-event.md"
    assert (
        draft(folder, publish_at=NOW.replace(month=12, day=31)).parent == later.parent
    )


def test_a_second_one_is_numbered_and_the_first_stays(folder: Folder) -> None:
    first = draft(folder)
    content = first.read_bytes()
    second = draft(folder)
    assert (second.name, read(folder, second).id) == (
        "20261201-event-2.md",
        "20261201-event-2",
    )
    assert first.read_bytes() == content


def test_a_named_file_is_numbered_or_refused(folder: Folder) -> None:
    first = draft_post(folder, FIELDS, "本文", NOW, slug="おはなし会")
    assert first.name == "おはなし会.md"
    second = draft_post(folder, FIELDS, "本文", NOW, slug="おはなし会")
    assert (second.name, read(folder, second).id) == (
        "おはなし会-2.md",
        "20261201-event-2",
    )
    with pytest.raises(UsageError) as refused:
        draft_post(folder, FIELDS, "別", NOW, slug="おはなし会", again=False)
    assert refused.value.code == "draft-exists"
    assert len(list(first.parent.iterdir())) == 2


def test_an_id_that_was_ever_used_is_not_used_again(folder: Folder) -> None:
    event = folder.root / "archive/2026/12/20261201-event.x.1-claimed.json"
    event.parent.mkdir(parents=True)
    event.write_text("{}")
    quoted = folder.root / "posts/2026/11/b.md"
    quoted.parent.mkdir(parents=True)
    source = Example(front={"id": None}).source()
    quoted.write_bytes(source.replace(b"---\n", b'---\n"id": "20261201-event-2"\n', 1))
    assert draft(folder).name == "20261201-event-3.md"
    with pytest.raises(UsageError) as refused:
        draft(folder, id="20261201-event")
    assert refused.value.code == "id-taken"


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "大文字"},
        {"publish_at": "明日"},
        {"category": "行事"},
        {"title": "a\x07b"},
        {"unknown": "値", "title": ""},
    ],
)
def test_what_makes_no_post_is_not_written(
    folder: Folder, fields: dict[str, object]
) -> None:
    with pytest.raises(UsageError) as refused:
        draft(folder, **fields)
    assert refused.value.code == "draft-invalid"
    assert not (folder.root / "posts").exists()


@pytest.mark.parametrize("slug", ["../x", "a/b", "README", "", "..."])
def test_a_name_that_is_no_name_is_not_written(folder: Folder, slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        draft_post(folder, FIELDS, "本文", NOW, slug=slug)
    assert refused.value.code == "slug-malformed"
    assert not (folder.root / "posts").exists()


def test_nothing_is_written_through_a_link(folder: Folder, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (folder.root / "posts").symlink_to(away, target_is_directory=True)
    with pytest.raises(SnsError) as refused:
        draft(folder)
    assert refused.value.code == "file-unwritable"
    assert list(away.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(folder: Folder) -> None:
    (folder.root / "posts").mkdir()
    (folder.root / "posts").chmod(0o500)
    with pytest.raises(SettingsError) as refused:
        draft(folder)
    assert refused.value.code == "file-unwritable"


def test_no_folder_is_left_behind_by_a_file_that_is_not(folder: Folder) -> None:
    # Where the month's folder should be, there is a file: as good as a read-only disk.
    (folder.root / "posts/2026").mkdir(parents=True)
    (folder.root / "posts/2026/12").write_text("")
    with pytest.raises(SettingsError) as refused:
        draft(folder)
    assert refused.value.code == "file-unwritable"
