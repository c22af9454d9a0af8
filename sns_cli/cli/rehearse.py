"""``sns rehearse serve``: the rehearsal service, until it is told to stop."""

import gc
import re
import signal
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from sns_cli.adapters.environment import variable
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.adapters.rehearsal.faults import Fault

app = typer.Typer(
    help="予行用の投稿先を動かします。/ Run a service to rehearse on.",
)

_HANDLE: Final = re.compile(r"[A-Za-z0-9_]{1,15}")
_ACCOUNT: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")
_CYCLES: Final = (700, 10, 10)
"""Python's own thresholds: other than any other run, a server has time to leak."""


def register(program: typer.Typer) -> None:
    """Add the command and those below it."""
    program.add_typer(app, name="rehearse")


@app.callback()
def _commands() -> None:
    """Keep ``serve`` a word to type, although it is the only one so far."""


@app.command(
    help="""予行用の投稿先を、このパソコンの中だけで動かします。
外には何も公開されません。
/ Run a stand-in for X on this machine only. Nothing becomes public.

\b
例 / Examples:
  sns rehearse serve
  sns rehearse serve --port 9000 --handle lib_example
  sns rehearse serve --fault accept-then-hang
"""
)
def serve(
    context: typer.Context,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="待ち受ける番号、0 は自動 / Port")
    ] = 8765,
    database: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="投稿を残すファイル / File that keeps the posts"
        ),
    ] = None,
    handle: Annotated[
        str, typer.Option(metavar="NAME", help="アカウント名 / Name of the account")
    ] = "example_lib",
    account: Annotated[
        str,
        typer.Option(
            metavar="KEY", help="sns.toml の accounts のキー / Key of the account"
        ),
    ] = "x",
    fault: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="一度だけ起こす故障 / Misbehave once"),
    ] = None,
) -> None:
    """Print where the service is and how to use it, then run it."""
    from sns_cli.adapters.rehearsal import RehearsalServer  # noqa: PLC0415  (only here)

    session = session_of(context)
    handle = handle.removeprefix("@")
    if _HANDLE.fullmatch(handle) is None:
        raise UsageError("rehearsal-handle-malformed", handle=handle)
    if _ACCOUNT.fullmatch(account) is None:
        raise UsageError("rehearsal-account-malformed", account=account)
    faults = [_fault(name) for name in fault or ()]
    place = database or Path(typer.get_app_dir("sns")) / "rehearsal.sqlite"
    stop = _stop_signal()
    gc.set_threshold(*_CYCLES)
    with RehearsalServer(place, handle=handle, port=port) as server:
        for one in faults:
            server.add_fault(one)
        address = server.api_base
        say(sentence(session, "rehearsal-running", address=address, account=account))
        say("")
        for name, value in settings_of(account, address).items():
            say(f"export {name}={value}")
        sys.stdout.flush()
        stop.wait()
    note(sentence(session, "rehearsal-stopped", path=str(place)))


def settings_of(account: str, api_base: str) -> Mapping[str, str]:
    """Return the variables that lead an account's posts to a rehearsal service."""
    from sns_cli.adapters.rehearsal import (  # noqa: PLC0415  (only here)
        REHEARSAL_CREDENTIALS,
    )

    return {
        variable(account, "API_BASE"): api_base,
        variable(account, "CONSUMER_KEY"): REHEARSAL_CREDENTIALS.consumer_key,
        variable(account, "CONSUMER_SECRET"): REHEARSAL_CREDENTIALS.consumer_secret,
        variable(account, "ACCESS_TOKEN"): REHEARSAL_CREDENTIALS.access_token,
        variable(
            account, "ACCESS_TOKEN_SECRET"
        ): REHEARSAL_CREDENTIALS.access_token_secret,
    }


def _fault(name: str) -> "Fault":
    from sns_cli.adapters.rehearsal.faults import FAULTS, fault_of  # noqa: PLC0415  (only here)

    if name not in FAULTS:
        known = " ".join(FAULTS)
        raise UsageError("rehearsal-fault-unknown", name=name, known=known)
    return fault_of({"fault": name})


def _stop_signal() -> threading.Event:
    """Return what is set by Ctrl-C or SIGTERM: both are a wish to end, no failure."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop
