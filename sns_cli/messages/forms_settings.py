"""Sentences about ``sns.toml`` alone."""

from typing import Final

from sns_cli.messages import Text
from sns_cli.messages.forms_calendars import CALENDAR_TEXTS
from sns_cli.messages.forms_people import PEOPLE_TEXTS

_SETTINGS_TEXTS: Final = {
    "settings-too-large": Text(
        ja="設定(sns.toml)が大きすぎます(上限は {limit} KiB)。",
        en="The settings (sns.toml) are too large (the limit is {limit} KiB).",
    ),
    "settings-too-large.hint": Text(
        ja="要らない行を消してください。",
        en="Remove what is not needed.",
    ),
    "settings-not-utf8": Text(
        ja="設定(sns.toml)のこの行に UTF-8 の文字として読めないところがあります。",
        en="This line of the settings (sns.toml) holds bytes that are not UTF-8.",
    ),
    "settings-not-utf8.hint": Text(
        ja="文字コードに「UTF-8」(BOM なし)を選んで保存し直してください。",
        en="Save the file again with the encoding UTF-8 (without BOM).",
    ),
    "settings-byte-order-mark": Text(
        ja="設定(sns.toml)の先頭に見えない印(BOM)があります。",
        en="The settings (sns.toml) begin with an invisible byte order mark (BOM).",
    ),
    "settings-byte-order-mark.hint": Text(
        ja="文字コードに「UTF-8」(「BOM 付き」でないほう)を選んで"
        "保存し直してください。",
        en="Save the file again as UTF-8 without BOM.",
    ),
    "value-control-character": Text(
        ja="「{key}」に、見えない文字({character})が混じっています。",
        en="“{key}” holds an invisible character ({character}).",
    ),
    "value-control-character.hint": Text(
        ja="ほかの文書から写した行なら、消して手で入力し直してください。",
        en="If it was copied from elsewhere, delete it and type it again.",
    ),
    "acknowledged-one": Text(
        ja="承知したこと(acknowledged)には、投稿の番号(remote_id)かプロフィールの番号"
        "(profile)の、どちらか1つだけを書きます。",
        en="An entry of acknowledged has either remote_id or profile, and exactly one.",
    ),
    "acknowledged-one.hint": Text(
        ja="手で書かずに sns acknowledge を使うと、正しい形で書かれます。",
        en="`sns acknowledge` writes it in the right form.",
    ),
    "profile-digest-wrong": Text(
        ja="「{key}」の「{value}」は、プロフィールの番号(0〜9 と a〜f で64桁)では"
        "ありません。",
        en="“{value}” (“{key}”) is no digest of a profile: 64 digits of 0-9 and a-f.",
    ),
    "profile-digest-wrong.hint": Text(
        ja="手で書かずに sns acknowledge を使うと、正しい番号が書かれます。",
        en="`sns acknowledge` writes the right one.",
    ),
    "settings-too-deep": Text(
        ja="設定の入れ子が深すぎます({limit} 段まで)。",
        en="The settings are nested too deeply (at most {limit} levels).",
    ),
    "settings-too-deep.hint": Text(
        ja="余分な括弧や点がないか確かめてください。",
        en="Look for brackets or dots too many.",
    ),
    "toml-invalid": Text(
        ja="設定のこの行の書き方が読み取れません({problem})。",
        en="The settings cannot be read at this line ({problem}).",
    ),
    "toml-invalid.hint": Text(
        ja='文字の中身は "…" で囲み、同じ名前を2回書いていないか、引用符や括弧の'
        "閉じ忘れ、波括弧の中の最後の余分なコンマがないか確かめてください。",
        en='Put texts in "…", and look for a name given twice, for unclosed quotes or '
        "brackets, and for a comma too many at the end of {{ }}.",
    ),
    "toml-full-width": Text(
        ja="設定のこの行に、全角の記号({signs})があります。",
        en="This line of the settings has full-width signs ({signs}).",
    ),
    "toml-full-width.hint": Text(
        ja="引用符・=・括弧・コンマ・空白・# は半角で書いてください"
        '(例: name = "図書館")。全角の記号は「"」で囲んだ文字の中だけに使えます。',
        en="Write quotes, =, brackets, commas, spaces and # in half width "
        '(name = "…"). '
        "Full-width signs belong inside the quotes only.",
    ),
    "truth-expected": Text(
        ja="「{key}」には true か false を書きます。",
        en="“{key}” must be true or false.",
    ),
    "truth-expected.hint": Text(
        ja="引用符を付けずに true か false と書いてください。",
        en="Write true or false without quotes.",
    ),
    "whole-number-expected": Text(
        ja="「{key}」には 0 以上の整数を書きます。",
        en="“{key}” must be a whole number, 0 or more.",
    ),
    "whole-number-expected.hint": Text(
        ja="引用符を付けずに半角の数字で書いてください(例: 10)。",
        en="Write the digits without quotes (for example: 10).",
    ),
    "count-expected": Text(
        ja="「{key}」には 1 以上の整数を書きます。",
        en="“{key}” must be a whole number, 1 or more.",
    ),
    "count-expected.hint": Text(
        ja="上限を決めないときは、この行を消してください。",
        en="Remove the line where there is no limit.",
    ),
    "amount-expected": Text(
        ja="「{key}」には 0 以上の金額を書きます。",
        en="“{key}” must be an amount of money, 0 or more.",
    ),
    "amount-expected.hint": Text(
        ja="引用符を付けずに半角の数字で書いてください(例: 5.0)。",
        en="Write the number without quotes (for example: 5.0).",
    ),
    "timezone-unknown": Text(
        ja="「{key}」の「{value}」という時間帯はありません。",
        en="There is no time zone “{value}” ({key}).",
    ),
    "timezone-unknown.hint": Text(
        ja="Asia/Tokyo のような名前を書いてください。",
        en="Use a name such as Asia/Tokyo.",
    ),
    "pattern-wrong": Text(
        ja="「{key}」の「{value}」は正規表現として読めません。",
        en="“{value}” ({key}) is not a regular expression.",
    ),
    "pattern-wrong.hint": Text(
        ja="括弧の閉じ忘れや「\\」の使い方を確かめてください(例: A\\\\d{{8}}A)。",
        en="Check brackets and backslashes (for example: A\\\\d{{8}}A).",
    ),
    "commit-id-wrong": Text(
        ja="「{key}」の「{value}」は変更の番号(40桁)ではありません。",
        en="“{value}” ({key}) is not a full commit id (40 digits).",
    ),
    "commit-id-wrong.hint": Text(
        ja="0〜9 と a〜f の40桁を、省かずに書いてください。",
        en="Write all 40 digits 0–9 and a–f.",
    ),
    "director-missing": Text(
        ja="館長(role が director の人)が一人もいません。",
        en="There is no director (a person with the role director).",
    ),
    "director-missing.hint": Text(
        ja='[people] に role = "director" の人を一人以上置いてください。',
        en='Give at least one of [people] the role = "director".',
    ),
    "reference-unknown": Text(
        ja="「{key}」の「{value}」は [{table}] にありません。",
        en="“{value}” ({key}) is not in [{table}].",
    ),
    "reference-unknown.hint": Text(
        ja="[{table}] にある名前に直すか、[{table}.{value}] を加えてください。",
        en="Use a name from [{table}] or add [{table}.{value}].",
    ),
    "reference-unknown-similar": Text(
        ja="「{key}」の「{value}」は [{table}] にありません。"
        "「{similar}」ではありませんか。",
        en="“{value}” ({key}) is not in [{table}]. Did you mean “{similar}”?",
    ),
    "reference-unknown-similar.hint": Text(
        ja="「{similar}」に直すか、[{table}.{value}] を加えてください。",
        en="Change it to “{similar}” or add [{table}.{value}].",
    ),
    "grant-basis-director": Text(
        ja="「{key}」に根拠「エ」(director)は書けません。",
        en="“{key}” cannot hold the basis director (エ).",
    ),
    "grant-basis-director.hint": Text(
        ja="運用方針 5(1)エ は館長自身が認めるものなので、事前承認から外してください。",
        en="Policy 5(1)エ keeps it for the director in person: remove it here.",
    ),
    "grant-twice": Text(
        ja="事前承認の番号「{value}」が2回使われています。",
        en="The grant id “{value}” is used twice.",
    ),
    "grant-twice.hint": Text(
        ja="それぞれ別の番号にしてください。",
        en="Give each grant an id of its own.",
    ),
    "target-needs-repository": Text(
        ja="require_target が true なのに、[library] に repository がありません。",
        en="require_target is true, but [library] has no repository.",
    ),
    "target-needs-repository.hint": Text(
        ja='[library] に repository = "例示市/sns" のように書き加えてください。',
        en='Add repository = "city/sns" or the like to [library].',
    ),
}

SETTINGS_TEXTS: Final = {**_SETTINGS_TEXTS, **CALENDAR_TEXTS, **PEOPLE_TEXTS}
