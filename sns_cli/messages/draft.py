"""Sentences of the room `draft`: writing a new post file."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "draft-exists": Text(
        ja="「{path}」はすでにあります。上書きはしません。別の名前を指定してください。",
        en='"{path}" is there already and is not overwritten. Choose another name.',
    ),
    "slug-malformed": Text(
        ja="「{value}」はファイルの名前に使えません。「ohanashikai」や「おはなし会」の"
        "ような短い名前を、フォルダーや .md を付けずに指定してください。",
        en='"{value}" cannot be the name of a file. Give a short name such as '
        "ohanashikai, without folders and .md.",
    ),
    "id-taken": Text(
        ja="番号「{id}」は、ほかの投稿ですでに使われています。"
        "まだ使っていない番号にするか、--id を外してください。",
        en='Another post has or had the id "{id}". Choose one that was never used, or '
        "leave --id out.",
    ),
    "draft-invalid": Text(
        ja="この指定では投稿を作れません: {fault}",
        en="No post can be made of this: {fault}",
    ),
}
