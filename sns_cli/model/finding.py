"""What a check has to say about a file: a fault of form or a lint finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs. An unwaived error stops the proposal."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the form of a file.

    Attributes:
        rule: ``front-matter-invalid``, ``unknown-key``, ``encoding-invalid`` for posts;
            ``settings-invalid`` for ``sns.toml``.
        code: key of the sentence in ``sns_cli.messages``; the sentence for what to do
            is ``<code>.hint``.
        line: from 1.
        details: values for both sentences.
    """

    rule: str
    code: str
    line: int
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in one post, ready to be shown in one language.

    The JSON shape of design 8.3 has exactly these keys.
    """

    rule: str
    severity: Severity
    path: str
    line: int
    post: str | None
    message: str
    hint: str
    clause: str | None = None
    waived: bool = False

    @property
    def stops(self) -> bool:
        """Whether this finding must be mended before the post can go on."""
        return self.severity is Severity.ERROR and not self.waived


@dataclass(frozen=True, slots=True)
class LintReport:
    """What ``sns lint`` found, in one language.

    Attributes:
        posts: number of post files looked at, unreadable ones included.
        findings: by path, then line, then the order of the rules.
        checklist: what only people can check: ``item``, ``text``, ``clause`` of each.
    """

    posts: int
    findings: tuple[Finding, ...]
    checklist: tuple[Mapping[str, str], ...] = ()
