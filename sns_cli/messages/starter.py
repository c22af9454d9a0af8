"""Sentences of ``sns init``: what it asks, what it made, what to set where."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "ask-library": Text(
        ja="館の名前(あとでも直せます)",
        en="Name of the library (can be changed later)",
    ),
    "ask-director-account": Text(
        ja="館長の GitHub のアカウント名(例 yamada-hanako)",
        en="The director's account at GitHub (yamada-hanako)",
    ),
    "ask-repository": Text(
        ja="置き場所での名前(例 example/library-sns。あとでも直せます)",
        en="Its name at the git host (example/library-sns; can be changed later)",
    ),
    "library-made": Text(
        ja="図書館のフォルダーを作りました: {folder}\n"
        "\n"
        "次にすること(GitHub の画面の名前で書きます。Settings は置き場所の設定です)\n"
        "\n"
        "1. GitHub に空の置き場所を作り、上げます。Public なら無料で足ります。\n"
        "   Private にするなら GitHub Pro か Team が要ります(無料のままでは、\n"
        "   2 の Environments と 5 の Rules がありません)。\n"
        "     cd {shell_folder}\n"
        "     git remote add origin git@github.com:{repository}.git\n"
        "     git push -u origin main\n"
        "2. Settings › Environments で production を作ります。\n"
        "     Deployment branches は main だけにします。\n"
        "     Required reviewers は置きません(決裁は館長の承認で済んでいます)。\n"
        "3. production の Environment secrets に登録します。\n"
        "     SNS_PUBLISHER_KEY        {publisher_key} の中身をそのまま\n"
        "     SNS_X_CONSUMER_KEY, SNS_X_CONSUMER_SECRET,\n"
        "     SNS_X_ACCESS_TOKEN, SNS_X_ACCESS_TOKEN_SECRET\n"
        "                              本番の X を使うときに(練習のあいだは不要)\n"
        "4. Settings › Deploy keys に、公開係の公開の鍵を登録します。\n"
        "   Allow write access に印を付けます。\n"
        "     {publisher_line}",
        en="Made the library's folder: {folder}\n"
        "\n"
        "Next (in the words of GitHub's pages; Settings are the repository's)\n"
        "\n"
        "1. Make an empty repository at GitHub and push. Public costs nothing.\n"
        "   Private takes GitHub Pro or Team (GitHub Free has neither the\n"
        "   environments of 2 nor the rules of 5 for it).\n"
        "     cd {shell_folder}\n"
        "     git remote add origin git@github.com:{repository}.git\n"
        "     git push -u origin main\n"
        "2. Settings > Environments: make production.\n"
        "     Deployment branches: main only.\n"
        "     No required reviewers (the director's approval is the decision).\n"
        "3. Environment secrets of production:\n"
        "     SNS_PUBLISHER_KEY        the content of {publisher_key}\n"
        "     SNS_X_CONSUMER_KEY, SNS_X_CONSUMER_SECRET,\n"
        "     SNS_X_ACCESS_TOKEN, SNS_X_ACCESS_TOKEN_SECRET\n"
        "                              for the real X (not needed to rehearse)\n"
        "4. Settings > Deploy keys: add the publisher's public key, with\n"
        "   Allow write access.\n"
        "     {publisher_line}",
    ),
    "library-approves-signed": Text(
        ja="5. Settings › Rules で main を守ります。\n"
        "     Restrict deletions と Block force pushes に印を付け、例外(Bypass list)\n"
        "     は空にします。直接の書き込みを禁じるときは、別の規則を作り、\n"
        "     そこでだけ館長と Deploy keys を例外にします。\n"
        "   Settings › General › Pull Requests で、Squash merging と Rebase merging\n"
        "   の印を外します。画面の Merge pull request のボタンは押しません。\n"
        "   館長は、自分のパソコンで sns approve を使います(ボタンで入れた投稿は、\n"
        "   承認になりません)。\n"
        "6. {shell_folder}/sns.toml の館名・開館時間・アカウントを直します。\n"
        "   この変更も、館長が sns approve で承認します。",
        en="5. Settings > Rules: protect main.\n"
        "     Restrict deletions, Block force pushes; nobody bypasses this one.\n"
        "     If pushes are restricted, do it in a second ruleset, which the director\n"
        "     and Deploy keys bypass.\n"
        "   Settings > General > Pull Requests: turn off squash merging and rebase\n"
        "   merging. Nobody presses Merge pull request: the director uses\n"
        "   sns approve (what a button merged is not approved).\n"
        "6. Set name, opening hours and account in {shell_folder}/sns.toml. The\n"
        "   director approves that change too, with sns approve.",
    ),
    "library-approves-page": Text(
        ja="5. Settings › General › Pull Requests で、Allow merge commits だけに印を\n"
        "   付けます。Allow squash merging と Allow rebase merging の印は外します\n"
        "   (それで取り込むと、承認の証拠が残りません)。\n"
        "   Settings › Rules で main を守ります。\n"
        "     Restrict deletions と Block force pushes に印を付け、例外(Bypass list)\n"
        "     は空にします。別の規則で Require a pull request before merging に印を\n"
        "     付け、そこでだけ Deploy keys を例外にします。\n"
        "   館長(GitHub の {account})は、案の画面で Approve を選んで送り、\n"
        "   Merge pull request を自分で押します。それが承認です。\n"
        "   自分の案は自分では Approve できません。案は、館長とは別のアカウントで\n"
        "   出します(手引き「GitHub の画面で承認する」)。\n"
        "6. {shell_folder}/sns.toml の館名・開館時間・アカウントを直します。\n"
        "   この変更も、別のアカウントで案として出し、館長が画面で承認します。",
        en="5. Settings > General > Pull Requests: allow merge commits only. Turn off\n"
        "   Allow squash merging and Allow rebase merging (they leave no evidence).\n"
        "   Settings > Rules: protect main.\n"
        "     Restrict deletions, Block force pushes; nobody bypasses this one.\n"
        "     In a second ruleset: Require a pull request before merging, which only\n"
        "     Deploy keys bypass.\n"
        "   The director ({account} at GitHub) chooses Approve on the page of a\n"
        "   proposal, and presses Merge pull request in person. That approves.\n"
        "   Nobody can approve a pull request of their own: proposals come from\n"
        "   other accounts (guide: approving on GitHub).\n"
        "6. Set name, opening hours and account in {shell_folder}/sns.toml. That\n"
        "   change, too, is proposed from another account and approved on the page.",
    ),
    "library-goes-live": Text(
        ja="7. 本番にするときに、Settings › Secrets and variables › Actions ›\n"
        "   Variables に登録します。登録すると自動の公開が始まります。\n"
        "   この番号は信頼の起点です。紙にも控えます。\n"
        "     SNS_INTRODUCTION         {introduction}\n"
        "   館長と職員にもこの番号を伝えます。自分のパソコンでは、環境変数\n"
        "   SNS_INTRODUCTION に設定します(館長・職員の手引きの1章)。\n"
        "     SNS_RUNNER               館のパソコンで動かすときだけ、その名札\n"
        "                              (案の検査はそこでは動きません。手引きの5章)\n"
        "8. 公開係の鍵のファイルは、登録が済んだら安全な場所にしまい、\n"
        "   このパソコンから消します: {publisher_key}\n"
        "\n"
        "自動の処理にかかる Actions の時間: 予定の分だけで月に約{minutes}分\n"
        "(承認や案の検査のたびに、さらに1分ほど。公開の置き場所では無料、\n"
        "非公開では GitHub Pro か Team に月{free_minutes}分まで含まれます)",
        en="7. To go live: Settings > Secrets and variables > Actions > Variables.\n"
        "   Publishing starts once the id is there. Trust starts at this id: note it\n"
        "   on paper too.\n"
        "     SNS_INTRODUCTION         {introduction}\n"
        "   Director and staff set the same id as the environment variable\n"
        "   SNS_INTRODUCTION on their own machines (their guides, chapter 1).\n"
        "     SNS_RUNNER               label of your own machine, only if you use one\n"
        "                              (proposals are not checked there: guide, 5)\n"
        "8. When all is registered, put the publisher's key away and delete it from\n"
        "   this machine: {publisher_key}\n"
        "\n"
        "Actions minutes of the schedule alone: about {minutes} a month\n"
        "(each approval and each check of a proposal adds about one; public "
        "repositories pay nothing, GitHub Pro and Team include {free_minutes})",
    ),
    "account-name-malformed": Text(
        ja="「{value}」は GitHub のアカウント名ではありません。"
        "半角の英数字とハイフンで指定してください(例 yamada-hanako)。",
        en='"{value}" is no account name of GitHub. Use letters, digits and hyphens '
        "(yamada-hanako).",
    ),
    "upgrade-new": Text(ja="加えました: {path}", en="added: {path}"),
    "upgrade-changed": Text(ja="書き直しました: {path}", en="rewritten: {path}"),
    "upgrade-removed": Text(ja="取り除きました: {path}", en="removed: {path}"),
    "upgrade-nothing": Text(
        ja="もう {version} 版です。変えるものはありません。",
        en="Version {version} is there already; nothing to change.",
    ),
    "upgrade-done": Text(
        ja="{version} 版にしました。まだ手元だけの変更です。案として送り、"
        "館長か情報担当が署名して承認します。",
        en="This is version {version}, in this folder alone so far. Propose the "
        "change; the director or the maintainer signs it.",
    ),
    "upgrade-own-lines": Text(
        ja="作業の手順(.github/workflows/)に自分で加えた行(アカウントの接続情報など)は、"
        "書き直しで消えています。git diff で見て、要る行を戻してください。",
        en="Lines that you added to the workflows yourselves (such as an account's "
        "credentials) are gone. See git diff and put back those you need.",
    ),
    "repository-malformed": Text(
        ja="「{value}」は置き場所の名前ではありません。GitHub のアドレスの終わりの"
        "「持ち主/名前」だけを指定してください(例 example/library-sns)。",
        en='"{value}" is no repository. Give the end of its address at GitHub, '
        "owner/name (example/library-sns).",
    ),
    "publisher-key-in-the-way": Text(
        ja="公開係の鍵を書く場所「{path}」に、もうファイルがあります。上書きはしません。"
        "それを使うなら --publisher-key で指定し、要らなければ移してください。",
        en='There already is a file "{path}", where the publisher\'s key would go. It '
        "is not overwritten: name it with --publisher-key, or move it away.",
    ),
    "program-incomplete": Text(
        ja="プログラムのファイル「{path}」がありません。入れ直してください。",
        en='The program\'s own file "{path}" is missing. Install it again.',
    ),
    "how-to-approve-signature": Text(
        ja="**承認のしかた** 館長({directors})が、自分のパソコンで "
        "`sns approve 案の名前` を使って署名します。\n\n"
        "**この画面の Merge pull request は押しません。** 押すと投稿は main に"
        "入りますが、承認にはならず、公開されません。\n\n"
        "もし押してしまったら、館長が `sns approve --again` を使ってください。",
        en="**How to approve** The director ({directors}) signs on their own machine, "
        "with `sns approve BRANCH`.\n\n"
        "**Do not press Merge pull request on this page.** The post would get to main, "
        "but it would not be approved and not be published.\n\n"
        "If it was pressed, the director uses `sns approve --again`.",
    ),
    "how-to-approve-platform": Text(
        ja="**承認のしかた** 館長({directors})が、この画面で内容を見て Approve にし、"
        "Create a merge commit を選んで Merge pull request を押します。\n\n"
        "**Squash and merge と Rebase and merge は押さないでください。** "
        "だれが承認したかの証拠が消え、公開されません。",
        en="**How to approve** The director ({directors}) reviews on this page, "
        "chooses Approve, and presses Merge pull request as Create a merge commit.\n\n"
        "**Do not press Squash and merge or Rebase and merge.** They destroy the "
        "evidence of who approved, and nothing is published.",
    ),
    "how-to-approve-sign-off": Text(
        ja="**承認のしかた(練習用の設定)** 館長({directors})が、自分のパソコンで "
        "`sns approve 案の名前` を使います。署名はしません。\n\n"
        "**この画面の Merge pull request は押しません。** 押しても承認にはならず、"
        "公開されません。\n\n"
        "本番では sns.toml の evidence を signature にしてください。",
        en="**How to approve (settings for practice)** The director ({directors}) uses "
        "`sns approve BRANCH` on their own machine, without a signature.\n\n"
        "**Do not press Merge pull request on this page.** It is no approval, and "
        "nothing is published.\n\n"
        "For real use, set evidence to signature in sns.toml.",
    ),
}
