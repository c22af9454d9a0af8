"""What every edit of ``sns.toml`` shares: it says what was meant, or it is none. Pure.

Comments and order are people's and stay. The result is parsed again and must be the
settings that were meant, or nothing is returned.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from sns_cli.parse.toml_lines import toml_lines

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")

Document = dict[str, Any]
"""A document of tomlkit, which gives no types to what it holds."""

Path = tuple[str | int, ...]


def as_meant(
    content: bytes, edited: bytes, update: Mapping[str, object]
) -> bytes | None:
    """Return ``edited`` if it says what ``content`` says, but for ``update``.

    Args:
        content: settings that parse.
        edited: the same with one change.
        update: fields of :class:`Settings` with their values after the change.
    """
    before, after = parse_settings(content), parse_settings(edited)
    if not isinstance(before, Settings):
        return None
    return edited if after == before.model_copy(update=update) else None


def line_end(text: str) -> str:
    """Return how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def quoted(text: str) -> str:
    """Write a basic string of TOML 1.0; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def dotted(*keys: str) -> str:
    """Write a dotted key of TOML."""
    return ".".join(one if _BARE.fullmatch(one) else quoted(one) for one in keys)


def with_table(content: bytes, heading: str, lines: Sequence[str]) -> bytes:
    """Return the settings with a table at their end.

    Args:
        content: settings that parse.
        heading: with its brackets.
        lines: of the table, without line ends.
    """
    text = content.decode()
    end = line_end(text)
    whole = text if text.endswith(("\n", "\r")) or not text else text + end
    return (whole + end.join(["", heading, *lines, ""])).encode()


def without(content: bytes, path: Path, update: Mapping[str, object]) -> bytes | None:
    """Return the settings without the lines of a key or a table.

    What stands below its last line, comments too, belongs to whatever comes next.

    Args:
        content: settings that parse.
        path: of a key or a table that has lines of its own.
        update: as in :func:`as_meant`.
    """
    text = content.decode()
    lines = text.splitlines(keepends=True)
    found = toml_lines(text.replace("\r\n", "\n")).lines
    own = [line for one, line in found.items() if one[: len(path)] == path]
    if not own:
        return None
    first, last = min(own) - 1, max(own)
    # A value may go on below its key: as many lines go as make it what was meant.
    for end in range(last, len(lines) + 1):
        start = first
        if _blank(lines, start - 1) and (end == len(lines) or _blank(lines, end)):
            start -= 1
        edited = "".join([*lines[:start], *lines[end:]]).encode()
        if as_meant(content, edited, update) is not None:
            return edited
    return None


def _blank(lines: Sequence[str], at: int) -> bool:
    return 0 <= at < len(lines) and not lines[at].strip()


def rewritten(
    content: bytes,
    change: Callable[[Document], None],
    update: Mapping[str, object],
) -> bytes | None:
    """Return the settings with values changed in place; None if that is not possible.

    Args:
        content: settings that parse.
        change: of the document, whose form tomlkit keeps.
        update: as in :func:`as_meant`.
    """
    import tomlkit  # noqa: PLC0415  (only for changes)
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    text = content.decode()
    try:
        document = tomlkit.parse(text)
        change(cast("Document", document))
        edited = document.as_string()
    except (TOMLKitError, KeyError, IndexError, TypeError, AttributeError):
        return None
    if line_end(text) == "\r\n":
        edited = re.sub(r"(?<!\r)\n", "\r\n", edited)
    return as_meant(content, edited.encode(), update)
