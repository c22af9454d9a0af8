"""The program: its commands, the options of all of them, and the error funnel."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, NoReturn, cast

import typer

from sns_cli import __version__
from sns_cli.adapters.environment import take_environment
from sns_cli.cli import (
    acknowledge,
    approve,
    authenticate,
    calendar,
    carry,
    confirm,
    correct,
    demo,
    distrust,
    doctor,
    grant,
    how_to_approve,
    init,
    introduce,
    lint,
    new,
    pause,
    people,
    preview,
    publish,
    rehearse,
    repair,
    resolve,
    resume,
    retract,
    review,
    rules,
    schema,
    status,
    upgrade,
    verify,
    withdraw,
)
from sns_cli.cli.console import note, prepare_streams, say, sentence
from sns_cli.cli.failing import complain, complain_of_bug
from sns_cli.cli.parser import Group, adopt
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode, SnsError, UsageError
from sns_cli.messages import Language

app = typer.Typer(
    name="sns",
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""図書館の公式SNSを、承認された変更だけから、開館時間内に、一度だけ投稿します。
/ Publishes a library's official social media account from approved changes alone,
within opening hours, once.

\b
はじめに / First steps:
  sns demo
  sns lint
  sns status
""",
)

COMMANDS: Final = {
    "help-for-staff": (
        new,
        lint,
        preview,
        calendar,
        status,
        correct,
        retract,
        withdraw,
        rules,
        schema,
    ),
    "help-for-director": (
        review,
        approve,
        how_to_approve,
        authenticate,
        grant,
        people,
        distrust,
        repair,
        pause,
        resume,
        acknowledge,
        confirm,
    ),
    "help-for-publisher": (publish, verify, resolve, carry),
    "help-for-governing": (doctor, introduce, init, upgrade, demo, rehearse),
}
"""The commands by the people they are for (design 8.3), as `sns --help` lists them."""

for role, modules in COMMANDS.items():
    for module in modules:
        module.register(app)
    adopt(app, role)


def _version(value: bool) -> None:
    if value:
        say(f"sns {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    context: typer.Context,
    repo: Annotated[
        Path | None,
        typer.Option(help="図書館のフォルダー / The library's folder", metavar="DIR"),
    ] = None,
    lang: Annotated[str | None, typer.Option(help="ja | en", metavar="LANG")] = None,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="色を使わない / No colours")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="くわしく / More detail")
    ] = False,
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="版 / Version"
        ),
    ] = False,
) -> None:
    session = session_of(context)
    session.repo = repo
    session.color = not (no_color or os.environ.get("NO_COLOR"))
    session.verbose = verbose
    if lang not in {None, "ja", "en"}:
        raise UsageError("language-unknown", value=lang)
    if repo is not None and not repo.is_dir():
        raise UsageError("folder-missing", folder=str(repo))


_WITH_VALUE = ("--repo", "--lang")
_FLAGS = ("--no-color", "--verbose", "-v", "--version")


def globals_first(arguments: Sequence[str]) -> list[str]:
    """Move the options of every command to the front, wherever they were typed.

    Raises:
        UsageError: one of them comes last, without its value.
    """
    front: list[str] = []
    rest: list[str] = []
    queue = list(arguments)
    while queue:
        argument = queue.pop(0)
        if argument == "--":
            rest += [argument, *queue]
            break
        if argument in _WITH_VALUE:
            if not queue:
                raise UsageError("option-needs-value", option=argument, command="sns")
            front += [argument, queue.pop(0)]
        elif argument in _FLAGS or argument.startswith(
            tuple(f"{name}=" for name in _WITH_VALUE)
        ):
            front.append(argument)
        else:
            rest.append(argument)
    return front + rest


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program and exit with one of ``errors.ExitCode``.

    The one place where an exception becomes a sentence: expected ones say what is wrong
    and what to do; anything else is a bug, in one line (the traceback with ``-v``).
    """
    prepare_streams()
    # A run makes many values and few cycles: looking for them cost a fifth of it.
    gc.set_threshold(2_000_000, 50, 50)
    # What is left goes with the process: looking for cycles in it cost 50 ms.
    atexit.register(gc.freeze)
    # Plugins of other packages have no business in here, and looking costs 10 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    session = Session(take_environment(os.environ))
    typed = list(sys.argv[1:] if arguments is None else arguments)
    _speak(session, typed)
    try:
        sys.exit(_run(session, typed))
    except SnsError as error:
        complain(session, error)
        _trace(session)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        note(f"\n{sentence(session, 'interrupted')}")
        sys.exit(ExitCode.INTERRUPTED)
    except Exception as error:  # noqa: BLE001  (the error funnel)
        complain_of_bug(session, error)
        _trace(session)
        sys.exit(ExitCode.BUG)


def _run(session: Session, typed: Sequence[str]) -> int:
    """Run a command and return its exit code.

    Raises:
        SnsError: it cannot be run, or not to its end.
    """
    command = typer.main.get_command(app)
    try:
        with command.make_context("sns", globals_first(typed), obj=session) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except OSError as error:
        what = os.fsdecode(error.filename) if error.filename else "-"
        raise SnsError("system-failed", path=what, why=error.strerror) from error
    return ExitCode.OK


def _speak(session: Session, typed: Sequence[str]) -> None:
    """Take from what was typed how to speak, before anything can go wrong in it."""
    for at, argument in enumerate(typed):
        name, _, value = argument.partition("=")
        chosen = value or "".join(typed[at + 1 : at + 2])
        if name == "--lang" and chosen in {"ja", "en"}:
            session.language = cast("Language", chosen)
            session.language_fixed = True
        if name == "--format":
            session.annotates = chosen == "github"


def _trace(session: Session) -> None:
    if session.verbose:
        import traceback  # noqa: PLC0415  (costs more than the rest of this module)

        from sns_cli.report.safe import safe_block  # noqa: PLC0415

        note(safe_block(traceback.format_exc()))
