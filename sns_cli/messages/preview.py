"""Sentences of the room `preview`: what stands beside the text that goes out."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "preview-due-because": Text(
        ja="承認されていれば {at} 以降に出ます({why})。",
        en="Once approved it goes out from {at} on ({why}).",
    ),
    "preview-outside": Text(
        ja="開館時間の外でも出る投稿です。理由: {reason}",
        en="Opening hours do not bind it. Reason given: {reason}",
    ),
    "preview-emergency": Text(
        ja="緊急の投稿なので、開館時間の外でも出ます。",
        en="An emergency: opening hours do not bind it.",
    ),
    "preview-closed-then": Text(
        ja="そのとき図書館は閉まっています。{why}",
        en="the library is closed then: {why}",
    ),
    "preview-consulted": Text(
        ja="合議: {section} {by}({on})", en="Consulted: {section}, {by} ({on})"
    ),
    "preview-unshown": Text(
        ja="{path}: 出る文として表示できません。",
        en="{path}: cannot be shown as a post.",
    ),
    "preview-picture": Text(ja="画像 {path}", en="image {path}"),
    "preview-picture-made": Text(
        ja="画像 {path}(横{width}×縦{height}、{size} KB)",
        en="image {path} ({width}×{height}, {size} KB)",
    ),
    "preview-alt": Text(ja="説明: {alt}", en="described as: {alt}"),
    "preview-no-alt": Text(
        ja="説明(alt)がありません", en="without a description (alt)"
    ),
    "preview-findings": Text(ja="検査の指摘", en="Findings"),
    "preview-saved": Text(
        ja="プレビューを {path} に書きました。ブラウザーで開いてください。",
        en="Wrote the preview to {path}. Open it in a browser.",
    ),
    "output-not-a-page": Text(
        ja="--output には、.html で終わる名前を指定してください({path})。"
        "原稿をまちがって上書きしないためです。",
        en="--output takes a name that ends in .html ({path}), so that no draft is "
        "overwritten by mistake.",
    ),
    "output-only-for-pages": Text(
        ja="--output は --format html のときだけ使えます。--format html も付けてく"
        "ださい。",
        en="--output is only for --format html.",
    ),
    "page-title": Text(ja="投稿のプレビュー", en="Preview of posts"),
    "page-note": Text(
        ja="これは下書きの見本です。館長が承認するまで、何も公開されません。",
        en="This shows drafts. Nothing is published until the director approves it.",
    ),
    "page-contents": Text(ja="投稿の一覧", en="Posts"),
    "page-none": Text(ja="見せる投稿はありません。", en="There is no post to show."),
    "page-text": Text(ja="出る文", en="What goes out"),
    "page-circumstances": Text(ja="事情", en="Note"),
    "page-when": Text(ja="出る時", en="When"),
    "page-length": Text(ja="文字数", en="Length"),
    "page-cost": Text(ja="費用", en="Cost"),
    "page-length-of": Text(
        ja="{length}/{limit}(残り {remaining})",
        en="{length} of {limit} ({remaining} left)",
    ),
    "page-cost-of": Text(ja="約 {cost} ドル", en="about {cost} USD"),
    "page-links": Text(ja="リンク", en="Links"),
    "page-file": Text(ja="ファイル", en="file"),
    "page-id": Text(ja="番号", en="id"),
}
