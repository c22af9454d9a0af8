"""What `sns lint` found, in the formats people and machines read.

The sentences are looked up in their room alone: the whole catalogue would cost
`sns lint` of one post a hundredth of a second. Every text of a post goes through
``report.safe``. Nothing here ever says that a post is fine: a machine can only say what
it did not find.
"""

from collections.abc import Callable, Mapping
from typing import Final

from sns_cli.messages import Language
from sns_cli.messages.report import TEXTS
from sns_cli.model.finding import Finding, LintReport, Severity
from sns_cli.report.safe import github_command, safe_json, safe_line, safe_markdown

_GROUPS: Final = ("error", "waived", "warning", "info")
_ANNOTATIONS: Final[Mapping[str, str]] = {
    "error": "error",
    "waived": "notice",
    "warning": "warning",
    "info": "notice",
}


def render_findings(report: LintReport, style: str, language: Language) -> str:
    """Return the report in ``style``, without a line end after the last line.

    Raises:
        KeyError: there is no such style.
    """
    return _STYLES[style](report, language)


def findings_json(report: LintReport) -> Mapping[str, object]:
    """Return the JSON value of design 8.3."""
    return {
        "version": 1,
        "posts": report.posts,
        "findings": [finding_json(finding) for finding in report.findings],
        "checklist": [dict(item) for item in report.checklist],
    }


def finding_json(finding: Finding) -> Mapping[str, object]:
    """Return one finding as design 8.3 has it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "post": finding.post,
        "message": finding.message,
        "hint": finding.hint,
        "clause": finding.clause,
        "waived": finding.waived,
    }


def _json(report: LintReport, _language: Language) -> str:
    return safe_json(findings_json(report))


def _text(report: LintReport, language: Language) -> str:
    lines = [
        line for finding in report.findings for line in finding_lines(finding, language)
    ]
    return "\n".join([*lines, *_ending(report, language)])


def finding_lines(finding: Finding, language: Language) -> tuple[str, str]:
    """Return one finding for a terminal or a log: what it is, and what to do."""
    place = f"{safe_line(finding.path)}:{finding.line}"
    label = group_label(group_of(finding), language)
    what = f"{label}: {safe_line(finding.message)} [{finding.rule}]"
    return f"{place}: {what}", f"  {_advice(finding, language)}"


def _advice(finding: Finding, language: Language) -> str:
    hint = TEXTS["findings-hint"].fill(language, {"hint": safe_line(finding.hint)})
    return f"{hint}  {TEXTS['findings-more'].fill(language, {'rule': finding.rule})}"


def _ending(report: LintReport, language: Language) -> list[str]:
    lines = [TEXTS["findings-count"].fill(language, _counts(report))]
    if not report.posts and not report.findings:
        lines.append(TEXTS["findings-no-post"].fill(language, {}))
    elif not report.findings:
        lines.append(TEXTS["findings-none"].fill(language, {}))
    lines += [f"□ {safe_line(item['text'])}" for item in report.checklist]
    return lines


def _github(report: LintReport, language: Language) -> str:
    lines = [_annotation(finding, language) for finding in report.findings]
    return "\n".join([*lines, *_ending(report, language)])


def _annotation(finding: Finding, language: Language) -> str:
    return github_command(
        _ANNOTATIONS[group_of(finding)],
        f"{safe_line(finding.message)}\n{_advice(finding, language)}",
        file=finding.path,
        line=finding.line,
        title=finding.rule,
    )


def _markdown(report: LintReport, language: Language) -> str:
    lines = [f"## {TEXTS['findings-title'].fill(language, {})}", ""]
    for group in _GROUPS:
        found = [one for one in report.findings if group_of(one) == group]
        if found:
            lines += [f"### {group_label(group, language)}({len(found)})", ""]
            lines += [finding_item(finding, language) for finding in found]
            lines.append("")
    endings = [safe_markdown(line) for line in _ending(report, language)]
    return "\n".join([*lines, "\n\n".join(endings)])


def finding_item(finding: Finding, language: Language, label: str = "") -> str:
    """Return one finding as an item of a Markdown list, after its ``label``."""
    notes = [
        TEXTS["findings-hint"].fill(language, {"hint": safe_markdown(finding.hint)})
    ]
    if finding.clause is not None:
        clause = safe_markdown(finding.clause)
        notes.append(TEXTS["findings-clause"].fill(language, {"clause": clause}))
    notes.append(f"`{finding.rule}`")
    place = f"{safe_markdown(finding.path)}:{finding.line}"
    message = safe_markdown(finding.message)
    return f"- {label}**{message}** ({place})<br>{'　'.join(notes)}"


def group_of(finding: Finding) -> str:
    """Return ``error``, ``warning``, ``info``, or ``waived`` whatever it was."""
    return "waived" if finding.waived else finding.severity.value


def group_label(group: str, language: Language) -> str:
    """Return what people are to do about a group of findings."""
    return TEXTS[f"findings-{group}"].fill(language, {})


def _counts(report: LintReport) -> Mapping[str, int]:
    groups = [group_of(finding) for finding in report.findings]
    return {
        "posts": report.posts,
        "errors": groups.count(Severity.ERROR.value),
        "warnings": groups.count(Severity.WARNING.value),
        "infos": groups.count(Severity.INFO.value),
        "waived": groups.count("waived"),
    }


_STYLES: Final[Mapping[str, Callable[[LintReport, Language], str]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "markdown": _markdown,
}
