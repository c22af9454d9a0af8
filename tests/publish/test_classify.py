"""Classification is judged by what may be public."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.channel import Answer, NoReply, Reply
from sns_cli.publish.classify import (
    Accepted,
    Decision,
    Refused,
    Unknown,
    Unwanted,
    classify,
    classify_unsent,
)

NOW = dt.datetime(2026, 12, 5, 1, 0, tzinfo=dt.UTC)
QUARTER = dt.timedelta(minutes=15)
DUPLICATE = "You are not allowed to create a Tweet with Duplicate Content."


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Reply(201, remote_id="1"), Accepted),
        (Reply(200, remote_id="1"), Accepted),
        (Reply(201), Unknown),
        (Reply(201, remote_id=""), Unknown),
        (Reply(204), Unknown),
        (Reply(302, remote_id="1"), Unknown),
        (Reply(400, "bad"), Unwanted),
        (Reply(401), Refused),
        (Reply(402), Refused),
        (Reply(403, "not permitted"), Unwanted),
        (Reply(403), Unwanted),
        (Reply(403, DUPLICATE), Unknown),
        (Reply(400, DUPLICATE), Unwanted),
        (Reply(404), Unknown),
        (Reply(408), Unknown),
        (Reply(409), Unknown),
        (Reply(422), Unwanted),
        (Reply(429), Refused),
        (Reply(500), Unknown),
        (Reply(503, remote_id="1"), Unknown),
        (NoReply(left=False, reason="connection-refused"), Refused),
        (NoReply(left=True, reason="timeout"), Unknown),
    ],
)
def test_each_answer_has_its_meaning(answer: Answer, kind: type[Decision]) -> None:
    assert isinstance(classify(answer, NOW), kind)


def test_401_and_402_end_the_account_for_the_run_and_429_does_not() -> None:
    ends = [
        decision.ends_account
        for status in (401, 402, 429)
        if isinstance(decision := classify(Reply(status), NOW), Refused)
    ]

    assert ends == [True, True, False]


PERMISSIONS = {"type": "https://api.x.com/2/problems/oauth1-permissions"}


@pytest.mark.parametrize(
    "answer",
    [
        Reply(403, body=PERMISSIONS),
        Reply(403, body={"errors": [PERMISSIONS]}),
        Reply(403, body={"reason": "client-not-enrolled", "type": "about:blank"}),
        Reply(403, "You may need a different access level."),
        Reply(403, "Forbidden: check the oauth1 app permissions."),
        Reply(403, "Your account is suspended."),
    ],
)
def test_a_403_about_the_app_is_no_word_about_the_post(answer: Reply) -> None:
    for decision in (classify(answer, NOW), classify_unsent(answer, NOW)):
        assert isinstance(decision, Refused)
        assert decision.ends_account


@pytest.mark.parametrize(
    "answer",
    [
        Reply(400, body=PERMISSIONS),
        Reply(403, "You are not permitted to perform this action."),
        Reply(403, body={"type": "about:blank", "errors": "odd"}),
        Reply(403, body={"errors": ["odd", {"type": None}]}),
    ],
)
def test_every_other_403_is_about_the_post(answer: Reply) -> None:
    assert isinstance(classify(answer, NOW), Unwanted)
    assert isinstance(classify_unsent(answer, NOW), Unwanted)


def test_a_duplicate_is_in_doubt_whatever_else_is_said() -> None:
    assert isinstance(classify(Reply(403, DUPLICATE, body=PERMISSIONS), NOW), Unknown)


@pytest.mark.parametrize(
    ("reset", "retry"),
    [
        (None, QUARTER),
        (dt.timedelta(0), QUARTER),
        (dt.timedelta(hours=-3), QUARTER),
        (dt.timedelta(minutes=3), dt.timedelta(minutes=3)),
        (dt.timedelta(hours=24), dt.timedelta(hours=24)),
        (dt.timedelta(days=9), dt.timedelta(hours=24)),
    ],
)
def test_the_reset_time_of_429_is_bounded(
    reset: dt.timedelta | None, retry: dt.timedelta
) -> None:
    at = NOW + reset if reset is not None else None

    decision = classify(Reply(429, retry_at=at), NOW)

    assert isinstance(decision, Refused)
    assert decision.retry_at == NOW + retry


PROOFS = frozenset({400, 401, 402, 403, 422, 429})
replies = st.builds(
    Reply,
    status=st.integers(100, 599),
    detail=st.sampled_from(["", "no", DUPLICATE]),
    remote_id=st.sampled_from([None, "", "1"]),
)


@given(replies)
def test_nothing_but_a_proof_allows_another_send(reply: Reply) -> None:
    decision = classify(reply, NOW)

    if not isinstance(decision, Accepted | Unknown):
        assert reply.status in PROOFS
        assert not (reply.status == 403 and "uplicate" in reply.detail)
    if isinstance(decision, Accepted):
        assert 200 <= reply.status < 300
        assert decision.remote_id == reply.remote_id


@given(st.builds(NoReply, left=st.booleans(), reason=st.text()))
def test_a_request_that_may_have_left_is_in_doubt_whatever_the_reason(
    answer: NoReply,
) -> None:
    assert isinstance(classify(answer, NOW), Unknown if answer.left else Refused)
