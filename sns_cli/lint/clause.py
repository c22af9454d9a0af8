"""The policy clauses that rules serve, written so that a library's staff know them.

Short forms, as in the catalogue of rules: ``K`` is 東久留米市立図書館公式X運用方針
(``K5(2)``), ``H`` is 東広島市ソーシャルメディア等に関する運用ガイドライン (``H9-2`` is
article 9 paragraph 2, ``H6⑥`` its article 6 item 6), ``J`` is JIS X 8341-3 with the
number of a success criterion (``J1.1.1``). Several are joined by a comma.
"""

import re
from typing import Final

from sns_cli.messages import Language, Text

_ITEMS: Final = "①②③④⑤⑥⑦⑧⑨⑩"
_FORM: Final = re.compile(
    r"(?:K(?P<k>\d+(?:\([^)]+\)[ア-エ]?)*)"
    r"|J(?P<criterion>\d\.\d\.\d+)"
    rf"|H(?P<article>\d+)(?:-(?P<paragraph>\d+))?(?P<item>[{_ITEMS}])?)"
)
_K: Final = Text("運用方針 {clause}", "X policy (東久留米市立図書館) {clause}")
_J: Final = Text("JIS X 8341-3 達成基準 {criterion}", "JIS X 8341-3 {criterion}")
_ARTICLE: Final = Text("第{article}条", "article {article}")
_PARAGRAPH: Final = Text("第{paragraph}項", " paragraph {paragraph}")
_ITEM: Final = Text("第{item}号", " item {item}")
_H: Final = Text("ガイドライン {clause}", "guideline (東広島市) {clause}")
_COMMA: Final = Text("、", "; ")


def clause_text(clause: str | None, language: Language) -> str | None:
    """Return ``clause`` spelled out, or None if there is none.

    Raises:
        ValueError: a short form is not one (a mistake in a rule; a test looks).
    """
    if clause is None:
        return None
    parts = [_spell_out(part.strip(), language) for part in clause.split(",")]
    return _COMMA.fill(language, {}).join(parts)


def _spell_out(part: str, language: Language) -> str:
    match = _FORM.fullmatch(part)
    if match is None:
        raise ValueError(part)
    if match["k"]:
        return _K.fill(language, {"clause": match["k"]})
    if match["criterion"]:
        return _J.fill(language, {"criterion": match["criterion"]})
    words = _ARTICLE.fill(language, match.groupdict())
    if match["paragraph"]:
        words += _PARAGRAPH.fill(language, match.groupdict())
    if match["item"]:
        words += _ITEM.fill(language, {"item": _ITEMS.index(match["item"]) + 1})
    return _H.fill(language, {"clause": words})
