"""Two posts must not have the same number: neither would be sent."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    others = [path for path in context.paths_of.get(post.id, ()) if path != post.path]
    if others:
        yield Hit("id", {"id": post.id, "others": ", ".join(others)})


RULE: Final = Rule(
    name="duplicate-id",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("同じ番号の投稿", "the same id twice"),
    manual=Text(
        "同じ番号(id)の投稿がほかに無いかを見ます。番号は、承認・公開・控えを結びつける"
        "ただ一つの手がかりです。同じ番号が2つあると、どちらも公開されません。",
        "Checks that no other post has the same id. The id ties approval, publication "
        "and backup together; of two posts with one id, neither is published.",
    ),
    message=Text(
        "番号「{id}」は、ほかの投稿({others})でも使われています。",
        "The id `{id}` is also used by {others}.",
    ),
    hint=Text(
        "あとから作った投稿の id を、まだ使っていない番号に変えてください。",
        "Give the newer post an id that was never used.",
    ),
    bad=Example(twin="posts/2026/12/example.md"),
    good=Example(),
    check=_check,
)
