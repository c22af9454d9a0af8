"""Sentences of the room `compose`: why a text cannot be sent as it is."""

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
}
