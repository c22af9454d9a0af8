"""What a person called not sent is looked for once more before it is sent again."""

from sns_cli.errors import ExitCode
from sns_cli.model.channel import NoReply, RemotePost, Reply
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryKey
from sns_cli.ports import NewFile
from sns_cli.publish.records import Stamp
from sns_cli.publish.resolve import Resolution, resolve
from tests.publish.desk import MINUTE, NOON, RUN, approved, story
from tests.publish.rig import Rig, outcome, why

ONE = approved()
STORY = ((EventName.CLAIMED, 90), (EventName.IN_DOUBT, 60))


def called_not_sent() -> Rig:
    """Return a library in which a person said that nothing had gone out."""
    rig = Rig((ONE,))
    rig.remote.people_commit(ledger=story(ONE, *STORY))
    stamp = Stamp(NOON - MINUTE, "by-hand", RUN, "Asia/Tokyo")
    decision = Resolution(DeliveryKey("oshirase", "x"), None, "kancho")
    made = resolve(rig.remote.snapshot(), decision, stamp)
    assert isinstance(made, NewFile)
    assert rig.remote.publisher_commit(rig.remote.tip, [made])
    assert rig.events() == ["claimed", "in-doubt", "not-sent"]
    return rig


def show(rig: Rig, remote_id: str = "77", text: str = ONE.post.body) -> None:
    url = f"https://social.example/{remote_id}"
    at = NOON - 89 * MINUTE
    rig.channel.posts.append(RemotePost(remote_id, text, url, at))


def test_what_shows_after_all_is_published_and_not_sent_again() -> None:
    rig = called_not_sent()
    show(rig)

    report = rig.run()

    assert rig.channel.sent == []
    assert rig.events()[3:] == ["claimed", "published"]
    receipt = rig.entries()[-1]
    assert (receipt.text("remote_id"), receipt.text("settled_by")) == (
        "77",
        "read-back",
    )
    assert receipt.text("text") == ONE.post.body
    assert (report.exit_code, why(report)) == (ExitCode.OK, "settled-by-read-back")
    assert rig.run().outcomes == ()


def test_what_does_not_show_is_sent() -> None:
    rig = called_not_sent()
    show(rig, text="ほかの文")

    report = rig.run()

    assert rig.channel.sent == [ONE.post.body]
    assert (report.exit_code, outcome(report).remote_id) == (ExitCode.OK, "1")


def test_what_cannot_be_looked_for_waits() -> None:
    rig = called_not_sent()
    show(rig)
    rig.channel.timeline_script.append(NoReply(left=True, reason="timeout"))

    first = rig.run()
    events = rig.events()
    second = rig.run()

    assert (first.exit_code, why(first)) == (
        ExitCode.UNDELIVERED,
        "account-no-answer",
    )
    assert events == ["claimed", "in-doubt", "not-sent"]
    assert (second.exit_code, rig.channel.sent) == (ExitCode.OK, [])


def test_what_shows_twice_is_not_sent_a_third_time() -> None:
    rig = called_not_sent()
    show(rig, "77")
    show(rig, "78")

    report = rig.run()

    assert rig.channel.sent == []
    assert rig.events() == ["claimed", "in-doubt", "not-sent"]
    assert (report.exit_code, why(report)) == (ExitCode.PEOPLE, "shows-already")


def test_a_refusal_after_the_decision_does_not_end_the_second_look() -> None:
    rig = called_not_sent()
    rig.channel.script.append(Reply(429))
    assert rig.run().exit_code is ExitCode.UNDELIVERED
    assert rig.events()[3:] == ["claimed", "not-sent"]
    show(rig)  # only now the timeline shows what the first claim brought out
    rig.clock.advance(minutes=20)
    rig.channel.time += 20 * MINUTE

    report = rig.run()

    assert rig.events()[5:] == ["claimed", "published"]
    assert len(rig.channel.sent) == 1  # the one that was refused
    assert (outcome(report).remote_id, report.exit_code) == ("77", ExitCode.OK)


def test_what_the_service_called_not_sent_is_not_looked_for() -> None:
    rig = Rig((ONE,))
    unsent = (*STORY[:1], (EventName.NOT_SENT, 60))
    rig.remote.people_commit(ledger=story(ONE, *unsent))
    rig.channel.timeline_script.append(NoReply(left=True, reason="timeout"))

    rig.run()

    assert rig.channel.sent == [ONE.post.body]
