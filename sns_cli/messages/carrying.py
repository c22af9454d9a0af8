"""Sentences of `sns carry`: records that come home from another copy of the library."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {
    "carried": Text(
        ja="控えの置き場所の記録を main に書き足しました。",
        en="The records of the other copy were added to main.",
    ),
    "carry-nothing": Text(
        ja="{remote} にだけある記録はありません。何も書いていません。",
        en="{remote} has no record that main lacks. Nothing was written.",
    ),
    "carry-stopped": Text(
        ja="食い違う記録があるため、何も書いていません。下の投稿がアカウントに"
        "いくつ出ているかを目で確かめてください。2つ出ていたら1つをサービスの画面で"
        "消します。いつもの置き場所で「分からない」のままなら sns resolve で結果を"
        "記録し、もう一度 sns carry を使います。",
        en="Some records do not go together, so nothing was written. See on the "
        "account how often the posts below are public, and delete one of two on the "
        "service's page. If main still says it is not known, record what you found "
        "with sns resolve and use sns carry again.",
    ),
    "carry-conflict": Text(
        ja="いつもの置き場所では「{here}」、控えの置き場所では「{there}」です。"
        "両方で送られたかもしれません。アカウントの画面で確かめてください。",
        en="On main it is: {here}. In the other copy: {there}. Both may have sent it; "
        "look at the account.",
    ),
    "carry-blocked": Text(
        ja="{remote} の main に、認められない変更が残っています。何も書いていません。"
        "そちらで sns authenticate を使って確かめ、館長が直してから、もう一度"
        "実行してください。",
        en="Refused changes stand on main of {remote}. Nothing was written. Look with "
        "sns authenticate there, have the director put them right, and run again.",
    ),
}
