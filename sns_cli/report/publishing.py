"""What a run of ``publish`` did, for people and as the JSON of design 8.3."""

from collections.abc import Sequence

from sns_cli.messages import Language
from sns_cli.model.delivery import Outcome, Result, RunReport
from sns_cli.report.safe import github_command, safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence, tell

_ALARMS = frozenset({Result.IN_DOUBT, Result.REJECTED, Result.BLOCKED, Result.BROKEN})


def render_run(
    report: RunReport, unapproved: Sequence[str], style: str, language: Language
) -> str:
    """Return the report in one of the formats text, json, github, markdown."""
    match style:
        case "json":
            return safe_json(to_json(report, unapproved, language), indent=2)
        case "github":
            return "\n".join(_github(report, unapproved, language))
        case "markdown":
            return "\n".join(_markdown(report, unapproved, language))
        case _:
            return "\n".join(_text(report, unapproved, language))


def to_json(
    report: RunReport, unapproved: Sequence[str], language: Language
) -> dict[str, object]:
    """Return the keys others rely on, and the notes of the run beside them."""
    return {
        "version": 1,
        "deliveries": [_delivery(one, language) for one in report.outcomes],
        "notes": [
            {"code": note.code, "message": tell(note, language)}
            for note in report.notes
        ],
        "unapproved": list(unapproved),
        "exit_code": int(report.exit_code),
    }


def _delivery(one: Outcome, language: Language) -> dict[str, object]:
    return {
        "post": one.key.post,
        "account": one.key.account or None,
        "state": one.state.value,
        "url": one.url,
        "remote_id": one.remote_id,
        "reason": None if one.reason is None else tell(one.reason, language),
    }


def _line(one: Outcome, language: Language) -> str:
    state = sentence(f"delivery-{one.state.value}", {}, language)
    place = f" {safe_line(one.url)}" if one.url else ""
    why = f" {tell(one.reason, language)}" if one.reason else ""
    target = f" → {safe_line(one.key.account)}" if one.key.account else ""
    return f"{safe_line(one.key.post)}{target}: {state}{place}{why}"


def _unapproved(paths: Sequence[str], language: Language) -> list[str]:
    if not paths:
        return []
    details = {"count": len(paths), "paths": ", ".join(paths)}
    return [sentence("unapproved-posts", details, language)]


def _text(
    report: RunReport, unapproved: Sequence[str], language: Language
) -> list[str]:
    lines = [tell(note, language) for note in report.notes]
    lines += [_line(one, language) for one in report.outcomes]
    lines += _unapproved(unapproved, language)
    return lines or [sentence("nothing-to-publish", {}, language)]


def _github(
    report: RunReport, unapproved: Sequence[str], language: Language
) -> list[str]:
    lines = [github_command("warning", tell(note, language)) for note in report.notes]
    for one in report.outcomes:
        level = "error" if one.state in _ALARMS else "notice"
        lines.append(github_command(level, _line(one, language)))
    lines += [
        github_command("warning", line) for line in _unapproved(unapproved, language)
    ]
    # A line of the log and no annotation: most runs have nothing to do.
    return lines or [sentence("nothing-to-publish", {}, language)]


def _markdown(
    report: RunReport, unapproved: Sequence[str], language: Language
) -> list[str]:
    lines = [f"> {safe_markdown(tell(note, language))}" for note in report.notes]
    lines += [f"- {safe_markdown(_line(one, language))}" for one in report.outcomes]
    lines += [f"- {safe_markdown(one)}" for one in _unapproved(unapproved, language)]
    return lines or [sentence("nothing-to-publish", {}, language)]
