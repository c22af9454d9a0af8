"""A month of opening hours in every style; nothing in it can act."""

import datetime as dt
import json

import pytest

from sns_cli.calendar import OpeningHours, month_days
from sns_cli.messages import Language
from sns_cli.model.opening import Calendar, CalendarException, HoursRow
from sns_cli.report.calendar import CalendarMonth, render_months
from tests.calendar.calendars import CHUO, calendar

NIGHT = calendar(hours=(HoursRow(days=("tue", "wed"), open="18:00", close="24:00"),))
EVIL = "::error::x\x1b[2J\u202e ##[group] | <b>x</b> `a` [a](https://evil.example) @a"


def month(which: Calendar, number: int = 12, name: str = "夜間窓口") -> CalendarMonth:
    year = 2026 if number > 3 else 2027
    return CalendarMonth(
        "yakan",
        name,
        month_days(OpeningHours(which, "Asia/Tokyo"), year, number),
        which.covers,
    )


def text(which: Calendar, style: str = "text", language: Language = "ja") -> list[str]:
    return render_months([month(which)], style, language).split("\n")


def test_every_day_is_a_line_with_its_hours_or_the_reason() -> None:
    lines = text(CHUO)
    assert lines[0] == "夜間窓口 (yakan)"
    assert len(lines) == 33
    assert lines[5] == "  2026年12月5日(土)   9:30–17:00"
    assert lines[7] == "  2026年12月7日(月)   休館        定期休館日(毎週月曜)"
    assert (
        lines[31]
        == "  2026年12月31日(木)  休館        年末年始(12月29日から1月3日まで)"
    )
    assert lines[32] == "  開館 23日、休館 8日"


def test_closing_at_midnight_is_the_end_of_that_day() -> None:
    assert "18:00–24:00" in text(NIGHT)[1]
    assert "0:00" not in text(NIGHT)[1].replace("24:00", "").replace("18:00", "")


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("ja", "休館         この曜日の開館時間が決められていません"),
        ("en", "closed       no opening hours are set for this weekday"),
    ],
)
def test_a_day_without_hours_says_so(language: Language, why: str) -> None:
    lines = text(NIGHT, "text", language)
    assert lines[3].endswith(why)
    assert "決められて" not in lines[2]
    assert "are set" not in lines[2]


def test_a_day_that_the_calendar_does_not_cover_is_told_apart() -> None:
    shown = render_months([month(CHUO)], "text", "ja")
    assert "対象期間" not in shown
    late = CHUO.model_copy(
        update={"covers": (dt.date(2026, 4, 1), dt.date(2026, 12, 30))}
    )
    *_, last_day, count, covers = text(late)
    assert last_day == "  2026年12月31日(木)  休館        カレンダーの対象期間の外"
    assert count == "  開館 23日、休館 8日"
    assert "2026年4月1日(水)から2026年12月30日(水)まで" in covers
    assert "sns.toml" in covers


def test_the_reasons_name_the_rule_and_the_day_it_moved_from() -> None:
    lines = text(CHUO, language="en")
    assert lines[7].endswith("closed      定期休館日 (every Mon)")
    november = render_months([month(CHUO, 11)], "text", "ja").split("\n")
    assert november[23] == "  2026年11月23日(月)  9:30–17:00  勤労感謝の日"
    assert november[24].endswith("休館        定期休館日(毎週月曜、11月23日(月)の振替)")
    told = json.loads(render_months([month(CHUO, 11)], "json", "ja"))
    (one,) = told["calendars"]
    moved = {day["date"]: day["moved_from"] for day in one["days"] if day["reasons"]}
    assert moved["2026-11-24"] == ["2026-11-23"]
    assert moved["2026-11-30"] == [None]


def test_markdown_is_a_table() -> None:
    lines = text(CHUO, "markdown", "en")
    assert lines[0].startswith("## 夜間窓口")
    assert lines[2:4] == ["| Day | Open | Notes |", "|---|---|---|"]
    assert len(lines) == 2 + 2 + 31 + 2
    assert lines[10] == "| Mon 7 Dec 2026 | closed | 定期休館日 (every Mon\\) |"
    assert {line.count("|") for line in lines[2:-2]} == {4}


def test_json_says_all_there_is() -> None:
    shown = json.loads(render_months([month(NIGHT)], "json", "ja"))
    assert shown["version"] == 1
    (one,) = shown["calendars"]
    assert (one["calendar"], one["name"]) == ("yakan", "夜間窓口")
    assert one["days"][0] == {
        "date": "2026-12-01",
        "open": True,
        "openings": [
            {"open": "2026-12-01T18:00:00+09:00", "close": "2026-12-02T00:00:00+09:00"}
        ],
        "reasons": [],
        "moved_from": [],
        "holiday": None,
        "covered": True,
    }


@pytest.mark.parametrize("style", ["text", "github", "markdown", "json"])
def test_no_name_and_no_reason_can_act(style: str) -> None:
    closed = CalendarException(date=dt.date(2026, 12, 1), reason=EVIL)
    evil = NIGHT.model_copy(update={"exceptions": (closed,)})
    shown = render_months([month(evil, name=EVIL)], style, "ja")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    assert "error" in shown
    if style == "markdown":
        assert "<b>" not in shown
        assert "[a](" not in shown
        assert "@a" not in shown
        table = [line for line in shown.split("\n") if line.startswith("|")]
        assert {line.replace("\\|", "").count("|") for line in table} == {4}


@pytest.mark.parametrize("style", ["text", "github", "markdown"])
def test_without_a_calendar_that_is_said(style: str) -> None:
    assert "開館カレンダー" in render_months([], style, "ja")
    assert "no calendar" in render_months([], style, "en")
