"""One post as one account would get it: text, pictures, length, price, time."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sns_cli.calendar import local, opening_hours, why_not_before
from sns_cli.compose.channel_spec import channel_spec
from sns_cli.compose.media import pictures_of
from sns_cli.compose.message import (
    Unsendable,
    compose,
    cost_usd,
    links_of,
    source_text,
)
from sns_cli.compose.plain_text import plain_text
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Consulted, FrontMatter, Post
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Account, Settings

Prepared = Mapping[str, PreparedPicture | Reason]
"""What is sent for each picture file, by repository path, or why it cannot be."""


@dataclass(frozen=True, slots=True)
class PicturePreview:
    """A picture of a post.

    Attributes:
        path: repository path.
        alt: what it shows, for people who cannot see it.
        holder: of its rights.
        made: what goes out; None if it was not looked at, or cannot be sent.
        problem: why it cannot be sent.
    """

    path: str
    alt: str | None
    holder: str | None
    made: PreparedPicture | None = field(default=None, repr=False)
    problem: Reason | None = None


@dataclass(frozen=True, slots=True)
class AccountPreview:
    """One post as one account would get it.

    Attributes:
        service, handle: of the account; None if the settings do not know it.
        text: exactly what is sent.
        length, limit: as the service counts; None if nothing can be sent to it.
        cost_usd: estimated price in US dollars.
        links: URLs in the text.
        problem: why it cannot be sent as it is.
        due_at: earliest time at which an approved post would go out (aware, in the
            library's zone); None if there is none.
        why_then: why not earlier: the hours and closed days before it.
        never: why there is no such time.
        retracts: id of the post that this one asks to take down; then nothing is sent.
        outside: that opening hours do not bind it, and why; None if they do.
        consulted: other sections that were asked.
    """

    post: str
    path: str
    title: str
    account: str
    service: str | None
    handle: str | None
    text: str
    length: int | None
    limit: int | None
    cost_usd: float
    links: tuple[str, ...]
    problem: Reason | None
    due_at: dt.datetime | None
    never: Reason | None
    retracts: str | None
    why_then: tuple[Reason, ...] = ()
    pictures: tuple[PicturePreview, ...] = ()
    outside: Reason | None = None
    consulted: tuple[Consulted, ...] = ()

    @property
    def remaining(self) -> int | None:
        """How much may be added; negative if it is too long."""
        if self.length is None or self.limit is None:
            return None
        return self.limit - self.length


@dataclass(frozen=True, slots=True)
class _Due:
    """When it may go out; the fields are those of :class:`AccountPreview`."""

    at: dt.datetime | None = None
    why: tuple[Reason, ...] = ()
    never: Reason | None = None


def preview(
    post: Post, settings: Settings, now: dt.datetime, made: Prepared | None = None
) -> tuple[AccountPreview, ...]:
    """Return ``post`` as each of its accounts would get it, seen from ``now``.

    Args:
        post: the draft.
        settings: the library's.
        now: aware.
        made: its pictures, as far as they were looked at.
    """
    accounts = settings.accounts_of(post.meta.accounts)
    pictures = _pictures(post, made or {})
    return tuple(_preview(post, one, settings, now, pictures) for one in accounts)


def _preview(
    post: Post,
    account: str,
    settings: Settings,
    now: dt.datetime,
    pictures: tuple[PicturePreview, ...],
) -> AccountPreview:
    known = settings.accounts.get(account)
    text = plain_text(source_text(post, account))
    retracts = post.meta.retracts
    spec = channel_spec(known.service) if known else None
    due = _due(post, account, settings, now)
    return AccountPreview(
        post=post.id,
        path=post.path,
        title=post.meta.title,
        account=account,
        service=known.service.value if known else None,
        handle=known.handle if known else None,
        text=text,
        length=spec.length(text) if spec else None,
        limit=spec.limit if spec else None,
        cost_usd=_cost(text, known, settings, pictures) if retracts is None else 0.0,
        links=links_of(text),
        problem=_problem(post, account, settings, pictures),
        due_at=due.at,
        why_then=due.why,
        never=due.never,
        retracts=retracts,
        pictures=pictures,
        outside=_outside(post.meta),
        consulted=post.meta.consulted,
    )


def _outside(meta: FrontMatter) -> Reason | None:
    if meta.retracts is not None or not meta.any_hour:
        return None
    if meta.outside_hours_reason:
        return Reason("preview-outside", {"reason": meta.outside_hours_reason})
    return Reason("preview-emergency")


def _pictures(post: Post, made: Prepared) -> tuple[PicturePreview, ...]:
    shown = []
    for one in pictures_of(post):
        found = made.get(one.path)
        shown.append(
            PicturePreview(
                path=one.path,
                alt=one.alt,
                holder=None if one.rights is None else one.rights.holder,
                made=found if isinstance(found, PreparedPicture) else None,
                problem=found if isinstance(found, Reason) else None,
            )
        )
    return tuple(shown)


def _problem(
    post: Post,
    account: str,
    settings: Settings,
    pictures: tuple[PicturePreview, ...],
) -> Reason | None:
    if post.meta.retracts is not None:
        return None
    message = compose(post, account, settings)
    if isinstance(message, Unsendable):
        return message.reason
    return next((one.problem for one in pictures if one.problem is not None), None)


def _cost(
    text: str,
    account: Account | None,
    settings: Settings,
    pictures: tuple[PicturePreview, ...],
) -> float:
    if account is None:
        return 0.0
    alts = sum(one.alt is not None for one in pictures)
    return cost_usd(text, account.service, settings, alts=alts)


def _due(post: Post, account: str, settings: Settings, now: dt.datetime) -> _Due:
    meta, zone = post.meta, settings.library.timezone
    if meta.retracts is not None:
        return _Due()
    start = due = local(max(now, meta.publish_at or now), zone)
    why: tuple[Reason, ...] = ()
    hours = opening_hours(settings.calendar_of(account), zone)
    closed = hours.why_closed(start)
    if meta.any_hour:
        why = (
            () if closed is None else (Reason("preview-closed-then", {"why": closed}),)
        )
    else:
        opens = hours.next_opening(start)
        if opens is None:
            return _Due(never=closed)
        due, why = opens, why_not_before(hours, start, opens)
    if meta.expires_at is not None and due >= meta.expires_at:
        expires = local(meta.expires_at, zone)
        return _Due(never=Reason("preview-expires-first", {"at": expires}))
    return _Due(due, why)
