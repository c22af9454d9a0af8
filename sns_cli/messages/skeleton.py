"""Sentences of the room `skeleton`: what a new post says until somebody fills it in.

Every text leaves signs that the rule ``unfilled-template`` finds (a test), so that no
skeleton can be approved by oversight.
"""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "skeleton-title": Text(ja="ここに件名を書く", en="TODO title"),
    "skeleton-url": Text(
        ja="ここにくわしいページのURLを書く", en="TODO address of the page"
    ),
    "skeleton-closure": Text(
        ja="【休館のお知らせ】\n"
        "○月○日(○)は、○○○○のため、○○図書館は休館します。\n"
        "返却は○○○○をご利用ください。\n"
        "{url}",
        en="[Closed] The library is closed on TODO because of TODO.\n"
        "To return books: TODO\n"
        "{url}",
    ),
    "skeleton-event": Text(
        ja="「○○○○」を開きます。\n"
        "日時 ○月○日(○)○時○分から\n"
        "会場 ○○○○\n"
        "対象 ○○○○\n"
        "申込 ○○○○\n"
        "{url}",
        en="TODO what it is\n"
        "When: TODO\n"
        "Where: TODO\n"
        "For whom: TODO\n"
        "How to join: TODO\n"
        "{url}",
    ),
    "skeleton-collection": Text(
        ja="『○○○○』(○○○○ 著)を紹介します。\n"
        "ここに見どころを書く\n"
        "○○図書館の○○○○にあります。\n"
        "{url}",
        en="TODO title and author\n"
        "TODO what is worth reading in it\n"
        "You find it at TODO.\n"
        "{url}",
    ),
    "skeleton-city": Text(
        ja="○○市からのお知らせです。\nここに内容を書く\n{url}",
        en="News from the city: TODO\n{url}",
    ),
    "skeleton-system": Text(
        ja="【システム停止のお知らせ】\n"
        "○月○日(○)○時○分から○時○分まで、○○○○のため、"
        "○○○○が使えません。\n"
        "ご不便をおかけします。\n"
        "{url}",
        en="[Maintenance] From TODO to TODO you cannot use TODO because of TODO.\n"
        "We are sorry for the trouble.\n"
        "{url}",
    ),
    "skeleton-emergency": Text(
        ja="【緊急】\n"
        "ここに起きたことを書く\n"
        "○○図書館は、○月○日(○)○時○分から○○○○します。\n"
        "ここに利用者へのお願いを書く",
        en="[Emergency] TODO what happened\n"
        "From TODO on, the library TODO.\n"
        "TODO what people should do",
    ),
    "skeleton-correction": Text(
        ja="【訂正とお詫び】\n"
        "○月○日に投稿した「○○○○」に誤りがありました。\n"
        "誤 ○○○○\n"
        "正 ○○○○\n"
        "お詫びして訂正します。",
        en="[Correction] Our post of TODO was wrong.\n"
        "It said: TODO\n"
        "Right is: TODO\n"
        "We apologise.",
    ),
    "skeleton-other": Text(ja="ここに本文を書く", en="TODO text"),
    "skeleton-note-title": Text(
        ja="件名。台帳に残ります。投稿には出ません",
        en="for the ledger; not part of the post",
    ),
    "skeleton-note-basis": Text(
        ja="ア(ホームページに掲載済み) イ(ほかの手段で提供済み) "
        "ウ(資料・市内情報の紹介) エ(館長が適当と認める)の1文字を書き、"
        "行の頭の # を外します",
        en="one of website announced collection director; then take the # away",
    ),
    "skeleton-note-source": Text(
        ja="根拠がアのとき、元のページのアドレスを書き、行の頭の # を外します",
        en="needed for website: the address of the page; then take the # away",
    ),
    "skeleton-note-announced": Text(
        ja="根拠がイのとき、いつどこで知らせたかを書きます",
        en="for announced: when and where people were told",
    ),
    "skeleton-note-publish": Text(
        ja="{at} # 次に開館する時刻。行の頭の # を外すと、この時刻より前には出ません。"
        "このままなら、承認されて開館時間になったら出ます",
        en="{at} # the next opening. Take the first # away to hold it back until then; "
        "as it is, it goes out once it is approved and the library is open",
    ),
    "skeleton-note-expires": Text(
        ja="この日時からあとは出しません(例 {at})",
        en="not sent from this time on (as {at})",
    ),
    "skeleton-note-corrects": Text(
        ja="元の投稿の番号を書き、行の頭の # を外します"
        "(sns correct 番号 で作ると、はじめから入ります)",
        en="id of the post it corrects (sns correct ID fills it in)",
    ),
}
