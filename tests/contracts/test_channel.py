"""What every channel promises, run on the fake and on X over real HTTP."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sns_cli.adapters.channels.x.channel import XChannel
from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from sns_cli.adapters.rehearsal.faults import fault_of
from sns_cli.model.channel import (
    NOTHING,
    Identity,
    Message,
    NoReply,
    Prepared,
    Reply,
    Timeline,
)
from sns_cli.model.event import Payload
from sns_cli.ports import Channel
from tests.contracts.simulated import SimulatedChannel
from tests.fakes.channel import Lost, ScriptedChannel
from tests.fakes.faults import Fault, TimelineFault
from tests.support.pictures import picture, quarters
from tests.support.x_channel import message_with

MINUTE = dt.timedelta(minutes=1)


@dataclass
class Stage:
    """A channel, and ways to make its service fail the next send."""

    channel: Channel
    refuse: Callable[[], None]
    lose_reply: Callable[[], None]
    silence_timeline: Callable[[], None]
    refusal: int = 422
    """The status of a refused post."""


def simulated() -> Stage:
    """Return the service that the simulation runs against."""
    fake = SimulatedChannel()
    return Stage(
        fake,
        lambda: fake.faults.append(Fault.BAD),
        lambda: fake.faults.append(Fault.DROPPED),
        lambda: fake.timeline_faults.append(TimelineFault.PAGE_LOST),
        refusal=400,
    )


@pytest.fixture(params=["scripted", "simulated", "x"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    if request.param == "simulated":
        yield simulated()
        return
    if request.param == "scripted":
        fake = ScriptedChannel()
        yield Stage(
            fake,
            lambda: fake.script.append(Reply(422)),
            lambda: fake.script.append(Lost()),
            lambda: fake.timeline_script.append(Reply(503)),
        )
        return
    with RehearsalServer(tmp_path / "x.sqlite") as server:
        channel = XChannel(
            REHEARSAL_CREDENTIALS, "@example_lib", server.api_base, (20.0, 20.0)
        )
        yield Stage(
            channel,
            lambda: server.add_fault(fault_of({"fault": "422"})),
            lambda: server.add_fault(fault_of({"fault": "accept-then-reset"})),
            lambda: server.add_fault(fault_of({"fault": "timeline-down"})),
        )
        channel.close()


def message(text: str) -> Message:
    return Message(Payload(text=text))


def texts(channel: Channel, since: dt.datetime | None = None) -> list[str]:
    timeline = channel.read_back(since)
    assert isinstance(timeline, Timeline)
    return [post.text for post in timeline.posts]


def test_identify_names_the_account_and_the_service_time(stage: Stage) -> None:
    who = stage.channel.identify()
    assert isinstance(who, Identity)
    assert who.handle
    assert who.user_id
    assert who.server_time is not None
    assert who.server_time.utcoffset() is not None


def test_an_empty_account_shows_an_empty_timeline(stage: Stage) -> None:
    assert texts(stage.channel) == []


def test_an_accepted_post_has_an_id_and_an_address(stage: Stage) -> None:
    answer = stage.channel.send(message("本日は休館です。"), NOTHING)
    assert isinstance(answer, Reply)
    assert 200 <= answer.status < 300
    assert answer.remote_id
    assert answer.url is not None
    assert answer.url.startswith("https://")
    assert answer.url.endswith(f"/{answer.remote_id}")


@pytest.mark.parametrize(
    "text",
    [
        "えほんのじかん\n\n12月5日(土)11時から\n・対象: 3歳から",
        "詳しくは https://www.lib.example.jp/event/5.html?a=1&b=2#top をご覧ください。",
        "https://a.example/1\nhttps://b.example/2\nhttps://a.example/1",
        "Q&A <募集> 5 > 3 & 2 < 4 &amp; &lt;b&gt; \"引用\" 'single'",
        "👨‍👩‍👧 家族で図書館へ 🎉 ㊗️",
        "https://t.co.example/x と &copy=1 と \\1 \\g<0>",
    ],
)
def test_what_was_sent_reads_back_unchanged(stage: Stage, text: str) -> None:
    sent = stage.channel.send(message(text), NOTHING)
    timeline = stage.channel.read_back(None)
    assert isinstance(sent, Reply)
    assert isinstance(timeline, Timeline)
    (post,) = timeline.posts
    assert (post.text, post.remote_id, post.url) == (text, sent.remote_id, sent.url)


@pytest.mark.parametrize("number", [1, 4])
def test_a_post_with_pictures_reads_back_as_its_text(stage: Stage, number: int) -> None:
    pictures = [(picture("PNG", quarters(20 + n, 20)), "地図") for n in range(number)]
    what = message_with(*pictures, text="写真です。")
    prepared = stage.channel.prepare(what)
    assert isinstance(prepared, Prepared)
    assert len(prepared.media_ids) == number
    answer = stage.channel.send(what, prepared)
    assert isinstance(answer, Reply)
    assert answer.remote_id
    assert texts(stage.channel) == ["写真です。"]


def test_pictures_alone_are_not_public(stage: Stage) -> None:
    what = message_with((picture("PNG"), "地図"))
    assert isinstance(stage.channel.prepare(what), Prepared)
    assert texts(stage.channel) == []


def test_no_picture_is_ever_left_out(stage: Stage) -> None:
    what = message_with((picture("PNG"), "地図"))
    for prepared in (NOTHING, Prepared(("1", "2"))):
        answer = stage.channel.send(what, prepared)
        assert isinstance(answer, NoReply)
        assert not answer.left
    assert texts(stage.channel) == []


def test_a_message_without_pictures_needs_no_preparing(stage: Stage) -> None:
    assert stage.channel.prepare(message("本文")) == NOTHING


def test_the_newest_post_comes_first(stage: Stage) -> None:
    for text in ("一つめ", "二つめ", "三つめ"):
        stage.channel.send(message(text), NOTHING)
    assert texts(stage.channel) == ["三つめ", "二つめ", "一つめ"]


def test_since_leaves_out_what_is_older(stage: Stage) -> None:
    stage.channel.send(message("お知らせ"), NOTHING)
    timeline = stage.channel.read_back(None)
    assert isinstance(timeline, Timeline)
    at = timeline.posts[0].created_at
    assert at is not None
    assert texts(stage.channel, at - MINUTE) == ["お知らせ"]
    assert texts(stage.channel, at + MINUTE) == []


def test_a_refused_post_is_not_public(stage: Stage) -> None:
    stage.refuse()
    answer = stage.channel.send(message("だめな投稿"), NOTHING)
    assert isinstance(answer, Reply)
    assert (answer.status, answer.remote_id) == (stage.refusal, None)
    assert texts(stage.channel) == []


def test_a_lost_reply_claims_nothing_and_the_post_is_public_once(stage: Stage) -> None:
    stage.lose_reply()
    answer = stage.channel.send(message("返事が届かない"), NOTHING)
    assert isinstance(answer, NoReply)
    assert answer.left
    assert texts(stage.channel) == ["返事が届かない"]


def test_a_timeline_that_is_down_is_not_an_empty_one(stage: Stage) -> None:
    stage.channel.send(message("見えるはず"), NOTHING)
    stage.silence_timeline()
    assert not isinstance(stage.channel.read_back(None), Timeline)
    assert texts(stage.channel) == ["見えるはず"]


def test_delete_takes_the_post_away_and_says_when_it_is_gone(stage: Stage) -> None:
    kept = stage.channel.send(message("残す"), NOTHING)
    sent = stage.channel.send(message("消す"), NOTHING)
    assert isinstance(kept, Reply)
    assert isinstance(sent, Reply)
    assert sent.remote_id is not None
    first = stage.channel.delete(sent.remote_id)
    second = stage.channel.delete(sent.remote_id)
    assert isinstance(first, Reply)
    assert isinstance(second, Reply)
    assert (first.status, second.status) == (200, 404)
    assert texts(stage.channel) == ["残す"]
