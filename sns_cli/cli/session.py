"""What every command needs to know of how it was called."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sns_cli.adapters.environment import Environment
from sns_cli.messages import Language

if TYPE_CHECKING:
    # What ``typer.Context`` is a kind of, and what typer hands to its own commands.
    from typer._click import Context


@dataclass
class Session:
    """One call of the program.

    Attributes:
        environment: the ``SNS_`` variables, taken out of the process's environment.
        repo: ``--repo``.
        language: ``--lang``; else the library's language once it is known.
        machine: the result is for a program (``--format json``): no progress is shown.
        annotates: what is said is for a CI job (``--format github``).
    """

    environment: Environment = field(repr=False)
    repo: Path | None = None
    language: Language = "ja"
    language_fixed: bool = False
    color: bool = True
    verbose: bool = False
    machine: bool = False
    annotates: bool = False

    def speak(self, language: Language) -> None:
        """Use the library's language unless ``--lang`` said otherwise."""
        if not self.language_fixed:
            self.language = language


def session_of(context: "Context") -> Session:
    """Return the session that ``main`` made."""
    value = context.find_root().obj
    if not isinstance(value, Session):  # a test that skipped main
        message = "the program was started without a session"
        raise TypeError(message)
    return value
