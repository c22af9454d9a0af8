"""A post to be filled in: front matter, remarks and text for its category. Pure."""

import datetime as dt
from dataclasses import dataclass

from sns_cli.compose.draft import Fields
from sns_cli.messages import Language, render
from sns_cli.model.post import BASIS_JA, CATEGORY_JA, Basis, Category


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody said about a post that is to be written; None is "not yet".

    Attributes:
        accounts: empty means the library's default, which is not written down.
        publish_at: aware.
    """

    category: Category
    title: str | None = None
    basis: Basis | None = None
    source_url: str | None = None
    announced: str | None = None
    accounts: tuple[str, ...] = ()
    publish_at: dt.datetime | None = None
    drafted_by: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The parts of a post file, for :func:`sns_cli.compose.draft.make_post`."""

    fields: Fields
    body: str
    notes: dict[str, str]


def skeleton(
    wishes: Wishes, opening: dt.datetime | None, language: Language
) -> Skeleton:
    """Return the post as far as it is known, and signs where it is not.

    Args:
        wishes: what is known.
        opening: the next opening (in the library's zone), suggested as ``publish_at``.
        language: of the text and the remarks.
    """
    category, basis = wishes.category, wishes.basis
    japanese = language == "ja"
    fields: dict[str, object] = {
        "id": wishes.id,
        "title": wishes.title or render("skeleton-title", language, {}),
        "accounts": list(wishes.accounts),
        "category": CATEGORY_JA[category] if japanese else category.value,
        "basis": basis and (BASIS_JA[basis] if japanese else basis.value),
        "source_url": wishes.source_url,
        "announced": wishes.announced,
        "drafted_by": wishes.drafted_by,
        "publish_at": wishes.publish_at,
    }
    url = wishes.source_url or render("skeleton-url", language, {})
    body = render(f"skeleton-{category.value}", language, {"url": url})
    known = {key: value for key, value in fields.items() if value}
    return Skeleton(known, body, _notes(wishes, opening, language))


def _notes(
    wishes: Wishes, opening: dt.datetime | None, language: Language
) -> dict[str, str]:
    shown = opening and f"{opening:%Y-%m-%d %H:%M}"
    codes = {"title": "skeleton-note-title"}
    if wishes.basis is None:
        codes["basis"] = "skeleton-note-basis"
    if wishes.basis in {None, Basis.WEBSITE} and not wishes.source_url:
        codes["source_url"] = "skeleton-note-source"
    if wishes.basis is Basis.ANNOUNCED and not wishes.announced:
        codes["announced"] = "skeleton-note-announced"
    if wishes.category is Category.CORRECTION:
        codes["corrects"] = "skeleton-note-corrects"
    elif wishes.category is not Category.EMERGENCY and shown:
        if wishes.publish_at is None:
            codes["publish_at"] = "skeleton-note-publish"
        codes["expires_at"] = "skeleton-note-expires"
    details = {"at": shown}
    return {key: render(code, language, details) for key, code in codes.items()}
