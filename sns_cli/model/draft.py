"""Who worked on a proposal; told to people, and never a reason to trust anything."""

import datetime as dt
from dataclasses import dataclass

from sns_cli.model.history import CommitId


@dataclass(frozen=True, slots=True)
class Draft:
    """A commit of a proposal. Everything in it is what its author chose to say.

    Attributes:
        at: when it got its present form (aware, UTC); None for an absurd time.
    """

    id: CommitId
    name: str
    email: str
    at: dt.datetime | None
