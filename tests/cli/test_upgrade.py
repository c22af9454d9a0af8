"""``sns upgrade``: a library made long ago gets the running version, and only that."""

from pathlib import Path

import pytest

from sns_cli.bootstrap.starter.files import tool_files
from tests.cli.changes import commit, repository
from tests.cli.drafts import Sns, runner
from tests.support.git_command import git, text

TOOL = Path(".github/sns")
PUBLISH = Path(".github/workflows/publish.yml")


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with an old wheel, and a workflow with a line of its own."""
    root = repository(tmp_path / "図書館 sns")
    (root / TOOL).mkdir(parents=True)
    (root / PUBLISH).parent.mkdir()
    (root / TOOL / "sns-0.0.1-py3-none-any.whl").write_bytes(b"old")
    (root / TOOL / "requirements.lock").write_bytes(b"old")
    (root / PUBLISH).write_text("name: publish\n# our own\n", encoding="utf-8")
    (root / ".github/CODEOWNERS").write_text("ours\n", encoding="utf-8")
    commit(root)
    return root


def changed(root: Path) -> set[str]:
    git(root, "add", "--all", "--force")
    listed = text(root, "diff", "--cached", "--name-status", "--no-renames")
    return set(listed.split("\n")) - {""}


def test_it_writes_the_running_version_and_nothing_else(sns: Sns, root: Path) -> None:
    done = sns("--repo", root, "upgrade")

    wheel = next(path for path in tool_files() if path.endswith(".whl"))
    assert (done.code, changed(root)) == (
        0,
        {
            f"A\t{TOOL}/clone",
            f"A\t{TOOL}/install",
            f"A\t{TOOL}/known_hosts",
            f"A\t{wheel}",
            f"D\t{TOOL}/sns-0.0.1-py3-none-any.whl",
            f"M\t{TOOL}/requirements.lock",
            "A\t.github/workflows/check.yml",
            "A\t.github/workflows/watch.yml",
            f"M\t{PUBLISH}",
        },
    )
    for path, content in tool_files().items():
        assert (root / path).read_bytes() == content
        assert path in done.out
    assert f"取り除きました: {TOOL}/sns-0.0.1" in done.out
    assert "自分で加えた行" in done.err
    assert "署名して" in done.err


def test_the_second_time_there_is_nothing_to_do(sns: Sns, root: Path) -> None:
    sns("--repo", root, "upgrade")
    commit(root)
    done = sns("--repo", root, "upgrade")

    assert (done.code, done.err, changed(root)) == (0, "", set())
    assert "変えるものはありません" in done.out


def test_a_folder_that_is_elsewhere_is_not_written_to(
    sns: Sns, root: Path, tmp_path: Path
) -> None:
    (root / TOOL).rename(tmp_path / "elsewhere")
    (root / TOOL).symlink_to(tmp_path / "elsewhere")
    before = sorted(path.name for path in (tmp_path / "elsewhere").iterdir())
    done = sns("--repo", root, "upgrade")

    assert done.code == 4
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == before


def test_outside_a_library_nothing_is_written(sns: Sns, tmp_path: Path) -> None:
    done = sns("--repo", tmp_path, "upgrade")

    assert (done.code, list(tmp_path.iterdir())) == (4, [])
