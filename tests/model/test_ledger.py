"""The ledger as a fold: order does not matter, oddities are never guessed at."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.event import EventName
from sns_cli.model.event_path import NamedEvent, read_event_path, read_odd_path
from sns_cli.model.ledger import (
    Delivery,
    DeliveryKey,
    DeliveryState,
    Entry,
    Ledger,
    changed_since,
    fold,
    fold_names,
    read_entry,
    read_instant,
)

KEY = DeliveryKey("20261205-ohanashikai", "x")


def named(n: int, event: EventName, month: str = "2026/12") -> NamedEvent:
    name = f"{KEY.post}.{KEY.account}.{n}-{event}"
    return NamedEvent(KEY, n, event, f"archive/{month}/{name}.json")


def state(*events: EventName) -> DeliveryState:
    entries = (Entry(named(n, event)) for n, event in enumerate(events, 1))
    return fold(KEY, entries).state


def test_every_way_the_design_names_is_a_way() -> None:
    claimed, doubt = EventName.CLAIMED, EventName.IN_DOUBT
    published, unsent = EventName.PUBLISHED, EventName.NOT_SENT

    assert state() is DeliveryState.NONE
    assert state(claimed) is DeliveryState.CLAIMED
    assert state(claimed, published) is DeliveryState.PUBLISHED
    assert state(claimed, doubt) is DeliveryState.IN_DOUBT
    assert state(claimed, doubt, published) is DeliveryState.PUBLISHED
    assert state(claimed, doubt, unsent, claimed) is DeliveryState.CLAIMED
    assert state(claimed, unsent, claimed, published) is DeliveryState.PUBLISHED
    assert state(claimed, EventName.REJECTED, claimed) is DeliveryState.CLAIMED
    assert (
        state(claimed, published, EventName.DIFFERS, EventName.RETRACTED)
        is DeliveryState.RETRACTED
    )


def test_only_what_the_design_allows_after_a_publication_is_allowed() -> None:
    after = {
        event: state(EventName.CLAIMED, EventName.PUBLISHED, event)
        for event in EventName
    }

    allowed = {event for event, found in after.items() if found.value != "broken"}
    assert allowed == {
        EventName.CONFIRMED,
        EventName.DIFFERS,
        EventName.MISSING,
        EventName.RETRACTED,
    }


@given(st.lists(st.sampled_from(list(EventName)), max_size=6), st.randoms())
def test_the_order_in_which_events_are_found_does_not_matter(
    events: list[EventName], chance: random.Random
) -> None:
    entries = [Entry(named(n, event)) for n, event in enumerate(events, 1)]
    shuffled = sorted(entries, key=lambda _: chance.random())

    assert fold(KEY, shuffled) == fold(KEY, entries)


def test_one_number_used_twice_is_broken_whatever_the_months() -> None:
    entries = [
        Entry(named(1, EventName.CLAIMED, "2026/11")),
        Entry(named(1, EventName.CLAIMED, "2026/12")),
    ]

    assert fold(KEY, entries).state is DeliveryState.BROKEN


def test_the_next_number_counts_every_month() -> None:
    entries = [
        Entry(named(7, EventName.CLAIMED, "2026/12")),
        Entry(named(2, EventName.CLAIMED, "2027/01")),
    ]

    assert fold(KEY, entries).next_n == 8
    assert Delivery(KEY).next_n == 1


def test_names_are_read_back_as_they_were_written() -> None:
    for n, event in itertools.product((1, 12, 999), EventName):
        one = named(n, event)
        assert read_event_path(one.path) == one


def test_other_files_of_the_archive_are_no_events() -> None:
    for path in (
        "archive/README.md",
        "archive/schema/event-1.schema.json",
        "archive/2026/12/SHA256SUMS",
        "archive/2026/12/seal.json",
        "archive/media/ab/abcdef.png",
    ):
        assert read_event_path(path) is None
        assert read_odd_path(path) is None


def test_a_badly_named_event_keeps_its_delivery_from_being_sent() -> None:
    odd = "archive/2026/12/20261205-ohanashikai.x.01-claimed.json"

    assert read_event_path(odd) is None
    assert read_odd_path(odd) == KEY
    assert fold_names([], {KEY}).of(KEY).state is DeliveryState.BROKEN


def test_a_badly_named_event_beside_a_finished_delivery_changes_nothing() -> None:
    done = [named(1, EventName.CLAIMED), named(2, EventName.PUBLISHED)]

    assert fold_names(done, {KEY}).of(KEY).state is DeliveryState.PUBLISHED


def test_an_event_of_a_later_version_is_not_odd() -> None:
    assert read_odd_path(f"archive/2026/12/{KEY.post}.x.3-archived.json") is None


def test_a_ledger_that_grows_keeps_each_event_once() -> None:
    entry = Entry(named(1, EventName.CLAIMED))
    full = Entry(named(1, EventName.CLAIMED), {"nonce": "n"})

    grown = Ledger().with_entries([entry]).with_entries([full])

    assert grown.of(KEY).entries == (full,)


def test_contents_are_read_leniently() -> None:
    one = named(1, EventName.CLAIMED)

    assert read_entry(one, b"\xff") is None
    assert read_entry(one, b"[]") is None
    entry = read_entry(one, b'{"payload": {"text": "a"}, "new": 1, "at": "noon"}')
    assert entry is not None
    assert entry.text("payload", "text") == "a"
    assert entry.text("payload", "none", "deep") is None
    assert entry.at is None
    assert read_instant("2026-12-01T10:00:00") is None


def test_a_delivery_is_sent_from_the_blob_of_the_claim_that_came_to_an_end() -> None:
    claims = [
        Entry(named(1, EventName.CLAIMED), {"blob": "one"}),
        Entry(named(2, EventName.REJECTED)),
        Entry(named(3, EventName.CLAIMED), {"blob": "two"}),
    ]
    published = Entry(named(4, EventName.PUBLISHED))
    key = claims[0].name.key
    assert fold(key, claims).sent_from is None
    assert fold(key, [*claims, published]).sent_from == ("two",)
    names = [claims[0].name, named(2, EventName.PUBLISHED)]
    assert fold_names(names).of(key).sent_from is None, "only the names were read"


def test_what_a_claim_rests_on_holds_its_pictures() -> None:
    media: object = [{"blob": "a"}, {"blob": "b"}]
    claim = Entry(named(1, EventName.CLAIMED), {"blob": "one", "media": media})
    assert claim.made_from == ("one", "a", "b")
    odd = {"blob": "one", "media": ["?", {"blob": 7}]}
    assert Entry(claim.name, odd).made_from == ("one",)
    assert Entry(claim.name, {"media": media}).made_from is None


def test_a_file_has_changed_if_nothing_went_out_from_it() -> None:
    old, new = ("old",), ("new",)
    assert changed_since({old}, new)
    assert not changed_since({new}, new)
    assert not changed_since(set(), new), "nothing has gone out"
    assert not changed_since({old, new}, new), "an account was added, and served"


def test_a_picture_has_changed_if_another_one_went_out() -> None:
    assert changed_since({("post", "a", "b")}, ("post", "a", "c"))
    assert not changed_since({("post", "a", "b")}, ("post", "a", "b"))
    assert not changed_since({("post", "a"), ("post", "b")}, ("post", "b"))
    assert not changed_since({("post",)}, ("post", "a")), "an archive of old"
    assert not changed_since({("post", "a")}, ("post",)), "it cannot be read"
