"""Refusals because a grant (事前承認) does not cover a change."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-grant-twice": Text(
        ja="変更 {commit} に事前承認 (Grant) が {count} 件書かれています。"
        "承認した人が、1 件だけ書いて承認し直してください。",
        en="Change {commit} names {count} grants. Whoever approved it does so "
        "again under one.",
    ),
    "refused-grant-unknown": Text(
        ja="変更 {commit} の事前承認「{grant}」は、その時点の sns.toml にありません。"
        "館長が承認してください。",
        en='The grant "{grant}" of change {commit} was not in sns.toml at the time. '
        "The director approves it.",
    ),
    "refused-grant-foreign": Text(
        ja="変更 {commit} の事前承認「{grant}」は {person} のものではありません。"
        "館長が承認してください。",
        en='The grant "{grant}" of change {commit} is not {person}\'s. The director '
        "approves it.",
    ),
    "refused-grant-lapsed": Text(
        ja="変更 {commit} の事前承認「{grant}」({person}) は、与えた館長が交代したため"
        "効力がありません。今の館長が承認するか、sns grant new で事前承認を与え直してく"
        "ださい。",
        en='The grant "{grant}" ({person}) of change {commit} lapsed, since whoever '
        "gave it is no longer director. The present director approves, or "
        "grants anew with sns grant new.",
    ),
    "refused-grant-not-valid": Text(
        ja="変更 {commit} は {day} の承認で、事前承認「{grant}」の期間 "
        "({first} から {last}) の外です。館長が承認してください。",
        en="Change {commit} was approved on {day}, outside the period of grant "
        '"{grant}" '
        "({first} to {last}). The director approves it.",
    ),
    "refused-grant-needs-merge": Text(
        ja="変更 {commit} は、事前承認による承認が案の取り込みの形になっていません。"
        "承認した人が、案の形にして sns approve で承認し直してください。",
        en="Change {commit} uses a grant without merging a proposal. Whoever approved "
        "it makes it a proposal and approves that with sns approve.",
    ),
    "refused-grant-outside-posts": Text(
        ja="変更 {commit} は、事前承認では認められない {path} も変えています。"
        "館長が承認するか、案から除いてください。",
        en="Change {commit} also changes {path}, which no grant covers. The director "
        "approves it, or it is left out of the proposal.",
    ),
    "refused-grant-unreadable": Text(
        ja="変更 {commit} の {path} は形が正しくないため、"
        "事前承認の範囲か分かりません。"
        "起案者が直して承認し直すか、館長が承認してください。",
        en="{path} in change {commit} cannot be read, so that nobody can tell whether "
        "the grant covers it. The drafter mends it and it is approved "
        "again, or the director approves.",
    ),
    "refused-grant-stray-file": Text(
        ja="変更 {commit} のファイル {path} はどの投稿にも使われておらず、"
        "事前承認「{grant}」の範囲外です。起案者が案から除くか、館長が承認してください"
        "。",
        en='No post uses the file {path} of change {commit}, so that grant "{grant}" '
        "does not cover it. Leave it out, or the director approves.",
    ),
    "refused-grant-account": Text(
        ja="変更 {commit} の {path} は、事前承認「{grant}」にないアカウント {value} に"
        "出す投稿です。館長が承認してください。",
        en="{path} in change {commit} is for the account {value}, which grant "
        '"{grant}" '
        "does not cover. The director approves it.",
    ),
    "refused-grant-category": Text(
        ja="変更 {commit} の {path} の区分 {value} は、"
        "事前承認「{grant}」の範囲外です。"
        "館長が承認してください。",
        en="The category {value} of {path} in change {commit} is not covered by grant "
        '"{grant}". The director approves it.',
    ),
    "refused-grant-basis": Text(
        ja="変更 {commit} の {path} の根拠 {value} は、事前承認「{grant}」の範囲外です"
        "(エ は必ず館長が承認します)。館長が承認してください。",
        en="The basis {value} of {path} in change {commit} is not covered by grant "
        '"{grant}" (director never is). The director approves it.',
    ),
    "refused-grant-emergency": Text(
        ja="変更 {commit} の {path} は緊急の投稿ですが、事前承認「{grant}」は緊急を"
        "含みません。館長が承認してください。",
        en='{path} in change {commit} is an emergency, which grant "{grant}" does not '
        "cover. The director approves it.",
    ),
    "refused-grant-outside-hours": Text(
        ja="変更 {commit} の {path} は開館時間外の投稿ですが、事前承認「{grant}」は"
        "時間外を含みません。館長が承認してください。",
        en="{path} in change {commit} goes out outside opening hours, which grant "
        '"{grant}" does not cover. The director approves it.',
    ),
    "refused-grant-publish-at": Text(
        ja="変更 {commit} の {path} は、事前承認「{grant}」の最終日 {value} より後に"
        "出す予定です。起案者が日時を早めるか、館長が承認してください。",
        en="{path} in change {commit} is scheduled after {value}, the last day "
        "of grant "
        '"{grant}". Choose an earlier time, or the director approves it.',
    ),
    "refused-grant-retracts": Text(
        ja="変更 {commit} の {path} が取り下げを求める投稿 {value} は、"
        "事前承認「{grant}」の範囲外です。館長が承認してください。",
        en="{path} in change {commit} asks to take down the post {value}, which grant "
        '"{grant}" does not cover. The director approves it.',
    ),
    "refused-grant-own-post": Text(
        ja="変更 {commit} で {value} は自分の作った案 ({path}) を承認していますが、"
        "事前承認「{grant}」はそれを認めていません。別の人か館長が承認してください。",
        en="In change {commit} {value} approves a proposal of their own ({path})"
        ", which "
        'grant "{grant}" does not allow. Somebody else or the director approves it.',
    ),
    "refused-grant-max-per-day": Text(
        ja="変更 {commit} で、事前承認「{grant}」の 1 日の上限 {limit} 件を超えました。"
        "翌日に承認し直すか、館長が承認してください。",
        en='With change {commit} grant "{grant}" exceeds its limit of {limit} a day. '
        "Approve on another day, or the director approves it.",
    ),
}
