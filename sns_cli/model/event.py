"""Events of a delivery: the schema ``event/1`` of design 6, written and never changed.

Writers build these types, so that nothing invalid is ever written; the JSON Schema in
``archive/schema/`` is generated from them. Readers of old archives use
:class:`~sns_cli.model.ledger.Entry`, which ignores what it does not know.
"""

import datetime as dt
import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, Literal

from pydantic import Field, PlainSerializer, TypeAdapter, WithJsonSchema

from sns_cli.model.post import Frozen, MediaKind, Rights

SCHEMA: Final = "event/1"

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
ObjectId = Annotated[str, Field(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
Instant = Annotated[
    dt.datetime,
    PlainSerializer(lambda at: at.isoformat(timespec="seconds"), return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""Aware; written as RFC 3339 with the offset of the library's time zone."""


class EventName(StrEnum):
    """What can happen to a delivery."""

    CLAIMED = "claimed"
    PUBLISHED = "published"
    NOT_SENT = "not-sent"
    IN_DOUBT = "in-doubt"
    REJECTED = "rejected"
    CONFIRMED = "confirmed"
    DIFFERS = "differs"
    MISSING = "missing"
    RETRACTED = "retracted"


class Run(Frozen):
    """The run that wrote an event.

    Attributes:
        shifted_by: seconds that ``--at`` moved the run's clock; absent in real use.
            Read-back needs it, since the service's clock is never moved.
    """

    job: str
    runner: str
    version: str
    shifted_by: int | None = None


class PayloadMedia(Frozen):
    """An image as it is to be sent."""

    path: str
    sha256: Sha256
    mime: str
    alt: str | None = None


class Payload(Frozen):
    """What is sent, frozen before it is sent."""

    text: str
    media: tuple[PayloadMedia, ...] = ()


class ClaimedMedia(Frozen):
    """What is known of an image when it is claimed, beside what is sent.

    With ``payload`` it suffices to write the receipt later, without reading the image.
    """

    path: str
    blob: ObjectId
    """The approved file that the sent bytes were made from."""
    size: int
    width: int
    height: int
    rights: Rights | None = None
    kind: MediaKind | None = None


class PublishedMedia(Frozen):
    """An image as it was sent; the bytes are in ``archive/media``."""

    path: str
    sha256: Sha256
    size: int
    mime: str
    width: int | None = None
    height: int | None = None
    alt: str | None = None
    rights: Rights | None = None
    kind: MediaKind | None = None


class Source(Frozen):
    """The post file as it was approved, in its two parts."""

    front_matter: str
    body: str


class _Event(Frozen):
    schema_: Literal["event/1"] = Field(default=SCHEMA, alias="schema")
    post: str
    account: str
    n: Annotated[int, Field(ge=1)]
    at: Instant
    nonce: str
    run: Run


class Claimed(_Event):
    """The intent to send, on ``main`` before anything leaves the machine."""

    event: Literal["claimed"] = "claimed"
    path: str
    blob: ObjectId
    commit: ObjectId
    approved_by: str
    evidence: str
    grant: str | None = None
    payload: Payload
    payload_sha256: Sha256
    media: tuple[ClaimedMedia, ...] = ()
    """One for each of ``payload.media``, in their order."""
    cost_usd: float


class Published(_Event):
    """The post is public. With its media it suffices to rebuild the post anywhere."""

    event: Literal["published"] = "published"
    remote_id: str
    url: str
    published_at: Instant
    source: Source
    text: str
    """Exactly what was sent."""
    links: tuple[str, ...] = ()
    media: tuple[PublishedMedia, ...] = ()
    response: Mapping[str, Any] | None = None
    settled_by: Literal["reply", "read-back", "person"]
    by: str | None = None


class NotSent(_Event):
    """Proof that nothing was accepted."""

    event: Literal["not-sent"] = "not-sent"
    reason: str
    http_status: int | None = None
    retry_at: Instant | None = None
    by: str | None = None


class Rejected(_Event):
    """The service refused the content; people must edit."""

    event: Literal["rejected"] = "rejected"
    reason: str
    http_status: int | None = None
    retry_at: Instant | None = None


class InDoubt(_Event):
    """It may or may not be public."""

    event: Literal["in-doubt"] = "in-doubt"
    reason: str
    http_status: int | None = None
    retry_at: Instant | None = None


class Retracted(_Event):
    """Taken down on the service, as an approved post asked."""

    event: Literal["retracted"] = "retracted"
    remote_id: str
    reason: str
    requested_by_post: str
    by: str | None = None
    """Who approved the request: a key of ``[people]``."""
    http_status: int | None = None


class Confirmed(_Event):
    """The public post was found to be as approved.

    Attributes:
        by: the person who looked at it (投稿後確認, K9(2)); None when ``verify`` read
            it back.
    """

    event: Literal["confirmed"] = "confirmed"
    by: str | None = None
    note: str | None = None


class Differs(_Event):
    """What is public is not what was approved."""

    event: Literal["differs"] = "differs"
    remote_id: str
    reason: str
    text: str | None = None


class Missing(_Event):
    """The service no longer shows the post, and we did not take it down."""

    event: Literal["missing"] = "missing"
    remote_id: str
    reason: str


Event = (
    Claimed
    | Published
    | NotSent
    | Rejected
    | InDoubt
    | Confirmed
    | Differs
    | Missing
    | Retracted
)


@cache
def _adapter() -> TypeAdapter[Event]:
    return TypeAdapter(Annotated[Event, Field(discriminator="event")])


def event_path(event: Event) -> str:
    """Return where the event belongs: the month of its own ``at`` (design 5)."""
    return (
        f"archive/{event.at:%Y}/{event.at:%m}/"
        f"{event.post}.{event.account}.{event.n}-{event.event}.json"
    )


def to_json(value: object) -> bytes:
    """Return the archive's JSON form: sorted keys, readable Japanese, LF at the end."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    return (text + "\n").encode()


def event_data(event: Event) -> dict[str, Any]:
    """Return an event as it is read again from its file."""
    return event.model_dump(mode="json", by_alias=True)


def event_bytes(event: Event) -> bytes:
    """Return the exact bytes of an event file, checked against the schema."""
    data = event_data(event)
    _adapter().validate_json(json.dumps(data))
    return to_json(data)


def event_schema() -> bytes:
    """Return ``archive/schema/event-1.schema.json``."""
    schema: dict[str, Any] = _adapter().json_schema(by_alias=True, mode="serialization")
    for definition in schema["$defs"].values():
        # Readers ignore unknown fields, so that later versions may add some.
        definition.pop("additionalProperties", None)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "sns event/1"
    return to_json(schema)
