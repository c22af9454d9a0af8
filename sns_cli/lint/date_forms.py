"""The forms in which people write dates: the grammar behind `dates`."""

import re
from collections.abc import Mapping
from typing import Final

from sns_cli.lint.wording import WEEKDAYS_EN, WEEKDAYS_JA

_SAME_WIDTH: Final[Mapping[int, int]] = {
    **{0xFF01 + number: 0x21 + number for number in range(94)},
    **dict(zip(map(ord, "　〜−–〔〕"), map(ord, " ~--[]"), strict=True)),
}
_ADDRESS: Final = re.compile(r"https?://[!-~]+", re.IGNORECASE)

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
    of_era = rf"(?P<e{number}>{era})\s?(?P<n{number}>元|\d{{1,2}})"
    return rf"(?:(?P<y{number}>\d{{4}})|{of_era})"


# No blank in these: they stand in a verbose expression.
_WITH_YEAR: Final = (
    rf"(?<!\d){_year(1)}"
    rf"(?:_?年(?:_?[(/・]_?{_year(2)}_?年?_?\)?)?|_?\(_?{_year(3)}_?\)_?年)の?_?"
).replace("_", r"\x20")
_WEEKDAY: Final = r"\x20?[(\[]|\x20?[㈪-㈰]|\x20?[はの]?[月火水木金土日]曜"
DATE: Final = re.compile(
    rf"""(?:
      (?:{_WITH_YEAR})?(?:(?P<relative>{"|".join(RELATIVE)})の?)?
      (?<!\d)(?P<m1>\d{{1,2}})\x20?月\x20?(?:\d{{1,2}}[・,、~]\x20?)*(?P<d1>\d{{1,2}})\x20?日
    | (?<![0-9A-Za-z/.-])
      (?:(?P<y4>(?:19|20)\d\d)[./-]|(?P<e4>[RHS])(?P<n4>\d{{1,2}})[./])
      (?P<m2>\d{{1,2}})[./-](?P<d2>\d{{1,2}})(?!\d|[./-]\d)
    | (?<![0-9A-Za-z/.-])(?P<m3>\d{{1,2}})[/.](?P<d3>\d{{1,2}})(?={_WEEKDAY})
    | (?<![\d/.])(?P<d4>\d{{1,2}})\x20?日(?={_WEEKDAY})
    | (?<=[・,、~])(?P<d5>\d{{1,2}})(?=[(\[][月火水木金土日][)\]])
    )
    (?:\x20?[(\[](?P<bracket>[^()\[\]\n]{{1,40}})[)\]]|\x20?(?P<circled>[㈪-㈰])
    |(?P<gap>\x20)?[はの]?(?P<bare>[月火水木金土日])曜日?+(?(gap)(?![はもにが])))?""",
    re.VERBOSE,
)
"""A date and, where one follows, its day of the week.

A day of the week behind a blank that begins a phrase of its own (12月5日 土曜日も開館)
does not belong to the date.
"""

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
    """Return ``text`` in half-width signs, web addresses blotted out, equally long."""
    plain = text.translate(_SAME_WIDTH)
    return _ADDRESS.sub(lambda match: "\0" * len(match[0]), plain)


def weekdays_in(match: re.Match[str]) -> tuple[int, ...]:
    """Return the days of the week written with a match of `DATE`; 0 is Monday."""
    if match["bare"]:
        return (WEEKDAYS_JA.index(match["bare"]),)
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
    """Return the years a date names, by calendar or era."""
    years: dict[int, None] = {}
    for number in "1234":
        year, era, count = match[f"y{number}"], match[f"e{number}"], match[f"n{number}"]
        if year:
            years[int(year)] = None
        elif era:
            years[_ERAS[era] + (1 if count == "元" else int(count))] = None
    return tuple(years)
