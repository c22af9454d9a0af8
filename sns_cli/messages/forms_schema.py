"""What each entry of a post is for, shown by editors that know the schema."""

from collections.abc import Mapping
from typing import Final

from sns_cli.messages import Text

ENTRIES: Final[Mapping[str, Text]] = {
    "id": Text(
        "投稿の番号。ほかの投稿と重ならないものにし、あとから変えません",
        "Identity of the post; unique, never changed",
    ),
    "title": Text("件名。決裁簿や一覧に出ます", "Subject, for ledger and lists"),
    "accounts": Text(
        "宛先。sns.toml の [accounts] の名前。省くと [library] の accounts",
        "Accounts in sns.toml; by default those of [library]",
    ),
    "category": Text("区分", "What the post is about"),
    "basis": Text(
        "根拠。ア ホームページ掲載、イ ほかの手段で提供、ウ 資料・市内情報、エ 館長",
        "Why the library may publish it (policy 5(1))",
    ),
    "source_url": Text(
        "元になるページ(根拠がアのとき必要)", "The page it is based on (basis ア)"
    ),
    "announced": Text(
        "いつ、どこで知らせたか(根拠がイのとき)", "When and where told (basis イ)"
    ),
    "drafted_by": Text("起案者。sns.toml の [people] の名前", "Drafter, of [people]"),
    "consulted": Text("合議した相手", "Sections that were consulted"),
    "publish_at": Text(
        "この日時より前には出しません(例 2026-11-25 10:00)", "Not before this time"
    ),
    "expires_at": Text("この日時より後には出しません", "Not after this time"),
    "outside_hours_reason": Text(
        "開館時間の外に出す理由", "Why it goes out outside opening hours"
    ),
    "media": Text("画像", "Images"),
    "names": Text("出してよい人の名前", "Names that are meant to be public"),
    "corrects": Text("訂正する投稿の番号", "Id of the post it corrects"),
    "follows": Text("続きにする投稿の番号", "Id of the post it adds to"),
    "retracts": Text("取り下げる投稿の番号", "Id of the post to take down"),
    "waivers": Text("理由を書いて外す検査の規則", "Rules set aside, with reasons"),
    "overrides": Text("宛先ごとに変える文", "Other text for single accounts"),
}
