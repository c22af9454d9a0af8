"""Sentences of the room `review`: what the approver is shown and asked."""

from sns_cli.messages import Text

_PAGE: dict[str, Text] = {
    "review-title": Text(ja="承認前の確認", en="Before approving"),
    "review-note": Text(
        ja="これは案です。承認するまで、何も公開されません。",
        en="This is a proposal. Nothing is published until it is approved.",
    ),
    "review-branch": Text(ja="案: {name}", en="Proposal: {name}"),
    "review-again": Text(
        ja="すでに main にあり、承認されていない投稿",
        en="Posts on main that nobody entitled approved",
    ),
    "review-drafted": Text(
        ja="起案: {people}  最後に直したとき: {at}",
        en="Drafted by: {people}  Last changed: {at}",
    ),
    "review-drafted-by": Text(ja="起案: {people}", en="Drafted by: {people}"),
    "review-effects": Text(ja="承認すると", en="What approving does"),
    "review-previews": Text(ja="出る文", en="What goes out"),
    "review-changes": Text(
        ja="前に承認した内容との違い(〔－消えた言葉〕〔＋加わった言葉〕)",
        en="Changed since it was last approved (〔－gone〕〔＋new〕)",
    ),
    "review-others": Text(ja="投稿のほかに変わるもの", en="What else changes"),
    "review-findings": Text(ja="検査の指摘", en="Findings"),
    "review-duties": Text(
        ja="あなたにしか確かめられないこと", en="What only you can tell"
    ),
    "review-none": Text(
        ja="機械で分かる範囲では見つかりませんでした。",
        en="Nothing that a machine can see.",
    ),
    "review-new": Text(ja="{path}: はじめての投稿です。", en="{path}: a new post."),
    "review-moved": Text(
        ja="{path} (前の名前: {before})", en="{path} (it was {before})"
    ),
    "review-mode": Text(
        ja="{path} (種別が {mode} になります)", en="{path} (its mode becomes {mode})"
    ),
    "change-none": Text(ja="　文は変わりません。", en="　The text does not change."),
    "change-picture": Text(
        ja="　画像が替わります: {path}", en="　Another picture: {path}"
    ),
    "change-not-shown": Text(
        ja="　文でないか、長すぎるため、違いを示せません。中身を確かめてください。",
        en="　It is no text, or too long to be compared. Look at the file itself.",
    ),
}
_EFFECTS: dict[str, Text] = {
    "effect-sends": Text(
        ja="「{title}」を {account} に、{at} 以降に1回だけ出します(約 {cost} ドル)。",
        en='"{title}" goes out to {account} once, from {at} on (about {cost} USD).',
    ),
    "effect-published": Text(
        ja="「{title}」は {account} に公開済みです。公開した投稿は変わらず、"
        "もう一度出すこともありません。",
        en='"{title}" is public on {account} already. That stays as it is and is not '
        "sent again.",
    ),
    "effect-unsendable": Text(
        ja="「{title}」は、このままでは {account} に出ません: {why}",
        en='"{title}" cannot go out to {account} as it is: {why}',
    ),
    "effect-retracts": Text(
        ja="公開した投稿 {id} を {account} から削除します(時間外でも、停止中でも)。"
        "記録は残ります。",
        en="The published post {id} is deleted from {account}, at any hour and under "
        "any pause. The record stays.",
    ),
    "effect-unreadable": Text(
        ja="{path} は書き方に誤りがあるため、承認しても出ません。",
        en="{path} cannot be read, so that it is not sent even if approved.",
    ),
    "effect-removes": Text(
        ja="{path} を取りやめます。まだ出ていなければ、出なくなります。"
        "公開済みのものは消えません。",
        en="{path} is withdrawn: what has not gone out will not. What is public stays.",
    ),
    "effect-renames": Text(
        ja="{path} の名前を変えます。同じ投稿のままで、もう一度出ることはありません。",
        en="{path} gets another name. It stays the same post and is not sent again.",
    ),
    "effect-again": Text(
        ja="すでに main にあるファイル {count} 件を、いまの内容のまま承認します。",
        en="{count} files on main are approved as they stand.",
    ),
    "effect-settings": Text(
        ja="この図書館の設定(sns.toml)を変えます。だれが承認できるかも、"
        "これで決まります。このページにある違いを必ず読んでください。",
        en="The settings of the library (sns.toml) change, which also say who may "
        "approve. Read the difference on this page.",
    ),
    "effect-takes-over": Text(
        ja="{paths} には、認められていない変更がすでに入っています。それも承認した"
        "ことになります。このページの違いは、前に認められた内容と比べたものです。",
        en="{paths} already holds a change that nobody entitled made. It is approved "
        "along with this. The difference on this page is against what was last "
        "accepted.",
    ),
    "effect-cleared": Text(
        ja="この投稿の画像なども取り除きます: {paths}",
        en="Its pictures and other files go along: {paths}",
    ),
    "effect-files": Text(
        ja="投稿でないファイル {count} 件を変えます。",
        en="{count} files that are no posts change.",
    ),
}
_ASKING: dict[str, Text] = {
    "check-true": Text(
        ja="内容は正しいですか。ホームページや掲示と食い違いませんか。",
        en="Is it true, and does it agree with the website and the notices?",
    ),
    "check-harmless": Text(
        ja="人や団体を傷つけませんか。個人の情報は入っていませんか。",
        en="Does it hurt nobody, and hold nobody's personal data?",
    ),
    "check-public": Text(
        ja="図書館が公に言ってよいことですか。",
        en="May the library say it in public?",
    ),
    "check-pictures": Text(
        ja="画像を出してよいですか(写っている人、作った人の権利、説明の文)。",
        en="May the pictures be shown (who is in them, whose they are, their "
        "descriptions)?",
    ),
    "approval-ask-finding": Text(
        ja="上の点を確かめましたか", en="Did you look into this?"
    ),
    "approval-ask-duties": Text(
        ja="上の {count} 点を、すべて確かめましたか",
        en="Did you look into all {count} points above?",
    ),
    "approval-ask-error": Text(
        ja="直さずに承認しますか", en="Approve without mending this?"
    ),
    "approval-not-confirmed": Text(
        ja="承認しませんでした。何も変わっていません。"
        "起案者に、いまの点を伝えて直してもらってください。",
        en="Not approved. Nothing changed. Tell the drafter about this point.",
    ),
    "approval-unconfirmed": Text(
        ja="--yes のため、確かめた記録は残しません(確かめてください: {count} 件)。",
        en="Because of --yes nothing is recorded as looked into ({count} to check).",
    ),
    "approval-has-errors": Text(
        ja="直さなければならない指摘が {count} 件あるため、承認しませんでした。"
        "起案者に直してもらってください。"
        "それでも承認するときは --despite-errors を付けます。",
        en="Not approved: {count} findings must be mended first. Ask the drafter to "
        "mend them. To approve all the same, add --despite-errors.",
    ),
}
_WAITING: dict[str, Text] = {
    "waiting-none": Text(
        ja="承認を待っている案はありません。", en="No proposal waits for approval."
    ),
    "waiting-proposals": Text(
        ja="承認を待っている案: {count} 件(古い順)",
        en="Proposals that wait for approval: {count} (oldest first)",
    ),
    "waiting-titles": Text(ja="{title} ほか{count}件", en="{title} and {count} more"),
    "waiting-removes": Text(ja="{path} の取りやめ", en="withdrawing {path}"),
    "waiting-findings": Text(
        ja="検査の指摘: 直してください {errors}、確かめてください {warnings}",
        en="Findings: {errors} to mend, {warnings} to check",
    ),
    "waiting-due": Text(
        ja="公開: {at} 以降  費用 約 {cost} ドル",
        en="Goes out from {at} on  cost about {cost} USD",
    ),
    "waiting-rivals": Text(
        ja="同じ投稿の案がほかにもあります({names})。どれにするかを起案者に確かめて"
        "ください。",
        en="Other proposals are about the same post ({names}). Ask the drafters which "
        "it is to be.",
    ),
    "waiting-elsewhere": Text(
        ja="(ほかに、投稿にも設定にも関わらない案が {count} 件あります。)",
        en="({count} more proposals bring neither posts nor settings.)",
    ),
    "waiting-unapproved": Text(
        ja="main にあって、承認されていない投稿: {count} 件",
        en="Posts on main that nobody entitled approved: {count}",
    ),
    "waiting-deliveries": Text(
        ja="人が確かめないと進まない送信: {count} 件",
        en="Deliveries that a person must settle: {count}",
    ),
    "review-page-of-one": Text(
        ja="ページ(html)にできるのは1つの案だけです。案の名前も指定してください。",
        en="Only one proposal can be shown as a page: name it.",
    ),
    "waiting-unmergeable": Text(
        ja="いまの main と合わせられません。起案者に作り直してもらってください。",
        en="It cannot be brought together with main. Ask the drafter to make it anew.",
    ),
}

TEXTS: dict[str, Text] = {**_PAGE, **_EFFECTS, **_ASKING, **_WAITING}
