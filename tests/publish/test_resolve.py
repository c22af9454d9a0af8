"""A person's decision about what is in doubt."""

import json

import pytest

from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import EventName, Source
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.settings import Service
from sns_cli.ports import NewFile
from sns_cli.publish.records import Stamp
from sns_cli.publish.resolve import Resolution, resolve
from tests.publish.desk import NOON, RUN, approved, limits, snapshot, story

CLAIMED, IN_DOUBT = EventName.CLAIMED, EventName.IN_DOUBT
ONE = approved()
URL = "https://x.com/lib_example/status/123456789/"


def decide(
    seen: Snapshot,
    url: str | None,
    *,
    post: str = "oshirase",
    source: Source | None = None,
) -> NewFile | Reason:
    stamp = Stamp(NOON, "nonce", RUN, "Asia/Tokyo")
    resolution = Resolution(DeliveryKey(post, "x"), url, "kancho", source)
    return resolve(seen, resolution, stamp)


def seen(*events: tuple[EventName, int]) -> Snapshot:
    return snapshot(ONE, ledger=story(ONE, *events))


@pytest.mark.parametrize("events", [[(CLAIMED, 25)], [(CLAIMED, 25), (IN_DOUBT, 3)]])
def test_found_public(events: list[tuple[EventName, int]]) -> None:
    made = decide(seen(*events), URL)

    assert isinstance(made, NewFile)
    n = len(events) + 1
    assert made.path == f"archive/2026/12/oshirase.x.{n}-published.json"
    data = json.loads(made.content)
    assert (data["remote_id"], data["url"]) == ("123456789", URL)
    assert (data["settled_by"], data["by"]) == ("person", "kancho")
    assert data["text"] == data["source"]["body"] == ONE.post.body


def test_found_not_sent_may_go_out_with_the_next_run() -> None:
    made = decide(seen((CLAIMED, 25), (IN_DOUBT, 3)), None)

    assert isinstance(made, NewFile)
    data = json.loads(made.content)
    assert (data["event"], data["by"]) == ("not-sent", "kancho")
    assert data["retry_at"] == data["at"] == "2026-12-07T12:00:00+09:00"


@pytest.mark.parametrize(("age", "again"), [(3, "12:17:00"), (25, "12:00:00")])
def test_a_claim_nobody_doubted_yet_waits_until_its_runner_cannot_live(
    age: int, again: str
) -> None:
    made = decide(seen((CLAIMED, age)), None)

    assert isinstance(made, NewFile)
    data = json.loads(made.content)
    assert data["retry_at"] == f"2026-12-07T{again}+09:00"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/lib_example/status/1",
        "https://x.com/somebody_else/status/1",
        "https://x.com.evil.example/lib_example/status/1",
    ],
)
def test_an_address_of_somebody_else_is_refused(url: str) -> None:
    made = decide(seen((CLAIMED, 25)), url)

    assert isinstance(made, Reason)
    assert made.code == "resolve-url-wrong"


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/LIB_example/status/5",
        "https://x.com/i/status/5",
        "http://127.0.0.1:8765/lib_example/status/5",
    ],
)
def test_every_form_of_our_own_address_is_taken(url: str) -> None:
    made = decide(seen((CLAIMED, 25)), url)

    assert isinstance(made, NewFile)
    assert json.loads(made.content)["remote_id"] == "5"


def test_an_address_that_another_post_has_is_refused() -> None:
    other = approved("hoka")
    ledger = story(other, (CLAIMED, 90), (EventName.PUBLISHED, 89))
    receipt = ledger.of(DeliveryKey("hoka", "x")).entries[-1]
    ledger = ledger.with_entries(
        [
            type(receipt)(receipt.name, {**receipt.data, "remote_id": "77"}),
            *story(ONE, (CLAIMED, 25)).of(DeliveryKey("oshirase", "x")).entries,
        ]
    )

    made = decide(snapshot(ONE, ledger=ledger), "https://x.com/lib_example/status/77")

    assert isinstance(made, Reason)
    assert made.code == "resolve-url-taken"


def test_the_source_given_serves_where_the_post_is_gone() -> None:
    gone = snapshot(ledger=story(ONE, (CLAIMED, 25)))

    made = decide(gone, URL, source=Source(front_matter="f", body="b"))

    assert isinstance(made, NewFile)
    assert json.loads(made.content)["source"] == {"front_matter": "f", "body": "b"}


@pytest.mark.parametrize(
    "events",
    [
        [(CLAIMED, 25), (EventName.PUBLISHED, 24)],
        [(CLAIMED, 25), (EventName.NOT_SENT, 24)],
        [(CLAIMED, 25), (EventName.REJECTED, 24)],
    ],
)
def test_what_is_not_in_doubt_is_not_resolved(
    events: list[tuple[EventName, int]],
) -> None:
    made = decide(seen(*events), None)

    assert isinstance(made, Reason)
    assert made.code == "resolve-nothing-in-doubt"


def test_what_was_never_sent_is_unknown() -> None:
    made = decide(seen((CLAIMED, 25)), None, post="other")

    assert isinstance(made, Reason)
    assert made.code == "resolve-unknown-delivery"


def test_a_service_without_numbers_may_have_other_addresses() -> None:
    policy = limits(service=Service.FEED)
    made = decide(
        snapshot(ONE, ledger=story(ONE, (CLAIMED, 25)), policy=policy),
        "https://www.lib.example.lg.jp/feed/oshirase",
    )

    assert isinstance(made, NewFile)
    assert json.loads(made.content)["remote_id"] == "oshirase"


def test_what_cannot_be_read_can_still_be_called_unsent() -> None:
    ledger = story(ONE, (CLAIMED, 25))
    claim = next(iter(ledger.deliveries.values())).entries[0]
    unreadable = ledger.with_entries([type(claim)(claim.name, {})])

    public = decide(snapshot(ONE, ledger=unreadable), URL)

    assert public == Reason("event-unreadable")
    assert isinstance(decide(snapshot(ONE, ledger=unreadable), None), NewFile)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "1234",
        "https://x.com",
        "ftp://x.com/status/1",
        "https:///status/1",
        "https://x.com/status/abc",
        "https://x.com/status/１２３",
        "https://x.com/status/12 3",
        "https://x.com/a\u202e/12",
        "https://[x.com/status/1",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    made = decide(seen((CLAIMED, 25)), url)

    assert isinstance(made, Reason)
    assert made.code == "resolve-url-wrong"
