"""Rules about the time of publication: whom they concern, and what they say."""

import pytest

from sns_cli.lint.example import Example
from tests.lint.samples import check, report, rules

PAST_CLOSED = {"publish_at": "2026-11-16 10:00"}  # a Monday


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-25 09:29", ["outside-opening-hours"]),
        ("2026-11-25 09:30", []),
        ("2026-11-25 18:59", []),
        ("2026-11-25 19:00", ["outside-opening-hours"]),
        ("2026-11-25T01:00:00Z", []),
        ("2026-11-29 17:00", ["outside-opening-hours"]),  # a Sunday
        ("2026-11-30 10:00", ["closed-day"]),  # a Monday
        ("2026-11-23 10:00", []),  # a Monday and holiday
        ("2026-11-24 10:00", ["closed-day"]),  # the day after it
        ("2027-01-02 10:00", ["closed-day"]),
        ("2027-03-31 18:59", []),
        ("2027-03-31 19:00", ["outside-opening-hours", "calendar-not-covered"]),
        ("2027-04-01 10:00", ["closed-day", "calendar-not-covered"]),
    ],
)
def test_publish_at_must_lie_in_opening_hours(at: str, expected: list[str]) -> None:
    assert rules(check(front={"publish_at": at})) == expected


def test_the_findings_name_hours_reason_and_next_opening() -> None:
    (outside,) = check(front={"publish_at": "2026-11-25 20:00"})
    assert outside.message == (
        "投稿予定の2026年11月25日(水) 20:00は、"
        "中央図書館の開館時間(9:30–19:00)の外です。"
        "次の開館は2026年11月26日(木) 9:30です。"
    )
    assert outside.line == 9
    (closed,) = check(front={"publish_at": "2026-11-30 10:00"})
    assert closed.message == (
        "投稿予定の2026年11月30日(月)は、中央図書館の休館日です。"
        "理由: 定期休館日(毎週月曜)。"
        "次の開館は2026年12月1日(火) 9:30です。"
    )


def test_hours_of_their_own_are_told_with_their_reason() -> None:
    example = Example(front={"publish_at": "2026-11-25 13:00"})
    half_day = '{ reason = "研修{会}", weekly = "wed", from = "12:00" }'
    (outside,) = report(example.files(), closing=half_day).findings
    assert "開館時間(9:30–12:00、研修{会}(毎週水曜))の外です。" in outside.message


def test_where_no_opening_follows_the_calendar_must_go_on() -> None:
    uncovered, told = check(front={"publish_at": "2027-04-01 10:00"})
    assert uncovered.message == (
        "投稿予定の2027年4月1日(木)は、中央図書館の休館日です。"
        "理由: 開館カレンダーに無い日なので、休館として扱います。"
        "このあとに開館する日も、"
        "開館カレンダー(2027年3月31日(水)まで)にありません。"
    )
    assert (told.rule, told.severity.value) == ("calendar-not-covered", "warning")
    assert told.message == (
        "投稿予定の2027年4月1日(木)は、中央図書館の開館カレンダー"
        "(2026年4月1日(水)から2027年3月31日(水)まで)にない日です。"
    )
    last, _ = check(front={"publish_at": "2027-03-31 19:00"})
    assert last.rule == "outside-opening-hours"
    assert (
        "このあとに開館する日が、開館カレンダー(2027年3月31日(水)まで)" in last.message
    )
    for found in (uncovered, told, last):
        assert "「中央図書館」の covers" in found.hint
        assert "延ばしてください" in found.hint


def test_a_weekday_without_hours_is_told_as_that() -> None:
    front = {"accounts": "[night]", "publish_at": "2026-11-27 19:00"}
    (found,) = check(front=front)
    assert found.rule == "closed-day"
    assert (
        "夜間窓口の休館日です。理由: この曜日の開館時間が決められていません。"
        in found.message
    )


def test_each_account_has_its_own_hours() -> None:
    front = {"accounts": "[x, night, free]", "publish_at": "2026-11-25 19:30"}
    (found,) = check(front=front)
    assert found.rule == "outside-opening-hours"
    assert "中央図書館の" in found.message
    (other,) = check(front={**front, "publish_at": "2026-11-25 10:00"})
    assert "夜間窓口の" in other.message
    assert "18:00–24:00" in other.message


def test_accounts_of_one_library_are_told_once() -> None:
    front = {"accounts": "[x, same]", "publish_at": "2026-11-30 10:00"}
    assert rules(check(front=front)) == ["closed-day"]


@pytest.mark.parametrize("at", ["2026-11-25 20:00", "2026-11-30 10:00"])
@pytest.mark.parametrize(
    "front",
    [
        {"outside_hours_reason": "朝刊に合わせるため"},
        {"category": "緊急"},
        {"retracts": "20261101-ohanashikai"},
    ],
)
def test_a_reason_an_emergency_and_a_request_to_take_down_are_free(
    at: str, front: dict[str, str]
) -> None:
    assert check(front={**front, "publish_at": at}) == ()


def test_without_a_time_there_is_nothing_to_check() -> None:
    assert check(front={"publish_at": None}) == ()


def test_a_past_time_concerns_only_posts_neither_approved_nor_delivered() -> None:
    example = Example(front=PAST_CLOSED)
    found = report(example.files()).findings
    assert set(rules(found)) == {"publish-time-past", "closed-day"}
    settled = report(
        example.files(), settled=lambda: frozenset({"20261205-ohanashikai"})
    )
    assert settled.findings == ()


def test_a_time_to_come_concerns_approved_posts_too() -> None:
    example = Example(front={"publish_at": "2026-11-30 10:00"})
    found = report(example.files(), settled=lambda: frozenset({"20261205-ohanashikai"}))
    assert rules(found.findings) == ["closed-day"]


def test_this_very_moment_is_not_past() -> None:
    assert rules(check(front={"publish_at": "2026-11-20 09:45"})) == []
    assert rules(check(front={"publish_at": "2026-11-20 09:44:59"})) == [
        "publish-time-past"
    ]


def test_history_is_asked_at_most_once_and_only_about_the_past() -> None:
    asked: list[int] = []

    def settled() -> frozenset[str]:
        asked.append(1)
        return frozenset()

    future = Example(front={"publish_at": "2026-11-30 10:00"}).files()
    report(future, settled=settled)
    report(Example(front={"publish_at": "2026-11-20 09:45"}).files(), settled=settled)
    assert asked == []
    ((_, source),) = Example(front=PAST_CLOSED).files()
    names = ("a", "b", "c")
    files = [
        (
            f"posts/2026/11/{name}.md",
            source.replace(b"20261205-ohanashikai", f"20261205-{name}".encode()),
        )
        for name in names
    ]
    report(files, settled=settled, wanted=frozenset())
    assert asked == []
    found = report(files, settled=settled).findings
    assert asked == [1]
    assert rules(found).count("publish-time-past") == len(names)
