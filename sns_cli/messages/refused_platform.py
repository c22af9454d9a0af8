"""Refusals where approvals are given in the host's web page (evidence ``platform``)."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "refused-platform-unasked": Text(
        ja="変更 {commit} をだれが取り込んだかの記録がまだありません。"
        "公開の作業(publish)が次に動くと、置き場所(GitHub)に問い合わせて記録します。"
        "すぐに確かめるには、環境変数 GITHUB_TOKEN と GITHUB_REPOSITORY を設定します。",
        en="Who merged change {commit} is not on record yet. The next run of publish "
        "asks GitHub and records it. To see at once, set GITHUB_TOKEN and "
        "GITHUB_REPOSITORY in the environment.",
    ),
    "refused-platform-silent": Text(
        ja="変更 {commit} をだれが取り込んだか、置き場所(GitHub)に確かめられません"
        "({detail})。しばらくして、もう一度実行してください。続くときは、情報担当が"
        " GITHUB_TOKEN、GITHUB_REPOSITORY、GITHUB_API_URL を確かめます。",
        en="GitHub does not say who merged change {commit} ({detail}). Run again "
        "later. If it goes on, the maintainer checks GITHUB_TOKEN, GITHUB_REPOSITORY "
        "and GITHUB_API_URL.",
    ),
    "refused-platform-no-pull": Text(
        ja="変更 {commit} は、GitHub の画面での承認(Merge pull request)によるもの"
        "ではありません。同じ内容を案(pull request)として出し直し、館長が画面で"
        "承認してください。",
        en="Change {commit} was not made by Merge pull request on GitHub. Propose it "
        "again in a pull request; the director approves it there.",
    ),
    "refused-platform-direct": Text(
        ja="変更 {commit} は、案(pull request)を通さずに直接 main に入りました。"
        "元に戻し、案として出し直して、館長が画面で承認してください。GitHub の"
        " Settings › General › Pull Requests で Allow merge commits だけを選び、"
        "main への直接の変更は Settings › Rules で止められます。",
        en="Change {commit} got to main without a pull request. Revert it and propose "
        "it in one; the director approves it there. On GitHub, choose only Allow merge "
        "commits (Settings › General › Pull Requests), and stop direct changes of main "
        "under Settings › Rules.",
    ),
    "refused-platform-signed": Text(
        ja="変更 {commit} には {person} の署名がありますが、この図書館では署名では"
        "なく、GitHub の画面での承認(Merge pull request)だけが承認になります"
        "(sns.toml の evidence が platform です)。元に戻し、案として出し直して、"
        "館長が画面で承認してください。",
        en="Change {commit} is signed by {person}, but a signature does not count "
        "here: only Merge pull request on GitHub approves (evidence is platform in "
        "sns.toml). Revert it and propose it in a pull request; the director approves "
        "it there.",
    ),
    "refused-platform-squash": Text(
        ja="変更 {commit} は、案 #{number} を Squash and merge か"
        " Rebase and merge で取り込んだものです。だれが何を認めたかの証拠が"
        "残らないため、承認になりません。情報担当が GitHub の"
        " Settings › General › Pull Requests で Allow merge commits だけを選び"
        "(Allow squash merging と Allow rebase merging を外し)、館長が案を出し直して"
        "もらって Create a merge commit で承認してください。",
        en="Change {commit} squashed or rebased pull request #{number}, which leaves "
        "no evidence of who approved what. The maintainer allows only merge commits "
        "(GitHub: Settings › General › Pull Requests; turn off Allow squash merging "
        "and Allow rebase merging). Then it is proposed again and the director merges "
        "with Create a merge commit.",
    ),
    "refused-platform-base": Text(
        ja="変更 {commit} の案 #{number} は、main ではなく「{base}」に取り込まれた"
        "ものです。main への案として出し直し、館長が画面で承認してください。",
        en='Pull request #{number} of change {commit} was merged into "{base}", not '
        "into main. Propose it for main; the director approves it there.",
    ),
    "refused-platform-bot": Text(
        ja="変更 {commit} の案 #{number} を取り込んだのは、人ではなく自動の仕組み"
        "({person})です。館長が自分で画面の Merge pull request を押してください。",
        en="Pull request #{number} of change {commit} was merged by a machine "
        "({person}). The director presses Merge pull request in person.",
    ),
    "refused-platform-account-unknown": Text(
        ja="変更 {commit} の案 #{number} を取り込んだ GitHub の利用者「{person}」は、"
        "sns.toml の people に github として載っていません。館長が取り込み直すか、"
        "館長が sns.toml にその人の github を加えてください。",
        en='Pull request #{number} of change {commit} was merged by "{person}", who is '
        "nobody's github in sns.toml. The director approves it anew, or adds that "
        "person's github to sns.toml.",
    ),
    "refused-platform-review-missing": Text(
        ja="変更 {commit} の案 #{number} は、取り込んだ本人({person})が Approve を"
        "していません。案を出し直し、館長は Files changed の Review changes で"
        " Approve を選んでから取り込んでください"
        "(自分の案は自分では Approve できません。別の人が案を出します)。",
        en="Pull request #{number} of change {commit} has no approving review by "
        "{person}, who merged it. Propose it again; the director chooses Approve under "
        "Review changes before merging (nobody can approve a pull request of their "
        "own: somebody else opens it).",
    ),
    "refused-platform-review-stale": Text(
        ja="変更 {commit} の案 #{number} は、{person} の Approve のあとに内容が"
        "変わっています。案を出し直し、館長は最後の内容を見て Approve してから"
        "取り込んでください。",
        en="Pull request #{number} of change {commit} changed after {person} approved "
        "it. Propose it again; the director approves what is last in it, then merges.",
    ),
    "refused-platform-review-withdrawn": Text(
        ja="変更 {commit} の案 #{number} について、{person} の最後の判断は Approve では"
        "ありません(取り消しか、修正の依頼です)。案を出し直し、館長は Approve して"
        "から取り込んでください。",
        en="The last review by {person} of pull request #{number} (change {commit}) is "
        "no approval: it was dismissed or asks for changes. Propose it again; the "
        "director approves, then merges.",
    ),
    "refused-platform-grant-unnamed": Text(
        ja="{person} の変更 {commit} には、どの事前承認によるかが書かれていません。"
        "取り込むときの説明文の最後の段落に「Grant: {grant}」と書いてください。"
        "この変更は、案として出し直し、館長が画面で承認してください。",
        en="Change {commit} of {person} does not say under which grant it was "
        "approved. Write Grant: {grant} as the last paragraph of the message when "
        "merging. Propose this change again; the director approves it there.",
    ),
    "approve-on-the-page": Text(
        ja="この図書館では、承認は GitHub の画面で行います(sns.toml の evidence が"
        " platform のため)。案の画面で Approve してから Merge pull request を押して"
        "ください。main に入ってしまった投稿は、取り消す案と出し直す案を画面で承認"
        "して直します。",
        en="This library approves on GitHub's page (evidence platform in sns.toml). "
        "Choose Approve there, then press Merge pull request. What got to main "
        "without approval is reverted and proposed again, both by pull requests.",
    ),
    "review-on-the-page": Text(
        ja="この図書館では、承認は GitHub の画面で行います。案の画面で Approve して"
        "から Merge pull request を押してください。",
        en="This library approves on GitHub's page: choose Approve on the proposal's "
        "page, then press Merge pull request.",
    ),
    "platform-silent": Text(
        ja="置き場所(GitHub)が答えません({detail})。しばらくして、もう一度実行して"
        "ください。",
        en="GitHub does not answer ({detail}). Run again later.",
    ),
    "platform-unproven": Text(
        ja="承認を確かめられない変更があるため、それによる投稿は送りません: {refusal}",
        en="A change cannot be proven to be approved; what rests on it is not sent: "
        "{refusal}",
    ),
    "platform-key-too-new": Text(
        ja="公開係の鍵は、変更 {commit} より前の sns.toml に載っていません。"
        "この鍵で書く承認の記録は証拠になりません。前の鍵(SNS_PUBLISHER_KEY)で一度"
        " sns publish を動かしてから、新しい鍵に替えてください。",
        en="The publisher's key is not in sns.toml as it was before change {commit}: a "
        "record signed with it would prove nothing. Run sns publish once with the "
        "former SNS_PUBLISHER_KEY, then change to the new one.",
    ),
    "platform-record-in-the-way": Text(
        ja="承認の記録「{path}」は、公開係が正しく書いたものではありません。"
        "何も送りませんでした。館長がこのファイルを消す案を承認してから、"
        "もう一度実行してください。",
        en='The record of an approval "{path}" was not properly written by the '
        "publisher. Nothing was sent. The director approves a proposal that deletes "
        "it; then run again.",
    ),
}
