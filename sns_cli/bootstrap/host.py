"""Who is asked who merged what (the CI host, if it gave a token), and who notes it."""

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.github.access import Access, access_of
from sns_cli.adapters.sshsig_signer import public_key_of
from sns_cli.bootstrap.writer import publisher_branch
from sns_cli.errors import HostError, PlatformError, SettingsError
from sns_cli.model.event import Run
from sns_cli.model.history import Commit
from sns_cli.model.platform import PullMerge
from sns_cli.model.settings import Settings
from sns_cli.parse.ssh_wire import public_key_blob
from sns_cli.pipeline.recording import Recorder
from sns_cli.ports import Platform


class _Opened:
    """Opens the connection with the first question; most runs ask none."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._port: Platform | None = None

    def merges_of(self, commit: Commit) -> tuple[PullMerge, ...]:
        if self._port is None:
            # requests costs as much as the rest of a run with nothing to ask.
            from sns_cli.adapters.github.api import GitHubApi  # noqa: PLC0415
            from sns_cli.adapters.platform.github import (  # noqa: PLC0415
                GitHubPlatform,
            )

            api = GitHubApi(self._access)
            self._port = GitHubPlatform(api, self._access.repository)
        return self._port.merges_of(commit)


class _Unusable:
    """What the CI host says of itself cannot be used; only that is said."""

    def __init__(self, name: str) -> None:
        self._name = name

    def merges_of(self, commit: Commit) -> tuple[PullMerge, ...]:  # noqa: ARG002  (the port's signature)
        raise PlatformError("platform-silent", detail=self._name)


def open_platform(environment: Environment) -> Platform | None:
    """Return who is asked, None if the CI host gave no token for a repository."""
    try:
        access = access_of(environment)
    except HostError as error:
        return _Unusable(str(error.details.get("name")))
    return None if access is None else _Opened(access)


def open_recorder(
    repository: Repository, environment: Environment, policy: Settings, run: Run
) -> Recorder:
    """Return the publisher, as it writes down what the host says of merges."""
    return Recorder(
        publisher_branch(repository, environment, policy),
        GitHistory(repository),
        SystemClock(),
        _public_key(environment.publisher_key),
        run,
    )


def _public_key(key: str | None) -> bytes | None:
    """Return the public key as signatures carry it; None if it is not usable."""
    try:
        return None if key is None else public_key_blob(public_key_of(key))
    except SettingsError:
        return None
