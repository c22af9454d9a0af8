"""The quick look at a post never says anything else than the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.post import Post
from sns_cli.parse.plain import Plain, scan_plain
from sns_cli.parse.post import parse_post

POST = """\
---
id: 20261205-ohanashikai
title: えほんのじかん(12月)
accounts: [x, mail]
category: event
basis: ア
source_url: https://www.lib.example.lg.jp/event/1205.html
publish_at: 2026-11-25T10:00:00+09:00
---
本文
"""


def test_a_usual_post_is_plain() -> None:
    assert scan_plain(POST.encode()) == Plain(
        "20261205-ohanashikai", ("x", "mail"), asks=False
    )


def test_what_it_asks_and_what_it_leaves_open_is_seen() -> None:
    text = POST.replace("accounts: [x, mail]\n", "retracts: 20261101-old\n")

    assert scan_plain(text.encode()) == Plain("20261205-ohanashikai", None, asks=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: えほん", 'title: "a\nid: other"\nx: えほん'),
        ("title: えほん", "title: |\n  id: other\nx: えほん"),
        ("[x, mail]", "[x,\nmail]"),
        ("[x, mail]", "\n  - x"),
        ("[x, mail]", "&a [x]"),
        ("id: 2026", 'id: "2026'),
        ("category: event", "id: another"),
        ("---\nid", "---\r\nid"),
        ("---\nid", "--- \nid"),
        ("---\nid", "\ufeff---\nid"),
        ("event\n", "event # note\n"),
        ("event\n", "event: x\n"),
        ("event\n", "<<: x\n"),
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(old: str, new: str) -> None:
    assert scan_plain(POST.replace(old, new, 1).encode()) is None


KEYS = st.sampled_from(
    ["id", "title", "accounts", "category", "basis", "retracts", "x"]
)
VALUES = st.one_of(
    st.sampled_from(
        ["20261205-a", "[x, mail]", "[x]", "event", "ア", "[a: b]", "x: y"]
    ),
    st.text(max_size=8),
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=7))
def test_the_quick_look_agrees_with_the_parser(lines: list[tuple[str, str]]) -> None:
    base = {"id": "20261205-a", "title": "a", "category": "event"}
    said = [f"{key}: {value}" for key, value in base.items()]
    said += [f"{key}: {value}" for key, value in lines]
    content = ("---\n" + "\n".join(said) + "\n---\n本文\n").encode("utf-8", "replace")

    quick = scan_plain(content)
    parsed = parse_post("posts/2026/12/a.md", content, "Asia/Tokyo")

    if quick is not None and isinstance(parsed, Post):
        assert quick == Plain(
            parsed.id, parsed.meta.accounts, asks=parsed.meta.retracts is not None
        )
