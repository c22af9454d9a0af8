"""The forms in which people write dates: the grammar behind `dates`."""

import re
from collections.abc import Mapping
from typing import Final

from sns_cli.lint.wording import WEEKDAYS_EN, WEEKDAYS_JA

_SAME_WIDTH: Final[Mapping[int, int]] = {
    **{0xFF01 + number: 0x21 + number for number in range(94)},
    **dict(zip(map(ord, "　〜−–〔〕"), map(ord, " ~--[]"), strict=True)),
}
_NO_STATEMENT: Final = re.compile(r"https?://[!-~]+|『[^『』]{0,100}』", re.IGNORECASE)
"""Web addresses, and the names of books: what they say is not said by the library."""

_DIGITS_JA: Final = "〇一二三四五六七八九"
_NUMBER: Final = rf"(?:\d{{1,2}}|[{_DIGITS_JA}十]{{1,3}})"
_NO_NUMBER: Final = rf"(?<![\d{_DIGITS_JA}十百千])"

_ERAS: Final = {
    "令和": 2018,
    "R": 2018,
    "平成": 1988,
    "H": 1988,
    "昭和": 1925,
    "S": 1925,
    "大正": 1911,
    "明治": 1867,
}
"""The year before the first of each era."""
RELATIVE: Final = {
    "一昨年": -2,
    "昨年": -1,
    "去年": -1,
    "今年": 0,
    "本年": 0,
    "来年": 1,
    "明年": 1,
}
"""Words for a year, counted from the year of the planned day."""


def _year(number: int) -> str:
    era = "令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS]"
    of_era = rf"(?P<e{number}>{era})\s?(?P<n{number}>元|{_NUMBER})"
    return rf"(?:(?P<y{number}>\d{{4}}|[一二][{_DIGITS_JA}]{{3}})|{of_era})"


_YEAR: Final = (
    rf"{_NO_NUMBER}{_year(1)}"
    rf"(?:_?年(?:_?[(/・]_?{_year(2)}_?年?_?\)?)?|_?\(_?{_year(3)}_?\)_?年)"
)
# No blank in this: it stands in a verbose expression.
_WITH_YEAR: Final = rf"{_YEAR}[のはも:]?_?".replace("_", r"\x20")
_WEEKDAY: Final = r"\x20?[(\[]|\x20?[㈪-㈰]|\x20?[はの]?[月火水木金土日]曜"
DATE: Final = re.compile(
    rf"""(?:
      (?:{_WITH_YEAR})?(?:(?P<relative>{"|".join(RELATIVE)})[のはも:]?)?
      {_NO_NUMBER}(?P<m1>{_NUMBER})\x20?月\x20?
      (?:{_NUMBER}[・,、~]\x20?)*(?P<d1>{_NUMBER})\x20?日
    | (?<![0-9A-Za-z/.-])
      (?:(?P<y4>(?:19|20)\d\d)[./-]|(?P<e4>[RHS])(?P<n4>\d{{1,2}})[./])
      (?P<m2>\d{{1,2}})[./-](?P<d2>\d{{1,2}})(?!\d|[./-]\d)
    | (?<![0-9A-Za-z/.-])(?P<m3>\d{{1,2}})[/.](?P<d3>\d{{1,2}})(?={_WEEKDAY})
    | {_NO_NUMBER}(?<![/.第])(?P<d4>{_NUMBER})\x20?日(?={_WEEKDAY})
    | (?<=[・,、~])(?P<d5>\d{{1,2}})(?=[(\[][月火水木金土日][)\]])
    )
    (?:\x20?[(\[](?P<bracket>[^()\[\]\n]{{1,40}})[)\]]|\x20?(?P<circled>[㈪-㈰])
    |(?P<gap>\x20)?[はの]?(?P<bare>[月火水木金土日])曜日?+(?(gap)(?![はもにが]))
    |[、,]\x20?(?P<comma>[月火水木金土日])曜日?+
     (?=に(?!は)|から|午|です|[。)\n]|\Z|[、,]?\x20?(?:午|\d)))?""",
    re.VERBOSE,
)
"""A date and, where one follows, its day of the week.

A day of the week behind a blank or a comma that begins a phrase of its own (12月5日
土曜日も開館; 12月5日、日曜日、祝日は休館) does not belong to the date.
"""

YEAR: Final = re.compile(rf"{_YEAR}(?![度代間前後に以]|から)".replace("_", r"\x20"))
"""A year that may be that of the dates after it (2027年の休館日), not 2025年に開館."""

MONTH: Final = re.compile(r"(?<!\d)(?P<m>1[0-2]|0?[1-9]) ?月(?!曜)")
"""A month that a text names."""

_DAYS: Final = re.compile(
    r"(?:祝日?[・/,、 ]?)?(?P<days>[月火水木金土日](?:曜日?)?"
    r"(?:[・/,、と& ]?[月火水木金土日](?:曜日?)?)*)(?:$|[・/,、 \d祝休振午朝昼夜])"
)
_ENGLISH: Final = re.compile(
    rf"(?P<name>{'|'.join(name[:3] for name in WEEKDAYS_EN)})[a-z]*\.?(?:$|\W)",
    re.IGNORECASE,
)


def same_width(text: str) -> str:
    """Return ``text`` in half-width signs, equally long.

    Web addresses and the names of books in 『』 are blotted out.
    """
    plain = text.translate(_SAME_WIDTH)
    return _NO_STATEMENT.sub(lambda match: "\0" * len(match[0]), plain)


def number(written: str) -> int | None:
    """Return the number of Arabic or Japanese digits; None if it is none.

    二十五, 二五 and 25 are the same, 十十 is nothing.
    """
    if "十" not in written:
        return int("".join(str(_value(char)) for char in written))
    tens, _, ones = written.partition("十")
    if len(tens) > 1 or len(ones) > 1 or {"〇", "十"} & {tens, ones}:
        return None
    return (_value(tens) if tens else 1) * 10 + (_value(ones) if ones else 0)


def _value(digit: str) -> int:
    return _DIGITS_JA.index(digit) if digit in _DIGITS_JA else int(digit)


def weekdays_in(match: re.Match[str]) -> tuple[int, ...]:
    """Return the days of the week written with a match of `DATE`; 0 is Monday."""
    alone = match["bare"] or match["comma"]
    if alone:
        return (WEEKDAYS_JA.index(alone),)
    if match["circled"]:
        return ("㈪㈫㈬㈭㈮㈯㈰".index(match["circled"]),)
    content = (match["bracket"] or "").strip()
    english = _ENGLISH.match(content)
    if english is not None:
        names = [name[:3].lower() for name in WEEKDAYS_EN]
        return (names.index(english["name"].lower()),)
    japanese = _DAYS.match(content)
    if japanese is None:
        return ()
    days = re.sub("曜日?", "", japanese["days"])
    return tuple(WEEKDAYS_JA.index(day) for day in days if day in WEEKDAYS_JA)


def years_in(match: re.Match[str]) -> tuple[int, ...]:
    """Return the years that a match of `DATE` or `YEAR` names, by calendar or era."""
    found = match.groupdict()
    years: dict[int, None] = {}
    for which in "1234":
        year, era = found.get(f"y{which}"), found.get(f"e{which}")
        count = number(found[f"n{which}"].replace("元", "一")) if era else None
        if year:
            years[number(year) or 0] = None
        elif era and count is not None:
            years[_ERAS[era] + count] = None
    return tuple(years)
