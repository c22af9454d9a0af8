"""Sentences of the room `cli`: how a command was called and what it met outside."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "error-label": Text(ja="エラー", en="error"),
    "warning-label": Text(ja="注意", en="note"),
    "output-lost": Text(
        ja="結果を書き出せませんでした({why})。書き出す先の空き容量を確かめて、"
        "もう一度実行してください。",
        en="The result could not be written ({why}). Check the space where it goes, "
        "and run again.",
    ),
    "system-failed": Text(
        ja="「{path}」を読み書きできません({why})。場所と権限、空き容量を確かめて、"
        "もう一度実行してください。",
        en='Cannot read or write "{path}" ({why}). Check the place, the permissions '
        "and the space, and run again.",
    ),
    "cause-missing": Text(ja="ありません", en="it does not exist"),
    "cause-forbidden": Text(ja="権限がありません", en="no permission"),
    "cause-read-only": Text(ja="書き込めない場所です", en="the place is read-only"),
    "cause-full": Text(ja="空き容量がありません", en="no space is left"),
    "cause-folder": Text(ja="フォルダーです", en="it is a folder"),
    "cause-no-folder": Text(ja="フォルダーではありません", en="it is no folder"),
    "cause-exists": Text(ja="すでにあります", en="it exists already"),
    "cause-name-too-long": Text(ja="名前が長すぎます", en="the name is too long"),
    "cause-loop": Text(ja="リンクが輪になっています", en="its links form a loop"),
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
        ja="「{path}」は図書館のフォルダー({root})の中にありません。"
        "その中のファイルを指定してください。",
        en='"{path}" is not inside the library\'s folder ({root}). Name a file in it.',
    ),
    "settings-missing": Text(
        ja="「{folder}」に設定ファイル sns.toml がありません。"
        "図書館のフォルダーで実行するか、--repo で指定してください"
        "(新しく作るには sns init)。",
        en='There is no sns.toml in "{folder}". Run it in the library\'s folder, or '
        "name that with --repo (sns init makes a new one).",
    ),
    "settings-invalid": Text(
        ja="設定ファイル sns.toml に誤りがあります。次のところを直してください:\n"
        "{faults}",
        en="sns.toml has faults. Mend these:\n{faults}",
    ),
    "file-unreadable": Text(
        ja="「{path}」を読めません({why})。場所と権限を確かめてください。",
        en='Cannot read "{path}" ({why}). Check the place and the permissions.',
    ),
    "introduction-malformed": Text(
        ja="{name} の値が、変更の番号(16進40桁)の形になっていません。"
        "sns init が表示した番号を確かめてください。",
        en="{name} is not a full commit id (40 hex digits). Check the id that sns init "
        "printed.",
    ),
    "introduction-unpinned": Text(
        ja="SNS_INTRODUCTION が設定されていないため、sns.toml を含む最初の変更"
        "({commit})から承認を確かめます。この番号が管理者の控えと同じことを確かめて、"
        "SNS_INTRODUCTION に設定してください(手引きの「はじめの準備」)。",
        en="SNS_INTRODUCTION is not set: trust starts at the first commit that holds "
        "sns.toml ({commit}). Compare that id with the one the administrator keeps, "
        "then set SNS_INTRODUCTION to it (see the guides, chapter 1).",
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
    "option-missing": Text(
        ja="{option} を指定してください(画面につながっていないため、質問できません)。",
        en="{option} is needed (there is no terminal to ask on).",
    ),
    "ask-director": Text(
        ja="館長の名前とメール(例 山田花子 <kancho@lib.example.lg.jp>)",
        en="Name and mail of the director (Name <mail>)",
    ),
    "ask-director-key": Text(
        ja="館長の公開鍵のファイル(例 ~/.ssh/id_ed25519.pub)",
        en="File of the director's public key (~/.ssh/id_ed25519.pub)",
    ),
    "folder-not-empty": Text(
        ja="「{folder}」は空ではありません。新しいフォルダーの名前を指定してください。",
        en='"{folder}" is not empty. Name a new folder.',
    ),
    "person-malformed": Text(
        ja="「{value}」は「名前 <メール>」の形になっていません。"
        "例: 山田花子 <kancho@lib.example.lg.jp>",
        en='"{value}" is not of the form "Name <mail>".',
    ),
    "key-file-unusable": Text(
        ja="「{path}」は使える鍵ではありません。ssh-ed25519 の鍵"
        "(ssh-keygen -t ed25519 で作ります)を指定してください。",
        en='"{path}" is no usable key. Name an ssh-ed25519 key (made by ssh-keygen -t '
        "ed25519).",
    ),
    "file-unwritable": Text(
        ja="「{path}」に書けません({why})。場所と権限、空き容量を確かめてください。",
        en='Cannot write "{path}" ({why}). Check the place, the permissions and the '
        "space.",
    ),
    "rule-unknown": Text(
        ja="「{name}」という規則はありません。近い名前: {near}。一覧は sns rules "
        "で見られます。",
        en='There is no rule "{name}". Near: {near}. `sns rules` lists them.',
    ),
    "post-unknown": Text(
        ja="番号「{id}」の投稿はありません。sns status で一覧を見てください。",
        en='There is no post "{id}". See sns status.',
    ),
    "main-rewritten": Text(
        ja="実行の途中で、main の履歴が書き換えられました。これより後は何も送りません。"
        "情報担当に知らせてください。",
        en="The history of main was rewritten during this run. Nothing more is sent; "
        "tell the maintainer.",
    ),
    "month-malformed": Text(
        ja="「{value}」は月として読めません。例: 2026-12",
        en='"{value}" is not a month. Example: 2026-12',
    ),
    "run-failed-title": Text(ja="処理できませんでした", en="This could not be done"),
    "preview-unreadable": Text(
        ja="「{path}」は書き方に誤りがあるため表示できません。"
        "sns lint で確かめてください。",
        en='"{path}" cannot be shown, since its form is wrong. See sns lint.',
    ),
    "account-unknown-here": Text(
        ja="「{account}」という宛先は sns.toml にありません。次のどれかを指定して"
        "ください: {known}",
        en='There is no account "{account}" in sns.toml. Name one of: {known}',
    ),
    "at-only-for-rehearsals": Text(
        ja='--at は、宛先がすべて練習用のときだけ使えます(service = "rehearsal" '
        "か、このパソコンの中の API_BASE)。何も送っていません。--at を外してく"
        "ださい。",
        en="--at is only for rehearsals: every account must be a rehearsal or "
        "have a loopback API_BASE. Nothing was sent. Leave --at out.",
    ),
    "resolve-choose": Text(
        ja="--published URL か --not-sent の、どちらか一方を指定してください"
        "(GitHub の画面では outcome に published か not-sent を選びます)。",
        en="Give exactly one of --published URL and --not-sent (in the form at GitHub, "
        "choose published or not-sent as the outcome).",
    ),
    "resolve-no-post": Text(
        ja="決着させる投稿の番号が空です。番号(GitHub の画面では post)を入れて、"
        "もう一度実行してください。",
        en="The post is not named. Name it (post in the form at GitHub) and run again.",
    ),
    "resolve-no-account": Text(
        ja="どのアカウントのことか分かりません。アカウントの名前(GitHub の画面では "
        "account。例 x)を入れて、もう一度実行してください。",
        en="The account is empty. Name it (account in the form at GitHub, such as x) "
        "and run again.",
    ),
    "resolve-no-address": Text(
        ja="公開されていた投稿のアドレスが空です。サービスの画面でその投稿を開き、"
        "表示されたアドレス(GitHub の画面では url)を入れて、もう一度実行してください。",
        en="The address of the post is empty. Open the post at the service, give the "
        "address shown (url in the form at GitHub) and run again.",
    ),
    "resolved-by-person": Text(
        ja="人が確かめて決着しました。", en="Settled by a person."
    ),
    "publisher-key-unknown": Text(
        ja='SNS_PUBLISHER_KEY の鍵は、sns.toml の公開係(role = "publisher")の鍵で'
        "はありません。何も送っていません。公開係の秘密鍵を設定してください。",
        en="The key in SNS_PUBLISHER_KEY belongs to no publisher in sns.toml. "
        "Nothing was sent. Set the publisher's.",
    ),
    "signing-key-missing": Text(
        ja="署名する鍵が見つかりません。--key で鍵のファイルを指定するか、"
        "ssh-agent に鍵を入れてください。",
        en="No key to sign with. Name the key file with --key, or add the key to "
        "ssh-agent.",
    ),
    "key-belongs-to-nobody": Text(
        ja="「{path}」の鍵は、sns.toml のだれの鍵でもありません。"
        "館長の鍵かどうかを確かめてください。",
        en='The key in "{path}" belongs to nobody in sns.toml. Is it the director\'s?',
    ),
    "key-not-directors": Text(
        ja="その鍵は館長のものではありません({person})。館長の鍵を --key で指定し"
        "てください。",
        en="That key is not a director's ({person}). Name the director's with --key.",
    ),
    "address-belongs-to-nobody": Text(
        ja="このフォルダーの git に登録されたメール({email})の人は、"
        "sns.toml にいません。"
        "承認する人のメールを登録してください: git config user.email メール",
        en="Nobody in sns.toml has the address git knows here ({email}). Set the "
        "approver's: git config user.email MAIL",
    ),
    "nothing-to-approve": Text(
        ja="承認するものがありません。案の内容は、すでに main にあります。新しい案"
        "のつもりなら、送信されているかを起案者に確かめてください。",
        en="There is nothing to approve: main already holds it. If it should be "
        "new, ask the drafter whether it was sent.",
    ),
    "merge-conflict": Text(
        ja="ほかの変更とぶつかっているため、承認できません({paths})。"
        "起案者が案を最新の状態に合わせて直してください。",
        en="It conflicts with other changes ({paths}). The drafter must bring it up to "
        "date.",
    ),
    "post-would-not-count": Text(
        ja="承認しても、この投稿は出せるようになりません: {path}。何もしていません。"
        "{why}(画像を別の名前で案に入れ直してもかまいません)",
        en="Approved, this post would still not count: {path}. Nothing was done. {why} "
        "(Or put the picture into the proposal under another name.)",
    ),
    "approval-would-not-count": Text(
        ja="このまま承認しても認められないため、何もしませんでした: {refusal}",
        en="Nothing was done, since this approval would not count: {refusal}",
    ),
    "commit-not-made": Text(ja="(この承認)", en="(this approval)"),
    "proposal-changed": Text(
        ja="確認している間に内容が変わりました。何もしていません。もう一度見てください。",
        en="It changed while you were looking. Nothing was done; look again.",
    ),
    "approval-declined": Text(
        ja="承認しませんでした。何も変わっていません。",
        en="Not approved. Nothing changed.",
    ),
    "approval-made": Text(
        ja="承認しました({person}、変更 {commit})。",
        en="Approved ({person}, change {commit}).",
    ),
    "approval-when": Text(
        ja="いつ出るかは、git pull のあと sns status で確かめられます。",
        en="After git pull, sns status tells when it goes out.",
    ),
    "approval-question": Text(
        ja="この内容を承認しますか(1文字でも変わると承認は無効になります)",
        en="Approve this (any later change voids the approval)?",
    ),
    "branch-missing": Text(
        ja="承認する案の名前を指定してください"
        "(すでに main にある投稿を承認するには --again)。",
        en="Name the branch to approve (or use --again for what is on main already).",
    ),
    "proposal-unknown": Text(
        ja="「{name}」という名前の案はありません。案の名前は sns review で見られます。",
        en='There is no proposal "{name}". `sns review` lists them.',
    ),
    "nothing-unapproved": Text(
        ja="main に、承認されていない投稿はありません(指定したものを含む)。sns "
        "authenticate で確かめられます。",
        en="No post on main is unapproved (nor the one you named). See sns "
        "authenticate.",
    ),
    "publisher-missing": Text(
        ja='sns.toml に公開係(role = "publisher")がいないため、記録を書けません。'
        "何も送っていません。館長の承認を受けて加えてください。",
        en='There is no publisher (role = "publisher") in sns.toml, so nothing can be '
        "recorded. Nothing was sent.",
    ),
    "approval-blocked": Text(
        ja="注意: いまは何も投稿されません。{why}",
        en="Note: nothing is published at present. {why}",
    ),
    "library-not-made": Text(
        ja="この指定では図書館を作れません。直して、もう一度実行してください: {fault}",
        en="The library cannot be made of this. Mend it and run again: {fault}",
    ),
    "publisher-key-unusable": Text(
        ja="「{path}」は公開係の鍵に使えません。"
        "暗号化していない ssh-ed25519 の秘密鍵(.pub ではないほう)を指定してください。",
        en='"{path}" cannot be the publisher\'s key. Name an unencrypted ssh-ed25519 '
        "private key (not the .pub).",
    ),
    "person-unknown": Text(
        ja="「{person}」という人は sns.toml にいません。次のどれかを指定してくださ"
        "い: {known}",
        en='There is nobody called "{person}" in sns.toml. Name one of: {known}',
    ),
}
