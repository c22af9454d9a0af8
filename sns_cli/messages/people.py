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
}
