"""When a proposal that was merged anew is still the one that was shown."""

from dataclasses import replace

import pytest

from sns_cli.model.difference import Difference
from sns_cli.model.finding import Finding, LintReport, Severity
from sns_cli.model.history import CommitId
from sns_cli.model.proposal import OtherFile, Proposal


def finding(rule: str, severity: Severity, *, waived: bool = False) -> Finding:
    path = "posts/2036/06/a.md"
    return Finding(rule, severity, path, 1, "a", "?", "!", waived=waived)


def report(*findings: Finding) -> LintReport:
    return LintReport(1, findings)


SHOWN = Proposal(
    onto=CommitId("1" * 40),
    posts=(),
    removed=(),
    others=(OtherFile("README.md", Difference(whole=True)),),
    content="sha256:0",
    report=report(finding("mention", Severity.WARNING)),
    again=(("posts/2036/06/b.md", "0" * 64),),
)


def test_a_newer_main_alone_changes_nothing() -> None:
    anew = replace(SHOWN, onto=CommitId("2" * 40), report=report())

    assert anew.brings_the_same(SHOWN)


@pytest.mark.parametrize(
    "anew",
    [
        replace(SHOWN, content="sha256:1"),
        replace(SHOWN, others=()),
        replace(SHOWN, again=()),
        replace(SHOWN, report=report(finding("too-long", Severity.ERROR))),
        replace(SHOWN, report=report(finding("closed-day", Severity.WARNING))),
    ],
)
def test_what_was_not_shown_was_not_approved(anew: Proposal) -> None:
    assert not anew.brings_the_same(SHOWN)


def test_what_was_set_aside_is_neither_mended_nor_confirmed() -> None:
    waived = [finding("mention", one, waived=True) for one in Severity]
    proposal = replace(SHOWN, report=report(*waived))

    assert (proposal.errors, proposal.warnings) == ((), ())
