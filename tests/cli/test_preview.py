"""``sns preview`` as staff type it: what is chosen, and where the page goes."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from sns_cli.lint.example import Example
from tests.cli.changes import path_of, write
from tests.cli.drafts import SETTINGS, Sns, runner

AT = ("--at", "2026-11-20T10:00+09:00")


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    write(root, "a")
    (root / "sns.toml").write_text(SETTINGS, encoding="utf-8")
    return root


def with_picture(root: Path, name: str = "shown") -> Path:
    write(root, name, media="[{file: a.png, alt: 展示, people: false}]")
    out = io.BytesIO()
    Image.new("RGB", (6, 3)).save(out, "PNG")
    picture = root / "posts/2026/12/a.png"
    picture.write_bytes(out.getvalue())
    return picture


def previews(sns: Sns, root: Path, *how: str) -> list[dict[str, object]]:
    shown: list[dict[str, object]] = json.loads(
        sns("--repo", root, "preview", *how, *AT, "--format", "json").out
    )["previews"]
    return shown


def test_what_has_gone_out_is_shown_only_when_asked_for(sns: Sns, root: Path) -> None:
    write(root, "b")
    event = root / "archive/2026/11/20261205-a.x.2-published.json"
    event.parent.mkdir(parents=True)
    event.write_text("{}")
    (event.parent / "20261205-b.x.1-claimed.json").write_text("{}")
    assert [one["path"] for one in previews(sns, root)] == [path_of("b")]
    assert [one["path"] for one in previews(sns, root, path_of("a"))] == [path_of("a")]


def test_a_picture_is_shown_as_it_goes_out(sns: Sns, root: Path) -> None:
    picture = with_picture(root)
    (shown,) = previews(sns, root, path_of("shown"))
    (media,) = shown["media"]  # type: ignore[misc]  # a list in this JSON
    assert media["path"] == "posts/2026/12/a.png"
    assert (media["alt"], media["width"], media["mime"]) == ("展示", 6, "image/png")
    assert shown["sendable"] is True
    for content, why in (
        (b"nonsense", "送れる画像ではありません"),
        (None, "ありません"),
    ):
        picture.unlink() if content is None else picture.write_bytes(content)
        done = sns("--repo", root, "preview", path_of("shown"), *AT)
        assert done.code == 1
        assert "× 送れません" in done.out
        assert why in done.out


def test_a_picture_is_never_read_through_a_link(sns: Sns, root: Path) -> None:
    picture = with_picture(root)
    away = root.parent / "away.png"
    picture.rename(away)
    picture.symlink_to(away)
    done = sns("--repo", root, "preview", path_of("shown"), *AT)
    assert done.code == 1
    assert "画像 posts/2026/12/a.png がありません" in done.out


def test_findings_are_told_beside_the_text(sns: Sns, root: Path) -> None:
    write(root, "a", "12月5日(月)のおはなし会です。")
    for style in ("text", "github", "markdown", "html", "json"):
        done = sns("--repo", root, "preview", *AT, "--format", style)
        assert done.code == 0
        assert "weekday-mismatch" in done.out, style


def test_the_page_is_written_whole_or_not_at_all(sns: Sns, root: Path) -> None:
    page = root / "preview.html"
    done = sns("--repo", root, "preview", *AT, "--output", page)
    assert (done.code, done.out) == (0, "")
    assert str(page) in done.err
    first = page.read_text(encoding="utf-8")
    assert first == sns("--repo", root, "preview", *AT, "--format", "html").out
    write(root, "a", "べつの文です。")
    assert sns("--repo", root, "preview", *AT, "--output", page).code == 0
    assert "べつの文です。" in page.read_text(encoding="utf-8")
    assert [one.name for one in root.iterdir() if one.name.startswith(".")] == []


def test_a_draft_is_not_overwritten_by_its_preview(sns: Sns, root: Path) -> None:
    draft = root / path_of("a")
    before = draft.read_bytes()
    done = sns("--repo", root, "preview", *AT, "--output", draft)
    assert (done.code, done.out) == (2, "")
    assert ".html" in done.err
    assert draft.read_bytes() == before
    page = root / "a.html"
    done = sns("--repo", root, "preview", "--format", "json", "--output", page)
    assert (done.code, page.exists()) == (2, False)


def test_a_page_that_cannot_be_written_is_told(sns: Sns, root: Path) -> None:
    done = sns("--repo", root, "preview", "--output", root / "nowhere" / "a.html")
    assert (done.code, done.out) == (4, "")
    assert "書けません" in done.err
    (root / "dir.html").mkdir()
    done = sns("--repo", root, "preview", "--output", root / "dir.html")
    assert done.code == 4
    assert {one.name for one in root.iterdir()} == {"dir.html", "posts", "sns.toml"}


def test_a_post_that_cannot_be_read_stops_no_other(sns: Sns, root: Path) -> None:
    broken = root / path_of("broken")
    broken.write_bytes(Example(start="x").source())
    done = sns("--repo", root, "preview", *AT)
    assert done.code == 1
    assert "20261205-a → x" in done.out
    assert f"「{path_of('broken')}」は書き方に誤り" in done.err


@pytest.mark.parametrize("style", ["text", "github", "markdown", "json", "html"])
def test_what_cannot_be_read_is_named_with_what_is_wrong(
    sns: Sns, root: Path, style: str
) -> None:
    (root / path_of("a")).write_text("---\nid: Bad ID\n---\n", encoding="utf-8")
    done = sns("--repo", root, "preview", path_of("a"), *AT, "--format", style)

    assert done.code == 1
    assert "見せる投稿はありません" not in done.out
    assert "/a.md" in done.out.replace("\\", "")
    assert "front-matter-invalid" in done.out


def test_a_file_that_no_post_shows_is_named(sns: Sns, root: Path) -> None:
    (root / "posts/2026/12/stray.md.txt").write_bytes(b"x")

    assert "stray.md.txt" in sns("--repo", root, "preview", *AT).out
