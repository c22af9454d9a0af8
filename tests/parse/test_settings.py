"""``sns.toml`` typed as design 8.2 says."""

import datetime as dt

import pytest

from sns_cli.model.post import Basis, Category
from sns_cli.model.settings import Key, Role, Service, Settings
from sns_cli.parse.settings import parse_settings, read_pause
from tests.parse.samples import SETTINGS, SHARED, closing, settings, ssh_line


def parsed(content: bytes) -> Settings:
    found = parse_settings(content)
    assert isinstance(found, Settings), found
    return found


def codes(content: bytes) -> list[str]:
    found = parse_settings(content)
    return [] if isinstance(found, Settings) else [fault.code for fault in found]


def test_every_table_is_read() -> None:
    found = parsed(settings())
    assert found.library.accounts == ("x",)
    assert found.people["kancho"].role is Role.DIRECTOR
    assert found.people["kancho"].sign_off == "図書館長 <kancho@lib.example.lg.jp>"
    assert found.approval.require_target
    assert found.accounts["x"].service is Service.X
    assert found.accounts["x"].monthly_budget_usd == 5.0
    assert found.accounts["x"].policy == {"目的": "お知らせ"}
    assert found.distrust[0].from_ == "ab" * 20
    assert found.distrust[0].key == ssh_line(9)
    post, profile = found.acknowledged
    assert (post.account, post.remote_id, post.profile) == (
        "x",
        "1990000000000000001",
        None,
    )
    assert (post.reason, post.document) == ("市の転送を手で行った", "図発第7号")
    assert (post.on, profile.on) == (dt.date(2026, 11, 20), dt.date(2026, 11, 21))
    assert (profile.remote_id, profile.profile) == (None, "cd" * 32)
    assert found.prices == {"x": {"create": 0.01}}
    assert found.rules.patron_card == (r"A\d{8}A",)
    assert found.paused is not None
    assert found.paused.since == dt.date(2026, 11, 20)


def test_calendars_are_read() -> None:
    chuo = parsed(settings()).calendars["chuo"]
    assert chuo.covers == (dt.date(2026, 4, 1), dt.date(2027, 3, 31))
    assert [row.close for row in chuo.hours] == ["17:00", "24:00"]
    assert [type(one).__name__ for one in chuo.closed] == [
        "WeeklyClosing",
        "NthClosing",
        "YearlyClosing",
        "PeriodClosing",
    ]
    assert [one.open for one in chuo.exceptions] == ["09:30", None]


def test_grants_accept_japanese_and_english_names() -> None:
    grant = parsed(settings()).grants[0]
    assert grant.categories == (Category.CLOSURE, Category.EVENT)
    assert grant.basis == (Basis.WEBSITE, Basis.ANNOUNCED)
    assert grant.valid == (dt.date(2026, 4, 1), dt.date(2027, 3, 31))


def test_keys_lose_their_comments_and_keep_their_last_day() -> None:
    assert parsed(settings()).people["kancho"].keys == (
        Key(key=ssh_line(1)),
        Key(
            key=ssh_line(2, "sk-ssh-ed25519@openssh.com"),
            until=dt.date(2027, 3, 31),
        ),
    )


def test_a_director_alone_is_enough() -> None:
    found = parsed(
        b'[library]\nname = "a"\n'
        b'[people.k]\nname = "k"\nemail = "k"\nrole = "director"\n'
    )
    assert found.directors() == ("k",)
    assert found.library.timezone == "Asia/Tokyo"
    assert found.accounts == {}


def test_an_empty_file_names_what_is_required() -> None:
    assert codes(b"") == ["key-missing", "key-missing"]


def test_a_person_alone_is_no_director() -> None:
    faults = codes(b'[library]\nname = "a"\n[people]\n')
    assert faults == ["director-missing"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('language = "ja"', 'language = "fr"', "choice-wrong"),
        ('language = "ja"', 'langage = "ja"', "key-unknown-similar"),
        ("[library]", "[library.x]", "key-unknown"),
        ('name = "例示市立図書館"', "name = 1", "text-expected"),
        ("[accounts.x]", "[accounts.X]", "account-key-form"),
        ('accounts = ["x"]', "accounts = []", "list-empty"),
        ('accounts = ["x"]', 'accounts = ["y"]', "reference-unknown"),
        ('calendar = "chuo"', 'calendar = "minami"', "reference-unknown"),
        ('manager = "kancho"', "", "key-missing"),
        ('accounts = ["x"]\ncateg', 'accounts = ["y"]\ncateg', "reference-unknown"),
        ("until = 2027-03-31", "until = 2027-03-31T00:00:00", "date-wrong"),
        ("until = 2027-03-31", 'until = "2027-02-31"', "date-wrong"),
        ("until = 2027-03-31", "untill = 2027-03-31", "key-unknown-similar"),
        ("2027-03-31]", "2026-03-31]", "range-order"),
        ('"2027-03-31"]\nmax', '"2026-03-31"]\nmax', "range-order"),
        ('open = "09:30", close = "24:00"', 'open = "24:00"', "hours-order"),
        ('close = "24:00"', 'close = "24:01"', "clock-wrong"),
        ('days = ["fri"]', "days = []", "list-empty"),
        ('days = ["fri"]', 'days = ["fry"]', "choice-wrong-similar"),
        ('weekly = ["mon", "tue"]', 'weekly = "holiday"', "choice-wrong"),
        ('weekly = ["mon", "tue"]', 'wekly = "mon"', "closing-kind"),
        ('"01-03"', '"1-3"', "month-day-wrong"),
        ('"01-03"', '"０１-03"', "month-day-wrong"),
        ('"01-03"', '"02-30"', "month-day-impossible"),
        ("nth = [1, 3]", "nth = 0", "nth-wrong"),
        ("nth = [1, 3]", "nth = true", "nth-wrong"),
        ("nth = [1, 3]", 'nth = "3"', "nth-wrong"),
        ("nth = [1, 3]", "nth = [[1]]", "nth-wrong"),
        ('nth = [1, 3], weekday = "thu"', "last_day_of = true", "month-wrong"),
        ('nth = [1, 3], weekday = "thu"', 'monthly = "25"', "day-number-wrong"),
        ('nth = [1, 3], weekday = "thu"', "after_holiday = true", "choice-wrong"),
        ('["12-29", "01-03"]', '"12-29"', "month-days-expected"),
        (
            'if_holiday = "open"',
            'if_holiday = "open-and_close-next_day"',
            "choice-wrong-similar",
        ),
        ('["mon", "tue"]', "[]", "list-empty"),
        ("max_per_day = 5", "max_per_day = 99999999999999", "whole-number-expected"),
        ("max_per_day = 3", "max_per_day = 0", "count-expected"),
        ("monthly_budget_usd = 5", "monthly_budget_usd = inf", "amount-expected"),
        ("monthly_budget_usd = 5", "monthly_budget_usd = true", "amount-expected"),
        ("[prices.x]", "[prices.y]", "choice-wrong"),
        ("create = 0.01", "create_with_ulr = 0.01", "choice-wrong-similar"),
        ("create = 0.01", "listing = 0.01", "choice-wrong"),
        ('name = "広報担当"', 'name = "広報\\n担当"', "line-expected"),
        ('name = "広報担当"', 'name = "広報\\r担当"', "control-character-escaped"),
        ('name = "広報担当"', 'name = "広報\u2028担当"', "value-control-character"),
        ('name = "広報担当"', 'name = "広報\x85担当"', "value-control-character"),
        ('name = "広報担当"', 'name = "広報\ufffe担当"', "value-control-character"),
        ('name = "広報担当"', 'name = "広報\\u2028担当"', "control-character-escaped"),
        ("tanto-01@lib.example.lg.jp", "<tanto-01@lib>", "email-wrong"),
        ("tanto-01@lib.example.lg.jp", "tanto-01＠lib.example.lg.jp", "email-wrong"),
        ('timezone = "Asia/Tokyo"', 'timezone = "../Tokyo"', "timezone-unknown"),
        ('timezone = "Asia/Tokyo"', 'timezone = "Asia"', "timezone-unknown"),
        ('evidence = "signature"', 'evidence = "signatur"', "choice-wrong-similar"),
        ('from = "ab', 'from = "AB', "commit-id-wrong"),
        ("since = 2026-11-20", 'since = "soon"', "date-wrong"),
        ("[rules]", "rules = 1\n[rules2]", "key-unknown-similar"),
    ],
)
def test_a_wrong_value_is_a_fault(old: str, new: str, code: str) -> None:
    assert code in codes(settings(old, new))


@pytest.mark.parametrize(
    "second",
    [
        'date = "2026-08-11", open = "15:00", close = "17:00"',
        'date = "2026-08-12"',
        'date = "2026-08-13", open = "09:30", close = "15:00"',
    ],
)
def test_a_day_may_be_announced_twice_if_both_can_be_true(second: str) -> None:
    row = '{ date = "2026-08-12", reason = "停電" }'
    assert codes(settings(row, f'{row}, {{ {second}, reason = "点検" }}')) == []


@pytest.mark.parametrize("hours", ["", ', open = "14:59", close = "17:00"'])
def test_a_day_announced_twice_in_contradiction_is_a_fault(hours: str) -> None:
    row = 'date = "2026-08-12"'
    content = settings(row, f'date = "2026-08-11"{hours}')
    assert codes(content) == ["exceptions-contradict"]


def test_dates_may_be_texts_or_toml_dates() -> None:
    text, native = settings(), settings('["2026-04-01", ', "[2026-04-01, ")
    assert parsed(text) == parsed(native)


def test_a_day_of_the_leap_year_may_begin_a_yearly_closing() -> None:
    closed = parsed(settings('"12-29"', '"02-29"')).calendars["chuo"].closed
    assert "02-29" in repr(closed)


def test_a_number_beyond_all_limits_is_a_fault() -> None:
    assert codes(f"a = {'9' * 6000}\n".encode()) == ["toml-invalid"]


def test_faults_of_one_part_do_not_hide_those_of_another() -> None:
    content = settings('role = "staff"', 'role = "stuff"').replace(
        b'manager = "kancho"', b'manager = "zzz"'
    )
    assert codes(content) == ["choice-wrong-similar", "reference-unknown"]


def test_one_address_for_two_is_wrong_only_where_it_says_who_signed() -> None:
    shared = settings("tanto-01@lib", "kancho@lib")
    assert codes(shared) == []
    assert codes(shared.replace(b'"signature"', b'"sign-off"')) == ["email-shared"]


def test_a_key_given_twice_to_the_same_person_is_a_fault() -> None:
    table = f'{{ key = "{ssh_line(2, "sk-ssh-ed25519@openssh.com")}"'
    assert table in SETTINGS
    assert codes(settings(table, f'{{ key = "{ssh_line(1)} other"')) == [
        "ssh-key-shared"
    ]


def test_a_private_key_is_not_repeated() -> None:
    secret = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ"
    faults = parse_settings(
        settings(ssh_line(1), f"-----BEGIN PRIVATE KEY-----{secret}")
    )
    assert isinstance(faults, tuple)
    assert secret[:10] not in repr([fault.details for fault in faults])


NO_REASON = "理由の記載なし (no reason given)"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("[paused]\n", NO_REASON),
        ('[paused]\nreason = ""\n', NO_REASON),
        ("[paused]\nreason = 1\n", NO_REASON),
        ('[paused]\nreason = " 点検 "\n', "点検"),
        ('[paused]\nreason = "点検"\nsince = 2026-11-20T10:00:00+09:00\n', "点検"),
    ],
)
def test_a_pause_needs_no_reason(table: str, reason: str) -> None:
    content = SETTINGS.partition("[paused]")[0] + table
    paused = parsed(content.encode()).paused
    assert paused is not None
    assert paused.reason == reason
    assert read_pause(content.encode()) == reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('zzz = 1\n[paused]\nreason = "点検"\n', "点検"),
        ('[paused]\nreason = "点検"\nsince = "zzz"\nzzz = 1\n', "点検"),
        ("[paused.zzz]\n", NO_REASON),
        ("paused = {}\n", NO_REASON),
        ("paused = true\n", NO_REASON),
        ('paused = "点検"\n', "点検"),
        ("\ufeff[paused]\n", NO_REASON),
        ("paused = false\n", None),
        ('# [paused]\nname = "[paused]"\n', None),
        ('[accounts.x]\npaused = true\n"paused " = 1\n', None),
        ("[paused]\n[", None),
        ("", None),
    ],
)
def test_a_pause_is_read_from_settings_however_broken(
    content: str, reason: str | None
) -> None:
    assert read_pause(content.encode()) == reason


def test_a_pause_is_not_read_from_what_is_no_text() -> None:
    assert read_pause(b"[paused]\n\xff") is None


def test_the_labelled_settings_are_valid() -> None:
    file = SHARED / "data" / "posts-ja" / "sns.toml"
    if not file.is_file():
        pytest.skip("the example settings are not on this machine")
    found = parsed(file.read_bytes())
    assert found.directors() == ("kancho",)
    assert found.calendar_of("x") == found.calendars["chuo"]
    assert len(found.calendars["chuo"].closed) == 4


def closed_by(kind: str) -> object:
    return parsed(closing(kind)).calendars["chuo"].closed[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            'last_day_of = "every", if_closed = "previous_weekday"',
            (
                "last_day_of = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "
                'if_closed = "previous-weekday"'
            ),
        ),
        ("last_day_of = 3", "last_day_of = [3]"),
        ("monthly = 25", "monthly = [25]"),
        ('after_holiday = "next_weekday"', 'after_holiday = "next-weekday"'),
        (
            'weekly = "mon", if_holiday = "open_and_close_next_day"',
            'weekly = "mon", if_holiday = "open-and-close-next-day"',
        ),
        (
            'weekly = "mon", only_on = ["08-06", "2026-08-10"]',
            'weekly = "mon", only_on = [["08-06", "08-06"], [2026-08-10, 2026-08-10]]',
        ),
    ],
)
def test_two_ways_to_write_one_closing(one: str, other: str) -> None:
    assert closed_by(one) == closed_by(other)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ('holidays = true, weekly = "mon"', "closing-kind"),
        ("holidays = 1", "truth-expected"),
        ('holidays = true, if_holiday = "open"', "if-holiday-on-holidays"),
        ("last_day_of = []", "list-empty"),
        ("last_day_of = [1, 1]", "value-twice"),
        ('last_day_of = "all"', "month-wrong"),
        ("monthly = 0", "day-number-wrong"),
        ('nth = "first", weekday = "mon"', "nth-wrong"),
        ('after_holiday = "tomorrow"', "choice-wrong"),
        ('yearly = ["01-05", "01-05"], if_closed = "keep"', "key-unknown"),
        ("dates = []", "list-empty"),
        ('dates = ["2026-02-30"]', "date-wrong"),
        ('weekly = "mon", only_on = []', "list-empty"),
        ('weekly = "mon", only_on = "tue"', "list-expected"),
        ('weekly = "mon", only_on = ["tues"]', "days-wrong"),
        ('weekly = "mon", not_on = ["02-30"]', "month-day-impossible"),
        ('weekly = "mon", not_on = [["07-01"]]', "month-days-expected"),
        ('weekly = "mon", not_on = [["2026-07-02", "2026-07-01"]]', "range-order"),
        ('weekly = "mon", not_on = [["07-01", "2026-08-01"]]', "month-day-wrong"),
        ('weekly = "mon", not_on = [1]', "text-expected"),
        ('weekly = "mon", from = "24:00"', "closed-part-order"),
        ('weekly = "mon", until = "00:00"', "closed-part-order"),
        ('weekly = "mon", from = "noon"', "clock-wrong"),
    ],
)
def test_a_wrong_closing_is_a_fault(kind: str, code: str) -> None:
    assert codes(closing(kind)) == [code]
