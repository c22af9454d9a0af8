"""What no file in a library may be, whoever brings it in."""

from collections import Counter

from sns_cli.approval.case import Case, about
from sns_cli.approval.paths import folded, is_composed, is_unsafe, shadows
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import GITLINK, REGULAR


def paths_safe(case: Case) -> Refused | None:
    """No ``..``, no ``.git``, no control characters, nothing posing as ``posts/``."""
    for change in case.commit.changes:
        if not change.deleted and is_unsafe(change.path):
            return about("path-unsafe", change)
    for change in case.changes.others:
        if not change.deleted and shadows(change.path):
            return about("path-twin", change)
    return None


def no_submodules(case: Case) -> Refused | None:
    """No submodules: their content is in another history that nobody proves."""
    for change in case.commit.changes:
        if change.new_mode == GITLINK:
            return about("submodule", change)
    return None


def posts_plain(case: Case) -> Refused | None:
    """Posts and their media are plain files: no links, nothing executable."""
    for change in case.changes.posts:
        if not change.deleted and change.new_mode != REGULAR:
            return about("mode-not-regular", change, mode=change.new_mode)
    return None


def posts_composed(case: Case) -> Refused | None:
    """Names below ``posts/`` are UTF-8 in the one form all systems agree on (NFC)."""
    for change in case.changes.posts:
        if not change.deleted and not is_composed(change.path):
            return about("path-not-nfc", change)
    return None


def posts_distinct(case: Case) -> Refused | None:
    """No two names below ``posts/`` that some file system takes for the same one."""
    if len(case.changes.posts) == 1:
        change = case.changes.posts[0]
        more = 1 if change.added else 0
        there = case.state.twins[folded(change.path)] + more
        twin = there > 1 and not change.deleted
        return about("path-twin", change) if twin else None
    moved: Counter[str] = Counter()
    for change in case.changes.posts:
        moved[folded(change.path)] += int(change.added) - int(change.deleted)
    for change in case.changes.posts:
        key = folded(change.path)
        if not change.deleted and case.state.twins[key] + moved[key] > 1:
            return about("path-twin", change)
    return None
