"""The calendar of our own settings, from which every new library's are made."""

from pathlib import Path

from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings

SETTINGS = Path(__file__).parents[2] / "sns.toml"


def test_every_closing_shown_as_a_comment_can_be_used() -> None:
    text = SETTINGS.read_text(encoding="utf-8")
    used = text.replace("\n  # {", "\n  {")
    shown, all_used = (parse_settings(one.encode()) for one in (text, used))
    assert isinstance(shown, Settings)
    assert isinstance(all_used, Settings), all_used
    before, after = shown.calendars["chuo"], all_used.calendars["chuo"]
    kinds = {type(one).__name__ for one in after.closed}
    assert len(after.closed) == len(before.closed) + text.count("\n  # { reason")
    assert kinds == {
        "WeeklyClosing",
        "NthClosing",
        "MonthlyClosing",
        "LastDayClosing",
        "HolidayClosing",
        "AfterHolidayClosing",
        "YearlyClosing",
        "PeriodClosing",
        "DatesClosing",
    }
