"""Places of a template that nobody filled in."""

import re
from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.passage import passages
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_NUMBER: Final = "一二三四五六七八九十百千万"
_HOLLOW: Final = "〇○◯"
_SIGN: Final = "〇○◯●△▲□■◇◆✕×XxX"

_RULING: Final = "●_＿"
_COUNTED: Final = "月日年分曜名円回階号"

_BLANKS: Final = re.compile(
    "|".join(
        (
            # 〇〇 and ○○, but not the zeros of 二〇〇六年 and 〇〇七
            rf"(?<![{_NUMBER}{_HOLLOW}])[{_HOLLOW}]{{2,}}(?![{_NUMBER}])",
            r"△{2,}|▲{2,}|□{2,}|×{2,}|✕{2,}",
            r"[■◆◇]{2,}(?=[月日年時分円名様さ市町村図館])",
            r"●{2,}",
            # ____, but not a name such as a__b or __strong__
            r"(?<![!-~])_{3,}(?![A-Za-z0-9])|(?<=[:( ])_{3,}(?![A-Za-z0-9])|＿{3,}",
            # ○月○日, ●月●日, XX月XX日
            rf"(?<![A-Za-z])[{_SIGN}]{{1,2}} ?月 ?[{_SIGN}]{{1,2}} ?日",
            # ○日, 第○回, but not 二〇年 and the zero hour 〇時三十分
            rf"(?<![{_NUMBER}{_HOLLOW}×])[{_HOLLOW}](?:時(?![{_NUMBER}半])|[{_COUNTED}])",
            rf"[(（][{_HOLLOW}●△][)）]",
            r"(?<![A-Za-z])(?:TODO|TBD|FIXME|XXX)(?![A-Za-z]|リスト)",
            r"\{{2,}|\}{2,}|｛{2,}|｝{2,}",
            r"ここに[^。\n]{0,15}?(?:を(?:書|入れ|貼|記)|記入|入力)",
            r"要確認|要修正|要差替|ダミーテキスト",
        )
    )
)
_TITLE: Final = re.compile(r"『(?P<title>[^『』\n]*)』")
_ONLY_SIGNS: Final = re.compile(rf"[{_SIGN}\s]+")


def _check(post: Post, _context: LintContext) -> Iterator[Hit]:
    # One hit a line: a skeleton has many blanks, and a person mends line by line.
    found: dict[int, list[str]] = {}
    for passage in passages(post):
        text = _TITLE.sub(_without_title, passage.text)
        for match in _BLANKS.finditer(text):
            if not _is_ornament(text, match):
                found.setdefault(passage.line_at(match.start()), []).append(match[0])
    for line, written in found.items():
        yield Hit(line, {"written": "・".join(dict.fromkeys(written))})


def _is_ornament(text: str, match: re.Match[str]) -> bool:
    """Tell whether the signs rule off a line, or stand on both sides of a heading."""
    if match[0][0] not in _RULING:
        return False
    begin = text.rfind("\n", 0, match.start()) + 1
    line = text[begin:].partition("\n")[0].strip()
    signs = match[0]
    return not line.strip(_RULING + " 　") or (
        line.startswith(signs) and line.endswith(signs) and line != signs
    )


def _without_title(match: re.Match[str]) -> str:
    # What a book is called is its author's business, unless it has no name yet.
    title = match["title"]
    return match[0] if _ONLY_SIGNS.fullmatch(title) else "『" + "-" * len(title) + "』"


RULE: Final = Rule(
    name="unfilled-template",
    severity=Severity.ERROR,
    clause="H6⑥",
    waivable=False,
    title=Text("ひな形の書き残し", "template not filled in"),
    manual=Text(
        "〇〇、○月○日、(〇)、△△、●●、____、TODO、「ここに…を書く」、"
        "要確認 のような、ひな形や下書きの残りを探します。"
        "クイズの「〇×」や「○か×か」、二〇二六年の〇、『』の中の書名は見逃します。",
        "Looks for what is left of a template or draft: 〇〇, ○月○日, (〇), △△, ●●, "
        "____, TODO, ここに…を書く, 要確認. The 〇× of a quiz, the zero of "
        "二〇二六年 and titles in 『』 are left alone.",
    ),
    message=Text(
        "ひな形の書き残し「{written}」があります。",
        "`{written}` looks like a template that was not filled in.",
    ),
    hint=Text(
        "決まった内容に書き直すか、いらなければ消してください。",
        "Write what is meant, or take it out.",
    ),
    bad=Example(body="○月○日に、図書館まつりを開きます。"),
    good=Example(body="12月5日に、図書館まつりで〇×クイズを開きます。"),
    check=_check,
)
