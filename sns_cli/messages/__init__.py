"""Every sentence people read, in Japanese and English, looked up by code.

Codes travel, sentences do not: stages return codes and details, and only the last step
before the screen calls :func:`render`. One file per room keeps both languages of a
sentence side by side, so that a change of one is a change of both.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final, Literal, NamedTuple

Language = Literal["ja", "en"]

ROOMS: Final = (
    "approval",
    "calendar",
    "carrying",
    "causes",
    "changing",
    "cli",
    "compose",
    "demo",
    "doctor",
    "draft",
    "explain",
    "forms",
    "git",
    "grants",
    "lint",
    "notices",
    "pausing",
    "people",
    "preview",
    "proposing",
    "publish",
    "rehearsal",
    "report",
    "review",
    "schedule",
    "skeleton",
    "starter",
    "status",
    "usage",
    "verify",
    "watch",
)
"""The files whose ``TEXTS`` make the catalogue; a large room puts several together."""


class Text(NamedTuple):
    """One sentence in both languages; both use the same ``{placeholders}``."""

    ja: str
    en: str

    def fill(self, language: Language, details: Mapping[str, object]) -> str:
        """Return the sentence in ``language`` with its placeholders filled."""
        template = self.ja if language == "ja" else self.en
        return template.format_map(details)


def render(code: str, language: Language, details: Mapping[str, object]) -> str:
    """Return the sentence for ``code``.

    Raises:
        KeyError: no room has a sentence for this code (a test forbids that).
    """
    return catalogue()[code].fill(language, details)


@cache
def catalogue() -> Mapping[str, Text]:
    """Return all sentences by code. Codes are unique over the rooms (a test)."""
    rooms = (import_module(f"{__name__}.{room}") for room in ROOMS)
    return {code: text for room in rooms for code, text in room.TEXTS.items()}
