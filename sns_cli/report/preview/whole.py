"""A post with what all its accounts would get, and what lint says of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sns_cli.model.finding import Finding
from sns_cli.report.preview.account import AccountPreview


@dataclass(frozen=True, slots=True)
class PostPreview:
    """One post; ``accounts`` is never empty."""

    accounts: tuple[AccountPreview, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        """The post's id."""
        return self.accounts[0].post

    @property
    def path(self) -> str:
        """Its file."""
        return self.accounts[0].path

    @property
    def title(self) -> str:
        """Its title."""
        return self.accounts[0].title


def by_post(
    shown: Sequence[Sequence[AccountPreview]], findings: Sequence[Finding]
) -> tuple[PostPreview, ...]:
    """Return the posts with their findings, the weightier ones first."""
    return tuple(
        PostPreview(tuple(accounts), _about(accounts[0].path, findings))
        for accounts in shown
        if accounts
    )


def _about(path: str, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    order = ("error", "warning", "info")
    found = (one for one in findings if one.path == path)
    return tuple(
        sorted(found, key=lambda one: (one.waived, order.index(one.severity.value)))
    )
