"""What each entry of ``sns.toml`` is for, shown by editors that know the schema.

By table, and by table and key; ``*`` stands for every kind of closing.
"""

from collections.abc import Mapping
from typing import Final

from sns_cli.messages import Text

_TOP: Final[Mapping[str, Text]] = {
    "Settings.library": Text("図書館", "The library"),
    "Settings.people": Text("人。鍵は短い名前", "People, by a short name"),
    "Settings.approval": Text("承認の証拠", "What proves an approval"),
    "Settings.calendars": Text("開館カレンダー", "When the library is open"),
    "Settings.accounts": Text("公式アカウント", "The official accounts"),
    "Settings.grants": Text("事前承認", "Prior approvals"),
    "Settings.distrust": Text("なくした鍵を無効にする", "Lost keys"),
    "Settings.acknowledged": Text(
        "館長が承知している、この仕組みから出していない投稿やプロフィールの変更",
        "Posts and profiles that did not come from here and the director knows of",
    ),
    "Settings.prices": Text(
        "投稿の料金(ドル)。サービスごと", "Prices in US dollars, by service"
    ),
    "Settings.rules": Text("検査の規則が使う、この館の情報", "Facts for the rules"),
    "Settings.paused": Text(
        "この表があるあいだ、何も投稿しません", "While it is here, nothing is published"
    ),
}
_PEOPLE: Final[Mapping[str, Text]] = {
    "Library": Text("図書館", "The library"),
    "Library.name": Text("図書館の名前", "Name of the library"),
    "Library.timezone": Text("時間帯", "Time zone, as Asia/Tokyo"),
    "Library.language": Text("画面の言葉", "Language of the screen"),
    "Library.website": Text("ホームページのアドレス", "Address of the website"),
    "Library.accounts": Text(
        "投稿に accounts が無いときの宛先", "Accounts of a post that names none"
    ),
    "Library.repository": Text(
        "承認に書き込む、この図書館の記録庫の名前(例 city/library-sns)",
        "Name of this repository, written into approvals (city/library-sns)",
    ),
    "Person": Text("人", "A person"),
    "Person.name": Text("名前", "Name"),
    "Person.email": Text("メールアドレス", "Mail address"),
    "Person.role": Text(
        "役割。director 館長 / staff 職員 / publisher 公開係 / maintainer 情報担当 / "
        "manager 運用管理者",
        "What the person may do",
    ),
    "Person.title": Text("職名", "Title"),
    "Person.github": Text("GitHub の利用者名", "User name at the git host"),
    "Person.keys": Text("署名の公開鍵", "Public keys that sign"),
    "Role": Text("役割", "What a person may do"),
    "Key": Text("期限のある公開鍵", "A public key with an end"),
    "Key.key": Text("公開鍵(ssh-ed25519 …)", "Public key (ssh-ed25519 …)"),
    "Key.until": Text("この日まで使えます", "Last day on which it may sign"),
    "ApprovalSettings": Text("承認の証拠", "What proves an approval"),
    "ApprovalSettings.evidence": Text(
        "signature 署名(本番) / platform GitHub の画面の承認ボタン / "
        "sign-off 署名欄だけ(練習)",
        "What proves it",
    ),
    "ApprovalSettings.require_target": Text(
        "承認に、どの図書館の main かを書くことを求める",
        "An approval must name this library's main",
    ),
    "Evidence": Text("承認の証拠", "What proves an approval"),
    "Distrust": Text("なくした鍵", "A lost key"),
    "Distrust.key": Text("公開鍵", "The public key"),
    "Distrust.from": Text(
        "この変更(40桁の番号)からあとの承認を無効にします",
        "Commit from which its approvals are void",
    ),
    "Paused": Text("停止", "A pause"),
    "Paused.reason": Text("止める理由", "Why"),
    "Paused.since": Text("いつから", "Since when"),
}
_ACCOUNTS: Final[Mapping[str, Text]] = {
    "Account": Text("公式アカウント", "An official account"),
    "Account.service": Text(
        "サービス。rehearsal は練習用(外には何も出ません)", "rehearsal sends nothing"
    ),
    "Account.handle": Text("アカウント名(@ なし)", "Name, without @"),
    "Account.url": Text("アカウントのアドレス", "Address of the account"),
    "Account.manager": Text("管理者。people の名前", "Who answers for it, of people"),
    "Account.calendar": Text("開館カレンダーの名前", "Which calendar"),
    "Account.spacing_minutes": Text("投稿の間隔(分)", "Minutes between posts"),
    "Account.max_per_day": Text("1日の上限", "Most posts a day"),
    "Account.monthly_budget_usd": Text("1か月の予算(ドル)", "Dollars a month"),
    "Account.paused": Text("true のあいだ投稿しません", "While true, nothing is sent"),
    "Account.policy": Text(
        "アカウントの利用方針(ガイドライン第4条第4項の9項目)",
        "Policy of the account, nine items",
    ),
    "Service": Text("サービス", "A service"),
    "Grant": Text("事前承認(運用方針 5(1) ただし書)", "A prior approval"),
    "Grant.id": Text("事前承認の番号", "Its id"),
    "Grant.to": Text("認める相手。people の名前", "To whom, of people"),
    "Grant.accounts": Text("どのアカウントに", "For which accounts"),
    "Grant.categories": Text("どの区分を", "For which categories"),
    "Grant.basis": Text("どの根拠を(エ は不可)", "For which basis, never director"),
    "Grant.valid": Text("はじめの日と終わりの日(両方含む)", "First and last day"),
    "Grant.max_per_day": Text("1日の上限", "Most posts a day"),
    "Grant.own_posts": Text("自分が起案した投稿も承認できる", "May approve own posts"),
    "Grant.outside_hours": Text("時間外の投稿も承認できる", "Posts outside hours too"),
    "Grant.emergency": Text("緊急の投稿も承認できる", "Emergencies too"),
    "Grant.document": Text("決裁文書の番号", "Number of the document"),
    "Acknowledged": Text(
        "館長が承知していること(sns acknowledge が書きます)",
        "What the director knows of; written by `sns acknowledge`",
    ),
    "Acknowledged.account": Text("アカウント", "The account"),
    "Acknowledged.remote_id": Text(
        "サービスでの投稿の番号", "Number of the post at the service"
    ),
    "Acknowledged.profile": Text(
        "プロフィールの照合用の番号(64桁)", "Digest of the profile (64 digits)"
    ),
    "Acknowledged.reason": Text("承知している理由", "Why it is in order"),
    "Acknowledged.on": Text("承知した日", "Day of the acknowledgement"),
    "Acknowledged.document": Text("決裁文書の番号", "Number of the document"),
    "Category": Text("区分", "What a post is about"),
    "Basis": Text("根拠(運用方針 5(1))", "Why it may be published"),
}
_CALENDARS: Final[Mapping[str, Text]] = {
    "Calendar": Text("開館カレンダー", "When a library is open"),
    "Calendar.name": Text("館の名前", "Name of the library"),
    "Calendar.covers": Text(
        "はじめの日と終わりの日。この外は休館として扱います",
        "First and last day; days outside count as closed",
    ),
    "Calendar.hours": Text(
        "開館時間。上から見て最初に当てはまる行", "Hours; the first row that fits"
    ),
    "Calendar.closed": Text("休館日の規則", "Rules for closed days"),
    "Calendar.exceptions": Text(
        "お知らせした特別な日。規則より優先します", "Announced days, above all rules"
    ),
    "HoursRow": Text("開館時間の行", "Hours of some days"),
    "HoursRow.days": Text("曜日、または holiday(祝日)", "Weekdays, or holiday"),
    "HoursRow.open": Text("開館(例 09:30)", "Opens at"),
    "HoursRow.close": Text("閉館(例 19:00、24:00 も可)", "Closes at"),
    "HoursRow.only_on": Text("この日だけ", "Only on these days"),
    "HoursRow.not_on": Text("この日を除く", "Not on these days"),
    "CalendarException": Text("お知らせした特別な日", "An announced day"),
    "CalendarException.date": Text("日付", "The day"),
    "CalendarException.open": Text("開館(書かなければ休館)", "Opens; else closed"),
    "CalendarException.close": Text("閉館", "Closes at"),
    "CalendarException.reason": Text("理由", "Why"),
    "*.reason": Text("休館の理由(画面に出ます)", "Why it is closed, for people"),
    "*.only_on": Text("この日だけ", "Only on these days"),
    "*.not_on": Text("この日を除く", "Not on these days"),
    "*.from": Text("この時刻から閉める(時間だけの休館)", "Closed from this time"),
    "*.until": Text("この時刻まで閉める(時間だけの休館)", "Closed until this time"),
    "*.if_holiday": Text("祝日に当たったとき", "If it is a holiday"),
    "*.if_closed": Text("すでに休館の日に当たったとき", "If it is closed already"),
    "*.weekly": Text("毎週この曜日", "These weekdays"),
    "*.nth": Text('第何週(1〜5、"last" は最終)', "Which of the month"),
    "*.weekday": Text("曜日", "Weekday"),
    "*.monthly": Text("毎月この日", "Days of every month"),
    "*.last_day_of": Text('月末(月の番号、"every" は毎月)', "Last day of months"),
    "*.yearly": Text("毎年この日から(MM-DD)この日まで", "From and to, every year"),
    "*.period": Text("この日からこの日まで", "From and to"),
    "*.dates": Text("日付の一覧", "A list of days"),
    "*.holidays": Text("祝日に休む", "Closed on holidays"),
    "*.after_holiday": Text("祝日のあとに休む", "Closed after holidays"),
    "AfterHolidayClosing": Text("祝日の翌日の休館", "Closed after holidays"),
    "DatesClosing": Text("日付を並べた休館", "Closed on listed days"),
    "HolidayClosing": Text("祝日の休館", "Closed on holidays"),
    "LastDayClosing": Text("月末の休館", "Closed at the end of a month"),
    "MonthlyClosing": Text("毎月決まった日の休館", "Closed on a day of the month"),
    "NthClosing": Text("第何曜日の休館", "Closed on the n-th weekday"),
    "PeriodClosing": Text("期間の休館", "Closed for some time"),
    "WeeklyClosing": Text("毎週の休館", "Closed every week"),
    "YearlyClosing": Text("毎年の休館", "Closed every year"),
}
_RULES: Final[Mapping[str, Text]] = {
    "Rules": Text("検査の規則が使う、この館の情報", "Facts for the rules"),
    "Rules.own_domains": Text("自館・自市のサイトの名前", "Domains of our own"),
    "Rules.allowed_domains": Text("リンクしてよいサイト", "Domains to link to"),
    "Rules.shorteners": Text("短縮URLの名前(追加)", "More link shorteners"),
    "Rules.own_phones": Text("館の電話番号", "Our phone numbers"),
    "Rules.own_mail_domains": Text("館のメールの @ から後", "Our mail domains"),
    "Rules.own_addresses": Text("館の住所", "Our addresses"),
    "Rules.patron_card": Text(
        "利用者カードの番号の形(正規表現)", "Form of patron card numbers (regex)"
    ),
    "Rules.hashtags": Text("使ってよいハッシュタグ", "Hashtags to use"),
    "Rules.max_hashtags": Text("ハッシュタグの数の上限", "Most hashtags"),
    "Rules.mentions": Text("言及してよいアカウント", "Accounts to mention"),
}
EXPLAINED: Final[Mapping[str, Text]] = {
    "Settings": Text("図書館の設定(方針)", "The policy of a library"),
    **_TOP,
    **_PEOPLE,
    **_ACCOUNTS,
    **_CALENDARS,
    **_RULES,
}
