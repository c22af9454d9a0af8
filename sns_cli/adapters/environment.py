"""What the environment says (design 8.4): credentials, the pin, the stop.

Everything named ``SNS_…``, and the CI host's ``GITHUB_TOKEN``, is taken out of the
process's environment once, at the start, so that no child process, hook or traceback
can ever show it.
"""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Final

from sns_cli.errors import SettingsError

PREFIX: Final = "SNS_"
_HOST: Final = "GITHUB_"
_TOKEN_NAME: Final = "GITHUB_TOKEN"  # noqa: S105  (a name, no token)
_SAID_BY_HOST: Final = ("GITHUB_REPOSITORY", "GITHUB_API_URL", "GITHUB_STEP_SUMMARY")
_COMMIT_ID: Final = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


@dataclass(frozen=True)
class Environment:
    """The ``SNS_`` variables and the CI host's; ``repr`` names none of their values."""

    values: Mapping[str, str] = field(repr=False)

    @property
    def introduction(self) -> str | None:
        """The pinned commit where trust starts.

        Raises:
            SettingsError: it is set and is no full commit id.
        """
        value = self.values.get("SNS_INTRODUCTION", "").strip()
        return commit_id(value, "SNS_INTRODUCTION") if value else None

    @property
    def paused(self) -> str | None:
        """Why nothing is to be sent, if ``SNS_PAUSED`` is set."""
        return self.values.get("SNS_PAUSED", "").strip() or None

    @property
    def publisher_key(self) -> str | None:
        """The publisher's private key as OpenSSH text."""
        value = self.values.get("SNS_PUBLISHER_KEY", "")
        return value if value.strip() else None

    @property
    def github_token(self) -> str | None:
        """The token with which the CI host lets this job speak to its API."""
        return self._of_host("TOKEN")

    @property
    def github_repository(self) -> str | None:
        """``owner/name`` of the repository on the CI host."""
        return self._of_host("REPOSITORY")

    @property
    def github_api_url(self) -> str | None:
        """Where the CI host's API is."""
        return self._of_host("API_URL")

    @property
    def step_summary(self) -> str | None:
        """The file to which a step of a CI job appends what its page is to show."""
        return self._of_host("STEP_SUMMARY")

    def _of_host(self, name: str) -> str | None:
        return self.values.get(f"{_HOST}{name}", "").strip() or None

    def of_account(self, account: str, field_name: str) -> str | None:
        """Return ``SNS_<ACCOUNT>_<FIELD>``; an empty value counts as absent."""
        return self.values.get(variable(account, field_name), "").strip() or None


def commit_id(value: str, name: str) -> str:
    """Return a full commit id.

    Args:
        value: what was given.
        name: where, for the message.

    Raises:
        SettingsError: it is none.
    """
    lowered = value.strip().lower()
    if _COMMIT_ID.fullmatch(lowered) is None:
        raise SettingsError("introduction-malformed", name=name)
    return lowered


def variable(account: str, field_name: str) -> str:
    """Return the variable's name: upper case, ``-`` as ``_``."""
    return f"{PREFIX}{account}_{field_name}".replace("-", "_").upper()


def take_environment(environ: MutableMapping[str, str]) -> Environment:
    """Move all ``SNS_`` variables and the CI host's token out of ``environ``.

    What else the host says is copied: it is no secret, and others may want it.
    """
    names = [name for name in environ if name.startswith(PREFIX) or name == _TOKEN_NAME]
    said = {name: environ[name] for name in _SAID_BY_HOST if name in environ}
    return Environment({**said, **{name: environ.pop(name) for name in names}})
