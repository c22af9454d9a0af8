"""A post's pictures must be there and be such as the service takes."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.pictures import ALT_CODES, TYPE_CODES, picture_hits
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post

_ENTRY: Final = (
    'alt: "展示コーナー。古い地図が並んでいる。", '
    "rights: {holder: 市立図書館, basis: 職員撮影}, people: false}"
)
_GIF, _JPEG = f"{{file: tenji.gif, {_ENTRY}", f"{{file: tenji.jpg, {_ENTRY}"


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for code, hit in picture_hits(post, context):
        if code not in ALT_CODES | TYPE_CODES:
            yield hit


RULE: Final = Rule(
    name="image-format",
    severity=Severity.ERROR,
    clause=None,
    waivable=False,
    title=Text("送れない画像", "image that cannot be sent"),
    manual=Text(
        "画像が投稿のそばにあり、宛先のサービスに送れるかを見ます。"
        "X に送れるのは4枚まで(GIF は1枚だけ)、1枚 5 MB、2500 万画素までです。"
        "本文に画像を書いたときは、media: にも同じファイルが要ります。"
        "撮影場所などの情報は、公開のときに必ず取り除きます。",
        "Checks that the images are there and can be sent. X takes up to 4 (a GIF "
        "goes alone), each up to 5 MB and 25 million pixels. An image shown in the "
        "text must be listed under media: too. What a camera notes about the place "
        "is always removed when the post is published.",
    ),
    message=Text("画像を送れません。", "An image cannot be sent."),
    hint=Text(
        "送れる画像: 4枚まで(GIF は1枚だけ)、1枚 5 MB・2500 万画素まで。",
        "What can be sent: up to 4 images (a GIF alone), each up to 5 MB and 25 "
        "million pixels.",
    ),
    bad=Example(front={"media": f"[{_GIF}, {_JPEG}]"}),
    good=Example(front={"media": f"[{_JPEG}]"}),
    check=_check,
)
