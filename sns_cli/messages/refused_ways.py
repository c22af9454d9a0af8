"""Who puts a refused change right, and how: the end of most refusals."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "way-post": Text(
        ja="{who}が中身を見て、sns approve --again で承認してください。",
        en="{who} looks at it and approves it with `sns approve --again`.",
    ),
    "way-repair": Text(
        ja="{who}が sns repair で元に戻してください。",
        en="{who} puts it back with `sns repair`.",
    ),
    "way-program": Text(
        ja="{who}か{helper}が sns repair で元に戻してください。",
        en="{who} or {helper} puts it back with `sns repair`.",
    ),
    "way-both": Text(
        ja="{repair}投稿のほうは、{post}",
        en="{repair} As for the posts: {post}",
    ),
    "way-page-post": Text(
        ja="取り消す案(GitHub の Revert)を{who}が画面で承認し、要る投稿は案として"
        "出し直してください。",
        en="{who} approves a proposal that reverts it (Revert on GitHub); posts that "
        "are needed are proposed anew.",
    ),
    "way-page-repair": Text(
        ja="sns repair --propose で元に戻す案を作り、{who}が画面で承認してください。",
        en="{who} approves, in the web page, the proposal that `sns repair --propose` "
        "makes.",
    ),
    "way-mended": Text(
        ja="起案者が直した案を出し、{who}が承認してください。",
        en="The drafter mends that in a new proposal. {who} approves it.",
    ),
    "way-nothing-left": Text(
        ja="いま残っているものは無く、することはありません。",
        en="Nothing of it is left, and nothing has to be done.",
    ),
    "way-director-approves": Text(
        ja="{who}が sns approve で承認してください。",
        en="{who} approves it with `sns approve`.",
    ),
    "way-again": Text(
        ja="直してから、もう一度実行してください。",
        en="Put that right and run it again.",
    ),
    "way-the-director": Text(ja="館長({person})", en="The director ({person})"),
    "way-a-director": Text(ja="館長", en="A director"),
    "way-the-maintainer": Text(ja="情報担当({person})", en="the maintainer ({person})"),
    "way-a-maintainer": Text(ja="情報担当", en="a maintainer"),
}
