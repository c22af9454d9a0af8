"""Every sentence exists in both languages, with the same gaps, in plain words."""

import ast
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sns_cli import messages
from sns_cli.messages import ROOMS, Text, catalogue

PACKAGE = Path(__file__).parents[1] / "sns_cli"
FILES = sorted(
    path.stem for path in (PACKAGE / "messages").glob("*.py") if path.stem != "__init__"
)
JARGON = (
    "コミット",
    "マージ",
    "プッシュ",
    "ブランチ",
    "ハッシュ値",
    "リベース",
    "プルリクエスト",
    "フェッチ",
    "チェックアウト",
    "ステージング",
)
CODED = {"Reason", "tell", "sentence", "render"}
"""Callables whose first text argument is a message code; so are all ``…Error``."""


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def texts_of(names: Sequence[str]) -> Iterator[tuple[str, dict[str, Text]]]:
    for name in names:
        module = __import__(f"sns_cli.messages.{name}", fromlist=["TEXTS"])
        yield name, getattr(module, "TEXTS", {})


def test_a_sentence_says_the_same_in_both_languages() -> None:
    unequal = [
        code
        for code, text in catalogue().items()
        if not (text.ja.strip() and text.en.strip())
        or placeholders(text.ja) != placeholders(text.en)
    ]

    assert unequal == []


def test_japanese_sentences_use_plain_words() -> None:
    jargon = [
        (code, word)
        for code, text in catalogue().items()
        for word in JARGON
        if word in text.ja
    ]

    assert jargon == []


def test_no_two_rooms_use_one_code() -> None:
    seen: dict[str, str] = {}
    twice = []
    for room, texts in texts_of(ROOMS):
        for code in texts:
            if code in seen:
                twice.append((code, seen[code], room))
            seen[code] = room

    assert twice == []


def test_every_room_is_in_the_catalogue() -> None:
    known = catalogue()
    missing = [
        (room, code)
        for room, texts in texts_of(FILES)
        for code in texts
        if code not in known
    ]

    assert missing == []


def codes_used() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id
                if name in CODED or (name.endswith("Error") and name[0].isupper()):
                    for argument in node.args[:2]:
                        if isinstance(argument, ast.Constant) and isinstance(
                            argument.value, str
                        ):
                            yield path.relative_to(PACKAGE).as_posix(), argument.value


BUILT_IN = {"ValueError", "TypeError", "KeyError", "RuntimeError"}


def test_every_code_that_is_used_has_a_sentence() -> None:
    known = catalogue()
    unknown = [
        (path, code)
        for path, code in codes_used()
        if code not in known and " " not in code and "/" not in code and "-" in code
    ]

    assert unknown == []


def test_the_catalogue_is_the_only_door() -> None:
    assert messages.render("interrupted", "en", {}) == "Interrupted."
    with pytest.raises(KeyError):
        messages.render("no-such-code", "ja", {})
