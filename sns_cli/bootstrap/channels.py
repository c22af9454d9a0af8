"""Accounts → channels: which service, which server, whose credentials (design 8.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sns_cli.adapters.channels.x.credentials import XCredentials, check_api_base
from sns_cli.adapters.environment import Environment, variable
from sns_cli.errors import SnsError, UsageError
from sns_cli.model.delivery import Reason
from sns_cli.model.settings import Account, Service, Settings
from sns_cli.ports import Channel

REHEARSAL_BASE: Final = "http://127.0.0.1:8765"
"""Where ``sns rehearse serve`` listens unless told otherwise."""

_FIELDS: Final = (
    "CONSUMER_KEY",
    "CONSUMER_SECRET",
    "ACCESS_TOKEN",
    "ACCESS_TOKEN_SECRET",
)
_X_LIKE: Final = frozenset({Service.X, Service.REHEARSAL})


@dataclass(frozen=True)
class Channels:
    """The channels of a run.

    Attributes:
        by_account: accounts that can be sent to.
        without: why the others cannot, by account.
        local_only: every account that could be sent to is on this machine, so that
            ``--at`` may move the clock.
    """

    by_account: Mapping[str, Channel]
    without: Mapping[str, Reason]
    local_only: bool


def check_account(settings: Settings, chosen: str | None) -> None:
    """Check that an account exists; None for all always do.

    Raises:
        UsageError: ``account-unknown-here``.
    """
    if chosen is not None and chosen not in settings.accounts:
        known = ", ".join(settings.accounts) or "-"
        raise UsageError("account-unknown-here", account=chosen, known=known)


def open_channels(
    environment: Environment,
    settings: Settings,
    chosen: str | None,
    *,
    profiles: bool = False,
) -> Channels:
    """Return the channels of all accounts, or of one.

    Args:
        environment: has the credentials.
        settings: name the accounts.
        chosen: only this account; None for all.
        profiles: ask also what the accounts say of themselves.
    """
    channels: dict[str, Channel] = {}
    without: dict[str, Reason] = {}
    local_only = True
    for key, account in settings.accounts.items():
        if chosen not in {None, key}:
            continue
        base = environment.of_account(key, "API_BASE")
        if account.service not in _X_LIKE:
            details = {"account": key, "service": account.service.value}
            without[key] = Reason("service-unsupported", details)
            continue
        if account.service is not Service.REHEARSAL and base is None:
            local_only = False
        try:
            opened = _open(environment, key, account, base, profiles=profiles)
        except SnsError as error:
            opened = Reason(error.code, error.details)
        if isinstance(opened, Reason):
            without[key] = opened
        else:
            channels[key] = opened
    return Channels(channels, without, local_only)


def _open(
    environment: Environment,
    key: str,
    account: Account,
    base: str | None,
    *,
    profiles: bool,
) -> Channel | Reason:
    from sns_cli.adapters.channels.x.channel import XChannel  # noqa: PLC0415

    if account.service is Service.REHEARSAL:
        base = base or REHEARSAL_BASE
    if base is not None:
        base = check_api_base(base, variable(key, "API_BASE"))
    credentials = _credentials(environment, key, account.service)
    if isinstance(credentials, Reason):
        return credentials
    return XChannel(credentials, account.handle, base, profile=profiles)


def _credentials(
    environment: Environment, key: str, service: Service
) -> XCredentials | Reason:
    values = [environment.of_account(key, name) for name in _FIELDS]
    present = [value for value in values if value is not None]
    if service is Service.REHEARSAL and not present:
        from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS  # noqa: PLC0415

        return REHEARSAL_CREDENTIALS
    if len(present) < len(_FIELDS):
        missing = [
            variable(key, name)
            for name, value in zip(_FIELDS, values, strict=True)
            if value is None
        ]
        details = {"account": key, "names": ", ".join(missing)}
        return Reason("account-without-credentials", details)
    return XCredentials(*present)
