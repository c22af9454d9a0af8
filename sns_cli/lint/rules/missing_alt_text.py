"""Every picture has a description for people who cannot see it."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.pictures import ALT_CODES, picture_hits
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_RIGHTS: Final = "rights: {holder: 市立図書館, basis: 職員撮影}, people: false"
_ALT: Final = 'alt: "展示コーナー。古い地図が並んでいる。"'


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for code, hit in picture_hits(post, context):
        if code in ALT_CODES:
            yield hit


RULE: Final = Rule(
    name="missing-alt-text",
    severity=Severity.ERROR,
    clause="J1.1.1",
    waivable=False,
    title=Text("説明(alt)のない画像", "image without a description (alt)"),
    manual=Text(
        "画像に説明(alt)があるかを見ます。画像を見られない人には、この説明が読み上げ"
        "られます。説明のない画像は、承認されても公開されません。",
        "Checks that every image has a description (alt). It is read aloud to people "
        "who cannot see the image. Without it the post is not published, even if it "
        "is approved.",
    ),
    message=Text("画像に説明(alt)がありません。", "An image has no description (alt)."),
    hint=Text(
        "何が写っているかを、画像を見ずに分かるように書いてください。",
        "Write what it shows, so that it is clear without seeing it.",
    ),
    bad=Example(front={"media": f"[{{file: tenji.jpg, {_RIGHTS}}}]"}),
    good=Example(front={"media": f"[{{file: tenji.jpg, {_ALT}, {_RIGHTS}}}]"}),
    check=_check,
)
