"""How loudly a CI job says what concerns a whole run: as an error or as a warning."""

from typing import Final

from sns_cli.errors import ExitCode
from sns_cli.model.reason import Reason

_PASSES: Final = frozenset(
    {
        "account-ended",
        "account-no-answer",
        "account-paused",
        "budget-nearly-spent",
        "paused-by-environment",
        "paused-by-settings",
        "push-lost",
        "resolve-would-write",
        "verify-no-answer",
        "verify-would-write-more",
    }
)
"""What the next run may find mended by itself, or somebody wanted so."""
_ACCESS: Final = frozenset(
    {
        "account-refused",
        "account-without-credentials",
        "clock-off",
        "credentials-refused",
        "payment-required",
        "rehearsal-no-answer",
        "wrong-account",
    }
)
"""Why an account cannot be used until somebody puts it right."""
_WELL: Final = frozenset({ExitCode.OK, ExitCode.PEOPLE})


def note_level(note: Reason, code: ExitCode) -> str:
    """Return the level of a note of a run that ended with ``code``."""
    if bars(note):
        return "error"
    return "warning" if code in _WELL or note.code in _PASSES else "error"


def bars(reason: Reason | None) -> bool:
    """Tell whether nothing goes out until somebody puts the account's access right."""
    return reason is not None and reason.code in _ACCESS
