"""Sentences of the room `cli`: how a command was called and what it met outside."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "error-label": Text(ja="エラー", en="error"),
    "warning-label": Text(ja="注意", en="warning"),
    "interrupted": Text(ja="中断しました。", en="Interrupted."),
    "bug": Text(
        ja="プログラムの誤りです({kind})。-v を付けてもう一度実行し、"
        "表示された内容を担当者に伝えてください。",
        en="A bug in the program ({kind}). Run it again with -v and report what it "
        "shows.",
    ),
    "folder-missing": Text(
        ja="フォルダー「{folder}」がありません。--repo の指定を確かめてください。",
        en='There is no folder "{folder}". Check --repo.',
    ),
    "path-missing": Text(
        ja="「{path}」がありません。ファイル名を確かめてください。",
        en='There is no "{path}". Check the file name.',
    ),
    "path-outside": Text(
        ja="「{path}」は図書館のフォルダー({root})の中にありません。",
        en='"{path}" is not inside the library\'s folder ({root}).',
    ),
    "settings-missing": Text(
        ja="「{folder}」に設定ファイル sns.toml がありません。図書館のフォルダーで実行するか、"
        "--repo で指定してください(新しく作るには sns init)。",
        en='There is no sns.toml in "{folder}". Run it in the library\'s folder, or name '
        "that with --repo (sns init makes a new one).",
    ),
    "settings-invalid": Text(
        ja="設定ファイル sns.toml に誤りがあります:\n{faults}",
        en="sns.toml has faults:\n{faults}",
    ),
    "file-unreadable": Text(
        ja="「{path}」を読めません({why})。",
        en='Cannot read "{path}" ({why}).',
    ),
    "introduction-malformed": Text(
        ja="{name} の値が、変更の番号(16進40桁)の形になっていません。"
        "sns init が表示した番号を確かめてください。",
        en="{name} is not a full commit id (40 hex digits). Check the id that sns init "
        "printed.",
    ),
    "introduction-unpinned": Text(
        ja="SNS_INTRODUCTION が設定されていないため、sns.toml を含む最初の変更"
        "({commit})から承認を確かめます。本番では必ず設定してください。",
        en="SNS_INTRODUCTION is not set: trust starts at the first commit that holds "
        "sns.toml ({commit}). Always set it in production.",
    ),
    "time-malformed": Text(
        ja="「{value}」は日時として読めません。例: 2026-12-01T10:00:00+09:00",
        en='"{value}" is not a time. Example: 2026-12-01T10:00:00+09:00',
    ),
    "not-a-terminal": Text(
        ja="確認の質問ができません(画面につながっていません)。"
        "内容を確かめたうえで --yes を付けてください。",
        en="Cannot ask for confirmation (no terminal). Look at the content, then use "
        "--yes.",
    ),
}
