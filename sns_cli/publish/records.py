"""The events a run writes, built from what it knows. Pure."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from sns_cli.calendar import local
from sns_cli.compose.message import links_of
from sns_cli.model.channel import Message, RemotePost
from sns_cli.model.delivery import Claim, DuePost, Snapshot
from sns_cli.model.event import (
    Claimed,
    ClaimedMedia,
    InDoubt,
    NotSent,
    Payload,
    Published,
    PublishedMedia,
    Rejected,
    Retracted,
    Run,
    Source,
)
from sns_cli.model.ledger import Delivery, Entry
from sns_cli.model.media_path import media_path
from sns_cli.model.post import Post
from sns_cli.model.proof import ApprovedPost
from sns_cli.ports import NewFile
from sns_cli.publish.classify import Accepted, Refused, Unknown, Unwanted


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every event of a run carries besides its delivery and number.

    Attributes:
        at: the run's time; written in the library's time zone, whole seconds.
        nonce: fresh for every event, so that ours can be told from an equal one.
    """

    at: dt.datetime
    nonce: str
    run: Run
    timezone: str

    def header(self, delivery: Delivery) -> dict[str, Any]:
        """Return the fields that all events share."""
        return {
            "post": delivery.key.post,
            "account": delivery.key.account,
            "n": delivery.next_n,
            "at": self.local(self.at),
            "nonce": self.nonce,
            "run": self.run,
        }

    def local(self, at: dt.datetime) -> dt.datetime:
        """Return an instant as the archive writes it."""
        return local(at, self.timezone).replace(microsecond=0)


def payload_sha256(payload: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a payload's canonical JSON.

    Canonical: the JSON of the event's ``payload`` with sorted keys, no white space,
    characters as they are, UTF-8; anyone can compute it again from the archive.
    """
    text = json.dumps(
        payload, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()


def claimed(due: DuePost, message: Message, to: Delivery, stamp: Stamp) -> Claimed:
    """Return the intent to send exactly this message."""
    approval = due.approved.approval
    return Claimed(
        **stamp.header(to),
        path=due.approved.post.path,
        blob=due.approved.blob,
        commit=approval.commit,
        approved_by=approval.by,
        evidence=approval.evidence,
        grant=approval.grant,
        payload=message.payload,
        payload_sha256=payload_sha256(message.payload.model_dump(mode="json")),
        media=message.media,
        cost_usd=message.cost_usd,
    )


def source_of(post: Post) -> Source:
    """Return the two parts of a post file as approved."""
    return Source(front_matter=post.source_front_matter, body=post.body)


def approved_source(snapshot: Snapshot, claim: Entry) -> Source | None:
    """Return the post file a claim rests on, if that is what is approved now."""
    post, blob = claim.name.key.post, claim.text("blob")
    for approved in snapshot.approved:
        if approved.post.id == post and approved.blob == blob:
            return source_of(approved.post)
    return None


def published_by_reply(
    claim: Claim, to: Delivery, accepted: Accepted, stamp: Stamp
) -> Published:
    """Return the receipt of a send the service confirmed with an id."""
    return Published(
        **stamp.header(to),
        remote_id=accepted.remote_id,
        url=accepted.reply.url or "",
        published_at=stamp.local(stamp.at),
        source=source_of(claim.due.approved.post),
        text=claim.message.payload.text,
        links=claim.message.links,
        media=_media(claim.event.payload, claim.event.media),
        response=accepted.reply.body,
        settled_by="reply",
    )


def published_by_read_back(
    to: Delivery,
    payload: Payload,
    source: Source,
    found: RemotePost,
    stamp: Stamp,
    media: Sequence[ClaimedMedia] = (),
) -> Published:
    """Return the receipt of a post found on the service's timeline."""
    shift = dt.timedelta(seconds=stamp.run.shifted_by or 0)
    shown = found.created_at + shift if found.created_at is not None else stamp.at
    return Published(
        **stamp.header(to),
        remote_id=found.remote_id,
        url=found.url,
        published_at=stamp.local(shown),
        source=source,
        text=payload.text,
        links=links_of(payload.text),
        media=_media(payload, media),
        settled_by="read-back",
    )


def not_sent(to: Delivery, refused: Refused, stamp: Stamp) -> NotSent:
    """Return the proof that nothing was accepted."""
    return NotSent(
        **stamp.header(to),
        reason=refused.reason,
        http_status=refused.status,
        retry_at=stamp.local(refused.retry_at) if refused.retry_at else None,
    )


def rejected(to: Delivery, unwanted: Unwanted, stamp: Stamp) -> Rejected:
    """Return the service's refusal of the content."""
    return Rejected(
        **stamp.header(to), reason=unwanted.reason, http_status=unwanted.status
    )


def in_doubt(to: Delivery, unknown: Unknown, stamp: Stamp) -> InDoubt:
    """Return the record that it may or may not be public."""
    return InDoubt(
        **stamp.header(to), reason=unknown.reason, http_status=unknown.status
    )


def retracted(
    to: Delivery, remote_id: str, request: ApprovedPost, status: int, stamp: Stamp
) -> Retracted:
    """Return the record that a post was taken down as ``request`` asked."""
    return Retracted(
        **stamp.header(to),
        remote_id=remote_id,
        reason=request.post.body,
        requested_by_post=request.post.id,
        by=request.approval.by,
        http_status=status,
    )


def payload_of(claim: Entry) -> Payload | None:
    """Return what a claim read from the ledger was to send, None if unreadable."""
    data = claim.data.get("payload")
    if not isinstance(data, Mapping):
        return None
    try:
        return Payload.model_validate_json(json.dumps(dict(data)))
    except ValueError:
        return None


def media_of(claim: Entry) -> tuple[ClaimedMedia, ...]:
    """Return what a claim read from the ledger says of its pictures."""
    items = claim.data.get("media")
    try:
        return tuple(
            ClaimedMedia.model_validate_json(json.dumps(item)) for item in items or ()
        )
    except (TypeError, ValueError):
        return ()


def media_files(message: Message) -> tuple[NewFile, ...]:
    """Return the archive's files of the pictures, each exactly the bytes sent."""
    return tuple(
        NewFile(media_path(one.sha256, one.mime), message.blobs[one.sha256])
        for one in {one.sha256: one for one in message.payload.media}.values()
    )


def _media(
    payload: Payload, media: Sequence[ClaimedMedia]
) -> tuple[PublishedMedia, ...]:
    """Return the pictures as published: what was sent, with what is known of it."""
    return tuple(
        PublishedMedia(
            path=item.path,
            sha256=item.sha256,
            size=about.size if about else 0,
            mime=item.mime,
            width=about.width if about else None,
            height=about.height if about else None,
            alt=item.alt,
            rights=about.rights if about else None,
            kind=about.kind if about else None,
        )
        for item, about in zip_longest(payload.media, media[: len(payload.media)])
    )
