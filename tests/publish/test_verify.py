"""Reading back, against a remote and services in memory: what proves what."""

import datetime as dt
from dataclasses import replace

import pytest

from sns_cli.errors import ExitCode
from sns_cli.messages import render
from sns_cli.model.channel import NoReply, RemotePost, Timeline
from sns_cli.model.delivery import Reason
from sns_cli.model.event import Run
from sns_cli.model.verification import Seen, Verification
from sns_cli.ports import PushOutcome, PushResult
from sns_cli.publish.config import Config
from sns_cli.publish.driver import drive
from sns_cli.publish.verify import Inquiry, verify_run
from sns_cli.schedule.timing import due_post
from tests.publish.desk import MINUTE, NOON, approved
from tests.publish.rig import (
    APPLIED,
    LOST,
    NO_KEY,
    NOT_APPLIED,
    REFUSED,
    UNREACHABLE,
    Rig,
    rival,
)
from tests.simulation.library import settings

HOUR = 60 * MINUTE
LONG_AGO = NOON - dt.timedelta(days=365)


class Reader(Rig):
    """A rig that also reads back."""

    def verify(
        self,
        since: dt.datetime | None = None,
        began: dt.datetime = LONG_AGO,
        **config: object,
    ) -> Verification:
        made: dict[str, object] = {
            "run": Run(job="watch", runner="runner", version="0"),
            "due": due_post,
            "channels": frozenset(self.channels),
            **config,
        }
        inquiry = Inquiry(began, since)
        report = drive(verify_run(Config(**made), inquiry), self._ports())  # type: ignore[arg-type]
        reasons = [one.reason for one in report.deliveries]
        for reason in (*reasons, *report.notes):
            if reason is not None:
                assert render(reason.code, "ja", reason.details)
                assert render(reason.code, "en", reason.details)
        return report


def published(*posts: str, after: dt.timedelta = HOUR) -> Reader:
    """Return a library whose posts went out so long ago."""
    rig = Reader(tuple(approved(one) for one in posts or ("oshirase",)))
    rig.channel.time = NOON
    assert rig.run().exit_code is ExitCode.OK
    rig.clock.at += after
    rig.channel.time += after
    return rig


def seen(report: Verification) -> dict[str, Seen]:
    return {one.key.post: one.state for one in report.deliveries}


def edit(rig: Reader, **changes: object) -> None:
    (post,) = rig.channel.posts
    rig.channel.posts = [replace(post, **changes)]  # type: ignore[arg-type]


def reason_of(report: Verification) -> str | None:
    (one,) = report.deliveries
    return one.reason.code if one.reason else None


# What is shown


@pytest.mark.parametrize(
    "shown",
    ["お知らせ oshirase", " お知らせ oshirase\r\n", "お知らせ oshirase\n"],
)
def test_the_same_text_is_ok_however_its_ends_are_written(shown: str) -> None:
    rig = published()
    edit(rig, text=shown)

    report = rig.verify()

    assert (seen(report), report.exit_code) == ({"oshirase": Seen.OK}, ExitCode.OK)
    assert rig.events() == ["claimed", "published", "confirmed"]


def test_another_text_differs_and_is_kept() -> None:
    rig = published()
    edit(rig, text="乗っ取り")

    report = rig.verify()

    assert (reason_of(report), report.exit_code) == ("verify-differs", ExitCode.PEOPLE)
    assert rig.entries()[-1].text("text") == "乗っ取り"


def test_another_text_again_is_news_and_the_same_one_is_not() -> None:
    rig = published()
    for text in ("い", "い", "ろ", "お知らせ oshirase", "お知らせ oshirase", "ろ"):
        edit(rig, text=text)
        rig.verify()

    assert rig.events()[2:] == ["differs", "differs", "confirmed", "differs"]


def test_an_edited_post_is_found_under_its_new_number() -> None:
    rig = published()
    (post,) = rig.channel.posts
    edit(rig, remote_id="999", text="別の文", earlier=(post.remote_id,))

    report = rig.verify()

    assert seen(report) == {"oshirase": Seen.DIFFERS}
    assert report.strangers == ()


def test_a_post_that_is_gone_is_missing_on_the_second_look() -> None:
    rig = published()
    rig.channel.posts.clear()

    report = rig.verify()

    assert (reason_of(report), report.exit_code) == ("verify-missing", ExitCode.PEOPLE)
    assert rig.slept == [2.0]
    assert rig.events()[-1] == "missing"
    rig.verify()
    assert rig.slept == [2.0]  # on record: looked at once
    assert rig.events()[-1] == "missing"
    assert len(rig.events()) == 3


def test_what_either_look_shows_is_there() -> None:
    rig = published("ichi", "futatsu")
    one, other = rig.channel.posts
    rig.channel.timeline_script.extend([Timeline((one,)), Timeline((other,))])  # type: ignore[list-item]

    report = rig.verify()

    assert set(seen(report).values()) == {Seen.OK}
    assert report.exit_code is ExitCode.OK


# What cannot be known


def test_a_young_post_may_not_show_yet() -> None:
    rig = published(after=19 * MINUTE)
    rig.channel.posts.clear()

    report = rig.verify()

    assert (reason_of(report), report.exit_code) == ("verify-too-young", ExitCode.OK)
    assert rig.events() == ["claimed", "published"]


def test_beyond_the_end_of_the_list_nothing_is_known() -> None:
    rig = published("ichi", "futatsu")
    newest = rig.channel.posts[-1]
    # Only the newer one is shown any more, and the service does not say it is all.
    short = Timeline((newest,), whole=False)
    rig.channel.read_back = lambda _since: short  # type: ignore[method-assign]

    report = rig.verify()

    assert newest.text == "お知らせ ichi"
    assert seen(report) == {"ichi": Seen.OK, "futatsu": Seen.UNKNOWN}
    assert report.exit_code is ExitCode.OK


def test_a_list_that_ends_early_still_shows_what_is_gone_from_its_middle() -> None:
    rig = published()
    older = RemotePost("1000", "昔", "u", NOON - HOUR)
    short = Timeline((older,), whole=False)
    rig.channel.read_back = lambda _since: short  # type: ignore[method-assign]

    report = rig.verify(began=NOON)

    assert seen(report) == {"oshirase": Seen.MISSING}


@pytest.mark.parametrize("looks", [1, 2])
def test_no_answer_proves_nothing(looks: int) -> None:
    rig = published()
    rig.channel.posts.clear()
    script = [NoReply(left=True, reason="timeout")]
    if looks == 2:
        script.insert(0, Timeline(()))  # type: ignore[arg-type]
    rig.channel.timeline_script.extend(script)

    report = rig.verify()

    assert seen(report) == {"oshirase": Seen.UNKNOWN}
    assert report.exit_code is ExitCode.UNDELIVERED
    assert rig.events() == ["claimed", "published"]


def test_credentials_of_somebody_else_end_it() -> None:
    rig = published()
    rig.channel.handle = "somebody"

    report = rig.verify()

    assert seen(report) == {"oshirase": Seen.UNKNOWN}
    assert report.exit_code is ExitCode.CANNOT


def test_one_account_that_does_not_answer_keeps_the_others_from_nothing() -> None:
    rig = Reader((approved(),), settings(("x", "y")))
    for channel in rig.channels.values():
        channel.time = NOON
    assert rig.run().exit_code is ExitCode.OK
    rig.clock.at += HOUR
    for channel in rig.channels.values():
        channel.time += HOUR
    rig.channels["x"].timeline_script.append(NoReply(left=True, reason="timeout"))

    report = rig.verify()

    states = {one.key.account: one.state for one in report.deliveries}
    assert states == {"x": Seen.UNKNOWN, "y": Seen.OK}
    assert report.exit_code is ExitCode.UNDELIVERED
    assert rig.events(account="y")[-1] == "confirmed"


def test_an_account_that_is_gone_from_the_settings_alarms_nobody() -> None:
    rig = published()
    rig.remote.people_commit(policy=settings(("y",)))
    rig.channels["y"] = rig.channels.pop("x")
    rig.channels["y"].posts.clear()

    report = rig.verify()

    assert (reason_of(report), report.exit_code) == (
        "verify-account-gone",
        ExitCode.OK,
    )


def test_asked_to_end_it_leaves_the_rest_unknown() -> None:
    rig = published()
    rig.stop_after = 0

    report = rig.verify()

    assert (reason_of(report), report.exit_code) == (
        "verify-stopped",
        ExitCode.UNDELIVERED,
    )


# Strangers


def strange(rig: Reader, text: str = "だれ", at: dt.datetime | None = None) -> None:
    made = at or rig.channel.time
    rig.channel.posts.append(RemotePost("777", text, "https://x.com/s/777", made))


def test_a_post_of_nobody_is_a_stranger() -> None:
    rig = published()
    strange(rig)

    report = rig.verify()

    assert [one.remote_id for one in report.strangers] == ["777"]
    assert (seen(report), report.exit_code) == (
        {"oshirase": Seen.OK},
        ExitCode.PEOPLE,
    )


def test_a_post_with_the_text_of_ours_is_a_stranger_too() -> None:
    rig = published()
    strange(rig, "お知らせ oshirase")

    assert len(rig.verify().strangers) == 1


def test_what_was_there_before_the_library_began_is_none() -> None:
    rig = published()
    strange(rig, at=NOON - HOUR)

    assert rig.verify(began=NOON - MINUTE).strangers == ()
    assert len(rig.verify(began=NOON - 2 * HOUR).strangers) == 1


def test_a_service_that_shows_more_than_was_asked_for_alarms_nobody() -> None:
    rig = published()
    strange(rig, at=NOON - HOUR)
    everything = Timeline(tuple(rig.channel.posts))
    rig.channel.timeline_script.append(everything)  # type: ignore[arg-type]

    assert rig.verify(began=NOON - MINUTE).strangers == ()


def test_a_first_claim_before_the_introduction_counts_as_the_beginning() -> None:
    rig = published()
    strange(rig, at=NOON + MINUTE)

    assert len(rig.verify(began=NOON + 30 * MINUTE).strangers) == 1


def test_an_account_without_deliveries_is_looked_at_too() -> None:
    rig = Reader()
    strange(rig, at=NOON)

    assert len(rig.verify(began=NOON - HOUR).strangers) == 1


def test_what_a_run_at_the_same_time_sent_is_none() -> None:
    rig = published()
    other = rival(rig)

    def while_reading(_since: dt.datetime | None) -> Timeline:
        # Between our fetch and our look somebody claims and sends.
        if rig.state("asatte").value == "none":
            rig.publish_posts(*rig.posts, approved("asatte"))
            other.run()
        return Timeline(tuple(reversed(rig.channel.posts)))

    rig.channel.read_back = while_reading  # type: ignore[method-assign]

    report = rig.verify()

    assert report.strangers == ()
    assert report.exit_code is ExitCode.OK


def test_what_may_belong_to_an_open_claim_is_none() -> None:
    rig = Reader((approved(),))
    rig.channel.script.append(NoReply(left=True, reason="timeout"))
    rig.channel.timeline_script.append(NoReply(left=True, reason="timeout"))
    assert rig.run().exit_code is ExitCode.IN_DOUBT
    strange(rig, "お知らせ oshirase")

    assert rig.verify().strangers == ()
    rig.channel.posts.clear()
    strange(rig, "ちがう文")
    assert len(rig.verify().strangers) == 1


# --since


def test_since_leaves_out_what_is_older() -> None:
    rig = published()
    rig.channel.posts.clear()

    assert rig.verify(since=NOON + MINUTE).deliveries == ()
    assert seen(rig.verify(since=NOON)) == {"oshirase": Seen.MISSING}


def test_since_bounds_what_the_service_is_asked_for() -> None:
    rig = published("ichi")
    rig.clock.at += 24 * HOUR
    rig.channel.time = rig.clock.at
    rig.publish_posts(approved("futatsu"))
    assert rig.run().exit_code is ExitCode.OK
    asked: list[dt.datetime | None] = []
    read_back = rig.channel.read_back

    def noting(since: dt.datetime | None) -> Timeline:
        asked.append(since)
        shown = read_back(since)
        assert isinstance(shown, Timeline)
        return shown

    rig.channel.read_back = noting  # type: ignore[method-assign]
    since = NOON + 20 * HOUR

    report = rig.verify(since=since)

    assert asked == [since]
    assert seen(report) == {"futatsu": Seen.OK}


# Writing


def test_nothing_new_is_no_push() -> None:
    rig = published()
    rig.verify()
    pushes = len(rig.messages)

    report = rig.verify()

    assert (len(rig.messages), report.recorded) == (pushes, ())


def test_all_news_go_in_one_commit() -> None:
    rig = published("ichi", "futatsu", "san")
    pushes = len(rig.messages)

    report = rig.verify()

    assert len(rig.messages) == pushes + 1
    assert len(report.recorded) == 3


@pytest.mark.parametrize("lost", [LOST, NOT_APPLIED])
def test_a_lost_push_is_made_anew(lost: str | PushOutcome) -> None:
    rig = published()
    rig.pushes.extend([lost, lost])

    report = rig.verify()

    assert report.exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published", "confirmed"]
    assert len(report.recorded) == 1


def test_an_answer_that_was_lost_is_found_on_main() -> None:
    rig = published()
    rig.pushes.append(APPLIED)

    report = rig.verify()

    assert rig.events() == ["claimed", "published", "confirmed"]
    assert len(report.recorded) == 1


def test_what_another_run_recorded_is_not_recorded_twice() -> None:
    rig = published()
    twin = Reader(rig.posts, rig.policy, rig.clock)
    twin.remote, twin.channels = rig.remote, rig.channels
    twin._nonces = 5000  # noqa: SLF001  (nonces never repeat)
    rig.pushes.append(lambda: twin.verify() and None)

    report = rig.verify()

    assert rig.events() == ["claimed", "published", "confirmed"]
    assert report.recorded == ()
    assert report.exit_code is ExitCode.OK


def test_what_was_taken_down_meanwhile_gets_no_event() -> None:
    rig = published()
    rig.channel.posts.clear()
    other = rival(rig)

    def taken_down() -> None:
        rig.publish_posts(*rig.posts, approved("owabi", "誤り", retracts="oshirase"))
        other.run()

    rig.pushes.append(taken_down)

    rig.verify()

    assert rig.events() == ["claimed", "published", "retracted"]


@pytest.mark.parametrize("why", [NO_KEY, REFUSED])
def test_what_cannot_be_written_is_shown(why: object) -> None:
    rig = published()
    rig.pushes.append(why)  # type: ignore[arg-type]

    report = rig.verify()

    assert report.exit_code is ExitCode.CANNOT
    assert [one.code for one in report.notes][1:] == ["resolve-would-write"]
    assert "confirmed" in str(report.notes[1].details["path"])
    assert rig.events() == ["claimed", "published"]
    assert seen(report) == {"oshirase": Seen.OK}


def test_a_remote_that_goes_away_is_said() -> None:
    rig = published()
    rig.pushes.append(PushOutcome(PushResult.LOST))
    rig.fetches.extend([None, UNREACHABLE])

    report = rig.verify()

    assert report.exit_code is ExitCode.CANNOT
    assert rig.events() == ["claimed", "published"]


def test_a_remote_that_is_away_from_the_start_is_said() -> None:
    rig = published()
    rig.fetches.append(UNREACHABLE)

    report = rig.verify()

    assert (report.deliveries, report.exit_code) == ((), ExitCode.CANNOT)


def test_pushes_that_are_always_lost_end() -> None:
    rig = published()
    rig.pushes.extend([LOST] * 50)

    report = rig.verify()

    assert report.exit_code is ExitCode.CANNOT
    assert [one.code for one in report.notes] == ["push-lost"]


def test_a_refused_change_on_main_keeps_it_from_writing() -> None:
    rig = published()
    details = {
        "commit": "c",
        "path": "p",
        "refusal": Reason("push-lost", {"attempts": 1}),
    }
    rig.remote.people_commit(blocked=(Reason("publishing-blocked", details),))
    pushes = len(rig.messages)

    report = rig.verify()

    assert (report.exit_code, len(rig.messages)) == (ExitCode.CANNOT, pushes)


def test_what_the_program_confirms_is_confirmed_by_nobody() -> None:
    rig = published()
    rig.verify()

    assert rig.entries()[-1].data["by"] is None


def test_events_go_on_as_if_nothing_had_been_recorded() -> None:
    rig = published()
    edit(rig, text="別の文")
    rig.verify()
    rig.publish_posts(*rig.posts, approved("owabi", "誤り", retracts="oshirase"))

    report = rig.run()

    assert report.exit_code is ExitCode.OK
    assert rig.events() == ["claimed", "published", "differs", "retracted"]
    assert rig.channel.posts == []
    rig.clock.at += HOUR
    rig.channel.time += HOUR
    assert rig.verify().deliveries == ()
