"""Pushes that are lost, unanswered or refused, before and after the send."""

import datetime as dt
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Reply
from sns_cli.model.delivery import Reason, Result
from sns_cli.model.event import EventName, InDoubt, Rejected, Retracted
from sns_cli.model.ledger import DeliveryKey, DeliveryState
from sns_cli.ports import NewFile
from sns_cli.publish.desk import Receipt
from sns_cli.publish.receipts import Fate, rebase
from tests.fakes.channel import Lost
from tests.publish.desk import NOON, RUN, approved, story
from tests.publish.rig import (
    APPLIED,
    LOST,
    NOT_APPLIED,
    REFUSED,
    UNREACHABLE,
    Rig,
    outcome,
    rival,
    why,
)
from tests.simulation.library import approve, post, settings, shorter

CLAIMED, PUBLISHED = EventName.CLAIMED, EventName.PUBLISHED
NOT_SENT, IN_DOUBT = EventName.NOT_SENT, EventName.IN_DOUBT
NINE = dt.time(9, 1)
TAKE_DOWN = approve(post("take-down", "取り下げます", retracts="oshirase"), NOON)


# --- the claim


def test_a_lost_claim_is_made_again_on_the_new_tip() -> None:
    rig = Rig((approved(),))
    rig.pushes.append(rig.remote.people_commit)

    report = rig.run()

    assert report.exit_code is ExitCode.OK
    assert (len(rig.channel.sent), len(rig.slept)) == (1, 1)
    assert rig.bases[0] != rig.bases[1]


def test_after_ten_more_tries_it_is_left_to_the_next_run() -> None:
    rig = Rig((approved(),), pushes=deque([LOST] * 11))

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.UNDELIVERED, "push-lost")
    assert (rig.channel.sent, rig.pushes) == ([], deque())
    assert rig.run().exit_code is ExitCode.OK


def test_the_loser_leaves_the_delivery_to_the_winner() -> None:
    rig = Rig((approved(),))
    rig.pushes.append(lambda: rival(rig).run())

    report = rig.run()

    assert len(rig.channel.sent) == 1
    assert (outcome(report).state, why(report)) == (
        Result.PUBLISHED,
        "taken-by-another-run",
    )
    assert report.exit_code is ExitCode.OK


def test_what_is_edited_during_a_lost_claim_goes_out_as_edited() -> None:
    rig = Rig((approved(),))
    rig.pushes.append(lambda: rig.publish_posts(approved(text="直した文")))

    rig.run()

    assert rig.channel.sent == ["直した文"]
    assert rig.entries()[0].data["payload"]["text"] == "直した文"


def test_what_is_withdrawn_or_paused_during_a_lost_claim_does_not_go_out() -> None:
    paused = Reason("paused-by-settings", {})
    blocked = (Reason("push-refused", {"detail": ""}),)
    for change, code in (
        ({"approved": ()}, ExitCode.OK),
        ({"paused": paused}, ExitCode.OK),
        ({"blocked": blocked}, ExitCode.CANNOT),
    ):
        rig = Rig((approved(),))
        rig.pushes.append(
            lambda rig=rig, change=change: rig.remote.people_commit(**change)
        )

        report = rig.run()

        assert (rig.channel.sent, rig.events()) == ([], [])
        assert report.exit_code is code


def test_credentials_are_compared_with_the_handle_that_holds_at_the_claim() -> None:
    rig = Rig((approved(),))
    policy = settings(("x",), handle="other_library")
    rig.pushes.append(lambda: rig.remote.people_commit(policy=policy))

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.CANNOT, "wrong-account")
    assert (rig.channel.sent, rig.events()) == ([], [])


def test_a_limit_that_another_run_used_up_meanwhile_holds() -> None:
    policy = settings(("x",), max_per_day=1)
    rig = Rig((approved(),), policy)
    other = rival(rig)

    def another_goes_first() -> None:
        rig.publish_posts(approved("aaa"), approved())
        other.run()

    rig.pushes.append(another_goes_first)

    report = rig.run()

    assert rig.channel.sent == ["お知らせ aaa"]
    assert (outcome(report).state, why(report)) == (Result.WAITING, "limit-per-day")


def test_a_block_found_after_a_lost_claim_ends_the_run() -> None:
    blocked = (Reason("push-refused", {"detail": ""}),)
    rig = Rig((approved("aaa"), approved("bbb")))
    rig.pushes.append(lambda: rig.remote.people_commit(blocked=blocked))

    report = rig.run()

    assert [note.code for note in report.notes] == ["push-refused"]
    assert outcome(report, "bbb").state is Result.DUE
    assert report.exit_code is ExitCode.CANNOT


def test_an_unanswered_claim_that_was_applied_is_ours() -> None:
    rig = Rig((approved(),), pushes=deque([APPLIED]))

    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published"]
    assert len(rig.channel.sent) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"paused": Reason("paused-by-settings", {})}, "paused-meanwhile"),
        ({"blocked": (Reason("push-refused", {"detail": ""}),)}, "paused-meanwhile"),
        ({"approved": ()}, "withdrawn-meanwhile"),
        ({"approved": (approved(text="直した文"),)}, "withdrawn-meanwhile"),
        ({"approved": (approved(), TAKE_DOWN)}, "withdrawn-meanwhile"),
        ({"policy": settings(("y",))}, "withdrawn-meanwhile"),
        ({"policy": settings(("x",), paused=True)}, "paused-meanwhile"),
        ({"policy": settings(("x",), handle="other")}, "account-changed-meanwhile"),
        ({"policy": shorter(settings(("x",)), NINE)}, "closed-meanwhile"),
    ],
)
def test_an_unanswered_claim_is_not_sent_on_if_main_says_otherwise_now(
    change: dict[str, object], reason: str
) -> None:
    rig = Rig((approved(),), pushes=deque([APPLIED]))
    rig.slept = Then(lambda: rig.remote.people_commit(**change))

    report = rig.run()

    assert rig.channel.sent == []
    assert rig.events() == ["claimed", "not-sent"]
    assert rig.entries()[-1].data["reason"] == reason
    assert outcome(report).reason == Reason("not-sent-because", {"reason": reason})


class Then(list[float]):
    """Something happens while a runner sleeps."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self.act = act

    def append(self, seconds: float) -> None:
        super().append(seconds)
        self.act()


def test_a_claim_found_to_be_ours_after_the_last_try_is_used() -> None:
    rig = Rig((approved(),), pushes=deque([*[LOST] * 10, APPLIED]))

    assert rig.run().exit_code is ExitCode.OK
    assert len(rig.channel.sent) == 1


def test_an_unanswered_claim_that_was_not_applied_is_made_anew() -> None:
    rig = Rig((approved(),), pushes=deque([NOT_APPLIED]))

    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published"]
    assert len(rig.channel.sent) == 1


def test_an_equal_claim_of_another_run_is_not_ours() -> None:
    rig = Rig((approved(),), pushes=deque([NOT_APPLIED]))
    claims_and_dies = rival(rig)
    claims_and_dies.pushes.append(APPLIED)
    claims_and_dies.fetches.extend([None, UNREACHABLE])
    rig.slept = Then(claims_and_dies.run)

    report = rig.run()

    assert rig.channel.sent == []
    assert why(report) == "taken-by-another-run"
    assert report.exit_code is ExitCode.UNDELIVERED


def test_without_knowing_whose_claim_it_is_nothing_is_sent() -> None:
    rig = Rig((approved(),), pushes=deque([APPLIED]))
    rig.fetches.extend([None, UNREACHABLE])

    report = rig.run()

    assert (rig.channel.sent, report.exit_code) == ([], ExitCode.CANNOT)
    assert why(report) == "remote-unreachable"


# --- the receipt


def test_a_receipt_that_loses_the_race_is_put_on_the_new_tip() -> None:
    rig = Rig((approved(),))
    rig.pushes.extend([lambda: None, rig.remote.people_commit])

    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published"]


def test_an_unanswered_receipt_is_not_written_twice() -> None:
    rig = Rig((approved(),))
    rig.pushes.extend([lambda: None, APPLIED])

    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published"]


@pytest.mark.parametrize("trouble", [REFUSED, UNREACHABLE, LOST])
def test_a_receipt_that_cannot_be_written_is_told_in_full_and_healed(
    trouble: object,
) -> None:
    rig = Rig((approved(),))
    rig.pushes.extend([lambda: None, *[trouble] * 11])  # type: ignore[list-item]

    report = rig.run()

    told = outcome(report)
    assert report.exit_code is ExitCode.CANNOT
    assert len(report.notes) == 1
    assert why(report) == "receipt-not-written"
    assert (told.state, told.remote_id) == (Result.PUBLISHED, "1")
    assert told.url == "https://social.example/lib_example/1"
    rig.pushes.clear()
    assert rig.run().exit_code is ExitCode.OK
    assert rig.entries()[-1].data["settled_by"] == "read-back"
    assert len(rig.channel.sent) == 1


def test_where_another_run_recorded_it_already_ours_is_dropped() -> None:
    rig = Rig((approved(),))
    rig.pushes.extend([lambda: None, lambda: rival(rig).run()])

    report = rig.run()

    assert report.exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published"]


def test_our_receipt_settles_a_doubt_another_run_had_meanwhile() -> None:
    rig = Rig((approved(),))

    def doubted() -> None:
        rig.clock.advance(minutes=21)
        rig.channel.time = rig.clock.real_now()
        hidden, rig.channel.posts = rig.channel.posts, []
        rival(rig).run()
        rig.channel.posts = hidden

    rig.pushes.extend([lambda: None, doubted])

    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "in-doubt", "published"]


# --- how a receipt fits a newer ledger

ONE = approved()
KEY = DeliveryKey("oshirase", "x")


def rejected(claim_nonce: str = "n") -> Receipt:
    event = Rejected(
        post="oshirase",
        account="x",
        n=2,
        at=NOON,
        nonce="ours",
        run=RUN,
        reason="Your text is invalid.",
        http_status=400,
    )
    return Receipt(event, claim_nonce)


def test_a_rejection_after_a_doubt_is_recorded_as_not_sent() -> None:
    delivery = story(ONE, (CLAIMED, 30), (IN_DOUBT, 9)).of(KEY)

    found = rebase(rejected(), delivery)

    assert isinstance(found, Receipt)
    assert (found.event.event, found.event.n) == ("not-sent", 3)


def in_doubt() -> Receipt:
    event = InDoubt(
        post="oshirase",
        account="x",
        n=2,
        at=NOON,
        nonce="ours",
        run=RUN,
        reason="not-on-timeline",
    )
    return Receipt(event, "n")


def test_a_receipt_that_is_there_already_is_written() -> None:
    delivery = story(ONE, (CLAIMED, 30), nonce="n").of(KEY)
    there = type(delivery.entries[0])(
        replace(delivery.entries[0].name, n=2, event=EventName.REJECTED),
        {"nonce": "ours"},
    )

    assert rebase(rejected(), delivery.with_entry(there)) is Fate.WRITTEN


def test_a_rejection_of_what_a_person_called_unsent_is_no_news() -> None:
    delivery = story(ONE, (CLAIMED, 30), (IN_DOUBT, 9), (NOT_SENT, 1)).of(KEY)

    assert rebase(rejected(), delivery) is Fate.SETTLED


@pytest.mark.parametrize("last", [PUBLISHED, NOT_SENT, IN_DOUBT])
def test_a_doubt_of_what_is_settled_or_doubted_is_no_news(last: EventName) -> None:
    delivery = story(ONE, (CLAIMED, 30), (last, 9)).of(KEY)

    assert rebase(in_doubt(), delivery) is Fate.SETTLED


def test_a_doubt_that_another_run_settled_meanwhile_is_told_as_settled() -> None:
    rig = Rig((approved(),))
    rig.channel.script.append(Lost(Reply(503)))
    rig.channel.timeline_script.append(Reply(503))
    rig.pushes.extend([lambda: None, lambda: rival(rig).run()])

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.OK, "settled-by-another-run")
    assert outcome(report).remote_id == "1"
    assert rig.events() == ["claimed", "published"]


def test_waits_between_tries_grow_and_differ() -> None:
    rig = Rig((approved(),), pushes=deque([LOST] * 11))

    rig.run()

    assert len(rig.slept) == 11
    assert 0.1 <= rig.slept[0] <= 0.3
    assert all(wait <= 15 for wait in rig.slept)
    assert sum(rig.slept[-3:]) > 10 * sum(rig.slept[:3])


def test_the_message_of_a_push_names_its_events() -> None:
    rig = Rig((approved("aaa"), approved("bbb")))

    rig.run()

    assert rig.messages == [
        "Record aaa.x.1-claimed\n",
        "Record 2 events\n\n- aaa.x.2-published\n- bbb.x.1-claimed\n",
        "Record bbb.x.2-published\n",
    ]


def test_a_rejection_of_an_older_claim_is_no_news() -> None:
    delivery = story(ONE, (CLAIMED, 30), nonce="of another run").of(KEY)

    assert rebase(rejected(), delivery) is Fate.SETTLED


def test_a_rejection_of_what_is_public_is_a_conflict() -> None:
    delivery = story(ONE, (CLAIMED, 30), (PUBLISHED, 29)).of(KEY)

    assert rebase(rejected(), delivery) is Fate.CONFLICT


def test_what_is_retracted_already_is_settled() -> None:
    ledger = story(ONE, (CLAIMED, 30), (PUBLISHED, 29), (EventName.RETRACTED, 1))
    event = Retracted(
        post="oshirase",
        account="x",
        n=3,
        at=NOON,
        nonce="ours",
        run=RUN,
        remote_id="1",
        reason="誤り",
        requested_by_post="torikeshi",
    )

    assert rebase(Receipt(event, None), ledger.of(KEY)) is Fate.SETTLED


def test_a_receipt_against_a_decision_of_a_person_is_a_conflict_and_told() -> None:
    rig = Rig((approved(),))

    def person_says_not_sent() -> None:
        claim = rig.entries()[0]
        path = claim.name.path.replace("1-claimed", "2-not-sent")
        content = b'{"at": "2026-12-07T12:00:00+09:00", "by": "kancho"}'
        rig.remote.publisher_commit(rig.remote.tip, [NewFile(path, content)])

    rig.pushes.extend([lambda: None, person_says_not_sent])

    report = rig.run()

    assert why(report) == "receipt-conflicts"
    assert report.exit_code is ExitCode.IN_DOUBT
    assert rig.state() is DeliveryState.NOT_SENT
