r"""Text of posts and servers, made unable to act on what shows it.

Design 8.3: no output lets the text of a post act on its surroundings. Whatever prints
text that people or servers wrote sends it through one of these functions first:

========================  ==================================================
`safe_line`               one line of a terminal or log
`safe_block`              several lines of a terminal or log
`safe_markdown`           inside a Markdown paragraph or table cell
`safe_markdown_block`     a paragraph of its own in Markdown, as written
`safe_link`               an address in Markdown, to click on if it is a plain one
`safe_json`               a whole JSON document; the data stay exactly as they are
`github_command`          an annotation in the log of a CI job
========================  ==================================================

The neutral forms are visible and harmless: a control character becomes its escape
(U+202E is shown as ``\u202e``); the marks of the CI host's commands become full-width
(``::error::`` is shown as ``：：error：：``, ``##[group]`` as ``＃＃[group]``).
"""

import json
import re
from collections.abc import Mapping
from typing import Final

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode
_LAST_OF_BMP: Final = 0xFFFF
_EMOJI: Final = r"©®‼-㊙\U0001F000-\U0001FAFF"
_HIDDEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # Cc without LF
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2"  # Cf from here on
    "\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\u2028\u2029\ud800-\udfff"  # Zl, Zp, Cs
    "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]"  # letters and marks nobody can see
    # The joiner is wanted inside an emoji and nowhere else.
    f"|(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])"
)
_COMMAND: Final = re.compile(
    r"^(?P<indent>[^\S\n]*)::|(?P<inner>::)(?=[A-Za-z])|(?P<legacy>##)(?=\[|vso\[)",
    re.MULTILINE,
)
_MARKDOWN: Final = re.compile(r"[\\`*_\[\])<>&#|~$:.@\"']|^[-+=]")
_MARKDOWN_FORMS: Final = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    '"': "&quot;",
    "'": "&#39;",
    "$": "&#36;",
    # Hosts look for mentions and issue numbers after undoing every escape.
    "@": "＠",
    "#": "＃",
}
_PLAIN_URL: Final = re.compile(r"https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~/-]*)?")
_JSON_ACTIVE: Final = re.compile(f"[<>&\x7f]|::|##(?=\\[|vso)|{_HIDDEN.pattern}")
_MARKS: Final = ("<", ">", "&", "::", "##")
"""What :data:`_JSON_ACTIVE` may find in ASCII that is printable."""


def safe_line(text: str) -> str:
    r"""Return ``text`` as one harmless line; line breaks are shown as ``\n``."""
    return safe_block(text).replace("\n", "\\n")


def safe_block(text: str) -> str:
    """Return ``text`` as harmless lines; only LF breaks a line."""
    return _COMMAND.sub(_full_width, _HIDDEN.sub(_escape, text))


def safe_markdown(text: str) -> str:
    """Return ``text`` for the inside of a Markdown paragraph or table cell.

    It shows as written: no markup, link, mention or HTML comes of it; a line break
    becomes ``<br>``.
    """
    lines = safe_block(text).split("\n")
    return "<br>".join(_MARKDOWN.sub(_markdown_form, line) for line in lines)


def safe_markdown_block(text: str) -> str:
    """Return ``text`` as a fenced Markdown block that it cannot end."""
    body = safe_block(text)
    longest = max((len(run) for run in re.findall("`+", body)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{body}\n{fence}"


def safe_link(url: str) -> str:
    """Return an address for the inside of a Markdown paragraph or table cell.

    One of plain characters, without a query, becomes a link (CommonMark 0.31 §6.5);
    any other shows as it is and leads nowhere.
    """
    return f"<{url}>" if _PLAIN_URL.fullmatch(url) else safe_markdown(url)


def safe_json(value: object) -> str:
    """Return ``value`` as JSON that reads back unchanged and acts on nothing.

    Japanese stays readable; what could act on a terminal, a CI log or an HTML page is
    written with JSON's own escapes. An object's keys stand on lines of their own, and
    so do the items of a list in them: the library's own indenting is not written in C
    and took a tenth of proving ten thousand posts.

    Raises:
        TypeError: ``value`` is not made of what JSON knows.
    """
    if not isinstance(value, Mapping) or not value:
        return _json(value)
    lines = ",\n".join(f"  {_json(key)}: {_items(item)}" for key, item in value.items())
    return f"{{\n{lines}\n}}"


def _items(value: object) -> str:
    if not isinstance(value, (list, tuple)) or not value:
        return _json(value)
    items = ",\n".join(f"    {_json(item)}" for item in value)
    return f"[\n{items}\n  ]"


def _json(value: object) -> str:
    text = _ENCODE(value)
    if text.isascii() and text.isprintable() and not any(one in text for one in _MARKS):
        # Most lines of a machine's report: ids and digests.
        return text
    return _JSON_ACTIVE.sub(_json_escape, text)


def github_command(level: str, text: str, **properties: object) -> str:
    """Return one workflow command: an annotation of the CI job.

    https://docs.github.com/actions/reference/workflow-commands: values are escaped, so
    that neither a line break nor ``::`` in them begins a command of its own.

    Args:
        level: ``error``, ``warning`` or ``notice``.
        text: what it says; several lines stay several lines of one annotation.
        properties: such as ``file`` and ``line``, in this order; None is left out.
    """
    shown = ",".join(
        f"{key}={_github_property(str(value))}"
        for key, value in properties.items()
        if value is not None
    )
    return f"::{level}{' ' if shown else ''}{shown}::{_github_data(safe_block(text))}"


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(text: str) -> str:
    return _github_data(safe_line(text)).replace(":", "%3A").replace(",", "%2C")


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\U{code:08x}" if code > _LAST_OF_BMP else f"\\u{code:04x}"


def _full_width(match: re.Match[str]) -> str:
    if match["legacy"]:
        return "＃＃"
    return f"{match['indent'] or ''}：："


def _markdown_form(match: re.Match[str]) -> str:
    return _MARKDOWN_FORMS.get(match[0], "\\" + match[0])


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2))
    return "".join(f"\\u{code:04x}" for code in codes)
