"""Fields and text → the bytes of a new post file, its id and its place. Pure.

The counterpart of ``parse.post``: whatever is written here is read back as the same
values (a test holds the two together). Nobody else writes front matter.
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from sns_cli.model.post import FrontMatter

_KEYS: Final = tuple(FrontMatter.model_fields)
_PLAIN: Final = re.compile(
    # A colon or # may stand inside a word; at its edge YAML would read it as a sign.
    r"[A-Za-z0-9\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uff10-\uff5a]"
    r"(?:[A-Za-z0-9_./()+~&=?%、。「」『』・-]|[\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e]"
    r"|[:#](?=[A-Za-z0-9/])|[ ](?=[^ #:-]))*"
)
_TYPED: Final = re.compile(
    r"[-+.0-9_:]+|0[xo][0-9a-f]+|[0-9.]+e[-+]?[0-9]+|true|false|yes|no|on|off|null|y|n",
    re.IGNORECASE,
)
"""What editors read as a number or a truth value, though ``sns`` reads text."""
_UNPRINTABLE: Final = re.compile(
    "[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_FORBIDDEN: Final = re.compile(r'[\s<>:"|?*\x00-\x1f\x7f-\x9f\ud800-\udfff-]+')
_UNSEEN: Final = frozenset({"Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Kinds of characters (Unicode general category) that show nothing of themselves, such
as those that turn the direction of a line: a name must be what it looks like."""
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|com[0-9\xb9\xb2\xb3]|lpt[0-9\xb9\xb2\xb3])(?:\.|$)",
    re.IGNORECASE,
)
"""Names of devices: Windows takes no file of that name, whatever its ending
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
_NOT_IN_ID: Final = re.compile(r"[^a-z0-9]+")
_DATED: Final = re.compile(r"[0-9]{8}(?:-|$)")
_LONGEST_ID: Final = 64
_LONGEST_NAME: Final = 60

Fields = Mapping[str, object]
"""Front matter by key: texts, aware times, and lists of texts. What is None or empty is
left out; what is made of tables (media, waivers …) is left to whoever writes it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A post file before it is written.

    Attributes:
        id: the post's id.
        path: repository path, ``posts/YYYY/MM/<slug>.md``.
        content: the file's bytes.
    """

    id: str
    path: str
    content: bytes


def make_post(
    fields: Fields, body: str, notes: Mapping[str, str] | None = None
) -> bytes:
    """Return a post file.

    Args:
        fields: the front matter; written in the order of design 8.1.
        body: the Markdown below it.
        notes: remarks by key, for whoever fills the post in. A remark stands behind its
            field; for a field that is left out, ``# key: remark`` stands in its place.
    """
    notes = notes or {}
    lines: list[str] = []
    for key in _KEYS:
        value, note = fields.get(key), _one_line(notes.get(key, ""))
        if value is None or value in ("", (), []):
            lines += [f"# {key}: {note}"] if note else []
            continue
        entry = _entry(key, value)
        lines.append(f"{entry}  # {note}" if note else entry)
    text = "\n".join(["---", *lines, "---", body.strip("\n"), ""])
    return text.encode("utf-8", "surrogatepass")


def file_name(text: str) -> str:
    """Return ``text`` as the name of a file on any system, without ``.md``.

    Japanese stays Japanese; blanks and what some system forbids become hyphens, and
    what nobody can see is left out. Empty if nothing is left, or if it would be no
    post's name.
    """
    text = "".join(one for one in text if unicodedata.category(one) not in _UNSEEN)
    text = unicodedata.normalize("NFC", text.strip()).removesuffix(".md")
    name = _FORBIDDEN.sub("-", text)[:_LONGEST_NAME].strip("-. ")
    bad = "/" in name or "\\" in name or name.casefold() == "readme"
    return "" if bad or _RESERVED.match(name) else name


def draft_id(date: dt.date, name: str, category: str, taken: Collection[str]) -> str:
    """Return an id nobody has: the date and what is ASCII in ``name``.

    Args:
        date: day on which the post is to go out, or is written.
        name: what the file is called; for a Japanese one the category is used.
        category: English name of the category.
        taken: ids that were ever used.
    """
    ascii_name = unicodedata.normalize("NFKC", name).lower()
    stem = _NOT_IN_ID.sub("-", ascii_name).strip("-") or category
    wished = stem if _DATED.match(stem) else f"{date:%Y%m%d}-{stem}"
    return next(one for one in numbered(wished, _LONGEST_ID) if one not in taken)


def numbered(name: str, longest: int = _LONGEST_NAME) -> Iterator[str]:
    """Yield ``name``, ``name-2``, ``name-3`` …, none longer than ``longest``."""
    yield name[:longest].rstrip("-")
    for number in count(2):
        tail = f"-{number}"
        yield name[: longest - len(tail)].rstrip("-") + tail


def _one_line(text: str) -> str:
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _entry(key: str, value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        listed = ", ".join(_scalar(one, in_list=True) for one in value)
        return f"{key}: [{listed}]"
    return f"{key}: {_scalar(value)}"


def _scalar(value: object, *, in_list: bool = False) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    text = str(value)
    plain = _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text)
    if plain and not text.endswith(":") and not (in_list and "," in text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
