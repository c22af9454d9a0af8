"""A post file is plain UTF-8 text with ordinary line ends."""

from collections.abc import Iterable
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(_post: Post, _context: LintContext) -> Iterable[Hit]:
    return ()  # the parser sees it before there is a post


RULE: Final = Rule(
    name="encoding-invalid",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("文字コードの誤り", "not plain UTF-8 text"),
    manual=Text(
        "ファイルが UTF-8(BOM なし)で保存され、"
        "目に見えない制御文字や特別な改行が無いかを見ます。"
        "ほかの文字コードのままでは、公開したときに文字が化けることがあります。",
        "Checks that the file is saved as UTF-8 without BOM, without control "
        "characters and without old line ends. Otherwise the published text may be "
        "garbled.",
    ),
    message=Text("文字コードに誤りがあります。", "The file is not plain UTF-8 text."),
    hint=Text(
        "編集ソフトで「UTF-8(BOM なし)」を選んで保存し直してください。",
        "Save the file again as UTF-8 without BOM.",
    ),
    bad=Example(start="\ufeff"),
    good=Example(),
    check=_check,
)
