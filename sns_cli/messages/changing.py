"""Sentences of the room `changing`: what a director changes beside the posts."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "plan-changes": Text(ja="{path} をこう変えます:", en="Changes {path}:"),
    "plan-adds": Text(ja="{path} を加えます:", en="Adds {path}:"),
    "plan-removes": Text(ja="{path} を取り除きます:", en="Removes {path}:"),
    "plan-not-text": Text(
        ja="(文章ではないため、中身は表示しません)", en="(no text; not shown)"
    ),
    "change-question": Text(
        ja="この内容で署名し、main に入れますか", en="Sign this and put it onto main?"
    ),
    "change-declined": Text(ja="何も変えていません。", en="Nothing was changed."),
    "change-made": Text(
        ja="変えました({person}、変更 {commit})。次の処理から有効です。手元のフォルダー"
        "では、git pull のあと見られます。",
        en="Changed ({person}, change {commit}). It is in force from the next run on. "
        "Your own folder shows it after git pull.",
    ),
    "change-proposed": Text(
        ja="案「{branch}」を送りました。まだ何も変わっていません。"
        "館長が sns approve {branch} を実行すると有効になります。",
        en='Proposed as "{branch}". Nothing has changed yet: it takes effect when the '
        "director runs `sns approve {branch}`.",
    ),
    "change-proposed-page": Text(
        ja="案「{branch}」を送りました。まだ何も変わっていません。GitHub の画面で"
        "この案から pull request を作り、館長が承認して取り込むと有効になります"
        "(館長自身の名前で作ると、館長は承認できません)。",
        en='Proposed as "{branch}". Nothing has changed yet: open a pull request of it '
        "on GitHub; it takes effect when the director approves and merges it (the "
        "director cannot approve one of their own).",
    ),
    "change-lost": Text(
        ja="承認が無くなった投稿: {path}(出すには、館長が sns approve --again を"
        "実行します)",
        en="No longer approved: {path} (to publish it, the director runs `sns approve "
        "--again`)",
    ),
    "change-needs-director": Text(
        ja="これには館長の署名が要ります。何も変えていません。{why} "
        "館長の鍵が手元に無ければ、--propose を付けると、館長が承認する案になります。",
        en="This takes a director's signature. Nothing was changed. {why} Without the "
        "director's key, --propose makes it a proposal for the director to approve.",
    ),
    "change-by-page": Text(
        ja="この図書館では、館長は置き場所の画面で承認します。--propose を付けて案に"
        "し、画面で承認してください。何も変えていません。",
        en="In this library the director approves in the web page. Add --propose and "
        "approve the proposal there. Nothing was changed.",
    ),
    "change-not-edited": Text(
        ja="sns.toml の書き方のため、自動では書き換えられません。何も変えていません。"
        "sns.toml を手で直し、案として送って館長の承認を受けてください。",
        en="sns.toml is written in a form that cannot be edited by itself. Nothing was "
        "changed. Edit it by hand and propose it for the director's approval.",
    ),
    "settings-refused-first": Text(
        ja="sns.toml に、認められない変更が残っています。先に館長が sns repair "
        "(停止のためなら sns resume)で元に戻してください。何も変えていません。"
        "{refusal}",
        en="A refused change of sns.toml stands. The director first puts it back with "
        "`sns repair` (`sns resume` if it was a pause). Nothing was changed. {refusal}",
    ),
    "no-director-left": Text(
        ja="これを行うと、署名できる館長がいなくなります。何もしていません。先に"
        "「sns people key」か「sns people new-director」で館長の鍵を加えてください。"
        "署名できる鍵がもう無いときは、sns introduce で新しい起点を作ります。",
        en="After this, no director could sign any more. Nothing was done. First add a "
        "director's key with `sns people key` or `sns people new-director`. If no key "
        "is left that could sign, there is `sns introduce`.",
    ),
    "option-empty": Text(
        ja="{option} に値がありません。コンマで並べて書いてください。",
        en="{option} is empty. List its values, separated by commas.",
    ),
    "day-malformed": Text(
        ja="{option} の「{value}」は日付として読めません。例: 2027-04-01",
        en='"{value}" ({option}) is not a day. Example: 2027-04-01',
    ),
    "word-unknown-here": Text(
        ja="{option} の「{value}」は、ここにはありません。次から選んでください: "
        "{known}",
        en='"{value}" ({option}) is not known here. Choose from: {known}',
    ),
    "nothing-to-repair": Text(
        ja="元に戻すものはありません。投稿を承認し直すには sns approve --again を使って"
        "くださ"
        "い。",
        en="There is nothing to put back. Posts are approved with `sns approve "
        "--again`.",
    ),
    "repair-resumes": Text(
        ja="いまは、署名の無い停止が効いているために何も出ていません。元に戻すと停止も"
        "終わり、投稿がまた出はじめます。止めたままにするときは、進めないでください。",
        en="Nothing goes out now because of a pause that nobody entitled signed. Put "
        "back, it ends, and posting starts again. To stay paused, do not go on.",
    ),
    "repair-needs-key": Text(
        ja="記録(archive)を元に戻すには、館長の署名が要ります。案にはできません。館長の"
        "パソコンで sns repair を使ってください。何も変えていません。",
        en="To put records (archive) back takes the director's own signature and "
        "cannot "
        "be proposed. Run `sns repair` on the director's machine. Nothing was changed.",
    ),
    "repair-goes-on": Text(
        ja="承認されたら、もう一度 sns repair --propose を実行してください(ほかにもあれ"
        "ば、"
        "次の案を作ります)。",
        en="Once it is approved, run `sns repair --propose` again: it proposes the "
        "rest, "
        "if there is any.",
    ),
    "repaired": Text(
        ja="元に戻しました。正しい変更だったものは、案として出し直してください。",
        en="Put back. What was right after all is proposed anew.",
    ),
    "introduced": Text(
        ja="新しい信頼の起点です。紙にも控えてください。\n  {commit}\n"
        "次にすること\n"
        "1. 置き場所(GitHub なら Settings › Secrets and variables › Actions ›\n"
        "   Variables)の SNS_INTRODUCTION を、この値に変えます。\n"
        "2. 自分のパソコンで SNS_INTRODUCTION を設定している人は、同じ値に変えます。\n"
        "前の起点は docs/introductions.md に残しました。",
        en="The new introduction; note it on paper, too.\n  {commit}\n"
        "Next\n"
        "1. At the git host (GitHub: Settings > Secrets and variables > Actions >\n"
        "   Variables), set SNS_INTRODUCTION to it.\n"
        "2. Whoever sets SNS_INTRODUCTION on their own machine does so too.\n"
        "Former introductions are kept in docs/introductions.md.",
    ),
    "introduced-again": Text(
        ja="まだ出ていない投稿 {count} 件は、新しい起点からは承認されていません。"
        "中身を見て、新しい館長が sns approve --again で承認してください。",
        en="{count} posts that are not out are not approved as seen from there. The "
        "new "
        "director looks at them and runs `sns approve --again`.",
    ),
    "introduced-again-page": Text(
        ja="まだ出ていない投稿 {count} 件は、新しい起点からは承認されていません。"
        "取り消す案(GitHub の Revert)と出し直す案を、新しい館長が画面で承認して"
        "ください。",
        en="{count} posts that are not out are not approved as seen from there. The "
        "new director approves, in the web page, proposals that revert them and "
        "propose them anew.",
    ),
    "introduce-then": Text(
        ja="承認されたら、git pull のあともう一度 sns introduce を実行してください。"
        "新しい起点の番号が出ます。",
        en="Once it is approved, run git pull and `sns introduce` again: it tells the "
        "number of the new introduction.",
    ),
    "introduce-not-proposed": Text(
        ja="--director は案にできません(承認できる館長がいないときに使うためです)。"
        "--propose を外し、新しい館長の鍵を --key で指定してください。",
        en="--director cannot be proposed: it is for when no director is left who "
        "could approve. Leave out --propose and name the new director's --key.",
    ),
    "introduce-unanswered": Text(
        ja="気をつけてください。確かめられていない変更は、新しい起点では認められません"
        "(投稿の外なら元に戻ります)。{refusal}",
        en="Take care: a change that is not proven does not count from the new "
        "introduction on (outside posts it is put back). {refusal}",
    ),
    "change-unanswered": Text(
        ja="承認されたかどうかをまだ確かめられない変更があるため、何もしませんでした。"
        "{refusal}",
        en="Nothing was done, since it cannot be told yet whether a change counts. "
        "{refusal}",
    ),
    "director-account-missing": Text(
        ja="この図書館では、館長は GitHub の画面で承認します。新しい館長の GitHub の"
        "アカウント名を --github で指定してください。",
        en="In this library the director approves in GitHub's web page. Name the new "
        "director's account at GitHub with --github.",
    ),
    "introduce-key-missing": Text(
        ja="--director には、新しい館長の秘密の鍵のファイルも --key で指定してください"
        "。",
        en="With --director, name the new director's private key with --key, too.",
    ),
    "introduce-blocked": Text(
        ja="認められない変更が残っているため、起点を進められません。先に館長が "
        "sns repair を使ってください。何もしていません。{refusal}",
        en="A refused change stands, so the introduction cannot be moved. The director "
        "first runs `sns repair`. Nothing was done. {refusal}",
    ),
    "introduce-undelivered": Text(
        ja="承認済みでまだ出ていない投稿があるため、起点を進められません(進めると承認が"
        "無くなります): {posts}。出てから、もう一度実行してください。"
        "何もしていません。",
        en="Approved posts are not out yet and would lose their approval: {posts}. Run "
        "it again when they are. Nothing was done.",
    ),
    "introduce-lapsed": Text(
        ja="効力を失った事前承認が残っているため、起点を進められません(進めると効力が"
        "戻ります): {grants}。先に sns grant end で取り除いてください。何もしていません"
        "。",
        en="Grants that have lapsed would come to life again: {grants}. First take "
        "them "
        "out with `sns grant end`. Nothing was done.",
    ),
    "introduce-stray": Text(
        ja="承認されていない画像などがあるため、起点を進められません(進めると承認済みに"
        "なります): {paths}。先に sns approve --again で承認するか、取り除いて"
        "ください。"
        "何もしていません。",
        en="Files that nobody approved would count as approved: {paths}. First approve "
        "them with `sns approve --again`, or remove them. Nothing was done.",
    ),
}
