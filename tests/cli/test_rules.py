"""``sns rules`` in every style, and with a name that no rule has."""

import json

import pytest

from sns_cli.lint.registry import RULES
from tests.cli.drafts import Sns, runner


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_programs_get_every_rule_with_its_facts(sns: Sns, language: str) -> None:
    told = json.loads(sns("rules", "--format", "json", "--lang", language).out)
    assert told["version"] == 1
    assert [one["name"] for one in told["rules"]] == [rule.name for rule in RULES]
    for one, rule in zip(told["rules"], RULES, strict=True):
        assert set(one) == {"name", "severity", "clause", "waivable", "title"}
        assert one["severity"] == rule.severity
        assert one["waivable"] is rule.waivable
        assert one["title"] == rule.title.fill("ja" if language == "ja" else "en", {})
    shortener = next(one for one in told["rules"] if one["name"] == "url-shortener")
    assert ("ガイドライン 第9条第2項" if language == "ja" else "paragraph 2") in str(
        shortener["clause"]
    )


def test_markdown_is_a_table_of_all_rules(sns: Sns) -> None:
    lines = sns("rules", "--format", "markdown").out.splitlines()
    assert lines[0] == "| 規則 | 重さ | 理由で外せる | 根拠 | 内容 |"
    assert lines[1] == "|---|---|---|---|---|"
    assert len(lines) == 2 + len(RULES)
    assert {line.count("|") for line in lines} == {6}
    marked = [line.split(" ")[1] for line in lines if "†" in line]
    assert marked == [rule.name for rule in RULES if rule.waivable]


@pytest.mark.parametrize("style", ["text", "github", "markdown", "json"])
def test_one_rule_is_explained_in_every_style(sns: Sns, style: str) -> None:
    done = sns("rules", "weekday-mismatch", "--format", style)
    assert done.code == 0
    assert "日付と曜日が合っているか" in done.out
    assert "impossible-date" not in done.out


def test_a_mistyped_name_is_told_what_is_near(sns: Sns) -> None:
    done = sns("rules", "weekday-mismach")
    assert (done.code, done.out) == (2, "")
    assert "近い名前: weekday-mismatch" in done.err


@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", "一覧は sns rules で"), ("en", "`sns rules` lists them")],
)
def test_a_name_like_no_rule_is_told_where_the_names_are(
    sns: Sns, language: str, words: str
) -> None:
    done = sns("rules", "zzz", "--lang", language)
    assert done.code == 2
    assert words in done.err
    assert "近い名前" not in done.err
    assert "Near" not in done.err
