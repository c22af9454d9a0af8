"""When the libraries of several accounts are open at once."""

import datetime as dt

import pytest

from sns_cli.calendar import next_common_opening
from tests.calendar.calendars import CHUO
from tests.compose.samples import settings

ZONE = dt.timezone(dt.timedelta(hours=9))
NOW = dt.datetime(2026, 11, 25, 12, tzinfo=ZONE)
"""A Wednesday; open 9:30 to 19:00, closed on Mondays."""
OPENS = dt.datetime(2026, 11, 26, 9, 30, tzinfo=ZONE)
LIBRARY = settings().model_copy(update={"calendars": {"chuo": CHUO}})


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (NOW, OPENS),
        (NOW.replace(hour=8), NOW.replace(hour=9, minute=30)),
        (NOW.replace(hour=19), OPENS),
        (NOW.replace(day=28, hour=18), dt.datetime(2026, 11, 29, 9, 30, tzinfo=ZONE)),
        (NOW.replace(day=29, hour=18), dt.datetime(2026, 12, 1, 9, 30, tzinfo=ZONE)),
        (NOW.replace(year=2029), None),
    ],
)
def test_the_next_opening_is_one_that_is_still_to_come(
    now: dt.datetime, opens: dt.datetime | None
) -> None:
    assert next_common_opening(LIBRARY, ("x",), now) == opens
    assert next_common_opening(LIBRARY, (), now) is None


def test_libraries_that_never_open_together_have_no_next_common_opening() -> None:
    hours = [
        one.model_copy(update={"open": "20:00", "close": "21:00"}) for one in CHUO.hours
    ]
    night = CHUO.model_copy(update={"hours": tuple(hours)})
    account = next(iter(LIBRARY.accounts.values()))
    both = LIBRARY.model_copy(
        update={
            "calendars": {"chuo": CHUO, "yoru": night},
            "accounts": {
                "a": account.model_copy(update={"calendar": "chuo"}),
                "b": account.model_copy(update={"calendar": "yoru"}),
            },
        }
    )
    assert next_common_opening(both, ("a", "b"), NOW) is None
    assert next_common_opening(both, ("b",), NOW) == NOW.replace(hour=20)
