"""The plan is pure: what may go out, in which order, and why the rest may not."""

import datetime as dt

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Reason, Result, Unpublishable
from sns_cli.model.event import EventName
from sns_cli.model.ledger import Ledger
from sns_cli.model.post import Category
from sns_cli.model.settings import Service
from sns_cli.publish.plan import Plan, plan
from tests.publish.desk import (
    MINUTE,
    NOON,
    X,
    approved,
    limits,
    scene,
    snapshot,
    story,
)
from tests.simulation.library import CLOSES, OPENS, approve, post, settings

CLAIMED, PUBLISHED = EventName.CLAIMED, EventName.PUBLISHED
NOT_SENT, REJECTED = EventName.NOT_SENT, EventName.REJECTED
IN_DOUBT, RETRACTED = EventName.IN_DOUBT, EventName.RETRACTED


def told(made: object) -> dict[str, tuple[str, str | None, ExitCode]]:
    return {
        line.outcome.key.post: (
            line.outcome.state.value,
            line.outcome.reason.code if line.outcome.reason else None,
            line.code,
        )
        for line in made.lines  # type: ignore[attr-defined]
    }


def test_due_posts_are_ordered_by_due_time_then_id_then_account() -> None:
    posts = [
        approved("ccc", publish_at=NOON - 2 * MINUTE),
        approved("bbb", publish_at=NOON - MINUTE),
        approved("aaa", publish_at=NOON - MINUTE),
    ]
    policy = settings(("y", "x"))

    made = plan(scene(snapshot(*posts, policy=policy)))

    assert [(one.key.post, one.key.account) for one in made.ready] == [
        ("ccc", "x"),
        ("ccc", "y"),
        ("aaa", "x"),
        ("aaa", "y"),
        ("bbb", "x"),
        ("bbb", "y"),
    ]


def test_the_order_of_the_posts_makes_no_difference() -> None:
    posts = [approved(f"post-{n}") for n in range(5)]

    forth, back = (plan(scene(snapshot(*some))) for some in (posts, posts[::-1]))

    assert forth.ready == back.ready


@pytest.mark.parametrize(
    "events",
    [
        ((CLAIMED, 60), (PUBLISHED, 59)),
        ((CLAIMED, 60), (PUBLISHED, 59), (RETRACTED, 1)),
        ((CLAIMED, 60),),
        ((CLAIMED, 60), (IN_DOUBT, 30)),
        ((PUBLISHED, 60),),
    ],
)
def test_what_is_final_unsettled_or_broken_is_not_planned(
    events: tuple[tuple[EventName, int], ...],
) -> None:
    one = approved()

    made = plan(scene(snapshot(one, ledger=story(one, *events))))

    assert (made.ready, made.lines) == ((), ())


def test_a_post_changed_after_publication_is_not_sent_again() -> None:
    old, new = approved(), approved(text="直した文")
    ledger = story(old, (CLAIMED, 60), (PUBLISHED, 59))

    assert plan(scene(snapshot(new, ledger=ledger))).ready == ()


def test_an_account_added_later_is_a_delivery_of_its_own() -> None:
    one = approved()
    ledger = story(one, (CLAIMED, 60), (PUBLISHED, 59))

    made = plan(scene(snapshot(one, ledger=ledger, policy=settings(("x", "y")))))

    assert [ready.key.account for ready in made.ready] == ["y"]


@pytest.mark.parametrize(("minutes", "ready"), [(14, False), (15, True)])
def test_what_was_not_sent_is_tried_again_after_15_minutes(
    minutes: int, *, ready: bool
) -> None:
    one = approved()
    ledger = story(one, (CLAIMED, 60), (NOT_SENT, minutes))

    made = plan(scene(snapshot(one, ledger=ledger)))

    assert bool(made.ready) is ready
    if not ready:
        line = ("not-sent", "retry-later", ExitCode.UNDELIVERED)
        assert told(made) == {"oshirase": line}


def test_24_hours_after_the_first_claim_it_is_given_up() -> None:
    one, day = approved(), 24 * 60
    ledger = story(one, (CLAIMED, day), (NOT_SENT, day), (CLAIMED, 30), (NOT_SENT, 29))
    later = plan(scene(snapshot(one, ledger=ledger)))
    before = plan(scene(snapshot(one, ledger=ledger), NOON - MINUTE))

    assert told(later) == {"oshirase": ("not-sent", "given-up", ExitCode.PEOPLE)}
    assert len(before.ready) == 1


def test_an_accepted_change_ends_giving_up() -> None:
    old, new, day = approved(), approved(text="直した文"), 48 * 60
    ledger = story(old, (CLAIMED, day), (NOT_SENT, day))

    assert len(plan(scene(snapshot(new, ledger=ledger))).ready) == 1


def test_a_person_who_says_not_sent_starts_the_24_hours_anew() -> None:
    one, day = approved(), 48 * 60
    ledger = story(one, (CLAIMED, day), (IN_DOUBT, day), (NOT_SENT, 1))
    delivery = next(iter(ledger.deliveries.values()))
    last = delivery.entries[-1]
    by_person = {**last.data, "by": "kancho", "retry_at": last.data["at"]}
    decided = ledger.with_entries([type(last)(last.name, by_person)])

    assert len(plan(scene(snapshot(one, ledger=decided))).ready) == 1


def test_a_rejection_stands_until_an_accepted_change() -> None:
    old, new = approved(), approved(text="直した文")
    ledger = story(old, (CLAIMED, 600), (REJECTED, 599))

    made = plan(scene(snapshot(old, ledger=ledger)))

    stands = ("rejected", "rejected-stands", ExitCode.PEOPLE)
    assert told(made) == {"oshirase": stands}
    assert len(plan(scene(snapshot(new, ledger=ledger))).ready) == 1


def test_a_pause_lets_everything_wait_with_its_reason() -> None:
    why = Reason("paused-by-settings", {"reason": "点検"})

    made = plan(scene(snapshot(approved(), paused=why)))

    assert told(made) == {"oshirase": ("waiting", "paused-by-settings", ExitCode.OK)}


def test_a_paused_account_waits() -> None:
    made = plan(scene(snapshot(approved(), policy=limits(paused=True))))

    assert told(made) == {"oshirase": ("waiting", "account-paused", ExitCode.OK)}


def test_outside_opening_hours_it_waits_with_the_calendars_reason() -> None:
    made = plan(scene(snapshot(approved()), CLOSES))

    assert told(made) == {"oshirase": ("waiting", "waits-for-opening", ExitCode.OK)}


def test_an_expired_post_is_told_and_asks_nobody() -> None:
    made = plan(scene(snapshot(approved(expires_at=NOON))))

    assert told(made) == {"oshirase": ("expired", "post-expired", ExitCode.OK)}


def test_a_text_that_is_too_long_is_for_people_even_before_its_time() -> None:
    long = approved(text="あ" * 141)

    made = plan(scene(snapshot(long), CLOSES))

    assert told(made) == {"oshirase": ("blocked", "text-too-long", ExitCode.PEOPLE)}


def test_an_unsupported_service_is_no_fault_of_the_post() -> None:
    policy = limits(service=Service.MAIL)

    due = plan(scene(snapshot(approved(), policy=policy)))
    early = plan(scene(snapshot(approved(), policy=policy), CLOSES))

    assert told(due)["oshirase"][2] is ExitCode.CANNOT
    assert told(early)["oshirase"][2] is ExitCode.OK


def test_one_bad_post_among_good_ones_is_told_and_stops_nothing() -> None:
    bad = Unpublishable("posts/2026/12/bad.md", None, Reason("unreadable"))

    made = plan(scene(snapshot(approved(), unpublishable=(bad,))))

    assert len(made.ready) == 1
    unreadable = ("blocked", "unreadable", ExitCode.PEOPLE)
    assert told(made) == {"posts/2026/12/bad.md": unreadable}


def test_an_unpublishable_post_that_was_delivered_before_is_not_mentioned() -> None:
    one = approved()
    bad = Unpublishable(one.post.path, one.post, Reason("duplicate-id"))
    ledger = story(one, (CLAIMED, 60), (PUBLISHED, 59))

    assert plan(scene(snapshot(unpublishable=(bad,), ledger=ledger))).lines == ()


def test_a_request_to_retract_is_never_sent_and_keeps_its_target_back() -> None:
    target = approved()
    request = approve(post("torikeshi", "誤り", retracts="oshirase"), NOON)

    made = plan(scene(snapshot(target, request)))

    assert made.ready == ()
    withheld = ("withdrawn", "withheld-by-retraction", ExitCode.OK)
    assert told(made) == {"oshirase": withheld}


def test_a_request_that_names_an_account_keeps_only_that_one_back() -> None:
    target = approved()
    request = approve(
        post("torikeshi", "誤り", retracts="oshirase", accounts=("y",)), NOON
    )

    made = plan(scene(snapshot(target, request, policy=settings(("x", "y")))))

    assert [one.key.account for one in made.ready] == ["x"]


def test_several_requests_keep_back_what_each_of_them_names() -> None:
    asks = [
        approve(
            post(f"torikeshi-{key}", "誤り", retracts="oshirase", accounts=(key,)), NOON
        )
        for key in ("x", "y")
    ]

    made = plan(scene(snapshot(approved(), *asks, policy=settings(("x", "y", "z")))))

    assert [one.key.account for one in made.ready] == ["z"]


def test_only_the_accounts_asked_for_are_served() -> None:
    policy = settings(("x", "y"))

    made = plan(scene(snapshot(approved(), policy=policy), accounts=frozenset({"y"})))

    assert [one.key.account for one in made.ready] == ["y"]


# --- limits


def test_spacing_lets_one_out_and_the_others_wait() -> None:
    posts = [approved("aaa"), approved("bbb")]

    made = plan(scene(snapshot(*posts, policy=limits(spacing_minutes=30))))

    assert [one.key.post for one in made.ready] == ["aaa"]
    assert told(made) == {"bbb": ("waiting", "limit-spacing", ExitCode.OK)}


@pytest.mark.parametrize(
    ("ended", "minutes", "ready"),
    [
        (PUBLISHED, 29, False),
        (PUBLISHED, 30, True),
        (IN_DOUBT, 29, False),
        (NOT_SENT, 1, True),
        (REJECTED, 1, True),
    ],
)
def test_spacing_counts_what_may_be_public(
    ended: EventName, minutes: int, *, ready: bool
) -> None:
    ledger = story(approved("before"), (CLAIMED, minutes), (ended, minutes))
    policy = limits(spacing_minutes=30)

    made = plan(scene(snapshot(approved(), ledger=ledger, policy=policy)))

    assert bool(made.ready) is ready


def test_the_number_per_day_counts_the_librarys_day() -> None:
    yesterday = story(approved("old"), (CLAIMED, 12 * 60 + 1), (PUBLISHED, 700))
    today = story(approved("new"), (CLAIMED, 12 * 60), (PUBLISHED, 700))
    policy = limits(max_per_day=1)

    def ready(ledger: Ledger) -> int:
        seen = snapshot(approved(), ledger=ledger, policy=policy)
        return len(plan(scene(seen)).ready)

    assert (ready(yesterday), ready(today)) == (1, 0)


def test_the_number_per_day_counts_what_the_plan_itself_lets_out() -> None:
    posts = [approved(f"post-{n}") for n in range(4)]

    made = plan(scene(snapshot(*posts, policy=limits(max_per_day=2))))

    assert [one.key.post for one in made.ready] == ["post-0", "post-1"]


def test_of_several_claims_of_a_delivery_only_what_may_be_public_counts() -> None:
    used = story(
        approved("before"),
        (CLAIMED, 90),
        (NOT_SENT, 89),
        (CLAIMED, 60),
        (REJECTED, 59),
        (CLAIMED, 30),
        (PUBLISHED, 29),
    )

    def ready(per_day: int) -> int:
        seen = snapshot(approved(), ledger=used, policy=limits(max_per_day=per_day))
        return len(plan(scene(seen)).ready)

    assert (ready(1), ready(2)) == (0, 1)


def test_what_was_not_sent_and_cannot_be_read_is_left_to_people() -> None:
    ledger = story(approved(), (CLAIMED, 90), (NOT_SENT, 89))
    last = next(iter(ledger.deliveries.values())).entries[-1]
    unreadable = ledger.with_entries([type(last)(last.name, {})])

    made = plan(scene(snapshot(approved(), ledger=unreadable)))

    broken = ("broken", "event-unreadable", ExitCode.PEOPLE)
    assert (made.ready, told(made)) == ((), {"oshirase": broken})


def test_why_it_was_not_sent_and_when_it_is_tried_again_is_told() -> None:
    ledger = story(approved(), (CLAIMED, 10), (NOT_SENT, 9))

    made = plan(scene(snapshot(approved(), ledger=ledger)))

    expected = {"again_at": "2026-12-07 12:06", "reason": "so"}
    assert made.lines[0].outcome.reason == Reason("retry-later", expected)


def test_until_when_spacing_holds_it_back_is_told() -> None:
    ledger = story(approved("before"), (CLAIMED, 10), (PUBLISHED, 9))
    policy = limits(spacing_minutes=30)

    made = plan(scene(snapshot(approved(), ledger=ledger, policy=policy)))

    expected = {"minutes": 30, "until": NOON + 20 * MINUTE}
    assert made.lines[0].outcome.reason == Reason("limit-spacing", expected)


def until(made: Plan) -> dict[str, object]:
    """Return from when on each post that waits may go out."""
    return {
        line.outcome.key.post: line.outcome.reason.details.get("until")
        for line in made.lines
        if line.outcome.reason is not None
    }


LATE = CLOSES - 10 * MINUTE
MORNING = OPENS + dt.timedelta(days=1)


def test_no_time_is_told_at_which_the_doors_are_closed() -> None:
    """And no two posts are promised the same time."""
    posts = [approved(one) for one in ("aaa", "bbb", "ccc")]

    made = plan(scene(snapshot(*posts, policy=limits(spacing_minutes=30)), LATE))

    assert [one.key.post for one in made.ready] == ["aaa"]
    assert until(made) == {"bbb": MORNING, "ccc": MORNING + 30 * MINUTE}


def test_the_line_keeps_the_number_per_day() -> None:
    posts = [approved(f"post-{n}") for n in range(5)]
    policy = limits(max_per_day=2, spacing_minutes=20)

    made = plan(scene(snapshot(*posts, policy=policy)))

    assert told(made)["post-1"][1] == "limit-spacing"
    assert until(made) == {
        "post-1": NOON + 20 * MINUTE,
        "post-2": MORNING,
        "post-3": MORNING + 20 * MINUTE,
        "post-4": MORNING + dt.timedelta(days=1),
    }


def test_what_hours_do_not_bind_need_not_wait_for_the_doors() -> None:
    posts = [approved("aaa"), approved("bbb"), approved("ccc")]
    now = approved("ddd", category=Category.EMERGENCY)

    made = plan(scene(snapshot(*posts, now, policy=limits(spacing_minutes=30)), LATE))

    assert until(made)["ddd"] == LATE + 30 * MINUTE


@pytest.mark.parametrize("limit", [{"max_per_day": 0}, {"spacing_minutes": 100_000}])
def test_a_limit_that_leaves_no_time_is_told(limit: dict[str, int]) -> None:
    posts = [approved("aaa"), approved("bbb")]

    made = plan(scene(snapshot(*posts, policy=limits(**limit))))

    assert told(made)["bbb"][1] == "limit-for-good"


def test_a_post_that_ends_before_its_turn_is_told() -> None:
    posts = [approved("aaa"), approved("bbb", expires_at=NOON + 30 * MINUTE)]

    made = plan(scene(snapshot(*posts, policy=limits(spacing_minutes=30))))

    assert told(made)["bbb"][1] == "limit-for-good"


@pytest.mark.parametrize("account", [True, False])
def test_a_pause_is_told_before_the_time_has_come(*, account: bool) -> None:
    stop = Reason("paused-by-settings", {"reason": "点検"})
    early = approved(publish_at=NOON + 60 * MINUTE)
    policy = limits(paused=True) if account else limits()
    seen = snapshot(early, policy=policy, paused=None if account else stop)

    (line,) = plan(scene(seen)).lines

    pause = Reason("account-paused", {"account": X}) if account else stop
    details = {"pause": pause, "then": NOON + 60 * MINUTE}
    assert line.outcome.reason == Reason("paused-until-then", details)


def test_a_pause_hides_no_post_that_can_never_go_out() -> None:
    early = approved(publish_at=CLOSES, expires_at=CLOSES + MINUTE)

    made = plan(scene(snapshot(early, policy=limits(paused=True))))

    assert told(made)["oshirase"][1] == "ends-before-opening"


def test_the_budget_counts_the_calendar_month_in_utc() -> None:
    policy = settings((X,), monthly_budget_usd=0.02)
    priced = policy.model_copy(update={"prices": {"rehearsal": {"create": 0.015}}})
    minutes = int((NOON - dt.datetime(2026, 12, 1, tzinfo=dt.UTC)) / MINUTE)

    def line(age: int) -> str | None:
        claim = (CLAIMED, age), (PUBLISHED, age)
        ledger = story(approved("before"), *claim, cost_usd=0.015)
        seen = snapshot(approved(), ledger=ledger, policy=priced)
        return told(plan(scene(seen))).get("oshirase", ("due", None))[1]

    assert line(minutes) == "limit-budget"
    assert line(minutes + 1) is None


def test_the_budget_may_be_used_up_to_the_last_cent() -> None:
    policy = settings((X,), monthly_budget_usd=0.045)
    priced = policy.model_copy(update={"prices": {"rehearsal": {"create": 0.015}}})
    posts = [approved(f"post-{n}") for n in range(4)]

    made = plan(scene(snapshot(*posts, policy=priced)))

    assert [one.key.post for one in made.ready] == ["post-0", "post-1", "post-2"]
    assert made.lines[0].outcome.state is Result.WAITING
