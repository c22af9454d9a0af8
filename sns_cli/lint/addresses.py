"""Addresses of web pages as people write and spoil them: what is wrong with each.

``compose.urls`` finds what *is* a URL; this module looks for what was meant to be one.
Pure, and linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple


class Fault(Enum):
    """What is wrong with a web address."""

    SCHEME = "scheme"
    FULL_WIDTH = "full-width"
    INVISIBLE = "invisible"
    USER = "user"
    BLANK = "blank"
    LOOK_ALIKE = "look-alike"
    HOST = "host"
    PORT = "port"


class BadAddress(NamedTuple):
    """One address that cannot be right, where it begins, and as much as shows it."""

    start: int
    written: str
    fault: Fault


_START: Final = re.compile(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ])(?P<name>[A-Za-zＡ-Ｚａ-ｚ]{3,7})"
    r"(?P<sign>[ 　]?[:：;；][ 　]?[/／\\¥￥]{1,3}|//)"
)
_MEANT: Final = re.compile("h?ttps?|htps?|htts|httpss|htttps?|hhttps?")
_RUN: Final = re.compile(r"[!#-;=?-\[\]_a-z~]*")
_AUTHORITY: Final = re.compile(r"[^/?#()\[\]]*|\[[^\]]*\][^/?#()]*")
_WIDE_HOST: Final = re.compile(r"[^\s/?#()、。「」『』【】()]*")
_HOST: Final = re.compile(
    r"(?:(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)"
    r"|\d{1,3}(?:\.\d{1,3}){3}|localhost|\[[0-9a-f:.]+\])\.?(?::(?P<port>\d+))?",
    re.IGNORECASE,
)
_WIDE_DOMAIN: Final = re.compile(r"(?:[^\W_][\w-]*\.)+[a-z]{2,}", re.IGNORECASE)
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
_FULL_WIDTH: Final = re.compile(
    r"[０-９Ａ-Ｚａ-ｚ／－＿＝＆％＃＋＠～]|[．：？](?=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ])"
)
_LOOK_ALIKE: Final = re.compile(
    "[\u00c0-\u024f\u0250-\u02af\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u2c60-\u2c7f"
    "\ua720-\ua7ff\U0001d400-\U0001d7ff]"
)
_HOST_GOES_ON: Final = re.compile(r"[ 　][a-z0-9-]+\.[a-z]", re.IGNORECASE)
_PATH_GOES_ON: Final = re.compile(
    r"[ 　][\w-]+\.(?:html?|php|aspx?|cgi|pdf|jpe?g|png)\b|[ 　][\w.-]+/", re.ASCII
)
_END_OF_SENTENCE: Final = ".,;:!?'*"
_SHOWN: Final = 60
_LAST_PORT: Final = 65535


def bad_addresses(text: str) -> Iterator[BadAddress]:
    """Yield every web address of ``text`` that cannot be right, in order."""
    end = 0
    for match in _START.finditer(text):
        if match.start() < end:  # an address inside the path of another
            continue
        found = _RUN.match(text, match.end())
        end = found.end() if found else match.end()
        fault = _fault_of(text, match, end)
        if fault is not None:
            written = text[match.start() : end + 12].partition("\n")[0][:_SHOWN]
            yield BadAddress(match.start(), written.rstrip(), fault)


def _fault_of(text: str, match: re.Match[str], end: int) -> Fault | None:
    name = unicodedata.normalize("NFKC", match["name"]).lower()
    if _MEANT.fullmatch(name) is None:
        return None
    if match["sign"] != "://" or match["name"].lower() not in {"http", "https"}:
        return _fault_of_scheme(match)
    if _INVISIBLE.match(text, end):
        return Fault.INVISIBLE
    run = text[match.end() : end]
    authority = _authority(run)
    if "@" in authority:
        return Fault.USER
    if _FULL_WIDTH.match(text, end):
        return Fault.FULL_WIDTH
    return _fault_of_host(text, match.end(), end, authority)


def _fault_of_scheme(match: re.Match[str]) -> Fault:
    if match["name"].isascii() and match["sign"].isascii():
        return Fault.SCHEME
    return Fault.FULL_WIDTH


def _authority(run: str) -> str:
    found = _AUTHORITY.match(run)
    return found[0] if found else ""


def _fault_of_host(text: str, start: int, end: int, authority: str) -> Fault | None:
    path_follows = len(authority) < end - start
    host = authority if path_follows else authority.rstrip(_END_OF_SENTENCE)
    wide = _WIDE_HOST.match(text, start)
    whole = wide[0] if wide and not path_follows else authority
    if _looks_like_another(whole):
        return Fault.LOOK_ALIKE
    if _goes_on(text, end, path_follows=path_follows, host=authority):
        return Fault.BLANK
    named = _HOST.fullmatch(host)
    if named:
        return None if _is_port(named["port"]) else Fault.PORT
    japanese = not whole.isascii() and _WIDE_DOMAIN.match(whole)
    return None if japanese else Fault.HOST


def _is_port(written: str | None) -> bool:
    """Tell whether a port exists (RFC 6335: 1 to 65535); None is the usual one."""
    if written is None:
        return True
    return len(written) <= len(str(_LAST_PORT)) and 0 < int(written) <= _LAST_PORT


def _looks_like_another(host: str) -> bool:
    """Tell whether a name mixes alphabets that look alike (Cyrillic а for a)."""
    if _LOOK_ALIKE.search(host):
        return True
    labels = host.lower().split(".")
    coded = [label[4:] for label in labels if label.startswith("xn--")]
    if coded and not host.isascii():
        return True
    return any(_LOOK_ALIKE.search(_decoded(label)) for label in coded)


def _decoded(label: str) -> str:
    try:
        return label.encode("ascii").decode("punycode")
    except UnicodeError:
        return "\u00c0"  # no name at all: as bad as one that pretends


def _goes_on(text: str, end: int, *, path_follows: bool, host: str) -> bool:
    """Tell whether a blank cuts the address in two."""
    if path_follows:
        return text[end - 1 : end] in {"/", "-", "_", "="} and bool(
            _PATH_GOES_ON.match(text, end)
        )
    return (not host or host.endswith(".") or "." not in host) and bool(
        _HOST_GOES_ON.match(text, end)
    )
