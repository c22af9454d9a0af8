"""A post that summarises a page of the website names that page."""

import re
from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Basis, Post

_PAGE: Final = re.compile(r"https://[!-~]+", re.IGNORECASE)
_NOT_A_PAGE: Final = Text(
    "元のページ(source_url)「{value}」は https:// で始まるアドレスではありません。",
    "source_url `{value}` is no address that begins with https://.",
)


def _check(post: Post, _context: LintContext) -> Iterator[Hit]:
    if post.meta.basis is not Basis.WEBSITE:
        return
    page = post.meta.source_url
    if page is None:
        yield Hit("basis")
    elif _PAGE.fullmatch(page) is None:
        yield Hit("source_url", {"value": page}, message=_NOT_A_PAGE)


RULE: Final = Rule(
    name="source-page-missing",
    severity=Severity.ERROR,
    clause="K5(1)ア",
    waivable=False,
    title=Text("元になるページがない", "no source page"),
    manual=Text(
        "根拠がア(図書館ホームページに掲載したもの)の投稿に、元のページのアドレス"
        "(source_url)があるかを見ます。決裁のとき、"
        "館長が元のページと見比べるためです。",
        "Checks that a post with basis ア (published on the library's website) names "
        "the page, so that the director can compare the two.",
    ),
    message=Text(
        "根拠がアですが、元のページ(source_url)がありません。",
        "The basis is the website, but source_url is missing.",
    ),
    hint=Text(
        "元になる図書館ホームページのアドレスを、「source_url: "
        "https://…」と書いてください。",
        "Add `source_url: https://…` with the page of the library's website.",
    ),
    bad=Example(front={"basis": "ア", "source_url": None}),
    good=Example(
        front={
            "basis": "ア",
            "source_url": "https://www.lib.example.lg.jp/event/1205.html",
        }
    ),
    check=_check,
)
