"""Exceptions that mean "this run cannot go on", and the published exit codes.

Expected outcomes (a finding, a refusal, a service that says no) are values, never
exceptions. An exception carries a message code and details; the sentence is looked up
in ``sns_cli.messages`` when it is shown, in the language of the reader.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of design 8.3. Others read them: never renumber."""

    OK = 0
    PEOPLE = 1
    """People must edit or approve."""
    USAGE = 2
    BUG = 3
    CANNOT = 4
    """This run cannot start or go on: settings, git, ledger, credentials."""
    UNDELIVERED = 5
    """Something due was not delivered; safe to run again."""
    IN_DOUBT = 6
    """An outcome is unknown; a person looks first."""
    INTERRUPTED = 130


_WEIGHT = (
    ExitCode.OK,
    ExitCode.PEOPLE,
    ExitCode.UNDELIVERED,
    ExitCode.CANNOT,
    ExitCode.IN_DOUBT,
)


def worst(*codes: ExitCode) -> ExitCode:
    """Return the code that wins when several apply: 6 > 4 > 5 > 1 > 0."""
    return max(codes, key=_WEIGHT.index, default=ExitCode.OK)


class SnsError(Exception):
    """Base of all errors that end a run.

    Attributes:
        code: key of the sentence in ``sns_cli.messages``.
        details: values for the sentence's placeholders. Never a credential.
    """

    exit_code: ExitCode = ExitCode.CANNOT

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details = details
        shown = ", ".join(f"{key}={value!r}" for key, value in details.items())
        super().__init__(f"{code} ({shown})" if shown else code)


class UsageError(SnsError):
    """The command was called wrongly; nothing was done."""

    exit_code = ExitCode.USAGE


class RefusedError(SnsError):
    """What was asked for is not allowed as things stand; nothing was done."""

    exit_code = ExitCode.PEOPLE


class SettingsError(SnsError):
    """``sns.toml``, a credential or a key is missing or invalid."""


class HistoryError(SnsError):
    """Git cannot show the history that the proof needs."""


class RemoteError(SnsError):
    """The git remote cannot be reached or refuses us."""


class HostError(SnsError):
    """The host of the repository does not say, or not take, what it was asked."""


class HostDownError(HostError):
    """The host cannot be used for now: the next request would fail too."""


class OutputError(SnsError):
    """The result could not be written where it was to go."""


class PlatformError(SnsError):
    """The host of the repository does not say who merged what."""
