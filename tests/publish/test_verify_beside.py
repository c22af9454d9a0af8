"""Reading back while another run takes posts down: the newest truth is shown."""

import datetime as dt
from collections.abc import Callable

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Timeline
from sns_cli.model.verification import Seen
from sns_cli.ports import PushOutcome, PushResult
from tests.publish.desk import MINUTE, NOON, approved
from tests.publish.rig import UNREACHABLE, rival
from tests.publish.test_verify import Reader, published, reason_of, seen
from tests.simulation.library import approve, post

REQUEST = approve(post("torikeshi", "誤り", retracts="oshirase"), NOON)


def at_the_look(rig: Reader, number: int, happens: Callable[[], object]) -> None:
    """Let something happen while the timeline is read for the n-th time."""
    read_back, looks = rig.channel.read_back, iter(range(1, 99))

    def reading(since: dt.datetime | None) -> Timeline:
        if next(looks) == number:
            happens()
        return read_back(since)  # type: ignore[return-value]

    rig.channel.read_back = reading  # type: ignore[method-assign]


def asked_for(rig: Reader) -> None:
    rig.publish_posts(approved(), REQUEST)


@pytest.mark.parametrize("look", [1, 2])
def test_what_another_run_just_took_down_is_not_missing(look: int) -> None:
    rig = published()
    asked_for(rig)
    if look == 2:
        rig.channel.timeline_script.append(Timeline(()))  # type: ignore[arg-type]
    at_the_look(rig, look, lambda: rival(rig).run())

    report = rig.verify()

    assert (report.deliveries, report.exit_code) == ((), ExitCode.OK)
    assert rig.events() == ["claimed", "published", "retracted"]


def test_what_is_gone_and_not_yet_on_record_is_being_taken_down() -> None:
    rig = published()
    asked_for(rig)
    at_the_look(rig, 1, rig.channel.posts.clear)

    report = rig.verify()

    assert (reason_of(report), report.exit_code) == (
        "verify-being-taken-down",
        ExitCode.OK,
    )
    assert seen(report) == {"oshirase": Seen.UNKNOWN}
    assert rig.events() == ["claimed", "published"]


def test_what_was_taken_down_while_we_wrote_is_not_missing() -> None:
    rig = published()
    rig.channel.posts.clear()

    def meanwhile() -> None:
        asked_for(rig)
        rival(rig).run()

    rig.pushes.append(meanwhile)

    report = rig.verify()

    assert (report.deliveries, report.exit_code) == ((), ExitCode.OK)
    assert rig.events() == ["claimed", "published", "retracted"]


def test_a_post_is_not_missing_on_an_old_ledger_alone() -> None:
    rig = published()
    rig.channel.posts.clear()
    rig.fetches.extend([None, UNREACHABLE])

    report = rig.verify()

    assert seen(report) == {"oshirase": Seen.UNKNOWN}
    assert report.exit_code is ExitCode.CANNOT
    assert rig.events() == ["claimed", "published"]


def test_what_nobody_asked_to_take_down_is_missing() -> None:
    rig = published()
    rig.channel.posts.clear()
    rig.pushes.append(PushOutcome(PushResult.LOST))

    report = rig.verify()

    assert seen(report) == {"oshirase": Seen.MISSING}
    assert report.exit_code is ExitCode.PEOPLE
    assert rig.clock.at == NOON + 60 * MINUTE
