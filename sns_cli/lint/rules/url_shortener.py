"""Shortened links hide where they lead."""

import re
from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.passage import bodies
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.shorteners import SHORTENERS, TELLING
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_HOST: Final = re.compile(
    r"(?:https?://(?:[^\s/@]*@)?|(?<![A-Za-z0-9.@/_%=-])(?=[A-Za-z0-9.-]+/\w))"
    r"(?P<host>(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(?![A-Za-z0-9-]|\.[A-Za-z0-9])",
    re.IGNORECASE,
)


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    own = frozenset(
        host.lower().removeprefix("www.") for host in context.settings.rules.shorteners
    )
    for passage in bodies(post):
        for match in _HOST.finditer(passage.text):
            host = match["host"].lower().removeprefix("www.")
            if host not in own and host not in SHORTENERS and host not in TELLING:
                continue
            telling = host in TELLING and host not in own
            severity = Severity.WARNING if telling else None
            line = passage.line_at(match.start("host"))
            yield Hit(line, {"host": match["host"]}, severity)


RULE: Final = Rule(
    name="url-shortener",
    severity=Severity.ERROR,
    clause="H9-2",
    waivable=True,
    title=Text("短縮URL", "shortened link"),
    manual=Text(
        "行き先のドメインが分からない短縮URLを探します。"
        "公的な機関は原則として使いません。開くまで行き先が分からず、"
        "サービスが終わると開けなくなり、なりすましに使われても見分けられないためです。"
        "組み込みの一覧に、sns.toml の [rules] shorteners を足して調べます。"
        "youtu.be のように行き先のサイトが分かるものは警告にとどめます。",
        "Looks for shortened links that hide their domain. Public bodies do not use "
        "them: nobody sees where they lead, they die with the service, and they help "
        "impostors. The built-in list is extended by [rules] shorteners in sns.toml. "
        "Names of a single site, such as youtu.be, give a warning only.",
    ),
    message=Text(
        "短縮URL({host})です。行き先が分かりません。",
        "Shortened link ({host}): nobody can see where it leads.",
    ),
    hint=Text(
        "リンク先を開き、表示された元のURLに書き直してください。",
        "Open it, and write the address that appears instead.",
    ),
    bad=Example(body="くわしくはこちらをご覧ください。 https://bit.ly/3xYzAbC"),
    good=Example(
        body="くわしくはこちらをご覧ください。 https://www.lib.example.lg.jp/event/"
    ),
    check=_check,
)
