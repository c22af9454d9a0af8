"""Every rule is registered, explained in both languages, and shown by its examples."""

import re
import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import sns_cli.lint as lint_package
from sns_cli.lint import rules as rules_package
from sns_cli.lint.clause import clause_text
from sns_cli.lint.registry import RULES
from sns_cli.lint.rule import Rule, rule_manual
from sns_cli.messages import Text
from sns_cli.messages.lint import TEXTS
from tests.lint.samples import report, rules

NAMES = {
    "basis-missing",
    "calendar-line-idle",
    "calendar-not-covered",
    "changed-after-publication",
    "closed-day",
    "duplicate-id",
    "encoding-invalid",
    "front-matter-invalid",
    "image-format",
    "image-type-mismatch",
    "impossible-date",
    "malformed-url",
    "missing-alt-text",
    "outside-opening-hours",
    "publish-time-past",
    "retracts-unknown",
    "service-unsupported",
    "source-page-missing",
    "stray-file",
    "too-long",
    "unfilled-template",
    "unknown-key",
    "url-shortener",
    "weekday-mismatch",
}
WAIVABLE = {"outside-opening-hours", "closed-day", "url-shortener"}
JARGON = re.compile(
    "コミット|マージ|プッシュ|プル|ブランチ|ハッシュ|リポジトリ|フロントマター"
)

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_the_rules_are_these_and_each_is_listed_once() -> None:
    assert sorted(rule.name for rule in RULES) == sorted(NAMES)


def test_every_file_in_rules_is_registered() -> None:
    folder = Path(next(iter(rules_package.__path__)))
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert files == {rule.name.replace("-", "_") for rule in RULES}


def test_only_what_the_catalogue_marks_can_be_waived() -> None:
    assert {rule.name for rule in RULES if rule.waivable} == WAIVABLE


@each_rule
def test_the_bad_example_makes_exactly_this_rule_fire(rule: Rule) -> None:
    also = {"closed-day"} if rule.name == "calendar-not-covered" else set()
    found = report(
        rule.bad.files(),
        changed=lambda _post: rule.bad.sent,
        others=(rule.bad.other,) if rule.bad.other else (),
        closing=rule.bad.closing,
    ).findings
    assert set(rules(found)) == {rule.name, *also}


@each_rule
def test_the_good_example_is_silent(rule: Rule) -> None:
    others = (rule.good.other,) if rule.good.other else ()
    found = report(rule.good.files(), others=others, closing=rule.good.closing)
    assert found.findings == ()


@each_rule
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_manual_says_what_why_and_how_in_both_languages(
    rule: Rule, language: str
) -> None:
    page = rule_manual(rule, "ja" if language == "ja" else "en")
    manual = rule.manual.ja if language == "ja" else rule.manual.en
    assert rule.name in page
    assert manual in page
    assert len(manual) > 40
    clause = clause_text(rule.clause, "ja" if language == "ja" else "en")
    assert clause is None or clause in page
    for example in (rule.bad, rule.good):
        for line in example.excerpt().split("\n"):
            assert f"    {line}" in page


@each_rule
def test_the_sentences_of_a_rule_agree_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.manual, rule.message, rule.hint):
        assert_twins(text)


def texts_of_the_room() -> Iterator[tuple[str, Text]]:
    folder = Path(next(iter(lint_package.__path__)))
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        module = import_module(".".join(("sns_cli.lint", *parts)))
        for name, value in vars(module).items():
            values = value.values() if isinstance(value, dict) else (value,)
            for text in values:
                if isinstance(text, Text):
                    yield f"{'.'.join(parts)}.{name}", text


@pytest.mark.parametrize(("name", "text"), tuple(texts_of_the_room()))
def test_every_sentence_of_the_room_agrees_in_both_languages(
    name: str, text: Text
) -> None:
    assert name
    assert_twins(text)


@pytest.mark.parametrize("code", TEXTS)
def test_the_common_sentences_agree_in_both_languages(code: str) -> None:
    assert_twins(TEXTS[code])


def assert_twins(text: Text) -> None:
    assert text.ja
    assert text.en
    assert placeholders(text.ja) == placeholders(text.en)
    assert JARGON.search(text.ja) is None
    assert text.en.isascii() or re.search("[ぁ-ん]{4}", text.en) is None


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_clauses_are_spelled_out() -> None:
    assert (
        clause_text("H9-2,K5(1)ア", "ja") == "ガイドライン 第9条第2項、運用方針 5(1)ア"
    )
    assert clause_text("H6⑥", "ja") == "ガイドライン 第6条第6号"
    assert clause_text("H6⑥", "en") == "guideline (東広島市) article 6 item 6"
    assert clause_text(None, "ja") is None
    with pytest.raises(ValueError, match="Q1"):
        clause_text("Q1", "ja")
