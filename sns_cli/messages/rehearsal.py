"""Sentences of the room `rehearsal`: the rehearsal service and where channels lead."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "api-base-malformed": Text(
        ja="接続先の設定 {name} が読めません。http://127.0.0.1:8765 のように、"
        "方式・ホスト・ポートだけを書いてください。",
        en="The setting {name} cannot be read. Write scheme, host and port only, "
        "such as http://127.0.0.1:8765.",
    ),
    "api-base-not-loopback": Text(
        ja="接続先の設定 {name} のホスト {host} はこのパソコンではありません。"
        "認証情報を渡さないため、127.0.0.1 など自分自身だけを指定できます。"
        "本番で使うときは、この設定を消してください。",
        en="The setting {name} names the host {host}, which is not this machine. "
        "So that credentials are not given away, only this machine (127.0.0.1) is "
        "allowed. For real use, remove the setting.",
    ),
    "rehearsal-port-taken": Text(
        ja="ポート {port} はほかのプログラムが使っています。"
        "--port で別の番号を指定するか、そのプログラムを終わらせてください。",
        en="Port {port} is used by another program. Choose another number with "
        "--port, or end that program.",
    ),
    "rehearsal-database-unusable": Text(
        ja="予行の記録ファイル {path} を開けません。"
        "書き込める場所にある、予行用のファイルを --database で指定してください。",
        en="The rehearsal's file {path} cannot be opened. Name one with --database "
        "that is the rehearsal's own and in a place you may write to.",
    ),
    "rehearsal-fault-unknown": Text(
        ja="「{name}」という故障はありません。次のどれかを指定してください: {known}",
        en='There is no fault called "{name}". Name one of these: {known}',
    ),
    "rehearsal-handle-malformed": Text(
        ja="アカウント名 {handle} は使えません。"
        "半角の英数字と _ で 15 文字までにしてください。",
        en="The account name {handle} cannot be used. Use up to 15 letters a–z, "
        "digits and _.",
    ),
    "rehearsal-account-malformed": Text(
        ja="アカウントのキー {account} は使えません。"
        "sns.toml の accounts. の後ろにある名前を書いてください(例: x)。",
        en="The account key {account} cannot be used. Write the name that follows "
        "accounts. in sns.toml (such as x).",
    ),
    "rehearsal-running": Text(
        ja="予行用サービスが動いています。ここへの投稿は外には公開されません。\n"
        "タイムライン: {address}\n"
        "終わるには Ctrl-C を押してください。\n\n"
        "別の画面で次の行を貼り付けると、アカウント {account} の投稿がここに届きます:",
        en="The rehearsal service is running. Nothing sent to it is public.\n"
        "Timeline: {address}\n"
        "Press Ctrl-C to end it.\n\n"
        "Paste these lines in another window, and posts of the account {account} "
        "arrive here:",
    ),
    "rehearsal-stopped": Text(
        ja="予行用サービスを終わりました。投稿は {path} に残っています。",
        en="The rehearsal service has ended. The posts are kept in {path}.",
    ),
    "rehearsal-account-name": Text(ja="図書館(予行)", en="Library (rehearsal)"),
    "rehearsal-page-title": Text(
        ja="予行のタイムライン",
        en="Rehearsal timeline",
    ),
    "rehearsal-page-note": Text(
        ja="これは予行です。ここに見える投稿は、外には公開されていません。",
        en="This is a rehearsal. Nothing you see here is public.",
    ),
    "rehearsal-page-no-alt": Text(
        ja="画像の説明がありません。",
        en="The image has no description.",
    ),
    "rehearsal-page-empty": Text(
        ja="投稿はまだありません。",
        en="No posts yet.",
    ),
}
