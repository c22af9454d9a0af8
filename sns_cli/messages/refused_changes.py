"""Refusals because of what a change does and whose it is."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-path-unsafe": Text(
        ja="変更 {commit} のファイル名 {path} は使えません。"
        "案を出した人が名前を変えてください。",
        en="The file name {path} in change {commit} cannot be used. Whoever proposed "
        "it renames the file.",
    ),
    "refused-path-twin": Text(
        ja="変更 {commit} のファイル名 {path} は、端末によっては別のファイルと"
        "区別できません (大文字・小文字や濁点の表し方)。"
        "案を出した人が名前を変えてください。",
        en="Some systems cannot tell the file name {path} in change {commit} from "
        "another one (case, composed letters). Whoever proposed it renames the file.",
    ),
    "refused-path-not-nfc": Text(
        ja="変更 {commit} のファイル名 {path} は、濁点などの表し方が標準 (NFC) で"
        "ありません。案を出した人が半角英数字の名前に変えてください。",
        en="The file name {path} in change {commit} is not in Unicode normal form C. "
        "Whoever proposed it renames the file, best to plain ASCII.",
    ),
    "refused-mode-not-regular": Text(
        ja="変更 {commit} の {path} は普通のファイルではありません (種別 {mode})。"
        "案を出した人が、リンクなどをやめ、ファイルそのものを置いてください。",
        en="{path} in change {commit} is not a plain file (mode {mode}). Whoever "
        "proposed it puts the file itself there, no link and nothing executable.",
    ),
    "refused-submodule": Text(
        ja="変更 {commit} の {path} は別の場所の記録への参照です。"
        "承認を確かめられないため、"
        "入れた人か館長が取り除いてください。",
        en="{path} in change {commit} refers to another repository, which nobody can "
        "prove. Whoever added it, or the director, removes it.",
    ),
    "refused-posts-need-merge": Text(
        ja="変更 {commit} は、投稿 {path} を案を通さず直接変えています。"
        "館長が sns approve --again で承認するか、案として出し直してください。",
        en="Change {commit} changes the post {path} directly, without a proposal. The "
        "director approves it with sns approve --again, or it is proposed anew.",
    ),
    "refused-no-right": Text(
        ja="変更 {commit} をした {person} には、承認する権限がありません ({path})。"
        "館長、または事前承認を受けた人が承認してください。",
        en="{person}, who made change {commit}, has no right to approve ({path}). The "
        "director, or someone with a grant, approves it.",
    ),
    "refused-maintainer-outside": Text(
        ja="変更 {commit} で {person} は {path} を変えていますが、保守担当が変えられる"
        "のは投稿・sns.toml・archive 以外だけです。"
        "館長が sns repair で元に戻すか、投稿なら sns approve --again で承認してくださ"
        "い。",
        en="In change {commit} {person} changes {path}; a maintainer changes nothing "
        "in posts, sns.toml or archive. The director puts it back with sns "
        "repair or, for a post, approves it with sns approve --again.",
    ),
    "refused-publisher-merge": Text(
        ja="変更 {commit} は、投稿を送る機械の鍵で案を取り込んでいます。"
        "館長が内容を確かめ、承認し直してください。鍵の漏れも疑ってください。",
        en="Change {commit} merges something with the publishing machine's key. The "
        "director checks and approves it; suspect that the key leaked.",
    ),
    "refused-publisher-outside-archive": Text(
        ja="変更 {commit} は、投稿を送る機械の鍵で archive の外 ({path}) "
        "を変えています。"
        "館長が sns repair で元に戻すか、投稿なら sns approve --again で承認してくださ"
        "い。鍵の漏れも疑ってください。",
        en="Change {commit} changes {path}, outside archive, with the publishing "
        "machine's key. The director puts it back with sns repair or, for "
        "a post, approves it with sns approve --again; suspect that the key leaked.",
    ),
    "refused-archive-not-added": Text(
        ja="変更 {commit} は、archive の記録 {path} を書き換えるか消しています。"
        "館長が sns repair で元の内容に戻してください。",
        en="Change {commit} changes or removes the record {path} in archive. The "
        "director puts it back with sns repair.",
    ),
    "refused-archive-merge": Text(
        ja="変更 {commit} は、案を通して archive の記録 {path} を変えています。"
        "案から archive の変更を除いて承認し直し、"
        "main に入ったものは館長が sns repair で元に戻してください。",
        en="Change {commit} changes the record {path} in archive through a proposal. "
        "Leave archive out of proposals; the director puts back what is on main "
        "with sns repair.",
    ),
    "refused-archive-not-resolution": Text(
        ja="変更 {commit} で archive に {path} が加わっていますが、館長が加えられるのは"
        "送信結果の記録 (published または not-sent) だけです。館長が sns repair で元に"
        "戻してください。",
        en="Change {commit} adds {path} to archive; a director adds nothing there but "
        "the outcome of a delivery (published or not-sent). The director puts it back "
        "with sns repair.",
    ),
    "refused-settings-not-alone": Text(
        ja="変更 {commit} は、{path} と一緒に別のファイルも変えています。"
        "館長が sns repair で元に戻し、{path} の変更だけを分けて行ってください。",
        en="Change {commit} changes {path} together with other files. The director "
        "puts it back with sns repair and changes {path} by itself.",
    ),
    "refused-settings-removed": Text(
        ja="変更 {commit} は {path} を消しています。館長が sns repair で元に戻してくだ"
        "さい。",
        en="Change {commit} removes {path}. The director puts it back with sns repair.",
    ),
    "refused-settings-invalid": Text(
        ja="変更 {commit} の {path} は読めません ({count} か所、{line} 行目: {fault})。"
        "館長が sns repair で元に戻し、直したものを入れ直してください。"
        "それまでは前の設定が有効です。",
        en="{path} in change {commit} cannot be read ({count} faults, line {line}: "
        "{fault}). "
        "The director puts it back with sns repair and changes it rightly; until then "
        "the settings before it are in force.",
    ),
    "refused-approves-not-director": Text(
        ja="変更 {commit} は、既にある {path} を承認すると述べていますが、"
        "それができるのは館長だけです。館長が sns approve --again で承認してください。",
        en="Change {commit} approves {path} as it stands, which only the director may. "
        "The director approves it with sns approve --again.",
    ),
    "refused-approves-with-changes": Text(
        ja="変更 {commit} は、既にあるものの承認 (Approves) と別の変更を一度に行って"
        "います。館長が分けて承認し直してください。",
        en="Change {commit} approves what is there (Approves) and changes something at "
        "once. The director approves each by itself.",
    ),
    "refused-approves-malformed": Text(
        ja="変更 {commit} の「Approves: {value}」は正しい形ではありません。"
        "館長が sns approve --again で承認し直してください。",
        en='"Approves: {value}" in change {commit} is not in the right form. The '
        "director approves again with sns approve --again.",
    ),
    "refused-approves-missing": Text(
        ja="変更 {commit} は {path} を承認すると述べていますが、"
        "その名前の投稿用ファイル"
        "はありません。館長が sns approve --again で承認し直してください。",
        en="Change {commit} approves {path}, but there is no such plain file among the "
        "posts. The director approves again with sns approve --again.",
    ),
    "refused-approves-mismatch": Text(
        ja="変更 {commit} が承認した {path} の内容は、今の内容と違います。"
        "館長が今の内容を見て sns approve --again で承認し直してください。",
        en="The content of {path} that change {commit} approves is not what is there. "
        "The director looks at it and approves again with sns approve --again.",
    ),
}
