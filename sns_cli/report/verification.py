"""What reading back came to, for people and as the JSON of design 8.3."""

from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.model.profile import ProfileChange
from sns_cli.model.reason import Reason
from sns_cli.model.verification import (
    Checked,
    Recognised,
    Seen,
    Stranger,
    Verification,
)
from sns_cli.report.levels import bars, note_level
from sns_cli.report.safe import github_command, safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence, tell

_LONGEST = 300
"""Characters of a profile's value that are shown."""
_ALARMS = frozenset({Seen.DIFFERS, Seen.MISSING})


def render_verification(report: Verification, style: str, language: Language) -> str:
    """Return the report in one of the formats text, json, github, markdown."""
    match style:
        case "json":
            return safe_json(to_json(report, language))
        case "github":
            return "\n".join(_github(report, language))
        case "markdown":
            return "\n".join(_markdown(report, language))
        case _:
            return "\n".join(_text(report, language))


def to_json(report: Verification, language: Language) -> dict[str, object]:
    """Return the keys others rely on, and what else is known beside them."""
    return {
        "version": 1,
        "deliveries": [
            {
                "post": one.key.post,
                "account": one.key.account,
                "state": one.state.value,
                "url": one.url,
                "remote_id": one.remote_id,
                "reason": None if one.reason is None else tell(one.reason, language),
                "text": one.text,
            }
            for one in report.deliveries
        ],
        "unknown_posts": [
            {
                "account": one.account,
                "remote_id": one.remote_id,
                "url": one.url,
                "text": one.text,
            }
            for one in report.strangers
        ],
        "acknowledged": [
            {
                "account": one.post.account,
                "remote_id": one.post.remote_id,
                "url": one.post.url,
                "reason": one.entry.reason,
                "on": one.entry.on.isoformat(),
                "document": one.entry.document,
            }
            for one in report.recognised
        ],
        "profiles": [_profile(one) for one in report.profiles],
        "notes": [
            {"code": note.code, "message": tell(note, language)}
            for note in report.notes
        ],
        "recorded": list(report.recorded),
        "exit_code": int(report.exit_code),
    }


def _profile(one: ProfileChange) -> dict[str, object]:
    return {
        "account": one.account,
        "changed": {
            key: {
                "accepted": getattr(one.accepted, key),
                "seen": getattr(one.seen, key),
            }
            for key in one.differences
        },
    }


def profile_line(one: ProfileChange, language: Language) -> str:
    """Return which values of a profile changed, each before and after."""
    values = "、".join if language == "ja" else ", ".join
    told = (
        sentence(
            "profile-value",
            {
                "what": Reason(f"profile-{key}"),
                "accepted": getattr(one.accepted, key)[:_LONGEST],
                "seen": getattr(one.seen, key)[:_LONGEST],
            },
            language,
        )
        for key in one.differences
    )
    return values(told)


def _changed(one: ProfileChange, language: Language) -> str:
    line = sentence("verify-profile", {"account": one.account}, language)
    return f"{line} {profile_line(one, language)}"


def _recognised(one: Recognised, language: Language) -> str:
    details = {
        "account": one.post.account,
        "url": one.post.url,
        "on": one.entry.on,
        "reason": one.entry.reason,
    }
    return sentence("verify-acknowledged", details, language)


def _calling(report: Verification, language: Language) -> list[str]:
    """Return what is on the accounts and did not come from here, and changed there."""
    lines = [_stranger(one, language) for one in report.strangers]
    return [*lines, *(_changed(one, language) for one in report.profiles)]


def _text(report: Verification, language: Language) -> list[str]:
    lines = [tell(note, language) for note in report.notes]
    lines += _problems(report, language)
    lines += _calling(report, language)
    lines += [_recognised(one, language) for one in report.recognised]
    return [*lines, *_summary(report, language)]


def _github(report: Verification, language: Language) -> list[str]:
    lines = [
        github_command(note_level(note, report.exit_code), tell(note, language))
        for note in report.notes
    ]
    for one in report.deliveries:
        if one.state is not Seen.OK:
            urgent = one.state in _ALARMS or bars(one.reason)
            level = "error" if urgent else "notice"
            lines.append(github_command(level, _line(one, language)))
    lines += [github_command("error", one) for one in _calling(report, language)]
    return [*lines, *_summary(report, language)]


def _markdown(report: Verification, language: Language) -> list[str]:
    lines = [f"> {safe_markdown(tell(note, language))}" for note in report.notes]
    lines += [f"- {safe_markdown(one)}" for one in _problems(report, language)]
    lines += [f"- {safe_markdown(one)}" for one in _calling(report, language)]
    lines += [
        f"- {safe_markdown(_recognised(one, language))}" for one in report.recognised
    ]
    summary = [safe_markdown(one) for one in _summary(report, language)]
    return [*lines, *(["", *summary] if lines else summary)]


def _problems(report: Verification, language: Language) -> Iterator[str]:
    """Yield a line for each delivery that is not as approved: those are few."""
    for one in report.deliveries:
        if one.state is not Seen.OK:
            yield _line(one, language)


def _line(one: Checked, language: Language) -> str:
    state = sentence(f"seen-{one.state.value}", {}, language)
    place = f" {safe_line(one.url)}" if one.url else ""
    why = f" {tell(one.reason, language)}" if one.reason else ""
    name = f"{safe_line(one.key.post)} → {safe_line(one.key.account)}"
    return f"{name}: {state}{place}{why}"


def _stranger(one: Stranger, language: Language) -> str:
    details = {"account": one.account, "url": one.url, "text": one.text}
    return sentence("verify-stranger", details, language)


def _summary(report: Verification, language: Language) -> list[str]:
    if not report.deliveries:
        told = bool(report.notes or report.strangers or report.profiles)
        return [] if told else [sentence("verify-nothing", {}, language)]
    states = [one.state for one in report.deliveries]
    counts = {one.value: states.count(one) for one in Seen}
    lines = [sentence("verify-summary", {"count": len(states), **counts}, language)]
    if report.recorded:
        details = {"count": len(report.recorded)}
        lines.append(sentence("verify-recorded", details, language))
    return lines
