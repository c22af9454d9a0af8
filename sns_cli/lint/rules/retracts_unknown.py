"""A request to take a post down names a post that there is or was."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    target = post.meta.retracts
    if target is None or target in context.paths_of:
        return
    # Its file may be gone while the post is public: the records are asked last.
    if target not in context.settled():
        yield Hit("retracts", {"target": target})


RULE: Final = Rule(
    name="retracts-unknown",
    severity=Severity.WARNING,
    clause=None,
    waivable=False,
    title=Text("取り下げる投稿が見当たらない", "request for a post that is not there"),
    manual=Text(
        "retracts に書いた番号の投稿があるかを見ます。番号が違うと、取り下げたい投稿は"
        "公開されたままになります。",
        "Checks that the post named under retracts exists. With a wrong id, the post "
        "that was meant stays public.",
    ),
    message=Text(
        "番号「{target}」の投稿が見当たりません。", "There is no post `{target}`."
    ),
    hint=Text(
        "取り下げたい投稿の id を確かめて、retracts に書いてください。",
        "Look up the id of the post that is meant and write it under retracts.",
    ),
    bad=Example(front={"retracts": "20261205-other"}),
    good=Example(),
    check=_check,
)
