"""The next instant at which a run could do more by itself, case by case."""

import datetime as dt

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryKey
from sns_cli.publish.config import Config
from sns_cli.publish.upcoming import LOOK_AGAIN, TRY_AGAIN, upcoming
from sns_cli.schedule.timing import due_post
from tests.publish.desk import MINUTE, NOON, RUN, X, approved, snapshot, story

CLAIMED = EventName.CLAIMED
STOP = Reason("paused-by-environment", {"reason": "点検"})


def after(
    seen: Snapshot | None, *outcomes: Outcome, **config: object
) -> dt.datetime | None:
    made = {"run": RUN, "due": due_post, "channels": frozenset({X}), **config}
    report = RunReport(outcomes, ExitCode.OK, seen=seen)
    return upcoming(Config(**made), report, NOON)  # type: ignore[arg-type]


def test_a_young_claim_of_another_run_is_settled_when_it_is_old() -> None:
    seen = snapshot(approved(), ledger=story(approved(), (CLAIMED, 5)))

    assert after(seen) == NOON + 15 * MINUTE


def test_an_old_claim_that_could_not_be_settled_is_no_reason_to_hurry() -> None:
    seen = snapshot(approved(), ledger=story(approved(), (CLAIMED, 90)))

    assert after(seen) == NOON + TRY_AGAIN


def test_claims_on_accounts_of_other_jobs_are_theirs() -> None:
    seen = snapshot(approved(), ledger=story(approved(), (CLAIMED, 5)))

    assert after(seen, accounts=frozenset({"y"})) is None
    assert after(seen, post="other") is None


def test_under_a_pause_nothing_comes_by_itself() -> None:
    soon = approved(publish_at=NOON + MINUTE)

    assert after(snapshot(soon, paused=STOP)) is None
    assert after(snapshot(approved(), paused=STOP)) is None
    assert after(snapshot(soon, blocked=(STOP,))) is None
    assert after(snapshot(soon)) == NOON + MINUTE


def test_settling_goes_on_under_a_pause() -> None:
    ledger = story(approved(), (CLAIMED, 5))

    assert after(snapshot(approved(), ledger=ledger, paused=STOP)) == NOON + 15 * MINUTE


@pytest.mark.parametrize("code", ["retraction-failed", "retraction-unknown"])
def test_what_could_not_be_taken_down_is_tried_again(code: str) -> None:
    key = DeliveryKey("oshirase", X)
    failed = Outcome(key, Result.PUBLISHED, Reason(code))

    assert after(snapshot(), failed) == NOON + TRY_AGAIN
    assert after(snapshot(), Outcome(key, Result.PUBLISHED)) is None


def test_what_nobody_has_credentials_for_is_not_waited_for() -> None:
    assert after(snapshot(approved()), channels=frozenset()) is None
    assert after(snapshot(approved())) == NOON + TRY_AGAIN


def test_when_nothing_is_known_it_looks_again_soon() -> None:
    assert after(None) == NOON + LOOK_AGAIN
