"""Below ``posts/`` lie posts, what they show, and nothing else.

Which files are strays is told from all posts together (see ``lint.surroundings``);
the sentences say what each of them is.
"""

from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(_post: Post, _context: LintContext) -> tuple[Hit, ...]:
    """Find nothing in a post: this is about the files beside it."""
    return ()


RULE: Final = Rule(
    name="stray-file",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("決められた場所に無いファイル", "files in the wrong place"),
    manual=Text(
        "posts/ の下に、投稿(posts/年/月/名前.md)でも、投稿が見せる画像でもない"
        "ファイルが無いかを見ます。名前や場所を間違えた投稿は、承認されても公開され"
        "ません。投稿が見せない画像やメモは、見落としかもしれないので知らせます。",
        "Checks that below posts/ there is nothing but posts (posts/YYYY/MM/<name>.md) "
        "and what they show. A post under another name or in another folder is never "
        "published, even if it is approved. A picture or note that no post shows may "
        "be an oversight.",
    ),
    message=Text(
        "このファイルは、どの投稿のものでもありません。", "No post shows this file."
    ),
    hint=Text(
        "正しい場所に移すか、要らなければ消してください。",
        "Move it to where it belongs, or remove it.",
    ),
    bad=Example(other="posts/2026/11/memo.txt"),
    good=Example(other="posts/README.md"),
    check=_check,
)
