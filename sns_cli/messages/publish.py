"""Sentences of the room `publish`: what became of a delivery, and what to do next."""

from sns_cli.messages import Text
from sns_cli.messages.publish_limits import LIMITS
from sns_cli.messages.publish_until import UNTIL

_ACCOUNTS: dict[str, Text] = {
    "account-without-credentials": Text(
        ja="アカウント {account} の接続情報が足りません。環境変数 {names} を設定して"
        "から実行し直してください(GitHub では Settings › Environments › production の "
        "Environment secrets に登録します)。",
        en="Credentials of the account {account} are missing. Set the environment "
        "variables {names} and run again (on GitHub: Settings > Environments > "
        "production > Environment secrets).",
    ),
    "credentials-refused": Text(
        ja="アカウント {account} の接続情報が断られました({status} {detail})。"
        "断られたものは公開されていません。X の開発者画面で接続情報を作り直し、"
        "環境変数 {names} の値をすべて新しくしてください(GitHub では "
        "Settings › Environments › production の Environment secrets)。",
        en="The credentials of the account {account} were refused ({status} {detail}). "
        "What was refused is not public. Make new ones on the developer page of X and "
        "renew all the values of {names} (on GitHub: Settings > Environments > "
        "production > Environment secrets).",
    ),
    "payment-required": Text(
        ja="アカウント {account} はサービスの利用料が足りません({status} {detail})。"
        "断られたものは公開されていません。X の開発者画面で残高(クレジット)と"
        "支払いの上限を確かめ、足してください。この実行ではこのアカウントをもう使いません。"
        "次の実行で送信します。",
        en="The service asks for payment for the account {account} "
        "({status} {detail}). What was refused is not public. See the credits and the "
        "spending limit on the developer page of X and add to them. The account is "
        "not used any more in this run; the next run sends.",
    ),
    "account-refused": Text(
        ja="アカウント {account} をサービスで確認できませんでした({status} {detail})。"
        "この実行ではこのアカウントを使いません。アカウントが止められていないか、"
        "アプリの権限が Read and write かを、サービスの画面で確かめてください。",
        en="The service did not confirm the account {account} ({status} {detail}). "
        "It is not used in this run. See at the service whether the account is locked "
        "and whether the app may read and write.",
    ),
    "account-no-answer": Text(
        ja="アカウント {account} のサービスから返事がありません({detail})。"
        "この実行ではこのアカウントを使いません。次の実行で試します。",
        en="The service of the account {account} does not answer ({detail}). "
        "It is not used in this run; the next run tries again.",
    ),
    "rehearsal-no-answer": Text(
        ja="アカウント {account} は練習用です(sns.toml の service が rehearsal)。"
        "練習用のサービスがここで動いていないため({detail})、使えませんでした。"
        "手元で練習するには、別の窓で sns rehearse serve を動かし、"
        "そこに出る export の行をこの窓で打ってから、もう一度実行します。"
        "本番にするには、館長が sns.toml の service を x に、handle を"
        "本物のアカウント名に改めて承認し、"
        "接続情報を登録してください。",
        en="The account {account} is for rehearsals (service = rehearsal in sns.toml), "
        "and no rehearsal service runs here ({detail}), so it could not be used. To "
        "rehearse on your own machine, run sns rehearse serve in another window, type "
        "the export lines it shows in this one, and run again. To go live, the "
        "director sets service to x and handle to the real account in sns.toml and "
        "approves that; then register the credentials.",
    ),
    "account-ended": Text(
        ja="アカウント {account} はこの実行ではもう使いません({detail})。"
        "次の実行で試します。",
        en="The account {account} is not used any more in this run ({detail}). "
        "The next run tries again.",
    ),
    "wrong-account": Text(
        ja="アカウント {account} の接続情報は {handle} ではなく {found} のものです。"
        "何も送信していません。接続情報か sns.toml の handle を直してください。",
        en="The credentials of the account {account} belong to {found}, not to "
        "{handle}. Nothing was sent. Put the credentials or the handle in sns.toml "
        "right.",
    ),
    "clock-off": Text(
        ja="アカウント {account}: サービスの時計とこの計算機の時計が {seconds} 秒ずれて"
        "います。何も送信していません。時計を合わせてください。",
        en="Account {account}: the clock of the service and this machine's differ by "
        "{seconds} seconds. Nothing was sent. Set the clock.",
    ),
    "account-paused": Text(
        ja="アカウント {account} は停止中です(sns.toml の paused = true)。",
        en="The account {account} is paused (paused = true in sns.toml).",
    ),
    "paused-until-then": Text(
        ja="{pause} 再開されれば {then} に出ます。",
        en="{pause} Once resumed, it goes out on {then}.",
    ),
}
_STATES: dict[str, Text] = {
    "not-sent-because": Text(
        ja="送信されませんでした({reason})。公開されていないことは確かです。"
        "後の実行でもう一度送信します。",
        en="It was not sent ({reason}); it is certain that it is not public. "
        "A later run sends it again.",
    ),
    "shows-already": Text(
        ja="送信されていないと記録されましたが、同じ文面の投稿がアカウントに出ています"
        "({reason})。どれがこの投稿かわからないため、送信しません。サービスの画面で"
        "余分な投稿を消すか、この投稿を取りやめてください。",
        en="It was recorded as not sent, but posts with the same text show on the "
        "account ({reason}). Which of them is this one cannot be told, so it is not "
        "sent. Delete the surplus posts at the service, or withdraw this one.",
    ),
    "retry-later": Text(
        ja="前回は送信されませんでした({reason})。{again_at} 以降に送信し直します。",
        en="It was not sent last time ({reason}); it is sent again after {again_at}.",
    ),
    "given-up": Text(
        ja="24時間のあいだ送信できなかったため、やめました({reason})。"
        "送信する場合は投稿を直して承認を受けてください。",
        en="It could not be sent for 24 hours and was given up ({reason}). "
        "To send it, change the post and have it approved.",
    ),
    "pictures-not-accepted": Text(
        ja="サービスが今は画像を受け付けないため、送信していません({reason})。"
        "何も公開されていません。次の実行で送信します。",
        en="It was not sent, since the service does not take its images for now "
        "({reason}). Nothing is public. The next run sends it.",
    ),
    "pictures-changed-meanwhile": Text(
        ja="実行中に画像か画像の説明が変わったため、送信していません。"
        "次の実行で新しいものを送信します。",
        en="It was not sent, since its images or their descriptions changed during "
        "the run. The next run sends the new ones.",
    ),
    "rejected-because": Text(
        ja="サービスがこの内容を断りました({reason})。公開されていません。"
        "投稿を直して承認を受けてください。",
        en="The service refused this content ({reason}); it is not public. "
        "Change the post and have it approved.",
    ),
    "rejected-stands": Text(
        ja="以前サービスがこの内容を断りました({reason})。"
        "投稿を直して承認を受けるまで送信しません。",
        en="The service has refused this content ({reason}). It is not sent until the "
        "post is changed and approved.",
    ),
    "in-doubt-because": Text(
        ja="公開されたかどうか分かりません({reason})。サービスの画面で確かめて、"
        "sns resolve で結果を記録してください。自動では送信し直しません。",
        en="It is not known whether it is public ({reason}). Look at the service and "
        "record what you find with `sns resolve`. It is never sent again by itself.",
    ),
    "claimed-by-another-run": Text(
        ja="別の実行が送信しているところかもしれません。20分後の実行で確かめます。",
        en="Another run may be sending it right now. A run 20 minutes later settles "
        "it.",
    ),
    "taken-by-another-run": Text(
        ja="同時に動いている別の実行が引き受けました。",
        en="Another run took it at the same time.",
    ),
    "settled-by-read-back": Text(
        ja="サービスに公開されていることを確かめ、記録しました。",
        en="It was found to be public on the service, and recorded.",
    ),
    "settled-by-another-run": Text(
        ja="別の実行が結果を記録しました。",
        en="Another run recorded what became of it.",
    ),
    "ledger-broken": Text(
        ja="archive/ の記録の順序が壊れているため、送信しません。"
        "市の情報担当に連絡してください。",
        en="Its records in archive/ contradict each other, so it is not sent. "
        "Tell the maintainer.",
    ),
    "event-unreadable": Text(
        ja="archive/ の記録を読めないため、何もしません。"
        "市の情報担当に連絡してください。",
        en="A record in archive/ cannot be read, so nothing is done. "
        "Tell the maintainer.",
    ),
    "withdrawn-meanwhile": Text(
        ja="実行中に取りやめられたため、送信していません。",
        en="It was withdrawn during the run and was not sent.",
    ),
    "withheld-by-retraction": Text(
        ja="取り下げの投稿が承認されているため、送信しません。",
        en="It is not sent, since an approved post asks for it to be taken down.",
    ),
    "retracts-unknown": Text(
        ja="取り下げの依頼ですが、番号「{target}」の投稿は送られたことがありません。"
        "retracts の番号を確かめて直してください。取り下げるものがもうなければ、この"
        "依頼の投稿を消してください。",
        en="It asks to take down the post `{target}`, which never went out. Check the "
        "id under retracts and correct it. If there is nothing left to take down, "
        "remove this request.",
    ),
    "to-be-retracted": Text(
        ja="投稿 {request} の求めにより、次の実行でサービスから取り下げます。",
        en="The next run takes it down, as the post {request} asks.",
    ),
    "retracted-because": Text(
        ja="投稿 {request} の求めにより、サービスから取り下げました。",
        en="It was taken down from the service, as the post {request} asks.",
    ),
    "retraction-failed": Text(
        ja="サービスから取り下げられませんでした({reason})。まだ公開されています。"
        "次の実行で試します。急ぐ場合はサービスの画面で削除してください。",
        en="It could not be taken down ({reason}) and is still public. The next run "
        "tries again. If it is urgent, delete it on the service's page.",
    ),
    "retraction-unknown": Text(
        ja="サービスに取り下げを求めましたが、結果が分かりません({reason})。まだ公開さ"
        "れているかもしれません。次の実行でもう一度試します。急ぐ場合はサービスの画面で"
        "確かめ、残っていれば削除してください。",
        en="The service was asked to take it down, and what came of it is unknown "
        "({reason}). It may still be public. The next run tries again. If it is "
        "urgent, look at the service's page and delete it if it is there.",
    ),
}
_RUN: dict[str, Text] = {
    "receipt-not-written": Text(
        ja="結果({event})を archive/ に記録できませんでした。掲載先 {url}、番号 "
        "{remote_id}。次の実行が確かめて記録します。この表示を控えてください。",
        en="What happened ({event}) could not be recorded in archive/. Address {url}, "
        "id {remote_id}. The next run finds and records it; keep this line.",
    ),
    "receipt-conflicts": Text(
        ja="結果({event})が archive/ の記録({state})と食い違います。掲載先 {url}、"
        "番号 {remote_id}。サービスの画面で確かめてください。",
        en="What happened ({event}) contradicts the record in archive/ ({state}). "
        "Address {url}, id {remote_id}. Look at the service.",
    ),
    "push-refused": Text(
        ja="置き場所(GitHub など)が記録の書き込みを断りました({detail})。何も新し"
        "く送信していません。GitHub なら、Settings › Deploy keys の公開係の鍵に Allow "
        "write access の印があるか、Settings › Rules が Deploy keys を例外にしている"
        "かを確かめてください。",
        en="The repository refused our record ({detail}). Nothing new was sent. On "
        "GitHub: see that the publisher's key in Settings > Deploy keys has Allow "
        "write access, and that Settings > Rules lets Deploy keys bypass them.",
    ),
    "push-lost": Text(
        ja="別の変更が続いたため、{attempts} 回試しても記録を書き込めませんでした。"
        "次の実行で試します。",
        en="Other changes kept coming first, and the record could not be written in "
        "{attempts} tries. The next run tries again.",
    ),
    "stopping": Text(
        ja="実行を終えるよう求められたため、送信していません。次の実行で送信します。",
        en="It was not sent, since the run was asked to end. The next run sends it.",
    ),
}
_RESOLVE: dict[str, Text] = {
    "resolve-unknown-delivery": Text(
        ja="投稿 {post} をアカウント {account} に送信した記録はありません。"
        "投稿とアカウントの名前を確かめてください。何も記録していません。",
        en="There is no record of sending the post {post} to the account {account}. "
        "Check both names. Nothing was recorded.",
    ),
    "resolve-nothing-in-doubt": Text(
        ja="投稿 {post} のアカウント {account} での状態は「{state}」で、"
        "確かめることはありません。何も記録していません。",
        en="The post {post} on the account {account} is {state}; there is nothing to "
        "resolve. Nothing was recorded.",
    ),
    "resolve-would-write": Text(
        ja="何も記録していません。書き込むはずだった記録 {path}: {content}",
        en="Nothing was recorded. It would have written {path}: {content}",
    ),
    "resolve-url-taken": Text(
        ja="{url} は、ほかの投稿の公開先としてすでに記録されています。"
        "サービスの画面でもう一度確かめてください。",
        en="{url} is recorded as the address of another post already. Look again at "
        "the service.",
    ),
    "resolve-url-wrong": Text(
        ja="{url} は、このアカウントの投稿の住所ではありません。"
        "サービスの画面でその投稿を開き、表示された住所(投稿の番号で終わります)を書いてください。",
        en="{url} is not the address of a post of this account. Open the post at the "
        "service and give the address shown, which ends with the post's number.",
    ),
}

TEXTS: dict[str, Text] = {
    **_ACCOUNTS,
    **LIMITS,
    **_STATES,
    **_RUN,
    **UNTIL,
    **_RESOLVE,
}
