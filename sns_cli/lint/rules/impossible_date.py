"""Dates and times that do not exist."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.date_forms import same_width
from sns_cli.lint.dates import WrittenDate, find_dates, is_leap_day
from sns_cli.lint.example import Example
from sns_cli.lint.passage import passages
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_LEAP_DAY: Final = Text(
    "「{written}」は{year}年にはありません(うるう年だけの日です)。",
    "`{written}` does not exist in {year}, which is no leap year.",
)
_MONTH: Final = re.compile(
    r"(?<![\d.])(?P<m>0{1,2}|1[3-9]|[2-9]\d) ?月(?! ?\d{1,2} ?日|[曜額刊面光夜])"
)
_HOUR: Final = re.compile(
    r"(?<![\d.])(?P<h>\d{1,2}) ?時(?!間|限|代|点|短)(?: ?(?P<m>\d{1,2}) ?分(?!間))?"
)
_CLOCK: Final = re.compile(r"(?<![\d:.])(?P<h>\d{1,2}):(?P<m>\d{2})(?![\d:])")
_TIME_BEFORE: Final = re.compile(
    r"(?:午前|午後|[AaPp][Mm]|~|から|時間|時刻|日時|受付|集合|終了|[開閉].|日|曜"
    r"|:\d\d ?-|[月火水木金土日祝][)\]])[は:、 ]{0,2}\Z"
)
_TIME_AFTER: Final = re.compile(
    r" ?(?:~|- ?\d{1,2}:|から|より|まで|頃|ごろ|スタート|受付|集合|[AaPp][Mm]"
    r"|[開閉始終]|に[、,]?(?:は?[開閉始終]|はじ|お[わえ]|集|受|出))"
)
_PROPORTION: Final = re.compile(r"(?:縮尺|スコア|得点|割合|比率?|倍率)[^。\n]{0,8}\Z")
_AROUND: Final = 12
"""Characters around two numbers that tell whether they are a time of day."""
_END_OF_DAY: Final = 24
_LATEST: Final = 30
"""Hours past midnight that people write as 25:00 to 29:00; above it is no time."""
_MINUTES: Final = 60
_WHOLE: Final = 100
_LONGEST: Final = 31


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for passage in passages(post):
        for date in find_dates(passage.text):
            planned = context.planned(post).date()
            if not date.days(planned):
                yield _date_hit(date, planned, passage.line_at(date.start))
        for start, end in _impossible(same_width(passage.text)):
            written = passage.text[start:end]
            yield Hit(passage.line_at(start), {"written": written})


def _date_hit(date: WrittenDate, planned: dt.date, line: int) -> Hit:
    details: dict[str, object] = {"written": date.text}
    if not date.whole:
        # A day of a month that the text only names: perhaps another month is meant.
        surely = not 1 <= date.day <= _LONGEST
        return Hit(line, details, None if surely else Severity.WARNING)
    month = date.months[0]
    if not is_leap_day(month, date.day):
        return Hit(line, details)
    details["year"] = date.years_of(month, planned)[0]
    severity = None if date.years else Severity.WARNING
    return Hit(line, details, severity, _LEAP_DAY)


def _impossible(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where ``plain`` names a month or a time that does not exist."""
    for match in _MONTH.finditer(plain):
        yield match.span()
    for match in _HOUR.finditer(plain):
        hour, minute = int(match["h"]), int(match["m"] or 0)
        if hour > _END_OF_DAY or minute >= _MINUTES or (hour == _END_OF_DAY and minute):
            yield match.span()
    for match in _CLOCK.finditer(plain):
        impossible = _is_no_clock(int(match["h"]), int(match["m"]))
        if impossible and _is_meant_as_time(plain, *match.span()):
            yield match.span()


def _is_meant_as_time(plain: str, start: int, end: int) -> bool:
    """Tell whether 3:75 stands where a time would: else it is a score or a scale."""
    before = plain[max(0, start - _AROUND) : start]
    if _PROPORTION.search(before):
        return False
    return bool(_TIME_BEFORE.search(before) or _TIME_AFTER.match(plain, end))


def _is_no_clock(hour: int, minute: int) -> bool:
    if hour + minute == _WHOLE:  # 20:80 is a proportion
        return False
    if hour < _END_OF_DAY:
        return minute >= _MINUTES
    if hour == _END_OF_DAY:
        return minute > 0
    return hour < _LATEST and minute < _MINUTES


RULE: Final = Rule(
    name="impossible-date",
    severity=Severity.ERROR,
    clause="H6⑥,K6(9)",
    waivable=False,
    title=Text("存在しない日付・時刻", "a date or time that does not exist"),
    manual=Text(
        "2月30日、13月、25時、10時70分のような、存在しない日付や時刻を探します。"
        "24時と24:00は、その日の終わりとして認めます。",
        "Looks for dates and times that do not exist, such as 2月30日, 13月, 25時 and "
        "10時70分. 24時 and 24:00 are the end of the day and fine.",
    ),
    message=Text("「{written}」はありません。", "`{written}` does not exist."),
    hint=Text(
        "元の資料と照らして、日付と時刻を直してください。",
        "Compare with the source and put the date or time right.",
    ),
    bad=Example(body="2月30日に、おはなし会を開きます。"),
    good=Example(
        body="2月28日に、おはなし会を開きます。22時から24時までは使えません。"
    ),
    check=_check,
)
