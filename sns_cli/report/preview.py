"""``sns preview``: exactly what each account would get, and when at the earliest."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sns_cli.calendar import local, opening_hours
from sns_cli.compose.channel_spec import channel_spec
from sns_cli.compose.message import (
    Unsendable,
    compose,
    cost_usd,
    links_of,
    source_text,
)
from sns_cli.compose.plain_text import plain_text
from sns_cli.messages import Language
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Account, Settings
from sns_cli.report.safe import (
    safe_block,
    safe_json,
    safe_line,
    safe_markdown,
    safe_markdown_block,
)
from sns_cli.report.sentences import sentence, tell

_BAR: Final = "  │ "


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
        never: why there is none.
        retracts: id of the post that this one asks to take down; then nothing is sent.
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

    @property
    def remaining(self) -> int | None:
        """How much may be added; negative if it is too long."""
        if self.length is None or self.limit is None:
            return None
        return self.limit - self.length


def preview(
    post: Post, settings: Settings, now: dt.datetime
) -> tuple[AccountPreview, ...]:
    """Return ``post`` as each of its accounts would get it, seen from ``now``."""
    accounts = settings.accounts_of(post.meta.accounts)
    return tuple(_preview(post, account, settings, now) for account in accounts)


def render_previews(
    shown: Sequence[Sequence[AccountPreview]], style: str, language: Language
) -> str:
    """Return the previews of several posts as ``text``, ``markdown`` or ``json``.

    ``github`` is the log of a CI job and gets the text.
    """
    every = [one for previews in shown for one in previews]
    if style == "json":
        return safe_json(previews_to_json(every, language), indent=2)
    if not every:
        return sentence("preview-none", {}, language)
    if style == "markdown":
        return preview_markdown(every, language)
    return preview_text(every, language)


def preview_text(previews: Sequence[AccountPreview], language: Language) -> str:
    """Return previews for a terminal or a log; nothing in them can act on it."""
    return "\n\n".join(_text(one, language) for one in previews)


def preview_markdown(previews: Sequence[AccountPreview], language: Language) -> str:
    """Return previews for a page; the text stands in a block that it cannot leave."""
    return "\n\n".join(_markdown(one, language) for one in previews)


def previews_to_json(
    previews: Sequence[AccountPreview], language: Language
) -> dict[str, object]:
    """Return previews for machines; print it with ``safe_json``."""
    return {"version": 1, "previews": [_json(one, language) for one in previews]}


def _preview(
    post: Post, account: str, settings: Settings, now: dt.datetime
) -> AccountPreview:
    known = settings.accounts.get(account)
    text = plain_text(source_text(post, account))
    retracts = post.meta.retracts
    message = compose(post, account, settings)
    refused = isinstance(message, Unsendable) and retracts is None
    spec = channel_spec(known.service) if known else None
    due_at, never = _due(post, account, settings, now)
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
        cost_usd=_cost(text, known, settings) if retracts is None else 0.0,
        links=links_of(text),
        problem=message.reason if refused and isinstance(message, Unsendable) else None,
        due_at=due_at,
        never=never,
        retracts=retracts,
    )


def _cost(text: str, account: Account | None, settings: Settings) -> float:
    return cost_usd(text, account.service, settings) if account else 0.0


def _due(
    post: Post, account: str, settings: Settings, now: dt.datetime
) -> tuple[dt.datetime | None, Reason | None]:
    meta, zone = post.meta, settings.library.timezone
    if meta.retracts is not None:
        return None, None
    start = due = local(max(now, meta.publish_at or now), zone)
    if not meta.any_hour:
        hours = opening_hours(settings.calendar_of(account), zone)
        opens = hours.next_opening(start)
        if opens is None:
            return None, hours.why_closed(start)
        due = opens
    if meta.expires_at is not None and due >= meta.expires_at:
        expires = local(meta.expires_at, zone)
        return None, Reason("preview-expires-first", {"at": expires})
    return due, None


def _heading(one: AccountPreview) -> str:
    handle = f" @{one.handle}" if one.handle else ""
    service = f" ({one.service}{handle})" if one.service else ""
    return f"{one.post} → {one.account}{service}"


def _notes(one: AccountPreview, language: Language) -> list[str]:
    """Return what is said below the text, as safe lines."""
    if one.retracts is not None:
        return [sentence("preview-retracts", {"id": one.retracts}, language)]
    notes = [_measure(one, language)] if one.limit is not None else []
    if one.links:
        notes.append(sentence("preview-links", {"links": one.links}, language))
    notes += _times(one, language)
    if one.problem is not None:
        why = tell(one.problem, language)
        notes.append(sentence("preview-unsendable", {"why": why}, language))
    return notes


def _measure(one: AccountPreview, language: Language) -> str:
    details = {"length": one.length, "limit": one.limit, "remaining": one.remaining}
    length = sentence("preview-length", details, language)
    cost = sentence("preview-cost", {"cost": f"{one.cost_usd:.3f}"}, language)
    return f"{length}  {cost}"


def _times(one: AccountPreview, language: Language) -> list[str]:
    if one.due_at is not None:
        return [sentence("preview-due", {"at": one.due_at}, language)]
    if one.never is None:
        return []
    why = tell(one.never, language)
    if one.never.code == "preview-expires-first":
        return [why]
    return [sentence("preview-closed", {"why": why}, language)]


def _text(one: AccountPreview, language: Language) -> str:
    head = [safe_line(_heading(one)), safe_line(f"  {one.title}  ({one.path})")]
    # Broken before the bar is put in front, so that no line can begin a command.
    body = [f"{_BAR}{line}".rstrip() for line in safe_block(one.text).split("\n")]
    return "\n".join([*head, *body, *(f"  {note}" for note in _notes(one, language))])


def _markdown(one: AccountPreview, language: Language) -> str:
    notes = [f"- {safe_markdown(note)}" for note in _notes(one, language)]
    return "\n\n".join(
        [
            f"### {safe_markdown(_heading(one))}",
            f"{safe_markdown(one.title)} ({safe_markdown(one.path)})",
            safe_markdown_block(one.text),
            "\n".join(notes),
        ]
    )


def _json(one: AccountPreview, language: Language) -> dict[str, object]:
    why = one.problem or one.never
    return {
        "post": one.post,
        "path": one.path,
        "title": one.title,
        "account": one.account,
        "service": one.service,
        "handle": one.handle,
        "text": one.text,
        "length": one.length,
        "limit": one.limit,
        "remaining": one.remaining,
        "cost_usd": one.cost_usd,
        "links": list(one.links),
        "sendable": one.problem is None and one.retracts is None,
        "reason": tell(why, language) if why else None,
        "due_at": one.due_at.isoformat(timespec="seconds") if one.due_at else None,
        "retracts": one.retracts,
    }
