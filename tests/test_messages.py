"""Every sentence exists in both languages, with the same gaps, in plain words."""

import ast
import re
import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sns_cli import messages
from sns_cli.messages import ROOMS, Text, catalogue
from sns_cli.model.delivery import PostState, Result
from sns_cli.model.ledger import DeliveryState
from sns_cli.model.verification import Seen

PACKAGE = Path(__file__).parents[1] / "sns_cli"
FILES = sorted(
    path.stem for path in (PACKAGE / "messages").glob("*.py") if path.stem != "__init__"
)
JARGON = (
    "コミット",
    "マージ",
    "プッシュ",
    "プルリクエスト",
    "ブランチ",
    "リポジトリ",
    "ハッシュ",
    "クローン",
    "フェッチ",
    "チェックアウト",
    "リベース",
    "ステージ",
    "リモート",
    "ワークツリー",
    "HEAD",
)
"""Words of git; people are told of 変更 承認 送信 案 記録 置き場所 instead."""

MAY_USE_JARGON: dict[str, str] = {}
"""Codes of sentences for maintainers alone, with the word that has no plain one."""

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
LATIN_ONLY = {
    "notice-line": "two values and a colon",
    "profile-value": "three values and an arrow",
    "event-reason": "a value in brackets",
}
QUOTES_JAPANESE = {
    "grant-basis-director": "names the basis エ",
    "grant-basis-director.hint": "names the clause 5(1)エ",
    "correction-body": "Japanese readers must find the word 訂正",
}
NEXT_STEP = re.compile(r"ください|します|られます|使えます|例: |--help")
CARRIES = re.compile(r"\{(refusal|fault|why)\}")
"""Placeholders whose sentences say themselves what to do."""

NOTHING_TO_DO = {
    "retraction-done": "it is as it was wished",
    "withdraw-gone": "it is as it was wished",
    "notice-answer-odd": "a note beside a result that stands; the next run tells again",
    "notice-host-silent": "as above",
    "notice-rate-limited": "as above",
    "summary-not-written": "as above",
}
STATES = {
    "delivery-": {*DeliveryState, *Result, PostState.OVERDUE} - {DeliveryState.NONE},
    "seen-": {*Seen} - {Seen.OK},
}
"""Families of codes put together from a state, with all states that are ever told."""

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
        if word in text.ja and MAY_USE_JARGON.get(code) != word
    ]

    assert jargon == []


def test_each_half_is_in_its_own_language() -> None:
    halves = catalogue().items()

    assert {code for code, text in halves if not JAPANESE.search(text.ja)} == {
        *LATIN_ONLY
    }
    assert {code for code, text in halves if JAPANESE.search(text.en)} == {
        *QUOTES_JAPANESE
    }


def lines_without_japanese(text: str) -> Iterator[str]:
    """Yield the lines with words and without Japanese."""
    for line in text.splitlines():
        words = re.sub(r"\{[^}]*\}|[A-Z][A-Z0-9_]+", "", line)
        if re.search("[a-z]{2}", words) and not JAPANESE.search(line):
            yield line


def test_no_line_is_left_in_english() -> None:
    english = [
        (code, line)
        for code, text in catalogue().items()
        if code not in LATIN_ONLY
        for line in lines_without_japanese(text.ja)
        if not line.startswith(("  ", "::"))
    ]

    assert english == []


def errors_raised() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id.endswith("Error")
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield str(node.args[0].value)


def test_every_error_says_what_to_do_next() -> None:
    known = catalogue()
    without = {
        code
        for code in errors_raised()
        if code in known
        and not NEXT_STEP.search(known[code].ja)
        and not CARRIES.search(known[code].ja)
    }

    assert without == {*NOTHING_TO_DO}


def codes_of(family: str) -> set[str]:
    return {f"{family}{state.value}" for state in STATES[family]}


@pytest.mark.parametrize("family", STATES)
def test_every_state_that_is_told_has_a_sentence(family: str) -> None:
    assert codes_of(family) <= catalogue().keys()


def texts_in_code() -> Iterator[str]:
    """Yield every text outside the rooms; for texts put together, a pattern."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "messages":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = (
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+"
                    for one in node.values
                )
                pattern = "".join(parts)
                family = pattern.replace("\\", "").removesuffix(".+")
                if family in STATES:
                    yield from (re.escape(code) for code in codes_of(family))
                elif len(pattern.replace(".+", "")) > len("a-"):
                    yield pattern


def test_no_sentence_is_left_that_nothing_says() -> None:
    # A fault brings its hint; a slip with a near name brings the name.
    stems = {
        code: code.removesuffix(".hint").removesuffix("-similar")
        for code in catalogue()
    }
    said = "\n".join(sorted(stems.values()))
    used = {
        one
        for pattern in set(texts_in_code())
        if "-" in pattern or ".+" not in pattern
        for one in re.findall(rf"^{pattern}$", said, re.MULTILINE)
    }

    assert {code for code, stem in stems.items() if stem not in used} == set()


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
