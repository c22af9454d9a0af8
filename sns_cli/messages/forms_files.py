"""Sentences about whole files: their bytes, the front matter's outline, TOML."""

from typing import Final

from sns_cli.messages import Text

FILE_TEXTS: Final = {
    "post-path-wrong": Text(
        ja="「{path}」は投稿の置き場所ではありません。",
        en="“{path}” is not a place for a post.",
    ),
    "post-path-wrong.hint": Text(
        ja="posts/年4桁/月2桁/名前.md に置いてください。名前は半角の英数字・ハイフン・"
        "下線・点です(例: posts/2026/12/ohanashikai.md)。",
        en="Put it at posts/YYYY/MM/name.md, the name of letters, digits, hyphens, "
        "underscores and dots (for example: posts/2026/12/ohanashikai.md).",
    ),
    "file-too-large": Text(
        ja="投稿のファイルが大きすぎます({size} KiB、上限は {limit} KiB)。",
        en="The post file is too large ({size} KiB; the limit is {limit} KiB).",
    ),
    "file-too-large.hint": Text(
        ja="本文を短くし、画像などは別のファイルにしてください。",
        en="Shorten the text and keep images in files of their own.",
    ),
    "not-utf8": Text(
        ja="この行に UTF-8 の文字として読めないところがあります。",
        en="This line holds bytes that are not UTF-8.",
    ),
    "not-utf8.hint": Text(
        ja="編集ソフトの「名前を付けて保存」で、文字コードに「UTF-8」(BOM なし)を"
        "選んで保存し直してください。",
        en="Save the file again with the encoding UTF-8 (without BOM).",
    ),
    "byte-order-mark": Text(
        ja="ファイルの先頭に見えない印(BOM)があります。",
        en="The file begins with an invisible byte order mark (BOM).",
    ),
    "byte-order-mark.hint": Text(
        ja="文字コードに「UTF-8」(「BOM 付き」でないほう)を選んで"
        "保存し直してください。",
        en="Save the file again as UTF-8 without BOM.",
    ),
    "carriage-return": Text(
        ja="古い形式の改行(CR だけ)が使われています。",
        en="The file uses old line ends (CR alone).",
    ),
    "carriage-return.hint": Text(
        ja="改行コードに「LF」か「CRLF」を選んで保存し直してください。",
        en="Save the file again with LF or CRLF line ends.",
    ),
    "control-character": Text(
        ja="この行に見えない制御文字({character})があります。",
        en="This line holds an invisible control character ({character}).",
    ),
    "control-character.hint": Text(
        ja="この行を消して、手で入力し直してください。",
        en="Delete the line and type it again.",
    ),
    "noncharacter": Text(
        ja="この行に、文字として使えない符号({character})があります。",
        en="This line holds a code that is no character ({character}).",
    ),
    "noncharacter.hint": Text(
        ja="この行を消して、手で入力し直してください。",
        en="Delete the line and type it again.",
    ),
    "control-character-escaped": Text(
        ja="この行の「\\」を使った書き方が、使えない文字({character})になります。",
        en="A “\\” on this line stands for a character that cannot be used "
        "({character}).",
    ),
    "control-character-escaped.hint": Text(
        ja="「\\」とそれに続く文字を消してください。",
        en="Remove the “\\” and what follows it.",
    ),
    "tab-in-front-matter": Text(
        ja="先頭の項目欄にタブ文字があります。",
        en="There is a tab in the front matter.",
    ),
    "tab-in-front-matter.hint": Text(
        ja="タブを半角の空白に替えてください。",
        en="Use spaces instead of the tab.",
    ),
    "front-matter-missing": Text(
        ja="ファイルの最初の行が「---」ではありません。",
        en="The first line of the file is not exactly “---”.",
    ),
    "front-matter-missing.hint": Text(
        ja="最初の行を半角のハイフン三つだけ(前後に空白や空行なし)にし、その下に項目、"
        "「---」の行、本文の順に書いてください。",
        en="Begin with a line of exactly three hyphens, then the keys, another “---” "
        "line, and the text.",
    ),
    "front-matter-unclosed": Text(
        ja="項目欄の終わりを示す「---」の行がありません。",
        en="The line “---” that ends the front matter is missing.",
    ),
    "front-matter-unclosed.hint": Text(
        ja="項目と本文の間に、半角のハイフン三つだけの行を入れてください"
        "(空白や四つ目のハイフンも付けません)。",
        en="Put a line of exactly three hyphens between the keys and the text "
        "(no spaces, no fourth hyphen).",
    ),
    "front-matter-too-large": Text(
        ja="先頭の項目欄が大きすぎます(上限は {limit} KiB)。",
        en="The front matter is too large (the limit is {limit} KiB).",
    ),
    "front-matter-too-large.hint": Text(
        ja="項目の中身を短くしてください。本文は二つ目の「---」の下に書きます。",
        en="Shorten the values; the text belongs below the second “---”.",
    ),
    "front-matter-not-table": Text(
        ja="先頭の項目欄が「項目: 中身」の形になっていません。",
        en="The front matter does not consist of “key: value” lines.",
    ),
    "front-matter-not-table.hint": Text(
        ja="「title: えほんのじかん」のように、項目の名前、半角のコロン、半角の空白、"
        "中身の順に書いてください。",
        en="Write a key, a colon, a space and the value, as in “title: Story time”.",
    ),
    "yaml-invalid": Text(
        ja="先頭の項目欄の、この行かすぐ上の行の書き方が読み取れません。",
        en="The front matter cannot be read at this line or the one above it.",
    ),
    "yaml-invalid.hint": Text(
        ja="コロンの後の半角空白、引用符や括弧の閉じ忘れ、字下げのそろえ方を確かめて"
        'ください。中身に「:」や「#」を含むときは "…" で囲みます。',
        en="Check the space after each colon, unclosed quotes or brackets, and the "
        'indentation; put values that hold “:” or “#” in "…".',
    ),
    "yaml-fullwidth-colon": Text(
        ja="「{text}」のコロンが全角です。",
        en="“{text}” has a full-width colon.",
    ),
    "yaml-fullwidth-colon.hint": Text(
        ja="半角の「: 」(コロンと空白)に直してください。",
        en="Use a plain colon and a space: “: ”.",
    ),
    "yaml-anchor": Text(
        ja="中身の先頭の「&」や「*」は、別の場所を指す記号になるため使えません。",
        en="“&” and “*” before a value (YAML anchors and aliases) are not allowed.",
    ),
    "yaml-anchor.hint": Text(
        ja='文字として使うときは、中身を "…" で囲んでください。',
        en='Put the value in "…" if the character belongs to the text.',
    ),
    "yaml-tag": Text(
        ja="中身の先頭の「!」(「{tag}」)は、特別な記号になるため使えません。",
        en="“!” before a value (the YAML tag “{tag}”) is not allowed.",
    ),
    "yaml-tag.hint": Text(
        ja='文字として使うときは、中身を "…" で囲んでください。',
        en='Put the value in "…" if the character belongs to the text.',
    ),
    "yaml-merge-key": Text(
        ja="項目の名前「<<」は使えません。",
        en="The key “<<” (a YAML merge) is not allowed.",
    ),
    "yaml-merge-key.hint": Text(
        ja="この項目を消し、必要な項目をそのまま書いてください。",
        en="Remove it and write out the keys.",
    ),
    "yaml-document": Text(
        ja="先頭の項目欄の中で、この行が文書の区切りになっています。",
        en="This line starts or ends a YAML document inside the front matter.",
    ),
    "yaml-document.hint": Text(
        ja="「...」「--- 」「%」で始まる行を消してください。",
        en="Remove lines that begin with “...”, “--- ” or “%”.",
    ),
    "yaml-too-deep": Text(
        ja="項目の入れ子が深すぎます({limit} 段まで)。",
        en="The front matter is nested too deeply (at most {limit} levels).",
    ),
    "yaml-too-deep.hint": Text(
        ja="余分な括弧や字下げがないか確かめてください。",
        en="Look for brackets or indentation too many.",
    ),
    "yaml-too-long": Text(
        ja="先頭の項目欄に書かれているものが多すぎます({limit} 個まで)。",
        en="The front matter holds too many values (at most {limit}).",
    ),
    "yaml-too-long.hint": Text(
        ja="要らない項目を消してください。",
        en="Remove what is not needed.",
    ),
    "key-not-text": Text(
        ja="項目の名前が文字ではありません。",
        en="A key is not a text.",
    ),
    "key-not-text.hint": Text(
        ja="「項目: 中身」の形に直してください"
        "(「?」や、名前の位置の括弧は使えません)。",
        en="Write “key: value”; no “?” and no brackets in place of a key.",
    ),
    "key-twice": Text(
        ja="項目「{name}」が2回書かれています(1回目は {first} 行目)。",
        en="The key “{name}” is given twice (first on line {first}).",
    ),
    "key-twice.hint": Text(
        ja="どちらか一つを消してください。",
        en="Remove one of the two.",
    ),
}
