"""Findings in every format: complete, and unable to act on what shows them."""

import json
import unicodedata

import pytest

from sns_cli.messages import Language
from sns_cli.model.finding import Finding, LintReport, Severity
from sns_cli.report.findings import render_findings

STYLES = ("text", "json", "github", "markdown")
EVIL = (
    "\x1b[31m\u202e\u200b\x07\r\n::error file=a::b\n##[group]x\n"
    "</details><img src=x onerror=alert(1)> [a](https://evil.example) "
    "`x` | @kancho %0A::stop-commands::x"
)


def finding(**changes: object) -> Finding:
    values: dict[str, object] = {
        "rule": "url-shortener",
        "severity": Severity.ERROR,
        "path": "posts/2026/11/a.md",
        "line": 11,
        "post": "20261120-a",
        "message": "短縮URL(bit.ly)です。",
        "hint": "元のURLに直してください。",
        "clause": "ガイドライン 第9条第2項",
        **changes,
    }
    return Finding(**values)  # type: ignore[arg-type]  # one dict for all fields


EVERYTHING = LintReport(
    4,
    (
        finding(),
        finding(rule="weekday-mismatch", severity=Severity.WARNING, line=12),
        finding(rule="length-near-limit", severity=Severity.INFO, post=None),
        finding(waived=True, hint="外す理由: 館長と相談済み", clause=None),
    ),
)
NOTHING = LintReport(2, ())
HOSTILE = LintReport(
    1,
    (
        finding(
            message=EVIL, hint=EVIL, path=f"posts/{EVIL}.md", post=None, clause=EVIL
        ),
    ),
    ({"item": "people", "text": EVIL, "clause": "K6"},),
)


def test_json_has_exactly_the_keys_others_rely_on() -> None:
    shown = json.loads(render_findings(EVERYTHING, "json", "ja"))
    assert shown["version"] == 1
    assert shown["posts"] == 4
    assert shown["checklist"] == []
    assert set(shown) == {"version", "posts", "findings", "checklist"}
    assert shown["findings"][0] == {
        "rule": "url-shortener",
        "severity": "error",
        "path": "posts/2026/11/a.md",
        "line": 11,
        "post": "20261120-a",
        "message": "短縮URL(bit.ly)です。",
        "hint": "元のURLに直してください。",
        "clause": "ガイドライン 第9条第2項",
        "waived": False,
    }
    assert [one["severity"] for one in shown["findings"]] == [
        "error",
        "warning",
        "info",
        "error",
    ]
    assert shown["findings"][3]["waived"] is True
    assert shown["findings"][3]["clause"] is None
    assert shown["findings"][2]["post"] is None


def test_text_says_what_where_and_what_to_do() -> None:
    lines = render_findings(EVERYTHING, "text", "ja").split("\n")
    assert lines[0] == (
        "posts/2026/11/a.md:11: 直してください: 短縮URL(bit.ly)です。 [url-shortener]"
    )
    assert lines[1] == (
        "  対処: 元のURLに直してください。  詳しく: sns rules url-shortener"
    )
    assert lines[2].startswith("posts/2026/11/a.md:12: 確かめてください: ")
    assert lines[6].startswith("posts/2026/11/a.md:11: 理由つきで外したもの: ")
    assert "投稿4件" in lines[8]
    assert "直してください 1" in lines[8]


def test_github_annotations_name_file_and_line() -> None:
    lines = render_findings(EVERYTHING, "github", "ja").split("\n")
    assert lines[0] == (
        "::error file=posts/2026/11/a.md,line=11,title=url-shortener::"
        "短縮URL(bit.ly)です。%0A対処: 元のURLに直してください。"
        "  詳しく: sns rules url-shortener"
    )
    assert [line.split(" ")[0] for line in lines[:4]] == [
        "::error",
        "::warning",
        "::notice",
        "::notice",
    ]


def test_github_values_are_escaped() -> None:
    report = LintReport(1, (finding(path="posts/a,b:c%.md", message="100%\nです"),))
    line = render_findings(report, "github", "ja").split("\n")[0]
    assert "file=posts/a%2Cb%3Ac%25.md,line" in line
    assert "::100%25\\nです%0A" in line


def test_markdown_sorts_what_must_be_mended_first() -> None:
    shown = render_findings(EVERYTHING, "markdown", "ja")
    titles = [line for line in shown.split("\n") if line.startswith("###")]
    assert titles == [
        "### 直してください(1)",
        "### 理由つきで外したもの(1)",
        "### 確かめてください(1)",
        "### お知らせ(1)",
    ]
    assert "第9条第2項" in shown


@pytest.mark.parametrize("style", ["text", "github", "markdown"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja", "機械で分かる範囲では見つかりませんでした"),
        ("en", "Nothing that a machine"),
    ],
)
def test_no_report_ever_says_that_a_post_is_fine(
    style: str, language: Language, words: str
) -> None:
    shown = render_findings(NOTHING, style, language)
    assert words in shown
    assert "人が確かめてください" in shown or "people must still check" in shown
    for praise in ("問題なし", "問題ありません", "合格", " OK", "passed", "All good"):
        assert praise not in shown


@pytest.mark.parametrize("style", ["text", "github", "markdown"])
@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", "検査する投稿はありませんでした"), ("en", "There was no post to check")],
)
def test_without_a_post_nothing_was_found_is_never_said(
    style: str, language: Language, words: str
) -> None:
    for report in (LintReport(0, ()), LintReport(0, (finding(),))):
        shown = render_findings(report, style, language)
        # Where something was found of a file that is no post, something was checked.
        assert (words in shown) is (not report.findings)
        assert "見つかりませんでした" not in shown
        assert "Nothing that a machine" not in shown


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_text_of_a_post_acts_on_its_surroundings(
    style: str, language: Language
) -> None:
    shown = render_findings(HOSTILE, style, language)
    for char in shown:
        assert char == "\n" or unicodedata.category(char) not in {
            "Cc",
            "Cf",
            "Zl",
            "Zp",
            "Cs",
        }
    assert "##[" not in shown
    lines = shown.split("\n")
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == (1 if style == "github" else 0)
    assert all(line.startswith("::error file=posts/") for line in commands)
    assert "::stop-commands" not in shown
    if style == "markdown":
        assert "<img" not in shown
        assert "</details>" not in shown
        assert "[a](https" not in shown
        assert "@kancho" not in shown


def test_json_keeps_hostile_text_unchanged_for_programs() -> None:
    shown = json.loads(render_findings(HOSTILE, "json", "ja"))
    assert shown["findings"][0]["message"] == EVIL
    assert shown["checklist"][0]["text"] == EVIL


@pytest.mark.parametrize("style", ["text", "github", "markdown"])
def test_what_only_people_can_check_is_listed(style: str) -> None:
    report = LintReport(
        1, (), ({"item": "a", "text": "写真の人の承諾", "clause": "K6"},)
    )
    assert "写真の人の承諾" in render_findings(report, style, "ja")


def test_an_unknown_style_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        render_findings(NOTHING, "html", "ja")
