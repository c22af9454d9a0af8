"""The posts of the demo: what staff of a library write, with dates of next week."""

import datetime as dt
from typing import Final

_WEEKDAYS: Final = "月火水木金土日"


def day_ja(day: dt.date, weekday: int | None = None) -> str:
    """Return ``12月5日(土)``; a ``weekday`` of its own makes it a wrong one."""
    number = day.weekday() if weekday is None else weekday
    return f"{day.month}月{day.day}日({_WEEKDAYS[number]})"


def event_post(day: dt.date) -> str:
    """Return the announcement of a reading for children on ``day``."""
    return _post(
        "ohanashikai",
        "おはなし会のお知らせ",
        "催し案内",
        f"""\
【おはなし会】
{day_ja(day)}10時30分から、中央図書館1階のおはなしコーナーで絵本を読みます。
- 対象 3歳から小学2年生まで
- 申込 不要です
https://www.lib.example.lg.jp/event/ohanashikai.html""",
    )


def closing_post(day: dt.date, *, wrong: bool) -> str:
    """Return the announcement of a closed day, its weekday wrong or right."""
    weekday = (day.weekday() + 1) % 7 if wrong else None
    return _post(
        "kyukan",
        "休館のお知らせ",
        "休館案内",
        f"""\
【休館のお知らせ】
{day_ja(day, weekday)}は設備点検のため休館します。返却はブックポストをご利用ください。
https://www.lib.example.lg.jp/news/kyukan.html""",
    )


def book_post() -> str:
    """Return an introduction of a book."""
    return _post(
        "konshu-no-issatsu",
        "今週の一冊",
        "資料紹介",
        """\
今週の一冊は『銀河鉄道の夜』(宮沢賢治 著)です。貸出は中央図書館1階の特設コーナーで。
https://www.lib.example.lg.jp/opac/""",
    )


def exhibition_post() -> str:
    """Return the announcement of an exhibition."""
    return _post(
        "kikakuten",
        "企画展示のお知らせ",
        "催し案内",
        """\
企画展示「地図でたどる郷土の百年」を中央図書館1階で開いています。どなたでもご覧いただけます。
https://www.lib.example.lg.jp/event/tenji.html""",
    )


def rogue_post() -> str:
    """Return a post that nobody approved."""
    return _post(
        "mushounin",
        "承認を受けていない投稿",
        "その他",
        "これは館長の承認を受けていません。",
    )


def _post(slug: str, title: str, category: str, body: str) -> str:
    return f"""\
---
id: demo-{slug}
title: {title}
accounts: [x]
category: {category}
basis: ア
source_url: https://www.lib.example.lg.jp/
drafted_by: tanto-01
---
{body}
"""
