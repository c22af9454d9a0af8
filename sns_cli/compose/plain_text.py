"""The plain text of a Markdown body, as it goes out (design 8.1).

Kept: paragraphs, every line break, every character of a URL, and whatever is not named
here. Changed: blanks at line ends go, ``[text](url)`` becomes ``text url``, list marks
become ``・``, images go (they are media, not text).
"""

import re
from typing import Final

IMAGE: Final = re.compile(
    r"(?<!\\)!\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
)
"""``![alt](file)``."""
_LINK: Final = re.compile(
    r"(?<![\\!])\[(?P<text>[^\[\]\n]*)\]"
    # "[休館](12/17)" and "[館](中央)" are brackets people typed, not links.
    r"\((?P<url>[A-Za-z/#.][^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*|<[^\s<>]+>)\)"
    r"(?P<next>\S?)"
)
_ITEM: Final = re.compile(r"^([ \t]*)[-*+][ \t]+(?=\S)", re.MULTILINE)
_RULE: Final = re.compile(r"^[ \t]*([-*_])(?:[ \t]*\1){2,}$")
_BLANKS: Final = " \t\u3000"
_DEEPEST: Final = 20
"""Links within links that are undone; Markdown itself knows none."""


def plain_text(body: str) -> str:
    """Return the text that goes out for a Markdown body, without outer line breaks."""
    text = _trimmed(body.replace("\r\n", "\n"))
    text = _links(_without_images(text))
    text = "\n".join(map(_without_mark, text.split("\n")))
    return _trimmed(text).strip("\n")


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip(_BLANKS) for line in text.split("\n"))


def _without_images(text: str) -> str:
    if "![" not in text:
        return text
    kept: list[str] = []
    gone = False
    for line in text.split("\n"):
        shown = IMAGE.sub("", line)
        only_image = shown != line and not shown.strip()
        # An image on lines of its own leaves one blank line behind, not two.
        doubled = gone and not line and (not kept or not kept[-1])
        if not only_image and not doubled:
            kept.append(shown)
        gone = only_image or (gone and doubled)
    return "\n".join(kept)


def _links(text: str) -> str:
    for _ in range(_DEEPEST):
        changed = _LINK.sub(_link, text)
        if changed == text:
            break
        text = changed
    return text


def _link(match: re.Match[str]) -> str:
    url = match["url"].removeprefix("<").removesuffix(">")
    label = match["text"].strip()
    shown = url if label in {"", url} else f"{label} {url}"
    return f"{shown} {match['next']}" if match["next"] else shown


def _without_mark(line: str) -> str:
    return line if _RULE.match(line) else _ITEM.sub(r"\1・", line)
