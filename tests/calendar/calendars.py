"""Calendars for tests. ``CHUO`` is that of the example library, written out by hand."""

import datetime as dt

from sns_cli.model.opening import (
    Calendar,
    CalendarException,
    Closing,
    HoursRow,
    NthClosing,
    PeriodClosing,
    WeeklyClosing,
    YearlyClosing,
)

D = dt.date
COVERS = (D(2026, 4, 1), D(2027, 3, 31))
HOURS = (
    HoursRow(days=("sat", "sun", "holiday"), open="09:30", close="17:00"),
    HoursRow(days=("tue", "wed", "thu", "fri"), open="09:30", close="19:00"),
)
WEEKLY = WeeklyClosing(
    reason="定期休館日", weekly="mon", if_holiday="open-and-close-next-weekday"
)
TIDYING = NthClosing(reason="館内整理日", nth=3, weekday="thu", if_holiday="open")
NEW_YEAR = YearlyClosing(reason="年末年始", yearly=("12-29", "01-03"))
STOCKTAKING = PeriodClosing(
    reason="特別整理期間", period=(D(2027, 2, 1), D(2027, 2, 8))
)
CLOSED: tuple[Closing, ...] = (WEEKLY, TIDYING, NEW_YEAR, STOCKTAKING)
POWER_CUT = CalendarException(
    date=D(2026, 8, 11), open="09:30", close="15:00", reason="停電工事"
)


def calendar(
    closed: tuple[Closing, ...] = (),
    hours: tuple[HoursRow, ...] = HOURS,
    exceptions: tuple[CalendarException, ...] = (),
    covers: tuple[dt.date, dt.date] = COVERS,
) -> Calendar:
    """Return a calendar of 2026-04 to 2027-03."""
    return Calendar(
        name="館", covers=covers, hours=hours, closed=closed, exceptions=exceptions
    )


CHUO = calendar(CLOSED, exceptions=(POWER_CUT,))

HOLIDAYS = {
    D(2026, 1, 1): "元日",
    D(2026, 1, 12): "成人の日",
    D(2026, 2, 11): "建国記念の日",
    D(2026, 2, 23): "天皇誕生日",
    D(2026, 3, 20): "春分の日",
    D(2026, 4, 29): "昭和の日",
    D(2026, 5, 3): "憲法記念日",
    D(2026, 5, 4): "みどりの日",
    D(2026, 5, 5): "こどもの日",
    D(2026, 5, 6): "憲法記念日 振替休日",
    D(2026, 7, 20): "海の日",
    D(2026, 8, 11): "山の日",
    D(2026, 9, 21): "敬老の日",
    D(2026, 9, 22): "国民の休日",
    D(2026, 9, 23): "秋分の日",
    D(2026, 10, 12): "スポーツの日",
    D(2026, 11, 3): "文化の日",
    D(2026, 11, 23): "勤労感謝の日",
    D(2027, 1, 1): "元日",
    D(2027, 1, 11): "成人の日",
    D(2027, 2, 11): "建国記念の日",
    D(2027, 2, 23): "天皇誕生日",
    D(2027, 3, 21): "春分の日",
    D(2027, 3, 22): "春分の日 振替休日",
    D(2027, 4, 29): "昭和の日",
    D(2027, 5, 3): "憲法記念日",
    D(2027, 5, 4): "みどりの日",
    D(2027, 5, 5): "こどもの日",
    D(2027, 7, 19): "海の日",
    D(2027, 8, 11): "山の日",
    D(2027, 9, 20): "敬老の日",
    D(2027, 9, 23): "秋分の日",
    D(2027, 10, 11): "スポーツの日",
    D(2027, 11, 3): "文化の日",
    D(2027, 11, 23): "勤労感謝の日",
    D(2028, 1, 1): "元日",
    D(2028, 1, 10): "成人の日",
    D(2028, 2, 11): "建国記念の日",
    D(2028, 2, 23): "天皇誕生日",
    D(2028, 3, 20): "春分の日",
}
"""Written down from the law (祝日法 第2条・第3条), not from the library we use."""
