"""A person's decision about a delivery whose outcome is unknown. Pure."""

import datetime as dt
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from sns_cli.model.channel import RemotePost
from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.event import (
    Event,
    EventName,
    NotSent,
    Source,
    event_bytes,
    event_path,
)
from sns_cli.model.ledger import UNSETTLED, Delivery, DeliveryKey, DeliveryState
from sns_cli.model.settings import Account, Service
from sns_cli.ports import NewFile
from sns_cli.publish import records
from sns_cli.publish.config import Bounds
from sns_cli.publish.look import taken_ids

_NUMBERED: Final = frozenset({Service.X, Service.REHEARSAL})
"""Services whose posts have numbers: another address is not that of a post."""
_X_HOSTS: Final = frozenset(
    {"x.com", "www.x.com", "mobile.x.com"}
    | {"twitter.com", "www.twitter.com", "mobile.twitter.com"}
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a person found out.

    Attributes:
        published_url: address of the public post; None if it was not sent.
        by: who decided: a key of ``[people]``, or a name.
        source: the post file the claim rests on, if it could be read.
    """

    key: DeliveryKey
    published_url: str | None
    by: str
    source: Source | None = None


def resolve(
    snapshot: Snapshot, resolution: Resolution, stamp: records.Stamp
) -> NewFile | Reason:
    """Return the event that records the decision, or why there is none to make."""
    delivery = snapshot.ledger.of(resolution.key)
    details = {"post": delivery.key.post, "account": delivery.key.account}
    if not delivery.entries:
        return Reason("resolve-unknown-delivery", details)
    if delivery.state not in UNSETTLED:
        state = Reason(f"delivery-{delivery.state.value}")
        return Reason("resolve-nothing-in-doubt", {**details, "state": state})
    if resolution.published_url is None:
        event: Event | Reason = NotSent(
            **stamp.header(delivery),
            reason="resolved",
            retry_at=stamp.local(_again_at(delivery, stamp.at)),
            by=resolution.by,
        )
    else:
        event = _published(snapshot, delivery, resolution, stamp)
    if isinstance(event, Reason):
        return event
    return NewFile(event_path(event), event_bytes(event))


def _again_at(delivery: Delivery, now: dt.datetime) -> dt.datetime:
    """Return when the next run may send: at once, since a person decided.

    Only a claim that nobody doubted yet may still be in the hands of its runner: a
    second send must wait until that runner cannot be alive any more.
    """
    claim = delivery.newest(EventName.CLAIMED)
    if delivery.state is not DeliveryState.CLAIMED or claim is None or claim.at is None:
        return now
    return max(now, claim.at + Bounds().settle_after)


def _published(
    snapshot: Snapshot,
    delivery: Delivery,
    resolution: Resolution,
    stamp: records.Stamp,
) -> Event | Reason:
    url = resolution.published_url or ""
    account = snapshot.policy.accounts.get(delivery.key.account)
    remote_id = remote_id_of(url, account)
    if remote_id is None:
        return Reason("resolve-url-wrong", {"url": url})
    if remote_id in taken_ids(snapshot.ledger, delivery.key.account):
        return Reason("resolve-url-taken", {"url": url})
    claim = delivery.newest(EventName.CLAIMED)
    payload = records.payload_of(claim) if claim is not None else None
    if claim is None or payload is None:
        return Reason("event-unreadable")
    source = records.approved_source(snapshot, claim) or resolution.source
    event = records.published_by_read_back(
        delivery,
        payload,
        source or Source(front_matter="", body=""),
        RemotePost(remote_id, payload.text, url),
        stamp,
        records.media_of(claim),
    )
    return event.model_copy(update={"settled_by": "person", "by": resolution.by})


def remote_id_of(url: str, account: Account | None) -> str | None:
    """Return the id at the end of a post's address, None if it is no such address.

    On X the address must be one of a post of this very account: the record stays for
    ever, and a later retraction deletes what it names.
    """
    if any(one.isspace() or not one.isprintable() for one in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    *before, last = parts.path.rstrip("/").split("/")
    if account is None or account.service not in _NUMBERED:
        return last or None
    ours = _is_local(parts.hostname) or parts.hostname in _X_HOSTS
    name = before[1] if before[2:] == ["status"] else None
    handle = (account.handle or "").removeprefix("@").casefold()
    if name is not None and handle and name.casefold() not in {handle, "i"}:
        return None
    numbered = last.isascii() and last.isdecimal()
    return last if ours and numbered else None


def _is_local(host: str) -> bool:
    return host == "localhost" or host.startswith("127.") or host == "::1"
