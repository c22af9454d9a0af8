"""Who signs a pause or a resumption, and why nobody does."""

from dataclasses import dataclass
from pathlib import Path

from sns_cli.bootstrap.signing import Signing, open_signer
from sns_cli.errors import SettingsError, SnsError, UsageError
from sns_cli.model.pause import Order
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Role, Settings


@dataclass(frozen=True, slots=True)
class Pen:
    """Who signs.

    Attributes:
        signing: a director; None where nobody does.
        why_unsigned: why not.
    """

    signing: Signing | None
    why_unsigned: Reason | None = None


def pen_for(
    order: Order, policy: Settings, key_file: Path | None, email: str | None
) -> Pen:
    """Return who signs; for a pause of everything nobody, if no director is at hand.

    Args:
        order: what is asked for.
        policy: the settings in force.
        key_file: ``--key``.
        email: ``user.email`` of the clone.

    Raises:
        UsageError: there is no such key file.
        SettingsError: only a director may do this.
    """
    try:
        signing = open_signer(policy, key_file, email)
        if policy.people[signing.person].role is Role.DIRECTOR:
            return Pen(signing)
        person = policy.people[signing.person].name
        why = Reason("key-not-directors", {"person": person})
    except UsageError:
        raise
    except SnsError as error:
        why = Reason(error.code, error.details)
    if order.needs_director:
        raise SettingsError(f"{order.change}-needs-director", why=why)
    return Pen(None, why)
