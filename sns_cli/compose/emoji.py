"""Emoji sequences as X counts them: each as one sign of weight 2.

The grammar is that of Emoji 11, the set X's published rules know (twitter-text, v3).
Sequences that came later are counted by their parts, which is never too little.
Single emoji weigh 2 anyway; only sequences need finding.
"""

import re
from typing import Final

_JOIN: Final = "\u200d"
_STYLE: Final = "\ufe0f"
_SKIN: Final = "[\U0001f3fb-\U0001f3ff]"

# Signs that a variation selector turns into an emoji.
_STYLED: Final = (
    "\U0001f004\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f202\U0001f21a\U0001f22f"
    "\U0001f237\U0001f321\U0001f324-\U0001f32c\U0001f336\U0001f37d\U0001f396\U0001f397"
    "\U0001f399-\U0001f39b\U0001f39e\U0001f39f\U0001f3cd\U0001f3ce\U0001f3d4-\U0001f3df"
    "\U0001f3f3\U0001f3f5\U0001f3f7\U0001f43f\U0001f441\U0001f4fd\U0001f549\U0001f54a"
    "\U0001f56f\U0001f570\U0001f573\U0001f576-\U0001f579\U0001f587\U0001f58a-\U0001f58d"
    "\U0001f5a5\U0001f5a8\U0001f5b1\U0001f5b2\U0001f5bc\U0001f5c2-\U0001f5c4"
    "\U0001f5d1-\U0001f5d3\U0001f5dc-\U0001f5de\U0001f5e1\U0001f5e3\U0001f5e8\U0001f5ef"
    "\U0001f5f3\U0001f5fa\U0001f6cb\U0001f6cd-\U0001f6cf\U0001f6e0-\U0001f6e5\U0001f6e9"
    "\U0001f6f0\U0001f6f3"
    "©®‼⁉™ℹ↔-↙↩↪⌚⌛⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☠☢☣☦☪☮☯☸-☺♀♂♈-♓♟♠♣♥♦♨♻♿⚒-⚗⚙⚛⚜⚠⚡⚪⚫"
    "⚰⚱⚽⚾⛄⛅⛈⛏⛑⛓⛔⛩⛪⛰-⛵⛸⛺⛽✂✈✉✏✒✔✖✝✡✳✴❄❇❗❣❤➡⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙"
)
# People and hands that take a skin tone; the first row also a variation selector.
_STYLED_PEOPLE: Final = "\U0001f3cb\U0001f3cc\U0001f574\U0001f575\U0001f590☝⛷⛹✌✍"
_PEOPLE: Final = (
    "\U0001f385\U0001f3c2-\U0001f3c4\U0001f3c7\U0001f3ca\U0001f442\U0001f443"
    "\U0001f446-\U0001f450\U0001f466-\U0001f469\U0001f46e\U0001f470-\U0001f478\U0001f47c"
    "\U0001f481-\U0001f483\U0001f485-\U0001f487\U0001f4aa\U0001f57a\U0001f595\U0001f596"
    "\U0001f645-\U0001f647\U0001f64b-\U0001f64f\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f6c0"
    "\U0001f6cc\U0001f918-\U0001f91c\U0001f91e\U0001f91f\U0001f926\U0001f930-\U0001f939"
    "\U0001f93d\U0001f93e\U0001f9b5\U0001f9b6\U0001f9b8\U0001f9b9\U0001f9d1-\U0001f9dd✊✋"
)
# Who, with ♀ or ♂ behind a joiner, is a woman or a man doing something.
_ACTIVE: Final = (
    "\U0001f3c3\U0001f3c4\U0001f3ca\U0001f46e\U0001f471\U0001f473\U0001f477\U0001f481"
    "\U0001f482\U0001f486\U0001f487\U0001f645-\U0001f647\U0001f64b\U0001f64d\U0001f64e"
    "\U0001f6a3\U0001f6b4-\U0001f6b6\U0001f926\U0001f935\U0001f937-\U0001f939\U0001f93d"
    "\U0001f93e\U0001f9b8\U0001f9b9\U0001f9d6-\U0001f9dd"
)
_ACTIVE_STYLED: Final = "\U0001f3cb\U0001f3cc\U0001f574\U0001f575⛹"
_ACTIVE_PLAIN: Final = "\U0001f46f\U0001f93c\U0001f9de\U0001f9df"
_TRADES: Final = (
    "\U0001f33e\U0001f373\U0001f393\U0001f3a4\U0001f3a8\U0001f3eb\U0001f3ed\U0001f4bb"
    "\U0001f4bc\U0001f527\U0001f52c\U0001f680\U0001f692\U0001f9b0-\U0001f9b3"
)
_MAN, _WOMAN, _BOY, _GIRL = "\U0001f468", "\U0001f469", "\U0001f466", "\U0001f467"
_HEART, _KISS = f"❤{_STYLE}", "\U0001f48b"

# The second letters of the flags that exist, by first letter.
_FLAGS: Final = (
    "A:CDEFGILMOQRSTUWXZ B:ABDEFGHIJLMNOQRSTVWYZ C:ACDFGHIKLMNOPRUVWXYZ D:EGJKMOZ "
    "E:ACEGHRSTU F:IJKMOR G:ABDEFGHILMNPQRSTUWY H:KMNRTU I:CDELMNOQRST J:EMOP "
    "K:EGHIMNPRWYZ L:ABCIKRSTUVY M:ACDEFGHKLMNOPQRSTUVWXYZ N:ACEFGILOPRUZ O:M "
    "P:AEFGHKLMNRSTWY Q:A R:EOSUW S:ABCDEGHIJKLMNORSTVXYZ T:ACDFGHJKLMNORTVWZ "
    "U:AGMNSYZ V:ACEGINU W:FS X:K Y:ET Z:AMW"
)


def _letter(letter: str) -> str:
    return chr(0x1F1E6 + ord(letter) - ord("A"))


def _tags(region: str) -> str:
    return "".join(chr(0xE0000 + ord(char)) for char in region) + "\U000e007f"


def _flag_pattern() -> str:
    rows = (row.split(":") for row in _FLAGS.split())
    return "|".join(
        f"{_letter(first)}[{''.join(map(_letter, seconds))}]" for first, seconds in rows
    )


def _family_pattern() -> str:
    parents = f"(?:{_MAN}(?:{_JOIN}[{_MAN}{_WOMAN}])?|{_WOMAN}(?:{_JOIN}{_WOMAN})?)"
    boys, girls = f"{_BOY}(?:{_JOIN}{_BOY})?", f"{_GIRL}(?:{_JOIN}[{_BOY}{_GIRL}])?"
    return f"{parents}{_JOIN}(?:{boys}|{girls})"


def _couple_pattern() -> str:
    love = f"{_JOIN}{_HEART}{_JOIN}(?:{_KISS}{_JOIN})?"
    return f"{_MAN}{love}{_MAN}|{_WOMAN}{love}[{_MAN}{_WOMAN}]"


_SIGN: Final = f"{_JOIN}[♀♂]{_STYLE}"

SEQUENCE: Final = re.compile(
    "|".join(
        (
            f"[{_MAN}{_WOMAN}]{_SKIN}?{_JOIN}(?:[⚕⚖✈]{_STYLE}|[{_TRADES}])",
            f"[{_ACTIVE_STYLED}](?:{_SKIN}|{_STYLE}){_SIGN}",
            f"[{_ACTIVE}]{_SKIN}?{_SIGN}",
            f"[{_ACTIVE_PLAIN}]{_SIGN}",
            _couple_pattern(),
            _family_pattern(),
            f"\U0001f3f3{_STYLE}{_JOIN}\U0001f308",
            f"\U0001f3f4{_JOIN}☠{_STYLE}",
            f"\U0001f441{_JOIN}\U0001f5e8",
            f"\U0001f3f4(?:{_tags('gbeng')}|{_tags('gbsct')}|{_tags('gbwls')})",
            f"[#*0-9]{_STYLE}?\u20e3",
            f"[{_STYLED}]{_STYLE}",
            f"[{_STYLED_PEOPLE}](?:{_STYLE}{_SKIN}?|{_SKIN})",
            f"[{_PEOPLE}]{_SKIN}",
            _flag_pattern(),
        )
    )
)
"""An emoji of more than one character."""

PART: Final = re.compile(
    "[\u200d\u20e3\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e007f]"
)
"""What every sequence holds; a text without it needs no search for sequences."""
