"""What a run of ``publish`` did, for people and as the JSON of design 8.3."""

import datetime as dt
from collections.abc import Sequence

from sns_cli.messages import Language
from sns_cli.model.delivery import Outcome, RunReport
from sns_cli.report.levels import bars, note_level
from sns_cli.report.safe import github_command, safe_json, safe_line
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.summary import FOR_PEOPLE, Page, render_summary
from sns_cli.report.urgency import state_code, urgent_first
from sns_cli.report.width import columns


def render_run(report: RunReport, page: Page, style: str, language: Language) -> str:
    """Return the report in one of the formats text, json, github, markdown.

    Args:
        report: of the run.
        page: what is shown besides.
        style: the format.
        language: of the sentences.
    """
    unapproved = page.unapproved
    match style:
        case "json":
            return safe_json(to_json(report, unapproved, language))
        case "github":
            return "\n".join(_github(report, unapproved, language))
        case "markdown":
            return render_summary(report, page, language)
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


def progress_lines(
    report: RunReport,
    until: dt.datetime,
    again: dt.datetime | None,
    language: Language,
) -> tuple[str, ...]:
    """Return what is said before a wait: how things stand, and what is waited for.

    Args:
        report: of the run that is over.
        until: how long it goes on; aware, in the library's time zone.
        again: when the next run is; None if only after a change of ``main``.
        language: of the sentences.
    """
    code = "until-waits" if again is None else "until-waits-for"
    next_run = None if again is None else again.astimezone(until.tzinfo)
    waits = sentence(code, {"until": until, "again": next_run}, language)
    notes = (tell(one, language) for one in report.notes)
    return (*notes, *(_line(one, language) for one in report.outcomes), waits)


def _delivery(one: Outcome, language: Language) -> dict[str, object]:
    return {
        "post": one.key.post,
        "account": one.key.account or None,
        "state": one.state.value,
        "url": one.url,
        "remote_id": one.remote_id,
        "reason": None if one.reason is None else tell(one.reason, language),
    }


def _cells(one: Outcome, language: Language) -> tuple[str, str, str]:
    target = f" → {safe_line(one.key.account)}" if one.key.account else ""
    state = sentence(state_code(one), {}, language)
    rest = [safe_line(one.url)] if one.url else []
    rest += [tell(one.reason, language)] if one.reason else []
    return f"{safe_line(one.key.post)}{target}:", state, " ".join(rest)


def _line(one: Outcome, language: Language) -> str:
    return " ".join(_cells(one, language)).rstrip()


def _unapproved(paths: Sequence[str], language: Language) -> list[str]:
    if not paths:
        return []
    details = {"count": len(paths), "paths": ", ".join(paths)}
    return [sentence("unapproved-posts", details, language)]


def _text(
    report: RunReport, unapproved: Sequence[str], language: Language
) -> list[str]:
    lines = [tell(note, language) for note in report.notes]
    outcomes = urgent_first(report.outcomes)
    if len(outcomes) == 1:  # no columns to align
        lines.append(_line(outcomes[0], language))
    else:
        lines += columns([_cells(one, language) for one in outcomes])
    lines += _unapproved(unapproved, language)
    return lines or [sentence("nothing-to-publish", {}, language)]


def _github(
    report: RunReport, unapproved: Sequence[str], language: Language
) -> list[str]:
    lines = [
        github_command(note_level(note, report.exit_code), tell(note, language))
        for note in report.notes
    ]
    files = _files(report)
    for one in urgent_first(report.outcomes):
        urgent = one.state in FOR_PEOPLE or one.due_since or bars(one.reason)
        level = "error" if urgent else "notice"
        file = files.get(one.key.post)
        lines.append(github_command(level, _line(one, language), file=file))
    lines += [
        github_command("warning", line) for line in _unapproved(unapproved, language)
    ]
    # A line of the log and no annotation: most runs have nothing to do.
    return lines or [sentence("nothing-to-publish", {}, language)]


def _files(report: RunReport) -> dict[str, str]:
    """Return the files of the posts, as far as the run had them in hand."""
    if report.seen is None:
        return {}
    seen = report.seen
    unfit = {one.id or one.path: one.path for one in seen.unpublishable}
    return {**{one.post.id: one.post.path for one in seen.approved}, **unfit}
