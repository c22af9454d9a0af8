"""What X's list of posts says about its own end, and about posts that were edited."""

import json

from sns_cli.adapters.channels.x.timeline import posts_of
from sns_cli.model.channel import Timeline
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import x_channel

ME = http("200 OK", b'{"data":{"id":"7","username":"library"}}')


def pages(count: int, each: int = 100) -> list[bytes]:
    """Return so many pages of a list; the last names no next one."""
    made = []
    for page in range(count):
        data = [{"id": str(1000 * page + one), "text": "x"} for one in range(each)]
        meta = {} if page == count - 1 else {"next_token": f"t{page}"}
        made.append(http("200 OK", json.dumps({"data": data, "meta": meta}).encode()))
    return made


def read(count: int) -> Timeline:
    with RawServer(ME, *pages(count)) as server, x_channel(server.base) as channel:
        timeline = channel.read_back(None)
    assert isinstance(timeline, Timeline)
    return timeline


def test_a_list_that_ends_far_from_the_limit_is_whole() -> None:
    assert read(29).whole


def test_a_list_that_ends_near_the_limit_may_have_been_cut() -> None:
    timeline = read(32)

    assert len(timeline.posts) == 3200
    assert not timeline.whole


def test_a_list_without_end_is_kept_as_far_as_it_was_read() -> None:
    timeline = read(40)

    assert len(timeline.posts) == 3200
    assert not timeline.whole


def test_an_edited_post_is_known_by_its_former_numbers() -> None:
    body = {
        "data": [
            {"id": "3", "text": "x", "edit_history_tweet_ids": ["1", "2", "3"]},
            {"id": "5", "text": "x", "edit_history_post_ids": ["4", "5"]},
            {"id": "6", "text": "x", "edit_history_tweet_ids": ["6"]},
            {"id": "7", "text": "x", "edit_history_tweet_ids": "odd"},
            {"id": "8", "text": "x", "edit_history_tweet_ids": [7, None]},
        ]
    }

    posts = posts_of(body, "library")

    assert posts is not None
    assert [post.earlier for post in posts] == [("1", "2"), ("4",), (), (), ()]
