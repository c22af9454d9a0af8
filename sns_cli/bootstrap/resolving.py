"""Writing down what a person found out about a delivery in doubt."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.errors import ExitCode, RefusedError, RemoteError, SettingsError
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.model.event import EventName, Run
from sns_cli.model.ledger import DeliveryKey, read_entry, read_event_path
from sns_cli.pipeline.snapshot import MainSnapshots
from sns_cli.ports import NewFile, PushOutcome, PushResult
from sns_cli.publish.records import Stamp
from sns_cli.publish.resolve import Resolution, resolve

_ATTEMPTS = 10


@dataclass(frozen=True)
class Desk:
    """What a resolution is written with.

    Attributes:
        message: makes the commit message from the subject.
    """

    snapshots: MainSnapshots
    main: GitMainBranch
    run: Run
    message: Callable[[str], str]


def write_resolution(
    desk: Desk, key: DeliveryKey, published_url: str | None, by: str
) -> RunReport:
    """Put the decision on ``main``; after a lost race it is judged anew.

    Without a key that can sign it, the report says what would be written (design 6).

    Raises:
        RefusedError: there is nothing in doubt, or the address is not usable.
        RemoteError: the remote cannot be reached or does not take it.
        SettingsError: publishing is blocked.
    """
    for _ in range(_ATTEMPTS):
        snapshot = desk.snapshots()
        made = _event(desk, snapshot, Resolution(key, published_url, by))
        try:
            pushed = _push(desk, snapshot, key, made)
        except SettingsError as error:
            return _unwritten(error, made)
        if pushed.result is PushResult.REFUSED:
            raise RemoteError("push-refused", detail=pushed.detail)
        if _landed(desk, pushed, made):
            return _report(key, published_url)
    raise RemoteError("push-lost", attempts=_ATTEMPTS)


def _push(
    desk: Desk, snapshot: Snapshot, key: DeliveryKey, made: NewFile
) -> PushOutcome:
    message = desk.message(f"sns: resolve {key.post} {key.account}")
    at = desk.snapshots.clock.real_now()
    return desk.main.add_files(snapshot.tip, [made], message, at)


def _unwritten(error: SettingsError, made: NewFile) -> RunReport:
    """Return why nothing was written, and what would have been."""
    content = " ".join(made.content.decode().split())
    would = Reason("resolve-would-write", {"path": made.path, "content": content})
    return RunReport((), error.exit_code, (Reason(error.code, error.details), would))


def _event(desk: Desk, snapshot: Snapshot, resolution: Resolution) -> NewFile:
    if snapshot.blocked:
        first = snapshot.blocked[0]
        raise SettingsError(first.code, **first.details)
    claim = snapshot.ledger.of(resolution.key).newest(EventName.CLAIMED)
    if claim is not None:
        source = desk.snapshots.source_of(claim)
        resolution = Resolution(
            resolution.key, resolution.published_url, resolution.by, source
        )
    zone = snapshot.policy.library.timezone
    now = desk.snapshots.clock.now()
    made = resolve(
        snapshot, resolution, Stamp(now, secrets.token_hex(16), desk.run, zone)
    )
    if isinstance(made, Reason):
        raise RefusedError(made.code, **made.details)
    return made


def _landed(desk: Desk, pushed: PushOutcome, made: NewFile) -> bool:
    if pushed.result is PushResult.UNKNOWN:
        name = read_event_path(made.path)
        mine = None if name is None else read_entry(name, made.content)
        if name is None or mine is None:
            return False
        entries = desk.snapshots().ledger.of(name.key).entries
        return any(one.data.get("nonce") == mine.data["nonce"] for one in entries)
    return pushed.result is PushResult.ACCEPTED


def _report(key: DeliveryKey, published_url: str | None) -> RunReport:
    state = Result.NOT_SENT if published_url is None else Result.PUBLISHED
    outcome = Outcome(key, state, Reason("resolved-by-person"), url=published_url)
    return RunReport((outcome,), ExitCode.OK)
