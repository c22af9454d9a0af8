"""The entries above the text must be complete and of the right form.

Faults of form come from the parser. What this rule checks itself needs the settings or
the list of rules; see :mod:`sns_cli.lint.entries`.
"""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.entries import (
    empty_messages,
    idle_waivers,
    lost_overrides,
    unknown_accounts,
)
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    yield from unknown_accounts(post, context)
    yield from lost_overrides(post, context)
    yield from idle_waivers(post, context)
    yield from empty_messages(post, context)


RULE: Final = Rule(
    name="front-matter-invalid",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("項目の書き方の誤り", "entries that cannot be read"),
    manual=Text(
        "投稿のはじめの「---」から「---」までの項目が、決められた形で書かれているかを"
        "見ます。足りない項目、読めない日時、無い宛先、空の本文は、"
        "投稿のときに取り違えのもとになります。読めない投稿は公開されません。",
        "Checks that the entries between the two --- lines have the right form. "
        "Missing entries, times that cannot be read, accounts that do not exist and an "
        "empty text lead to mix-ups. A post that cannot be read is not published.",
    ),
    message=Text(
        "項目の書き方に誤りがあります。", "An entry is not of the right form."
    ),
    hint=Text("posts/README.md の例を見て直してください。", "See posts/README.md."),
    bad=Example(front={"category": "もよおし"}),
    good=Example(front={"category": "催し案内"}),
    check=_check,
)
