"""What another run left claimed or in doubt is settled before anything new."""

import datetime as dt

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Answer, RemotePost, Reply, Timeline
from sns_cli.model.delivery import Reason, Result
from sns_cli.model.event import EventName, Run, Source
from sns_cli.model.ledger import DeliveryKey, DeliveryState, Ledger
from sns_cli.publish.desk import Desk
from sns_cli.publish.look import bound
from tests.fakes.channel import ScriptedChannel
from tests.publish.desk import MINUTE, NOON, approved, scene, snapshot, story
from tests.publish.rig import Rig, outcome, why
from tests.simulation.library import HANDLE

CLAIMED, IN_DOUBT = EventName.CLAIMED, EventName.IN_DOUBT
PUBLISHED = EventName.PUBLISHED
ONE = approved()


def left(ledger: Ledger, *posts: object) -> Rig:
    rig = Rig(posts or (ONE,))  # type: ignore[arg-type]
    rig.remote.people_commit(ledger=ledger)
    return rig


def public(rig: Rig, remote_id: str = "77", minutes: float = 1) -> None:
    at = NOON - minutes * MINUTE
    url = f"https://social.example/{remote_id}"
    rig.channel.posts.append(RemotePost(remote_id, ONE.post.body, url, at))


@pytest.mark.parametrize(
    ("minutes", "events", "code"),
    [
        (19.98, ["claimed"], ExitCode.UNDELIVERED),
        (20, ["claimed", "in-doubt"], ExitCode.IN_DOUBT),
    ],
)
def test_a_claim_is_left_to_its_runner_for_20_minutes(
    minutes: float, events: list[str], code: ExitCode
) -> None:
    rig = left(story(ONE, (CLAIMED, minutes)))  # type: ignore[arg-type]

    report = rig.run()

    assert (rig.events(), report.exit_code) == (events, code)
    assert rig.channel.sent == []


@pytest.mark.parametrize("events", [[(CLAIMED, 5)], [(CLAIMED, 90), (IN_DOUBT, 60)]])
def test_what_is_found_is_published(events: list[tuple[EventName, int]]) -> None:
    rig = left(story(ONE, *events))
    public(rig)

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.OK, "settled-by-read-back")
    receipt = rig.entries()[-1].data
    assert (receipt["remote_id"], receipt["settled_by"]) == ("77", "read-back")
    assert receipt["published_at"] == "2026-12-07T11:59:00+09:00"
    assert receipt["source"]["body"] == ONE.post.body


def test_a_doubt_that_is_not_found_stays_one_and_is_written_only_once() -> None:
    rig = left(story(ONE, (CLAIMED, 90), (IN_DOUBT, 60)))

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.bases == []


def test_a_service_that_does_not_answer_proves_nothing() -> None:
    rig = left(story(ONE, (CLAIMED, 25)))
    rig.channel.timeline_script.append(Reply(503, "Service Unavailable"))
    public(rig)

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.entries()[-1].data["reason"] == "Service Unavailable"
    assert rig.run().exit_code is ExitCode.OK


def test_two_hits_are_for_a_person() -> None:
    rig = left(story(ONE, (CLAIMED, 25)))
    public(rig, "1")
    public(rig, "2")

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.entries()[-1].data["reason"] == "several-on-timeline"


def test_two_doubts_with_one_text_are_not_settled_by_one_post() -> None:
    twin = approved("twin", text=ONE.post.body)
    ledger = story(ONE, (CLAIMED, 25)).with_entries(
        entry
        for delivery in story(twin, (CLAIMED, 25)).deliveries.values()
        for entry in delivery.entries
    )
    rig = left(ledger, ONE, twin)
    public(rig)

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.state() is rig.state("twin") is DeliveryState.IN_DOUBT


def test_the_post_of_an_earlier_delivery_settles_nothing() -> None:
    before = approved("before", text=ONE.post.body)
    earlier = story(before, (CLAIMED, 40), (PUBLISHED, 39)).of(
        DeliveryKey("before", "x")
    )
    receipt = earlier.entries[-1]
    known = type(receipt)(receipt.name, {**receipt.data, "remote_id": "77"})
    ledger = story(ONE, (CLAIMED, 25)).with_entries([earlier.entries[0], known])
    rig = left(ledger, ONE, before)
    public(rig, "77")

    assert rig.run().exit_code is ExitCode.IN_DOUBT


def test_a_receipt_rebuilt_after_an_edit_holds_the_post_as_it_was_sent() -> None:
    rig = left(story(ONE, (CLAIMED, 5)), approved(text="直した文"))
    rig.sources[ONE.blob] = Source(front_matter="id: oshirase", body="前の文")
    public(rig)

    rig.run()

    receipt = rig.entries()[-1].data
    assert receipt["text"] == ONE.post.body
    assert receipt["source"]["body"] == "前の文"
    assert rig.channel.sent == []


def test_a_withdrawn_post_is_settled_all_the_same() -> None:
    rig = left(story(ONE, (CLAIMED, 5)), approved("other"))
    public(rig)

    rig.run()

    assert rig.state() is DeliveryState.PUBLISHED
    assert rig.entries()[-1].data["source"] == {"body": "", "front_matter": ""}


def test_other_deliveries_go_on_while_one_is_in_doubt() -> None:
    rig = left(story(ONE, (CLAIMED, 5)), ONE, approved("other"))

    report = rig.run()

    assert outcome(report, "other").state is Result.PUBLISHED
    assert why(report) == "claimed-by-another-run"
    assert report.exit_code is ExitCode.UNDELIVERED


def test_a_pause_does_not_stop_settling_nor_hide_a_doubt() -> None:
    rig = left(story(ONE, (CLAIMED, 25)))
    rig.remote.people_commit(paused=Reason("paused-by-settings", {}))

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    public(rig, minutes=24)
    assert rig.run().exit_code is ExitCode.OK
    assert rig.state() is DeliveryState.PUBLISHED


def test_while_publishing_is_blocked_a_doubt_is_told_and_nothing_is_written() -> None:
    rig = left(story(ONE, (CLAIMED, 25), (IN_DOUBT, 3)))
    rig.remote.people_commit(blocked=(Reason("push-refused", {"detail": ""}),))

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.bases == []


def test_the_wrong_account_is_not_read_back() -> None:
    rig = left(story(ONE, (CLAIMED, 25)))
    rig.channel.handle = "somebody_else"
    public(rig)

    rig.run()

    assert rig.state() is DeliveryState.IN_DOUBT


def test_the_wrong_account_is_told_even_if_nothing_is_due() -> None:
    rig = left(story(ONE, (CLAIMED, 5)))
    rig.channel.handle = "somebody_else"

    report = rig.run()

    assert report.exit_code is ExitCode.CANNOT
    assert [note.code for note in report.notes] == ["wrong-account"]


def test_a_moved_run_writes_the_services_time_in_its_own_time() -> None:
    rig = left(story(ONE, (CLAIMED, 5)))
    rig.clock.offset = 60 * MINUTE
    public(rig)

    rig.run(run=Run(job="j", runner="r", version="0", shifted_by=3600))

    receipt = rig.entries()[-1].data
    assert receipt["published_at"] == "2026-12-07T12:59:00+09:00"


def test_a_broken_ledger_is_told_and_nothing_is_sent_for_it() -> None:
    rig = left(story(ONE, (PUBLISHED, 25)))

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.CANNOT, "ledger-broken")
    assert rig.channel.sent == []


def test_a_claim_that_cannot_be_read_is_for_a_person() -> None:
    ledger = story(ONE, (CLAIMED, 25))
    claim = next(iter(ledger.deliveries.values())).entries[0]
    rig = left(ledger.with_entries([type(claim)(claim.name, {})]))
    public(rig)

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.events() == ["claimed", "in-doubt"]
    assert rig.entries()[-1].data["reason"] == "event-unreadable"


def test_the_reason_of_a_standing_doubt_is_told() -> None:
    rig = left(story(ONE, (CLAIMED, 90), (IN_DOUBT, 60)))
    rig.channel.timeline_script.append(Reply(503, "Service Unavailable"))

    reason = outcome(rig.run()).reason

    assert reason == Reason("in-doubt-because", {"reason": "Service Unavailable"})
    foretold = outcome(rig.run(dry_run=True)).reason
    assert foretold == Reason("in-doubt-because", {"reason": "so"})


class Listening(ScriptedChannel):
    """A channel that remembers since when it was asked."""

    since: dt.datetime | None = NOON

    def read_back(self, since: dt.datetime | None) -> Timeline | Answer:
        self.since = since
        return super().read_back(since)


@pytest.mark.parametrize(
    ("known", "since_minutes"), [({}, 42), ({"at": "unreadable"}, None)]
)
def test_one_look_at_the_timeline_reaches_back_to_the_earliest_claim(
    known: dict[str, object], since_minutes: int | None
) -> None:
    other = approved("other")
    earlier = story(other, (CLAIMED, 40)).of(DeliveryKey("other", "x")).entries[0]
    told = type(earlier)(earlier.name, {**earlier.data, **known})
    rig = left(story(ONE, (CLAIMED, 25)).with_entries([told]), ONE, other)
    ear = rig.channels["x"] = Listening(handle=HANDLE, time=NOON)

    rig.run()

    expected = None if since_minutes is None else NOON - since_minutes * MINUTE
    assert ear.since == expected


# --- since when a post may be ours


def since(shifted_by: int | None, claim_shifted_by: int | None) -> dt.datetime | None:
    run: dict[str, object] = {"job": "before"}
    if claim_shifted_by is not None:
        run["shifted_by"] = claim_shifted_by
    ledger = story(ONE, (CLAIMED, 0), run=run)
    ours = Run(job="j", runner="r", version="0", shifted_by=shifted_by)
    made = scene(snapshot(ONE, ledger=ledger), run=ours)
    desk = Desk(made.config, made.snapshot)
    return bound(desk, ledger.of(DeliveryKey("oshirase", "x")).entries[0])


def test_a_post_may_be_ours_from_two_minutes_before_the_claim_on() -> None:
    assert since(None, None) == NOON - 2 * MINUTE


def test_a_moved_claim_is_looked_for_at_its_real_time() -> None:
    assert since(3600, 3600) == NOON - 62 * MINUTE
    assert since(None, 3600) == NOON - 62 * MINUTE


def test_a_moved_run_that_cannot_know_the_real_time_sets_no_bound() -> None:
    assert since(3600, None) is None
