"""What is a day late is marked, however well each run went."""

import datetime as dt

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Reply
from sns_cli.model.delivery import Reason
from tests.publish.desk import NOON, approved
from tests.publish.rig import Rig, outcome
from tests.simulation.library import OPENS, approve, changed, post, settings

DAY = dt.timedelta(hours=24)
STRICT = settings(("x",), monthly_budget_usd=0.01)
PRICED = STRICT.model_copy(update={"prices": {"rehearsal": {"create": 0.015}}})


def since(rig: Rig) -> dt.datetime | None:
    for channel in rig.channels.values():
        channel.time = rig.clock.real_now()
    return outcome(rig.run()).due_since


def test_what_a_limit_holds_back_is_overdue_after_a_day() -> None:
    rig = Rig((approved(),), PRICED)
    rig.clock.at = OPENS + DAY - dt.timedelta(seconds=1)

    assert since(rig) is None
    rig.clock.advance(seconds=1)
    assert since(rig) == OPENS


def test_the_day_counts_from_when_it_was_due() -> None:
    late = approve(post("oshirase", "本文", publish_at=NOON), OPENS)
    rig = Rig((late,), PRICED)
    rig.clock.at = OPENS + DAY

    assert since(rig) is None
    rig.clock.at = NOON + DAY
    assert since(rig) == NOON


def test_what_the_service_turns_away_is_overdue_too() -> None:
    rig = Rig((approved(),))
    rig.clock.at = OPENS + DAY
    rig.channel.script.append(Reply(429))

    assert since(rig) == OPENS


def test_what_went_out_late_is_not_late_any_more() -> None:
    rig = Rig((approved(),))
    rig.clock.at = OPENS + DAY

    assert since(rig) is None


def test_what_somebody_stopped_is_late_by_wish() -> None:
    rig = Rig((approved(),), changed(PRICED, "x", paused=True))
    rig.clock.at = OPENS + 2 * DAY

    assert since(rig) is None


def test_it_changes_no_code() -> None:
    rig = Rig((approved(),), PRICED)
    rig.clock.at = OPENS + 2 * DAY

    assert rig.run().exit_code is ExitCode.OK


def test_a_library_that_stopped_everything_is_late_by_wish() -> None:
    rig = Rig((approved(),), PRICED)
    why = Reason("paused-by-settings", {"reason": "点検"})
    rig.remote.people_commit(paused=why)
    rig.clock.at = OPENS + 2 * DAY

    assert since(rig) is None
