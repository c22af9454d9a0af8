"""Every refusal has a sentence in both languages."""

import ast
from pathlib import Path

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


def test_sentences_avoid_the_words_of_git() -> None:
    jargon = ("コミット", "マージ", "プッシュ", "ブランチ", "ハッシュ")

    for code, text in TEXTS.items():
        assert not [word for word in jargon if word in text.ja], code
