"""The folder on disk, as ``lint`` and ``preview`` read it."""

from pathlib import Path

import pytest

from sns_cli.adapters.work_tree import read_posts


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "._a.jpg",
        ".#a.md",
        ".vault/a.md",
        "Thumbs.db",
        "thumbs.db",
        "desktop.ini",
        "Desktop.ini",
        "a.md.swp",
        ".a.md.swp",
        "a.md~",
    ],
)
def test_what_programs_leave_behind_is_left_out(tmp_path: Path, name: str) -> None:
    path = tmp_path / "posts/2026/11" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    content = read_posts(tmp_path)
    assert (content.posts, content.others, content.specials) == ((), (), ())
    path.unlink()
    path.symlink_to("/etc/hostname")
    assert read_posts(tmp_path).specials == ()


@pytest.mark.parametrize(
    "name", ["a.swp.txt", "thumbs.db.jpg", "a~.jpg", ".gitattributes", ".hidden"]
)
def test_what_only_looks_like_it_is_not(tmp_path: Path, name: str) -> None:
    path = tmp_path / "posts/2026/11" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    assert read_posts(tmp_path).others == (f"posts/2026/11/{name}",)
