"""What is worth telling, to whom, and when it is news."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from sns_cli.approval.approve_post import approve
from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.event_path import read_event_path
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import DeliveryKey, Entry, Ledger, fold
from sns_cli.model.notice import Brought, Notice, marks_in
from sns_cli.model.post import Post
from sns_cli.model.proof import Approval, PostProof
from sns_cli.model.settings import Account, Person, Role, Service, Settings
from sns_cli.model.settings import Library as LibrarySettings
from sns_cli.parse.post import parse_post
from sns_cli.report.notices import notices
from tests.support.library_files import post

TIP = CommitId("f" * 40)
AT = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.UTC)
NOW = AT + dt.timedelta(hours=1)
KEY = DeliveryKey("kyukan", "x")
POLICY = Settings(
    library=LibrarySettings(name="図書館", timezone="Asia/Tokyo"),
    people={"unei": Person(name="運用 花子", email="u@example.jp", role=Role.MANAGER)},
    accounts={"x": Account(service=Service.X, manager="unei")},
)


def proof(post_id: str, commit: str = "a" * 40, blob: str = "b" * 40) -> PostProof:
    approval = Approval("kancho", CommitId(commit), AT, "signature")
    return PostProof(f"posts/2026/11/{post_id}.md", BlobId(blob), post_id, approval)


def parsed(text: str) -> Post:
    post_id = text.partition("\nid: ")[2].partition("\n")[0]
    made = parse_post(f"posts/2026/11/{post_id}.md", text.encode(), "Asia/Tokyo")
    assert isinstance(made, Post), made
    return made


def ledger(*claims: int) -> Ledger:
    names = [
        read_event_path(f"archive/2026/11/kyukan.x.{n}-claimed.json") for n in claims
    ]
    entries = [Entry(name) for name in names if name is not None]
    assert all(one.event is EventName.CLAIMED for one in entries)
    return Ledger({KEY: fold(KEY, entries)})


def run(
    *outcomes: Outcome,
    requests: tuple[str, ...] = (),
    claims: Ledger | None = None,
    approved_at: dt.datetime = AT,
) -> RunReport:
    approval = Approval("kancho", CommitId("a" * 40), approved_at, "signature")
    approved = tuple(
        approve(replace(proof(one.id), approval=approval), one, ())
        for one in map(parsed, requests)
    )
    seen = Snapshot(TIP, approved, claims or Ledger(), POLICY)
    return RunReport(outcomes, ExitCode.OK, seen=seen)


def outcome(state: Result, code: str = "", /, **details: object) -> Outcome:
    reason = Reason(code, details) if code else None
    return Outcome(KEY, state, reason)


def told(report: RunReport, *posts: PostProof) -> tuple[Notice, ...]:
    return notices(report, posts or (proof("kyukan"),), lambda _: (), NOW, "ja")


def mark_of(report: RunReport, *posts: PostProof) -> str:
    (notice,) = told(report, *posts)
    (mark,) = marks_in(notice.body(notice.parts))
    return mark.told


@pytest.mark.parametrize("state", list(Result))
def test_what_the_next_run_sees_to_is_not_told(state: Result) -> None:
    silent = {Result.DUE, Result.CLAIMED, Result.NOT_SENT}

    assert (told(run(outcome(state))) == ()) == (state in silent)


def test_what_was_given_up_is_told() -> None:
    given_up = outcome(Result.NOT_SENT, "given-up", reason="timeout")
    later = outcome(Result.NOT_SENT, "retry-later", reason="429", again_at="10:00")

    assert len(told(run(given_up))) == 1
    assert told(run(later)) == ()


def test_a_run_that_saw_nothing_or_did_nothing_asks_for_nothing() -> None:
    def nobody(_: PostProof) -> tuple[Brought, ...]:
        raise AssertionError

    class Unread(list[PostProof]):
        def __iter__(self) -> Any:  # noqa: ANN401  (never comes to it)
            raise AssertionError

    unseen = RunReport((outcome(Result.PUBLISHED),), ExitCode.OK)
    assert notices(unseen, Unread(), nobody, NOW, "ja") == ()
    assert notices(run(), Unread(), nobody, NOW, "ja") == ()


def test_only_posts_with_something_to_tell_are_asked_about() -> None:
    asked: list[str | None] = []

    def bringer(one: PostProof) -> tuple[Brought, ...]:
        asked.append(one.id)
        return ()

    posts = [proof("kyukan"), proof("ohanashi")]
    notices(run(outcome(Result.PUBLISHED)), posts, bringer, NOW, "ja")

    assert asked == ["kyukan"]


def approved_at(post_id: str, days: int) -> PostProof:
    at = AT + dt.timedelta(days=days)
    approval = Approval("kancho", CommitId("a" * 40), at, "signature")
    return PostProof(f"posts/{post_id}.md", BlobId("b" * 40), post_id, approval)


def test_what_only_this_run_can_tell_comes_first_and_then_the_newest() -> None:
    states = {
        "waiting": (Result.WAITING, -1),
        "refused": (Result.REJECTED, -9),
        "doubted": (Result.IN_DOUBT, -30),
        "expired": (Result.EXPIRED, -20),
        "out": (Result.PUBLISHED, -10),
    }
    outcomes = [Outcome(DeliveryKey(n, "x"), s) for n, (s, _) in states.items()]
    posts = [approved_at(name, days) for name, (_, days) in states.items()]

    shown = told(run(*outcomes), *posts)

    assert [one.post for one in shown] == [
        "out",
        "doubted",
        "waiting",
        "refused",
        "expired",
    ]


@pytest.mark.parametrize(("days", "count"), [(1, 1), (6, 1), (8, 0)])
def test_that_time_ran_out_is_told_for_a_week(days: int, count: int) -> None:
    end = (NOW - dt.timedelta(days=days)).isoformat()
    text = post("kyukan", expires_at=end)
    gone = outcome(Result.EXPIRED, "post-expired", expires_at=end)
    report = run(gone, requests=(text,), approved_at=AT - dt.timedelta(days=30))

    assert len(told(report)) == count


def test_what_was_approved_too_late_is_told_however_long_it_was_over() -> None:
    end = (NOW - dt.timedelta(days=99)).isoformat()
    gone = outcome(Result.EXPIRED, "post-expired", expires_at=end)

    assert len(told(run(gone, requests=(post("kyukan", expires_at=end),)))) == 1


def test_the_accounts_of_a_post_are_one_notice() -> None:
    both = [Outcome(DeliveryKey("kyukan", key), Result.PUBLISHED) for key in "xy"]

    (notice,) = told(run(*both))

    assert len(notice.parts) == 2
    assert len(set(marks_in(notice.body(notice.parts)))) == 2


SAME: Mapping[str, tuple[Outcome, Outcome]] = {
    "a refusal that stands": (
        outcome(Result.REJECTED, "rejected-because", reason="no"),
        outcome(Result.REJECTED, "rejected-stands", reason="no"),
    ),
    "another day on which it is closed": (
        outcome(
            Result.WAITING,
            "waits-for-opening",
            why=Reason("hours-closed-day", {"date": AT.date(), "why": "休"}),
            next_opening=AT,
        ),
        outcome(
            Result.WAITING,
            "waits-for-opening",
            why=Reason("hours-outside", {"date": AT.date(), "time": "1", "hours": ""}),
            next_opening=AT,
        ),
    ),
    "spacing that moves with every post": (
        outcome(Result.WAITING, "limit-spacing", minutes=30, until="10:00"),
        outcome(Result.WAITING, "limit-spacing", minutes=30, until="10:30"),
    ),
    "another look at a doubt": (
        outcome(Result.IN_DOUBT, "in-doubt-because", reason="timeout"),
        outcome(Result.IN_DOUBT, "in-doubt-because", reason="absent"),
    ),
    "how it was found out": (
        outcome(Result.PUBLISHED),
        outcome(Result.PUBLISHED, "settled-by-read-back"),
    ),
}
OTHERS: Mapping[str, tuple[Outcome, Outcome]] = {
    "another refusal": (
        outcome(Result.REJECTED, "rejected-because", reason="no"),
        outcome(Result.REJECTED, "rejected-because", reason="never"),
    ),
    "another opening": (
        outcome(Result.WAITING, "waits-for-opening", why="", next_opening=AT),
        outcome(
            Result.WAITING,
            "waits-for-opening",
            why="",
            next_opening=AT + dt.timedelta(days=1),
        ),
    ),
    "another reason to wait": (
        outcome(Result.WAITING, "limit-per-day", limit=1, until=AT),
        outcome(Result.WAITING, "account-paused", account="x"),
    ),
    "out, and not to be taken down": (
        outcome(Result.PUBLISHED),
        outcome(Result.PUBLISHED, "retraction-failed", reason="503"),
    ),
    "out, and perhaps taken down": (
        outcome(Result.PUBLISHED, "retraction-unknown", reason="timeout"),
        outcome(Result.PUBLISHED, "retraction-failed", reason="503"),
    ),
    "out after waiting": (outcome(Result.WAITING), outcome(Result.PUBLISHED)),
}


@pytest.mark.parametrize("what", SAME)
def test_the_same_in_other_words_is_no_news(what: str) -> None:
    first, second = SAME[what]

    assert mark_of(run(first)) == mark_of(run(second))


@pytest.mark.parametrize("what", OTHERS)
def test_a_change_is_news(what: str) -> None:
    first, second = OTHERS[what]

    assert mark_of(run(first)) != mark_of(run(second))


def test_another_version_of_a_post_is_told_anew() -> None:
    report = run(outcome(Result.REJECTED, "rejected-because", reason="no"))

    marks = {
        mark_of(report, one)
        for one in (
            proof("kyukan"),
            proof("kyukan", blob="c" * 40),
            proof("kyukan", commit="c" * 40),
        )
    }

    assert len(marks) == 3


def test_every_claim_may_be_in_doubt_once() -> None:
    doubt = outcome(Result.IN_DOUBT, "in-doubt-because", reason="timeout")

    once = mark_of(run(doubt, claims=ledger(1)))
    again = mark_of(run(doubt, claims=ledger(1, 4)))

    assert once != again


def test_a_doubt_names_who_decides_and_both_ways_to_say_it() -> None:
    (notice,) = told(run(outcome(Result.IN_DOUBT, "in-doubt-because", reason="x")))

    (part,) = notice.parts
    assert "運用 花子" in part.text
    assert "sns resolve kyukan x --published " in part.text
    assert "sns resolve kyukan x --not-sent" in part.text


REQUEST = post("torisage", "誤りのため", retracts="kyukan", outside_hours_reason="x")


def test_taking_down_is_told_at_both_proposals_with_marks_of_their_own() -> None:
    report = run(outcome(Result.RETRACTED, request="torisage"), requests=(REQUEST,))

    both = told(report, proof("kyukan"), proof("torisage"))

    assert {one.path for one in both} == {
        "posts/2026/11/kyukan.md",
        "posts/2026/11/torisage.md",
    }
    assert len({one.parts[0].mark.delivery for one in both}) == 2
    assert all("kyukan" in one.heading for one in both)


def test_a_request_for_other_accounts_is_told_nothing() -> None:
    other = post("torisage", "誤りのため", retracts="kyukan", accounts="[mail]")
    report = run(outcome(Result.PUBLISHED), requests=(other,))

    (notice,) = told(report, proof("kyukan"), proof("torisage"))

    assert notice.path == "posts/2026/11/kyukan.md"


def test_a_post_that_is_gone_is_told_nowhere() -> None:
    assert told(run(outcome(Result.IN_DOUBT)), proof("ohanashi")) == ()


def test_a_post_without_an_id_is_found_by_its_path() -> None:
    path = "posts/2026/11/--> <b>.md"
    unread = PostProof(path, BlobId("b" * 40), None, None)
    blocked = Outcome(DeliveryKey(path, ""), Result.BLOCKED, Reason("no-opening"))

    (notice,) = told(run(blocked), unread)

    body = notice.body(notice.parts)
    assert "<b>" not in body
    assert body.count("-->") == len(list(marks_in(body))) == 1


def test_nothing_a_service_says_acts_in_a_comment_or_fills_it() -> None:
    evil = "@everyone <img src=x> #1 https://evil.example ```\n# big\n" * 500
    (notice,) = told(run(outcome(Result.REJECTED, "rejected-because", reason=evil)))

    body = notice.body(notice.parts)
    assert len(body) < 10_000
    for active in ("@", "<img", "#1", "https://", "\n# big"):
        assert active not in body


def test_an_address_is_a_link_only_if_it_is_a_plain_one() -> None:
    plain = Outcome(KEY, Result.PUBLISHED, url="https://x.com/a_b/status/1")
    odd = Outcome(KEY, Result.PUBLISHED, url="https://x.com/a>b) <b>@me</b>")

    (shown,) = told(run(plain))
    (harmless,) = told(run(odd))

    assert "<https://x.com/a_b/status/1>" in shown.parts[0].text
    assert "<b>" not in harmless.parts[0].text
    assert "@" not in harmless.parts[0].text
