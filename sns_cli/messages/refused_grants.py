"""Refusals because a grant (事前承認) does not cover a change."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-grant-twice": Text(
        ja="変更 {commit} に事前承認 (Grant) が {count} 件書かれています。書けるの"
        "は 1 件だけです。{way}",
        en="Change {commit} names {count} grants; it may name one. {way}",
    ),
    "refused-grant-unknown": Text(
        ja="変更 {commit} の事前承認「{grant}」は、その時点の sns.toml にありませ"
        "ん。{way}",
        en='The grant "{grant}" of change {commit} was not in sns.toml at the '
        "time. {way}",
    ),
    "refused-grant-foreign": Text(
        ja="変更 {commit} の事前承認「{grant}」は {person} のものではありません。{way}",
        en='The grant "{grant}" of change {commit} is not {person}\'s. {way}',
    ),
    "refused-grant-lapsed": Text(
        ja="変更 {commit} の事前承認「{grant}」({person}) は、与えた館長が交代した"
        "ため効力がありません(今の館長が sns grant new で与え直せます)。{way}",
        en='The grant "{grant}" ({person}) of change {commit} lapsed, since '
        "whoever gave it is no longer director (the present one may give it "
        "anew with `sns grant new`). {way}",
    ),
    "refused-grant-not-valid": Text(
        ja="変更 {commit} は {day} の承認で、事前承認「{grant}」の期間 ({first} か"
        "ら {last}) の外です。{way}",
        en="Change {commit} was approved on {day}, outside the period of grant "
        '"{grant}" ({first} to {last}). {way}',
    ),
    "refused-grant-needs-merge": Text(
        ja="変更 {commit} は、事前承認による承認が案の取り込みの形になっていません"
        "。{way}",
        en="Change {commit} uses a grant without merging a proposal. {way}",
    ),
    "refused-grant-outside-posts": Text(
        ja="変更 {commit} は、事前承認では認められない {path} も変えています。{way}",
        en="Change {commit} also changes {path}, which no grant covers. {way}",
    ),
    "refused-grant-unreadable": Text(
        ja="変更 {commit} の {path} は形が正しくないため、事前承認の範囲か分かりま"
        "せん。起案者が直し、あらためて承認を受けてください。",
        en="{path} in change {commit} cannot be read, so that nobody can tell "
        "whether the grant covers it. The drafter mends it, and it is approved "
        "again.",
    ),
    "refused-grant-stray-file": Text(
        ja="変更 {commit} のファイル {path} はどの投稿にも使われておらず、事前承認"
        "「{grant}」の範囲外です。案から除くか、館長の承認を受けます。{way}",
        en="No post uses the file {path} of change {commit}, so that grant "
        '"{grant}" does not cover it. It is left out, or the director approves '
        "it. {way}",
    ),
    "refused-grant-account": Text(
        ja="変更 {commit} の {path} は、事前承認「{grant}」にないアカウント "
        "{value} に出す投稿です。{way}",
        en="{path} in change {commit} is for the account {value}, which grant "
        '"{grant}" does not cover. {way}',
    ),
    "refused-grant-category": Text(
        ja="変更 {commit} の {path} の区分 {value} は、事前承認「{grant}」の範囲外"
        "です。{way}",
        en="The category {value} of {path} in change {commit} is not covered by "
        'grant "{grant}". {way}',
    ),
    "refused-grant-basis": Text(
        ja="変更 {commit} の {path} の根拠 {value} は、事前承認「{grant}」の範囲外"
        "です(エ は必ず館長が承認します)。{way}",
        en="The basis {value} of {path} in change {commit} is not covered by "
        'grant "{grant}" (director never is). {way}',
    ),
    "refused-grant-emergency": Text(
        ja="変更 {commit} の {path} は緊急の投稿ですが、事前承認「{grant}」は緊急"
        "を含みません。{way}",
        en='{path} in change {commit} is an emergency, which grant "{grant}" does '
        "not cover. {way}",
    ),
    "refused-grant-outside-hours": Text(
        ja="変更 {commit} の {path} は開館時間外の投稿ですが、事前承認「{grant}」"
        "は時間外を含みません。{way}",
        en="{path} in change {commit} goes out outside opening hours, which grant "
        '"{grant}" does not cover. {way}',
    ),
    "refused-grant-publish-at": Text(
        ja="変更 {commit} の {path} は、事前承認「{grant}」の最終日 {value} より後"
        "に出す予定です。{way}",
        en="{path} in change {commit} is scheduled after {value}, the last day of "
        'grant "{grant}". {way}',
    ),
    "refused-grant-retracts": Text(
        ja="変更 {commit} の {path} が取り下げを求める投稿 {value} は、事前承認「"
        "{grant}」の範囲外です。{way}",
        en="{path} in change {commit} asks to take down the post {value}, which "
        'grant "{grant}" does not cover. {way}',
    ),
    "refused-grant-own-post": Text(
        ja="変更 {commit} で {value} が承認した {path} は、{value} 自身の案 ("
        "{draft}) です。事前承認「{grant}」は、自分の案の承認を認めていません。{way}",
        en="{path}, which {value} approves in change {commit}, is a proposal of "
        'their own ({draft}), which grant "{grant}" does not allow. {way}',
    ),
    "refused-grant-max-per-day": Text(
        ja="変更 {commit} で、事前承認「{grant}」の 1 日の上限 {limit} 件を超えま"
        "した。{way}",
        en='With change {commit} grant "{grant}" exceeds its limit of {limit} a '
        "day. {way}",
    ),
}
