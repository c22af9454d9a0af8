"""What a change of ``sns.toml`` breaks: posts nobody touched, and that are still to go.

Judged by the settings as they were and as they are to be, each rule tells by itself
what is new.
"""

from collections.abc import Callable
from dataclasses import replace

from sns_cli.bootstrap.published import undelivered
from sns_cli.bootstrap.selecting import Selection
from sns_cli.model.finding import Finding, LintReport
from sns_cli.model.post import Post
from sns_cli.parse.post import parse_post

Lint = Callable[[Selection], LintReport]


def with_broken(report: LintReport, selection: Selection, lint: Lint) -> LintReport:
    """Return the report with what the new settings break besides.

    Args:
        report: about the posts asked for.
        selection: those; its settings are the new ones.
        lint: judges the posts of a selection by its settings.
    """
    before = selection.before
    if before is None:
        return report
    others = frozenset(_others(selection))
    if not others:
        return report
    new = replace(selection, wanted=others, before=None)
    old = replace(new, folder=replace(selection.folder, settings=before))
    judged = lint(new)
    known = {_told(one) for one in (*lint(old).findings, *report.findings)}
    broken = [one for one in judged.findings if _told(one) not in known]
    found = sorted((*report.findings, *broken), key=lambda one: (one.path, one.line))
    return replace(report, posts=report.posts + judged.posts, findings=tuple(found))


def _others(selection: Selection) -> list[str]:
    """Return the paths of posts that are not asked for and not delivered everywhere."""
    zone = selection.folder.settings.library.timezone
    parsed = [
        (path, post)
        for path, content in selection.content.posts
        if not selection.wants(path)
        and isinstance(post := parse_post(path, content, zone), Post)
    ]
    return [path for path, _ in undelivered(selection.folder, parsed)]


def _told(one: Finding) -> tuple[object, ...]:
    return one.rule, one.path, one.line, one.message
