"""What is said beside the text of a preview, as safe sentences."""

from sns_cli.messages import Language
from sns_cli.report.preview.account import AccountPreview, PicturePreview
from sns_cli.report.sentences import sentence, tell


def heading(one: AccountPreview) -> str:
    """Return the account with its service and handle; not safe as it is."""
    handle = f" @{one.handle}" if one.handle else ""
    return f"{one.account} ({one.service}{handle})" if one.service else one.account


def measure(one: AccountPreview, language: Language) -> tuple[str, ...]:
    """Return length and price; nothing for what is not sent."""
    if one.retracts is not None or one.limit is None:
        return ()
    details = {"length": one.length, "limit": one.limit, "remaining": one.remaining}
    return (
        sentence("preview-length", details, language),
        sentence("preview-cost", {"cost": f"{one.cost_usd:.3f}"}, language),
    )


def times(one: AccountPreview, language: Language) -> tuple[str, ...]:
    """Return when it goes out, or why never."""
    if one.due_at is not None:
        details = {"at": one.due_at, "why": one.why_then}
        code = "preview-due-because" if one.why_then else "preview-due"
        return (sentence(code, details, language),)
    if one.never is None:
        return ()
    why = tell(one.never, language)
    if one.never.code == "preview-expires-first":
        return (why,)
    return (sentence("preview-closed", {"why": why}, language),)


def circumstances(one: AccountPreview, language: Language) -> tuple[str, ...]:
    """Return what the approver takes on: another time than usual, and who was asked."""
    lines = [] if one.outside is None else [tell(one.outside, language)]
    for asked in one.consulted:
        details = {"section": asked.section, "by": asked.by, "on": asked.on}
        lines.append(sentence("preview-consulted", details, language))
    return tuple(lines)


def outcome(one: AccountPreview, language: Language) -> tuple[str, ...]:
    """Return that it takes something down, or that it cannot be sent."""
    if one.retracts is not None:
        return (sentence("preview-retracts", {"id": one.retracts}, language),)
    if one.problem is None:
        return ()
    why = tell(one.problem, language)
    return (sentence("preview-unsendable", {"why": why}, language),)


def picture(one: PicturePreview, language: Language) -> str:
    """Return a picture's file, size and description on one line."""
    details: dict[str, object] = {"path": one.path}
    code = "preview-picture"
    if one.made is not None:
        code = "preview-picture-made"
        details |= {"width": one.made.width, "height": one.made.height}
        details["size"] = max(1, round(len(one.made.content) / 1024))
    return f"{sentence(code, details, language)}  {alt(one, language)}"


def alt(one: PicturePreview, language: Language) -> str:
    """Return the description for people who cannot see the picture."""
    if one.alt is None:
        return sentence("preview-no-alt", {}, language)
    return sentence("preview-alt", {"alt": one.alt}, language)
