"""Entries that do not exist are mistakes, never ignored."""

from collections.abc import Iterable
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(_post: Post, _context: LintContext) -> Iterable[Hit]:
    return ()  # the parser sees it before there is a post


RULE: Final = Rule(
    name="unknown-key",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("知らない項目", "entries that do not exist"),
    manual=Text(
        "項目の名前が、決められた名前のどれかであるかを見ます。"
        "名前を打ちまちがえた項目を"
        "黙って読み飛ばすと、たとえば投稿の日時が無いものとして扱われてしまいます。",
        "Checks that every entry has one of the known names. Skipping a mistyped entry "
        "would, for instance, treat a post as if it had no time of publication.",
    ),
    message=Text("知らない項目があります。", "There is no such entry."),
    hint=Text("項目の名前を確かめてください。", "Check the name of the entry."),
    bad=Example(front={"publish_at": None, "publish_on": "2026-11-25 10:00"}),
    good=Example(front={"publish_at": "2026-11-25 10:00"}),
    check=_check,
)
