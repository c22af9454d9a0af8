"""A calendar that ends is told in time: once, about the settings, not about a post."""

import datetime as dt

import pytest

from sns_cli.lint.engine import PostFile, lint
from sns_cli.lint.example import Example
from sns_cli.model.finding import Finding
from tests.lint.samples import SETTINGS, nothing_settled


def findings(
    at: str, *, accounts: str = "[x]", posts: int = 3, wanted: int | None = None
) -> tuple[Finding, ...]:
    front = {"accounts": accounts, "publish_at": None}
    (content,) = (one for _, one in Example(front=front).files())
    files = [
        PostFile(
            f"posts/2026/11/nr{number}.md",
            content.replace(b"id: 20261205-ohanashikai", f"id: post-{number}".encode()),
        )
        for number in range(posts)
    ]
    asked = None if wanted is None else frozenset([files[wanted].path])
    now = dt.datetime.fromisoformat(at)
    return lint(files, SETTINGS, now, nothing_settled, "ja", wanted=asked).findings


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2027-01-29T23:59+09:00", None),  # 61 days before the end
        ("2027-01-30T00:00+09:00", "あと60日です"),
        ("2027-01-29T15:00+00:00", "あと60日です"),  # the same, told from elsewhere
        ("2027-03-31T23:59+09:00", "あと0日です"),
        ("2027-04-01T00:00+09:00", "2027年3月31日(水)で終わりました"),
    ],
)
def test_the_end_is_told_from_60_days_before(at: str, words: str | None) -> None:
    found = findings(at)
    if words is None:
        assert found == ()
        return
    (one,) = found
    assert one.rule == "calendar-not-covered"
    assert one.severity.value == "warning"
    assert (one.path, one.line, one.post) == ("sns.toml", 1, None)
    assert words in one.message
    assert "中央図書館" in one.message
    assert "covers" in one.hint


def test_the_hint_says_until_when_to_extend_it() -> None:
    (soon,) = findings("2027-02-01T10:00+09:00")
    assert soon.hint.startswith("2027年3月31日(水)までに")
    (late,) = findings("2027-05-01T10:00+09:00")
    assert "までに" not in late.hint


def test_every_calendar_that_a_post_needs_is_told_once() -> None:
    at = "2027-03-01T10:00+09:00"
    both = [one.message for one in findings(at, accounts="[x, night, same, free]")]
    assert [("中央図書館" in one, "夜間窓口" in one) for one in both] == [
        (True, False),
        (False, True),
    ]
    assert findings(at, accounts="[free]") == ()


def test_it_is_told_to_whoever_asks_about_one_post_and_not_without_posts() -> None:
    assert len(findings("2027-03-01T10:00+09:00", wanted=1)) == 1
    assert findings("2027-03-01T10:00+09:00", posts=0) == ()
