"""A text must fit into one post of each service it goes to."""

from collections.abc import Iterator
from typing import Final

from sns_cli.compose.channel_spec import channel_spec
from sns_cli.compose.message import source_text
from sns_cli.compose.plain_text import plain_text
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    if post.meta.retracts is not None:  # its body is a reason and goes nowhere
        return
    for account in context.accounts(post):
        spec = channel_spec(context.settings.accounts[account].service)
        if spec is None:
            continue
        length = spec.length(plain_text(source_text(post, account)))
        if length > spec.limit:
            own = post.meta.overrides.get(account)
            its_own = own is not None and own.body is not None
            yield Hit(
                f"overrides.{account}.body" if its_own else "body",
                {
                    "account": account,
                    "length": length,
                    "limit": spec.limit,
                    "over": length - spec.limit,
                    # A Japanese character counts two; half of one is one too many.
                    "characters": (length - spec.limit + 1) // 2,
                },
            )


RULE: Final = Rule(
    name="too-long",
    severity=Severity.ERROR,
    clause="K5(3)イ",
    waivable=False,
    title=Text("長すぎる文", "too long"),
    manual=Text(
        "文が、宛先のサービスに1回で出せる長さかを見ます。"
        "X は、全角1字を2、半角1字を1、URLを23と数えて280までです。"
        "長すぎる投稿はサービスが受け付けません。",
        "Checks that the text fits into one post. X counts a full-width character as "
        "2, a half-width one as 1 and a link as 23, up to 280. The service refuses "
        "more.",
    ),
    message=Text(
        "{account} に出すには{over}多すぎます"
        "({length}/{limit}、全角で約{characters}字分)。",
        "Too long for {account} by {over} ({length} of {limit}; about {characters} "
        "full-width characters).",
    ),
    hint=Text(
        "文を短くするか、くわしい内容をホームページに載せてリンクしてください。",
        "Shorten it, or put the details on the website and link there.",
    ),
    bad=Example(body="冬の絵本を読むおはなし会を開きます。" * 9),
    good=Example(body="冬の絵本を読むおはなし会を開きます。" * 7),
    check=_check,
)
