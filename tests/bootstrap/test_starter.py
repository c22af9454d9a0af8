"""What ``sns init`` refuses before it writes anything."""

from pathlib import Path

import pytest

from sns_cli.bootstrap.starter import make_library
from sns_cli.errors import SettingsError, UsageError
from tests.parse.samples import ssh_line

DIRECTOR = "山田花子 <kancho@lib.example.lg.jp>"


@pytest.fixture
def public_key(tmp_path: Path) -> Path:
    path = tmp_path / "kancho.pub"
    path.write_text(f"{ssh_line(1)} kancho@desk\n", encoding="utf-8")
    return path


def test_a_director_key_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    missing = tmp_path / "kancho.pub"
    with pytest.raises(UsageError) as refused:
        make_library(tmp_path / "new", DIRECTOR, missing, None)
    assert refused.value.details == {"path": str(missing)}
    assert list(tmp_path.iterdir()) == []


def test_a_publisher_key_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, public_key: Path
) -> None:
    missing = tmp_path / "publisher"
    with pytest.raises(UsageError) as refused:
        make_library(tmp_path / "new", DIRECTOR, public_key, missing)
    assert refused.value.details == {"path": str(missing)}
    assert list(tmp_path.iterdir()) == [public_key]


def test_a_file_that_holds_no_key_cannot_be_used(
    tmp_path: Path, public_key: Path
) -> None:
    public_key.write_text("ssh-rsa AAAA", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        make_library(tmp_path / "new", DIRECTOR, public_key, None)
    assert refused.value.code == "key-file-unusable"
