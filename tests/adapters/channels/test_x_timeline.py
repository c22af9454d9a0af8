"""What X makes of a text is undone, whatever the text."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sns_cli.adapters.channels.x.timeline import posts_of, readable
from sns_cli.adapters.rehearsal.shorten import shown

PIECES = st.sampled_from(
    [
        *"&<>.()a本。 \n\u3000",
        "https://a.example/?x=1&y=2",
        "http://b.example",
        "https://t.co/abc",
        "&amp;",
        "&#39;",
        "&copy",
        "\\1",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 1 << 62))
@example("https://a.example/\\1\\g<0>", 1)
def test_reading_undoes_showing(text: str, number: int) -> None:
    seen = shown(text, number)
    assert readable(seen.text, seen.entities.get("urls", [])) == text


def link(short: str, long: str) -> dict[str, str]:
    return {"url": short, "expanded_url": long}


def test_a_short_code_is_no_beginning_of_a_longer_one() -> None:
    links = [
        link("https://t.co/ab", "https://one.example/"),
        link("https://t.co/abc", "https://two.example/"),
    ]
    text = "https://t.co/abc https://t.co/ab"
    assert readable(text, links) == "https://two.example/ https://one.example/"


def test_an_address_is_taken_literally() -> None:
    links = [link("https://t.co/ab", "https://one.example/\\1\\g<0>")]
    assert readable("https://t.co/ab", links) == "https://one.example/\\1\\g<0>"


@pytest.mark.parametrize("host", ["x.com", "twitter.com"])
def test_the_link_to_our_own_picture_is_no_part_of_the_text(host: str) -> None:
    own = f"https://{host}/library/status/12/photo/1"
    links = [
        link("https://t.co/abc", "https://lib.example/"),
        link("https://t.co/p", own),
    ]
    text = "展示 https://t.co/abc https://t.co/p"
    assert readable(text, links) == "展示 https://lib.example/"


def test_a_link_to_a_picture_within_the_text_stays() -> None:
    own = "https://x.com/library/status/12/photo/1"
    shown_text = "https://t.co/p をご覧ください"
    assert readable(shown_text, [link("https://t.co/p", own)]).startswith(own)


@pytest.mark.parametrize(
    "entities",
    [
        None,
        [],
        {"urls": None},
        {"urls": ["x", {}, {"url": "", "expanded_url": "y"}]},
        {"urls": [{"url": "https://t.co/a"}]},
        {"urls": [{"url": 1, "expanded_url": 2}]},
    ],
)
def test_odd_entities_change_nothing(entities: object) -> None:
    item = {"id": "12", "text": "本文 https://t.co/a", "entities": entities}
    posts = posts_of({"data": [item]}, "library")
    assert posts is not None
    assert posts[0].text == "本文 https://t.co/a"


@pytest.mark.parametrize(
    ("remote_id", "created_at", "expected"),
    [
        ("1", "2026-11-25T01:00:00.000Z", dt.datetime(2026, 11, 25, 1, tzinfo=dt.UTC)),
        ("1", "2026-11-25T01:00:00", dt.datetime(2026, 11, 25, 1, tzinfo=dt.UTC)),
        ("1", "today", None),
        ("1", None, None),
        # A post of Wikipedia's, whose time its article on these ids tells.
        (
            "1541815603606036480",
            None,
            dt.datetime(2022, 6, 28, 16, 7, 40, 105000, tzinfo=dt.UTC),
        ),
    ],
)
def test_when_it_became_public(
    remote_id: str, created_at: str | None, expected: dt.datetime | None
) -> None:
    item = {"id": remote_id, "text": "x", "created_at": created_at}
    posts = posts_of({"data": [item]}, "library")
    assert posts is not None
    assert posts[0].created_at == expected
