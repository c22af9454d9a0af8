import datetime as dt

from sns_cli.adapters.clock import SystemClock
from sns_cli.ports import Clock
from tests.fakes.clock import FixedClock


def test_the_clocks_are_aware_and_only_the_runs_time_moves() -> None:
    offset = dt.timedelta(days=400)
    clocks: list[Clock] = [SystemClock(offset), FixedClock(offset=offset)]
    for clock in clocks:
        assert clock.now().tzinfo is not None
        assert clock.real_now().utcoffset() is not None
        moved = clock.now() - clock.real_now()
        assert abs(moved - offset) < dt.timedelta(days=1)


def test_a_fixed_clock_stands_still_until_it_is_moved() -> None:
    clock = FixedClock()
    before = clock.now()
    assert clock.now() == before
    clock.advance(minutes=20)
    assert clock.now() - before == dt.timedelta(minutes=20)
