"""What reaches the screen: standard output for results, standard error for the rest."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from sns_cli.cli.session import Session
from sns_cli.errors import SnsError
from sns_cli.messages import render


def use_utf8() -> None:
    """Write UTF-8 whatever the locale; what cannot be shown is escaped, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Print a result."""
    _write(sys.stdout, text)


def note(text: str) -> None:
    """Print something about the run that is not its result."""
    _write(sys.stderr, text)


def _write(stream: TextIO | None, text: str) -> None:
    """Print a line; whether anybody still reads it does not change the exit code."""
    if stream is None:  # closed by whoever started us (`>&-`)
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except BrokenPipeError:
        # The reader (`| head`) has had enough; the rest, too, is for nobody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say_json(value: Mapping[str, object]) -> None:
    """Print a result for machines: one JSON object, readable Japanese."""
    from sns_cli.report.safe import safe_json  # noqa: PLC0415  (only for JSON)

    say(safe_json(value, indent=2))


def sentence(session: Session, code: str, **details: object) -> str:
    """Return a sentence in the session's language."""
    return render(code, session.language, details)


def note_unpinned(session: Session, pin: str | None, introduction: str) -> None:
    """Warn that trust starts wherever the repository itself says it does."""
    if pin is None:
        commit = introduction[:12]
        note(sentence(session, "introduction-unpinned", commit=commit))


def explain(session: Session, error: SnsError) -> str:
    """Return what an error says to the user, on one or a few lines."""
    from sns_cli.report.safe import safe_block  # noqa: PLC0415  (errors are rare)
    from sns_cli.report.sentences import readable, tell_fault  # noqa: PLC0415

    language = session.language
    details: dict[str, object] = {}
    for key, value in error.details.items():
        if key == "faults" and isinstance(value, tuple):
            lines = (
                f"  sns.toml:{one.line}: {tell_fault(one, language)}" for one in value
            )
            details[key] = "\n".join(lines)
        elif isinstance(value, str):
            details[key] = safe_block(value)
        else:
            details[key] = readable(value, language)
    label = sentence(session, "error-label")
    return f"{label}: {render(error.code, language, details)}"
