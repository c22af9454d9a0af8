"""Sentences of the room `git`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "git-missing": Text(
        ja="この端末に git が入っていません。git 2.39 以降を入れてから、"
        "もう一度実行してください。",
        en="git is not installed on this machine. Install git 2.39 or newer and run "
        "again.",
    ),
    "git-too-old": Text(
        ja="git {found} は古すぎます。git {needed} 以降に入れ替えてください。",
        en="git {found} is too old. Install git {needed} or newer.",
    ),
    "git-failed": Text(
        ja="記録の読み書き (git {command}) に失敗しました。もう一度実行し、続くと"
        "きは情報担当に知らせてください: {detail}",
        en="Reading or writing the history (git {command}) failed. Run again; if "
        "it goes on, tell the maintainer: {detail}",
    ),
    "git-timeout": Text(
        ja="記録の読み書き (git {command}) が {seconds} 秒以内に終わりませんでした。"
        "もう一度実行してください。",
        en="Reading or writing the history (git {command}) did not end within "
        "{seconds} seconds. Run again.",
    ),
    "repository-missing": Text(
        ja="{path} は、図書館のフォルダー(git の記録があるところ)ではありません。"
        "図書館のフォルダーで実行するか、--repo で指定してください。",
        en="{path} is not inside a git repository. Run it in the library's "
        "folder, or name that with --repo.",
    ),
    "repository-of-others": Text(
        ja="{path} は別の利用者のものなので、git が読ませません。情報担当に伝えるか、"
        "次を1回実行してください: git config --global --add safe.directory {path}",
        en="{path} belongs to another user, and git refuses to read it. Tell the "
        "maintainer, or run once: git config --global --add safe.directory {path}",
    ),
    "head-missing": Text(
        ja="「{path}」には、まだ何も記録されていません。sns init で作るか、正しい"
        "フォルダーを指定してください。",
        en="The repository {path} holds no history yet. Make one with sns init, "
        "or name the right folder.",
    ),
    "revision-unknown": Text(
        ja="「{name}」という案や変更は見つかりません。名前を確かめてください。",
        en="There is no branch or commit called {name}. Check the name.",
    ),
    "history-rewritten-locally": Text(
        ja="この図書館のフォルダーには履歴を差し替える設定 ({what}) があるため、承"
        "認を確かめられません。その設定を消すか、複製し直してください。",
        en="This repository replaces parts of its history locally ({what}), so "
        "approvals cannot be proven. Remove that, or clone anew.",
    ),
    "merges-changed-locally": Text(
        ja="この図書館のフォルダーには、文書の合わせ方を変える設定 ({what}) があるた"
        "め、承認を確かめられません。その設定を消すか、複製し直してください。",
        en="This repository changes locally how files are merged ({what}), so "
        "approvals cannot be proven. Remove that, or clone anew.",
    ),
    "commit-broken": Text(
        ja="本線の変更 {commit} は形が壊れていて (親の書き場所が違います)、そこから前"
        "の履歴をたどれません。市の情報担当に、本線をその変更より前に戻してもらって"
        "ください。戻すまでは何も送りません。",
        en="Commit {commit} on main is broken (it names its parent in the wrong "
        "place), so history cannot be followed any further. Have the maintainer put "
        "main back to before it; until then nothing is sent.",
    ),
    "introduction-invalid": Text(
        ja="起点 (SNS_INTRODUCTION または --introduction) は、40 桁または 64 桁の"
        "英数字 (0-9, a-f) で全桁を書いてください: {introduction}",
        en="The introduction (SNS_INTRODUCTION or --introduction) must be a full "
        "commit id of 40 or 64 hexadecimal digits: {introduction}",
    ),
    "introduction-unknown": Text(
        ja="起点 {introduction} がこのフォルダーにありません。新しく知らされた番号"
        "なら、先に git pull をしてください。そうでなければ値を確かめ、正しければ"
        "取り寄せてください (git fetch origin {introduction})。",
        en="This clone does not hold the introduction {introduction}. If it is a new "
        "one, run git pull first. If not, check the value; if it is right, fetch it "
        "(git fetch origin {introduction}).",
    ),
    "introduction-not-reached": Text(
        ja="この複製は途中までしか履歴がなく、起点 {introduction} に届きません。"
        "履歴を取得し直してください (git fetch --unshallow)。",
        en="This clone's history ends before it reaches the introduction "
        "{introduction}. Fetch the rest (git fetch --unshallow).",
    ),
    "introduction-not-on-chain": Text(
        ja="起点 {introduction} は、手元の main ({head} まで) の変更の中にありません。"
        "新しく知らされた番号なら、先に git pull をしてください。そうでなければ、起点の"
        "値と、見ている図書館のフォルダーが正しいか確かめてください。",
        en="The introduction {introduction} is not on the first-parent chain of "
        "{head}. If it is a new one, run git pull first. If not, check its value and "
        "that this is the right repository.",
    ),
    "introduction-missing": Text(
        ja="{head} までの履歴に sns.toml がなく、信頼の起点を決められません。"
        "sns init で始めるか、起点を --introduction で指定してください。",
        en="No commit up to {head} holds sns.toml, so trust has no starting point. "
        "Begin with sns init, or name the introduction with --introduction.",
    ),
    "introduction-unpinned-in-shallow-clone": Text(
        ja="この複製は途中までしか履歴がないため、起点を探せません。"
        "SNS_INTRODUCTION か --introduction で起点を指定してください。",
        en="This clone is shallow, so the introduction cannot be looked for. Pin it "
        "with SNS_INTRODUCTION or --introduction.",
    ),
    "introduction-without-settings": Text(
        ja="起点 {introduction} に sns.toml がありません。起点の値を確かめてください。",
        en="The introduction {introduction} holds no sns.toml. Check its value.",
    ),
    "object-missing": Text(
        ja="記録 {object} を読めません。この複製が壊れているか、取得できませんでした。"
        "通信を確かめ、だめなら複製し直してください: {detail}",
        en="The object {object} cannot be read: this clone is damaged or could not "
        "fetch it. Check the connection, else clone anew: {detail}",
    ),
    "archive-path-taken": Text(
        ja="{path} には既に別の内容が保管されています。保管済みのものは変えられません。"
        "管理者に知らせてください。",
        en="{path} already holds other content. What is archived never changes. Tell "
        "the maintainer.",
    ),
    "path-not-writable": Text(
        ja="{path} という場所には書けません。情報担当に知らせてください。",
        en="Nothing can be written at {path}. Tell the maintainer.",
    ),
    "remote-missing": Text(
        ja="この図書館のフォルダーには送り先 ({remote}) が設定されていません。git "
        "remote add {remote} のあとに送り先のアドレスを付けて設定してください。",
        en="This repository has no remote called {remote}. Add it with git remote "
        "add {remote}.",
    ),
    "remote-unreachable": Text(
        ja="送り先 ({remote}) に届きません。通信と権限を確かめて、"
        "もう一度実行してください: {detail}",
        en="The remote {remote} cannot be reached. Check the connection and the "
        "permissions, then run again: {detail}",
    ),
    "main-missing": Text(
        ja="送り先 ({remote}) に {branch} がありません。送り先が正しいか"
        "確かめてください。",
        en="The remote {remote} has no {branch}. Check that it is the right remote.",
    ),
    "key-invalid": Text(
        ja="署名の鍵を読めません。OpenSSH 形式の秘密鍵の全文か確かめてください。",
        en="The signing key cannot be read. It must be the whole text of an OpenSSH "
        "private key.",
    ),
    "key-encrypted": Text(
        ja="署名の鍵にパスフレーズが付いています。公開用の鍵にはパスフレーズのない "
        "ed25519 鍵を、館長の鍵には ssh-agent を使ってください。",
        en="The signing key has a passphrase. Use an ed25519 key without one for the "
        "publisher, and ssh-agent for a director.",
    ),
    "key-unsupported": Text(
        ja="署名の鍵の種類が使えません。ed25519 の鍵を使ってください "
        "(ssh-keygen -t ed25519)。",
        en="This kind of signing key cannot be used. Use an ed25519 key (ssh-keygen "
        "-t ed25519).",
    ),
    "publisher-key-missing": Text(
        ja="公開用の鍵がありません。SNS_PUBLISHER_KEY に秘密鍵の全文を設定してください"
        "(GitHub では Settings › Environments › production の Environment secrets)。",
        en="The publisher's key is missing. Set SNS_PUBLISHER_KEY to the whole text "
        "of its private key (on GitHub: Settings > Environments > production > "
        "Environment secrets).",
    ),
    "ssh-keygen-missing": Text(
        ja="ssh-keygen が見つかりません。OpenSSH を入れてから、もう一度"
        "実行してください。",
        en="ssh-keygen was not found. Install OpenSSH and run again.",
    ),
    "ssh-keygen-failed": Text(
        ja="ssh-keygen で署名できませんでした。鍵の合言葉(パスフレーズ)が正しいか、"
        "鍵が ssh-agent に入っているか、"
        "セキュリティキーに触れたか確かめてください: {detail}",
        en="ssh-keygen could not sign. Check the passphrase of the key, that the "
        "key is in ssh-agent, or that the security key was touched: {detail}",
    ),
}
