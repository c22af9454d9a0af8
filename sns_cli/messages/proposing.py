"""Sentences of the room `proposing`: correcting, taking down, taking back."""

from sns_cli.messages import Text

_DRAFTS: dict[str, Text] = {
    "correction-title": Text(ja="訂正: {title}", en="Correction: {title}"),
    "correction-body": Text(
        ja="【訂正】\n"
        "○○○○のお知らせに誤りがありました。\n"
        "誤 ○○○○\n"
        "正 ○○○○\n"
        "お詫びして訂正します。",
        en="[Correction / 訂正] Our post about TODO was wrong.\n"
        "It said: TODO\n"
        "Right is: TODO\n"
        "We apologise.",
    ),
    "correction-note": Text(ja="元の投稿の文: {text}", en="the post said: {text}"),
    "retraction-title": Text(ja="取り下げ: {title}", en="Taking down: {title}"),
    "retraction-body": Text(
        ja="ここに取り下げの理由を書く(記録に残ります。投稿には出ません)",
        en="TODO why it is taken down (goes on record, and is not posted)",
    ),
    "correction-made": Text(
        ja="訂正の投稿のひな形を作りました: {path}\n"
        "\n"
        "次にすること\n"
        "1. このファイルを開き、「○○○○」を書き直します。元の文は corrects "
        "の行にあります。\n"
        "2. 検査します:  sns lint {path}\n"
        "3. 変更として送り、館長の承認を受けます。承認されるまで公開されません。",
        en="Made a correction to be filled in: {path}\n"
        "\n"
        "Next\n"
        "1. Open the file and replace every TODO; the original is beside `corrects`.\n"
        "2. Check it:  sns lint {path}\n"
        "3. Propose it for the director's approval. Until then nothing is published.",
    ),
    "retraction-made": Text(
        ja="取り下げの案を作りました: {path}\n"
        "\n"
        "次にすること\n"
        "1. このファイルを開き、理由を確かめます。\n"
        "2. 変更として送り、館長の承認を受けます。承認されると、開館時間の外でも、"
        "停止中でも、次の実行でサービスから削除されます。記録は残ります。",
        en="Made a request to take it down: {path}\n"
        "\n"
        "Next\n"
        "1. Open the file and check the reason.\n"
        "2. Propose it for the director's approval. Once approved, the next run "
        "deletes "
        "the post at the service, at any hour and under any pause. The record stays.",
    ),
    "withdrawn-here": Text(
        ja="手元のフォルダーから投稿を取り除きました: {paths}\n"
        "\n"
        "次にすること\n"
        "1. この変更を送り、館長の承認を受けます。\n"
        "2. 承認されるまでは、予定どおり公開されることがあります。"
        "急ぐときは sns pause で止めてください。",
        en="Removed the post from your folder: {paths}\n"
        "\n"
        "Next\n"
        "1. Propose this change for the director's approval.\n"
        "2. Until then it may still go out as planned. If it is urgent, stop "
        "everything "
        "with `sns pause`.",
    ),
}
_NOTES: dict[str, Text] = {
    "original-not-published": Text(
        ja="注意: 投稿 {id} は、手元の記録ではまだ公開されていません。"
        "公開前ならファイルを直すか、sns withdraw {id} で取りやめられます。",
        en="Note: as far as this clone knows, the post {id} is not public. Before it "
        "is, change its file or take it back with `sns withdraw {id}`.",
    ),
    "original-taken-down": Text(
        ja="注意: 投稿 {id} は、すでに取り下げられています。訂正を出すのは、"
        "取り下げたことを知らせる必要があるときだけにしてください。",
        en="Note: the post {id} was taken down already. Publish a correction only if "
        "people have to be told so.",
    ),
    "withdraw-unsure": Text(
        ja="注意: 送り先に届かないため、"
        "この間に公開されていないか確かめられませんでした。"
        "通信できるようになったら sns status で確かめてください。",
        en="Note: the remote cannot be reached, so it may have gone out meanwhile. "
        "Look "
        "with `sns status` when you are online.",
    ),
}
_REFUSALS: dict[str, Text] = {
    "post-unknown-near": Text(
        ja="番号「{id}」の投稿はありません。もしかして: {near}。一覧は sns status "
        "で見られます。",
        en='There is no post "{id}". Did you mean: {near}? (`sns review` lists all.)',
    ),
    "retraction-done": Text(
        ja="投稿 {id} は、すでに取り下げられています。何も作っていません。",
        en="The post {id} was taken down already. Nothing was made.",
    ),
    "retraction-asked": Text(
        ja="投稿 {id} の取り下げは、すでに「{path}」で求められています。"
        "何も作っていません。sns status {id} で様子を確かめてください。"
        "まだ承認されていなければ、そのファイルを送り、館長の承認を受けてください。",
        en='The file "{path}" asks already for {id} to be taken down. Nothing was '
        "made. See how it stands with `sns status {id}`; if that file was not approved "
        "yet, propose it for the director's approval.",
    ),
    "withdraw-taken-down": Text(
        ja="投稿 {id} は、公開されたあと、すでに取り下げられています。"
        "取りやめるものはありません。もう一度案内するなら、sns new で新しい投稿を"
        "作ってください。",
        en="The post {id} went out and was taken down already. There is nothing to "
        "take back. To announce it again, write a new post with `sns new`.",
    ),
    "withdraw-published": Text(
        ja="投稿 {id} は、すでに公開されました。取りやめることはできません。"
        "誤りを直すなら sns correct {id}、削除するなら sns retract {id} "
        "を使ってください。"
        "何も変えていません。",
        en="The post {id} has gone out already and cannot be taken back. To correct "
        "it: "
        "sns correct {id}; to have it deleted: sns retract {id}. Nothing was changed.",
    ),
    "withdraw-in-doubt": Text(
        ja="投稿 {id} は、送信中か、公開されたかどうか分からない状態です。"
        "sns status {id} で確かめ、決着してから取りやめてください。何も変えていません。"
        "",
        en="The post {id} is being sent, or nobody knows whether it went out. See sns "
        "status {id}, settle that first, then take it back. Nothing was changed.",
    ),
    "withdraw-gone": Text(
        ja="投稿 {id} のファイルは、もうありません。取りやめるものはありません。",
        en="The file of the post {id} is gone. There is nothing to take back.",
    ),
    "withdraw-unsaved": Text(
        ja="「{path}」には、まだ記録されていない書きかけの内容があります。"
        "失わないよう、何も取り除いていません。記録するか、自分で消してから、"
        "もう一度実行してください。",
        en='"{path}" holds changes that are recorded nowhere else. Nothing was '
        "removed, "
        "so that they are not lost. Record them or delete them yourself, then run "
        "again.",
    ),
    "id-in-two-files": Text(
        ja="番号「{id}」のファイルが2つ以上あります({paths})。"
        "どれを取りやめるか決められません。番号を直してください。",
        en='Several files have the id "{id}" ({paths}), so it is not clear which one '
        "is "
        "meant. Mend the ids.",
    ),
}

_APPROVALS: dict[str, Text] = {
    "proposal-unknown-near": Text(
        ja="「{name}」という名前の案はありません。これのことですか: {near}"
        "(すべての名前は sns review で見られます)",
        en='There is no proposal "{name}". Did you mean: {near}? (`sns review` lists '
        "all.)",
    ),
    "proposal-elsewhere": Text(
        ja="「{name}」は、別の置き場所(fork)に送られた案です。承認できるのは、この図書館の"
        "置き場所に送られた案だけです。起案者に、ここへ送り直してもらってください。",
        en='"{name}" is a proposal in somebody\'s own copy (a fork). Only proposals in '
        "this library's repository can be approved; ask the drafter to push it there.",
    ),
    "merged-unapproved": Text(
        ja="この案は、もう main に入っていて、承認するものがありません。"
        "ただし main には、承認の記録のない投稿があります(画面のボタンで"
        "取り込まれたときなど)。sns approve --again で見て、承認してください。",
        en="This proposal is on main already, so there is nothing to approve. But main "
        "holds posts without an approval on record (as when somebody pressed the "
        "button on the page). See and approve them with `sns approve --again`.",
    ),
    "main-push-refused": Text(
        ja="置き場所(GitHub など)が、main への書き込みを断りました({detail})。"
        "何も変わっていません。あなたに書き込みの権限があるか、main を守る設定"
        "(GitHub では Settings › Rules)が館長の承認まで断っていないかを、"
        "管理者に確かめてもらってください。",
        en="The repository's host refused to write to main ({detail}). Nothing was "
        "changed. Have the administrator see that you may write to it, and that the "
        "rules for main (on GitHub: Settings > Rules) do not refuse the director's "
        "approvals.",
    ),
}

TEXTS: dict[str, Text] = {**_DRAFTS, **_NOTES, **_REFUSALS, **_APPROVALS}
