"""Builds a library with n approved, delivered posts, each by a signed merge of its own.

The last posts are not delivered and not due, so that a run has something to look at.
"""

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from tests.support.git_command import git
from tests.support.git_story import Story

CALENDAR = """
[calendars.chuo]
name = "中央図書館"
covers = ["2026-04-01", "2036-03-31"]
hours = [
  { days = ["sat", "sun", "holiday"], open = "09:30", close = "17:00" },
  { days = ["mon", "tue", "wed", "thu", "fri"], open = "09:30", close = "19:00" },
]
"""


@dataclass(frozen=True)
class BenchLibrary:
    """A bare remote, a clone of it, and the pin."""

    remote: Path
    clone: Path
    introduction: str
    publisher_key: str
    director_key: str


def post_text(number: int) -> str:
    """Return a post as staff write it."""
    return f"""\
---
id: bench-{number:06}
title: おはなし会のお知らせ {number}
accounts: [x]
category: 催し案内
basis: ア
source_url: https://www.lib.example.lg.jp/event/{number}.html
drafted_by: tanto-01
---
12月5日(土)10時30分から、中央図書館1階で絵本を読みます。第{number}回です。
- 対象 3歳から小学2年生まで
https://www.lib.example.lg.jp/event/{number}.html
"""


def build(folder: Path, count: int) -> BenchLibrary:
    """Build the library; takes about a millisecond a post."""
    story = Story(folder, bulk=True, now=dt.datetime(2016, 4, 1, 9, tzinfo=dt.UTC))
    director = story.person("kancho", "director")
    staff = story.person("tanto-01", "staff")
    publisher = story.person("publisher", "publisher")
    introduction = story.introduce(story.settings(extra=CALENDAR))
    events: dict[str, str | bytes] = {}
    for number in range(count):
        month = f"{2016 + number // 1200}/{number // 100 % 12 + 1:02}"
        path = f"posts/{month}/p{number:06}.md"
        story.branch(f"b{number}", {path: post_text(number)}, staff, story.head)
        story.merge(f"b{number}", director)
        stem = f"archive/{month}/bench-{number:06}.x"
        events[f"{stem}.1-claimed.json"] = _event(number, "claimed", 1)
        events[f"{stem}.2-published.json"] = _event(number, "published", 2)
    story.commit(events, publisher, "Record", trailers=[])
    story.flush()
    clone = story.clone("clone")
    return BenchLibrary(
        story.remote, clone, introduction, publisher.private_key, director.public_key
    )


def _event(number: int, event: str, n: int) -> str:
    return json.dumps(
        {
            "schema": "event/1",
            "event": event,
            "post": f"bench-{number:06}",
            "account": "x",
            "n": n,
            "at": "2016-04-01T10:00:00+09:00",
            "nonce": f"{event}{number}",
        }
    )


def object_count(library: BenchLibrary) -> str:
    """Return what git says of the clone's size."""
    return git(library.clone, "count-objects", "-v").decode().split("\n")[3]
