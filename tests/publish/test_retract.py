"""Published posts are taken down when an approved post asks for it."""

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Answer, NoReply, Reply
from sns_cli.model.delivery import Reason, Result
from sns_cli.model.event_path import NamedEvent
from sns_cli.model.ledger import DeliveryState, Entry
from sns_cli.model.proof import ApprovedPost
from tests.fakes.channel import TIMEOUT, ScriptedChannel
from tests.publish.desk import NOON, approved
from tests.publish.rig import Rig, outcome, rival, why
from tests.simulation.library import CLOSES, HANDLE, approve, post, settings

TARGET = approved()


def request(**meta: object) -> ApprovedPost:
    return approve(
        post("torikeshi", "誤りがありました", retracts="oshirase", **meta), NOON
    )


def published(accounts: tuple[str, ...] = ("x",)) -> Rig:
    rig = Rig((TARGET,), settings(accounts))
    assert rig.run().exit_code is ExitCode.OK
    return rig


def test_it_is_deleted_and_recorded() -> None:
    rig = published()
    rig.publish_posts(TARGET, request())

    report = rig.run()

    assert (report.exit_code, outcome(report).state) == (ExitCode.OK, Result.RETRACTED)
    assert rig.channel.posts == []
    last = rig.entries()[-1].data
    assert (last["event"], last["requested_by_post"]) == ("retracted", "torikeshi")
    assert last["reason"] == "誤りがありました"
    assert rig.run().outcomes == ()


def test_neither_hours_nor_limits_nor_a_pause_stand_in_its_way() -> None:
    rig = published()
    paused = Reason("paused-by-settings", {})
    rig.remote.people_commit(approved=(TARGET, request()), paused=paused)
    rig.clock.at = rig.channel.time = CLOSES

    assert rig.run().exit_code is ExitCode.OK
    assert rig.channel.posts == []


def test_a_block_stands_in_its_way() -> None:
    rig = published()
    blocked = (Reason("push-refused", {"detail": ""}),)
    rig.remote.people_commit(approved=(TARGET, request()), blocked=blocked)

    assert rig.run().exit_code is ExitCode.CANNOT
    assert len(rig.channel.posts) == 1


def test_what_is_gone_already_counts_as_taken_down() -> None:
    rig = published()
    rig.channel.posts.clear()
    rig.publish_posts(TARGET, request())

    rig.run()

    assert rig.entries()[-1].data["http_status"] == 404


class Stubborn(ScriptedChannel):
    """A service that does not delete."""

    answer: Answer = TIMEOUT

    def delete(self, remote_id: str) -> Answer:
        del remote_id
        return self.answer


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Reply(400), "retraction-failed"),
        (Reply(401), "retraction-failed"),
        (Reply(429), "retraction-failed"),
        (Reply(499), "retraction-failed"),
        (NoReply(left=False, reason="x"), "retraction-failed"),
        (Reply(204), "retraction-unknown"),
        (Reply(399), "retraction-unknown"),
        (Reply(500), "retraction-unknown"),
        (TIMEOUT, "retraction-unknown"),
    ],
)
def test_what_could_not_be_taken_down_is_told_and_tried_again(
    answer: Answer, code: str
) -> None:
    rig = published()
    rig.publish_posts(TARGET, request())
    willing, stubborn = rig.channel, Stubborn(handle=HANDLE, time=NOON)
    stubborn.answer = answer
    rig.channels["x"] = stubborn

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.UNDELIVERED, code)
    assert rig.state() is DeliveryState.PUBLISHED
    reason = outcome(report).reason
    detail = answer.reason if isinstance(answer, NoReply) else f"http-{answer.status}"
    assert reason == Reason(code, {"reason": detail})
    rig.channels["x"] = willing
    assert rig.run().exit_code is ExitCode.OK


def test_an_account_that_cannot_be_used_is_told_and_the_post_stays() -> None:
    rig = published()
    rig.publish_posts(TARGET, request())
    rig.channel.handle = "somebody_else"

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.CANNOT, "wrong-account")
    assert len(rig.channel.posts) == 1


def test_a_receipt_that_cannot_be_read_names_nothing_to_take_down() -> None:
    rig = published()
    receipt = rig.entries()[-1]
    unreadable = rig.remote.state.ledger.with_entries([type(receipt)(receipt.name, {})])
    rig.remote.people_commit(approved=(TARGET, request()), ledger=unreadable)

    report = rig.run()

    assert (report.exit_code, why(report)) == (ExitCode.CANNOT, "event-unreadable")
    assert len(rig.channel.posts) == 1


def test_only_the_accounts_the_request_names_are_touched() -> None:
    rig = published(("x", "y"))
    rig.publish_posts(TARGET, request(accounts=("y",)))

    rig.run()

    assert rig.state() is DeliveryState.PUBLISHED
    assert rig.state(account="y") is DeliveryState.RETRACTED


def test_a_post_found_public_only_now_is_taken_down_in_the_same_run() -> None:
    rig = Rig((TARGET,))
    rig.pushes.append(lambda: None)
    rig.pushes.extend([lambda: None])
    rig.run()
    claim_only = {
        path: content
        for path, content in rig.remote.state.files.items()
        if "claimed" in path
    }
    ledger = type(rig.remote.state.ledger)().with_entries(rig.entries()[:1])
    rig.remote.people_commit(
        approved=(TARGET, request()), files=claim_only, ledger=ledger
    )

    assert rig.run().exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published", "retracted"]


def test_what_another_run_took_down_meanwhile_is_left_alone() -> None:
    rig = published()
    claim_only = type(rig.remote.state.ledger)().with_entries(rig.entries()[:1])
    rig.remote.people_commit(approved=(TARGET, request()), ledger=claim_only, files={})
    rig.pushes.append(lambda: rival(rig).run())

    report = rig.run()

    assert rig.events() == ["claimed", "published", "retracted"]
    assert report.exit_code is ExitCode.OK


def test_two_requests_take_it_down_once() -> None:
    rig = published()
    second = approve(post("torikeshi-2", "同じ理由で", retracts="oshirase"), NOON)
    rig.publish_posts(TARGET, request(), second)

    report = rig.run()

    assert report.exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published", "retracted"]
    again = rig.run()
    assert (again.exit_code, again.outcomes) == (ExitCode.OK, ())


def test_two_runners_write_that_it_is_gone_once() -> None:
    rig = published()
    rig.publish_posts(TARGET, request())
    rig.pushes.append(lambda: rival(rig).run())

    report = rig.run()

    assert report.exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published", "retracted"]


def test_an_archive_that_says_twice_that_it_is_gone_stops_nothing() -> None:
    rig = published()
    rig.publish_posts(TARGET, request())
    rig.run()
    last = rig.entries()[-1]
    name = NamedEvent(
        last.name.key, 4, last.event, last.name.path.replace(".3-", ".4-")
    )
    ledger = rig.remote.state.ledger.with_entries([Entry(name, last.data)])
    rig.remote.people_commit(approved=(TARGET, request()), ledger=ledger)

    report = rig.run()

    assert rig.events()[-2:] == ["retracted", "retracted"]
    assert (report.exit_code, report.outcomes) == (ExitCode.OK, ())


def test_a_dry_run_announces_it() -> None:
    rig = published()
    rig.publish_posts(TARGET, request())

    report = rig.run(dry_run=True)

    assert (outcome(report).state, why(report)) == (Result.PUBLISHED, "to-be-retracted")
    assert len(rig.channel.posts) == 1


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_request_for_a_post_that_never_was_is_told(*, dry_run: bool) -> None:
    rig = published()
    slip = approve(post("torikeshi", "誤り", retracts="oshirrase"), NOON)
    rig.publish_posts(TARGET, slip)

    report = rig.run(dry_run=dry_run)

    (told,) = report.outcomes
    assert (told.key.post, told.state) == ("torikeshi", Result.BLOCKED)
    assert told.reason == Reason("retracts-unknown", {"target": "oshirrase"})
    assert report.exit_code is ExitCode.PEOPLE
    assert len(rig.channel.posts) == 1
