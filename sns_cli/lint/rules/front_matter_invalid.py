"""The entries above the text must be complete and of the right form.

Faults of form come from the parser. What this file checks itself needs the settings
or the list of rules: accounts that do not exist, and waivers that set nothing aside.
"""

import difflib
from collections.abc import Iterable, Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_ACCOUNT: Final = Text(
    "宛先「{name}」は sns.toml の accounts にありません。",
    "There is no account `{name}` in sns.toml.",
)
_ACCOUNT_HINT: Final = Text(
    "次のどれかに直してください: {near}", "Use one of these: {near}"
)
_NO_RULE: Final = Text(
    "waivers の「{name}」という規則はありません。",
    "waivers names a rule that does not exist: {name}.",
)
_NO_RULE_HINT: Final = Text(
    "規則の名前を確かめてください。もしかして: {near}",
    "Check the name of the rule. Did you mean: {near}",
)
_NO_WAIVER: Final = Text(
    "規則 {name} は、理由を書いても外せません。",
    "The rule {name} cannot be set aside.",
)
_NO_WAIVER_HINT: Final = Text(
    "waivers からこの規則を消し、指摘された所を直してください。",
    "Take this rule out of waivers and mend what it found.",
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    yield from _accounts(post, context)
    for number, waiver in enumerate(post.meta.waivers):
        where = f"waivers.{number}.rule"
        if waiver.rule not in context.rules:
            near = _near(waiver.rule, context.rules) or "sns rules"
            details = {"name": waiver.rule, "near": near}
            yield Hit(where, details, message=_NO_RULE, hint=_NO_RULE_HINT)
        elif not context.rules[waiver.rule]:
            details = {"name": waiver.rule}
            yield Hit(where, details, message=_NO_WAIVER, hint=_NO_WAIVER_HINT)


def _accounts(post: Post, context: LintContext) -> Iterator[Hit]:
    known = context.settings.accounts
    for number, key in enumerate(post.meta.accounts or ()):
        if key not in known:
            near = _near(key, known) or ", ".join(known)
            yield Hit(
                f"accounts.{number}",
                {"name": key, "near": near},
                message=_ACCOUNT,
                hint=_ACCOUNT_HINT,
            )


def _near(word: str, known: Iterable[str]) -> str:
    return ", ".join(difflib.get_close_matches(word, tuple(known), 3))


RULE: Final = Rule(
    name="front-matter-invalid",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("項目の書き方の誤り", "entries that cannot be read"),
    manual=Text(
        "投稿のはじめの「---」から「---」までの項目が、決められた形で書かれているかを"
        "見ます。足りない項目、読めない日時、無い宛先、決められた場所に無いファイルは、"
        "投稿のときに取り違えのもとになります。読めない投稿は公開されません。",
        "Checks that the entries between the two --- lines have the right form. "
        "Missing entries, times that cannot be read, accounts that do not exist and "
        "files in "
        "the wrong place lead to mix-ups. A post that cannot be read is not published.",
    ),
    message=Text(
        "項目の書き方に誤りがあります。", "An entry is not of the right form."
    ),
    hint=Text("posts/README.md の例を見て直してください。", "See posts/README.md."),
    bad=Example(front={"category": "もよおし"}),
    good=Example(front={"category": "催し案内"}),
    check=_check,
)
