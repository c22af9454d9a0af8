"""What the rules about the text say, and where."""

import pytest

from sns_cli.model.finding import Severity
from tests.lint.samples import check, rules


@pytest.mark.parametrize(
    "body",
    [
        "〇〇図書館からのお知らせです。",
        "担当は○○さんです。",
        "◯◯室で開きます。",
        "○月○日に開きます。",
        "●月●日に開きます。",
        "△月△日に開きます。",
        "XX月XX日に開きます。",
        "12月○日に開きます。",
        "第○回の読書会です。",
        "令和○年度の予定です。",
        "定員は○名です。",
        "(〇)に開きます。",
        "12月5日(○)に開きます。",
        "△△センターで開きます。",
        "××で開きます。",
        "□□室で開きます。",
        "●●市立図書館です。",
        "今週の一冊は『〇〇』です。",
        "TODO 会場を確かめる",
        "会場:TBD",
        "{{会場}}で開きます。",
        "ここに本文を書いてください。",
        "ここに会場名を記入",
        "会場は要確認です。",
        "●●のお知らせです。",
        "開催日:●●",
        "●●●室で開きます。",
        "会場:______",
        "会場は______です。",
        "会場: ____(3階)",
        "氏名＿＿＿＿",
    ],
)
def test_what_is_left_of_a_template_is_found(body: str) -> None:
    assert set(rules(check(body))) == {"unfilled-template"}


def test_a_blank_in_the_title_and_in_another_text_is_found_on_its_line() -> None:
    found = check(
        front={
            "title": "○○のお知らせ",
            "accounts": "[x, night]",
            "publish_at": None,
            "overrides": '{night: {body: "お知らせ\\n\\n○月○日"}}',
        }
    )
    assert [(one.rule, one.line) for one in found] == [
        ("unfilled-template", 3),
        ("unfilled-template", 9),
    ]


@pytest.mark.parametrize(
    ("body", "severity"),
    [
        ("2月30日に開きます。", "error"),
        ("２月３０日に開きます。", "error"),
        ("4月31日に開きます。", "error"),
        ("0月5日に開きます。", "error"),
        ("13月5日に開きます。", "error"),
        ("13月に開きます。", "error"),
        ("2026/2/30に開きます。", "error"),
        ("R8.11.31に開きます。", "error"),
        ("2026年2月29日に開きます。", "error"),
        ("2月29日に開きます。", "warning"),
        ("12月は32日(金)に開きます。", "error"),
        ("11月は31日(火)に開きます。", "warning"),
        ("25時に始めます。", "error"),
        ("２５時に始めます。", "error"),
        ("10時70分に始めます。", "error"),
        ("10時60分に始めます。", "error"),
        ("24時30分に終わります。", "error"),
        ("10:75に始めます。", "error"),
        ("25:00に終わります。", "error"),
        ("24:30に終わります。", "error"),
        ("１０：７５に始めます。", "error"),
        ("午前10:75から。", "error"),
        ("12月5日(土) 10:75 おはなし会", "error"),
        ("時間:10:00〜11:75", "error"),
        ("10:00-11:75の予定です。", "error"),
        ("10:75開演", "error"),
        ("受付 25:00", "error"),
        ("十三月一日に開きます。", "error"),
        ("二月三十日に開きます。", "error"),
        ("2027年2月29日に開きます。", "error"),
        ("2027年は2月29日に開きます。", "error"),
    ],
)
def test_dates_and_times_that_do_not_exist_are_found(body: str, severity: str) -> None:
    assert [(one.rule, one.severity.value) for one in check(body)] == [
        ("impossible-date", severity)
    ]


def test_an_impossible_date_is_quoted_with_its_line() -> None:
    (found,) = check("お知らせ\n\n2月30日(月)に開きます。")
    assert "2月30日" in found.message
    assert found.line == 13
    (leap,) = check("2月29日に開きます。")
    assert "2027年" in leap.message


@pytest.mark.parametrize(
    "date",
    [
        "11月28日(金)",
        "11月28日（金）",
        "１１月２８日(金)",
        "11月28日(金曜日)",
        "11月28日金曜日",
        "11月28日(金・祝)",
        "11月28日(日・祝)",
        "11月28日㈮",
        "2026年11月28日(金)",
        "令和8年11月28日(金)",
        "令和8年(2026年)11月28日(金)",
        "R8.11.28(金)",
        "2026/11/28(金)",
        "11/28(金)",
        "11月27・28日(木・金)",
        "11月28日(Fri)",
        "十一月二十八日(金)",
        "二〇二六年十一月二十八日(金)",
        "11月28日、金曜日",
        "2026年は11月28日(金)",
    ],
)
def test_a_wrong_day_of_the_week_is_an_error(date: str) -> None:
    (found,) = check(f"{date}に開きます。")
    assert (found.rule, found.severity) == ("weekday-mismatch", Severity.ERROR)
    assert "2026年11月28日(土)" in found.message
    assert date in found.message


@pytest.mark.parametrize(
    "body", ["15日(金)に開きます。", "12月は3日(木)、10日(金)です。", "12/5(土)・6(月)"]
)
def test_a_wrong_day_without_its_month_is_a_warning(body: str) -> None:
    assert [(one.rule, one.severity.value) for one in check(body)] == [
        ("weekday-mismatch", "warning")
    ]


def test_last_years_draft_is_recognised() -> None:
    (found,) = check("11月28日(金)に開きます。")
    assert "金曜日だったのは2025年です" in found.message
    (ahead,) = check("11月28日(日)に開きます。")
    assert "日曜日になるのは2027年です" in ahead.message


def test_a_year_too_far_away_is_not_offered_as_an_explanation() -> None:
    (found,) = check("2028年2月29日(水)に開きます。")
    assert found.message == "2028年2月29日(火)です(本文は「2028年2月29日(水)」)。"


def test_the_subject_of_a_mail_is_read_too() -> None:
    found = check(
        front={
            "accounts": "[x, free]",
            "overrides": "{free: {subject: 朗読会 11月28日(金)}}",
            "media": "[{file: a.jpg, alt: 展示の様子}]",
        }
    )
    assert [(one.rule, one.line) for one in found] == [("weekday-mismatch", 10)]


def test_the_year_is_the_one_near_the_planned_day() -> None:
    friday = "2月5日(金)に開きます。"  # a Friday in 2027, a Thursday in 2026
    assert check(friday) == ()
    (found,) = check("2月5日(木)に開きます。")
    assert "2027年2月5日(金)" in found.message
    assert "木曜日だったのは2026年です" in found.message


def test_a_title_and_a_description_of_an_image_are_read_too() -> None:
    found = check(
        front={
            "title": "朗読会 11月28日(金)",
            "media": "[{file: a.jpg, alt: 11月28日(金)のちらし}]",
        }
    )
    assert [(one.rule, one.line) for one in found] == [
        ("weekday-mismatch", 3),
        ("weekday-mismatch", 10),
    ]


def test_a_long_text_is_measured_as_it_goes_out() -> None:
    assert check("あ" * 140) == ()
    (found,) = check("あ" * 142)
    assert found.rule == "too-long"
    assert "4" in found.message
    assert "284/280" in found.message
    link = "https://www.lib.example.lg.jp/" + "a" * 300
    assert check("あ" * 128 + "\n" + link) == ()


def test_each_account_is_measured_with_its_own_text() -> None:
    found = check(
        "短い文です。",
        front={
            "accounts": "[x, night, free]",
            "publish_at": None,
            "overrides": f"{{night: {{body: {'あ' * 150}}}}}",
        },
    )
    assert [(one.rule, one.line) for one in found] == [("too-long", 9)]
    assert "night" in found[0].message


def test_the_basis_decides_what_must_be_named() -> None:
    assert rules(check(front={"basis": "エ", "source_url": None})) == []
    assert rules(check(front={"basis": "website", "source_url": None})) == [
        "source-page-missing"
    ]
    (found,) = check(front={"source_url": "www.lib.example.lg.jp"})
    assert (found.rule, found.line) == ("source-page-missing", 7)


def test_a_request_to_take_down_goes_nowhere_and_needs_no_more_than_its_reason() -> (
    None
):
    front = {
        "basis": None,
        "source_url": None,
        "retracts": "20261101-ohanashikai",
        "publish_at": "2026-11-23 23:00",
    }
    assert check("あ" * 200, front=front) == ()
