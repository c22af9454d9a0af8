"""The alarm's text keeps what stands, and a run changes only what it looked at."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.alarm import (
    MOST,
    AlarmEntry,
    AlarmWords,
    Look,
    Part,
    body_of,
    digest,
    entries_in,
    is_alarm,
    news,
)

WORDS = AlarmWords("題", "はじめに", "ほかに {count} 件", "新", "減", "終", "{number}")
KNOWN = frozenset({"x", "koho"})
NOON = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)

entries = st.builds(
    AlarmEntry,
    part=st.sampled_from(Part),
    account=st.sampled_from(["x", "koho", "-"]),
    line=st.integers(0, 99).map(lambda n: digest(str(n))),
    told=st.integers(0, 9).map(lambda n: digest(str(n))),
    text=st.sampled_from(["- 一行", "- 二行\n  続き", "**太字**\n\n```text\na\n```"]),
    made=st.none()
    | st.integers(0, 2**32).map(lambda n: dt.datetime.fromtimestamp(n, dt.UTC)),
)


def entry(
    name: str,
    part: Part = Part.SERVICE,
    account: str = "x",
    made: dt.datetime | None = None,
) -> AlarmEntry:
    return AlarmEntry(part, account, digest(name), digest(""), f"- {name}", made)


@given(st.lists(entries, max_size=MOST), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_reads_back(found: list[AlarmEntry], end: str) -> None:
    body = body_of(found, WORDS).replace("\n", end)
    assert list(entries_in(body)) == found
    assert is_alarm(body)


def test_more_than_fits_is_counted() -> None:
    many = [entry(str(n)) for n in range(MOST + 3)]
    body = body_of(many, WORDS)

    assert body.endswith("ほかに 3 件\n")
    assert list(entries_in(body)) == many[:MOST]
    assert news([], many) == many[:MOST]


@pytest.mark.parametrize(
    "text", ["", "ただの文", "<!-- sns alarm/1 part=other account=x -->", "<!-- x -->"]
)
def test_other_texts_hold_no_entries(text: str) -> None:
    assert list(entries_in(text)) == []
    assert not is_alarm(text)


def test_what_only_the_record_tells_is_replaced_by_every_run() -> None:
    look = Look((), KNOWN)
    assert look.after([entry("疑い", Part.RECORD, "-")]) == ()


def test_what_the_service_tells_stays_until_somebody_looks_there() -> None:
    old = (entry("x の", account="x"), entry("koho の", account="koho"))
    assert Look((), KNOWN).after(old) == old
    assert Look((), KNOWN, {"x": NOON}).after(old) == old[1:]
    assert Look((), KNOWN, {"x": NOON, "koho": NOON}).after(old) == ()


def test_a_post_older_than_what_was_looked_at_stays() -> None:
    old = (entry("前", made=NOON - DAY), entry("後", made=NOON + DAY))
    assert Look((), KNOWN, {"x": NOON}).after(old) == old[:1]


def test_what_was_acknowledged_goes_however_old_it_is() -> None:
    old = (entry("前", made=NOON - DAY),)
    look = Look((), KNOWN, {}, frozenset({digest("前")}))
    assert look.after(old) == ()


def test_an_account_that_is_gone_alarms_nobody() -> None:
    assert Look((), KNOWN).after([entry("a", account="old")]) == ()


def test_what_is_found_again_is_said_as_it_is_now() -> None:
    now = AlarmEntry(Part.SERVICE, "x", digest("a"), digest("!"), "- 新しい文")
    look = Look((now,), KNOWN)

    assert look.after([entry("a")]) == (now,)
    assert news([entry("a")], (now,)) == [now]
    assert news([now], (now,)) == []
