"""Refusals because a change proves no signer, or not what it says."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-commit-malformed": Text(
        ja="変更 {commit} は通常の形で記録されていません ({detail})。{way}",
        en="Change {commit} is not recorded in the usual form ({detail}). {way}",
    ),
    "refused-octopus": Text(
        ja="変更 {commit} は {count} 本の記録を一度に取り込んでいます。案は 1 件ず"
        "つ承認します。{way}",
        en="Change {commit} joins {count} histories at once; proposals are "
        "approved one at a time. {way}",
    ),
    "refused-branch-too-old": Text(
        ja="変更 {commit} が取り込んだ案は、信頼の起点より前の版から作られています"
        "(sns approve を使えば、最新の内容に合わせてから承認されます)。{way}",
        en="Change {commit} brings in a proposal begun before the introduction "
        "(`sns approve` brings it up to date first). {way}",
    ),
    "refused-merge-not-clean": Text(
        ja="変更 {commit} には、案にも main にもない内容が含まれています ({path})"
        "。館長が承認のときに投稿を直したなら、説明文に Approver-Edited: yes が"
        "要ります。{way}",
        en="Change {commit} holds content that is neither in the proposal nor on "
        "main ({path}). A director who edits posts while approving declares "
        "it: Approver-Edited: yes. {way}",
    ),
    "refused-time-backwards": Text(
        ja="変更 {commit} の日時 {at} は、その前に認められた変更の {last} より前で"
        "す。その変更を作った人は、パソコンの時計を合わせてください。{way}",
        en="The time of change {commit}, {at}, lies before the last accepted "
        "change, {last}. Whoever made it sets the clock of their machine. {way}",
    ),
    "refused-time-future": Text(
        ja="変更 {commit} の日時 {at} は未来です。その変更を作った人は、パソコンの"
        "時計を合わせてください。{way}",
        en="The time of change {commit}, {at}, lies in the future. Whoever made "
        "it sets the clock of their machine. {way}",
    ),
    "refused-unsigned": Text(
        ja="変更 {commit} ({committer}) には署名がありません。{way}",
        en="Change {commit} ({committer}) is not signed. {way}",
    ),
    "refused-signature-malformed": Text(
        ja="変更 {commit} の署名は正しい形の SSH 署名ではありません ({detail})。{way}",
        en="The signature of change {commit} is not a well-formed SSH signature "
        "({detail}). {way}",
    ),
    "refused-signature-invalid": Text(
        ja="変更 {commit} の署名は内容と合いません。改ざんされたか壊れています。取"
        "り込みの経緯を調べてください。{way}",
        en="The signature of change {commit} does not fit its content: it was "
        "tampered with or damaged. Find out how it got in. {way}",
    ),
    "refused-signer-unknown": Text(
        ja="変更 {commit} ({committer}) は sns.toml に載っていない人の署名です。新"
        "しい鍵は、先に館長が sns people key で加えます。{way}",
        en="Change {commit} ({committer}) is signed by nobody named in sns.toml. "
        "The director first adds new keys with `sns people key`. {way}",
    ),
    "refused-touch-missing": Text(
        ja="変更 {commit} は、セキュリティキーに触れずに署名されています。{way}",
        en="Change {commit} was signed by a security key that nobody touched. {way}",
    ),
    "refused-key-expired": Text(
        ja="変更 {commit} は、{person} の期限切れの鍵で署名されています。新しい鍵"
        "は、館長が sns people key で加えます。{way}",
        en="Change {commit} is signed with an expired key of {person}. The "
        "director adds a new one with `sns people key`. {way}",
    ),
    "refused-key-distrusted": Text(
        ja="変更 {commit} は、{person} の無効にされた鍵 (sns.toml の distrust) で"
        "署名されています。{way}",
        en="Change {commit} is signed with a key of {person} that was declared "
        "lost (distrust in sns.toml). {way}",
    ),
    "refused-distrust-undoes-itself": Text(
        ja="変更 {commit} の {path} は鍵を無効にします (distrust) が、それに従うとこ"
        "の変更自体も認められなくなるため、採用しません。鍵をなくしたのなら、別の館"
        "長の鍵で無効にし直してください。その鍵がなければ、新しい起点から始めます ("
        "sns introduce --director)。{way}",
        en="{path} in change {commit} declares a key lost (distrust), but then that "
        "change would not count itself, so it does not. If a key was lost, declare it "
        "with another director's key; without one, begin from a new introduction "
        "(sns introduce --director). {way}",
    ),
    "refused-trailers-missing": Text(
        ja="変更 {commit} の説明文の最後の段落が署名欄 (Signed-off-by など) だけに"
        "なっていません(sns approve が正しく書きます)。{way}",
        en="The last paragraph of change {commit}'s message is no plain block of "
        "trailers (Signed-off-by …; `sns approve` writes it). {way}",
    ),
    "refused-sign-off-wrong": Text(
        ja="変更 {commit} の最後の Signed-off-by が「{expected}」ではありません("
        "sns approve が正しく書きます)。{way}",
        en='The last Signed-off-by of change {commit} is not "{expected}" (`sns '
        "approve` writes it). {way}",
    ),
    "refused-target-missing": Text(
        ja="変更 {commit} に承認の宛先 (Approval-Target: {expected}) がありません("
        "sns approve が正しく書きます)。{way}",
        en="Change {commit} does not say what it approves for (Approval-Target: "
        "{expected}; `sns approve` writes it). {way}",
    ),
    "refused-target-wrong": Text(
        ja="変更 {commit} の承認の宛先は「{found}」で、この図書館の「{expected}」"
        "ではありません。{way}",
        en='Change {commit} was approved for "{found}", not for this library\'s '
        '"{expected}". {way}',
    ),
    "refused-content-wrong": Text(
        ja="変更 {commit} の内容が、承認時の内容 (Approved-Content: {said}) と違い"
        "ます (実際は {found})。{way}",
        en="The content of change {commit} is not what was approved "
        "(Approved-Content: {said}, found {found}). {way}",
    ),
}
