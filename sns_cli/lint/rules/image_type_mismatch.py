"""A picture must be what its name says, and of a kind that can be sent."""

from collections.abc import Iterator
from typing import Final

from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.lint.pictures import TYPE_CODES, picture_hits
from sns_cli.lint.rule import Hit, Rule
from sns_cli.messages import Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


def _check(post: Post, context: LintContext) -> Iterator[Hit]:
    for code, hit in picture_hits(post, context):
        if code in TYPE_CODES:
            yield hit


def _entry(file: str) -> str:
    return (
        f'[{{file: {file}, alt: "展示コーナー。古い地図が並んでいる。", '
        "rights: {holder: 市立図書館, basis: 職員撮影}, people: false}]"
    )


RULE: Final = Rule(
    name="image-type-mismatch",
    severity=Severity.ERROR,
    clause="K6(11)",
    waivable=False,
    title=Text("名前と中身の違う画像", "image that is not what its name says"),
    manual=Text(
        "画像のファイルの名前と中身が合うか、送れる種類かを、中身を見て確かめます。"
        "送れるのは JPEG・PNG・WebP・GIF です。SVG や HEIC(iPhone の写真)、"
        "名前だけ画像のファイルは、サービスが受け付けないか、危険なことがあります。",
        "Checks by its content that a file is the image its name says, and of a kind "
        "that can be sent: JPEG, PNG, WebP or GIF. SVG, HEIC (photos of an iPhone) "
        "and files that are images by name only are refused by services or can be "
        "dangerous.",
    ),
    message=Text(
        "画像の名前と中身が合いません。", "An image is not what its name says."
    ),
    hint=Text(
        "iPhone の写真が HEIC になるときは、設定の「カメラ」→「フォーマット」で"
        "「互換性優先」を選ぶと、次から JPEG になります。",
        "Where an iPhone makes HEIC files: choose Most Compatible under Settings, "
        "Camera, Formats, and it makes JPEG files from then on.",
    ),
    bad=Example(front={"media": _entry("tenji.heic")}),
    good=Example(front={"media": _entry("tenji.jpg")}),
    check=_check,
)
