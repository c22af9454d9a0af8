"""Refusals because of what a change does and whose it is."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-path-unsafe": Text(
        ja="変更 {commit} のファイル名 {path} は使えません。{way}",
        en="The file name {path} in change {commit} cannot be used. {way}",
    ),
    "refused-path-twin": Text(
        ja="変更 {commit} のファイル名 {path} は、端末によっては別のファイルと区別"
        "できません (大文字・小文字や濁点の表し方)。{way}",
        en="Some systems cannot tell the file name {path} in change {commit} from "
        "another one (case, composed letters). {way}",
    ),
    "refused-path-not-nfc": Text(
        ja="変更 {commit} のファイル名 {path} は、濁点などの表し方が標準 (NFC) で"
        "ありません。半角英数字の名前なら確かです。{way}",
        en="The file name {path} in change {commit} is not in Unicode normal form "
        "C; plain ASCII is always safe. {way}",
    ),
    "refused-mode-not-regular": Text(
        ja="変更 {commit} の {path} は普通のファイルではありません (種別 {mode})。"
        "リンクなどでなく、ファイルそのものを置きます。{way}",
        en="{path} in change {commit} is not a plain file (mode {mode}); the file "
        "itself belongs there, no link and nothing executable. {way}",
    ),
    "refused-submodule": Text(
        ja="変更 {commit} の {path} は別の場所の記録への参照です。承認を確かめられ"
        "ないため、使えません。{way}",
        en="{path} in change {commit} refers to another repository, which nobody "
        "can prove. {way}",
    ),
    "refused-posts-need-merge": Text(
        ja="変更 {commit} は、投稿 {path} を案を通さず直接変えています。{way}",
        en="Change {commit} changes the post {path} directly, without a proposal. "
        "{way}",
    ),
    "refused-no-right": Text(
        ja="変更 {commit} をした {person} には、{path} を変える権限も、事前承認も"
        "ありません。{way}",
        en="{person}, who made change {commit}, has no right to change {path}, "
        "and no grant. {way}",
    ),
    "refused-maintainer-outside": Text(
        ja="変更 {commit} で {person} は {path} を変えていますが、情報担当が変えら"
        "れるのは投稿・sns.toml・archive 以外だけです。{way}",
        en="In change {commit} {person} changes {path}; a maintainer changes "
        "nothing in posts, sns.toml or archive. {way}",
    ),
    "refused-publisher-merge": Text(
        ja="変更 {commit} は、投稿を送る機械の鍵で案を取り込んでいます。鍵の漏れを"
        "疑ってください。{way}",
        en="Change {commit} merges something with the publishing machine's key. "
        "Suspect that the key leaked. {way}",
    ),
    "refused-publisher-outside-archive": Text(
        ja="変更 {commit} は、投稿を送る機械の鍵で archive の外 ({path}) を変えて"
        "います。鍵の漏れを疑ってください。{way}",
        en="Change {commit} changes {path}, outside archive, with the publishing "
        "machine's key. Suspect that the key leaked. {way}",
    ),
    "refused-archive-not-added": Text(
        ja="変更 {commit} は、archive の記録 {path} を書き換えるか消しています。{way}",
        en="Change {commit} changes or removes the record {path} in archive. {way}",
    ),
    "refused-archive-merge": Text(
        ja="変更 {commit} は、案を通して archive の記録 {path} を変えています。案"
        "に archive の変更は入れられません。{way}",
        en="Change {commit} changes the record {path} in archive through a "
        "proposal; archive is left out of proposals. {way}",
    ),
    "refused-archive-not-resolution": Text(
        ja="変更 {commit} で archive に {path} が加わっていますが、館長が加えられ"
        "るのは人が確かめた記録 (published、not-sent、confirmed) だけです。{way}",
        en="Change {commit} adds {path} to archive; a director adds nothing there "
        "but what a person found out (published, not-sent or confirmed). {way}",
    ),
    "refused-settings-not-alone": Text(
        ja="変更 {commit} は、{path} と一緒に別のファイルも変えています。{path} の"
        "変更は、それだけを分けて行います。{way}",
        en="Change {commit} changes {path} together with other files; {path} is "
        "changed by itself. {way}",
    ),
    "refused-settings-removed": Text(
        ja="変更 {commit} は {path} を消しています。{way}",
        en="Change {commit} removes {path}. {way}",
    ),
    "refused-settings-invalid": Text(
        ja="変更 {commit} の {path} は読めません ({count} か所、{line} 行目: "
        "{fault})。前の設定が有効なままです。{way}",
        en="{path} in change {commit} cannot be read ({count} faults, line "
        "{line}: {fault}); the settings before it stay in force. {way}",
    ),
    "refused-approves-not-director": Text(
        ja="変更 {commit} は、既にある {path} を承認すると述べていますが、"
        "それができるのは館長だけです。館長が sns approve --again で承認してください。",
        en="Change {commit} approves {path} as it stands, which only the director may. "
        "The director approves it with sns approve --again.",
    ),
    "refused-approves-with-changes": Text(
        ja="変更 {commit} は、既にあるものの承認 (Approves) と別の変更を一度に行っ"
        "ています。{way}",
        en="Change {commit} approves what is there (Approves) and changes "
        "something at once. {way}",
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
