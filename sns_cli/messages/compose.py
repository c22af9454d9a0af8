"""Sentences of the room `compose`: the preview, and why a text cannot be sent."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "account-unknown": Text(
        ja=(
            "アカウント「{account}」は sns.toml にありません。"
            "accounts: を直してください(近いもの: {near})。"
        ),
        en=(
            'There is no account "{account}" in sns.toml. Correct accounts: '
            "(near matches: {near})."
        ),
    ),
    "service-unsupported": Text(
        ja=(
            "アカウント「{account}」のサービス {service} には、この版では"
            "まだ投稿できません。accounts: から外してください。"
        ),
        en=(
            'This version cannot post to {service} yet (account "{account}"). Take it '
            "out of accounts:."
        ),
    ),
    "media-unsupported": Text(
        ja=(
            "この版では画像をまだ {service} に送れません(アカウント「{account}」)。"
            "画像なしで出すと内容が変わるため送りません。"
            "media: と本文の画像を外してください。"
        ),
        en=(
            "This version cannot send images to {service} yet (account "
            '"{account}"). Nothing is sent without them, since that would be another '
            "post. Take the images out of media: and of the text."
        ),
    ),
    "text-empty": Text(
        ja=(
            "アカウント「{account}」に送る本文が空です。"
            "本文(または overrides: の body)を書いてください。"
        ),
        en=(
            'The text for account "{account}" is empty. Write the text below the '
            "second --- line, or body under overrides:."
        ),
    ),
    "text-too-long": Text(
        ja=(
            "アカウント「{account}」に送る本文が長すぎます({length}/{limit}、"
            "{over} 超過。全角は 2、URL は 23 と数えます)。短くしてください。"
        ),
        en=(
            'The text for account "{account}" is too long ({length} of {limit}, {over} '
            "over; Japanese characters count 2, a URL 23). Shorten it."
        ),
    ),
    "preview-length": Text(
        ja="長さ {length}/{limit}(残り {remaining})",
        en="length {length} of {limit} ({remaining} left)",
    ),
    "preview-cost": Text(ja="費用 約 {cost} ドル", en="cost about {cost} USD"),
    "preview-links": Text(ja="リンク: {links}", en="links: {links}"),
    "preview-due": Text(
        ja="承認されていれば {at} 以降に出ます。",
        en="Once approved it goes out from {at} on.",
    ),
    "preview-closed": Text(
        ja="いつ出るか決まりません: {why}",
        en="There is no time for it: {why}",
    ),
    "preview-expires-first": Text(
        ja="出せる時間になる前に期限({at})が来ます。expires_at を直してください。",
        en="It expires ({at}) before it may go out. Correct expires_at.",
    ),
    "preview-unsendable": Text(ja="× 送れません: {why}", en="× Not sendable: {why}"),
    "preview-retracts": Text(
        ja="公開した投稿「{id}」を取り下げる依頼です。承認されると次の処理で削除します。",
        en="Asks to take down {id}. Once approved, the next run deletes it.",
    ),
    "preview-none": Text(ja="見せる投稿はありません。", en="There is no post to show."),
}
