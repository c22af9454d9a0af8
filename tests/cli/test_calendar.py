"""``sns calendar`` in every style."""

import json
from pathlib import Path

import pytest

from tests.cli.drafts import Sns, folder, runner


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


def test_a_month_is_shown_in_every_style(sns: Sns, tmp_path: Path) -> None:
    root = folder(tmp_path)

    def shown(style: str) -> str:
        done = sns("--repo", root, "calendar", "2026-12", "--format", style)
        assert done.code == 0
        return done.out

    assert "2026年12月29日(火)  休館        年末年始" in shown("text")
    assert shown("github") == shown("text")
    assert "| 2026年12月29日(火\\) | 休館 | 年末年始 |" in shown("markdown")
    told = json.loads(shown("json"))
    assert [one["calendar"] for one in told["calendars"]] == ["chuo"]
    assert len(told["calendars"][0]["days"]) == 31
