"""Sentences of the room `demo`: what happened, and why it matters."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "demo-library": Text(
        ja="図書館の記録と、職員・館長・自動処理のフォルダーを作りました({folder})"
        "。\n"
        "    信頼はこの変更から始まります: {introduction}。ここから先は、承認の"
        "ないものは何も認めません。",
        en="Made a library with folders for staff, director and CI ({folder}).\n"
        "    Trust starts at {introduction}: from here on nothing counts "
        "without approval.",
    ),
    "demo-settings": Text(
        ja="職員が設定の変更を出し、館長が署名して承認しました(宛先を @{handle} に)。\n"
        "    だれが承認できるかを決める設定も、館長の承認なしには変わりません。",
        en="Staff proposed a change of the settings and the director signed it "
        "(account @{handle}).\n"
        "    The rules of who may approve change only with the director's approval.",
    ),
    "demo-lint": Text(
        ja="職員が投稿案を2つ書きました。検査が曜日の誤りを1つ見つけて止めました。\n"
        "    だれかが読む前に、機械に分かる誤りはなくなります。職員が直しました。",
        en="Staff wrote two posts; lint stopped one for a wrong weekday.\n"
        "    Mistakes a machine can see are gone before anyone reads. Staff mended it.",
    ),
    "demo-approved": Text(
        ja="館長が内容を見て、署名つきで承認しました。その記録です。\n"
        "    署名は、承認した文そのものに結びついています。"
        "あとで1文字でも変われば無効です。",
        en="The director looked and approved with a signature. This is the record.\n"
        "    It binds exactly these bytes: any later change voids it.",
    ),
    "demo-past-director": Text(
        ja="職員が、館長を通さずに直接 main へ投稿を入れました。認められません。\n"
        "    ほかの承認はそのまま有効で、この投稿だけが出ません。",
        en="Staff pushed a post straight to main, past the director. It is refused.\n"
        "    What was approved still stands; only this post does not go out.",
    ),
    "demo-waits": Text(
        ja="開館前({at})に公開係が動きました。何も出ません。いつ出るかを示します。\n"
        "    公式アカウントの投稿は、開館時間の中だけです。",
        en="The publisher ran before opening ({at}). Nothing goes out; it says when.\n"
        "    The official account posts within opening hours only.",
    ),
    "demo-published": Text(
        ja="開館後({at})に公開係が動き、承認された2件を、実際のXと同じ通信で"
        "練習用サービスへ送りました。\n"
        "    送る前に「これから送る」という印が記録されます。",
        en="After opening ({at}) it sent the two approved posts to the rehearsal "
        "service through the real X channel.\n"
        "    The intent to send is recorded before anything is sent.",
    ),
    "demo-again": Text(
        ja="もう一度動かしても、二重には出ません。",
        en="Running it again sends nothing twice.",
    ),
    "demo-killed-after": Text(
        ja="サービスが受け付けた直後、返事を記録する前に、公開係を強制終了しました。\n"
        "    次の実行が自分の投稿一覧を読み、公開済みと確かめて記録しました。"
        "2つ目は出ていません。",
        en="The publisher was killed after the service accepted and before the "
        "receipt.\n"
        "    The next run read the timeline back, found the post and recorded it. No "
        "second post.",
    ),
    "demo-killed-before": Text(
        ja="こんどは、印を付けたあと、送る前に強制終了しました。"
        "次の実行は、まだ別の実行が送っている途中かもしれないので待ちます(終了コード5)。",
        en="Now it was killed after the claim and before the send. The next run waits: "
        "another run may still be sending (exit 5).",
    ),
    "demo-in-doubt": Text(
        ja="21分後、一覧にも見つからないため「公開されたか不明」として止まりました"
        "(終了コード6)。\n"
        "    推測で送り直すことはしません。人が確かめます。",
        en="21 minutes later it is not on the timeline either: in doubt (exit 6).\n"
        "    It never guesses and never sends again by itself. A person looks.",
    ),
    "demo-resolved": Text(
        ja="人が一覧を見て「送られていない」と決着させ、次の実行が送りました。",
        en="A person looked, settled it as not sent, and the next run sent it.",
    ),
    "demo-end": Text(
        ja="公開されたのは {posts} 件。どれも1回だけです。"
        "記録は archive/ にすべて残り、道具なしで読めます。",
        en="{posts} posts are public, each exactly once. The record in archive/ is "
        "complete and needs no tool to read.",
    ),
    "demo-kept": Text(
        ja="見てみるには\n    記録: {archive}\n    投稿一覧の画面: {page}",
        en="To look at\n    the archive: {archive}\n    the timeline page: {page}",
    ),
    "demo-not-kept": Text(
        ja="記録は {archive}、投稿一覧の画面は {page} にありました。いま片付けます。\n"
        "    残して中を見るには: sns demo --keep フォルダー名",
        en="The archive was in {archive}, the timeline page in {page}; both are now "
        "cleared away.\n    To keep them and look inside: sns demo --keep some-folder",
    ),
    "demo-failed": Text(
        ja="実演が予定どおりに進みませんでした。もう一度実行してください: "
        "{command} の終了コードが {expected} ではなく {status} でした。\n"
        "{output}",
        en="The demo did not go as it must: {command} exited with {status} "
        "instead of {expected}.\n"
        "{output}",
    ),
    "demo-moment-missed": Text(
        ja="実演が予定どおりに進みませんでした。もう一度実行してください: 待ってい"
        "た場面になりませんでした。",
        en="The demo did not go as it must: the awaited moment never came.",
    ),
    "demo-wrong-count": Text(
        ja="実演が予定どおりに進みませんでした。もう一度実行してください: サービス"
        "の投稿が {expected} 件ではなく {found} 件です。",
        en="The demo did not go as it must: {found} posts on the service instead "
        "of {expected}.",
    ),
    "demo-wrong-state": Text(
        ja="実演が予定どおりに進みませんでした。もう一度実行してください: 状態が "
        "{expected} ではなく {found} です。",
        en="The demo did not go as it must: the state is {found} instead of "
        "{expected}.",
    ),
}
