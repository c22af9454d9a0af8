"""What reading the published posts back came to."""

from dataclasses import dataclass
from enum import StrEnum

from sns_cli.errors import ExitCode
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.reason import Reason


class Seen(StrEnum):
    """What the service shows of a delivery (design 8.3)."""

    OK = "ok"
    DIFFERS = "differs"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checked:
    """One delivery, compared with what the service shows.

    Attributes:
        reason: why it is not ``ok``.
        text: what the service shows, where that is not what was sent.
    """

    key: DeliveryKey
    state: Seen
    reason: Reason | None = None
    url: str | None = None
    remote_id: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Stranger:
    """A post on an account of ours that no delivery explains."""

    account: str
    remote_id: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The report of ``verify``.

    Attributes:
        deliveries: by account and post.
        strangers: newest first, by account.
        notes: what concerns the whole run.
        recorded: paths of the events that were written.
        exit_code: the worst that applies: a difference, a missing post or a stranger is
            for people (1), a service that does not answer 5, what cannot start 4.
    """

    deliveries: tuple[Checked, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    notes: tuple[Reason, ...] = ()
    recorded: tuple[str, ...] = ()
    exit_code: ExitCode = ExitCode.OK
