"""What is said of each part of a story, as safe sentences."""

from collections.abc import Iterator

from sns_cli.messages import Language, catalogue
from sns_cli.model.draft import Draft
from sns_cli.model.post import is_post_path
from sns_cli.report.explain.values import Deed, PostStory, Touch, Who
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell

_SHORT = 12


def outcomes(story: PostStory, language: Language) -> Iterator[str]:
    """Yield in a sentence each whether it is approved, and whether it is still out."""
    if story.present:
        code = "explain-not-approved" if story.approval is None else "explain-approved"
        yield sentence(code, {}, language)
    else:
        yield sentence("explain-withdrawn", {}, language)
        if story.was("published"):
            yield sentence("explain-still-public", {}, language)
    if story.was("retracted"):
        yield sentence("explain-retracted", {}, language)


def person(who: Who, language: Language) -> str:
    """Return somebody's name and office; it is said if nothing proves the name."""
    name = f"{who.title} {who.name}" if who.title else who.name
    if not who.proven:
        return sentence("explain-claims", {"name": name}, language)
    return safe_line(f"{name} ({who.key})")


def proposed(touch: Touch, draft: Draft, language: Language) -> str:
    """Return when the post was first proposed."""
    # The zone of the touch is the library's.
    at = draft.at.astimezone(touch.at.tzinfo) if draft.at is not None else touch.at
    details = {"name": draft.name, "mail": draft.email, "at": at}
    return sentence("explain-proposed", details, language)


def approval(touch: Touch, language: Language) -> Iterator[str]:
    """Yield who approved it, what proves that, and on what authority."""
    yield from _mandated("explain-by", touch, language)


def removal(touch: Touch, language: Language) -> Iterator[str]:
    """Yield who took it away, what proves that, and on what authority."""
    yield from _mandated("explain-removed-by", touch, language)


def _mandated(code: str, touch: Touch, language: Language) -> Iterator[str]:
    details = {"who": person(touch.who, language), "at": touch.at}
    yield sentence(code, {**details, "commit": touch.commit}, language)
    yield sentence(
        f"explain-evidence-{touch.evidence}",
        {"fingerprint": touch.who.fingerprint or "-"},
        language,
    )
    if touch.mandate is None:
        yield sentence("explain-own-right", {}, language)
    else:
        grant = touch.mandate
        yield sentence(
            "explain-grant",
            {
                "grant": grant.id,
                "first": grant.first,
                "last": grant.last,
                "document": grant.document or "-",
            },
            language,
        )
    if touch.edited:
        yield sentence("explain-edited", {"paths": touch.edited}, language)
    if touch.confirmed:
        yield sentence("explain-confirmed", {}, language)
        yield from (f"  ・{_confirmed(one, language)}" for one in touch.confirmed)


def _confirmed(item: str, language: Language) -> str:
    """Return the question that was answered; a rule stands by its name."""
    # The record may name anything: only a question is looked up.
    if item.startswith("check-") and item in catalogue():
        return sentence(item, {}, language)
    return sentence("explain-finding", {"rule": item}, language)


def when_and_who(touch: Touch, language: Language) -> str:
    """Return when a change was made, by whom, and its number."""
    details = {"at": touch.at, "who": person(touch.who, language)}
    return sentence(
        "explain-touch", {**details, "commit": touch.commit[:_SHORT]}, language
    )


def deeds(touch: Touch, language: Language) -> Iterator[str]:
    """Yield what a change did to each file, and who had drafted it."""
    renamed = _renamed(touch)
    if renamed is not None:
        old, new = renamed
        yield sentence("explain-deed-renamed", {"path": old, "new": new}, language)
    for deed, path in touch.deeds:
        if renamed is None or path not in renamed:
            yield sentence(_DEEDS[deed], {"path": path}, language)
    names = tuple(dict.fromkeys(one.name for one in touch.drafts))
    if names:
        yield sentence("explain-brought", {"people": names}, language)


def _renamed(touch: Touch) -> tuple[str, str] | None:
    """Return the former and the new path, where a change moved the post's file."""
    moved = [(deed, path) for deed, path in touch.deeds if is_post_path(path)]
    old = [path for deed, path in moved if deed is Deed.REMOVED]
    new = [path for deed, path in moved if deed is Deed.ADDED]
    return (old[0], new[0]) if len(old) == len(new) == 1 else None


_DEEDS = {
    Deed.PRESENT: "explain-deed-present",
    Deed.ADDED: "explain-deed-added",
    Deed.CHANGED: "explain-deed-changed",
    Deed.REMOVED: "explain-deed-removed",
    Deed.APPROVED: "explain-deed-approved",
}


def verdict(touch: Touch, language: Language) -> str:
    """Return whether a change counts, and why not."""
    if touch.refusal is not None:
        return sentence(
            "explain-refused", {"why": tell(touch.refusal, language)}, language
        )
    return sentence("explain-accepted", {}, language)
