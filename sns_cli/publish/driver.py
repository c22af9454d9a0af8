"""Run the engine against the real world: effects in, port calls out."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, assert_never

from sns_cli.errors import ExitCode, SnsError
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import Source
from sns_cli.model.history import BlobId
from sns_cli.model.system_failure import SYSTEM
from sns_cli.ports import Channel, Clock, MainBranch, PushOutcome
from sns_cli.publish import effects as fx


@dataclass(frozen=True)
class DriverPorts:
    """The ports a run acts through.

    Attributes:
        snapshots: fetches ``main``, authenticates it and says what it holds.
        channels: by account; exactly the accounts in ``Config.channels``.
        sleep: waits that many seconds.
        nonce: fresh random text.
        stopping: whether the process was asked to end.
        read_source: the two parts of a post file at an older state, None if gone.
        read_media: the bytes of approved pictures, in one round trip.
    """

    snapshots: Callable[[], Snapshot]
    main: MainBranch
    channels: Mapping[str, Channel]
    clock: Clock
    sleep: Callable[[float], None]
    nonce: Callable[[], str]
    stopping: Callable[[], bool]
    read_source: Callable[[fx.ReadSource], Source | None]
    read_media: Callable[[fx.ReadMedia], Mapping[BlobId, bytes]] = lambda _: {}


R = TypeVar("R")


def drive(
    engine: Generator[fx.Effect, Any, R],
    ports: DriverPorts,
    seen: Callable[[fx.Effect], None] = lambda _: None,
) -> R:
    """Carry out what ``engine`` asks for until it returns its report.

    Args:
        engine: asks for effects.
        ports: what they are carried out through.
        seen: told of each effect once it was carried out.
    """
    answer: object = None
    while True:
        try:
            effect = engine.send(answer)
        except StopIteration as end:
            report: R = end.value
            return report
        answer = perform(effect, ports)
        seen(effect)


_Remote = fx.Fetch | fx.Push | fx.ReadSource | fx.ReadMedia
_Service = fx.Identify | fx.Prepare | fx.Send | fx.ReadBack | fx.Delete


def perform(effect: fx.Effect, ports: DriverPorts) -> object:
    """Carry out one effect and return its answer."""
    if isinstance(effect, _Remote):
        return _remote(effect, ports)
    if isinstance(effect, _Service):
        return _service(effect, ports.channels)
    return _local(effect, ports)


def _remote(effect: _Remote, ports: DriverPorts) -> object:
    match effect:
        case fx.Fetch():
            return _fetch(ports)
        case fx.Push():
            return _push(effect, ports)
        case fx.ReadSource():
            return _read_source(effect, ports)
        case fx.ReadMedia():
            return _read_media(effect, ports)
        case _:
            assert_never(effect)


def _service(effect: _Service, channels: Mapping[str, Channel]) -> object:
    match effect:
        case fx.Identify(account):
            return channels[account].identify()
        case fx.Prepare(account, message):
            return channels[account].prepare(message)
        case fx.Send(claim, prepared):
            return channels[claim.due.account].send(claim.message, prepared)
        case fx.ReadBack(account, since):
            return channels[account].read_back(since)
        case fx.Delete(account, remote_id):
            return channels[account].delete(remote_id)
        case _:
            assert_never(effect)


def _local(
    effect: fx.Now | fx.Sleep | fx.Nonce | fx.Stopping, ports: DriverPorts
) -> object:
    match effect:
        case fx.Now():
            return ports.clock.now()
        case fx.Sleep(seconds):
            ports.sleep(seconds)
            return None
        case fx.Nonce():
            return ports.nonce()
        case fx.Stopping():
            return ports.stopping()
        case _:
            assert_never(effect)


def _fetch(ports: DriverPorts) -> Snapshot | fx.FetchFailed:
    try:
        return ports.snapshots()
    except (SnsError, OSError) as error:
        return fx.FetchFailed(*_failure(error))


def _read_source(effect: fx.ReadSource, ports: DriverPorts) -> Source | None:
    try:
        return ports.read_source(effect)
    except OSError:
        return None


def _read_media(
    effect: fx.ReadMedia, ports: DriverPorts
) -> Mapping[BlobId, bytes] | fx.ReadFailed:
    try:
        return ports.read_media(effect)
    except (SnsError, OSError) as error:
        return fx.ReadFailed(*_failure(error))


def _push(effect: fx.Push, ports: DriverPorts) -> PushOutcome | fx.PushFailed:
    # A commit's own time is compared with the real clock, which --at never moves.
    at = ports.clock.real_now()
    try:
        return ports.main.add_files(effect.base, effect.files, effect.message, at)
    except (SnsError, OSError) as error:
        return fx.PushFailed(_failure(error)[0])


def _failure(error: SnsError | OSError) -> tuple[Reason, ExitCode]:
    """Return why an effect failed, as a value.

    The machine itself may fail (a full disk) after something was sent: were that an
    exception, nobody would be told of what is public or in doubt.
    """
    if isinstance(error, SnsError):
        return Reason(error.code, error.details), error.exit_code
    name: str | bytes = error.filename or "-"
    path = name.decode(errors="replace") if isinstance(name, bytes) else str(name)
    code = SYSTEM.get(error.errno or 0)
    why = Reason(code) if code else error.strerror or type(error).__name__
    return Reason("system-failed", {"path": path, "why": why}), ExitCode.CANNOT
