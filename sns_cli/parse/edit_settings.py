"""Pausing and resuming in ``sns.toml``: one change, the rest byte for byte. Pure.

Comments and order are people's and stay. The result is parsed again and must be the
settings that were meant, or nothing is returned.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sns_cli.model.finding import Fault
from sns_cli.model.settings import Paused, Settings
from sns_cli.parse.edited import as_meant, line_end
from sns_cli.parse.node import Table, child
from sns_cli.parse.settings import parse_settings
from sns_cli.parse.toml_tree import read_toml

if TYPE_CHECKING:
    from tomlkit.items import Item, Key

_PLAIN_TRUE: Final = re.compile(r"\s*paused\s*=\s*true\s*")


def pause_all(content: bytes, reason: str, since: dt.datetime) -> bytes | None:
    """Return ``sns.toml`` with ``[paused]``; None if that cannot be put into it.

    Args:
        content: settings that parse and are not paused.
        reason: one line, for people.
        since: aware, in the library's time zone.
    """
    import tomlkit  # noqa: PLC0415  (only for pause and resume)

    since = since.replace(microsecond=0)
    quoted = tomlkit.string(reason).as_string()
    added = ["", "[paused]", f"reason = {quoted}", f"since = {since.isoformat()}", ""]
    text = content.decode()
    end = line_end(text)
    whole = text if text.endswith(("\n", "\r")) or not text else text + end
    edited = (whole + end.join(added)).encode()
    update = {"paused": Paused(reason=reason, since=since)}
    return as_meant(content, edited, update)


def resume_all(content: bytes) -> bytes | None:
    """Return ``sns.toml`` without ``[paused]``; None if it cannot be taken out."""
    import tomlkit  # noqa: PLC0415  (only for pause and resume)
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415
    from tomlkit.items import Table as Section  # noqa: PLC0415
    from tomlkit.items import Whitespace  # noqa: PLC0415

    text = content.decode()
    try:
        document = tomlkit.parse(text)
    except TOMLKitError:
        return None
    for place, (key, item) in enumerate(document.body):
        if key is None or key.key != "paused":
            continue
        # What stands below the last key belongs to whatever comes next.
        left = _below_keys(item.value.body) if isinstance(item, Section) else ""
        document.body[place] = (None, Whitespace(left))
    edited = document.as_string()
    end = line_end(text)
    if edited.endswith(end * 2) and not text.endswith(end * 2):
        # The blank line that the section had above it is the last one now.
        edited = edited.removesuffix(end)
    return as_meant(content, edited.encode(), {"paused": None})


def _below_keys(body: "Sequence[tuple[Key | None, Item]]") -> str:
    """Return the comments and blank lines below the last key of a section."""
    lines: list[str] = []
    for key, item in reversed(body):
        if key is not None:
            break
        lines.append(item.as_string())
    return "".join(reversed(lines))


def pause_account(content: bytes, account: str, *, paused: bool) -> bytes | None:
    """Return ``sns.toml`` with one account stopped or set going; None if not possible.

    A key that is not there is written below the account's heading; one that was written
    so is taken away again.
    """
    before = parse_settings(content)
    if not isinstance(before, Settings) or account not in before.accounts:
        return None
    text = content.decode()
    lines = text.splitlines(keepends=True)
    heading, entry = _lines_of(content, account)
    if entry is None and paused and heading is not None:
        end = line_end(text)
        lines.insert(heading, f"paused = true{end}")
        edited = "".join(lines)
    elif entry is not None and not paused and _PLAIN_TRUE.fullmatch(lines[entry - 1]):
        del lines[entry - 1]
        edited = "".join(lines)
    else:
        found = _with_value(text, account, paused=paused)
        if found is None:
            return None
        edited = found
    meant = before.accounts[account].model_copy(update={"paused": paused})
    update = {"accounts": {**before.accounts, account: meant}}
    return as_meant(content, edited.encode(), update)


def _with_value(text: str, account: str, *, paused: bool) -> str | None:
    import tomlkit  # noqa: PLC0415  (only for pause and resume)
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    try:
        document = tomlkit.parse(text)
        document["accounts"][account]["paused"] = paused
        return document.as_string()
    except TOMLKitError:
        return None


def _lines_of(content: bytes, account: str) -> tuple[int | None, int | None]:
    """Return the line of the account's heading, and of its ``paused``, from 1."""
    root = read_toml(content)
    accounts = None if isinstance(root, Fault) else child(root, "accounts")
    if not isinstance(accounts, Table) or account not in accounts.entries:
        return None, None
    entry = accounts.entries[account]
    if not isinstance(entry.node, Table):
        return None, None
    paused = entry.node.entries.get("paused")
    line = content.decode().splitlines()[entry.line - 1]
    headed = re.fullmatch(r"\s*\[[^\[\]]+\]\s*(#.*)?", line) is not None
    return entry.line if headed else None, None if paused is None else paused.line


def touched(content: bytes, note: str) -> bytes:
    """Return settings that say the same in other bytes: with one more comment.

    Git knows no change that changes nothing, and a change is what a director signs.
    """
    text = content.decode()
    end = line_end(text)
    whole = text if text.endswith(("\n", "\r")) else text + end
    return f"{whole}# {note}{end}".encode()
