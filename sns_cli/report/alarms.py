"""What calls for people → the entries of the one issue. Markdown that acts on nothing.

What people wrote, here or at a service, is neutralised. The one thing that acts is the
mention of those who are to look, by the account that ``sns.toml`` gives them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.alarm import AlarmEntry, AlarmWords
from sns_cli.model.alert import Alert, AlertKind
from sns_cli.model.profile import ProfileChange
from sns_cli.model.settings import Person, Settings
from sns_cli.report.safe import safe_link, safe_markdown, safe_markdown_block
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.verification import profile_line

_LOGIN: Final = re.compile(r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}")
"""GitHub's account names. Anything else is nobody's, and is mentioned nowhere."""
_LONGEST: Final = 140
_LONGEST_REASON: Final = 600


def alarm_words(language: Language) -> AlarmWords:
    """Return the sentences around the entries."""

    def say(code: str) -> str:
        return sentence(code, {"count": "{count}", "number": "{number}"}, language)

    return AlarmWords(
        title=say("alarm-title"),
        intro=say("alarm-intro"),
        more=say("alarm-more"),
        added=say("alarm-added"),
        fewer=say("alarm-fewer"),
        over=say("alarm-over"),
        twice=say("alarm-twice"),
    )


def alarm_entries(
    alerts: Sequence[Alert], policy: Settings, language: Language
) -> tuple[AlarmEntry, ...]:
    """Return the entries, one for each thing, in their order."""
    found: dict[str, AlarmEntry] = {}
    for one in alerts:
        entry = AlarmEntry(
            one.part,
            one.account or "-",
            one.line,
            one.told,
            "\n\n".join(_blocks(one, policy, language)),
            one.made,
        )
        found.setdefault(one.line, entry)
    return tuple(found.values())


def _blocks(one: Alert, policy: Settings, language: Language) -> Iterator[str]:
    details = {"account": one.account or "", "post": one.subject}
    headline = sentence(f"alarm-{one.kind.value}", details, language)
    yield f"### {safe_markdown(headline)}"
    yield _who(one, policy, language)
    told = [*_told(one, language)]
    if told:
        yield " ".join(told)
    todo = sentence(f"alarm-{one.kind.value}-todo", details, language)
    yield safe_markdown(todo)
    commands = _commands(one, language)
    if commands:
        yield safe_markdown_block("\n".join(commands))


def _told(one: Alert, language: Language) -> Iterator[str]:
    if one.url:
        yield safe_link(one.url)
    if one.text:
        yield safe_markdown(f"「{_cut(one.text, _LONGEST)}」")
    change = one.reason.details.get("change") if one.reason is not None else None
    if isinstance(change, ProfileChange):
        yield safe_markdown(_cut(profile_line(change, language), _LONGEST_REASON))
    elif one.reason is not None:
        yield safe_markdown(_cut(tell(one.reason, language), _LONGEST_REASON))


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _who(one: Alert, policy: Settings, language: Language) -> str:
    """Say who is to look: the account's manager, or the directors."""
    account = None if one.account is None else policy.accounts.get(one.account)
    if account is None:
        code, keys = "alarm-directors", policy.directors()
    else:
        code, keys = "alarm-manager", (account.manager,)
    people = [policy.people[key] for key in keys if key in policy.people]
    named = "、".join if language == "ja" else ", ".join
    # The mention is put in after all else was neutralised.
    told = safe_markdown(sentence(code, {"people": "PEOPLE"}, language))
    return told.replace("PEOPLE", named(_person(person) for person in people) or "-")


def _person(person: Person) -> str:
    name = safe_markdown(person.name)
    login = person.github or ""
    return f"{name} @{login}" if _LOGIN.fullmatch(login) else name


def _commands(one: Alert, language: Language) -> tuple[str, ...]:
    """Return what to type."""
    url = sentence("notice-doubt-found", {}, language).replace(" ", "_")
    why = sentence("alarm-reason", {}, language)
    post, account = one.subject, one.account
    makers: dict[AlertKind, Callable[[], tuple[str, ...]]] = {
        AlertKind.BLOCKED: lambda: ("sns authenticate", "sns repair"),
        AlertKind.IN_DOUBT: lambda: (
            f"sns resolve {post} {account} --published {url}",
            f"sns resolve {post} {account} --not-sent",
        ),
        AlertKind.BROKEN: lambda: (f"sns status {post}",),
        AlertKind.OVERDUE: lambda: (f"sns status {post}", f"sns withdraw {post}"),
        AlertKind.DIFFERS: lambda: (f"sns correct {post}", f"sns retract {post}"),
        AlertKind.MISSING: lambda: (f"sns retract {post}",),
        AlertKind.STRANGER: lambda: (
            f"sns acknowledge {account} {one.url} --reason {why}",
            "sns pause --reason " + why,
        ),
        AlertKind.PROFILE: lambda: (
            f"sns acknowledge {account} --profile --reason {why}",
            "sns pause --reason " + why,
        ),
        AlertKind.WRONG_ACCOUNT: lambda: (f"sns verify --account {account}",),
    }
    maker = makers.get(one.kind)
    return () if maker is None else maker()
