"""``lint`` and ``preview`` as staff type them."""

from pathlib import Path

import pytest

from sns_cli.lint.example import Example
from tests.cli.drafts import AT, POST, Sns, folder, runner


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


@pytest.mark.parametrize("command", ["lint", "preview"])
def test_a_draft_outside_posts_is_told_where_posts_belong(
    sns: Sns, tmp_path: Path, command: str
) -> None:
    root = folder(tmp_path)
    (root / "draft.md").write_bytes(Example().source())
    done = sns("--repo", root, command, root / "draft.md")
    assert (done.code, done.out) == (2, "")
    assert "posts/年/月/名前.md" in done.err
    told = sns("--lang", "en", "--repo", root, command, root / "draft.md")
    assert "posts/YYYY/MM/<name>.md" in told.err


@pytest.mark.parametrize("command", ["lint", "preview"])
def test_a_printed_path_can_be_pasted(
    sns: Sns, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(tmp_path / "library")
    monkeypatch.chdir(tmp_path)
    assert sns("--repo", root, command, POST, *AT).code == 0
    assert sns("--repo", root, command, POST.replace("a.md", "z.md"), *AT).code == 2


def test_a_folder_without_posts_is_not_praised(sns: Sns, tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / POST).unlink()
    done = sns("--repo", root, "lint")
    assert done.code == 0
    assert "検査する投稿はありませんでした" in done.out
    assert "設定 sns.toml は読み取れました" in done.out
    assert "見つかりませんでした" not in done.out


@pytest.mark.parametrize(
    ("example", "why"),
    [
        (Example(body="あ" * 141), "長すぎます"),
        (Example(body="![ちらし](a.jpg)"), "画像"),
        (Example(front={"accounts": "[x, nowhere]"}), "nowhere"),
    ],
)
def test_a_preview_of_what_cannot_be_sent_does_not_succeed(
    sns: Sns, tmp_path: Path, example: Example, why: str
) -> None:
    done = sns("--repo", folder(tmp_path, example), "preview", *AT)
    assert done.code == 1
    assert "× 送れません" in done.out
    assert why in done.out


def test_a_preview_of_what_can_be_sent_or_taken_down_succeeds(
    sns: Sns, tmp_path: Path
) -> None:
    asking = Example(front={"retracts": "20261101-ohanashikai"}, body="誤りのため" * 60)
    assert sns("--repo", folder(tmp_path / "a"), "preview", *AT).code == 0
    assert sns("--repo", folder(tmp_path / "b", asking), "preview", *AT).code == 0
