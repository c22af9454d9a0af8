"""Every account is on a service to which this version sends."""

from collections.abc import Iterator, Sequence
from typing import Final

from sns_cli.compose.channel_spec import channel_spec
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post
from sns_cli.model.settings import Service


def _check(_post: Post, _context: LintContext) -> tuple[Hit, ...]:
    """Find nothing: it is the settings that name the service."""
    return ()


def _check_library(posts: Sequence[Post], context: LintContext) -> Iterator[Hit]:
    policy = context.settings
    named = {one for post in posts for one in policy.accounts_of(post.meta.accounts)}
    wanted = {*named, *(policy.accounts_of(None) if not posts else ())}
    sendable = ", ".join(one.value for one in Service if channel_spec(one) is not None)
    for key, account in policy.accounts.items():
        usual = key in (policy.library.accounts or ())
        if channel_spec(account.service) is None and (usual or key in wanted):
            known = {"account": key, "service": account.service.value}
            yield Hit(1, {**known, "known": sendable})


RULE: Final = Rule(
    name="service-unsupported",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text(
        "まだ送れないサービスのアカウント",
        "an account on a service that cannot be sent to yet",
    ),
    manual=Text(
        "sns.toml のアカウントのうち、投稿の宛先になるものの service に、"
        "この版の sns が投稿を送れるかを見ます。"
        "送れないサービスのアカウントを宛先にした投稿は、承認されても出ません。",
        "Checks that this version of sns can send to the service of every account in "
        "sns.toml that posts go to. What is addressed to another one never goes out, "
        "approved or not.",
    ),
    message=Text(
        "アカウント「{account}」のサービス {service} には、この版ではまだ投稿できませ"
        "ん。このアカウントを宛先にした投稿は、承認されても出ません。",
        "This version cannot post to {service} yet (account “{account}”). What is "
        "addressed to it never goes out, approved or not.",
    ),
    hint=Text(
        "投稿の accounts と sns.toml の accounts からこのアカウントを外すか、service を"
        "送れるもの({known})に改めてください。",
        "Take the account out of accounts in the posts and in sns.toml, or change "
        "service to one that can be sent to ({known}).",
    ),
    bad=Example(front={"accounts": "[mail]"}),
    good=Example(),
    check=_check,
    check_library=_check_library,
)
