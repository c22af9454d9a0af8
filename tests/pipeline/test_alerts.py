"""What of a run's findings calls for people, and what does not."""

import datetime as dt
from dataclasses import replace

import pytest

from sns_cli.model.alarm import Part, digest
from sns_cli.model.alert import Alert, AlertKind
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryKey, Ledger
from sns_cli.model.settings import Acknowledged
from sns_cli.model.verification import Checked, Seen, Stranger, Verification
from sns_cli.pipeline.alerts import (
    alerts_at_service,
    alerts_on_record,
    settled,
    unrecorded,
)
from tests.publish.desk import NOON, TIP, approved, story
from tests.simulation.library import approve, post, settings

POST = approved()
KEY = DeliveryKey("oshirase", "x")
DAY = dt.timedelta(days=1)
CLAIMED, PUBLISHED = (EventName.CLAIMED, 300), (EventName.PUBLISHED, 299)


def snapshot(ledger: Ledger | None = None, **changes: object) -> Snapshot:
    base = Snapshot(TIP, (POST,), ledger or Ledger(), settings(("x",)))
    return replace(base, **changes)  # type: ignore[arg-type]  # by name


def kinds(found: "tuple[Alert, ...]") -> list[str]:
    return [one.kind.value for one in found]


def on_record(*events: tuple[EventName, int], later: int = 0) -> list[str]:
    return kinds(alerts_on_record(snapshot(story(POST, *events)), NOON + later * DAY))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), []),
        ((CLAIMED,), []),
        ((CLAIMED, PUBLISHED), []),
        ((CLAIMED, (EventName.IN_DOUBT, 299)), ["in-doubt"]),
        ((CLAIMED, (EventName.REJECTED, 299)), []),
        ((PUBLISHED,), ["broken"]),
        ((CLAIMED, PUBLISHED, (EventName.DIFFERS, 9)), ["differs"]),
        ((CLAIMED, PUBLISHED, (EventName.MISSING, 9)), ["missing"]),
        (
            (CLAIMED, PUBLISHED, (EventName.DIFFERS, 9), (EventName.CONFIRMED, 8)),
            [],
        ),
        (
            (CLAIMED, PUBLISHED, (EventName.MISSING, 9), (EventName.RETRACTED, 8)),
            [],
        ),
    ],
)
def test_what_the_record_says(
    events: tuple[tuple[EventName, int], ...], expected: list[str]
) -> None:
    assert on_record(*events) == expected


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), ["overdue"]),
        ((CLAIMED, (EventName.NOT_SENT, 299)), ["overdue"]),
        ((CLAIMED, (EventName.IN_DOUBT, 299)), ["in-doubt"]),
        ((CLAIMED, (EventName.REJECTED, 299)), []),
        ((CLAIMED, PUBLISHED), []),
    ],
)
def test_what_is_late(
    events: tuple[tuple[EventName, int], ...], expected: list[str]
) -> None:
    assert on_record(*events, later=2) == expected


def test_nobody_is_called_for_what_waits_on_purpose() -> None:
    late = NOON + 2 * DAY
    paused = snapshot(paused=Reason("paused-by-settings"))
    held = snapshot(policy=settings(("x",), paused=True))
    assert alerts_on_record(paused, late) == ()
    assert alerts_on_record(held, late) == ()
    assert kinds(alerts_on_record(snapshot(), late)) == ["overdue"]


@pytest.mark.parametrize(
    ("events", "days", "expected"),
    [
        ((CLAIMED, PUBLISHED), 0, []),
        ((CLAIMED, PUBLISHED), 2, ["overdue"]),
        ((CLAIMED, PUBLISHED, (EventName.RETRACTED, 8)), 2, []),
        ((), 2, ["overdue"]),
    ],
)
def test_what_should_have_been_taken_down_calls_too(
    events: tuple[tuple[EventName, int], ...], days: int, expected: list[str]
) -> None:
    """Whatever is paused: a pause keeps nothing public."""
    asked = approve(post("owabi", "誤り。", retracts=POST.post.id), NOON)
    told = snapshot(
        story(POST, *events),
        approved=(asked,) if events else (asked, POST),
        paused=Reason("paused-by-settings") if events else None,
    )

    found = alerts_on_record(told, NOON + days * DAY)

    assert kinds(found) == expected
    assert {one.subject for one in found} <= {POST.post.id}


def test_a_refused_change_calls_the_directors() -> None:
    blocked = (Reason("publishing-blocked", {"commit": "c", "path": "p"}),)
    (alert,) = alerts_on_record(snapshot(blocked=blocked), NOON)
    assert (alert.kind, alert.account) == (AlertKind.BLOCKED, None)


def test_a_new_doubt_is_news_and_a_new_look_at_it_is_not() -> None:
    once = story(POST, CLAIMED, (EventName.IN_DOUBT, 299))
    again = story(
        POST,
        CLAIMED,
        (EventName.IN_DOUBT, 299),
        (EventName.NOT_SENT, 200),
        (EventName.CLAIMED, 100),
        (EventName.IN_DOUBT, 99),
    )
    (first,) = alerts_on_record(snapshot(once), NOON)
    (same,) = alerts_on_record(snapshot(once), NOON + DAY)
    (second,) = alerts_on_record(snapshot(again), NOON)
    assert (first.line, first.told) == (same.line, same.told)
    assert (first.line, first.told != second.told) == (second.line, True)


def report(*checked: Checked, ledger: Ledger | None = None) -> Verification:
    return Verification(checked, seen=snapshot(ledger))


def test_what_shows_again_is_the_services_word_alone() -> None:
    gone = story(POST, CLAIMED, PUBLISHED, (EventName.RETRACTED, 8))
    found = report(Checked(KEY, Seen.DIFFERS, text="ま"), ledger=gone)
    assert kinds(alerts_at_service(found)) == ["again"]
    assert list(unrecorded(found)) == []


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (Seen.OK, []),
        (Seen.UNKNOWN, []),
        (Seen.DIFFERS, [AlertKind.DIFFERS]),
        (Seen.MISSING, [AlertKind.MISSING]),
    ],
)
def test_what_could_not_be_written_down_calls_too(
    state: Seen, expected: list[AlertKind]
) -> None:
    out = story(POST, CLAIMED, PUBLISHED)
    found = report(Checked(KEY, state), ledger=out)
    assert [one.kind for one in unrecorded(found)] == expected
    assert alerts_at_service(found) == ()


def test_on_record_and_read_back_it_is_the_same_thing() -> None:
    ledger = story(POST, CLAIMED, PUBLISHED, (EventName.DIFFERS, 9))
    (recorded,) = alerts_on_record(snapshot(ledger), NOON)
    (seen,) = unrecorded(report(Checked(KEY, Seen.DIFFERS), ledger=ledger))
    assert recorded.line == seen.line
    # A run that reads nothing back must not take away what nobody could write down.
    assert (recorded.part, seen.part) == (Part.RECORD, Part.SERVICE)


def test_an_acknowledged_post_settles_exactly_its_line() -> None:
    def stranger(remote_id: str) -> str:
        found = Verification(strangers=(Stranger("x", remote_id, "u", "t", NOON),))
        (alert,) = alerts_at_service(found)
        assert alert.made == NOON
        return alert.line

    entries = (
        Acknowledged(account="x", remote_id="1", reason="r", on=NOON.date()),
        Acknowledged(account="x", profile="a" * 64, reason="r", on=NOON.date()),
    )
    policy = settings(("x",)).model_copy(update={"acknowledged": entries})
    done = settled(snapshot(policy=policy))
    assert done == {stranger("1"), digest("a" * 64)}
    assert stranger("2") not in done


def test_only_the_profile_acknowledged_last_is_settled() -> None:
    def profile(letter: str, account: str = "x") -> Acknowledged:
        digits, day = letter * 64, NOON.date()
        return Acknowledged(account=account, profile=digits, reason="r", on=day)

    entries = (profile("a"), profile("b"), profile("a", "y"))
    policy = settings(("x",)).model_copy(update={"acknowledged": entries})
    found = settled(snapshot(policy=policy))
    assert found == {digest("b" * 64), digest("a" * 64)}

    one = settings(("x",)).model_copy(update={"acknowledged": entries[:2]})
    assert settled(snapshot(policy=one)) == {digest("b" * 64)}
