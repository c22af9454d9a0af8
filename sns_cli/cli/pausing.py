"""What ``pause`` and ``resume`` do alike: one order, carried out and told."""

from pathlib import Path
from typing import TYPE_CHECKING

from sns_cli.cli.console import note_unpinned, say
from sns_cli.cli.session import Session
from sns_cli.errors import RemoteError

if TYPE_CHECKING:
    from sns_cli.model.pause import Order


def carry_out(
    session: Session, order: "Order", key: Path | None, introduction: str | None
) -> None:
    """Fetch main, push the change that the order asks for, and say what became of it.

    Args:
        session: this call of the program.
        order: what is to be done.
        key: ``--key``.
        introduction: ``--introduction``.
    """
    from sns_cli.bootstrap.pausing import open_pauser  # noqa: PLC0415
    from sns_cli.report.pausing import render_pause  # noqa: PLC0415

    try:
        pauser = open_pauser(session.environment, session.repo, introduction)
    except RemoteError as error:
        if order.pauses and error.code == "remote-unreachable":
            raise RemoteError("pause-not-reached", **error.details) from error
        raise
    session.speak(pauser.policy.library.language)
    note_unpinned(session, pauser.pin, pauser.introduction)
    done = pauser.carry_out(order, key)
    say(render_pause(order, done, pauser.name_of(done.by), session.language))
