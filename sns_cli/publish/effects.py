"""Everything the engine can ask of the world, as frozen values.

The engine is a generator that yields these and receives the answers, so that the very
same code runs under the real ports (``driver``) and under the simulation's scheduler.
Time, randomness and I/O reach the engine in no other way.
"""

import datetime as dt
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from sns_cli.errors import ExitCode
from sns_cli.model.channel import NOTHING, Message, Prepared
from sns_cli.model.delivery import Claim, Reason
from sns_cli.model.history import BlobId, CommitId
from sns_cli.ports import NewFile


@dataclass(frozen=True, slots=True)
class Now:
    """The run's time. Answer: an aware ``datetime``."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Fetch and authenticate ``main``. Answer: ``Snapshot | FetchFailed``."""


@dataclass(frozen=True, slots=True)
class Push:
    """Add files on top of exactly ``base``. Answer: ``PushOutcome | PushFailed``."""

    base: CommitId
    files: tuple[NewFile, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Identify:
    """Ask whose credentials the account has. Answer: ``Identity | Answer``."""

    account: str


@dataclass(frozen=True, slots=True)
class ReadMedia:
    """Read approved pictures. Answer: their bytes by blob, or ``ReadFailed``."""

    blobs: tuple[BlobId, ...]


@dataclass(frozen=True, slots=True)
class Prepare:
    """Hand a message's pictures and their descriptions to the service.

    Nothing of it is public, whatever comes of it. Answer: ``Prepared | Answer``.
    """

    account: str
    message: Message


@dataclass(frozen=True, slots=True)
class Send:
    """Send once, on the strength of a claim that stands. Answer: ``Answer``."""

    claim: Claim
    prepared: Prepared = NOTHING


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Read our own newest posts. Answer: ``Timeline | Answer``.

    Attributes:
        since: in the service's (real) time; None for no bound.
    """

    account: str
    since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a post of ours down. Answer: ``Answer``."""

    account: str
    remote_id: str


@dataclass(frozen=True, slots=True)
class ReadSource:
    """Read the post file a claim rests on. Answer: ``Source | None``."""

    blob: BlobId


@dataclass(frozen=True, slots=True)
class Sleep:
    """Wait. Answer: None."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Nonce:
    """A fresh random text, never the same twice. Answer: ``str``."""


@dataclass(frozen=True, slots=True)
class Stopping:
    """Whether the run was asked to end (SIGTERM). Answer: ``bool``."""


Effect = (
    Now
    | Fetch
    | Push
    | Identify
    | ReadMedia
    | Prepare
    | Send
    | ReadBack
    | Delete
    | ReadSource
    | Sleep
    | Nonce
    | Stopping
)


@dataclass(frozen=True, slots=True)
class FetchFailed:
    """``main`` could not be fetched or not be authenticated."""

    reason: Reason
    exit_code: ExitCode = ExitCode.CANNOT


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """Something approved could not be read."""

    reason: Reason
    exit_code: ExitCode = ExitCode.CANNOT


@dataclass(frozen=True, slots=True)
class PushFailed:
    """No push was tried: no key to sign with, or the commit could not be made."""

    reason: Reason


T = TypeVar("T")
Step = Generator[Effect, Any, T]
"""A part of the engine: yields effects, receives their answers, returns a ``T``."""
