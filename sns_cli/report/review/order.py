"""Findings in the order in which an approver deals with them."""

from collections.abc import Iterable
from typing import Final

from sns_cli.model.finding import Finding
from sns_cli.report.findings import group_of

_ORDER: Final = ("error", "waived", "warning", "info")


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what must be mended, what was set aside, what to look into, the rest."""
    return tuple(sorted(findings, key=lambda one: _ORDER.index(group_of(one))))
