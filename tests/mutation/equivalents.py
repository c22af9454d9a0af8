"""Mutants that change nothing anybody could notice, each with its reason."""

from collections.abc import Mapping
from fnmatch import translate
from functools import cache
from re import Pattern
from re import compile as compiled
from typing import Final

EQUIVALENT: Final[Mapping[str, str]] = {
    "rules/again.py:_plain_post: path.startswith(POSTS) of *": (
        "only files below posts/ are looked up"
    ),
    "rules/again.py:_plain_post: entry is not None of entry is not None and fit": (
        "without an entry nothing is fit: said again for the type checker"
    ),
    "rules/archive.py:_is_addition: before.mode == ABSENT of *": (
        "what refused commits added and took away again is forgotten at once"
    ),
    "rules/policy.py:settings_readable: change.new_blob is None of *": (
        "a removal was refused before: said for the type checker"
    ),
    "rules/scope.py:_users: not is_post_path(path) of *": (
        "what is not named like a post cannot be read as one"
    ),
    "rules/scope.py:_users: month_folder(path) != folder of *": (
        "a post refers to files beside or below it only: of its own month"
    ),
    "rules/scope.py:_read: entry.blob is None of *": (
        "what is not there has no mode of a file: said for the type checker"
    ),
    "rules/scope.py:basis_in_scope: basis is not Basis.DIRECTOR of *": (
        "a grant of this basis is refused when the settings are read"
    ),
    "rules/*.py:others_drafted: one.newest is not None of *": (
        "one side of every touched post is there: said for the type checker"
    ),
    "rules/words.py:meant_for_this_library: '' of expected or ''": (
        "settings that require a target name a repository"
    ),
    "judge.py:_GRANTEE: words.trailers_strict": (
        "a grant is named in a strict trailer block or not at all"
    ),
    "platform.py:_merger: return _unknown_to_the_host(commit)": (
        "the caller says the same when nothing counts"
    ),
    "records.py:Records._added: about is None of *": (
        "what is about no commit is never asked for"
    ),
    "records.py:Records._added: blob is None of *": (
        "what is deleted has no mode of a file: said for the type checker"
    ),
    "records.py:Records._added: if not change.path.startswith(RECORDS)*": (
        "quicker: the name of a record begins so"
    ),
    "host.py:Host.merges_of: self._platform is None of *": (
        "nobody to ask is silent from the start: said for the type checker"
    ),
    "host.py:Host.merges_of: _NOBODY_TO_ASK of *": (
        "as above: there is a silence whenever this is reached"
    ),
}
"""Reasons by the end of the mutants' names (``*`` stands for anything)."""


def excuse(name: str) -> str | None:
    """Return why nobody could notice this mutant, None if somebody should."""
    for pattern, reason in EQUIVALENT.items():
        if _matching(pattern).match(name):
            return reason
    return None


@cache
def _matching(pattern: str) -> Pattern[str]:
    return compiled(translate(f"*/{pattern.replace('[', '[[]')}"))
