"""Entries of a post that only the settings or the list of rules can judge.

The parser knows the form of an entry; this knows whether what it names exists, and
whether anything is left to be sent.
"""

import difflib
from collections.abc import Iterable, Iterator
from typing import Final

from sns_cli.compose.message import source_text
from sns_cli.compose.plain_text import plain_text
from sns_cli.lint.context import LintContext
from sns_cli.lint.rule import Hit
from sns_cli.messages import Text
from sns_cli.model.post import Post

_ACCOUNT: Final = Text(
    "宛先「{name}」は sns.toml の accounts にありません。",
    "There is no account `{name}` in sns.toml.",
)
_ACCOUNT_HINT: Final = Text(
    "次のどれかに直してください: {near}", "Use one of these: {near}"
)
_NO_ACCOUNTS_HINT: Final = Text(
    "sns.toml には、まだ宛先が一つもありません。[accounts] に加えてください。",
    "sns.toml has no account yet: add one to [accounts].",
)
_OVERRIDE: Final = Text(
    "overrides の「{name}」は、この投稿の宛先({accounts})にありません。",
    "overrides names `{name}`, but this post goes to: {accounts}.",
)
_OVERRIDE_NEAR: Final = Text(
    "overrides の「{name}」は、この投稿の宛先({accounts})にありません。"
    "「{near}」ではありませんか。",
    "overrides names `{name}`, but this post goes to: {accounts}. Did you mean "
    "`{near}`?",
)
_OVERRIDE_HINT: Final = Text(
    "「accounts: […]」に宛先として書き加えるか、overrides から消してください。",
    "Name it in `accounts: […]`, or take it out of overrides.",
)
_NO_TEXT: Final = Text(
    "送る本文が空です(宛先: {accounts})。",
    "There is no text to send to {accounts}.",
)
_NO_TEXT_HINT: Final = Text(
    "二つ目の「---」の下に本文を書いてください。",
    "Write the text below the second --- line.",
)
_NO_RULE: Final = Text(
    "waivers の「{name}」という規則はありません。",
    "waivers names a rule that does not exist: {name}.",
)
_NO_RULE_NEAR_HINT: Final = Text(
    "規則の名前を確かめてください。もしかして: {near}",
    "Check the name of the rule. Did you mean: {near}",
)
_NO_RULE_HINT: Final = Text(
    "規則の名前を確かめてください。一覧は sns rules で見られます。",
    "Check the name of the rule; `sns rules` lists them.",
)
_NO_WAIVER: Final = Text(
    "規則 {name} は、理由を書いても外せません。",
    "The rule {name} cannot be set aside.",
)
_NO_WAIVER_HINT: Final = Text(
    "waivers からこの規則を消し、指摘された所を直してください。",
    "Take this rule out of waivers and mend what it found.",
)


def unknown_accounts(post: Post, context: LintContext) -> Iterator[Hit]:
    """Yield the accounts of a post that the settings do not know."""
    known = context.settings.accounts
    for number, key in enumerate(post.meta.accounts or ()):
        if key not in known:
            near = _near(key, known) or ", ".join(known)
            yield Hit(
                f"accounts.{number}",
                {"name": key, "near": near},
                message=_ACCOUNT,
                hint=_ACCOUNT_HINT if near else _NO_ACCOUNTS_HINT,
            )


def lost_overrides(post: Post, context: LintContext) -> Iterator[Hit]:
    """Yield the texts for accounts to which the post does not go."""
    accounts = context.settings.accounts_of(post.meta.accounts)
    for key in post.meta.overrides:
        if key not in accounts:
            near = _near(key, accounts)
            yield Hit(
                f"overrides.{key}",
                {"name": key, "accounts": _listed(accounts), "near": near},
                message=_OVERRIDE_NEAR if near else _OVERRIDE,
                hint=_OVERRIDE_HINT,
            )


def empty_messages(post: Post, context: LintContext) -> Iterator[Hit]:
    """Yield the want of a text, once for all accounts that would get none.

    The body of a request to take a post down is its reason and goes nowhere.
    """
    if post.meta.retracts is not None:
        return
    accounts = context.settings.accounts_of(post.meta.accounts)
    empty = [key for key in accounts if not plain_text(source_text(post, key)).strip()]
    if empty or not (accounts or plain_text(post.body).strip()):
        details = {"accounts": _listed(empty)}
        yield Hit("body", details, message=_NO_TEXT, hint=_NO_TEXT_HINT)


def idle_waivers(post: Post, context: LintContext) -> Iterator[Hit]:
    """Yield the waivers that set nothing aside."""
    for number, waiver in enumerate(post.meta.waivers):
        where, details = f"waivers.{number}.rule", {"name": waiver.rule}
        if waiver.rule not in context.rules:
            near = _near(waiver.rule, context.rules)
            hint = _NO_RULE_NEAR_HINT if near else _NO_RULE_HINT
            yield Hit(where, {**details, "near": near}, message=_NO_RULE, hint=hint)
        elif not context.rules[waiver.rule]:
            yield Hit(where, details, message=_NO_WAIVER, hint=_NO_WAIVER_HINT)


def _near(word: str, known: Iterable[str]) -> str:
    return ", ".join(difflib.get_close_matches(word, tuple(known), 3))


def _listed(accounts: Iterable[str]) -> str:
    return ", ".join(accounts) or "—"
