"""What reading the published posts back came to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Snapshot
from sns_cli.model.ledger import Delivery, DeliveryKey, Entry
from sns_cli.model.profile import ProfileChange
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Acknowledged


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
    """A post on an account of ours that no delivery explains.

    Attributes:
        made: when it became public (aware), if the service says so.
    """

    account: str
    remote_id: str
    url: str
    text: str
    made: dt.datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Such a post that a director knows of."""

    post: Stranger
    entry: Acknowledged


@dataclass(frozen=True, slots=True)
class Public:
    """One published delivery.

    Attributes:
        approved: the text that was approved and sent.
        found: what the service shows; ``unknown`` where nobody could look.
        before: people's confirmations that still stand, the oldest first.
        media: how many pictures went with it; those a person looks at.
    """

    delivery: Delivery
    approved: str
    found: Checked
    before: tuple[Entry, ...] = ()
    media: int = 0

    @property
    def is_bad(self) -> bool:
        """Whether what is public is not what was approved."""
        return self.found.state in {Seen.DIFFERS, Seen.MISSING}

    def confirmed_by(self, person: str) -> bool:
        """Tell whether a confirmation of this person still stands."""
        return any(one.text("by") == person for one in self.before)


@dataclass(frozen=True, slots=True)
class Verification:
    """The report of ``verify``.

    Attributes:
        deliveries: by account and post.
        strangers: newest first, by account.
        notes: what concerns the whole run.
        recorded: paths of the events and profiles that were written.
        exit_code: the worst that applies: a difference, a missing post, a stranger or a
            changed profile is for people (1), a service that does not answer 5, what
            cannot start 4.
        recognised: posts from elsewhere that a director acknowledged.
        profiles: what changed in what the accounts say of themselves.
        looked: accounts whose posts were read, with the time (aware, the service's)
            from which on all of them were seen.
        wrong: accounts that cannot be used, and why.
        seen: ``main`` as the run left it; None if it could not be read.
    """

    deliveries: tuple[Checked, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    notes: tuple[Reason, ...] = ()
    recorded: tuple[str, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    recognised: tuple[Recognised, ...] = ()
    profiles: tuple[ProfileChange, ...] = ()
    looked: Mapping[str, dt.datetime] = field(default_factory=dict, compare=False)
    wrong: Mapping[str, Reason] = field(default_factory=dict, compare=False)
    seen: Snapshot | None = field(default=None, repr=False, compare=False)
