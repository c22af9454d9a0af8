"""Sentences of the room `grants`: prior approval (事前承認), given and ended."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "approval-grant-unknown": Text(
        ja="「{grant}」は{person}の事前承認の番号ではありません。使えるもの: {grants}"
        "(sns grant list で確かめてください)。館長は --grant を付けずに承認します。"
        "何もしていません。",
        en='"{grant}" is no grant of {person}, who has: {grants} (see `sns grant '
        "list`). A director approves without --grant. Nothing was done.",
    ),
    "approval-grant-unnamed": Text(
        ja="{person}が承認できるのは事前承認の範囲だけです。使う番号を --grant {grant} "
        "のように付けて、もう一度実行してください(使えるもの: {grants}。範囲は sns "
        "grant list)。範囲の外なら、館長が承認します。何もしていません。",
        en="{person} approves only under a grant. Name it, as in --grant {grant}, and "
        "run again (there are: {grants}; `sns grant list` tells what they cover). What "
        "none covers the director approves. Nothing was done.",
    ),
    "grants-none-to-end": Text(
        ja="「{grant}」という番号の事前承認はありません。事前承認は1つもありません"
        "(sns grant list で確かめてください)。何も変えていません。",
        en='There is no grant "{grant}": there are none at all (see `sns grant list`). '
        "Nothing was changed.",
    ),
    "approval-grants-none": Text(ja="なし", en="none"),
    "grants-none": Text(
        ja="事前承認はありません。", en="There are no prior approvals."
    ),
    "grant-state-to-come": Text(ja="これから", en="to come"),
    "grant-state-valid": Text(ja="有効", en="valid"),
    "grant-state-ended": Text(ja="期限切れ", en="ended"),
    "grant-state-lapsed": Text(
        ja="失効(与えた館長が交代)", en="lapsed (its director left)"
    ),
    "grant-scope": Text(
        ja="宛先 {accounts} ・ 区分 {categories} ・ 根拠 {basis}",
        en="accounts {accounts} - categories {categories} - basis {basis}",
    ),
    "grant-used": Text(ja="今日 {used} 件(上限なし)", en="{used} today (no limit)"),
    "grant-used-of": Text(ja="今日 {used}/{limit} 件", en="{used} of {limit} today"),
    "grant-own": Text(ja="自分の投稿も", en="own posts too"),
    "grant-any-hour": Text(ja="時間外も", en="outside hours too"),
    "grant-urgent": Text(ja="緊急も", en="emergencies too"),
    "grant-no-key": Text(
        ja="署名できる鍵がないため使えません。館長が sns people key {person} で鍵を加え"
        "てください。",
        en="Cannot be used for want of a key. The director adds one with `sns people "
        "key {person}`.",
    ),
    "grant-made": Text(
        ja="{person}に任せました。承認するときは、"
        "sns approve 案の名前 --grant {grant} を実行します。",
        en="Granted to {person}, who approves with `sns approve BRANCH --grant "
        "{grant}`.",
    ),
    "grant-ended-now": Text(
        ja="事前承認 {grant} を終わらせました。", en="The grant {grant} was ended."
    ),
    "grant-for-nobody": Text(
        ja="{person} には事前承認を与えられません。館長には要らず、公開係(機械)には"
        "任せられないためです。職員を --to で指定してください。",
        en="{person} is given no grant: a director needs none, a machine gets none. "
        "Name somebody of the staff with --to.",
    ),
    "grantee-without-key": Text(
        ja="{person} には署名できる鍵がないため、事前承認を使えません。"
        "先に sns people key {person} で鍵を加えてください。",
        en="{person} has no key to sign with, so the grant could not be used. First "
        "add one with `sns people key {person}`.",
    ),
    "grant-never-director": Text(
        ja="根拠の エ(館長が認めたもの)は、事前承認では任せられません。"
        "--basis から外してください。",
        en="The basis director cannot be granted. Leave it out of --basis.",
    ),
    "grant-half-emergency": Text(
        ja="緊急の投稿を任せるには、--categories に 緊急 を入れ、--emergency も付けて"
        "ください。任せないなら、どちらも外してください。",
        en="To grant emergencies takes both: emergency among --categories, and "
        "--emergency. Otherwise leave out both.",
    ),
    "grant-days-turned": Text(
        ja="--valid の最終日 {last} が、初日 {first} より前です。"
        "初日、最終日の順に書いてください。",
        en="The last day of --valid, {last}, lies before the first, {first}. Write the "
        "first day first.",
    ),
    "grant-over-already": Text(
        ja="--valid の最終日 {last} は、もう過ぎています。日付を直してください。",
        en="The last day of --valid, {last}, is over. Mend the days.",
    ),
    "grant-id-taken": Text(
        ja="事前承認の番号「{grant}」は、もう使われています。--id で別の番号を指定して"
        "ください。",
        en='There already is a grant "{grant}". Choose another one with --id.',
    ),
    "grant-ends-anyway": Text(
        ja="事前承認 {grant} は、そのままで {last} に終わります。延ばすには、"
        "sns grant new で新しく与えてください。何も変えていません。",
        en="The grant {grant} ends on {last} anyway. To prolong it, give a new one "
        "with `sns grant new`. Nothing was changed.",
    ),
}
