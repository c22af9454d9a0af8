"""A post on the timeline is ours only if nothing else can be it."""

import datetime as dt
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.channel import RemotePost, Timeline
from sns_cli.publish.reconcile import NoMatch, Sought, match, normal

AT = dt.datetime(2026, 12, 5, 1, 0, tzinfo=dt.UTC)
TEXT = "本日は休館です\nhttps://www.lib.example.lg.jp/"


def shown(remote_id: str, text: str = TEXT, minutes: float | None = 1) -> RemotePost:
    at = None if minutes is None else AT + dt.timedelta(minutes=minutes)
    return RemotePost(remote_id, text, f"https://social.example/{remote_id}", at)


def seek(*posts: RemotePost, **fields: object) -> object:
    sought: dict[str, object] = {"text": TEXT, "since": AT, **fields}
    return match(Sought(timeline=Timeline(posts), **sought))  # type: ignore[arg-type]


def test_the_one_equal_post_is_found() -> None:
    ours = shown("2")

    assert seek(shown("1", "ほかの投稿"), ours) == ours


def test_an_empty_timeline_shows_nothing() -> None:
    assert seek() is NoMatch.ABSENT


def test_two_equal_posts_are_not_told_apart() -> None:
    assert seek(shown("1"), shown("2")) is NoMatch.TWICE


def test_the_same_post_on_two_pages_is_one_post() -> None:
    assert seek(shown("1"), shown("1")) == shown("1")


def test_an_older_post_is_not_ours() -> None:
    assert seek(shown("1", minutes=-1)) is NoMatch.ABSENT
    assert seek(shown("1", minutes=0)) == shown("1", minutes=0)


def test_without_a_bound_or_a_time_age_does_not_count() -> None:
    assert seek(shown("1", minutes=-1), since=None) == shown("1", minutes=-1)
    assert seek(shown("1", minutes=None)) == shown("1", minutes=None)


def test_a_post_of_another_delivery_is_not_ours() -> None:
    assert seek(shown("1"), taken=frozenset({"1"})) is NoMatch.ABSENT


def test_a_text_that_another_doubt_shares_settles_neither() -> None:
    assert seek(shown("1"), rivals=("x", f" {TEXT}\r\n")) is NoMatch.SHARED


def test_part_of_the_text_is_not_the_text() -> None:
    assert seek(shown("1", TEXT + "。"), shown("2", TEXT[:-1])) is NoMatch.ABSENT


@given(
    st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", " ", "\n"]),
)
def test_services_may_change_line_ends_outer_blanks_and_composition(
    text: str, end: str, outer: str
) -> None:
    served = unicodedata.normalize("NFD", text).replace("\n", end)

    assert normal(f"{outer}{served}{outer}") == normal(text)


@given(st.text())
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    assert normal(normal(text)) == normal(text)
