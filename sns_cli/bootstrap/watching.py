"""Looking on while a run goes on."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sns_cli.model.history import CommitId
from sns_cli.ports import MainBranch, NewFile, PushOutcome


@dataclass(frozen=True)
class Watched:
    """``main`` of the remote, with somebody who is told before each push."""

    main: MainBranch
    step: Callable[[], None]

    def fetch(self) -> CommitId:
        """Fetch ``main``; see the port."""
        return self.main.fetch()

    def add_files(
        self, base: CommitId, files: Sequence[NewFile], message: str, at: dt.datetime
    ) -> PushOutcome:
        """Tell, and push; see the port."""
        self.step()
        return self.main.add_files(base, files, message, at)
