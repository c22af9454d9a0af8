"""Sentences of the room `draft`: writing a post file, and choosing which to check."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "draft-exists": Text(
        ja="「{path}」はすでにあります。上書きはしません。別の名前を指定してください。",
        en='"{path}" is there already and is not overwritten. Choose another name.',
    ),
    "slug-malformed": Text(
        ja="「{value}」はファイルの名前に使えません。「ohanashikai」や「おはなし会」の"
        "ような短い名前を、フォルダーや .md を付けずに指定してください。",
        en='"{value}" cannot be the name of a file. Give a short name such as '
        "ohanashikai, without folders and .md.",
    ),
    "id-taken": Text(
        ja="番号「{id}」は、ほかの投稿ですでに使われています。"
        "まだ使っていない番号にするか、--id を外してください。",
        en='Another post has or had the id "{id}". Choose one that was never used, or '
        "leave --id out.",
    ),
    "draft-invalid": Text(
        ja="この指定では投稿を作れません。直して、もう一度実行してください: {fault}",
        en="No post can be made of this: {fault}",
    ),
    "choice-unknown": Text(
        ja="{option} に「{value}」は使えません。次のどれかにしてください: {known}",
        en='{option} cannot be "{value}". Use one of: {known}',
    ),
    "no-next-opening": Text(
        ja="これから開館する時刻が開館カレンダーに見つからないため、"
        "--publish-at next は使えません。sns calendar で確かめてください。",
        en="The calendars hold no opening to come, so --publish-at next has no "
        "meaning. See sns calendar.",
    ),
    "ask-category": Text(ja="区分の番号を選んでください", en="Number of the category"),
    "ask-basis": Text(
        ja="根拠の番号を選んでください(あとで書くなら、そのまま Enter)",
        en="Number of the basis (just Enter to write it later)",
    ),
    "ask-title": Text(
        ja="件名(台帳に残る名前。あとで書くなら、そのまま Enter)",
        en="Title, for the ledger (just Enter to write it later)",
    ),
    "ask-source": Text(
        ja="元のページのアドレス(あとで書くなら、そのまま Enter)",
        en="Address of the page (just Enter to write it later)",
    ),
    "ask-again": Text(
        ja="「{value}」は選べません。番号か名前を入れてください。",
        en='"{value}" is no choice. Type a number or a name.',
    ),
    "input-ended": Text(
        ja="答えが途中で終わりました。何も作っていません。もう一度実行してください。",
        en="The answers ended too early. Nothing was made.",
    ),
    "basis-website": Text(
        ja="ア ホームページに掲載したもの", en="website: is on the library's website"
    ),
    "basis-announced": Text(
        ja="イ ほかの手段で知らせたもの",
        en="announced: citizens were told in another way",
    ),
    "basis-collection": Text(
        ja="ウ 資料の紹介や市内の情報",
        en="collection: about the collection or the city",
    ),
    "basis-director": Text(
        ja="エ 館長が適当と認めるもの", en="director: what the director finds fit"
    ),
    "draft-made": Text(
        ja="投稿のひな形を作りました: {path}\n"
        "\n"
        "次にすること\n"
        "1. このファイルを開き、「○○」や「ここに…を書く」の所を書き直します。\n"
        "2. 検査します:  sns lint {path}\n"
        "3. 出る文を見ます:  sns preview {path}\n"
        "4. 変更として送り、館長の承認を受けます。承認されるまで公開されません。",
        en="Made a post to be filled in: {path}\n"
        "\n"
        "Next\n"
        "1. Open the file and replace every TODO.\n"
        "2. Check it:  sns lint {path}\n"
        "3. See what goes out:  sns preview {path}\n"
        "4. Propose it for the director's approval. Until then nothing is published.",
    ),
    "draft-renamed": Text(
        ja="ファイルの名前に使えない文字があったため、「{asked}」を「{name}」にしました。",
        en='"{asked}" holds characters that no file name may have; it is called '
        '"{name}".',
    ),
    "draft-time-past": Text(
        ja="お知らせ: {at} はもう過ぎています。承認されると、すぐに"
        "(閉館中なら次の開館で)出ます。",
        en="Note: {at} is past. Once approved it goes out at once, or when the library "
        "opens next.",
    ),
    "draft-time-closed": Text(
        ja="お知らせ: {why} このままでは {next_opening} に出ます。その時間に出すなら "
        "outside_hours_reason に理由を書きます。",
        en="Note: {why} As it is, it goes out on {next_opening}. To send it at that "
        "time, give an outside_hours_reason.",
    ),
    "draft-time-never": Text(
        ja="お知らせ: {why} このままでは出ません。",
        en="Note: {why} As it is, it never goes out.",
    ),
    "source-not-web": Text(
        ja="「{value}」は、元のページのアドレスに使えません。https:// か http:// で"
        "始まるアドレスを指定してください。",
        en='"{value}" cannot be the address of the page. Give one that begins with '
        "https:// or http://.",
    ),
    "selection-twice": Text(
        ja="PATH、--staged、--base は、どれか1つだけを指定してください。",
        en="Use only one of PATH, --staged and --base.",
    ),
    "base-unknown": Text(
        ja="--base の「{name}」という変更は、この複製にありません。"
        "名前を確かめ、正しければ git fetch で取り込んでから、"
        "もう一度実行してください。",
        en='There is no commit "{name}" (--base) in this clone. Check the name; if it '
        "is right, run git fetch and try again.",
    ),
    "base-unrelated": Text(
        ja="--base の「{name}」は、いまの変更とつながりのない別の履歴です。"
        "同じ図書館の main(例 origin/main)を指定してください。",
        en='"{name}" (--base) has no history in common with what is here. Name main '
        "of the same library, such as origin/main.",
    ),
}
