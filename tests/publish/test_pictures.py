"""Pictures in whole runs of the engine: read once, handed over before the claim."""

import datetime as dt
import hashlib
from collections import deque

import pytest

from sns_cli.errors import ExitCode
from sns_cli.model.channel import Answer, Message, NoReply, Prepared, Reply
from sns_cli.model.delivery import Result, RunReport
from sns_cli.model.ledger import DeliveryState
from sns_cli.model.proof import ApprovedPost
from sns_cli.publish.classify import Refused, Unwanted, classify_unsent
from tests.fakes.channel import ScriptedChannel
from tests.publish.desk import NOON
from tests.publish.rig import APPLIED, LOST, NOT_APPLIED, Rig, outcome, why
from tests.simulation.library import (
    CLOSES,
    OPENS,
    approve,
    content_of,
    post,
    prepared,
    settings,
)

LATER = NOON + dt.timedelta(hours=2)


def shown(
    post_id: str = "oshirase", pictures: int = 2, text: str = "", take: int = 0
) -> ApprovedPost:
    one = post(post_id, text or f"お知らせ {post_id}", pictures)
    return approve(one, OPENS, take=take)


def rig_with(*posts: ApprovedPost, **fields: object) -> Rig:
    rig = Rig(posts, **fields)  # type: ignore[arg-type]
    for one in posts:
        hold(rig, one)
    return rig


def hold(rig: Rig, one: ApprovedPost) -> None:
    rig.pictures.update({blob: content_of(blob) for blob in one.media_blobs})


def run(rig: Rig) -> RunReport:
    return rig.run(pictures=prepared)


def test_pictures_go_out_with_their_words_and_into_the_archive() -> None:
    one = shown()
    rig = rig_with(one)

    report = run(rig)

    assert report.exit_code is ExitCode.OK
    sent = [b"clean " + content_of(blob) for blob in one.media_blobs]
    alts = [item.alt for item in one.post.meta.media]
    assert rig.channel.shown == [list(zip(sent, alts, strict=True))]
    kept = {
        path: content
        for path, content in rig.remote.state.files.items()
        if path.startswith("archive/media/")
    }
    digests = [hashlib.sha256(content).hexdigest() for content in sent]
    assert kept == {
        f"archive/media/{digest[:2]}/{digest}.png": content
        for digest, content in zip(digests, sent, strict=True)
    }


def test_all_pictures_of_a_run_are_read_in_one_round_trip() -> None:
    posts = [shown(f"post-{n}") for n in range(3)]
    rig = rig_with(*posts, approve(post("text-only", "文"), OPENS))

    run(rig)

    assert len(rig.reads) == 1
    assert set(rig.reads[0]) == {blob for one in posts for blob in one.media_blobs}
    assert len(rig.channel.posts) == 4


def test_a_run_without_anything_due_reads_no_picture() -> None:
    one = approve(post("later", "文", 2, publish_at=LATER), OPENS)
    rig = rig_with(one)
    run(rig)
    rig.remote.people_commit(approved=(shown(),))
    rig.channel.handle = "somebody_else"
    run(rig)
    assert rig.reads == []


def test_a_picture_that_cannot_be_read_holds_back_its_own_post_alone() -> None:
    good, bad = shown("good"), shown("bad")
    rig = rig_with(good)
    rig.publish_posts(bad, good)

    report = run(rig)

    assert why(report, "bad") == "object-missing"
    assert outcome(report, "good").state is Result.PUBLISHED
    assert report.exit_code is ExitCode.CANNOT
    assert rig.events("bad") == []


@pytest.mark.parametrize(
    "answer", [Reply(503), Reply(404), Reply(200), NoReply(left=True, reason="reset")]
)
def test_what_is_not_taken_is_not_claimed(answer: Answer) -> None:
    rig = rig_with(shown())
    rig.channel.prepare_script = deque([answer])

    report = run(rig)

    assert (report.exit_code, why(report)) == (
        ExitCode.UNDELIVERED,
        "pictures-not-accepted",
    )
    assert (rig.bases, rig.channel.sent) == ([], [])
    assert run(rig).exit_code is ExitCode.OK


@pytest.mark.parametrize("status", [400, 403, 413, 415, 422])
def test_what_is_refused_is_claimed_and_recorded_and_not_sent(status: int) -> None:
    one = shown()
    rig = rig_with(one)
    rig.channel.prepare_script = deque([Reply(status, "no")])

    first, second = run(rig), run(rig)

    assert first.exit_code is second.exit_code is ExitCode.PEOPLE
    assert why(second) == "rejected-stands"
    assert rig.events() == ["claimed", "rejected"]
    assert len(rig.reads) == 1, "what stands refused is not read again"
    newer = shown(take=1)
    hold(rig, newer)
    rig.publish_posts(newer)
    assert run(rig).exit_code is ExitCode.OK
    assert rig.channel.sent == [one.post.body]


def test_a_limit_on_pictures_is_no_limit_on_posts() -> None:
    texts = approve(post("zzz", "文だけ"), OPENS)
    rig = rig_with(shown("aaa"), shown("bbb"), texts)
    rig.channel.prepare_script = deque([Reply(429)])

    report = run(rig)

    assert why(report, "aaa") == why(report, "bbb") == "pictures-not-accepted"
    assert rig.channel.sent == ["文だけ"]
    assert rig.channel.prepare_script == deque()
    assert rig.channel.held == {}


@pytest.mark.parametrize(
    "answer",
    [Reply(401), Reply(402, "credits"), NoReply(left=True, reason="timeout")],
)
def test_what_ends_an_account_ends_it_here_too(answer: Answer) -> None:
    rig = rig_with(shown("aaa"), approve(post("bbb", "文"), OPENS))
    rig.channel.prepare_script = deque([answer])

    report = run(rig)

    why_ended = {401: "credentials-refused", 402: "payment-required"}
    status = answer.status if isinstance(answer, Reply) else 0
    assert why(report, "bbb") == why_ended.get(status, "account-ended")
    assert report.exit_code is ExitCode.UNDELIVERED
    assert rig.channel.sent == []


def test_the_service_is_given_the_time_it_asks_for() -> None:
    rig = rig_with(shown())
    wait = 3.0

    class Slow(ScriptedChannel):
        def prepare(self, message: Message) -> Prepared | Answer:
            held = super().prepare(message)
            assert isinstance(held, Prepared)
            return Prepared(held.media_ids, wait)

    rig.channels["x"] = Slow(handle=rig.channel.handle, time=rig.channel.time)
    run(rig)
    wait = 9999.0
    newer = shown("next")
    hold(rig, newer)
    rig.publish_posts(newer)
    run(rig)

    assert rig.slept == [3.0, 30.0]
    assert len(rig.channel.posts) == 2


def test_hours_are_judged_after_the_pictures_were_handed_over() -> None:
    rig = rig_with(shown())
    rig.clock.at = CLOSES - dt.timedelta(seconds=5)
    rig.channel.time = rig.clock.at

    class Late(ScriptedChannel):
        def prepare(self, message: Message) -> Prepared | Answer:
            rig.clock.advance(seconds=10)
            return super().prepare(message)

    rig.channels["x"] = Late(handle=rig.channel.handle, time=rig.channel.time)
    report = run(rig)

    assert outcome(report).state is Result.WAITING
    assert (rig.events(), rig.channel.sent) == ([], [])


# --- main moves on meanwhile


def test_a_claim_that_lost_a_race_keeps_what_was_handed_over() -> None:
    rig = rig_with(shown())
    rig.pushes = deque([LOST, NOT_APPLIED, APPLIED])

    report = run(rig)

    assert report.exit_code is ExitCode.OK
    assert (len(rig.reads), len(rig.channel.shown)) == (1, 1)
    assert len(rig.channel.held) == 2, "handed over once"


def test_other_pictures_approved_meanwhile_go_out_with_the_next_run() -> None:
    newer = shown(take=1)
    rig = rig_with(shown())
    hold(rig, newer)
    rig.pushes = deque([lambda: rig.publish_posts(newer)])

    first, second = run(rig), run(rig)

    assert why(first) == "pictures-changed-meanwhile"
    assert first.exit_code is ExitCode.UNDELIVERED
    assert second.exit_code is ExitCode.OK
    sent = [content for content, _ in rig.channel.shown[0]]
    assert sent == [b"clean " + content_of(blob) for blob in newer.media_blobs]


def test_another_text_approved_meanwhile_goes_out_with_the_same_pictures() -> None:
    # The pictures' descriptions follow the text in this library: say them outright.
    old = shown(text="前の文")
    media = old.post.meta.media
    newer = approve(post("oshirase", "新しい文", media=media), OPENS)
    rig = rig_with(old, newer)
    rig.publish_posts(old)
    rig.pushes = deque([lambda: rig.publish_posts(newer)])

    report = run(rig)

    assert report.exit_code is ExitCode.OK
    assert rig.channel.sent == ["新しい文"]
    assert len(rig.channel.held) == 2


def test_pictures_replaced_after_an_unanswered_claim_are_not_sent() -> None:
    newer = shown(take=1)
    rig = rig_with(shown())
    hold(rig, newer)

    # The claim is applied, nobody answers, and then other pictures are approved.
    rig.pushes = deque([APPLIED])
    fetch = rig.remote.snapshot
    seen = []

    def snapshot() -> object:
        if rig.state() is DeliveryState.CLAIMED and not seen:
            seen.append(True)
            rig.publish_posts(newer)
        return fetch()

    rig.remote.snapshot = snapshot  # type: ignore[method-assign, assignment]
    report = run(rig)

    assert outcome(report).state is Result.NOT_SENT
    assert rig.channel.sent == []


def test_the_price_of_descriptions_counts_against_the_budget() -> None:
    policy = settings(("x",), monthly_budget_usd=0.024)
    prices = {"rehearsal": {"create": 0.015, "alt_text": 0.005}}
    policy = policy.model_copy(update={"prices": prices})
    rig = rig_with(shown(), policy=policy)

    report = run(rig)

    assert why(report) == "limit-budget-never"
    assert (rig.reads, rig.channel.sent) == ([], [])


@pytest.mark.parametrize("status", [401, 402, 404, 408, 429, 500, 503, 504, 200, 307])
def test_only_the_content_is_peoples_business(status: int) -> None:
    decision = classify_unsent(Reply(status), NOON)
    assert isinstance(decision, Refused)
    assert decision.ends_account is (status in {401, 402})
    assert (decision.retry_at is not None) is (status == 429)


@pytest.mark.parametrize("status", [400, 403, 413, 415, 422])
def test_a_refused_picture_is_peoples_business(status: int) -> None:
    told = Reply(status, "duplicate content")
    assert classify_unsent(told, NOON) == Unwanted("duplicate content", status)
