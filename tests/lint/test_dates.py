"""Dates are read as people mean them, and nothing else is taken for one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.lint.date_forms import number, same_width
from sns_cli.lint.dates import (
    LOOK_BACK,
    find_dates,
    fitting_years,
    is_leap_day,
    nearest_year,
)

PLANNED = dt.date(2026, 11, 20)


def days(text: str) -> list[list[str]]:
    return [[day.isoformat() for day in one.days(PLANNED)] for one in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月5日に", "2026-12-05"),
        ("１２月５日（土）", "2026-12-05"),
        ("12 月 5 日", "2026-12-05"),
        ("2026年12月5日", "2026-12-05"),
        ("2025年の12月5日", "2025-12-05"),
        ("令和8年12月5日", "2026-12-05"),
        ("令和元年12月5日", "2019-12-05"),
        ("平成31年4月30日", "2019-04-30"),
        ("昭和64年1月7日", "1989-01-07"),
        ("令和8年(2026年)12月5日", "2026-12-05"),
        ("令和8(2026)年12月5日", "2026-12-05"),
        ("2026年(令和8年)12月5日", "2026-12-05"),
        ("R8年12月5日", "2026-12-05"),
        ("R8.12.5", "2026-12-05"),
        ("R8.12.5(土)", "2026-12-05"),
        ("日程:R8/12/5", "2026-12-05"),
        ("2026/12/5", "2026-12-05"),
        ("2026-12-05", "2026-12-05"),
        ("日時は2026.12.5", "2026-12-05"),
        ("日時は12/5(土)から", "2026-12-05"),
        ("12.5(土)", "2026-12-05"),
        ("昨年12月5日", "2025-12-05"),
        ("昨年は12月5日", "2025-12-05"),
        ("2026年は1月1日", "2026-01-01"),
        ("2027年も1月1日", "2027-01-01"),
        ("2027年: 1月1日", "2027-01-01"),
        ("十二月五日", "2026-12-05"),
        ("十二月二十五日", "2026-12-25"),
        ("一二月二五日", "2026-12-25"),
        ("十月十日", "2026-10-10"),
        ("二〇二五年十一月三十日", "2025-11-30"),
        ("令和八年十二月五日", "2026-12-05"),
        ("令和十二年一月五日", "2030-01-05"),
        ("来年の1月5日", "2027-01-05"),
        ("1月5日", "2027-01-05"),
        ("8月20日", "2026-08-20"),
        ("8月19日", "2027-08-19"),
        ("12月5・6日(土・日)", "2026-12-06"),
    ],
)
def test_one_date_is_read(text: str, expected: str) -> None:
    assert days(text) == [[expected]]


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("12月5日(土)", [5]),
        ("12月5日(土曜)", [5]),
        ("12月5日(土曜日)", [5]),
        ("12月5日 (土)", [5]),
        ("12月5日〔土〕", [5]),
        ("12月5日㈯", [5]),
        ("12月5日土曜日", [5]),
        ("12月5日 土曜日", [5]),
        ("12月5日は土曜日です", [5]),
        ("11月23日(月・祝)", [0]),
        ("11月23日(月祝)", [0]),
        ("11月23日(祝・月)", [0]),
        ("11月23日(月・振替休日)", [0]),
        ("12月5日(土 14:00〜)", [5]),
        ("12月5日(土・日)", [5, 6]),
        ("12月5日(Sat)", [5]),
        ("12月5日(Sat.)", [5]),
        ("十二月五日(土)", [5]),
        ("12月5日、土曜日に開きます", [5]),
        ("12月5日、土曜日です", [5]),
        ("12月5日、土曜日、午後2時から", [5]),
        ("12月5日,土曜", [5]),
        ("12月5日、土曜日", [5]),
        ("12月5日、土曜日も開きます", []),
        ("12月5日、土曜日は休館です", []),
        ("12月5日、土曜日、祝日は休館です", []),
        ("12月5日、土曜日・日曜日です", []),
        ("12月5日、土曜日には", []),
        ("12月5日、土産を配ります", []),
        ("12月5日(日曜大工)", []),
        ("12月5日(日本時間)", []),
        ("12月5日(木版画教室)", []),
        ("12月5日(火災訓練)", []),
        ("12月5日(月〜金は休み)", []),
        ("12月5日(祝)", []),
        ("12月5日(水曜日の場合)", []),
        ("12月5日 土曜日も開館", []),
        ("12月5日", []),
    ],
)
def test_the_day_of_the_week_is_read_and_nothing_else_taken_for_it(
    text: str, weekdays: list[int]
) -> None:
    assert [list(date.weekdays) for date in find_dates(text)] == [weekdays]


@pytest.mark.parametrize(
    "text",
    [
        "3/4カップ",
        "3/4(大さじ)",
        "S3.14.1",
        "https://www.lib.example.lg.jp/?day=2026-02-30",
        "1/2の確率",
        "042-000-1234",
        "0120-12-34",
        "〒739-8601",
        "ISBN978-4-12-001234-5",
        "https://www.lib.example.lg.jp/2026/12/5(土)",
        "https://www.lib.example.lg.jp/12月5日(月)"[:32],
        "5日間開催",
        "15日以内",
        "貸出は14日(2週間)まで",
        "毎月5日(土日の場合は翌平日)",
        "5日(日曜の場合は翌日)",
        "3か月(90日)",
        "第3(木)",
        "2026年度",
        "バージョン1.2.3",
        "24時間365日",
        "『12月5日(日)』",
        "絵本『十三月一日』と『2月30日』",
        "第二日(日)",
        "第一、第三日曜日",
        "十十月五日",
        "百十日(日)",
        "三日月(みかづき)",
        "二、三日で届きます",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert find_dates(text) == ()


def test_a_day_alone_may_be_in_any_month_that_the_text_names() -> None:
    text = "12月14日→1月4日 / 15日(金)"
    assert days(text)[-1] == ["2026-12-15", "2027-01-15"]
    assert days("12月は3日(木)、10日(木)") == [["2026-12-03"], ["2026-12-10"]]


def test_a_day_alone_without_a_month_is_near_the_planned_day() -> None:
    assert days("翌24日(火)") == [["2026-11-24", "2026-12-24"]]


def test_numbers_are_read_in_either_writing() -> None:
    written = ("5", "05", "五", "〇五", "十", "十二", "二十", "二五", "三十一")
    assert [number(one) for one in written] == [5, 5, 5, 5, 10, 12, 20, 25, 31]
    assert [number(one) for one in ("十十", "二三十", "十〇", "〇十")] == [None] * 4


def test_a_year_holds_for_the_dates_after_it() -> None:
    both = "2026年は1月1日(木)、5月3日(日)、2027年は1月1日(金)、5月3日(月)です。"
    assert [one[0] for one in days(both)] == [
        "2026-01-01",
        "2026-05-03",
        "2027-01-01",
        "2027-05-03",
    ]
    heading = "【2027年】\n1月1日(金)〜12月31日(金)"
    assert "2027-12-31" in days(heading)[-1]
    named = "2025年の休館日は12月5日(金)です。"
    assert "2025-12-05" in days(named)[-1]
    following = "2025年12月5日(金)と12月6日(土)の記録"
    assert "2025-12-06" in days(following)[-1]
    over = "2024年12月29日(日)から1月3日(金)まで"
    assert "2025-01-03" in days(over)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "2025年度の読書会は12月5日(金)です。",
        "2025年に始まった読書会は12月5日(金)です。",
        "2025年から続く読書会は12月5日(金)です。",
        "2025年の記録です。" + "あ" * 400 + "次は12月5日(金)です。",
        "2025年の記録です。\n\n次は12月5日(金)です。",
        "12月5日(金)です。前の記録は2025年です。",
    ],
)
def test_a_year_that_says_something_else_does_not_hold(text: str) -> None:
    assert [one for one in days(text) if "12-05" in one[0]] == [["2026-12-05"]]


def test_the_year_near_the_plan_comes_first() -> None:
    (war, peace) = days("昭和20年8月15日(水)と9月2日(日)の新聞")
    assert (war, peace) == (["1945-08-15"], ["2026-09-02", "1945-09-02"])


def test_a_smaller_day_after_a_date_may_be_in_the_next_month() -> None:
    assert days("11月30日(月)、翌1日(火)")[-1] == ["2026-11-01", "2026-12-01"]
    assert days("12月30日(水)〜3日(日)")[-1] == ["2026-12-03", "2027-01-03"]


def test_a_day_alone_takes_the_year_of_the_date_before_it() -> None:
    assert "2025-12-06" in days("2025年12月5日(金)・6日(土)の記録")[-1]
    assert "2026-01-03" in days("2025年12月30日(火)〜3日(土)の記録")[-1]
    assert days("昨年12月5日(金)・6日(土)")[-1] == ["2025-12-06"]


def test_two_years_that_disagree_are_both_considered() -> None:
    assert days("令和9年(2026年)2月20日") == [["2027-02-20", "2026-02-20"]]


def test_impossible_days_mean_no_day() -> None:
    assert days("2月30日、13月5日、4月31日") == [[], [], []]
    assert days("2028年2月29日") == [["2028-02-29"]]


def test_the_text_of_a_date_is_as_written() -> None:
    assert find_dates("は１２月５日（土）です")[0].text == "１２月５日（土）"


def test_years_before_and_after_in_which_the_day_fits() -> None:
    assert fitting_years(11, 28, 4, 2026) == (2025, 2031)
    assert fitting_years(2, 29, 2, 2027) == (None, None)


def test_only_february_29_is_a_leap_day() -> None:
    assert is_leap_day(2, 29)
    assert not is_leap_day(2, 28)
    assert not is_leap_day(3, 29)


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)),
    st.integers(1, 12),
    st.integers(1, 28),
)
def test_the_nearest_year_is_the_first_not_too_long_past(
    planned: dt.date, month: int, day: int
) -> None:
    there = dt.date(nearest_year(month, day, planned), month, day)
    assert there >= planned - LOOK_BACK
    assert there.replace(year=there.year - 1) < planned - LOOK_BACK


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)), st.booleans())
def test_a_date_written_in_full_is_read_back(day: dt.date, era: bool) -> None:  # noqa: FBT001  (hypothesis draws it)
    year = f"令和{day.year - 2018}" if era else f"{day.year}"
    text = f"{year}年{day.month}月{day.day}日({'月火水木金土日'[day.weekday()]})"
    (found,) = find_dates(text)
    assert found.days(PLANNED) == (day,)
    assert found.weekdays == (day.weekday(),)


@given(st.text())
def test_any_text_can_be_searched_and_keeps_its_places(text: str) -> None:
    assert len(same_width(text)) == len(text)
    for date in find_dates(text):
        assert text[date.start : date.start + len(date.text)] == date.text
