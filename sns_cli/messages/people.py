"""Sentences of the room `people`: who comes and goes, and whose keys end."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "key-ends-soon": Text(
        ja="{person}の鍵は {last} に期限が来ます。それまでに館長が sns people key "
        "{key} で"
        "新しい鍵を加えてください。",
        en="The key of {person} ends on {last}. By then the director adds a new one "
        "with "
        "`sns people key {key}`.",
    ),
    "key-has-ended": Text(
        ja="{person}の鍵は {last} に期限が切れました。この鍵の署名はもう認められません"
        "。"
        "館長が sns people key {key} で新しい鍵を加えてください。",
        en="The key of {person} ended on {last}: what it signs counts no more. The "
        "director adds a new one with `sns people key {key}`.",
    ),
    "grant-ends-soon": Text(
        ja="事前承認 {grant} は {last} で終わります。続けるなら、館長が sns grant new "
        "で"
        "新しく与えてください。",
        en="The grant {grant} ends on {last}. To go on, the director gives a new one "
        "with `sns grant new`.",
    ),
    "grant-has-ended": Text(
        ja="事前承認 {grant} は {last} で終わりました。続けるなら、館長が sns grant "
        "new で"
        "新しく与えてください。",
        en="The grant {grant} ended on {last}. To go on, the director gives a new one "
        "with `sns grant new`.",
    ),
    "calendar-ends-soon": Text(
        ja="「{calendar}」の開館日は {last} までしか書かれていません。その先は休館とし"
        "て"
        "扱い、何も出ません。sns.toml の covers と休館日を書き足してください。",
        en='The calendar "{calendar}" ends on {last}; beyond it every day counts as '
        "closed and nothing goes out. Extend covers and the closings in sns.toml.",
    ),
    "role-director": Text(ja="館長", en="director"),
    "role-staff": Text(ja="職員", en="staff"),
    "role-maintainer": Text(ja="情報担当", en="maintainer"),
    "role-publisher": Text(ja="公開係", en="publisher"),
    "role-manager": Text(ja="運用管理者", en="manager"),
    "key-line": Text(ja="鍵 …{key}", en="key …{key}"),
    "key-line-until": Text(ja="鍵 …{key} {last} まで", en="key …{key} until {last}"),
    "key-line-ended": Text(
        ja="鍵 …{key} {last} に期限切れ", en="key …{key} ended on {last}"
    ),
    "key-line-lost": Text(ja="鍵 …{key} 無効", en="key …{key} void"),
    "person-known-already": Text(
        ja="「{person}」という番号の人は、もういます。別の番号を指定してください"
        "(前の人の承認と混ざらないように、番号は使い回しません)。",
        en='There already is a person "{person}". Choose another key: keys are not '
        "used again, so that nobody's approvals are mixed up.",
    ),
    "people-nobody-such": Text(
        ja="「{person}」という番号の人は sns.toml にいません。次から選んでください: "
        "{known}",
        en='There is nobody "{person}" in sns.toml. Choose from: {known}',
    ),
    "people-key-of-nobody": Text(
        ja="「{person}」という番号の人は sns.toml にいません。新しい人は、先に "
        "sns people add で加えてください(鍵も --public-key で一緒に登録できます)。"
        "いまいる人: {known}",
        en='There is nobody "{person}" in sns.toml. First add somebody new with `sns '
        "people add` (--public-key brings their key along). There are: {known}",
    ),
    "publisher-stays": Text(
        ja="公開係がいなくなると、何も出せません。鍵を替えるには sns people key を使っ"
        "て"
        "ください。何も変えていません。",
        en="Without the publisher nothing goes out. To change its key, use `sns people "
        "key`. Nothing was changed.",
    ),
    "last-director-stays": Text(
        ja="最後の館長を外すことはできません。交代するには sns people new-director を"
        "使ってください。何も変えていません。",
        en="The last director cannot leave. To hand over, use `sns people "
        "new-director`. Nothing was changed.",
    ),
    "director-by-command": Text(
        ja="館長を加えるには sns people new-director を使ってください"
        "(いまの館長も残すときは --keep)。",
        en="To add a director, use `sns people new-director` (--keep leaves the "
        "present "
        "one).",
    ),
    "director-needs-key": Text(
        ja="館長には署名の鍵が要ります。--public-key で公開の鍵のファイルを指定してくだ"
        "さい。",
        en="A director needs a key to sign with. Name the public key with "
        "--public-key.",
    ),
    "key-until-past": Text(
        ja="鍵の最終日 (--until) の {until} は、もう過ぎています(今日は {today})。"
        "これからの日を指定してください。何も変えていません。",
        en="The last day of the key (--until), {until}, is over (today is {today}). "
        "Name a day to come. Nothing was changed.",
    ),
    "key-is-private": Text(
        ja="これは秘密の鍵です: {path}。秘密の鍵は持ち主の PC から出しません。公開の鍵"
        "(名前が .pub で終わるファイル)のほうを指定してください。",
        en="This is a private key: {path}. It never leaves its owner's computer. Name "
        "the public key, the file whose name ends in .pub.",
    ),
    "key-taken": Text(
        ja="その鍵は、もう「{person}」の鍵です。新しい鍵を作って指定してください"
        "(その人の鍵の最終日だけを変えるときは --until も付けます)。",
        en='That key is "{person}"\'s already. Make a new one and name it (or add '
        "--until to change the last day of that person's key).",
    ),
    "key-was-lost": Text(
        ja="その鍵は、なくした鍵として無効にされています。新しい鍵を作って指定してくだ"
        "さ"
        "い。",
        en="That key was declared lost. Make a new one and name it.",
    ),
    "key-change-empty": Text(
        ja="--public-key で新しい鍵を、または --old-until でいまの鍵の最終日を指定して"
        "ください。",
        en="Name a new key with --public-key, or the last day of the present ones with "
        "--old-until.",
    ),
    "key-not-one": Text(
        ja="「{person}」の鍵は {count} 本です。無効にする公開の鍵のファイルを指定してく"
        "だ"
        "さい。",
        en='"{person}" has {count} keys. Name the file of the one that is meant.',
    ),
    "key-unknown-here": Text(
        ja="「{value}」は、people の番号でも公開の鍵でもありません。次から選ぶか、"
        "公開の鍵のファイルを指定してください: {known}",
        en='"{value}" is neither a person nor a public key. Choose from these, or name '
        "the file of a public key: {known}",
    ),
    "change-unknown-here": Text(
        ja="「{value}」で始まる変更は、記録に1つだけではありません(無いか、2つ以上)。"
        "sns authenticate に出る番号を、もう少し長く書いてください。",
        en='Not exactly one change begins with "{value}". Write more digits of the id '
        "that `sns authenticate` shows.",
    ),
    "director-handed-over": Text(
        ja="館長は{person}になりました。これから先の承認は、新しい館長の鍵で行います。"
        "置き場所(GitHub など)の書き込みの権限も替えてください。",
        en="{person} is director now and approves from here on. Change who may write "
        "at "
        "the git host, too.",
    ),
    "grants-lapsed": Text(
        ja="前の館長が与えた事前承認は効力を失いました: {grants}。続けるものは、"
        "新しい館長が sns grant new で与えてください。",
        en="The grants of the former director have lapsed: {grants}. The new one gives "
        "anew what is to go on, with `sns grant new`.",
    ),
    "signed-void": Text(
        ja="無効になる変更 {commit} {at} {title}", en="void: {commit} {at} {title}"
    ),
    "signed-kept": Text(
        ja="有効のままの変更 {commit} {at} {title}", en="stays: {commit} {at} {title}"
    ),
    "distrust-from-future": Text(
        ja="--from の「{value}」は、まだ来ていない日です(今日は {today})。鍵が自分の"
        "手を離れた日か、それより前の日を書いてください。何も変えていません。",
        en='"{value}" (--from) is yet to come (today is {today}). Name the day on '
        "which the key was lost, or one before it. Nothing was changed.",
    ),
    "distrust-nothing": Text(
        ja="その鍵を持つ人は sns.toml におらず、その時から後にその鍵で行われた変更も"
        "ないため、無効にするものがありません。何も変えていません。前の変更も無効に"
        "するときは、--from にもっと前の日を書いてください。",
        en="Nobody in sns.toml has that key, and it signed nothing from there on: "
        "there is nothing to void. Nothing was changed. To void earlier changes, too, "
        "name an earlier day with --from.",
    ),
    "distrust-voids-nothing": Text(
        ja="その時から後にその鍵で行われた変更は無いため、無効になる承認はありません。"
        "これから使えないように、鍵を sns.toml から外しました。",
        en="It signed nothing from there on, so no approval becomes void. The key was "
        "taken out of sns.toml, so that it opens nothing from now on.",
    ),
    "key-distrusted-now": Text(
        ja="その鍵を無効にしました。置き場所(GitHub など)に登録した同じ鍵も消して"
        "ください。",
        en="That key is void now. Delete it at the git host, too.",
    ),
}
