"""Sentences of the room `publish`: spacing, posts per day and budget."""

from sns_cli.messages import Text

LIMITS: dict[str, Text] = {
    "limit-spacing": Text(
        ja="{until} 以降に出ます(前の投稿から {minutes} 分あけるため)。",
        en="It goes out from {until} on, to keep {minutes} minutes between posts.",
    ),
    "limit-per-day": Text(
        ja="{until} 以降に出ます(1日の上限 {limit} 件に達したため)。",
        en="It goes out from {until} on, since the limit of {limit} posts a day is "
        "reached.",
    ),
    "limit-for-good": Text(
        ja="前の投稿との間隔と1日の上限を守ると、期限か開館カレンダーの終わりまでに"
        "出せる時間がありません。期限を延ばすか、sns.toml の spacing_minutes と "
        "max_per_day を改めて、承認を受けてください。",
        en="With the distance between posts and the number per day there is no time "
        "left for it before it or the calendar ends. Extend it, or change "
        "spacing_minutes and max_per_day in sns.toml, and have that approved.",
    ),
    "limit-budget": Text(
        ja="アカウント {account} の今月の予算 {budget} ドルを超えるため待ちます"
        "(使用済み {spent} ドル、残り {left} ドル、この投稿 {cost} ドル)。"
        "{until} に次の月の予算になります。早く出すには、館長が sns.toml の "
        "[accounts.{account}] の monthly_budget_usd を上げて承認してください。",
        en="It waits, since it would exceed this month's budget of {budget} dollars of "
        "the account {account} (spent {spent}, left {left}, this post {cost}). The "
        "next month's begins on {until}. To send it sooner, the director raises "
        "monthly_budget_usd under [accounts.{account}] in sns.toml and approves that.",
    ),
    "limit-budget-never": Text(
        ja="この投稿は {cost} ドルかかり、アカウント {account} の月の予算 {budget} "
        "ドルを1本で超えるため、待っても出ません(今月の使用済み {spent} ドル、残り "
        "{left} ドル)。出すには、館長が sns.toml の "
        "[accounts.{account}] の monthly_budget_usd を上げて承認してください。",
        en="This post costs {cost} dollars, more than the whole monthly budget of "
        "{budget} dollars of the account {account}, so waiting does not help (spent "
        "{spent}, left {left}). To send it, the director raises monthly_budget_usd "
        "under [accounts.{account}] in sns.toml and approves that.",
    ),
    "budget-nearly-spent": Text(
        ja="アカウント {account} は今月の予算 {budget} ドルのうち {spent} ドルを使い、"
        "残りは {left} ドルです。残りを超える投稿は次の月まで待ちます。足りなければ、"
        "館長が sns.toml の [accounts.{account}] の monthly_budget_usd を"
        "上げて承認してください。",
        en="The account {account} has spent {spent} of this month's budget of {budget} "
        "dollars; {left} are left. What costs more waits for the next month. If that "
        "is too little, the director raises monthly_budget_usd under "
        "[accounts.{account}] in sns.toml and approves that.",
    ),
}
