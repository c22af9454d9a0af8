"""Refusals because a change proves no signer, or not what it says."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-commit-malformed": Text(
        ja="変更 {commit} は通常の形で記録されていません ({detail})。"
        "sns approve か通常の git で作り直してください。",
        en="Change {commit} is not recorded in the usual form ({detail}). Make it "
        "again with sns approve or plain git.",
    ),
    "refused-octopus": Text(
        ja="変更 {commit} は {count} 本の記録を一度に取り込んでいます。"
        "案は 1 件ずつ承認してください。",
        en="Change {commit} joins {count} histories at once. Approve proposals one "
        "at a time.",
    ),
    "refused-branch-too-old": Text(
        ja="変更 {commit} が取り込んだ案は、信頼の起点より前の版から作られています。"
        "案を最新の main に合わせてから、もう一度承認してください "
        "(sns approve が自動で行います)。",
        en="Change {commit} brings in a proposal begun before the introduction. Update "
        "the proposal to the current main and approve again (sns approve does so).",
    ),
    "refused-merge-not-clean": Text(
        ja="変更 {commit} には、案にも main にもない内容が含まれています ({path})。"
        "案のほうを直してから承認し直してください。"
        "館長が承認時に投稿を直した場合は Approver-Edited: yes と明記します。",
        en="Change {commit} holds content that is neither in the proposal nor on main "
        "({path}). Mend the proposal and approve again. A director who edits posts "
        "while approving declares it: Approver-Edited: yes.",
    ),
    "refused-time-backwards": Text(
        ja="変更 {commit} の日時 {at} は、その前に認められた変更の {last} より前です。"
        "作成した端末の時計を合わせ、承認し直してください。",
        en="The time of change {commit}, {at}, lies before the last accepted change, "
        "{last}. Set the clock of that machine and approve again.",
    ),
    "refused-time-future": Text(
        ja="変更 {commit} の日時 {at} は未来です。作成した端末の時計を合わせ、"
        "承認し直してください。",
        en="The time of change {commit}, {at}, lies in the future. Set the clock of "
        "that machine and approve again.",
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
        "新しい鍵は、先に館長が sns.toml に加えます。",
        en="Change {commit} ({committer}) is signed by nobody named in sns.toml. If it "
        "is right, the director approves it. New keys are first added to sns.toml by "
        "the director.",
    ),
    "refused-touch-missing": Text(
        ja="変更 {commit} は、セキュリティキーに触れずに署名されています。"
        "キーに触れて署名し直してください。",
        en="Change {commit} was signed by a security key that nobody touched. Sign "
        "again and touch the key.",
    ),
    "refused-key-expired": Text(
        ja="変更 {commit} は、{person} の期限切れの鍵で署名されています。"
        "館長が sns.toml の鍵を更新し、承認し直してください。",
        en="Change {commit} is signed with an expired key of {person}. The director "
        "renews the key in sns.toml; then approve again.",
    ),
    "refused-key-distrusted": Text(
        ja="変更 {commit} は、{person} の無効にされた鍵 (sns.toml の distrust) で"
        "署名されています。館長が別の鍵で承認し直してください。",
        en="Change {commit} is signed with a key of {person} that was declared lost "
        "(distrust in sns.toml). The director approves again with another key.",
    ),
    "refused-trailers-missing": Text(
        ja="変更 {commit} の説明文の最後の段落が署名欄 (Signed-off-by など) だけに"
        "なっていません。sns approve で承認し直してください。",
        en="The last paragraph of change {commit}'s message is no plain block of "
        "trailers (Signed-off-by …). Approve again with sns approve.",
    ),
    "refused-sign-off-wrong": Text(
        ja="変更 {commit} の最後の Signed-off-by が「{expected}」ではありません。"
        "本人が sns approve で承認し直してください。",
        en='The last Signed-off-by of change {commit} is not "{expected}". That person '
        "approves again with sns approve.",
    ),
    "refused-target-missing": Text(
        ja="変更 {commit} に承認の宛先 (Approval-Target: {expected}) がありません。"
        "sns approve で承認し直してください。",
        en="Change {commit} does not say what it approves for (Approval-Target: "
        "{expected}). Approve again with sns approve.",
    ),
    "refused-target-wrong": Text(
        ja="変更 {commit} の承認の宛先は「{found}」で、この図書館の「{expected}」では"
        "ありません。ここであらためて sns approve で承認してください。",
        en='Change {commit} was approved for "{found}", not for this library\'s '
        '"{expected}". Approve it here with sns approve.',
    ),
    "refused-content-wrong": Text(
        ja="変更 {commit} の内容が、承認時の内容 (Approved-Content: {said}) と"
        "違います (実際は {found})。内容を見直し、館長が承認し直してください。",
        en="The content of change {commit} is not what was approved (Approved-Content: "
        "{said}, found {found}). Look at it again; the director approves anew.",
    ),
}
