"""A post as staff wrote it: front matter and body of ``posts/YYYY/MM/<slug>.md``.

A value of type :class:`Post` has the right form and says nothing about approval.
The fields and their meaning: design 8.1.
"""

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict

POST_PATH: Final = re.compile(
    r"posts/(?P<year>[0-9]{4})/(?P<month>0[1-9]|1[0-2])"
    r"/(?P<slug>[^/\\.\x00-\x1f\x7f-\x9f\ud800-\udfff]"
    r"[^/\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*)\.md"
)
"""Where post files live; ``fullmatch`` it. README.md is never a post.

The name may be Japanese: a post's identity is its ``id``, never its file name.
"""

POST_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{2,63}")
ACCOUNT_KEY: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2199
"""Beyond these a mistyped year is likelier than a time somebody meant."""

FILE_LIMIT: Final = 64 * 1024
"""Largest post file in bytes."""
FRONT_MATTER_LIMIT: Final = 8 * 1024
"""Largest front matter in bytes."""


def is_post_path(path: str) -> bool:
    """Tell whether ``path`` (relative, ``/``-separated) is a post file's."""
    match = POST_PATH.fullmatch(path)
    return match is not None and match["slug"].casefold() != "readme"


class Category(StrEnum):
    """What a post is about (区分)."""

    CLOSURE = "closure"
    EVENT = "event"
    COLLECTION = "collection"
    CITY = "city"
    SYSTEM = "system"
    EMERGENCY = "emergency"
    CORRECTION = "correction"
    OTHER = "other"


CATEGORY_JA: Final[Mapping[Category, str]] = {
    Category.CLOSURE: "休館案内",
    Category.EVENT: "催し案内",
    Category.COLLECTION: "資料紹介",
    Category.CITY: "市内情報",
    Category.SYSTEM: "システム停止",
    Category.EMERGENCY: "緊急",
    Category.CORRECTION: "訂正",
    Category.OTHER: "その他",
}


class Basis(StrEnum):
    """Why the library may publish it (根拠): 東久留米市立図書館 運用方針 5(1) ア–エ."""

    WEBSITE = "website"
    ANNOUNCED = "announced"
    COLLECTION = "collection"
    DIRECTOR = "director"


BASIS_JA: Final[Mapping[Basis, str]] = {
    Basis.WEBSITE: "ア",
    Basis.ANNOUNCED: "イ",
    Basis.COLLECTION: "ウ",
    Basis.DIRECTOR: "エ",
}


class Frozen(BaseModel):
    """Base of all values checked by a schema: immutable, unknown keys are errors."""

    # Each schema is built when it is first used: most commands use few of them.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, defer_build=True
    )


class Consulted(Frozen):
    """Another section that was asked (合議)."""

    section: str
    by: str
    on: dt.date


class Rights(Frozen):
    """Who holds the rights in an image and why the library may use it."""

    holder: str
    basis: str


class MediaKind(StrEnum):
    """What an image shows; ``cover`` is 書影."""

    PHOTO = "photo"
    ILLUSTRATION = "illustration"
    COVER = "cover"
    SCAN = "scan"


class Media(Frozen):
    """One image of a post."""

    file: str
    """Path relative to the post's folder, never leaving ``posts/``."""
    alt: str | None = None
    rights: Rights | None = None
    people: bool | None = None
    consent: str | None = None
    kind: MediaKind | None = None


class Waiver(Frozen):
    """A rule set aside for this post, with the reason the director approves too."""

    rule: str
    reason: str


class Override(Frozen):
    """Other text for one account."""

    subject: str | None = None
    body: str | None = None


class FrontMatter(Frozen):
    """The fields of design 8.1, typed. Times are aware; see ``parse`` for the zone."""

    id: str
    title: str
    accounts: tuple[str, ...] | None = None
    category: Category
    basis: Basis | None = None
    source_url: str | None = None
    announced: str | None = None
    drafted_by: str | None = None
    consulted: tuple[Consulted, ...] = ()
    publish_at: dt.datetime | None = None
    expires_at: dt.datetime | None = None
    outside_hours_reason: str | None = None
    media: tuple[Media, ...] = ()
    names: tuple[str, ...] = ()
    corrects: str | None = None
    follows: str | None = None
    retracts: str | None = None
    waivers: tuple[Waiver, ...] = ()
    overrides: Mapping[str, Override] = {}

    @property
    def any_hour(self) -> bool:
        """Whether opening hours do not bind the post (design 5.3).

        That is an emergency, or a post that says why it goes out at another time.
        """
        return self.category is Category.EMERGENCY or bool(self.outside_hours_reason)


class Post(Frozen):
    """A post file of the right form.

    Attributes:
        path: repository path, ``posts/YYYY/MM/<slug>.md``.
        meta: its front matter.
        body: the Markdown below the front matter, LF line ends, outer blank lines
            removed.
        source_front_matter: the front matter as written, without the ``---`` lines.
        lines: line (from 1) of each front matter entry by dotted key
            (``publish_at``, ``media.0.alt``), and of the body's first line (``body``).
    """

    path: str
    meta: FrontMatter
    body: str
    source_front_matter: str
    lines: Mapping[str, int]

    @property
    def id(self) -> str:
        """The identity that never changes, whatever the file is called."""
        return self.meta.id

    @property
    def media_paths(self) -> tuple[str, ...]:
        """Repository paths of the post's media."""
        folder = self.path.rpartition("/")[0]
        return tuple(f"{folder}/{item.file}" for item in self.meta.media)

    def line(self, key: str) -> int:
        """Return the line of ``key``, of its parent, or the first line."""
        while key not in self.lines and "." in key:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)
