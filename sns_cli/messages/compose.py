"""Sentences of the room `compose`: the preview, and why a text cannot be sent."""

from sns_cli.messages import Text

_PICTURES: dict[str, Text] = {
    "media-unsupported": Text(
        ja=(
            "アカウント「{account}」には、この版では画像を送れません。"
            "画像なしで出すと内容が変わるため送りません。"
            "media: の画像を外すか、accounts: からこのアカウントを外してください。"
        ),
        en=(
            'This version sends no images to the account "{account}". Nothing is sent '
            "without them, since that would be another post. Take the images out of "
            "media:, or the account out of accounts:."
        ),
    ),
    "too-many-pictures": Text(
        ja=(
            "アカウント「{account}」に送れる画像は {limit} 枚までですが、"
            "{count} 枚あります。media: の画像を減らすか、投稿を分けてください。"
        ),
        en=(
            'The account "{account}" takes {limit} images at most; there are {count}. '
            "Take some out of media:, or make two posts."
        ),
    ),
    "gif-not-alone": Text(
        ja=(
            "アカウント「{account}」では、GIF の画像はほかの画像と一緒に送れません。"
            "GIF だけにするか、PNG か JPEG に変えてください。"
        ),
        en=(
            'A GIF cannot go to the account "{account}" together with other images. '
            "Send it alone, or make it a PNG or JPEG."
        ),
    ),
    "picture-not-listed": Text(
        ja=(
            "本文の画像 {file} が media: にありません(アカウント「{account}」)。"
            "media: に file・alt・rights・people を書いてください。"
        ),
        en=(
            "The image {file} in the text is not listed under media: (account "
            '"{account}"). List it there with file, alt, rights and people.'
        ),
    ),
    "alt-missing": Text(
        ja=(
            "画像 {path} に説明(alt)がありません(アカウント「{account}」)。"
            "画像を見られない人のために、何が写っているかを media: の alt に"
            "書いてください。"
        ),
        en=(
            'The image {path} has no description (alt; account "{account}"). Write '
            "under media: what it shows, for people who cannot see it."
        ),
    ),
    "alt-too-long": Text(
        ja=(
            "画像 {path} の説明(alt)が長すぎます({length} 字。"
            "アカウント「{account}」は {limit} 字まで)。短くしてください。"
        ),
        en=(
            "The description (alt) of the image {path} is too long: {length} "
            'characters, the account "{account}" takes {limit}. Shorten it.'
        ),
    ),
    "picture-name-refused": Text(
        ja=(
            "{path} は送れる画像の名前ではありません。送れるのは JPEG(.jpg)・PNG・"
            "WebP・GIF です。画像を変換して、media: の file を直してください。"
        ),
        en=(
            "{path} is not the name of an image that can be sent. JPEG (.jpg), PNG, "
            "WebP and GIF can be. Convert it and correct file under media:."
        ),
    ),
    "picture-type-refused": Text(
        ja=(
            "{path} の中身は送れる画像ではありません(中身: {found})。送れるのは JPEG・"
            "PNG・WebP・GIF です。"
            "画像の編集ソフトで JPEG か PNG に保存し直してください。"
        ),
        en=(
            "{path} does not hold an image that can be sent (it holds: {found}). JPEG, "
            "PNG, WebP and GIF can be. Save it as JPEG or PNG in an image program."
        ),
    ),
    "picture-type-mismatch": Text(
        ja=(
            "{path} の中身は {found} で、名前と合いません。"
            "ファイルの名前の終わりを中身に合わせるか、保存し直してください。"
        ),
        en=(
            "{path} holds a {found}, which is not what its name says. Give it the "
            "right ending, or save it anew."
        ),
    ),
    "picture-too-large": Text(
        ja=(
            "画像 {path} が大きすぎます({size} MB、{limit} MB まで)。"
            "縮小して保存し直してください。"
        ),
        en=(
            "The image {path} is too large ({size} MB; up to {limit} MB). Save a "
            "smaller one."
        ),
    ),
    "picture-too-many-pixels": Text(
        ja=(
            "画像 {path} の画素が多すぎます(横 {width}×縦 {height}。"
            "全部で {limit} 万画素まで)。縮小して保存し直してください。"
        ),
        en=(
            "The image {path} has too many pixels ({width} by {height}; up to {limit} "
            "times 10,000 in all). Save a smaller one."
        ),
    ),
    "picture-animated": Text(
        ja=(
            "画像 {path} は動く {found} で、送れません。"
            "動かない画像か GIF にしてください。"
        ),
        en=(
            "The image {path} is an animated {found}, which cannot be sent. Use a "
            "still image or a GIF."
        ),
    ),
    "picture-too-long": Text(
        ja=(
            "動く画像 {path} が長すぎます"
            "({frames} こま。{limit} こま、のべ 3 億画素まで)。"
            "短くするか縮小してください。"
        ),
        en=(
            "The animated image {path} is too long ({frames} frames; up to {limit}, "
            "and 300 million pixels in all frames). Shorten or shrink it."
        ),
    ),
    "picture-missing": Text(
        ja=(
            "画像 {path} がありません。投稿と同じところ(またはその中の"
            "フォルダ)に置くか、media: の file を直してください。"
        ),
        en=(
            "The image {path} is not there. Put it beside the post (or in a folder "
            "there), or correct file under media:."
        ),
    ),
    "picture-unreadable": Text(
        ja=(
            "画像 {path} が壊れているか、途中で切れています。"
            "画像の編集ソフトで開いて保存し直してください。"
        ),
        en=(
            "The image {path} is damaged or cut off. Open it in an image program and "
            "save it anew."
        ),
    ),
}

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
    **_PICTURES,
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
