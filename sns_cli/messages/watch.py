"""Sentences of the room `watch`: acknowledging, confirming, calling for people."""

from sns_cli.messages import Text

_ACKNOWLEDGING: dict[str, Text] = {
    "acknowledge-choose": Text(
        ja="投稿のアドレスか --profile の、どちらか1つを指定してください。"
        "例: sns acknowledge x https://x.com/example_lib/status/123 --reason …",
        en="Give either the address of a post or --profile. Example: sns acknowledge x "
        "https://x.com/example_lib/status/123 --reason …",
    ),
    "acknowledge-no-reason": Text(
        ja="--reason に、承知する理由を1行で書いてください"
        "(--document は空にできません)。",
        en="Say in --reason on one line why it is in order (--document must not be "
        "empty).",
    ),
    "acknowledge-ours": Text(
        ja="{url} は、この仕組みから承認を受けて公開した投稿です。何も変えていません。"
        "別の投稿のことなら、そのアドレスを指定してください。",
        en="{url} was approved and published from here. Nothing was changed. If "
        "another post is meant, give its address.",
    ),
    "acknowledged-before": Text(
        ja="{url} は、{on} に承知したと記録されています。何も変えていません。"
        "別の投稿のことなら、そのアドレスを指定してください。",
        en="{url} was acknowledged before ({on}). Nothing was changed. If another post "
        "is meant, give its address.",
    ),
    "profile-never-seen": Text(
        ja="アカウント {account} のプロフィールは、まだ記録されていません。"
        "先に sns verify を実行してください(ふだんは watch が毎日行います)。",
        en="No profile of the account {account} is on record yet. Run `sns verify` "
        "first; the watch does so every day.",
    ),
    "profile-in-order": Text(
        ja="アカウント {account} のプロフィールは、承知済みのとおりです。"
        "いま変えたばかりなら、先に sns verify を実行してください。"
        "何も変えていません。",
        en="The profile of the account {account} is as it was acknowledged. If it was "
        "changed just now, run `sns verify` first. Nothing was changed.",
    ),
    "acknowledge-profile": Text(
        ja="アカウント {account} のプロフィールの、次の変更を承知します:",
        en="Acknowledges these changes of the profile of the account {account}:",
    ),
}

TEXTS: dict[str, Text] = {**_ACKNOWLEDGING}
