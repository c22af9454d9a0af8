"""Every refusal has a sentence in both languages."""

import ast
import re
from pathlib import Path

import pytest

import sns_cli.approval
from sns_cli.messages.approval import TEXTS

RULES = Path(sns_cli.approval.__file__).parent
SAYING = {"Refused", "about", "outside"}


def rules_said() -> set[str]:
    """Return the rule names that appear as first argument of a refusal."""
    found = set()
    for file in RULES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            first = node.args[0] if node.args else None
            if node.func.id in SAYING and isinstance(first, ast.Constant):
                found.add(str(first.value))
    return found


def test_every_rule_has_its_sentence_and_every_sentence_its_rule() -> None:
    sentences = {code for code in TEXTS if code.startswith("refused-")}

    assert {f"refused-{rule}" for rule in rules_said()} == sentences


WAYS_OUT = {
    "ja": re.compile(
        r"\{way\}|`?sns [a-z]|(館長|起案者|情報担当|案を出した人|入れた人)[^。]*"
        r"(ください|使います|置きます)|もう一度実行して|次に動くと"
    ),
    "en": re.compile(
        r"\{way\}|`?sns [a-z]|([Tt]he director|[Tt]he drafter|[Tt]he maintainer"
        r"|[Ww]hoever (proposed|added) it)[^.]* [a-z]+s\b|Run again|next run"
    ),
}
"""A command, or somebody who does something about it."""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_refusal_names_a_way_out(language: str) -> None:
    refusals = {c: one for c, one in TEXTS.items() if c.startswith("refused-")}
    ways = {c: one for c, one in TEXTS.items() if c.startswith("way-")}
    nothing_to_do = {"way-nothing-left", "way-again"}
    people = {c for c in ways if c.startswith(("way-the-", "way-a-"))}

    without = [
        code
        for code, text in refusals.items()
        if not WAYS_OUT[language].search(getattr(text, language))
    ]
    vague = [
        code
        for code in ways.keys() - nothing_to_do - people
        if not re.search(
            r"\bsns [a-z]|Revert|\{post\}|起案者|drafter", getattr(ways[code], language)
        )
        or not re.search(r"\{(who|repair)\}", getattr(ways[code], language))
    ]

    assert (without, vague) == ([], [])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_refusal_names_one_way_out(language: str) -> None:
    # Which of two commands it takes depends on what was changed: the way says it.
    fixing = re.compile(r"sns (approve --again|repair|resume|withdraw)")
    texts = {code: getattr(text, language) for code, text in TEXTS.items()}

    several = [
        code
        for code, text in texts.items()
        if code.startswith(("refused-", "way-"))
        and len(set(fixing.findall(text))) + ("{way}" in text) > 1
    ]

    assert several == []


def test_sentences_avoid_the_words_of_git() -> None:
    jargon = ("コミット", "マージ", "プッシュ", "ブランチ", "ハッシュ")

    for code, text in TEXTS.items():
        assert not [word for word in jargon if word in text.ja], code
