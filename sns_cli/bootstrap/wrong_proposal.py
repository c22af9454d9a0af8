"""What to say of a proposal that is not there: what it may have been meant to be."""

import difflib
from typing import Final

from sns_cli.adapters.git.remote import Remote
from sns_cli.errors import UsageError
from sns_cli.model.history import CommitId

_NEAR: Final = 3
_REMOTE: Final = "origin/"


def no_such_proposal(remote: Remote, main: CommitId, name: str) -> UsageError:
    """Return the error that names what is near.

    Args:
        remote: whose open proposals are looked through.
        main: what is on ``main``.
        name: as it was typed.

    Raises:
        RemoteError: the remote cannot be reached.
    """
    if ":" in name:
        # GitHub shows a proposal of somebody's own copy as owner:branch.
        return UsageError("proposal-elsewhere", name=name)
    bare = name.removeprefix(_REMOTE)
    near = difflib.get_close_matches(bare, remote.fetch_open(main), _NEAR)
    if near:
        return UsageError("proposal-unknown-near", name=name, near=", ".join(near))
    return UsageError("proposal-unknown", name=name)
