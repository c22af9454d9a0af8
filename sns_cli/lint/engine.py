"""Post files → findings. Pure: files, settings and the time are given.

Each file is read in isolation; one that cannot be read tells its faults and disturbs no
other. Every file is known to the rules (two may claim one id), but only the wanted ones
are reported.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from sns_cli.lint.clause import clause_text
from sns_cli.lint.context import LintContext
from sns_cli.lint.pictures import ReadPicture, looking
from sns_cli.lint.registry import RULES
from sns_cli.lint.rule import Hit, Rule
from sns_cli.lint.rules.stray_file import RULE as STRAY_FILE
from sns_cli.lint.surroundings import Others, stray_faults
from sns_cli.messages import Language, Text, render
from sns_cli.model.finding import Fault, Finding, LintReport, Severity
from sns_cli.model.paths import SETTINGS
from sns_cli.model.post import Post
from sns_cli.model.settings import Settings
from sns_cli.parse.post import id_of, may_have_media, parse_post

__all__ = ["LintReport", "PostFile", "lint"]

_NO_CHECKLIST: Final = ()


class PostFile(NamedTuple):
    """A post file: its path in the repository, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class _Drafts:
    """Everything below ``posts/``; the fields are arguments of :func:`lint`."""

    posts: Sequence[PostFile]
    wanted: frozenset[str] | None
    others: Sequence[str]
    specials: Sequence[str]

    def wants(self, path: str) -> bool:
        """Tell whether findings about ``path`` are asked for."""
        return self.wanted is None or path in self.wanted


Parsed = Post | tuple[Fault, ...]


def lint(  # noqa: PLR0913  (what a run is given, each from another place)
    files: Sequence[PostFile],
    settings: Settings,
    now: dt.datetime,
    settled: Callable[[], frozenset[str]],
    language: Language,
    *,
    wanted: frozenset[str] | None = None,
    others: Sequence[str] = (),
    specials: Sequence[str] = (),
    pictures: ReadPicture | None = None,
    changed: Callable[[Post], bool] = lambda _post: False,
) -> LintReport:
    """Check the wanted posts against every rule.

    Args:
        files: every post file; rules see them all, such as two with one id.
        settings: the library's policy.
        now: the run's time (aware).
        settled: returns the ids of posts already approved or delivered; called at most
            once, and only if a wanted post's ``publish_at`` lies in the past.
        language: of the sentences.
        wanted: paths to report about, of posts or others; None means all.
        others: paths of all other files below ``posts/``.
        specials: paths of symbolic links and special files, which are never read.
        pictures: reads a file by its path, None if it is not there; without it nothing
            is said about the files themselves.
        changed: tells whether a post was published and its file is not what was.
    """
    folder = _Drafts(files, wanted, others, specials)
    parsed = _parse(folder, settings.library.timezone)
    context = LintContext(
        settings=settings,
        now=now,
        rules={rule.name: rule.waivable for rule in RULES},
        paths_of=_paths_by_id(folder, parsed, settings.library.timezone),
        settled=cache(settled),
        look=looking(pictures),
        changed=changed,
    )
    asked = {path: one for path, one in parsed.items() if folder.wants(path)}
    findings: list[Finding] = []
    for path, one in asked.items():
        if isinstance(one, Post):
            findings += _check(one, context, language)
        else:
            findings += [_of_fault(path, fault, language) for fault in one]
    findings += _strays(folder, parsed, language)
    readable = [one for one in asked.values() if isinstance(one, Post)]
    about_all = bool(readable) or wanted is None
    findings += _check_library(readable, context, language, asked=about_all)
    findings.sort(key=lambda finding: (finding.path, finding.line))
    return LintReport(len(asked), tuple(findings), _NO_CHECKLIST)


def _parse(folder: _Drafts, timezone: str) -> Mapping[str, Parsed]:
    """Parse the wanted posts, and the others as far as they matter for those."""
    # A file nobody posts is reported as stray unless a post shows it; to tell that,
    # every post that may name a file has to be read.
    stray_wanted = any(folder.wants(path) for path in folder.others)
    return {
        path: parse_post(path, content, timezone)
        for path, content in folder.posts
        if folder.wants(path) or (stray_wanted and may_have_media(content))
    }


def _paths_by_id(
    folder: _Drafts, parsed: Mapping[str, Parsed], timezone: str
) -> Mapping[str, tuple[str, ...]]:
    paths: dict[str, tuple[str, ...]] = {}
    for path, content in folder.posts:
        one = parsed.get(path)
        key = one.id if isinstance(one, Post) else id_of(path, content, timezone)
        if key is not None:
            paths[key] = (*paths.get(key, ()), path)
    return paths


def _check(post: Post, context: LintContext, language: Language) -> Iterator[Finding]:
    waivers = {waiver.rule: waiver.reason for waiver in post.meta.waivers}
    for rule in RULES:
        reason = waivers.get(rule.name) if rule.waivable else None
        for hit in rule.check(post, context):
            yield _of_hit(post, rule, hit, reason, language)


def _check_library(
    posts: Sequence[Post], context: LintContext, language: Language, *, asked: bool
) -> Iterator[Finding]:
    for rule in RULES:
        for hit in rule.check_library(posts, context) if asked else ():
            details = _in_language(hit.details, language)
            yield Finding(
                rule=rule.name,
                severity=hit.severity or rule.severity,
                path=SETTINGS,
                line=hit.where if isinstance(hit.where, int) else 1,
                post=None,
                message=(hit.message or rule.message).fill(language, details),
                hint=(hit.hint or rule.hint).fill(language, details),
                clause=clause_text(rule.clause, language),
            )


_WAIVED: Final = Text("外す理由: {reason}", "Waived because: {reason}")


def _of_hit(
    post: Post, rule: Rule, hit: Hit, waiver: str | None, language: Language
) -> Finding:
    details = _in_language(hit.details, language)
    hint = (hit.hint or rule.hint).fill(language, details)
    if waiver is not None:
        hint = _WAIVED.fill(language, {"reason": waiver})
    return Finding(
        rule=rule.name,
        severity=hit.severity or rule.severity,
        path=post.path,
        line=hit.where if isinstance(hit.where, int) else post.line(hit.where),
        post=post.id,
        message=(hit.message or rule.message).fill(language, details),
        hint=hint,
        clause=clause_text(rule.clause, language),
        waived=waiver is not None,
    )


def _of_fault(path: str, fault: Fault, language: Language) -> Finding:
    return Finding(
        rule=fault.rule,
        severity=Severity.ERROR,
        path=path,
        line=fault.line,
        post=None,
        message=render(fault.code, language, fault.details),
        hint=render(f"{fault.code}.hint", language, fault.details),
    )


def _strays(
    folder: _Drafts, parsed: Mapping[str, Parsed], language: Language
) -> Iterator[Finding]:
    others = Others(folder.others, folder.specials)
    for stray in stray_faults(others, parsed):
        if folder.wants(stray.path):
            details = {"path": stray.path}
            yield Finding(
                rule=STRAY_FILE.name,
                severity=stray.severity,
                path=stray.path,
                line=1,
                post=None,
                message=render(stray.code, language, details),
                hint=render(f"{stray.code}.hint", language, details),
            )


def _in_language(
    details: Mapping[str, object], language: Language
) -> Mapping[str, object]:
    return {
        key: value.fill(language, {}) if isinstance(value, Text) else value
        for key, value in details.items()
    }
