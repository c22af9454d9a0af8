"""When a delivery may go out."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.delivery import DuePost, PostState, Timing
from sns_cli.model.post import Category
from sns_cli.model.proof import ApprovedPost
from sns_cli.schedule.timing import due_post, timing
from tests.simulation.library import CLOSES, OPENS, approve, post, settings

POLICY = settings()
HOUR = dt.timedelta(hours=1)
SECOND = dt.timedelta(seconds=1)
NIGHT = OPENS.replace(hour=3)


def make(
    approved_at: dt.datetime = OPENS,
    claim_before: dt.datetime | None = None,
    **meta: object,
) -> ApprovedPost:
    one = post("oshirase", "お知らせ", **meta)
    return approve(one, approved_at, claim_before=claim_before)


def at(approved: ApprovedPost, now: dt.datetime) -> Timing:
    return timing(approved, "x", POLICY, now)


def code(approved: ApprovedPost, now: dt.datetime) -> str | None:
    reason = at(approved, now).reason
    return reason.code if reason else None


def test_an_approved_post_is_due_at_once_within_opening_hours() -> None:
    found = at(make(OPENS + HOUR), OPENS + HOUR)

    assert (found.state, found.due_at) == (PostState.DUE, OPENS + HOUR)
    assert found.next_opening == OPENS + HOUR
    assert found.reason is None


def test_a_post_approved_at_night_waits_for_the_opening() -> None:
    found = at(make(NIGHT), NIGHT)

    assert (found.state, found.due_at) == (PostState.WAITING, OPENS)
    assert found.next_opening == OPENS
    assert code(make(NIGHT), NIGHT) == "waits-for-opening"


def test_opening_time_is_included_and_closing_time_is_not() -> None:
    approved = make(NIGHT)

    assert at(approved, OPENS - SECOND).state is PostState.WAITING
    assert at(approved, OPENS).state is PostState.DUE
    assert at(approved, CLOSES - SECOND).state is PostState.DUE
    assert at(approved, CLOSES).state is PostState.WAITING
    assert at(approved, CLOSES).next_opening == OPENS + 24 * HOUR


def test_publish_at_is_waited_for() -> None:
    approved = make(publish_at=OPENS + HOUR)

    assert at(approved, OPENS + HOUR - SECOND).state is PostState.WAITING
    assert code(approved, OPENS) == "not-before"
    assert at(approved, OPENS + HOUR).state is PostState.DUE


def test_a_publish_at_outside_hours_is_due_at_the_next_opening() -> None:
    approved = make(publish_at=CLOSES + HOUR)

    assert at(approved, CLOSES).due_at == OPENS + 24 * HOUR


def test_an_approval_dated_ahead_is_waited_for() -> None:
    assert code(make(OPENS + HOUR), OPENS) == "approval-in-future"


def test_from_expires_at_on_it_is_too_late() -> None:
    approved = make(expires_at=OPENS + HOUR)

    assert at(approved, OPENS + HOUR - SECOND).state is PostState.DUE
    assert at(approved, OPENS + HOUR).state is PostState.EXPIRED
    assert code(approved, OPENS + HOUR) == "post-expired"


def test_from_the_end_of_the_grant_on_it_is_too_late() -> None:
    approved = make(claim_before=OPENS + HOUR)

    assert at(approved, OPENS + HOUR).state is PostState.EXPIRED
    assert code(approved, OPENS + HOUR) == "grant-ended"


def test_a_post_that_ends_before_the_next_opening_never_gets_due() -> None:
    approved = make(CLOSES, expires_at=CLOSES + HOUR)
    found = at(approved, CLOSES)

    assert (found.state, found.due_at) == (PostState.WAITING, None)
    assert code(approved, CLOSES) == "ends-before-opening"


def test_a_post_missed_today_that_ends_tonight_says_so() -> None:
    approved = make(expires_at=CLOSES + HOUR)

    assert at(approved, CLOSES).next_opening is None
    assert code(approved, CLOSES) == "ends-before-opening"


def test_24_hours_after_its_due_time_it_is_overdue_and_still_goes_out() -> None:
    approved = make()
    late = OPENS + 24 * HOUR

    assert at(approved, late - SECOND).state is PostState.WAITING  # before opening
    assert at(approved, late).state is PostState.OVERDUE
    assert isinstance(due_post(approved, "x", POLICY, late), DuePost)


def test_an_emergency_and_a_reason_for_other_hours_go_out_at_night() -> None:
    for meta in (
        {"category": Category.EMERGENCY},
        {"outside_hours_reason": "台風のため"},
    ):
        found = due_post(make(NIGHT, **meta), "x", POLICY, NIGHT)

        assert isinstance(found, DuePost)
        assert (found.due_at, found.closes_at) == (NIGHT, None)


def test_a_date_outside_the_calendar_is_closed() -> None:
    year_later = OPENS.replace(year=2027)

    found = at(make(year_later), year_later)

    assert (found.state, found.due_at) == (PostState.WAITING, None)
    assert code(make(year_later), year_later) == "hours-not-covered"


def test_without_a_calendar_it_waits_and_says_why() -> None:
    policy = POLICY.model_copy(update={"calendars": {}})

    found = timing(make(), "x", policy, OPENS)

    assert found.state is PostState.WAITING
    assert found.reason is not None
    assert found.reason.code == "hours-no-calendar"


def test_it_closes_at_the_first_of_closing_expiry_and_end_of_grant() -> None:
    def closes(**fields: dt.datetime) -> dt.datetime | None:
        found = due_post(make(**fields), "x", POLICY, OPENS)
        assert isinstance(found, DuePost)
        return found.closes_at

    assert closes() == CLOSES
    assert closes(expires_at=OPENS + HOUR) == OPENS + HOUR
    assert closes(claim_before=OPENS + SECOND, expires_at=CLOSES) == OPENS + SECOND
    assert closes(expires_at=CLOSES + HOUR) == CLOSES


instants = st.integers(-6 * 86_400, 12 * 86_400).map(
    lambda seconds: OPENS + seconds * SECOND
)
maybe = st.one_of(st.none(), instants)


@given(instants, maybe, maybe, maybe, instants)
def test_whatever_is_due_satisfies_every_bound(
    approved_at: dt.datetime,
    publish_at: dt.datetime | None,
    expires_at: dt.datetime | None,
    claim_before: dt.datetime | None,
    now: dt.datetime,
) -> None:
    approved = make(
        approved_at, claim_before, publish_at=publish_at, expires_at=expires_at
    )
    found = due_post(approved, "x", POLICY, now)

    if isinstance(found, DuePost):
        lower = max(approved_at, publish_at or approved_at)
        assert lower <= found.due_at <= now
        assert OPENS.time() <= now.astimezone(OPENS.tzinfo).time() < CLOSES.time()
        assert all(now < end for end in (expires_at, claim_before) if end is not None)
        assert found.closes_at is not None
        assert now < found.closes_at
    elif found.next_opening is not None:
        assert found.next_opening > now
        later = due_post(approved, "x", POLICY, found.next_opening)
        assert isinstance(later, DuePost)
