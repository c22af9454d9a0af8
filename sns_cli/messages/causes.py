"""Short words for what went wrong on the way, as people read them.

Events keep the word (``timeout``), which no later version will have to translate back;
only the screen says it in a sentence.
"""

from typing import Final

from sns_cli.messages import Text

TEXTS: Final = {
    "because-dns": Text(
        ja="相手のアドレスが引けませんでした",
        en="its address could not be looked up",
    ),
    "because-connection-refused": Text(
        ja="相手につながりませんでした(接続を断られました)",
        en="the connection was refused",
    ),
    "because-tls": Text(
        ja="相手との安全な接続ができませんでした(証明書)",
        en="no secure connection (certificate)",
    ),
    "because-unreachable": Text(
        ja="相手につながりませんでした", en="it could not be reached"
    ),
    "because-connect-timeout": Text(
        ja="相手につながらないまま時間切れになりました",
        en="time ran out before it could be reached",
    ),
    "because-timeout": Text(
        ja="相手の答えが来ないまま時間切れになりました",
        en="time ran out before the answer came",
    ),
    "because-proxy": Text(
        ja="庁内の中継サーバー(プロキシ)が通しませんでした",
        en="the proxy did not let it through",
    ),
    "because-truncated": Text(
        ja="相手の答えが途中で切れました", en="the answer broke off"
    ),
    "because-connection-reset": Text(
        ja="相手との接続が途中で切れました",
        en="the connection broke off",
    ),
    "because-malformed-answer": Text(
        ja="相手の答えが読めませんでした",
        en="the answer could not be read",
    ),
    "because-no-answer": Text(
        ja="相手から答えがありませんでした", en="there was no answer"
    ),
    "because-unexpected-error": Text(
        ja="思いがけない誤りで、答えが分かりませんでした",
        en="an unexpected error hid the answer",
    ),
    "because-http": Text(
        ja="相手の答えは番号 {status} だけでした",
        en="the answer was {status} and no word",
    ),
    "because-no-id-in-answer": Text(
        ja="サービスの答えに投稿の番号がありませんでした",
        en="the service's answer did not name the post",
    ),
    "because-not-on-timeline": Text(
        ja="サービスの一覧に見つかりません",
        en="it is not among the posts the service shows",
    ),
    "because-several-on-timeline": Text(
        ja="同じ文の投稿がサービスに2つ以上あります",
        en="several posts with the same text are shown",
    ),
    "because-same-text-as-another-delivery": Text(
        ja="同じ文の投稿がほかにもあり、見分けられません",
        en="another post has the same text, so they cannot be told apart",
    ),
    "because-event-unreadable": Text(
        ja="archive/ の記録が読めません", en="the record in archive/ cannot be read"
    ),
    "because-claim-too-old": Text(
        ja="送信の用意から時間がたちすぎました",
        en="too much time had passed since it was made ready",
    ),
    "because-closed-meanwhile": Text(
        ja="用意している間に、投稿できる時間が終わりました",
        en="the hours for posting ended meanwhile",
    ),
    "because-paused-meanwhile": Text(
        ja="用意している間に、投稿が止められました", en="posting was paused meanwhile"
    ),
    "because-withdrawn-meanwhile": Text(
        ja="用意している間に、投稿が取り下げられるか直されました",
        en="the post was withdrawn or changed meanwhile",
    ),
    "because-account-changed-meanwhile": Text(
        ja="用意している間に、アカウントの設定が変わりました",
        en="the account's settings changed meanwhile",
    ),
    "because-media-not-prepared": Text(
        ja="画像の用意ができていませんでした", en="the pictures were not ready"
    ),
    "because-post-id-malformed": Text(
        ja="サービスでの投稿の番号が正しくありません",
        en="the number of the post at the service is malformed",
    ),
    "because-not-deleted": Text(
        ja="サービスが、取り下げたと答えませんでした",
        en="the service did not say that it took it down",
    ),
    "because-account-without-credentials": Text(
        ja="アカウントの鍵が登録されていません",
        en="the account's credentials are not set",
    ),
    "because-wrong-account": Text(
        ja="登録された鍵が別のアカウントのものです",
        en="the credentials belong to another account",
    ),
    "because-clock-off": Text(
        ja="時計がサービスとずれています", en="the clock differs from the service's"
    ),
    "because-credentials-refused": Text(
        ja="サービスが鍵を受け付けません", en="the service refuses the credentials"
    ),
    "because-payment-required": Text(
        ja="サービスの残高が足りません", en="the service asks for payment"
    ),
    "because-account-refused": Text(
        ja="サービスがこのアカウントを受け付けません",
        en="the service refuses the account",
    ),
    "because-account-ended": Text(
        ja="サービスが答えないため、このアカウントはこの回では確かめていません",
        en="the service does not answer, so the account was left for this run",
    ),
}
