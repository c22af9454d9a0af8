"""What is tried: everything that can let a commit or a post through, and how."""

import ast
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.mutation.operators import (
    Found,
    answers,
    boundaries,
    guards,
    operands,
    options,
    parts,
    raises,
    refusals,
    statements,
)

Operator = Callable[[ast.FunctionDef], Iterator[Found]]

_OPERATORS: Final[tuple[Operator, ...]] = (
    refusals,
    operands,
    boundaries,
    parts,
    raises,
    guards,
    answers,
)
_REMEMBERS: Final[tuple[Operator, ...]] = (*_OPERATORS, statements)
"""Where something that is not remembered, or not said, lets somebody through."""

_GIT: Final[tuple[Operator, ...]] = (*_OPERATORS, options)

FOLDER: Final = "approval"
"""Every module of this folder and below is tried, however many there are."""

MODULES: Final[Mapping[str, tuple[Operator, ...]]] = {
    "approval/state.py": _REMEMBERS,
    "adapters/git/commit.py": _OPERATORS,
    "adapters/git/history.py": _GIT,
    "adapters/git/merge_checks.py": _OPERATORS,
    "adapters/git/merges.py": _GIT,
    "adapters/git/objects.py": _OPERATORS,
    "adapters/git/process.py": (),
    "adapters/git/repository.py": _OPERATORS,
    "adapters/git/walk.py": _GIT,
    "adapters/second_process.py": _OPERATORS,
    "model/event_path.py": _OPERATORS,
    "model/platform.py": _OPERATORS,
    "model/post.py": _OPERATORS,
    "model/proof.py": _OPERATORS,
    "parse/host_record.py": _OPERATORS,
    "parse/references.py": _REMEMBERS,
    "parse/ssh_wire.py": _OPERATORS,
    "pipeline/introducing.py": _OPERATORS,
    "pipeline/proof.py": _OPERATORS,
    "schedule/granted.py": _OPERATORS,
}
"""What is tried in its own way, and what decides beside the folder."""

PARTS: Final[Mapping[str, frozenset[str]]] = {
    "adapters/git/commit.py": frozenset(
        {"parse_commit", "hides_parents", "_who", "_instant"}
    ),
    "adapters/git/process.py": frozenset({"_OPTIONS", "_ENVIRONMENT"}),
    "adapters/git/repository.py": frozenset(
        {"Repository.refuse_rewriting", "Repository.cut_at", "is_full_id"}
    ),
    "adapters/second_process.py": frozenset({"_Answers.__call__", "_HOLDS"}),
    "model/event_path.py": frozenset({"read_event_path"}),
    "model/post.py": frozenset({"is_post_path"}),
    "parse/references.py": frozenset(
        {
            "check_references",
            "_check_director",
            "_check_keys",
            "_check_told_apart",
            "_check_unshared",
            "_check_grant_ids",
            "_check_target",
        }
    ),
    "pipeline/introducing.py": frozenset({"check_forward"}),
}
"""Of these modules only this has to do with approval."""

RULES: Final = f"{FOLDER}/rules"

EXEMPT: Final = frozenset({"approval/way_out.py"})
"""What only says who puts a refusal right, and lets nothing through."""


def modules_of(package: Path) -> Mapping[str, tuple[Operator, ...]]:
    """Return the modules that are tried, and how."""
    found = sorted((package / FOLDER).rglob("[!_]*.py"))
    names = [file.relative_to(package).as_posix() for file in found]
    tried = [name for name in names if name not in EXEMPT]
    return {**dict.fromkeys(tried, _OPERATORS), **MODULES}
