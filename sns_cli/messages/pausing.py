"""Sentences of the room `pausing`: stopping, and starting again."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "paused-now": Text(
        ja="投稿をすべて止めました({reason}、変更 {commit})。"
        "再開するには、館長が sns resume を実行します。"
        "手元の sns status には、git pull のあとに出ます。",
        en="Everything is paused ({reason}, change {commit}). To start again, the "
        "director runs `sns resume`. Your `sns status` shows it after git pull.",
    ),
    "paused-now-by-page": Text(
        ja="投稿をすべて止めました({reason}、変更 {commit})。",
        en="Everything is paused ({reason}, change {commit}).",
    ),
    "account-paused-now": Text(
        ja="アカウント {account} を止めました({reason}、変更 {commit})。"
        "再開するには、館長が sns resume --account {account} を実行します。",
        en="The account {account} is paused ({reason}, change {commit}). To start it "
        "again, the director runs `sns resume --account {account}`.",
    ),
    "paused-unsigned": Text(
        ja="館長の署名がないため承認された変更ではありませんが、停止は有効です。"
        "館長が再開すると、元の設定に戻ります。署名しなかったわけ: {why}",
        en="No director signed it, so it is no accepted change; it stops all the same. "
        "When the director resumes, the settings are restored. Why it was not signed: "
        "{why}",
    ),
    "paused-already": Text(
        ja="すでに止まっています。何も変えていません。",
        en="It is paused already. Nothing was changed.",
    ),
    "resumed-now": Text(
        ja="投稿を再開しました({person}、変更 {commit})。"
        "時刻の来た投稿は次の実行で出ます。",
        en="Publishing is on again ({person}, change {commit}). What is due goes out "
        "with the next run.",
    ),
    "account-resumed-now": Text(
        ja="アカウント {account} を再開しました({person}、変更 {commit})。",
        en="The account {account} is on again ({person}, change {commit}).",
    ),
    "resumed-already": Text(
        ja="止まっていません。何も変えていません。",
        en="It is not paused. Nothing was changed.",
    ),
    "pausing-undid": Text(
        ja="承認されていない sns.toml の変更({commit})は、取り消しました。"
        "必要な変更なら、館長の承認を受けて入れ直してください。",
        en="The change {commit} of sns.toml, which nobody entitled signed, was undone. "
        "If it is wanted, have the director approve it.",
    ),
    "still-stopped": Text(
        ja="注意: まだ投稿されません。{why}",
        en="Note: nothing is published yet. {why}",
    ),
    "pause-needs-director": Text(
        ja="宛先を選んで止めるには館長の署名が要ります。何も変えていません。{why} "
        "すべてを止めるだけなら、だれでも sns pause を(--account なしで)使えます。",
        en="To stop one account takes a director's signature. Nothing was changed. "
        "{why} To stop everything, anybody can use `sns pause` without --account.",
    ),
    "resume-needs-director": Text(
        ja="再開には館長の署名が要ります。何も変えていません。{why}",
        en="To publish again takes a director's signature. Nothing was changed. {why}",
    ),
    "paused-by-page": Text(
        ja="この図書館では、館長は GitHub の画面で承認します。再開するときは "
        "sns repair --propose で案を作り、館長が画面で承認してください。",
        en="In this library the director approves in GitHub's web page. To start "
        "again, `sns repair --propose` makes a proposal to approve there.",
    ),
    "pause-by-page": Text(
        ja="宛先を選んで止めるには、館長の承認が要ります。GitHub の画面で sns.toml の"
        "その宛先に paused = true を加える案を出し、館長が画面で承認してください。"
        "何も変えていません。すべてを止めるだけなら、だれでも sns pause を"
        "(--account なしで)使えます。",
        en="To stop one account takes the director's approval. Propose paused = true "
        "for it in sns.toml, on GitHub; the director approves it there. Nothing was "
        "changed. To stop everything, anybody can use `sns pause` without --account.",
    ),
    "resume-by-page": Text(
        ja="再開には館長の承認が要ります。GitHub の画面で sns.toml から [paused] の表"
        "(宛先を止めたときは、その宛先の paused = true)を消す案を出し、館長が画面で承認"
        "してください。何も変えていません。",
        en="To publish again takes the director's approval. Propose on GitHub that the "
        "table [paused] (or the account's paused = true) is taken out of sns.toml; the "
        "director approves it there. Nothing was changed.",
    ),
    "resume-by-repair": Text(
        ja="再開には館長の承認が要ります。sns repair --propose で、停止を元に戻す案を"
        "作り、館長が GitHub の画面で承認してください。何も変えていません。",
        en="To publish again takes the director's approval. `sns repair --propose` "
        "proposes to undo the pause; the director approves it on GitHub. Nothing was "
        "changed.",
    ),
    "resume-names-account": Text(
        ja="全体は止まっていません。止まっているのは宛先 {names} です。"
        "sns resume --account {account} のように、宛先を付けて実行してください。"
        "何も変えていません。",
        en="Not everything is paused, but {names}. Name the account: `sns resume "
        "--account {account}`. Nothing was changed.",
    ),
    "resume-everything-first": Text(
        ja="承認されていない変更によって全体が止まっています。"
        "先に館長が sns resume を実行してください。何も変えていません。",
        en="Everything is paused by a change that nobody entitled signed. The director "
        "runs `sns resume` first. Nothing was changed.",
    ),
    "settings-not-edited": Text(
        ja="sns.toml の書き方のため、自動では書き換えられません。何も変えていませ"
        "ん。すぐ止めるには、置き場所(GitHub など)で変数 SNS_PAUSED に理由を設"
        "定します。",
        en="sns.toml is written in a form that cannot be edited by itself. "
        "Nothing was changed. To stop at once, set the variable SNS_PAUSED to "
        "the reason at the git host.",
    ),
    "pause-not-reached": Text(
        ja="{remote} に届かないため、投稿は止まっていません。すぐ止めるには、置き場所"
        "(GitHub など)の画面で変数 SNS_PAUSED に理由を設定してください。通信が戻れば、"
        "sns pause をもう一度実行できます: {detail}",
        en="{remote} cannot be reached, so nothing was paused. To stop at once, set "
        "the variable SNS_PAUSED to the reason on the git host's page. Once the "
        "connection is back, `sns pause` can be run again: {detail}",
    ),
    "pause-push-refused": Text(
        ja="main に書き込めないため、止められませんでした({detail})。すぐ止めるに"
        "は、置き場所(GitHub など)で変数 SNS_PAUSED に理由を設定するか、館長か"
        "情報担当に頼んでください。",
        en="It could not be paused, since main does not take the change "
        "({detail}). To stop at once, set the variable SNS_PAUSED to the "
        "reason at the git host, or ask the director or the maintainer.",
    ),
    "resume-push-refused": Text(
        ja="main に書き込めないため、再開できませんでした({detail})。"
        "書き込みの権限を確認してください。",
        en="It could not be resumed, since main does not take the change ({detail}). "
        "Check who may write to it.",
    ),
    "pause-reason-missing": Text(
        ja='止める理由を --reason "…" で書いてください。次の実行から画面に出ます。',
        en='Give the reason with --reason "…"; every run shows it.',
    ),
}
