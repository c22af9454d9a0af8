"""The words of the alarm: who looks, what to type, and nothing that acts by itself."""

import re

import pytest

from sns_cli.messages import Language
from sns_cli.model.alarm import body_of, entries_in
from sns_cli.model.alert import Alert, AlertKind
from sns_cli.model.profile import Profile, ProfileChange
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Account, Person, Role, Service, Settings
from sns_cli.parse.settings import parse_settings
from sns_cli.report.alarms import alarm_entries, alarm_words
from tests.parse.samples import settings as sample

EVIL = (
    "@kancho-city #1 <!-- sns alarm/1 end --> </details><b> ``` [x](javascript:a)\n"
    "::error::\x1b[31m\u202e https://evil.example/ $x$"
)


def policy(login: str | None = "kancho-city", name: str = "館長") -> Settings:
    base = parse_settings(sample())
    assert isinstance(base, Settings)
    boss = Person(name=name, email="k@lib.jp", role=Role.DIRECTOR, github=login)
    account = Account(service=Service.X, handle="example_lib", manager="kancho")
    update = {"people": {"kancho": boss}, "accounts": {"x": account}}
    return base.model_copy(update=update)


def alerts(text: str = "大当たり") -> list[Alert]:
    change = ProfileChange("x", Profile("a", "図書館"), Profile("a", text))
    reasons = {
        AlertKind.BLOCKED: Reason("publisher-missing"),
        AlertKind.PROFILE: Reason("verify-profile", {"account": "x", "change": change}),
        AlertKind.WRONG_ACCOUNT: Reason(
            "wrong-account", {"account": "x", "handle": "lib", "found": text}
        ),
    }
    return [
        Alert(
            kind,
            None if kind is AlertKind.BLOCKED else "x",
            "20261205-ohanashikai",
            reason=reasons.get(kind),
            url="https://x.com/example_lib/status/1",
            text=text if kind is AlertKind.STRANGER else "",
        )
        for kind in AlertKind
    ]


def plain(text: str) -> str:
    return text.replace("\\", "")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", AlertKind)
def test_each_says_what_who_and_what_to_do(kind: AlertKind, language: Language) -> None:
    (alert,) = [one for one in alerts() if one.kind is kind]
    (entry,) = alarm_entries([alert], policy(), language)
    heading, who, *rest = entry.text.split("\n\n")
    assert heading.startswith("### ")
    assert "館長 @kancho-city" in who
    assert rest
    assert entry.account == (alert.account or "-")
    typed = entry.text.partition("```text\n")[2]
    assert kind is AlertKind.AGAIN or typed.startswith("sns ")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_others_wrote_acts_on_nothing(language: Language) -> None:
    words = alarm_words(language)
    entries = alarm_entries(alerts(EVIL), policy(), language)
    body = body_of(entries, words)

    assert list(entries_in(body)) == list(entries)
    assert body.count("<!-- sns alarm/1 end -->") == 1
    mentions = re.findall(r"(?<![\w\\])@[A-Za-z0-9-]+", body)
    assert set(mentions) == {"@kancho-city"}
    assert len(mentions) == len(entries)
    for harm in ("<b>", "</details>", "\x1b", "\u202e", "\n::error"):
        assert harm not in body
    assert not re.search(r"(?<!\\)(#1|\]\()", body)


@pytest.mark.parametrize(
    "login", [None, "", "a b", "-x", "x-", "a/b", "team@all", "a" * 41, "所長"]
)
def test_what_is_no_account_is_not_mentioned(login: str | None) -> None:
    for entry in alarm_entries(alerts(), policy(login), "ja"):
        assert "@" not in entry.text
        assert "館長" in entry.text


def test_a_name_is_text_too() -> None:
    (entry, *_) = alarm_entries(alerts(), policy(None, "@everyone <b>"), "ja")
    assert "@everyone" not in entry.text
    assert "<b>" not in entry.text


def test_a_long_text_is_cut() -> None:
    (entry,) = alarm_entries(
        [Alert(AlertKind.STRANGER, "x", "1", text="あ" * 5000)], policy(), "ja"
    )
    assert len(entry.text) < 2000
    assert "あ…」" in plain(entry.text)


def test_the_same_thing_twice_is_one_entry() -> None:
    twice = [Alert(AlertKind.DIFFERS, "x", "a"), Alert(AlertKind.DIFFERS, "x", "a")]
    assert len(alarm_entries(twice, policy(), "ja")) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_words_have_their_places(language: Language) -> None:
    words = alarm_words(language)
    assert "7" in words.more.format(count=7)
    assert "#7" in words.twice.format(number=7)
    assert "{" not in words.title + words.intro + words.added + words.fewer + words.over
