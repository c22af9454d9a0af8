"""A post that has gone out is not sent again, whatever becomes of its file."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    if context.changed(post):
        yield Hit("id", {"id": post.id})


RULE: Final = Rule(
    name="changed-after-publication",
    severity=Severity.INFO,
    clause=None,
    waivable=False,
    title=Text("公開したあとに変えた原稿", "changed after it was published"),
    manual=Text(
        "公開した投稿の原稿が、公開したときと違っていないかを見ます。原稿を直しても、"
        "公開済みの投稿は変わらず、もう一度送られることもありません。"
        "まちがいを知らせるには、訂正の投稿を新しく出します。"
        "何も指定しない sns lint が見るのは、この3か月に公開した投稿だけです。",
        "Checks whether the file of a published post is still what was published. A "
        "change of the file changes nothing that is public, and nothing is sent again. "
        "To put something right, publish a correction. Without further words, sns lint "
        "looks at what was published in the last three months only.",
    ),
    message=Text(
        "番号「{id}」の投稿は公開済みで、そのときの原稿と違います。"
        "公開済みの投稿は変わりません。",
        "The post `{id}` is published, and its file is not what was published. What is "
        "public stays as it is.",
    ),
    hint=Text(
        "訂正を出すなら「sns correct {id}」で訂正の投稿を作ってください。",
        "To publish a correction, make one with `sns correct {id}`.",
    ),
    bad=Example(front={"title": "おはなし会(12月・時刻を訂正)"}, sent=True),
    good=Example(),
    check=_check,
)
