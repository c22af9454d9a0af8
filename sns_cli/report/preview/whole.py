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


@dataclass(frozen=True, slots=True)
class Unshown:
    """A file that cannot be shown as a post, with what lint says of it."""

    path: str
    findings: tuple[Finding, ...]


def by_file(findings: Sequence[Finding]) -> tuple[Unshown, ...]:
    """Return the files of some findings, each with its own."""
    paths = dict.fromkeys(one.path for one in findings)
    return tuple(Unshown(path, _about(path, findings)) for path in paths)


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
