"""Sentences of the room `lint` that belong to no single rule.

What a rule says stands in the rule's own file, with its manual and its examples.
"""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "path-without-posts": Text(
        ja="「{path}」は投稿の置き場所(posts/)の中にないため、検査や表示ができません。"
        "投稿は posts/年/月/名前.md(例 posts/2026/12/ohanashikai.md)に置いてください。",
        en='"{path}" is not below posts/, so it is no post. Posts are files '
        "posts/YYYY/MM/<name>.md, such as posts/2026/12/story-time.md.",
    ),
    "rule-like-none": Text(
        ja="「{name}」という規則はありません。規則の一覧は sns rules で見られます。",
        en='There is no rule "{name}". `sns rules` lists them.',
    ),
    "rule-name": Text(ja="規則", en="Rule"),
    "rule-severity": Text(ja="重さ", en="Severity"),
    "rule-waivable": Text(ja="理由で外せる", en="Waivable"),
    "rule-clause": Text(ja="根拠", en="Clause"),
    "rule-title": Text(ja="内容", en="What"),
    "stray-post": Text(
        ja="投稿のファイルに見えますが、置き場所か名前が違うため、公開されません。",
        en="This looks like a post, but is not published: wrong folder or name.",
    ),
    "stray-post.hint": Text(
        ja="posts/年/月/名前.md(例 posts/2026/12/ohanashikai.md)に移してください。"
        "名前は半角の英数字で付けます。いらなければ消してください。",
        en="Move it to posts/YYYY/MM/<name>.md, with a name in ASCII letters, or "
        "remove it.",
    ),
    "stray-file": Text(
        ja="どの投稿でも使われていないファイルです。",
        en="No post uses this file.",
    ),
    "stray-file.hint": Text(
        ja="画像なら、投稿の media に書いてください。いらなければ消してください。",
        en="If it is an image, name it in a post's media; otherwise remove it.",
    ),
    "touched-record": Text(
        ja="archive/ は公開の記録です。投稿の案で変えることはできません。"
        "このまま承認すると、直すまで何も公開されません。",
        en="archive/ is the record of what was published. A proposal must not change "
        "it: if it were approved so, nothing would be published until that is undone.",
    ),
    "touched-record.hint": Text(
        ja="このファイルの変更を案から除いてください。",
        en="Take the change of this file out of the proposal.",
    ),
    "stray-attributes": Text(
        ja="git に、投稿を別の文に見せることのできるファイルです。",
        en="This file can have git show the posts as other texts.",
    ),
    "stray-attributes.hint": Text(
        ja="posts/ には置けません。消してください。",
        en="It has no place below posts/. Remove it.",
    ),
    "special-file": Text(
        ja="ふつうのファイルではないため(別の場所を指すリンクなど)、読みません。",
        en="This is no ordinary file (perhaps a symbolic link) and is never read.",
    ),
    "special-file.hint": Text(
        ja="元のファイルの写しを置き、これは消してください。",
        en="Put a copy of the file here instead.",
    ),
}
