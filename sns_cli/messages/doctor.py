"""Sentences of the room `doctor`: what wants looking after."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "doctor-well": Text(
        ja="手入れの要るところはありません。", en="Nothing wants looking after."
    ),
    "doctor-blocked": Text(
        ja="認められない変更が残っているため、何も出ません。{refusal}",
        en="A refused change stands, so nothing goes out. {refusal}",
    ),
    "doctor-paused-unsigned": Text(
        ja="停止中です。館長の署名の無い停止ですが、効いています。終わらせるときは、"
        "館長が sns resume を実行してください。{refusal}",
        en="Everything is paused. Nobody entitled signed the pause, but it is in "
        "force; the director ends it with `sns resume`. {refusal}",
    ),
    "doctor-unapproved": Text(
        ja="承認されていない投稿が main に {count} 件あります({posts})。出すなら、館長"
        "が"
        "中身を見て sns approve --again で承認してください。",
        en="{count} posts on main are not approved ({posts}). To publish them, the "
        "director looks at them and runs `sns approve --again`.",
    ),
    "doctor-page-settings": Text(
        ja="GitHub の設定はここからは見えません。ときどき確かめてください"
        "(画面で承認する図書館)。\n"
        "- Settings › General › Pull Requests: Allow merge commits だけに印\n"
        "- Settings › Rules (main): Block force pushes、Restrict deletions に印、例外"
        "なし。Require a pull request before merging は別の規則にして、例外は "
        "Deploy keys だけ",
        en="GitHub's settings cannot be seen from here. Look at them now and then "
        "(approvals are given in the web page):\n"
        "- Settings > General > Pull Requests: Allow merge commits alone\n"
        "- Settings > Rules (main): Block force pushes, Restrict deletions, which "
        "nobody bypasses; in a second ruleset Require a pull request before merging, "
        "which Deploy keys alone bypass",
    ),
    "doctor-unapproved-page": Text(
        ja="承認されていない投稿が main に {count} 件あります({posts})。取り消す案"
        "(GitHub の Revert)を館長が画面で承認し、要る投稿は案として出し直して"
        "ください。",
        en="{count} posts on main are not approved ({posts}). The director approves, "
        "on GitHub, proposals that revert them; those that are needed are proposed "
        "anew.",
    ),
    "doctor-unanswered": Text(
        ja="承認されたかどうかを、まだ確かめられない変更があります。{refusal}",
        en="Of a change it cannot be told yet whether it is approved. {refusal}",
    ),
    "doctor-unpinned": Text(
        ja="信頼の起点が決められていません。置き場所(GitHub など)の変数 "
        "SNS_INTRODUCTION "
        "に、起点の番号(40桁)を設定してください。",
        en="The introduction is not pinned. Set SNS_INTRODUCTION to its full id at the "
        "git host.",
    ),
    "doctor-sign-off": Text(
        ja='承認に署名が要らない設定(evidence = "sign-off")のまま、'
        "本番の宛先があります。"
        'だれでも館長の名前で承認できます。sns.toml を "signature" に変えてください。',
        en='Real accounts, but evidence = "sign-off": anybody can approve in the '
        'director\'s name. Change it to "signature" in sns.toml.',
    ),
    "doctor-sign-off-training": Text(
        ja='練習用の設定です(evidence = "sign-off")。本番の前に sns.toml を '
        '"signature" '
        "に変えてください。",
        en='Settings for practice (evidence = "sign-off"). Before real use, '
        'change it to "signature" in sns.toml.',
    ),
    "doctor-no-target": Text(
        ja="承認を、ほかの置き場所へ使い回せる設定です。sns.toml の [approval] に "
        "require_target = true を加えてください。",
        en="Approvals could be used again in another repository. Set require_target = "
        "true in [approval] of sns.toml.",
    ),
    "doctor-one-key": Text(
        ja="署名できる館長の鍵が1本しかありません。なくすと新しい起点が要ります。予備の"
        "鍵"
        "を作り、sns people key で加えて金庫にしまってください。",
        en="Only one director's key is left. If it is lost, it takes a new "
        "introduction: "
        "make a spare one, add it with `sns people key` and lock it away.",
    ),
    "doctor-no-key": Text(
        ja="署名できる館長の鍵が1本もありません。だれも承認できません。sns introduce "
        "--director で新しい起点を作ってください。",
        en="No director's key is left, so nobody can approve. Make a new introduction "
        "with `sns introduce --director`.",
    ),
    "doctor-lapsed": Text(
        ja="事前承認 {grant} は、与えた館長が交代したため効力がありません。館長が sns "
        "grant "
        "end {grant} で取り除き、続けるなら sns grant new で与え直してください。",
        en="The grant {grant} has lapsed, since its director left. The director takes "
        "it "
        "out with `sns grant end {grant}` and, if wanted, gives a new one.",
    ),
    "doctor-forward": Text(
        ja="信頼の起点が1年以上前({since}、その後の変更 {commits} 件)です。館長が sns "
        "introduce で進めると、毎回の処理が軽くなります。",
        en="The introduction is more than a year old ({since}, {commits} changes "
        "since). "
        "With `sns introduce` the director moves it forward and runs get lighter.",
    ),
    "doctor-forward-later": Text(
        ja="信頼の起点が1年以上前({since}、その後の変更 {commits} 件)です。次の投稿が出"
        "た"
        "ら、館長が sns introduce で進められます: {posts}",
        en="The introduction is more than a year old ({since}, {commits} changes "
        "since). "
        "Once these posts are out, `sns introduce` can move it forward: {posts}",
    ),
    "doctor-branches": Text(
        ja="承認待ちの案があります: {branches}。起点を進めたあとでも sns approve で承認"
        "でき"
        "ます。",
        en="Open proposals: {branches}. After moving the introduction they can still "
        "be "
        "approved with `sns approve`.",
    ),
}
