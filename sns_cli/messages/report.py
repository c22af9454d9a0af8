"""Sentences of the room `report`: headings and the parts of tables."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "authenticated": Text(
        ja="{introduction} から {head} まで、{commits} 件の変更を確かめました。"
        "投稿 {posts} 件のうち、承認が証明できたものは {approved} 件です。",
        en="Checked {commits} changes from {introduction} to {head}. "
        "{approved} of {posts} posts are proven to be approved.",
    ),
    "proven-post": Text(ja="投稿", en="post"),
    "proven-by": Text(ja="承認した人", en="approved by"),
    "proven-at": Text(ja="日時", en="on"),
    "proven-evidence": Text(ja="証拠", en="evidence"),
    "proven-grant": Text(ja="事前承認・理由", en="grant or reason"),
    "proven-edited": Text(
        ja="承認した人が、承認のときに直しています",
        en="edited by the approver while approving",
    ),
    "evidence-signature": Text(ja="署名", en="signature"),
    "evidence-sign-off": Text(
        ja="署名欄だけ(練習用)", en="sign-off alone (for training)"
    ),
    "evidence-platform": Text(
        ja="置き場所(GitHub)の記録による", en="asserted by the platform"
    ),
    "refusal-standing": Text(
        ja="× 認められない変更 {commit} [{rule}]",
        en="× refused change {commit} [{rule}]",
    ),
    "refusal-old": Text(
        ja="- 認められなかった変更 {commit} [{rule}](その後に正されています)",
        en="- refused change {commit} [{rule}] (put right since)",
    ),
    "day-closed": Text(ja="休館", en="closed"),
    "id-taken-twice": Text(
        ja="同じ番号「{id}」の投稿が2つ以上あります({paths})。"
        "どちらも投稿しません。片方の id を変えてください。",
        en='More than one post has the id "{id}" ({paths}). None is sent: change the '
        "id of one of them.",
    ),
    "post-unreadable": Text(
        ja="承認されていますが、書き方に誤りがあるため投稿できません"
        "({line} 行目: {fault})。起案者が直し、もう一度承認を受けてください。",
        en="It is approved but cannot be published, since its form is wrong (line "
        "{line}: {fault}). The drafter mends it and it is approved again.",
    ),
    "paused-by-environment": Text(
        ja="停止中です(SNS_PAUSED: {reason})。何も投稿しません。",
        en="Paused (SNS_PAUSED: {reason}). Nothing is sent.",
    ),
    "paused-by-settings": Text(
        ja="停止中です(sns.toml の [paused]: {reason})。何も投稿しません。",
        en="Paused ([paused] in sns.toml: {reason}). Nothing is sent.",
    ),
    "publishing-blocked": Text(
        ja="認められない変更 {commit} が「{path}」に残っているため、何も投稿しません: "
        "{refusal}",
        en='The refused change {commit} still stands in "{path}", so nothing is '
        "published: {refusal}",
    ),
    "status-no-posts": Text(
        ja="投稿はありません。作った案は、git commit のあと、ここに「案」と出ます。",
        en="There are no posts. A draft shows here after git commit.",
    ),
    "no-posts": Text(ja="投稿はありません。", en="There are no posts."),
    "changed-after-publication": Text(
        ja="公開したあとに原稿が変わっています。公開済みの投稿は変わらず、"
        "もう一度送ることもありません。訂正を出すには"
        "「sns correct {id}」を実行してください。",
        en="The file was changed after it was published. What is public stays as it is "
        "and is not sent again. To publish a correction, run `sns correct {id}`.",
    ),
    "event-reason": Text(ja="({reason})", en="({reason})"),
    "state-draft": Text(ja="案", en="draft"),
    "state-refused": Text(ja="承認されていません", en="not approved"),
    "state-approved": Text(
        ja="承認済み(投稿できません)", en="approved, not fit to send"
    ),
    "state-waiting": Text(ja="待っています", en="waiting"),
    "state-due": Text(ja="出す時刻です", en="due"),
    "state-overdue": Text(ja="出す時刻を24時間過ぎています", en="overdue by 24 hours"),
    "state-done": Text(ja="公開済み", en="done"),
    "state-expired": Text(ja="期限が過ぎました", en="expired"),
    "state-withdrawn": Text(ja="取りやめられました", en="withdrawn"),
    "delivery-waiting": Text(ja="待っています", en="waiting"),
    "delivery-due": Text(ja="出す時刻です", en="due"),
    "delivery-overdue": Text(ja="遅れています", en="overdue"),
    "delivery-expired": Text(ja="期限切れ", en="expired"),
    "delivery-blocked": Text(ja="止まっています", en="blocked"),
    "delivery-claimed": Text(ja="送っているところです", en="being sent"),
    "delivery-published": Text(ja="公開しました", en="published"),
    "delivery-not-sent": Text(ja="送られませんでした", en="not sent"),
    "delivery-rejected": Text(ja="断られました", en="rejected"),
    "delivery-in-doubt": Text(
        ja="公開されたか不明です(人が確かめてください)", en="in doubt: a person looks"
    ),
    "delivery-retracted": Text(ja="取り下げました", en="taken down"),
    "delivery-withdrawn": Text(ja="取りやめました", en="withdrawn"),
    "delivery-broken": Text(ja="記録が壊れています", en="broken record"),
    "nothing-to-publish": Text(
        ja="いま投稿するものはありません。", en="Nothing to publish now."
    ),
    "unapproved-posts": Text(
        ja="承認されていない投稿が {count} 件あります(投稿しません): {paths}",
        en="{count} posts are not approved and are not sent: {paths}",
    ),
    "problems-title": Text(ja="人を待っている投稿", en="Posts that need somebody"),
    "no-problems": Text(
        ja="人を待っている投稿はありません。", en="No post needs anybody."
    ),
    "findings-title": Text(ja="検査の結果", en="Findings"),
    "findings-error": Text(ja="直してください", en="To mend"),
    "findings-waived": Text(ja="理由つきで外したもの", en="Waived, with reasons"),
    "findings-warning": Text(ja="確かめてください", en="To check"),
    "findings-info": Text(ja="お知らせ", en="For information"),
    "findings-hint": Text(ja="対処: {hint}", en="What to do: {hint}"),
    "findings-more": Text(ja="詳しく: sns rules {rule}", en="More: sns rules {rule}"),
    "findings-clause": Text(ja="根拠: {clause}", en="Clause: {clause}"),
    "findings-count": Text(
        ja="投稿{posts}件: 直してください {errors}、確かめてください {warnings}、"
        "お知らせ {infos}、理由つきで外したもの {waived}",
        en="{posts} posts: {errors} to mend, {warnings} to check, {infos} for "
        "information, {waived} waived",
    ),
    "findings-none": Text(
        ja="機械で分かる範囲では見つかりませんでした。次の点は人が確かめてください:"
        "内容が正しいか、人や団体を傷つけないか、公開してよい情報か。",
        en="Nothing that a machine can see. What people must still check: is it true, "
        "does it hurt nobody, may it be public?",
    ),
    "findings-no-post": Text(
        ja="検査する投稿はありませんでした(設定 sns.toml は読み取れました)。"
        "投稿は posts/年/月/名前.md に置きます。",
        en="There was no post to check (the settings in sns.toml could be read). Posts "
        "are files posts/YYYY/MM/<name>.md.",
    ),
}
