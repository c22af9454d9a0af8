"""The program: its commands, the options of all of them, and the error funnel."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn, cast

import typer

from sns_cli import __version__
from sns_cli.adapters.environment import take_environment
from sns_cli.cli import (
    approve,
    authenticate,
    calendar,
    demo,
    init,
    lint,
    preview,
    publish,
    rehearse,
    resolve,
    rules,
    schema,
    status,
)
from sns_cli.cli.console import explain, note, say, sentence, use_utf8
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import ExitCode, SnsError

app = typer.Typer(
    name="sns",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""図書館の公式SNSを、承認された変更だけから、開館時間内に、一度だけ投稿します。

Runs a library's official social media account out of a git repository.

\b
職員 staff        lint → preview → status
館長 director     authenticate → approve
公開係 publisher  publish → resolve
""",
)

for command in (
    init,
    lint,
    preview,
    status,
    approve,
    authenticate,
    publish,
    resolve,
    calendar,
    rules,
    schema,
    demo,
):
    command.register(app)
app.add_typer(rehearse.app, name="rehearse")


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
    session.color = session.color and not no_color
    session.verbose = verbose
    if lang is not None:
        if lang not in {"ja", "en"}:
            raise typer.BadParameter("ja | en", param_hint="--lang")
        session.language = cast("Literal['ja', 'en']", lang)
        session.language_fixed = True
    if repo is not None and not repo.is_dir():
        note(sentence(session, "folder-missing", folder=str(repo)))
        raise typer.Exit(ExitCode.USAGE)


_WITH_VALUE = ("--repo", "--lang")
_FLAGS = ("--no-color", "--verbose", "-v")


def globals_first(arguments: Sequence[str]) -> list[str]:
    """Move the options of every command to the front, wherever they were typed."""
    front: list[str] = []
    rest: list[str] = []
    queue = list(arguments)
    while queue:
        argument = queue.pop(0)
        if argument == "--":
            rest += [argument, *queue]
            break
        if argument in _WITH_VALUE and queue:
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
    use_utf8()
    # A run makes many values and few cycles: looking for them cost a sixth of it.
    gc.set_threshold(200_000, 50, 50)
    # Plugins of other packages have no business in here, and looking costs 10 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    session = Session(take_environment(os.environ))
    typed = globals_first(sys.argv[1:] if arguments is None else arguments)
    try:
        app(args=typed, prog_name="sns", obj=session)
    except SnsError as error:
        note(explain(session, error))
        _trace(session)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        note(sentence(session, "interrupted"))
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (`| head`) has had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.OK)
    except Exception as error:  # noqa: BLE001  (the error funnel)
        note(sentence(session, "bug", kind=type(error).__name__))
        _trace(session)
        sys.exit(ExitCode.BUG)
    sys.exit(ExitCode.OK)


def _trace(session: Session) -> None:
    if session.verbose:
        import traceback  # noqa: PLC0415  (costs more than the rest of this module)

        note(traceback.format_exc())
