"""Sentences of the room `approval`: why a change counts for nothing, and who mends it.

They are read by library staff, so that "commit" is 変更, "merge" is 承認 or 取り込み
and "branch" is 案. Who has to act is named in each of them; where that depends on what
the change left, ``{way}`` says it (:mod:`sns_cli.approval.way_out`).
"""

from sns_cli.messages import (
    Text,
    refused_changes,
    refused_grants,
    refused_platform,
    refused_proof,
    refused_ways,
)

TEXTS: dict[str, Text] = {
    **refused_proof.TEXTS,
    **refused_changes.TEXTS,
    **refused_grants.TEXTS,
    **refused_platform.TEXTS,
    **refused_ways.TEXTS,
    "before-introduction": Text(
        ja="{path} は信頼の起点より前からあり、承認の記録がありません。"
        "館長が sns approve --again で承認してください。",
        en="{path} was there before the introduction, so that no approval is on "
        "record. The director approves it with sns approve --again.",
    ),
    "blob-not-proven": Text(
        ja="{path} の内容が、記録された最後の変更と一致しません。"
        "記録が壊れていないか、情報担当が確かめてください。",
        en="The content of {path} is not what its last recorded change left. The "
        "maintainer checks whether the repository is damaged.",
    ),
    "media-missing": Text(
        ja="画像 {path} がありません。投稿の front matter の media か、"
        "画像の置き場所を直してください。",
        en="The image {path} is not there. Mend media in the post's front matter, or "
        "put the image there.",
    ),
    "media-not-approved": Text(
        ja="画像 {path} の最後の変更が承認されていません。"
        "館長が sns approve --again で承認してください。",
        en="The last change of the image {path} is not approved. The director approves "
        "it with sns approve --again.",
    ),
    "introduction-settings-invalid": Text(
        ja="起点 {commit} の sns.toml が読めません ({count} か所):\n{faults}\n"
        "起点の値を確かめ、正しければ、直した sns.toml で新しい起点を決めてください。",
        en="sns.toml of the introduction {commit} cannot be read ({count} faults):\n"
        "{faults}\nCheck its value; if it is right, choose a new introduction with a "
        "mended sns.toml.",
    ),
    "history-unreadable": Text(
        ja="変更 {commit} を確かめる途中で、必要な記録を読めませんでした({detail})。"
        "通信を確かめてもう一度実行し、だめなら新しく複製し直してください。",
        en="What is needed to judge change {commit} cannot be read ({detail}). Check "
        "the connection and run again, else clone anew.",
    ),
    "history-not-continued": Text(
        ja="変更 {commit} は、確かめ終えた変更 {tip} の続きではありません。"
        "もう一度実行してください。",
        en="Change {commit} does not continue the proven change {tip}. Run again.",
    ),
}
