"""Days and times are told in one form, whoever tells them."""

import datetime as dt

import pytest

from sns_cli.calendar import clock_text, day_text, hours_text, local, moment_text
from sns_cli.lint.wording import date_text, instant_text
from sns_cli.messages import Language
from sns_cli.report.sentences import readable

AT = local(dt.datetime(2026, 11, 25, 0, 5, tzinfo=dt.UTC), "Asia/Tokyo")


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("ja", "2026年11月25日(水)", "2026年11月25日(水) 9:05"),
        ("en", "Wed 25 Nov 2026", "Wed 25 Nov 2026 9:05"),
    ],
)
def test_every_room_tells_a_day_and_a_time_alike(
    language: Language, day: str, moment: str
) -> None:
    assert day_text(AT.date(), language) == day
    assert readable(AT.date(), language) == day
    assert date_text(AT.date()).fill(language, {}) == day
    assert moment_text(AT, language) == moment
    assert readable(AT, language) == moment
    assert instant_text(AT).fill(language, {}) == moment


def test_the_first_and_the_last_of_their_kind_have_names() -> None:
    assert day_text(dt.date(2027, 1, 31), "en") == "Sun 31 Jan 2027"
    assert day_text(dt.date(2026, 12, 28), "en") == "Mon 28 Dec 2026"
    assert day_text(dt.date(2026, 12, 28), "ja") == "2026年12月28日(月)"


def test_midnight_ends_a_day_and_begins_one() -> None:
    midnight = AT.replace(hour=0, minute=0)
    tomorrow = midnight + dt.timedelta(days=1)
    assert clock_text(midnight) == "0:00"
    assert hours_text([(midnight, AT)]) == "0:00–9:05"
    assert hours_text([(AT, tomorrow)]) == "9:05–24:00"
    assert hours_text([(midnight, AT), (AT, tomorrow)]) == "0:00–9:05, 9:05–24:00"
    assert hours_text([]) == ""
