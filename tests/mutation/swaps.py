"""One change of a syntax tree that can be made and taken back."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass
class Swap:
    """Puts ``new`` where ``old`` stands below ``parent``; None takes it out of a list.

    Attributes:
        field: of the parent that holds ``old``, itself or in a list.
        at: where in the list it stood, once it was taken out.
    """

    parent: ast.AST
    field: str
    old: ast.AST
    new: ast.AST | None
    at: int = 0

    def make(self) -> None:
        self._put(self.old, self.new)

    def take_back(self) -> None:
        held = getattr(self.parent, self.field)
        if self.new is None:
            held.insert(self.at, self.old)
        else:
            self._put(self.new, self.old)

    def _put(self, old: ast.AST, new: ast.AST | None) -> None:
        held = getattr(self.parent, self.field)
        if not isinstance(held, list):
            setattr(self.parent, self.field, new)
            return
        at = next(at for at, one in enumerate(held) if one is old)
        self.at = at
        held[at : at + 1] = [] if new is None else [new]


def places(tree: ast.AST) -> Iterator[tuple[ast.AST, str, ast.AST]]:
    """Yield (parent, field, node) for every node below ``tree``, in source order."""
    for field, held in ast.iter_fields(tree):
        for node in held if isinstance(held, list) else [held]:
            if isinstance(node, ast.AST):
                yield tree, field, node
                yield from places(node)
