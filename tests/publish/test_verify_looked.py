"""From when on a list shows all posts: only one with our newest post shows any."""

import datetime as dt

import pytest

from sns_cli.model.channel import Timeline
from tests.publish.desk import MINUTE, approved
from tests.publish.test_verify import HOUR, LONG_AGO, Reader, published

NOTHING = dt.datetime.max.replace(tzinfo=dt.UTC)


def two() -> Reader:
    """Return a library of which the second post went out half an hour later."""
    rig = published("ichi", after=HOUR / 2)
    rig.publish_posts(*(approved(one) for one in ("ichi", "futatsu")))
    rig.run()
    rig.clock.at += HOUR
    rig.channel.time += HOUR
    assert len(rig.channel.posts) == 2
    return rig


def test_a_list_with_our_newest_post_shows_what_is_there() -> None:
    rig = two()

    assert rig.verify().looked == {"x": LONG_AGO}


@pytest.mark.parametrize("kept", [[], ["ichi"]])
def test_a_list_without_our_newest_post_shows_that_nothing_is_gone(
    kept: list[str],
) -> None:
    rig = two()
    posts = [one for one in rig.channel.posts if one.text.split()[-1] in kept]
    rig.channel.timeline_script.extend([Timeline(tuple(posts))] * 2)  # type: ignore[list-item]

    assert rig.verify().looked == {"x": NOTHING}


def test_an_edited_post_is_ours_even_so() -> None:
    rig = published()
    (post,) = rig.channel.posts
    rig.channel.posts = [
        type(post)("999", post.url, "別", post.created_at, (post.remote_id,))
    ]

    assert rig.verify().looked == {"x": LONG_AGO}


def test_what_is_on_record_as_missing_need_not_be_there() -> None:
    rig = two()
    rig.channel.posts = [
        one for one in rig.channel.posts if one.text.split()[-1] == "ichi"
    ]
    first, second = rig.verify(), rig.verify()
    rig.channel.posts.clear()
    third = rig.verify()

    assert [one.looked["x"] for one in (first, second, third)] == [
        NOTHING,
        LONG_AGO,
        NOTHING,
    ]


def test_where_nothing_is_ours_no_list_shows_that_anything_is_gone() -> None:
    rig = Reader((approved(),))
    rig.clock.at += MINUTE

    assert rig.verify().looked == {"x": NOTHING}
