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

    assert "2026年12月29日(火)  休館        年末年始(12月29日から1月3日まで)" in shown(
        "text"
    )
    assert shown("github") == shown("text")
    assert "| 2026年12月29日(火\\) | 休館 | 年末年始" in shown("markdown")
    told = json.loads(shown("json"))
    assert [one["calendar"] for one in told["calendars"]] == ["chuo"]
    assert len(told["calendars"][0]["days"]) == 31


TWO = """
[calendars.minami]
name = "南分館"
covers = ["2026-04-01", "2027-03-31"]
hours = [{ days = ["mon", "tue", "wed"], open = "10:00", close = "17:00" }]
closed = [{ reason = "昼休み", weekly = "mon", from = "12:00", until = "13:00" }]
"""


def test_all_calendars_are_shown_or_the_one_named(sns: Sns, tmp_path: Path) -> None:
    root = folder(tmp_path)
    settings = root / "sns.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + TWO, encoding="utf-8")

    both = sns("--repo", root, "calendar", "2026-12")
    assert both.code == 0
    assert "(chuo)" in both.out
    assert "南分館 (minami)" in both.out

    one = sns("--repo", root, "calendar", "2026-12", "--calendar", "minami")
    assert one.code == 0
    assert "(chuo)" not in one.out
    line = "2026年12月7日(月)   10:00–12:00, 13:00–17:00  昼休み(毎週月曜)"
    assert line in one.out


def test_an_unknown_calendar_names_those_there_are(sns: Sns, tmp_path: Path) -> None:
    done = sns("--repo", folder(tmp_path), "calendar", "--calendar", "honkan")
    assert done.code == 2
    assert done.out == ""
    assert "honkan" in done.err
    assert "chuo" in done.err


@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-1", "26-12", "2026-12-01"])
def test_what_is_no_month_is_refused(sns: Sns, tmp_path: Path, month: str) -> None:
    done = sns("--repo", folder(tmp_path), "calendar", month)
    assert done.code == 2
    assert month in done.err
    assert "2026-12" in done.err
