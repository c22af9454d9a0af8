"""Refusals because a change proves no signer, or not what it says."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-commit-malformed": Text(
        ja="変更 {commit} は通常の形で記録されていません ({detail})。"
        "その変更を作った人が、sns approve か通常の git で作り直してください。",
        en="Change {commit} is not recorded in the usual form ({detail}). Whoever "
        "made it makes it again with sns approve or plain git.",
    ),
    "refused-octopus": Text(
        ja="変更 {commit} は {count} 本の記録を一度に取り込んでいます。"
        "承認した人が、案を 1 件ずつ承認し直してください。",
        en="Change {commit} joins {count} histories at once. Whoever approved them "
        "approves them again, one at a time.",
    ),
    "refused-branch-too-old": Text(
        ja="変更 {commit} が取り込んだ案は、信頼の起点より前の版から作られています。"
        "承認した人が、もう一度 sns approve で承認してください"
        "(案は自動で最新の内容に合わせられます)。",
        en="Change {commit} brings in a proposal begun before the introduction. "
        "Whoever "
        "approved it runs sns approve again, which brings the proposal up to date.",
    ),
    "refused-merge-not-clean": Text(
        ja="変更 {commit} には、案にも main にもない内容が含まれています ({path})。"
        "起案者が案のほうを直し、承認し直してください。"
        "館長が承認時に投稿を直した場合は Approver-Edited: yes と明記します。",
        en="Change {commit} holds content that is neither in the proposal nor on main "
        "({path}). The drafter mends the proposal, and it is approved again. A "
        "director who edits posts "
        "while approving declares it: Approver-Edited: yes.",
    ),
    "refused-time-backwards": Text(
        ja="変更 {commit} の日時 {at} は、その前に認められた変更の {last} より前です。"
        "その変更を作った人が、パソコンの時計を合わせて承認し直してください。",
        en="The time of change {commit}, {at}, lies before the last accepted change, "
        "{last}. Whoever made it sets the clock of their machine and approves again.",
    ),
    "refused-time-future": Text(
        ja="変更 {commit} の日時 {at} は未来です。その変更を作った人が、"
        "パソコンの時計を合わせて承認し直してください。",
        en="The time of change {commit}, {at}, lies in the future. Whoever made "
        "it sets the clock of their machine and approves again.",
    ),
    "refused-unsigned": Text(
        ja="変更 {commit} ({committer}) には署名がありません。"
        "館長が sns approve で承認し直してください"
        "(既に main にある投稿は sns approve --again)。",
        en="Change {commit} ({committer}) is not signed. The director approves it with "
        "sns approve (what is on main already: sns approve --again).",
    ),
    "refused-signature-malformed": Text(
        ja="変更 {commit} の署名は正しい形の SSH 署名ではありません ({detail})。"
        "承認できる人が sns approve で署名し直してください。",
        en="The signature of change {commit} is not a well-formed SSH signature "
        "({detail}). Someone who may approve signs again with sns approve.",
    ),
    "refused-signature-invalid": Text(
        ja="変更 {commit} の署名は内容と合いません。改ざんされたか壊れています。"
        "取り込みの経緯を調べ、館長が承認し直してください。",
        en="The signature of change {commit} does not fit its content: it was "
        "tampered with or damaged. Find out how it got in; the director approves anew.",
    ),
    "refused-signer-unknown": Text(
        ja="変更 {commit} ({committer}) は sns.toml に載っていない人の署名です。"
        "内容が正しければ館長が承認し直してください。"
        "新しい鍵は、先に館長が sns people key で加えます。",
        en="Change {commit} ({committer}) is signed by nobody named in sns.toml. If it "
        "is right, the director approves it. The director first adds new keys with "
        "sns people key.",
    ),
    "refused-touch-missing": Text(
        ja="変更 {commit} は、セキュリティキーに触れずに署名されています。"
        "署名した人が、キーに触れて署名し直してください。",
        en="Change {commit} was signed by a security key that nobody touched. Whoever "
        "signed it signs again and touches the key.",
    ),
    "refused-key-expired": Text(
        ja="変更 {commit} は、{person} の期限切れの鍵で署名されています。"
        "館長が sns people key で新しい鍵を加え、その鍵で承認し直してください。",
        en="Change {commit} is signed with an expired key of {person}. The director "
        "adds a new key with sns people key, and it is approved again with that.",
    ),
    "refused-key-distrusted": Text(
        ja="変更 {commit} は、{person} の無効にされた鍵 (sns.toml の distrust) で"
        "署名されています。館長が別の鍵で承認し直してください。",
        en="Change {commit} is signed with a key of {person} that was declared lost "
        "(distrust in sns.toml). The director approves again with another key.",
    ),
    "refused-trailers-missing": Text(
        ja="変更 {commit} の説明文の最後の段落が署名欄 (Signed-off-by など) だけに"
        "なっていません。承認した人が sns approve で承認し直してください。",
        en="The last paragraph of change {commit}'s message is no plain block of "
        "trailers (Signed-off-by …). Whoever approved it does so again with sns "
        "approve.",
    ),
    "refused-sign-off-wrong": Text(
        ja="変更 {commit} の最後の Signed-off-by が「{expected}」ではありません。"
        "本人が sns approve で承認し直してください。",
        en='The last Signed-off-by of change {commit} is not "{expected}". That person '
        "approves again with sns approve.",
    ),
    "refused-target-missing": Text(
        ja="変更 {commit} に承認の宛先 (Approval-Target: {expected}) がありません。"
        "承認した人が sns approve で承認し直してください。",
        en="Change {commit} does not say what it approves for (Approval-Target: "
        "{expected}). Whoever approved it does so again with sns approve.",
    ),
    "refused-target-wrong": Text(
        ja="変更 {commit} の承認の宛先は「{found}」で、この図書館の「{expected}」では"
        "ありません。館長が、この図書館であらためて sns approve で承認してください。",
        en='Change {commit} was approved for "{found}", not for this library\'s '
        '"{expected}". The director approves it here with sns approve.',
    ),
    "refused-content-wrong": Text(
        ja="変更 {commit} の内容が、承認時の内容 (Approved-Content: {said}) と"
        "違います (実際は {found})。内容を見直し、館長が承認し直してください。",
        en="The content of change {commit} is not what was approved (Approved-Content: "
        "{said}, found {found}). Look at it again; the director approves anew.",
    ),
}
