"""The rules about picture files, on files that are there and files that are not."""

from collections.abc import Mapping, Sequence

import pytest

from sns_cli.lint.engine import PostFile, lint
from sns_cli.lint.example import PATH, Example
from sns_cli.model.finding import Finding
from tests.lint.samples import NOW, SETTINGS, nothing_settled
from tests.support.pictures import animation, picture, telephone

FOLDER = PATH.rpartition("/")[0]
ABOUT_PICTURES = {"image-format", "image-type-mismatch", "missing-alt-text"}


def findings(
    files: Sequence[str],
    there: Mapping[str, bytes] | None,
    body: str | None = None,
    alt: str | None = "展示の写真",
    **front: str,
) -> list[Finding]:
    words = "" if alt is None else f", alt: {alt}"
    entries = ", ".join(f"{{file: {one}{words}}}" for one in files)
    media = {"media": f"[{entries}]"} if files else {}
    example = Example(front={**media, **front}, body=body)
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return (there or {}).get(path.removeprefix(f"{FOLDER}/"))

    report = lint(
        [PostFile(path, content) for path, content in example.files()],
        SETTINGS,
        NOW,
        nothing_settled,
        "ja",
        pictures=None if there is None else read,
    )
    assert len(asked) == len(set(asked)), "a picture was read twice"
    return [one for one in report.findings if one.rule in ABOUT_PICTURES]


def rule(*arguments: object, **more: str) -> list[str]:
    return [one.rule for one in findings(*arguments, **more)]  # type: ignore[arg-type]


def test_pictures_that_can_be_sent_are_left_in_peace() -> None:
    there = {"a.jpg": telephone(6), "b.png": picture("PNG"), "c.webp": picture("WEBP")}
    assert findings(list(there), there) == []
    assert findings(["a.gif"], {"a.gif": animation()}) == []


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("a.jpg", b"text", "image-type-mismatch"),
        ("a.png", picture("JPEG"), "image-type-mismatch"),
        ("a.jpg", b"\0\0\0\x18ftypheic", "image-type-mismatch"),
        ("a.svg", b"<svg/>", "image-type-mismatch"),
        ("a.jpg", picture("JPEG")[:-90], "image-format"),
        ("a.png", picture("PNG") + bytes(5 << 20), "image-format"),
        ("a.webp", animation(kind="WEBP"), "image-format"),
    ],
)
def test_each_fault_is_told_by_one_rule_at_the_line_of_the_file(
    file: str, content: bytes, expected: str
) -> None:
    (found,) = findings([file], {file: content})
    assert (found.rule, found.severity.value) == (expected, "error")
    assert file in found.message
    assert found.line > 1


def test_a_picture_that_is_not_there_is_told_where_files_are_known() -> None:
    assert rule(["a.jpg"], {}) == ["image-format"]
    assert rule(["a.jpg"], None) == []


def test_a_picture_in_the_text_must_be_listed() -> None:
    body = "展示を開いています。![地図](b.jpg)"
    there = {"a.jpg": picture("JPEG"), "b.jpg": picture("JPEG")}
    assert rule(["a.jpg"], there, body) == ["image-format"]
    assert rule(["a.jpg", "b.jpg"], there, body) == []


def test_what_is_wrong_for_two_accounts_is_said_once() -> None:
    files = [f"{n}.png" for n in range(5)]
    there = dict.fromkeys(files, picture("PNG"))
    assert rule(files, there, accounts="[x, same]") == ["image-format"]


def test_a_request_to_take_down_shows_nothing() -> None:
    assert rule(["a.svg"], {}, retracts="20261205-other") == []


def test_a_picture_without_words_is_held_back() -> None:
    (found,) = findings(["a.jpg"], {"a.jpg": picture("JPEG")}, alt=None)
    assert (found.rule, found.severity.value) == ("missing-alt-text", "error")
    assert found.clause == "JIS X 8341-3 達成基準 1.1.1"
    assert "a.jpg" in found.message


def test_words_that_are_missing_do_not_hide_what_is_wrong_with_the_file() -> None:
    assert rule(["a.jpg"], {"a.jpg": b"text"}, alt=None) == [
        "image-type-mismatch",
        "missing-alt-text",
    ]
