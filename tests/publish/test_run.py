"""Whole runs: from an approved post to its receipt, and whatever comes between."""

import datetime as dt
import hashlib
from collections import deque

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Answer, Identity, NoReply, Reply
from sns_cli.model.delivery import Reason, Result
from sns_cli.model.event import Run
from sns_cli.model.ledger import DeliveryState
from sns_cli.model.settings import Service
from tests.fakes.channel import TIMEOUT, Lost, ScriptedChannel
from tests.fakes.clock import FixedClock
from tests.publish.desk import MINUTE, NOON, approved
from tests.publish.rig import NO_KEY, REFUSED, UNREACHABLE, Rig, outcome, why
from tests.simulation.library import CLOSES, settings

BOTH = settings(("x", "y"))


def test_a_due_post_is_claimed_sent_once_and_recorded() -> None:
    rig = Rig((approved(),))

    report = rig.run()

    sent = outcome(report)
    assert (report.exit_code, sent.state) == (ExitCode.OK, Result.PUBLISHED)
    assert (sent.remote_id, sent.url) == ("1", "https://social.example/lib_example/1")
    assert rig.channel.sent == ["お知らせ oshirase"]
    assert rig.events() == ["claimed", "published"]


def test_the_receipt_alone_suffices_to_rebuild_the_post() -> None:
    rig = Rig((approved(text="案内 https://www.lib.example.lg.jp/a"),))
    rig.run()

    claim, receipt = (entry.data for entry in rig.entries())
    assert receipt["text"] == claim["payload"]["text"] == rig.channel.sent[0]
    assert receipt["source"]["front_matter"] == "id: oshirase"
    assert receipt["source"]["body"] == "案内 https://www.lib.example.lg.jp/a"
    assert receipt["links"] == ["https://www.lib.example.lg.jp/a"]
    assert receipt["settled_by"] == "reply"
    assert receipt["at"] == "2026-12-07T12:00:00+09:00"


def test_the_claim_says_what_it_rests_on() -> None:
    one = approved()
    rig = Rig((one,))
    rig.run()

    claim = rig.entries()[0].data
    assert (claim["blob"], claim["commit"]) == (one.blob, one.approval.commit)
    assert (claim["path"], claim["approved_by"]) == (one.post.path, "kancho")
    canonical = '{"media":[],"text":"お知らせ oshirase"}'
    assert claim["payload_sha256"] == hashlib.sha256(canonical.encode()).hexdigest()


def test_events_carry_whole_seconds() -> None:
    rig = Rig((approved(),))
    rig.clock.advance(microseconds=654321)
    rig.run()

    times = [(e.data["at"], e.data.get("published_at")) for e in rig.entries()]
    at = "2026-12-07T12:00:00+09:00"
    assert times == [(at, None), (at, at)]


def test_a_second_run_has_nothing_to_do() -> None:
    rig = Rig((approved(),))
    rig.run()

    report = rig.run()

    assert (report.outcomes, report.exit_code) == ((), ExitCode.OK)
    assert len(rig.channel.sent) == 1


def test_a_dry_run_shows_the_plan_and_touches_nothing() -> None:
    rig = Rig((approved(), approved("later", publish_at=NOON + MINUTE)))

    report = rig.run(dry_run=True, channels=frozenset())

    assert outcome(report).state is Result.DUE
    assert outcome(report, "later").state is Result.WAITING
    assert report.exit_code is ExitCode.OK
    assert (rig.bases, rig.channel.sent) == ([], [])


# --- nothing is sent


def test_a_pause_sends_nothing_says_why_and_is_no_failure() -> None:
    rig = Rig((approved(),))
    rig.remote.people_commit(paused=Reason("paused-by-settings", {"reason": "点検"}))

    report = rig.run()

    assert (rig.channel.sent, rig.bases) == ([], [])
    assert report.exit_code is ExitCode.OK
    assert [note.code for note in report.notes] == ["paused-by-settings"]
    assert outcome(report).state is Result.WAITING


def test_a_refused_change_elsewhere_stops_everything() -> None:
    rig = Rig((approved(),))
    rig.remote.people_commit(blocked=(Reason("push-refused", {"detail": "x"}),))

    report = rig.run()

    assert (rig.channel.sent, rig.bases) == ([], [])
    assert report.exit_code is ExitCode.CANNOT
    assert [note.code for note in report.notes] == ["push-refused"]


def test_without_the_remote_nothing_begins() -> None:
    rig = Rig((approved(),), fetches=deque([UNREACHABLE]))

    report = rig.run()

    assert report.exit_code is ExitCode.CANNOT
    assert [note.code for note in report.notes] == ["remote-unreachable"]
    assert rig.channel.sent == []


def test_without_a_key_to_sign_with_nothing_is_sent() -> None:
    rig = Rig((approved(),), pushes=deque([NO_KEY]))

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.CANNOT, NO_KEY.code)
    assert rig.channel.sent == []


def test_where_the_remote_refuses_the_claim_nothing_is_sent() -> None:
    rig = Rig((approved("aaa"), approved("bbb")), pushes=deque([REFUSED]))

    report = rig.run()

    assert report.exit_code is ExitCode.CANNOT
    assert {why(report, "aaa"), why(report, "bbb")} == {"push-refused"}
    assert rig.channel.sent == []


# --- accounts


def test_an_account_without_credentials_is_named() -> None:
    reason = Reason("account-without-credentials", {"account": "x", "names": "SNS_X_…"})

    report = Rig((approved(),)).run(channels=frozenset(), no_channel={"x": reason})

    assert report.exit_code is ExitCode.CANNOT
    assert why(report) == "account-without-credentials"


def test_missing_credentials_do_not_matter_while_nothing_is_due() -> None:
    rig = Rig((approved(publish_at=NOON + MINUTE),))

    assert rig.run(channels=frozenset()).exit_code is ExitCode.OK


@pytest.mark.parametrize(
    ("handle", "sent"),
    [("lib_example", 1), ("@LIB_Example", 1), ("lib_example2", 0), ("", 0)],
)
def test_credentials_of_another_account_send_nothing(handle: str, sent: int) -> None:
    rig = Rig((approved(),))
    rig.channel.handle = handle

    report = rig.run()

    assert len(rig.channel.sent) == sent
    if not sent:
        assert (report.exit_code, why(report)) == (ExitCode.CANNOT, "wrong-account")
        assert rig.events() == []


@pytest.mark.parametrize(
    ("seconds", "sent"), [(120, 1), (-120, 1), (121, 0), (-121, 0)]
)
def test_a_clock_that_is_off_sends_nothing(seconds: int, sent: int) -> None:
    rig = Rig((approved(),))
    rig.channel.time = NOON + dt.timedelta(seconds=seconds)

    report = rig.run()

    assert len(rig.channel.sent) == sent
    if not sent:
        assert (report.exit_code, why(report)) == (ExitCode.CANNOT, "clock-off")


def test_a_moved_run_compares_the_real_clock() -> None:
    rig = Rig((approved(),))
    rig.clock.offset = dt.timedelta(hours=5)
    run = Run(job="job", runner="runner", version="0", shifted_by=5 * 3600)

    assert rig.run(run=run).exit_code is ExitCode.OK
    assert rig.entries()[0].data["at"] == "2026-12-07T17:00:00+09:00"


class Unknowable(ScriptedChannel):
    """A service that does not say whose credentials these are."""

    answer: Answer = Reply(503)

    def identify(self) -> Identity | Answer:
        return self.answer


@pytest.mark.parametrize(
    ("answer", "code", "reason"),
    [
        (Reply(401), ExitCode.UNDELIVERED, "credentials-refused"),
        (Reply(402), ExitCode.UNDELIVERED, "payment-required"),
        (Reply(403), ExitCode.CANNOT, "account-refused"),
        (Reply(404), ExitCode.CANNOT, "account-refused"),
        (Reply(429), ExitCode.UNDELIVERED, "account-refused"),
        (Reply(503), ExitCode.UNDELIVERED, "account-refused"),
        (TIMEOUT, ExitCode.UNDELIVERED, "rehearsal-no-answer"),
    ],
)
def test_an_account_that_does_not_identify_itself_is_not_used(
    answer: Answer, code: ExitCode, reason: str
) -> None:
    rig = Rig((approved(), approved("other", accounts=("y",))), BOTH)
    silent = Unknowable()
    silent.answer = answer
    rig.channels["x"] = silent

    report = rig.run()

    assert (report.exit_code, why(report)) == (code, reason)
    assert silent.sent == []
    assert rig.state("other", "y") is DeliveryState.PUBLISHED


def test_a_real_service_that_is_silent_is_no_rehearsal() -> None:
    rig = Rig((approved(),), settings(("x",), service=Service.X))
    silent = Unknowable()
    silent.answer = TIMEOUT
    rig.channels["x"] = silent

    assert why(rig.run()) == "account-no-answer"


@pytest.mark.parametrize("status", [401, 402])
def test_401_and_402_end_the_account_and_nothing_else(status: int) -> None:
    rig = Rig((approved("aaa"), approved("bbb")), BOTH)
    rig.channel.script.append(Reply(status))

    report = rig.run()

    assert report.exit_code is ExitCode.UNDELIVERED
    assert rig.events("aaa") == ["claimed", "not-sent"]
    reason = "credentials-refused" if status == 401 else "payment-required"
    assert (rig.events("bbb"), why(report, "bbb")) == ([], reason)
    assert [note.code for note in report.notes] == [reason]
    assert len(rig.channels["y"].sent) == 2


def test_an_account_that_times_out_delays_the_others_only_once() -> None:
    rig = Rig((approved("aaa"), approved("bbb")), BOTH)
    rig.channel.script.append(TIMEOUT)

    report = rig.run()

    assert len(rig.channel.sent) == 1
    assert outcome(report, "aaa").state is Result.IN_DOUBT
    assert why(report, "bbb") == "account-ended"
    assert len(rig.channels["y"].sent) == 2
    assert report.exit_code is ExitCode.IN_DOUBT


# --- what the service says


def test_429_is_tried_again_after_its_reset() -> None:
    rig = Rig((approved(),))
    rig.channel.script.append(Reply(429, retry_at=NOON + 40 * MINUTE))
    assert rig.run().exit_code is ExitCode.UNDELIVERED

    rig.clock.at = rig.channel.time = NOON + 39 * MINUTE
    assert rig.run().exit_code is ExitCode.UNDELIVERED
    assert rig.events() == ["claimed", "not-sent"]

    rig.clock.at = rig.channel.time = NOON + 40 * MINUTE
    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "not-sent", "claimed", "published"]


def test_what_the_service_refuses_is_for_people_until_it_is_changed() -> None:
    rig = Rig((approved(),))
    rig.channel.script.append(Reply(400, "Your text is invalid."))

    first, second = rig.run(), rig.run()

    assert first.exit_code is second.exit_code is ExitCode.PEOPLE
    assert rig.events() == ["claimed", "rejected"]
    rig.publish_posts(approved(text="直した文"))
    assert rig.run().exit_code is ExitCode.OK
    assert rig.channel.sent[-1] == "直した文"


@pytest.mark.parametrize("answer", [Reply(503), Reply(201), TIMEOUT])
def test_a_lost_answer_is_settled_at_once_by_reading_back(answer: Answer) -> None:
    rig = Rig((approved(),))
    rig.channel.script.append(Lost(answer))

    report = rig.run()

    assert report.exit_code is ExitCode.OK
    assert rig.entries()[-1].data["settled_by"] == "read-back"
    assert outcome(report).remote_id == "1"
    assert len(rig.channel.sent) == 1


@pytest.mark.parametrize("answer", [Reply(503), Reply(201), Reply(404), TIMEOUT])
def test_a_doubt_is_told_and_never_sent_again(answer: Answer) -> None:
    rig = Rig((approved(),))
    rig.channel.script.append(answer)

    assert rig.run().exit_code is ExitCode.IN_DOUBT
    rig.clock.at = rig.channel.time = NOON + 300 * MINUTE
    assert rig.run().exit_code is ExitCode.IN_DOUBT
    assert rig.events() == ["claimed", "in-doubt"]
    assert len(rig.channel.sent) == 1


def test_what_never_left_the_machine_is_tried_again() -> None:
    rig = Rig((approved(),))
    rig.channel.script.append(NoReply(left=False, reason="dns"))

    assert rig.run().exit_code is ExitCode.UNDELIVERED
    rig.clock.at = rig.channel.time = NOON + 15 * MINUTE
    assert rig.run().exit_code is ExitCode.OK


def test_a_moved_run_writes_the_services_reset_time_in_its_own_time() -> None:
    rig = Rig((approved(),))
    rig.clock.offset = 60 * MINUTE
    rig.channel.script.append(Reply(429, retry_at=NOON + 40 * MINUTE))

    rig.run(run=Run(job="job", runner="runner", version="0", shifted_by=3600))

    assert rig.entries()[-1].data["retry_at"] == "2026-12-07T13:40:00+09:00"


# --- time that passes


def test_a_library_that_closes_during_the_claim_sends_nothing() -> None:
    rig = Rig((approved(),), clock=FixedClock(CLOSES - dt.timedelta(seconds=1)))
    rig.pushes.append(lambda: rig.clock.advance(seconds=1))

    report = rig.run()

    assert rig.channel.sent == []
    assert rig.events() == ["claimed", "not-sent"]
    assert rig.entries()[-1].data["reason"] == "closed-meanwhile"
    assert report.exit_code is ExitCode.UNDELIVERED


@pytest.mark.parametrize(("seconds", "sent"), [(60, 1), (61, 0)])
def test_a_claim_older_than_a_minute_is_not_sent_on(seconds: int, sent: int) -> None:
    rig = Rig((approved(),))
    rig.pushes.append(lambda: rig.clock.advance(seconds=seconds))

    rig.run()

    assert len(rig.channel.sent) == sent


def test_a_run_asked_to_end_finishes_what_is_in_hand() -> None:
    rig = Rig((approved("aaa"), approved("bbb")), stop_after=1)

    report = rig.run()

    assert rig.events("aaa") == ["claimed", "published"]
    assert (rig.events("bbb"), why(report, "bbb")) == ([], "stopping")
    assert report.exit_code is ExitCode.UNDELIVERED
