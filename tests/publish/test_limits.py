"""Limits by hand: what a month costs, when a day is full, in which order it frees.

Prices of X as of 2026-08-22: a post 0.015, with a URL 0.200, the description of a
picture 0.005. A month is a calendar month in UTC, a day one of the library's.
"""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from sns_cli.compose.message import Message, compose
from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Reason
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryKey, Entry, Ledger
from sns_cli.model.opening import HoursRow
from sns_cli.model.settings import Service, Settings
from sns_cli.publish.limits import Usage, broken, nearly_spent, next_month, usage
from sns_cli.publish.plan import plan
from tests.publish.desk import X, approved, entry, scene, snapshot
from tests.publish.rig import Rig, outcome, why
from tests.simulation.library import approve, post, settings

CLAIMED, PUBLISHED = EventName.CLAIMED, EventName.PUBLISHED
NOT_SENT, REJECTED = EventName.NOT_SENT, EventName.REJECTED
IN_DOUBT = EventName.IN_DOUBT
UTC = dt.UTC
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def x_settings(**limits: object) -> Settings:
    return settings((X,), service=Service.X, **limits)


def cost_of(body: str, policy: Settings | None = None, pictures: int = 0) -> float:
    made = compose(post("p", body, pictures), X, policy or x_settings())
    assert isinstance(made, Message)
    return made.cost_usd


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def ledger(*stories: tuple[str, float, str, EventName | None]) -> Ledger:
    """Return claims: post, cost, time, and how each ended (None: not yet)."""
    entries: list[Entry] = []
    for post_id, cost, when, end in stories:
        key = DeliveryKey(post_id, X)
        n = 1 + sum(one.name.key == key for one in entries)
        entries.append(entry(key, n, CLAIMED, at(when), cost_usd=cost, nonce=str(n)))
        if end is not None:
            entries.append(entry(key, n + 1, end, at(when), reason="so"))
    return Ledger().with_entries(entries)


def test_what_a_month_of_a_small_library_costs() -> None:
    # 12 × 0.015 + 5 × 0.200 + 3 × (0.015 + 2 × 0.005) = 0.18 + 1.00 + 0.075
    plain = cost_of("本日は休館です。")
    linked = cost_of("くわしくは https://www.lib.example.lg.jp/ をご覧ください。")
    pictured = cost_of("展示です。", pictures=2)

    assert (plain, linked, pictured) == (0.015, 0.2, 0.025)
    assert 12 * plain + 5 * linked + 3 * pictured == pytest.approx(1.255)


def test_own_prices_count_instead_each_by_itself() -> None:
    own = x_settings().model_copy(
        update={"prices": {"x": {"create_with_url": 0.02, "alt_text": 0.0}}}
    )

    assert cost_of("休館です。", own) == 0.015
    assert cost_of("https://www.lib.example.lg.jp/", own) == 0.02
    assert cost_of("展示です。", own, pictures=1) == 0.015


def test_what_counts_is_what_may_be_public() -> None:
    made = ledger(
        ("a", 0.015, "2026-12-03T10:00:00+09:00", PUBLISHED),
        ("b", 0.200, "2026-12-03T11:00:00+09:00", None),
        ("c", 0.200, "2026-12-03T12:00:00+09:00", IN_DOUBT),
        ("d", 0.200, "2026-12-03T13:00:00+09:00", NOT_SENT),
        ("d", 0.015, "2026-12-03T14:00:00+09:00", PUBLISHED),
        ("e", 0.200, "2026-12-03T15:00:00+09:00", REJECTED),
    )

    used = usage(made, X, x_settings(), at("2026-12-03T18:00:00+09:00"))

    assert used.spent_usd == pytest.approx(0.015 + 0.200 + 0.200 + 0.015)
    assert used.today == 4
    assert used.last == at("2026-12-03T14:00:00+09:00")


@pytest.mark.parametrize(
    ("claimed", "counts"),
    [
        ("2026-12-01T08:59:59+09:00", False),  # 30 November 23:59:59 UTC
        ("2026-12-01T09:00:00+09:00", True),
        ("2027-01-01T08:59:59+09:00", True),  # 31 December 23:59:59 UTC
        ("2025-12-15T12:00:00+09:00", False),
    ],
)
def test_the_month_is_that_of_utc(claimed: str, *, counts: bool) -> None:
    made = ledger(("a", 0.2, claimed, PUBLISHED))

    used = usage(made, X, x_settings(), at("2027-01-01T08:59:59+09:00"))

    assert used.spent_usd == (0.2 if counts else 0.0)


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-12-31T23:59:59+00:00", "2027-01-01T00:00:00+00:00"),
        ("2027-01-01T08:59:59+09:00", "2027-01-01T00:00:00+00:00"),
        ("2027-01-01T09:00:00+09:00", "2027-02-01T00:00:00+00:00"),
        ("2026-11-30T23:00:00-05:00", "2027-01-01T00:00:00+00:00"),
    ],
)
def test_the_next_month_begins_with_that_of_utc(now: str, begins: str) -> None:
    assert next_month(at(now)) == at(begins)


@pytest.mark.parametrize(
    ("zone", "claimed", "now", "same_day"),
    [
        # 1 November 2026 has 25 hours in New York; 1:30 comes twice.
        (
            "America/New_York",
            "2026-11-01T00:30:00-04:00",
            "2026-11-01T23:30:00-05:00",
            True,
        ),
        (
            "America/New_York",
            "2026-11-01T00:30:00-04:00",
            "2026-11-02T00:00:00-05:00",
            False,
        ),
        # 29 March 2026 has 23 hours in Berlin.
        ("Europe/Berlin", "2026-03-28T23:30:00+01:00", "2026-03-29T22:45Z", False),
        ("Europe/Berlin", "2026-03-29T00:30:00+01:00", "2026-03-29T21:59Z", True),
        # One day in Japan is two in UTC.
        ("Asia/Tokyo", "2026-12-03T08:00:00+09:00", "2026-12-03T18:00+09:00", True),
        ("Asia/Tokyo", "2026-12-03T23:59:59+09:00", "2026-12-04T00:00+09:00", False),
    ],
)
def test_a_day_is_one_of_the_library(
    zone: str, claimed: str, now: str, *, same_day: bool
) -> None:
    policy = x_settings()
    library = policy.library.model_copy(update={"timezone": zone})
    policy = policy.model_copy(update={"library": library})

    used = usage(ledger(("a", 0, claimed, PUBLISHED)), X, policy, at(now))

    assert used.today == same_day


def test_spacing_is_minutes_that_pass_and_not_hands_of_a_clock() -> None:
    # 1:40 summer time, then at 2:00 back to 1:00: thirty minutes later it is 1:10.
    zone = ZoneInfo("America/New_York")
    first = dt.datetime(2026, 11, 1, 1, 40, tzinfo=zone)
    early, late = (first.astimezone(UTC) + dt.timedelta(minutes=n) for n in (29, 30))
    account = x_settings(spacing_minutes=30).accounts[X]
    used = Usage(last=at(first.isoformat()))

    assert broken(used, X, account, 0.0, early.astimezone(zone)) is not None
    assert broken(used, X, account, 0.0, late.astimezone(zone)) is None


def test_the_line_counts_minutes_that_pass_as_well() -> None:
    zone = ZoneInfo("America/New_York")
    rows = (HoursRow(days=DAYS, open="00:00", close="24:00"),)
    days = dt.date(2026, 10, 1), dt.date(2027, 1, 31)
    policy = settings((X,), spacing_minutes=30)
    library = policy.library.model_copy(update={"timezone": zone.key})
    main = policy.calendars["main"].model_copy(update={"covers": days, "hours": rows})
    changes = {"library": library, "calendars": {"main": main}}
    now = dt.datetime(2026, 11, 1, 1, 20, tzinfo=zone)  # summer time until 2:00
    posts = [approve(post(f"p-{n}", "本文"), now) for n in range(4)]
    seen = snapshot(*posts, policy=policy.model_copy(update=changes))

    lines = plan(scene(seen, now)).lines

    passed = [
        one.again.astimezone(UTC) - now.astimezone(UTC) for one in lines if one.again
    ]
    assert passed == [dt.timedelta(minutes=n) for n in (30, 60, 90)]


def said(reason: Reason | None) -> dict[str, object]:
    assert reason is not None
    return {"code": reason.code, **reason.details}


def test_a_stopped_budget_says_what_is_left_and_when_it_is_renewed() -> None:
    # 20 dollars: 99 posts with a URL are 19.80, the 100th fits, the 101st does not.
    account = x_settings(monthly_budget_usd=20.0).accounts[X]
    now = at("2026-12-20T12:00:00+09:00")

    assert broken(Usage(spent_usd=99 * 0.2), X, account, 0.2, now) is None
    assert said(broken(Usage(spent_usd=100 * 0.2), X, account, 0.015, now)) == {
        "code": "limit-budget",
        "account": X,
        "budget": "20.000",
        "spent": "20.000",
        "left": "0.000",
        "cost": "0.015",
    }
    assert said(broken(Usage(spent_usd=19.9), X, account, 0.2, now))["left"] == "0.100"


def test_one_post_above_the_whole_budget_does_not_wait_for_a_month() -> None:
    account = x_settings(monthly_budget_usd=0.1).accounts[X]
    now = at("2026-12-20T12:00:00+09:00")

    assert said(broken(Usage(), X, account, 0.2, now))["code"] == "limit-budget-never"
    assert broken(Usage(), X, account, 0.1, now) is None


@pytest.mark.parametrize(
    ("spent", "warned"),
    [(0.0, False), (15.8, False), (15.999, False), (16.0, True), (20.0, True)],
)
def test_at_eighty_per_cent_people_are_warned(spent: float, *, warned: bool) -> None:
    account = x_settings(monthly_budget_usd=20.0).accounts[X]

    warning = nearly_spent(Usage(spent_usd=spent), X, account)

    assert (warning is not None) == warned


@pytest.mark.parametrize("budget", [None, 0.0])
def test_without_a_budget_nobody_is_warned(budget: float | None) -> None:
    account = x_settings(monthly_budget_usd=budget).accounts[X]

    assert nearly_spent(Usage(spent_usd=5.0), X, account) is None


def priced(**limits: object) -> Settings:
    policy = settings((X,), **limits)
    return policy.model_copy(update={"prices": {"rehearsal": {"create": 0.015}}})


def test_the_run_that_crosses_eighty_per_cent_warns_and_one_with_nothing_does_not() -> (
    None
):
    # 4 × 0.015 = 0.060 of 0.075: four fifths exactly.
    rig = Rig(
        tuple(approved(f"p-{n}") for n in range(4)), priced(monthly_budget_usd=0.075)
    )

    report = rig.run()
    idle = rig.run()

    (note,) = report.notes
    assert (note.code, note.details["left"]) == ("budget-nearly-spent", "0.015")
    assert report.exit_code is ExitCode.OK
    assert idle.notes == ()


def test_what_the_budget_stops_waits_and_is_no_failure() -> None:
    posts = tuple(approved(f"p-{n}") for n in range(6))
    rig = Rig(posts, priced(monthly_budget_usd=0.075))

    report = rig.run()

    assert why(report, "p-5") == "limit-budget"
    reason = outcome(report, "p-5").reason
    assert reason is not None
    assert reason.details["until"] == at("2027-01-01T09:00:00+09:00")
    assert report.exit_code is ExitCode.OK
    assert len(rig.channel.sent) == 5
