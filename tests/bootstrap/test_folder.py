"""Which files a person means who names some to ``lint`` or ``preview``."""

import datetime as dt
from pathlib import Path

import pytest

from sns_cli.adapters.environment import take_environment
from sns_cli.bootstrap.checking import check, parsed_posts
from sns_cli.bootstrap.folder import Folder, open_folder
from sns_cli.bootstrap.selecting import named
from sns_cli.errors import UsageError
from sns_cli.lint.example import Example

AT = dt.datetime.fromisoformat("2026-11-20T09:45+09:00")
POST = "posts/2026/11/a.md"
DRAFT = "draft.md"
SETTINGS = (Path(__file__).parents[2] / "sns.toml").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "図書館 の フォルダー"
    for path in (POST, "posts/2026/12/b.md", DRAFT, "docs/notes.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        source = Example(front={"id": f"20261205-{Path(path).stem}"}).source()
        (root / path).write_bytes(source)
    (root / "sns.toml").write_bytes(SETTINGS)
    return open_folder(take_environment({}), root)


def looked_at(folder: Folder, *paths: str | Path) -> int:
    return check(named(folder, [Path(path) for path in paths]), AT, "ja").posts


def shown(folder: Folder, *paths: str | Path) -> list[str]:
    selection = named(folder, [Path(path) for path in paths])
    return [path for path, _ in parsed_posts(selection)]


def test_a_path_as_lint_prints_it_is_found_from_anywhere(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert looked_at(folder, POST) == 1
    assert shown(folder, POST) == [POST]
    assert shown(folder, "posts/2026/12") == ["posts/2026/12/b.md"]


def test_a_path_from_the_current_folder_comes_first(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = folder.root / "posts" / "2026" / "11"
    monkeypatch.chdir(inner)
    assert shown(folder, "a.md") == [POST]
    nested = inner / POST
    nested.parent.mkdir(parents=True)
    nested.write_bytes(Example().source())
    # This one exists here, and is no post: the one of that name further up is not it.
    assert shown(folder, POST) == []


@pytest.mark.parametrize("path", [DRAFT, "docs/notes.md", "docs", "sns.toml"])
def test_what_lies_elsewhere_is_no_post_and_is_told_where_posts_belong(
    folder: Folder, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.root)
    for typed in (folder.root / path, Path(path)):
        with pytest.raises(UsageError) as refused:
            looked_at(folder, typed)
        assert refused.value.code == "path-without-posts"
        with pytest.raises(UsageError):
            shown(folder, typed)


def test_the_whole_folder_may_be_named(folder: Folder) -> None:
    assert looked_at(folder, folder.root) == 2
    assert looked_at(folder, folder.root / "posts") == 2
    assert looked_at(folder) == 2


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("posts/2026/11/z.md", "path-missing"),
        ("/no/such/file.md", "path-missing"),
        ("..", "path-outside"),
    ],
)
def test_what_is_not_there_or_outside_is_refused(
    folder: Folder, path: str, code: str
) -> None:
    with pytest.raises(UsageError) as refused:
        looked_at(folder, folder.root / path)
    assert refused.value.code == code


def test_a_link_out_of_the_folder_is_named_and_not_followed(folder: Folder) -> None:
    link = folder.root / "posts" / "2026" / "11" / "link.md"
    link.symlink_to("/etc/hostname")
    report = check(named(folder, [link]), AT, "ja")
    assert [one.path for one in report.findings] == ["posts/2026/11/link.md"]
    out = folder.root / "posts" / "out"
    out.symlink_to(folder.root.parent, target_is_directory=True)
    with pytest.raises(UsageError) as refused:
        looked_at(folder, out)
    assert refused.value.code == "path-outside"
