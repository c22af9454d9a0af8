"""For every fault of the form of a file: content that has it, and the line of it."""

from dataclasses import dataclass

from tests.parse.samples import (
    BODY,
    FRONT_MATTER,
    PATH,
    closing,
    post,
    settings,
    ssh_line,
    with_line,
)


@dataclass(frozen=True)
class Case:
    """Content that has one kind of fault.

    Attributes:
        at: text on the faulty line (its first occurrence), or the line itself.
        also: other faults that cannot be had apart.
    """

    content: bytes
    at: str | int
    also: frozenset[str] = frozenset()
    path: str = PATH

    @property
    def line(self) -> int:
        """The line on which the fault must be reported, from 1."""
        if isinstance(self.at, int):
            return self.at
        return self.content.decode().split(self.at)[0].count("\n") + 1


_UNKNOWN = frozenset({"key-unknown"})
_MISSING = frozenset({"key-missing"})
_WHOLE = post()
_HEAD = FRONT_MATTER

SECOND = b"""[calendars.kita]
name = "\xe5\x8c\x97"
covers = ["2026-04-01", "2027-03-31"]
hours = [{ days = ["sun"], open = "09:30", close = "17:00" }]
[accounts.x]"""
"""A second calendar, before the account."""

POST_CASES = {
    "post-path-wrong": Case(_WHOLE, 1, path="posts/2026/13/a.md"),
    "file-too-large": Case(_WHOLE + b"x" * 65536, 1),
    "not-utf8": Case("---\ntitle: 図書\n---\n".encode("cp932"), 2),
    "byte-order-mark": Case(b"\xef\xbb\xbf" + _WHOLE, 1),
    "carriage-return": Case(_WHOLE.replace(b"\n", b"\r"), 1),
    "control-character": Case(post(body="a\n\x1b[31mb\n"), "\x1b"),
    "noncharacter": Case(post(body="a\n\ufdd0b\n"), "\ufdd0"),
    "control-character-escaped": Case(with_line('title: "a\\x1bb"'), "\\x1b"),
    "tab-in-front-matter": Case(with_line("title: a\tb"), "\t"),
    "front-matter-missing": Case(b"----\nid: abc\n----\n", 1),
    "front-matter-unclosed": Case(f"---\n{_HEAD}...\n{BODY}".encode(), 1),
    "front-matter-too-large": Case(with_line(f"title: {'x' * 8192}"), 1),
    "front-matter-not-table": Case(post("- id: abc\n"), 2),
    "yaml-invalid": Case(post(_HEAD.replace("title: ", "title: ]")), "title"),
    "yaml-fullwidth-colon": Case(post(_HEAD.replace("title: ", "title：")), "title"),
    "yaml-anchor": Case(with_line("title: &a b"), "&a"),
    "yaml-tag": Case(with_line("title: !!str b"), "!!str"),
    "yaml-merge-key": Case(with_line("<<: {a: b}"), "<<"),
    "yaml-document": Case(post("%YAML 1.1\n--- {a: b}\n"), 2),
    "yaml-too-deep": Case(with_line("names: [[[[角田光代]]]]"), "[[[["),
    "yaml-too-long": Case(post("".join(f"k{n}: v\n" for n in range(300))), "k199:"),
    "key-not-text": Case(with_line("? [a]\n: b"), "[a]"),
    "key-twice": Case(post(f"{_HEAD}id: 20261205-zweite\n"), "id: 20261205-zweite"),
    "key-missing": Case(post(_HEAD.replace("id: 20261205-ohanashikai\n", "")), 2),
    "key-unknown": Case(with_line("zzz: 1"), "zzz"),
    "key-unknown-similar": Case(with_line("titel: 1"), "titel"),
    "value-empty": Case(with_line("source_url:"), "source_url"),
    "text-expected": Case(with_line("title: [a]"), "[a]"),
    "line-expected": Case(with_line("title: |\n  a\n  b"), "title"),
    "list-expected": Case(with_line("accounts: x"), "accounts"),
    "list-empty": Case(with_line("accounts: []"), "accounts"),
    "table-expected": Case(
        post(_HEAD.partition("overrides")[0] + "overrides: x\n"), "overrides"
    ),
    "value-twice": Case(with_line("accounts: [x, mail, x]"), "accounts"),
    "choice-wrong": Case(with_line("category: zzz"), "category"),
    "choice-wrong-similar": Case(with_line("category: 催し"), "category"),
    "id-form": Case(with_line("corrects: ABC"), "ABC"),
    "account-key-form": Case(with_line("accounts: [x, mail, 1x]"), "1x"),
    "yes-no-wrong": Case(post(_HEAD.replace("people: true", "people: yes")), "people:"),
    "date-wrong": Case(post(_HEAD.replace("2026-11-20", "2026-11-31")), "11-31"),
    "time-wrong": Case(with_line("publish_at: 11/25 10:00"), "publish_at"),
    "time-date-only": Case(with_line("publish_at: 2026-11-25"), "publish_at"),
    "time-impossible": Case(with_line("publish_at: 2026-02-30T10:00"), "publish_at"),
    "expires-before-publish": Case(
        with_line("expires_at: 2026-11-25 10:00"), "expires_at"
    ),
    "override-account": Case(with_line("accounts: [x]"), "mail:"),
    "override-account-similar": Case(with_line("accounts: [x, mails]"), "mail:"),
    "media-path-wrong": Case(post(_HEAD.replace("assets/", "../")), "../"),
}

_KEY = ssh_line(1)
_STAFF = 'role = "staff"\n'
_SHARED_KEY = f'{_STAFF}keys = ["{_KEY} b"]\n'
_SHARED_MAIL = settings('"signature"', '"sign-off"').replace(b"tanto-01@", b"Kancho@")
_PLATFORM = settings('"signature"', '"platform"')
_PRIVATE = "-----BEGIN OPENSSH PRIVATE KEY----- b3Blbn"
_TWICE = settings("[[distrust]]", '[[grants]]\nid = "g-2026-01" # 2\n[[distrust]]')
_NO_MANAGER = settings('manager = "kancho"', 'manager = "kantyo"')

SETTINGS_CASES = {
    "settings-too-large": Case(settings() + b"#" * 131072, 1),
    "settings-not-utf8": Case(b"[library]\nname = '\xff'\n", 2),
    "settings-byte-order-mark": Case(b"\xef\xbb\xbf" + settings(), 1),
    "value-control-character": Case(
        settings("広報担当", "広報\u2028担当"), "広報\u2028"
    ),
    "settings-too-deep": Case(b"a = [\n[[[[[[[[1]]]]]]]]]\n", 2),
    "toml-full-width": Case(settings('"図書館長"', "“図書館長”"), "“図書館長”"),
    "toml-invalid": Case(settings('"図書館長"', "図書館長"), "図書館長"),
    "acknowledged-one": Case(
        settings('remote_id = "1990000000000000001"\n', ""), "[[acknowledged]]"
    ),
    "profile-digest-wrong": Case(settings('profile = "cd', 'profile = "CD'), '"CD'),
    "truth-expected": Case(settings("paused = false", 'paused = "no"'), "paused ="),
    "whole-number-expected": Case(settings("minutes = 10", "minutes = 1.5"), "minutes"),
    "amount-expected": Case(settings("usd = 5", "usd = nan"), "nan"),
    "count-expected": Case(
        settings("max_per_day = 3", "max_per_day = 0"), "max_per_day = 0"
    ),
    "nth-wrong": Case(settings("nth = [1, 3]", "nth = [1, 6]"), "nth"),
    "clock-wrong": Case(settings('open = "09:30"', 'open = "9:30"'), '"9:30"'),
    "month-day-wrong": Case(settings('"12-29"', '"12/29"'), "12/29"),
    "hours-order": Case(settings('close = "17:00"', 'close = "09:30"'), '"sat"'),
    "range-order": Case(settings('"2027-02-08"', '"2026-02-08"'), "2026-02-08"),
    "pair-expected": Case(settings(', "2027-02-08"', ""), "特別整理"),
    "closing-kind": Case(settings('weekday = "thu"', 'weekly = "thu"'), "nth"),
    "month-wrong": Case(closing("last_day_of = [1, 13]"), "last_day_of"),
    "day-number-wrong": Case(closing("monthly = 32"), "monthly"),
    "true-expected": Case(closing("holidays = false"), "holidays ="),
    "days-wrong": Case(closing('weekly = "mon", not_on = ["8/6"]'), "8/6"),
    "closed-part-order": Case(
        closing('weekly = "mon", from = "13:00", until = "12:00"'), "13:00"
    ),
    "if-closed-contradicts": Case(
        closing('after_holiday = "next-weekday", if_closed = "previous-day"'),
        "after_holiday",
    ),
    "calendar-ambiguous": Case(
        settings('calendar = "chuo"\n').replace(b"[accounts.x]", SECOND), "[accounts.x]"
    ),
    "exceptions-contradict": Case(
        settings('{ date = "2026-08-12"', '{ date = "2026-08-11"'),
        'date = "2026-08-11", reason',
    ),
    "month-day-impossible": Case(settings('"01-03"', '"02-30"'), "02-30"),
    "month-days-expected": Case(settings('"12-29", "01-03"', '"12-29"'), "12-29"),
    "if-holiday-on-holidays": Case(
        closing('holidays = true, if_holiday = "open"'), "holidays"
    ),
    "exception-hours": Case(settings(', close = "15:00"', ""), "2026-08-11"),
    "timezone-unknown": Case(settings("Asia/Tokyo", "Asia/Tokio"), "timezone"),
    "name-key-form": Case(
        settings("[people.tanto-01]", '[people."a b"]').replace(b"tanto-01", b"kancho"),
        '[people."a b"]',
    ),
    "person-name-wrong": Case(settings("広報担当", "広報 <a@b>"), "広報"),
    "email-wrong": Case(settings("tanto-01@", "tanto 01@"), "tanto 01@"),
    "email-shared": Case(_SHARED_MAIL, "Kancho@"),
    "github-missing": Case(
        _PLATFORM.replace(b'github = "kancho"\n', b""), "[people.kancho]"
    ),
    "github-shared": Case(
        _PLATFORM.replace(b'role = "staff"', b'role = "staff"\ngithub = "Kancho"'),
        '"Kancho"',
    ),
    "ssh-key-type": Case(settings(_KEY, "ssh-rsa AAAA"), "ssh-rsa"),
    "ssh-key-broken": Case(settings(_KEY, _KEY[:-4]), "kancho@desk"),
    "ssh-key-private": Case(settings(_KEY, _PRIVATE), "PRIVATE"),
    "ssh-key-shared": Case(settings(_STAFF, _SHARED_KEY), f'["{_KEY} b'),
    "pattern-wrong": Case(settings("A\\\\d", "(A\\\\d"), "patron_card"),
    "commit-id-wrong": Case(settings("ab" * 20, "ab" * 19), "from ="),
    "director-missing": Case(settings('role = "director"', 'role = "manager"'), 8),
    "reference-unknown": Case(settings('to = "tanto-01"', 'to = "zzz"'), "zzz"),
    "reference-unknown-similar": Case(_NO_MANAGER, "kantyo"),
    "grant-basis-director": Case(settings('basis = ["ア", ', 'basis = ["エ", '), "エ"),
    "grant-twice": Case(_TWICE, "# 2", _MISSING),
    "target-needs-repository": Case(
        settings('repository = "example/sns"\n'), "require_target"
    ),
}
