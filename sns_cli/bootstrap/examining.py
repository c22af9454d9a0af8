"""``doctor``: a library's local clone, looked at from all sides."""

import datetime as dt

from sns_cli.bootstrap.reader import Reader
from sns_cli.model.reason import Reason
from sns_cli.pipeline.examining import Surroundings, examine

_REMOTE = "refs/remotes/origin/"


def look_at(reader: Reader, now: dt.datetime) -> tuple[Reason, ...]:
    """Return what somebody should do about the library at its local ``HEAD``.

    Args:
        reader: of the clone.
        now: aware.

    Raises:
        HistoryError, SettingsError: it cannot be authenticated.
    """
    around = Surroundings(reader.pin, _open_branches(reader))
    return examine(reader.history, reader.proof, around, now)


def _open_branches(reader: Reader) -> tuple[str, ...]:
    """Return the remote's branches that are not on ``main``, as last fetched."""
    head = reader.authentication.head
    out = reader.repository.git.output(
        "for-each-ref", f"--no-merged={head}", "--format=%(refname)", _REMOTE
    )
    names = out.decode("utf-8", "replace").split()
    shown = [one.removeprefix(_REMOTE) for one in names]
    return tuple(one for one in shown if one not in {"HEAD", "main"})
