"""The ledger kept a second time, from bytes and file names alone.

Nothing here is shared with the ledger of the product, so that a mistake in how events
are folded cannot hide itself.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Tokyo")
Key = tuple[str, str]
"""Post and account."""
_NAME = re.compile(
    r"archive/(?P<year>\d{4})/(?P<month>\d{2})/(?P<post>[a-z0-9-]+)"
    r"\.(?P<account>[a-z0-9-]+)\.(?P<n>[1-9]\d*)-(?P<event>[a-z-]+)\.json"
)
_FOLLOWS = {
    "claimed": {"", "not-sent", "rejected"},
    "published": {"claimed", "in-doubt"},
    "not-sent": {"claimed", "in-doubt"},
    "in-doubt": {"claimed"},
    "rejected": {"claimed"},
    "confirmed": {"published", "confirmed", "differs", "missing"},
    "differs": {"published", "confirmed", "differs", "missing"},
    "missing": {"published", "confirmed", "differs", "missing"},
    "retracted": {"published", "confirmed", "differs", "missing"},
}
"""Design 5: after which event an event may come."""
_UNUSED = {"not-sent", "rejected"}


@dataclass(frozen=True)
class Page:
    """One event as it was written."""

    key: Key
    n: int
    event: str
    data: dict[str, Any]

    @property
    def at(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.data["at"])

    def instant(self, field_: str) -> dt.datetime | None:
        """Return another of its times, if it has it."""
        value = self.data.get(field_)
        return None if value is None else dt.datetime.fromisoformat(value)

    @property
    def made_from(self) -> tuple[str, ...]:
        """Blobs of the post's file and of its pictures."""
        return (self.data["blob"], *(one["blob"] for one in self.data["media"]))


@dataclass
class Books:
    """Every event by delivery, in the order in which it was written."""

    pages: dict[Key, list[Page]] = field(default_factory=dict)

    def enter(self, path: str, content: bytes) -> Page | str:
        """Take an event; return it, or what is wrong with it."""
        found = _NAME.fullmatch(path)
        if found is None:
            return f"no event: {path}"
        key = (found["post"], found["account"])
        page = Page(key, int(found["n"]), found["event"], json.loads(content))
        before = self.pages.setdefault(key, [])
        newest = before[-1].n if before else 0
        last = before[-1].event if before else ""
        month = page.at.astimezone(ZONE)
        before.append(page)
        if page.n != newest + 1:
            return f"numbered {page.n} after {newest}: {path}"
        if last not in _FOLLOWS.get(page.event, set()):
            return f"{page.event} after {last or 'nothing'}: {path}"
        if (found["year"], found["month"]) != (f"{month:%Y}", f"{month:%m}"):
            return f"in the wrong month: {path}"
        told = [page.data[one] for one in ("post", "account", "n", "event")]
        return page if told == [*key, page.n, page.event] else f"says otherwise: {path}"

    def of(self, key: Key) -> list[Page]:
        return self.pages.get(key, [])

    def state(self, key: Key) -> str:
        """Return the last event that counts, as the state it leaves."""
        last = self.pages[key][-1].event if self.of(key) else "none"
        return "published" if last in {"confirmed", "differs", "missing"} else last

    def claim(self, key: Key) -> Page | None:
        """Return the newest claim."""
        claims = (one for one in reversed(self.of(key)) if one.event == "claimed")
        return next(claims, None)

    def counting(self, account: str, without: Page | None = None) -> Iterator[Page]:
        """Yield the claims of an account that may have become public."""
        for key, pages in self.pages.items():
            if key[1] != account:
                continue
            open_: Page | None = None
            for page in pages:
                if page.event in _UNUSED:
                    open_ = None
                elif page.event == "claimed":
                    open_ = page
            if open_ is not None and open_ is not without:
                yield open_

    def first_claim(self, key: Key, of: tuple[str, ...]) -> dt.datetime | None:
        """Return when these bytes were first claimed since people last decided."""
        first: dt.datetime | None = None
        for page in self.of(key):
            decided = page.event == "not-sent" and page.data.get("by")
            if decided or page.event == "rejected":
                first = None
            elif page.event == "claimed":
                if page.made_from != of:
                    first = None
                elif first is None:
                    first = page.at
        return first
