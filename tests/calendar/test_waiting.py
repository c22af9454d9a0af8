"""Why a library does not open before a certain time, in the words of a librarian."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.calendar import opening_hours, why_not_before
from sns_cli.messages import Language
from sns_cli.model.reason import Reason
from sns_cli.report.sentences import sentence
from tests.calendar.calendars import CHUO, calendar

TOKYO = "Asia/Tokyo"
ZONE = dt.timezone(dt.timedelta(hours=9))
HOURS = opening_hours(CHUO, TOKYO)


def told(start: str, language: Language = "ja") -> str:
    begin = dt.datetime.fromisoformat(start).replace(tzinfo=ZONE)
    opens = HOURS.next_opening(begin)
    assert opens is not None
    why = why_not_before(HOURS, begin, opens)
    return sentence("waits-for-opening", {"next_opening": opens, "why": why}, language)


@pytest.mark.parametrize(
    ("start", "japanese", "english"),
    [
        (  # a Monday
            "2026-11-30 10:00",
            "2026年12月1日(火) 9:30 に出ます(11月30日(月)は定期休館日(毎週月曜))。",
            (
                "It waits until Tue 1 Dec 2026 9:30 "
                "(closed Mon 30 Nov: 定期休館日 (every Mon))."
            ),
        ),
        (  # the evening of a holiday Monday, for which Tuesday is closed
            "2026-11-23 17:00",
            (
                "2026年11月25日(水) 9:30 に出ます(11月23日(月)の開館時間は9:30–17:00、"
                "11月24日(火)は定期休館日(毎週月曜、11月23日(月)の振替))。"
            ),
            (
                "It waits until Wed 25 Nov 2026 9:30 (open 9:30–17:00 on Mon 23 Nov, "
                "closed Tue 24 Nov: 定期休館日 "
                "(every Mon, instead of Mon 23 Nov 2026))."
            ),
        ),
        (  # a day that closes early
            "2026-08-11 16:00",
            (
                "2026年8月12日(水) 9:30 に出ます"
                "(8月11日(火)の開館時間は9:30–15:00(停電工事))。"
            ),
            (
                "It waits until Wed 12 Aug 2026 9:30 "
                "(open 9:30–15:00 (停電工事) on Tue 11 Aug)."
            ),
        ),
        (  # early on an open day
            "2026-11-25 07:00",
            "2026年11月25日(水) 9:30 に出ます(11月25日(水)の開館時間は9:30–19:00)。",
            "It waits until Wed 25 Nov 2026 9:30 (open 9:30–19:00 on Wed 25 Nov).",
        ),
        (  # the end of the year, which runs on into a Monday
            "2026-12-29 10:00",
            (
                "2027年1月5日(火) 9:30 に出ます(12月29日(火)から1月3日(日)までは"
                "年末年始(12月29日から1月3日まで)、1月4日(月)は定期休館日(毎週月曜))。"
            ),
            (
                "It waits until Tue 5 Jan 2027 9:30 (closed Tue 29 Dec to Sun 3 Jan: "
                "年末年始 (29 Dec to 3 Jan), closed Mon 4 Jan: 定期休館日 (every Mon))."
            ),
        ),
    ],
)
def test_every_closed_day_on_the_way_is_told(
    start: str, japanese: str, english: str
) -> None:
    assert told(start) == japanese
    assert told(start, "en") == english


def test_nothing_is_told_of_what_is_open() -> None:
    now = dt.datetime(2026, 11, 25, 12, tzinfo=ZONE)
    assert why_not_before(HOURS, now, now) == ()


def test_days_that_no_row_of_hours_fits_and_days_out_of_the_calendar() -> None:
    hours = opening_hours(
        calendar(covers=(dt.date(2026, 11, 30), dt.date(2026, 12, 5))), TOKYO
    )
    start = dt.datetime(2026, 11, 28, 12, tzinfo=ZONE)
    opens = hours.next_opening(start)
    assert opens == dt.datetime(2026, 12, 1, 9, 30, tzinfo=ZONE)
    why = why_not_before(hours, start, opens)
    assert [one.code for one in why] == ["wait-not-covered", "wait-no-hours"]
    assert sentence("wait-not-covered", why[0].details, "ja").startswith(
        "11月28日(土)から11月29日(日)まで"
    )


@given(st.integers(0, 350 * 24 * 60))
def test_whoever_waits_is_told_why_and_not_too_much(minutes: int) -> None:
    start = dt.datetime(2026, 4, 1, tzinfo=ZONE) + dt.timedelta(minutes=minutes)
    opens = HOURS.next_opening(start)
    assert opens is not None
    why = why_not_before(HOURS, start, opens)
    assert (why == ()) is HOURS.is_open(start)
    assert len(why) <= 5
    assert all(isinstance(one, Reason) for one in why)
