"""What a director acknowledges: a post from elsewhere, or a profile. Pure."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sns_cli.errors import RefusedError, UsageError
from sns_cli.model.profile import (
    KnownProfile,
    ProfileChange,
    accepted_profile,
)
from sns_cli.model.settings import Acknowledged, Settings
from sns_cli.publish.resolve import remote_id_of


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What is wished for.

    Attributes:
        account: key of ``[accounts]``, which exists.
        reason: on one line, not empty.
        document: number of the document that says so.
        on: the day in the library's time zone.
    """

    account: str
    reason: str
    on: dt.date
    document: str | None = None


def one_line(text: str) -> str:
    """Return what people typed on one line, without characters nobody sees.

    Raises:
        UsageError: nothing is left.
    """
    seen = (one if one.isprintable() or one == "\u3000" else " " for one in text)
    line = " ".join("".join(seen).split())
    if not line:
        raise UsageError("acknowledge-no-reason")
    return line


def acknowledged_post(
    settings: Settings, wish: Acknowledgement, address: str, ours: AbstractSet[str]
) -> Acknowledged:
    """Return the entry for a post that did not come from here.

    Args:
        settings: in force.
        wish: whose, why, when.
        address: of the post at the service, or its number alone.
        ours: numbers of the posts that did come from here.

    Raises:
        UsageError: it is not the address of a post of the account.
        RefusedError: it came from here, or was acknowledged before.
    """
    account = settings.accounts[wish.account]
    remote_id = address if address.isdecimal() else remote_id_of(address, account)
    if remote_id is None or not address.isascii():
        raise UsageError("resolve-url-wrong", url=address)
    if remote_id in ours:
        raise RefusedError("acknowledge-ours", url=address)
    for one in settings.acknowledged:
        if (one.account, one.remote_id) == (wish.account, remote_id):
            raise RefusedError("acknowledged-before", url=address, on=one.on)
    return Acknowledged(
        account=wish.account,
        remote_id=remote_id,
        reason=wish.reason,
        on=wish.on,
        document=wish.document,
    )


def acknowledged_profile(
    settings: Settings, wish: Acknowledgement, known: Sequence[KnownProfile]
) -> tuple[Acknowledged, ProfileChange]:
    """Return the entry for the profile as it was seen last, and what it changes.

    Args:
        settings: in force.
        wish: whose, why, when.
        known: profiles of the account on record, oldest first.

    Raises:
        RefusedError: none was seen yet, or the last one is in order.
    """
    digests = (
        one.profile
        for one in settings.acknowledged
        if one.account == wish.account and one.profile is not None
    )
    accepted = accepted_profile(known, digests)
    if accepted is None:
        raise RefusedError("profile-never-seen", account=wish.account)
    seen = known[-1].profile
    if seen == accepted:
        raise RefusedError("profile-in-order", account=wish.account)
    entry = Acknowledged(
        account=wish.account,
        profile=seen.digest,
        reason=wish.reason,
        on=wish.on,
        document=wish.document,
    )
    return entry, ProfileChange(wish.account, accepted, seen)
