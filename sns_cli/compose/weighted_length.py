"""How long a text is for X: its published rules, version 3, by our own code.

A text may weigh 280. Latin letters and the like weigh 1, everything else 2; an emoji
sequence weighs 2 and a URL 23, however long (twitter-text, configuration v3; X
documentation "Counting characters"). Where the published implementations differ (bare
domain names, ``©`` and ``®``, URLs glued to Japanese), the larger count is taken, so
that what fits here fits there.
"""

import re
import unicodedata
from typing import Final

from sns_cli.compose.domains import BARE, is_host, may_be_host, split_name
from sns_cli.compose.emoji import PART, SEQUENCE

LIMIT: Final = 280
URL_WEIGHT: Final = 23

_LIGHT: Final = "\x00-\xa8\xaa-\xad\xaf-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037"
_HEAVY: Final = re.compile(f"[^{_LIGHT}]+")
_ONE_SIGN: Final = "一"
"""Stands for an emoji sequence: weighs 2."""
_GAP: Final = " "
"""Stands for a URL, so that its neighbours stay apart: weighs 1."""

_PATH: Final = r"A-Za-z0-9!*';:=+,.$%#\[\]\-_~@|&/"
_QUERY: Final = r"A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|"
_URL: Final = re.compile(
    r"(?P<before>[A-Za-z0-9@＠$#＃\ufffe\ufeff\uffff]?)(?P<scheme>https?://)"
    r"(?P<host>(?:[\w-]+\.)*[\w-]*)",
    re.IGNORECASE,
)
_ASCII_HOST: Final = re.compile(r"[A-Za-z0-9_.-]*[A-Za-z0-9]")
_NO_ENDING: Final = re.compile(r"[0-9A-Za-z@+-]")
_AFTER_HOST: Final = re.compile(
    rf"(?P<port>:[0-9]+)?+(?P<path>/(?:[{_PATH}]|\([{_PATH}]*\))*+)?+"
    rf"(?P<query>\?[{_QUERY}]*+)?+"
)
_SHORT_LINK: Final = re.compile(r"/[A-Za-z0-9]{1,40}")
_PATH_END: Final = "!*';:,.$%[]~@|&"
_QUERY_END: Final = "!?*'@();:+$%[].,~|"
_ASCII_RUN: Final = re.compile(r"[!-~]*")
_ODD_HOST: Final = re.compile(
    r"(?:[^\s\x00-,./:-@\[-^`{-\x7f]+\.)+[^\s\x00-/:-@\[-`{-\x7f]+"
)


def weighted_length(text: str) -> int:
    """Return the weight of ``text`` on X; at most :data:`LIMIT` is accepted."""
    text = unicodedata.normalize("NFC", text)
    links = 0
    if "." in text:
        text, links = _without_links(text)
    if PART.search(text):
        text = SEQUENCE.sub(_ONE_SIGN, text)
    return links + 2 * len(text) - len(_HEAVY.sub("", text))


def holds_link(text: str) -> bool:
    """Tell whether X makes a link of something in ``text``; it then costs more."""
    if "." not in text:
        return False
    if any(_end_of_url(match, text) for match in _URL.finditer(text)):
        return True
    return any(is_host(match["name"]) for match in BARE.finditer(text))


def _without_links(text: str) -> tuple[str, int]:
    """Return ``text`` with each URL a blank, and what links add to its weight."""
    parts, done, weight = [], 0, 0
    for match in _URL.finditer(text):
        start, end = match.start("scheme"), _end_of_url(match, text)
        if start < done:
            continue
        if end is None:
            end, extra = _doubtful(match, text)
            weight += extra
        else:
            weight += URL_WEIGHT
        if end > start:
            parts += [text[done:start], _GAP]
            weight -= 1
            done = end
    text = "".join([*parts, text[done:]])
    return text, weight + sum(map(_bare, BARE.finditer(text)))


def _doubtful(match: re.Match[str], text: str) -> tuple[int, int]:
    """Return where a URL ends that X may not take for one, and its greatest weight.

    Where it may hold a bare domain name, nothing of it is taken (the end is the start)
    and the weight is what to add to that of its characters.
    """
    start, after = match.start("scheme"), match.end("scheme")
    run, host = _ASCII_RUN.match(text, after), _ODD_HOST.match(text, after)
    ascii_host = _ASCII_HOST.match(match["host"])
    if run and ascii_host and may_be_host(ascii_host[0]) and not match["before"]:
        return run.end(), max(URL_WEIGHT, run.end() - start)
    if host and may_be_host(host[0]):
        return start, max(0, URL_WEIGHT - _plain_weight(text[start : host.end()]))
    return start, 0


def _bare(match: re.Match[str]) -> int:
    """Return what a bare domain name adds to the weight of its characters."""
    found = split_name(match["name"])
    if found is None:
        return 0
    name, rest = found
    # X takes an accented letter either into the name or for a sign before it.
    accent = 0 if name[0].isascii() else 1
    shown = name if rest else match[0]
    return max(0, URL_WEIGHT + accent - _plain_weight(shown))


def _end_of_url(match: re.Match[str], text: str) -> int | None:
    if match["before"]:
        return None
    start = match.start("host")
    ascii_host = _ASCII_HOST.match(match["host"])
    if ascii_host and is_host(ascii_host[0]):
        end = start + ascii_host.end()
    elif is_host(match["host"]):
        end = match.end("host")
    else:
        return None
    if _NO_ENDING.match(text, end):
        return None
    return _end_of_path(text, end, text[start:end].lower())


def _end_of_path(text: str, end: int, host: str) -> int:
    if host == "t.co":
        short = _SHORT_LINK.match(text, end)
        return short.end() if short else end
    rest = _AFTER_HOST.match(text, end)
    if rest is None:
        return end
    if rest["query"]:
        query = rest["query"].rstrip(_QUERY_END)
        if query:
            return rest.start("query") + len(query)
    if rest["path"]:
        return rest.start("path") + len(rest["path"].rstrip(_PATH_END))
    return rest.end("port") if rest["port"] else end


def _plain_weight(text: str) -> int:
    return 2 * len(text) - len(_HEAVY.sub("", text))
