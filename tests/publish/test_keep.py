"""``--until``: whole runs follow each other when something becomes due or changes."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from sns_cli.errors import ExitCode, RemoteError
from sns_cli.model.channel import Reply
from sns_cli.model.delivery import RunReport
from sns_cli.model.event import Run
from sns_cli.model.history import CommitId
from sns_cli.publish.config import Config
from sns_cli.publish.keep import PEEK_EVERY, Pass, Vigil, keep
from sns_cli.publish.upcoming import LOOK_AGAIN, TRY_AGAIN, upcoming
from sns_cli.schedule.timing import due_post
from tests.publish.desk import MINUTE, NOON, approved
from tests.publish.rig import NO_KEY, UNREACHABLE, Rig
from tests.simulation.library import CLOSES, OPENS, settings

HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass
class Watch:
    """A publisher that stays, on a clock that the waiting itself moves.

    Attributes:
        later: what people do while it waits, each at its time.
        begun: when each run took place.
        waits: what it said it waits for.
        asked_at: when it is asked to end.
    """

    rig: Rig
    later: list[tuple[dt.datetime, Callable[[], None]]] = field(default_factory=list)
    begun: list[dt.datetime] = field(default_factory=list)
    waits: list[dt.datetime | None] = field(default_factory=list)
    peeks: list[dt.datetime] = field(default_factory=list)
    longest: float = 0.0
    stays: bool = False
    answers: bool = True
    asked_at: dt.datetime | None = None

    def keep(self, until: dt.datetime) -> RunReport:
        vigil = Vigil(
            clock=self.rig.clock,
            sleep=self._sleep,
            stopping=self._stopping,
            tip=self._tip,
            run=self._run,
            waits=lambda _, again: self.waits.append(again),
            stays=self.stays,
        )
        return keep(vigil, until)

    @property
    def now(self) -> dt.datetime:
        return self.rig.clock.now()

    def _run(self) -> Pass:
        assert len(self.begun) < 200, "it runs without a pause"
        self.begun.append(self.now)
        for channel in self.rig.channels.values():
            channel.time = self.now
        report = self.rig.run()
        config = Config(
            run=Run(job="job", runner="runner", version="0"),
            due=due_post,
            channels=frozenset(self.rig.channels),
        )
        return Pass(report, upcoming(config, report, self.now))

    def _sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.longest = max(self.longest, seconds)
        self.rig.clock.advance(seconds=seconds)
        while self.later and self.later[0][0] <= self.now:
            self.later.pop(0)[1]()

    def _stopping(self) -> bool:
        return self.asked_at is not None and self.now >= self.asked_at

    def _tip(self) -> CommitId | None:
        self.peeks.append(self.now)
        return self.rig.remote.tip if self.answers else None


def states(report: RunReport) -> dict[str, str]:
    return {one.key.post: one.state.value for one in report.outcomes}


def sent(watch: Watch) -> list[str]:
    return watch.rig.channel.sent


def test_it_sends_at_the_exact_minute_and_tells_of_all_runs_at_the_end() -> None:
    posts = [
        approved("first"),
        approved("second", publish_at=NOON + 30 * MINUTE),
        approved("third", publish_at=NOON + 50 * MINUTE),
        approved("tomorrow", publish_at=NOON + DAY),
    ]
    watch = Watch(Rig(tuple(posts)))

    report = watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, NOON + 30 * MINUTE, NOON + 50 * MINUTE]
    assert states(report) == {
        "first": "published",
        "second": "published",
        "third": "published",
        "tomorrow": "waiting",
    }
    assert report.exit_code is ExitCode.OK
    assert watch.waits == watch.begun[1:]
    # Nothing else can become due before the hour is over: it ended at once.
    assert watch.now == NOON + 50 * MINUTE


def test_what_is_due_at_the_last_instant_still_goes_out() -> None:
    edge = [
        approved("edge", publish_at=NOON + HOUR),
        approved("late", publish_at=NOON + HOUR + dt.timedelta(seconds=1)),
    ]
    watch = Watch(Rig(tuple(edge)))

    report = watch.keep(NOON + HOUR)

    assert states(report) == {"edge": "published", "late": "waiting"}
    assert watch.now == NOON + HOUR


def test_it_waits_for_the_doors() -> None:
    watch = Watch(Rig((approved(),)))
    watch.rig.clock.at = OPENS - HOUR

    assert states(watch.keep(OPENS + MINUTE)) == {"oshirase": "published"}
    assert watch.begun == [OPENS - HOUR, OPENS]


def test_nothing_to_wait_for_ends_it_where_a_change_starts_a_run() -> None:
    watch = Watch(Rig((approved(publish_at=NOON + DAY),)))

    report = watch.keep(NOON + HOUR)

    assert (watch.begun, watch.peeks, watch.now) == ([NOON], [], NOON)
    assert report.exit_code is ExitCode.OK


def test_elsewhere_it_stays_for_what_people_approve() -> None:
    rig = Rig()
    emergency = approved("kinkyu")
    at = NOON + 37 * MINUTE
    watch = Watch(rig, [(at, lambda: rig.publish_posts(emergency))], stays=True)

    report = watch.keep(NOON + HOUR)

    assert states(report) == {"kinkyu": "published"}
    assert watch.waits == [None, None]
    (_, second) = watch.begun
    assert at <= second <= at + PEEK_EVERY
    assert watch.now == NOON + HOUR


def test_an_emergency_goes_out_by_the_run_that_waits_for_something_else() -> None:
    rig = Rig((approved("later", publish_at=NOON + 50 * MINUTE),))
    at = NOON + 7 * MINUTE
    both = (*rig.posts, approved("kinkyu"))
    watch = Watch(rig, [(at, lambda: rig.publish_posts(*both))])

    report = watch.keep(NOON + HOUR)

    assert states(report) == {"kinkyu": "published", "later": "published"}
    assert len(watch.begun) == 3
    assert watch.begun[1] <= at + PEEK_EVERY
    assert watch.begun[2] == NOON + 50 * MINUTE


def test_its_own_pushes_are_no_news() -> None:
    posts = approved("first"), approved("later", publish_at=NOON + 50 * MINUTE)
    watch = Watch(Rig(posts))

    watch.keep(NOON + HOUR)

    assert len(watch.begun) == 2
    assert len(watch.peeks) > 100


def test_a_remote_that_does_not_answer_is_asked_again_and_no_run_is_wasted() -> None:
    watch = Watch(Rig((approved(publish_at=NOON + 30 * MINUTE),)), answers=False)

    report = watch.keep(NOON + HOUR)

    assert states(report) == {"oshirase": "published"}
    assert watch.begun == [NOON, NOON + 30 * MINUTE]


def test_no_look_at_the_remote_is_begun_just_before_the_moment() -> None:
    due = NOON + 3 * MINUTE + dt.timedelta(seconds=5)
    watch = Watch(Rig((approved(publish_at=due),)))

    watch.keep(NOON + HOUR)

    assert watch.begun[1] == due
    assert max(watch.peeks) < due - dt.timedelta(seconds=12)


def test_it_sleeps_in_short_pieces_so_that_it_hears_and_the_clock_may_be_set() -> None:
    watch = Watch(Rig((approved(publish_at=NOON + 30 * MINUTE),)))

    watch.keep(NOON + HOUR)

    assert watch.longest <= 1.0


def test_asked_to_end_it_ends_and_takes_nothing_new() -> None:
    rig = Rig((approved("first"), approved("later", publish_at=NOON + 30 * MINUTE)))
    watch = Watch(rig, asked_at=NOON + 10 * MINUTE)

    report = watch.keep(NOON + HOUR)

    assert states(report) == {"first": "published", "later": "waiting"}
    assert watch.begun == [NOON]
    assert watch.now < NOON + 11 * MINUTE


def test_the_code_is_how_things_stand_at_the_end() -> None:
    rig = Rig((approved("first"),))
    rig.channel.script.append(Reply(429))
    watch = Watch(rig)

    report = watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, NOON + TRY_AGAIN]
    assert (states(report), report.exit_code) == (
        {"first": "published"},
        ExitCode.OK,
    )


def test_what_stands_is_told_although_later_runs_went_well() -> None:
    rig = Rig((approved("first"), approved("later", publish_at=NOON + 30 * MINUTE)))
    rig.channel.script.append(Reply(503))
    watch = Watch(rig)

    report = watch.keep(NOON + HOUR)

    assert states(report) == {"first": "in-doubt", "later": "published"}
    assert report.exit_code is ExitCode.IN_DOUBT


def test_what_was_withdrawn_meanwhile_is_not_told_as_waiting() -> None:
    rig = Rig((approved("a", publish_at=NOON + 30 * MINUTE),))
    watch = Watch(rig, [(NOON + MINUTE, rig.publish_posts)], stays=True)

    assert states(watch.keep(NOON + HOUR)) == {}


def test_paused_it_does_not_wait_for_times_that_the_pause_holds_back() -> None:
    posts = approved("now"), approved("soon", publish_at=NOON + MINUTE)
    watch = Watch(Rig(posts, policy=settings(("x",), paused=True)))

    watch.keep(NOON + HOUR)

    assert watch.begun == [NOON]


def test_a_pause_that_is_lifted_sets_it_going() -> None:
    rig = Rig((approved("now"),), policy=settings(("x",), paused=True))
    lifted = settings(("x",))
    change = NOON + MINUTE, lambda: rig.remote.people_commit(policy=lifted)
    watch = Watch(rig, [change], stays=True)

    assert states(watch.keep(NOON + HOUR)) == {"now": "published"}


def test_while_main_cannot_be_read_it_tries_again() -> None:
    rig = Rig((approved(),))
    rig.fetches.extend([UNREACHABLE, UNREACHABLE])
    watch = Watch(rig)

    report = watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, NOON + PEEK_EVERY, NOON + 2 * PEEK_EVERY]
    assert (states(report), report.exit_code) == ({"oshirase": "published"}, 0)


def test_while_the_remote_is_away_no_run_is_begun_but_every_two_minutes() -> None:
    rig = Rig((approved(),))
    rig.fetches.extend([UNREACHABLE, UNREACHABLE])
    watch = Watch(rig, answers=False)

    watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, NOON + LOOK_AGAIN, NOON + 2 * LOOK_AGAIN]
    assert len(watch.peeks) == 10


def test_away_at_the_moment_it_sends_once_the_remote_answers() -> None:
    due = NOON + 30 * MINUTE
    rig = Rig((approved(publish_at=due),))

    def back() -> None:
        watch.answers = True

    watch = Watch(rig, [(due + dt.timedelta(seconds=30), back)], answers=False)
    later = due - dt.timedelta(seconds=1), lambda: rig.fetches.append(UNREACHABLE)
    watch.later.insert(0, later)

    report = watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, due, due + 2 * PEEK_EVERY]
    assert states(report) == {"oshirase": "published"}


def test_what_was_due_is_not_forgotten_when_a_look_fails() -> None:
    due = NOON + 30 * MINUTE
    both = approved(publish_at=due), approved("late", publish_at=NOON + DAY)
    rig = Rig((both[0],))

    def change() -> None:
        rig.publish_posts(*both)
        rig.fetches.append(UNREACHABLE)
        watch.answers = True

    watch = Watch(rig, [(due - MINUTE, change)], answers=False)
    second = dt.timedelta(seconds=1)
    gone = due - MINUTE + second, lambda: setattr(watch, "answers", False)
    watch.later.append(gone)

    watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, due - MINUTE, due]


def test_what_a_broken_main_says_is_no_reason_to_hurry() -> None:
    rig = Rig((approved(),))
    rig.fetches.extend([NO_KEY, NO_KEY])
    watch = Watch(rig)

    watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, NOON + LOOK_AGAIN, NOON + 2 * LOOK_AGAIN]


def test_what_cannot_be_read_at_the_end_is_an_error() -> None:
    rig = Rig((approved(),))
    rig.fetches.extend([UNREACHABLE] * 100)

    report = Watch(rig, answers=False).keep(NOON + HOUR)

    assert report.exit_code is RemoteError("x").exit_code


def test_what_a_broken_account_leaves_is_tried_again_without_haste() -> None:
    rig = Rig((approved(),))
    rig.channel.handle = "somebody_else"
    watch = Watch(rig)

    report = watch.keep(NOON + HOUR)

    assert (report.exit_code, sent(watch)) == (ExitCode.CANNOT, [])
    assert watch.begun == [NOON + n * TRY_AGAIN for n in range(5)]


def test_closing_time_is_not_outwaited() -> None:
    rig = Rig((approved(),), policy=settings(("x",), max_per_day=0))
    watch = Watch(rig)

    watch.keep(CLOSES)

    assert watch.begun == [NOON]


def test_spacing_frees_one_after_the_other() -> None:
    rig = Rig(
        tuple(approved(f"post-{n}") for n in range(3)),
        policy=settings(("x",), spacing_minutes=20),
    )
    watch = Watch(rig)

    report = watch.keep(NOON + HOUR)

    assert watch.begun == [NOON, NOON + 20 * MINUTE, NOON + 40 * MINUTE]
    assert set(states(report).values()) == {"published"}
