"""Questions at a terminal; without one, nothing is asked."""

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from sns_cli.cli.console import explain, note, sentence
from sns_cli.cli.session import Session
from sns_cli.errors import SnsError, UsageError

_T = TypeVar("_T")
_YES: Final = frozenset({"y", "yes", "はい"})


def can_answer() -> bool:
    """Tell whether somebody can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(session: Session, code: str) -> str | None:
    """Return the answer to an open question; None for none.

    Raises:
        UsageError: the input ended.
    """
    return _read(f"{sentence(session, code)}: ") or None


def ask_until(
    session: Session, code: str, read: Callable[[str], _T], default: str = ""
) -> _T:
    """Return the answer to a question that must have one.

    Args:
        session: whose language is spoken.
        code: of the question.
        read: makes the answer of what was typed; what it refuses is said, and the
            question is asked again.
        default: what just Enter stands for; empty if it stands for nothing.

    Raises:
        UsageError: the input ended.
    """
    shown = f" [{default}]" if default else ""
    while True:
        typed = _read(f"{sentence(session, code)}{shown}: ") or default
        try:
            if typed:
                return read(typed)
        except SnsError as error:
            note(explain(session, error))


def agreed(session: Session, code: str, **details: object) -> bool:
    """Return whether a yes-or-no question was answered with yes; the default is no.

    Raises:
        UsageError: the input ended, so that nobody answered.
    """
    sys.stderr.write(f"{sentence(session, code, **details)} [y/N] ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise UsageError("not-a-terminal")
    # A Japanese keyboard may write ｙ.
    return unicodedata.normalize("NFKC", line).strip().lower() in _YES


def pick(
    session: Session,
    code: str,
    choices: Sequence[tuple[_T, str]],
    names: Mapping[str, _T],
    *,
    required: bool,
) -> _T | None:
    """Return one of ``choices``, answered by its number or by one of its names.

    Args:
        session: whose language is spoken.
        code: of the question.
        choices: values with what is shown of them.
        names: what else may be typed.
        required: whether an empty answer is asked again.

    Raises:
        UsageError: the input ended.
    """
    for number, (_, shown) in enumerate(choices, 1):
        note(f"  {number}. {shown}")
    values = {str(number): value for number, (value, _) in enumerate(choices, 1)}
    values.update(names)
    while True:
        answer = _read(f"{sentence(session, code)}: ")
        # A Japanese keyboard may write １ for 1.
        typed = unicodedata.normalize("NFKC", answer)
        if typed in values:
            return values[typed]
        if not answer and not required:
            return None
        note(sentence(session, "ask-again", value=answer))


def _read(question: str) -> str:
    # The question goes where remarks go: standard output holds the result alone.
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise UsageError("input-ended")
    return line.strip()
