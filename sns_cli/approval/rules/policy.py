"""A change of ``sns.toml`` stands alone and leaves a library that can be governed."""

from sns_cli.approval.case import Case, about
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import REGULAR
from sns_cli.model.settings import Settings


def settings_alone(case: Case) -> Refused | None:
    """Whoever approves a change of the policy sees nothing else beside it."""
    change = case.changes.settings
    if change is None or len(case.commit.changes) == 1:
        return None
    return about("settings-not-alone", change)


def settings_kept(case: Case) -> Refused | None:
    """The policy stays, as a plain file: its absence must never mean "no rules"."""
    change = case.changes.settings
    if change is None:
        return None
    if change.deleted:
        return about("settings-removed", change)
    if change.new_mode != REGULAR:
        return about("mode-not-regular", change, mode=change.new_mode)
    return None


def settings_readable(case: Case) -> Refused | None:
    """The policy parses and names a director (``parse_settings`` insists on one)."""
    change = case.changes.settings
    if change is None or change.new_blob is None:
        return None
    read = case.shelf.settings(change.new_blob)
    if isinstance(read, Settings):
        return None
    first = read[0]
    return about(
        "settings-invalid", change, line=first.line, count=len(read), fault=first
    )
