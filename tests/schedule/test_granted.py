"""A grant that was narrowed since lets out no more than it covers now."""

import datetime as dt

import pytest

from sns_cli.model.delivery import PostState
from sns_cli.model.post import Basis, Category
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Grant, Settings
from sns_cli.schedule.timing import timing
from tests.simulation.library import OPENS, approve, post, settings

USED = {
    "id": "g1",
    "to": "tanto",
    "accounts": ("x",),
    "categories": (Category.EVENT, Category.EMERGENCY),
    "basis": (Basis.WEBSITE, Basis.ANNOUNCED),
    "valid": (dt.date(2026, 1, 1), dt.date(2030, 1, 1)),
    "outside_hours": True,
    "emergency": True,
}


def policy(**fields: object) -> Settings:
    grant = Grant.model_validate({**USED, **fields})
    return settings().model_copy(update={"grants": (grant,)})


def make(**meta: object) -> ApprovedPost:
    fields = {"category": Category.EVENT, "basis": Basis.ANNOUNCED, **meta}
    one = post("oshirase", "お知らせ", **fields)
    return approve(one, OPENS, grant="g1", grants=("g1",))


@pytest.mark.parametrize(
    ("narrowed", "meta", "value"),
    [
        ({"categories": (Category.CLOSURE,)}, {}, "event"),
        ({"basis": (Basis.WEBSITE,)}, {}, "announced"),
        ({"basis": (Basis.WEBSITE,)}, {"basis": None}, "-"),
        (
            {"outside_hours": False},
            {"outside_hours_reason": "夜の催し"},
            "outside_hours_reason",
        ),
        ({"emergency": False}, {"category": Category.EMERGENCY}, "emergency"),
    ],
)
def test_what_was_taken_out_is_held_back(
    narrowed: dict[str, object], meta: dict[str, object], value: str
) -> None:
    found = timing(make(**meta), "x", policy(**narrowed), OPENS)

    assert found.state is PostState.EXPIRED
    assert found.reason is not None
    assert found.reason.code == "grant-narrowed"
    assert found.reason.details == {"grant": "g1", "value": value}


@pytest.mark.parametrize(
    "meta",
    [{}, {"outside_hours_reason": "夜の催し"}, {"category": Category.EMERGENCY}],
)
def test_what_is_still_covered_goes_out(meta: dict[str, object]) -> None:
    assert timing(make(**meta), "x", policy(), OPENS).state is PostState.DUE


def test_who_asks_for_nothing_special_needs_none_of_it_granted() -> None:
    plain = policy(outside_hours=False, emergency=False)

    assert timing(make(), "x", plain, OPENS).state is PostState.DUE


@pytest.mark.parametrize(
    "narrowed", [{"accounts": ("y",), "categories": (Category.CLOSURE,)}, {"id": "g2"}]
)
def test_an_account_taken_out_comes_first(narrowed: dict[str, object]) -> None:
    found = timing(make(), "x", policy(**narrowed), OPENS)

    assert found.reason is not None
    assert found.reason.code == "grant-without-account"


def test_a_picture_is_bound_by_its_own_grant() -> None:
    narrow = policy(categories=(Category.CLOSURE,))
    of_the_director = approve(post("oshirase", "お知らせ", 1), OPENS, grants=("g1",))

    found = timing(of_the_director, "x", narrow, OPENS)

    assert found.state is PostState.EXPIRED
    assert found.reason is not None
    assert found.reason.code == "grant-narrowed"


def test_fewer_a_day_hold_back_what_is_beyond_them() -> None:
    one = post("oshirase", "お知らせ", category=Category.EVENT, basis=Basis.ANNOUNCED)
    beyond = approve(one, OPENS, grant="g1", grants=("g1",), surplus=("g1",))

    found = timing(beyond, "x", policy(max_per_day=2), OPENS)

    assert found.state is PostState.EXPIRED
    assert found.reason is not None
    assert found.reason.code == "grant-fewer-a-day"
    assert found.reason.details == {"grant": "g1", "limit": 2}


def test_the_grant_that_ended_is_named_though_a_director_approved_the_post() -> None:
    ended = approve(
        post("oshirase", "お知らせ", 1),
        OPENS,
        grants=("g1",),
        claim_before=OPENS,
        ending_grant="g1",
    )

    found = timing(ended, "x", policy(), OPENS)

    assert found.reason is not None
    assert found.reason.code == "grant-ended"
    assert found.reason.details["grant"] == "g1"


def test_what_a_director_approved_is_bound_by_no_grant() -> None:
    narrow = policy(categories=(Category.CLOSURE,))
    approved = approve(post("oshirase", "お知らせ"), OPENS)

    assert timing(approved, "x", narrow, OPENS).state is PostState.DUE
