"""Web addresses that cannot be opened, or pretend to be others."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.addresses import BadAddress, Fault, bad_addresses
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.passage import bodies
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_MESSAGES: Final = {
    Fault.SCHEME: Text(
        "URLの書き出しが正しくありません: {written}",
        "The address does not begin as it should: {written}",
    ),
    Fault.FULL_WIDTH: Text(
        "URLに全角文字があります: {written}",
        "The address holds full-width characters: {written}",
    ),
    Fault.INVISIBLE: Text(
        "URLに目に見えない文字があります: {written}",
        "The address holds invisible characters: {written}",
    ),
    Fault.USER: Text(
        "URLの中に「@」があり、行き先を取り違えさせます: {written}",
        "An @ in the address hides where it leads: {written}",
    ),
    Fault.BLANK: Text(
        "URLの途中に空白があります: {written}",
        "A blank cuts the address in two: {written}",
    ),
    Fault.LOOK_ALIKE: Text(
        "URLに、英字とまぎらわしい文字があります: {written}",
        "The address holds letters that look like others: {written}",
    ),
    Fault.PORT: Text(
        "URLの「:」に続く番号(ポート)は 1 から 65535 までです: {written}",
        "The port after the : must be 1 to 65535: {written}",
    ),
    Fault.HOST: Text(
        "URLの行き先(ドメイン)が読み取れません: {written}",
        "The address names no site: {written}",
    ),
}


def _check(post: Post, _context: LintContext) -> Iterator[Hit]:
    for passage in bodies(post):
        for found in bad_addresses(passage.text):
            yield _hit(found, passage.line_at(found.start))
    for found in bad_addresses(post.meta.source_url or ""):
        yield _hit(found, post.line("source_url"))


def _hit(found: BadAddress, line: int) -> Hit:
    return Hit(line, {"written": found.written}, message=_MESSAGES[found.fault])


RULE: Final = Rule(
    name="malformed-url",
    severity=Severity.ERROR,
    clause="K5(3)イ",
    waivable=False,
    title=Text("URLの書き誤り", "spoilt web address"),
    manual=Text(
        "URLの中の全角文字、目に見えない文字、「@」、まぎらわしい文字、"
        "空白による途切れ、"
        "ドメインの欠けを探します。開けないリンクや、別のサイトへ導くリンクは、"
        "市民に誤解を与えます。",
        "Looks for full-width and invisible characters, an @, look-alike letters, "
        "blanks and missing domains in web addresses. Such links cannot be opened, "
        "or lead "
        "elsewhere, and mislead citizens.",
    ),
    message=Text("URLの書き方に誤りがあります: {written}", "Spoilt address: {written}"),
    hint=Text(
        "ブラウザーで開いたページのURLを、そのまま写してください。",
        "Open the page in a browser and copy its address from there.",
    ),
    bad=Example(
        body="新着図書はこちらです。 https://www.lib.example.lg.jp/new/２０２６１１.html"
    ),
    good=Example(
        body="新着図書はこちらです。 https://www.lib.example.lg.jp/new/202611.html"
    ),
    check=_check,
)
