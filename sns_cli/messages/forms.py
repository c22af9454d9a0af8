"""Sentences about the form of posts and settings: single values.

Every fault has two: ``<code>`` says what is wrong, ``<code>.hint`` what to do. The
sentences about whole files are in ``forms_files``, those of ``sns.toml`` alone in
``forms_settings``.
"""

from typing import Final

from sns_cli.messages import Text
from sns_cli.messages.forms_files import FILE_TEXTS
from sns_cli.messages.forms_settings import SETTINGS_TEXTS

PAUSE_WITHOUT_REASON: Final = "理由の記載なし (no reason given)"
"""Stands for the reason of a pause that gives none. Both languages: it is a value."""

EXAMPLES: Final = {
    "id": "20261205-ohanashikai",
    "Grant.id": "2026-01",
    "title": "えほんのじかん(12月)",
    "category": "催し案内",
    "section": "防災課",
    "by": "係長",
    "on": "2026-11-20",
    "file": "tenji.jpg",
    "holder": "市立図書館",
    "basis": "職員撮影",
    "Grant.basis": '["ア"]',
    "rule": "mention",
    "name": "例示市立図書館",
    "Person.name": "図書館太郎",
    "email": "kancho@lib.example.lg.jp",
    "role": "director",
    "manager": "kancho",
    "service": "x",
    "reason": "設備の点検",
    "account": "x",
    "Acknowledged.reason": "防災課の避難情報を手で転送した",
    "Waiver.reason": "主催者の名前のため",
    "covers": '["2026-04-01", "2027-03-31"]',
    "hours": '[{ days = ["tue"], open = "09:30", close = "19:00" }]',
    "days": '["tue", "wed"]',
    "open": '"09:30"',
    "close": '"19:00"',
    "date": "2026-08-12",
    "weekday": "thu",
    "key": "ssh-ed25519 AAAA…",
    "from": "40桁の番号",
    "to": "tanto-01",
    "accounts": "[x]",
    "categories": '["催し案内"]',
    "valid": '["2026-04-01", "2027-03-31"]',
    "Settings.library": "[library]",
    "Settings.people": "[people.kancho]",
}
"""What a missing value could look like, by key, or by table and key."""

_VALUE_TEXTS: Final = {
    "key-missing": Text(
        ja="必要な項目「{key}」がありません。",
        en="The required key “{key}” is missing.",
    ),
    "key-missing.hint": Text(
        ja="「{name}」を書き加えてください(例: {example})。",
        en="Add “{name}” (for example: {example}).",
    ),
    "key-unknown": Text(
        ja="「{key}」という項目はありません。",
        en="There is no key “{key}”.",
    ),
    "key-unknown.hint": Text(
        ja="消すか、次のどれかに直してください: {known}",
        en="Remove it or use one of: {known}",
    ),
    "key-unknown-similar": Text(
        ja="「{key}」という項目はありません。「{similar}」ではありませんか。",
        en="There is no key “{key}”. Did you mean “{similar}”?",
    ),
    "key-unknown-similar.hint": Text(
        ja="「{similar}」に直すか、消してください。",
        en="Change it to “{similar}” or remove it.",
    ),
    "value-empty": Text(
        ja="「{key}」の中身が空です。",
        en="“{key}” is empty.",
    ),
    "value-empty.hint": Text(
        ja="中身を書くか、要らなければ項目ごと消してください。",
        en="Fill it in, or remove the key if it is not needed.",
    ),
    "text-expected": Text(
        ja="「{key}」には文字を書きます。",
        en="“{key}” must be a text.",
    ),
    "text-expected.hint": Text(
        ja='一覧や小項目ではなく、一つの文字列にしてください(例: "…")。',
        en='Write one text, not a list, a table or a number (for example: "…").',
    ),
    "line-expected": Text(
        ja="「{key}」が複数の行にわたっています。",
        en="“{key}” runs over several lines.",
    ),
    "line-expected.hint": Text(
        ja="改行を取り、1行で書いてください。",
        en="Remove the line breaks and write it on one line.",
    ),
    "list-expected": Text(
        ja="「{key}」は一覧で書きます。",
        en="“{key}” must be a list.",
    ),
    "list-expected.hint": Text(
        ja="一つだけのときも角括弧で囲むか、行の先頭に「- 」を付けて並べて"
        "ください(例: [x])。",
        en="Use square brackets, or lines that begin with “- ”, for one item too: [x].",
    ),
    "list-empty": Text(
        ja="「{key}」の一覧が空です。",
        en="The list “{key}” is empty.",
    ),
    "list-empty.hint": Text(
        ja="一つ以上書いてください。省ける項目なら、項目ごと消してください。",
        en="List at least one, or remove the key if it is optional.",
    ),
    "table-expected": Text(
        ja="「{key}」には小項目(「項目: 中身」の組)を書きます。",
        en="“{key}” must hold keys with values.",
    ),
    "table-expected.hint": Text(
        ja="小項目に分けて書いてください。書き方の例は sns schema で見られます。",
        en="Write it as keys with values; “sns schema” shows the form.",
    ),
    "value-twice": Text(
        ja="「{value}」が2回書かれています({key})。",
        en="“{value}” is listed twice ({key}).",
    ),
    "value-twice.hint": Text(
        ja="片方を消してください。",
        en="Remove one of them.",
    ),
    "choice-wrong": Text(
        ja="「{key}」に「{value}」は使えません。",
        en="“{value}” is not possible for “{key}”.",
    ),
    "choice-wrong.hint": Text(
        ja="次のどれかにしてください: {allowed}",
        en="Use one of: {allowed}",
    ),
    "choice-wrong-similar": Text(
        ja="「{key}」に「{value}」は使えません。「{similar}」ではありませんか。",
        en="“{value}” is not possible for “{key}”. Did you mean “{similar}”?",
    ),
    "choice-wrong-similar.hint": Text(
        ja="「{similar}」か、次のどれかにしてください: {allowed}",
        en="Use “{similar}” or another of: {allowed}",
    ),
    "id-form": Text(
        ja="「{key}」の「{value}」は投稿の番号の形ではありません。",
        en="“{value}” ({key}) has not the form of a post id.",
    ),
    "id-form.hint": Text(
        ja="半角の英小文字・数字・ハイフンで3〜64文字、先頭は英小文字か数字に"
        "してください(例: 20261205-ohanashikai)。",
        en="Use 3 to 64 characters a–z, 0–9 and hyphens, beginning with a letter or "
        "digit (for example: 20261205-ohanashikai).",
    ),
    "account-key-form": Text(
        ja="「{key}」の「{value}」はアカウントの名前の形ではありません。",
        en="“{value}” ({key}) has not the form of an account's key.",
    ),
    "account-key-form.hint": Text(
        ja="半角の英小文字で始め、英小文字・数字・ハイフンで32文字までにしてください"
        "(例: x)。",
        en="Begin with a–z and use up to 32 characters a–z, 0–9 and hyphens "
        "(for example: x).",
    ),
    "yes-no-wrong": Text(
        ja="「{key}」の「{value}」は true でも false でもありません。",
        en="“{value}” ({key}) is neither true nor false.",
    ),
    "yes-no-wrong.hint": Text(
        ja="「はい」なら true、「いいえ」なら false と書いてください。",
        en="Write true for yes or false for no.",
    ),
    "date-wrong": Text(
        ja="「{key}」の「{value}」は日付として読めません。",
        en="“{value}” ({key}) is not a date.",
    ),
    "date-wrong.hint": Text(
        ja="暦にある日を 2026-11-20 の形で書いてください。",
        en="Write a day of the calendar in the form 2026-11-20.",
    ),
    "time-wrong": Text(
        ja="「{key}」の「{value}」は日時として読めません。",
        en="“{value}” ({key}) is not a time.",
    ),
    "time-wrong.hint": Text(
        ja="2026-11-25 10:00 か 2026-11-25T10:00:00+09:00 の形で、"
        "半角で書いてください。",
        en="Write it in the form 2026-11-25 10:00 or 2026-11-25T10:00:00+09:00.",
    ),
    "time-date-only": Text(
        ja="「{key}」の「{value}」には時刻がありません。",
        en="“{value}” ({key}) has no time of day.",
    ),
    "time-date-only.hint": Text(
        ja="時刻も書いてください(例: {value} 10:00)。",
        en="Add the time of day (for example: {value} 10:00).",
    ),
    "time-impossible": Text(
        ja="「{key}」の「{value}」は、ありえない日時です。",
        en="“{value}” ({key}) does not exist as a time.",
    ),
    "time-impossible.hint": Text(
        ja="年・月・日・時・分・時差を確かめてください(2000年から2199年まで、"
        "24時は翌日の 00:00)。",
        en="Check year (2000 to 2199), month, day, hour, minute and offset; 24:00 is "
        "00:00 of the next day.",
    ),
    "time-skipped": Text(
        ja="「{key}」の「{value}」は、時計が進められるため存在しない時刻です。",
        en="“{value}” ({key}) does not exist: the clocks are put forward over it.",
    ),
    "time-skipped.hint": Text(
        ja="その前か後の時刻にするか、時差を付けて書いてください。",
        en="Choose a time before or after it, or write the offset.",
    ),
    "expires-before-publish": Text(
        ja="「expires_at」が「publish_at」より後になっていません。",
        en="“expires_at” is not after “publish_at”.",
    ),
    "expires-before-publish.hint": Text(
        ja="どちらかの日時を直してください。",
        en="Correct one of the two times.",
    ),
    "override-account": Text(
        ja="「overrides」の「{value}」は、この投稿の送り先({accounts})にありません。",
        en="“overrides” names “{value}”, but this post goes to: {accounts}.",
    ),
    "override-account.hint": Text(
        ja="「accounts」に加えるか、「overrides」から消してください。",
        en="Add it to “accounts” or remove it from “overrides”.",
    ),
    "override-account-similar": Text(
        ja="「overrides」の「{value}」は、この投稿の送り先({accounts})にありません。"
        "「{similar}」ではありませんか。",
        en="“overrides” names “{value}”, but this post goes to: {accounts}. Did you "
        "mean “{similar}”?",
    ),
    "override-account-similar.hint": Text(
        ja="「{similar}」に直すか、「accounts」に加えるか、「overrides」から"
        "消してください。",
        en="Change it to “{similar}”, add it to “accounts” or remove it from "
        "“overrides”.",
    ),
    "media-path-wrong": Text(
        ja="「{key}」の「{value}」は、この投稿と同じフォルダーの中のファイルを"
        "指していません。",
        en="“{value}” ({key}) is not a file in the folder of this post.",
    ),
    "media-path-wrong.hint": Text(
        ja="画像を投稿ファイルの隣かその下に置き、そこからの名前を「/」区切りで書いて"
        "ください(「..」、先頭の「/」や「.」、「\\」は使えません。濁点が分かれた"
        "名前は付け直してください)。",
        en="Put the image beside the post or below and name it from there with “/”; no "
        "“..”, no leading “/” or “.”, no “\\”, and no decomposed accents (use NFC).",
    ),
}

TEXTS: Final[dict[str, Text]] = {**_VALUE_TEXTS, **FILE_TEXTS, **SETTINGS_TEXTS}
