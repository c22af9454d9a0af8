"""What reaches the screen: standard output for results, standard error for the rest."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TextIO

from sns_cli.cli.session import Session
from sns_cli.errors import ExitCode, OutputError, SnsError
from sns_cli.messages import Language, render

_STREAMS: Final = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
_COLOURS: Final = {"red": "31", "yellow": "33"}
_NARROWEST: Final = 20
"""Cells; a terminal that says less (0, often) does not know."""

_WORTH_SHOWING: Final = 2
"""Steps; fewer are done before anybody has read the line."""


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale; what cannot be shown is escaped, not fatal.

    Answers are read as the terminal writes them; what is not in its encoding is no
    answer, and not fatal either. A stream that was closed (``>&-``) is opened on
    nothing, so that no file of ours can take its number and receive what we print.
    """
    for number, (name, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
            # The streams stay open as long as the process, as those of Python do.
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115  (a number, not a path)
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is None:
            continue
        if mode == "r":
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str, code: ExitCode = ExitCode.OK) -> None:
    """Print a result.

    Args:
        text: what to print.
        code: how the run ended. That something is in doubt must be known even where
            there is no room to say so.

    Raises:
        OutputError: there is no room for it (a full disk).
    """
    try:
        _write(sys.stdout, text)
    except OutputError as error:
        if code is ExitCode.IN_DOUBT:
            error.exit_code = code
        raise


def note(text: str) -> None:
    """Print something about the run that is not its result."""
    _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    """Print a line; whether anybody still reads it does not change the exit code.

    Raises:
        OutputError: there is no room for it (a full disk).
    """
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except OSError as error:
        # Python would try again at the end and complain in its own words.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        # A reader who left (`| head`) has had enough; the rest, too, is for nobody.
        if stream is sys.stdout and not isinstance(error, BrokenPipeError):
            raise OutputError("output-lost", why=error.strerror) from None


@contextmanager
def progress(
    session: Session, total: int | None, label: str
) -> Iterator[Callable[[], None]]:
    """Show how far a long piece of work is, on one line of standard error.

    It shows only at a terminal, and not with ``--format json``; the line is gone
    afterwards, whatever happened::

        with progress(session, len(posts), sentence(session, "checking")) as step:
            for post in posts:
                check(post)
                step()

    Args:
        session: this call of the program.
        total: how many steps there will be, None if nobody knows. Of a single step
            nothing is shown.
        label: what is being done, in the session's language.

    Yields:
        What to call after each step.
    """
    stream = sys.stderr
    few = total is not None and total < _WORTH_SHOWING
    if few or session.machine or not at_terminal(stream):
        yield lambda: None
        return
    from sns_cli.report.width import clip, pad  # noqa: PLC0415  (only at a terminal)

    done = 0
    shown = -1
    # One cell is left free: writing into the last one would break the line.
    width = shutil.get_terminal_size().columns - 1

    def step() -> None:
        nonlocal done, shown
        done += 1
        far = done if total is None else 100 * done // total
        if far != shown and (total is not None or done >= _WORTH_SHOWING):
            shown = far
            line = clip(f"{label} {done}" + (f"/{total}" if total else ""), width)
            stream.write(f"\r{pad(line, width)}\r{line}")
            stream.flush()

    try:
        yield step
    finally:
        if shown >= 0:
            stream.write(f"\r{' ' * width}\r")
            stream.flush()


def screen_width() -> int | None:
    """Return how many cells a line of the result may take; None for files and pipes."""
    if not at_terminal(sys.stdout):
        return None
    return max(_NARROWEST, shutil.get_terminal_size().columns)


def at_terminal(stream: TextIO | None) -> bool:
    """Tell whether ``stream`` is a terminal that can rewrite a line."""
    if stream is None or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def say_json(value: Mapping[str, object]) -> None:
    """Print a result for machines: one JSON object, readable Japanese."""
    from sns_cli.report.safe import safe_json  # noqa: PLC0415  (only for JSON)

    say(safe_json(value))


def paint(session: Session, stream: TextIO, text: str, colour: str) -> str:
    """Return ``text`` in a colour (``red``, ``yellow``) if ``stream`` shows colours."""
    if not session.color or not at_terminal(stream):
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def sentence(session: Session, code: str, **details: object) -> str:
    """Return a sentence in the session's language; no detail acts on what shows it."""
    return render(code, session.language, {k: _shown(v) for k, v in details.items()})


def _shown(detail: object) -> object:
    """Return a detail as it may be printed; a text stays on the line of its sentence.

    Names of files, accounts and people are text that somebody wrote.
    """
    if not isinstance(detail, str):
        return detail
    from sns_cli.report.safe import safe_line  # noqa: PLC0415  (most have none)

    return safe_line(detail)


def note_unpinned(session: Session, pin: str | None, introduction: str) -> None:
    """Warn that trust starts wherever the repository itself says it does."""
    if pin is None:
        commit = introduction[:12]
        warn(session, "introduction-unpinned", commit=commit)


def warn(session: Session, code: str, **details: object) -> None:
    """Print something that people should know although the run goes on."""
    label = paint(session, sys.stderr, sentence(session, "warning-label"), "yellow")
    note(f"{label}: {sentence(session, code, **details)}")


def explain(session: Session, error: SnsError, *, label: bool = True) -> str:
    """Return what an error says to the user, on one or a few lines.

    Args:
        session: whose language is spoken.
        error: what happened.
        label: begin with the word for an error.
    """
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
            details[key] = safe_block(
                _cause(value, language) if key == "why" else value
            )
        else:
            details[key] = readable(value, language)
    said = render(error.code, language, details)
    if not label:
        return said
    word = paint(session, sys.stderr, sentence(session, "error-label"), "red")
    return f"{word}: {said}"


def _cause(words: str, language: Language) -> str:
    """Return the operating system's words for what failed, in the user's language."""
    from sns_cli.model.system_failure import SYSTEM  # noqa: PLC0415  (errors are rare)

    for number, code in SYSTEM.items():
        if words == os.strerror(number):
            return render(code, language, {})
    return words
