"""Every post says on what ground the library publishes it."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, _context: LintContext) -> Iterator[Hit]:
    # A request to take a post down publishes nothing.
    if post.meta.basis is None and post.meta.retracts is None:
        yield Hit("category")


RULE: Final = Rule(
    name="basis-missing",
    severity=Severity.ERROR,
    clause="K5(1)",
    waivable=False,
    title=Text("根拠がない", "no basis"),
    manual=Text(
        "投稿の根拠(basis)が書かれているかを見ます。運用方針は、発信してよいものを"
        "ア ホームページに掲載したもの、イ ほかの手段で提供したもの、"
        "ウ 資料の紹介や市内の情報、エ 館長が適当と認めるもの に分けています。"
        "事前承認で扱えるのはアからウまでです。",
        "Checks that the post names its basis. The policy allows what the library has "
        "on its website (ア), what it has told citizens otherwise (イ), its collection "
        "and the city (ウ), and what the director finds fit (エ). Prior approval is "
        "possible for ア to ウ only.",
    ),
    message=Text("根拠(basis)がありません。", "The post names no basis."),
    hint=Text(
        "「basis: ア」のように、ア・イ・ウ・エのどれかを書いてください。",
        "Add `basis:` with one of website, announced, collection, director.",
    ),
    bad=Example(front={"basis": None, "source_url": None}),
    good=Example(front={"basis": "ウ", "source_url": None}),
    check=_check,
)
