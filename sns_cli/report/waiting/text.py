"""What waits for the director, for a terminal or a log."""

from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.model.delivery import Reason
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.waiting.values import Waiting
from sns_cli.report.waiting.words import details, titles, typed


def waiting_text(waiting: Waiting, language: Language) -> str:
    """Return the list as text."""
    lines = [
        *_proposals(waiting, language),
        *unapproved_text(waiting, language),
        *deliveries_text(waiting, language),
        *(f"! {tell(note, language)}" for note in waiting.notes),
    ]
    return "\n".join(lines)


def _proposals(waiting: Waiting, language: Language) -> Iterator[str]:
    count = {"count": len(waiting.proposals)}
    code = "waiting-proposals" if waiting.proposals else "waiting-none"
    yield sentence(code, count, language)
    for number, one in enumerate(waiting.proposals, 1):
        yield f"{number}. {safe_line(one.name)}  {titles(one, language)}".rstrip()
        yield from (f"     {line}" for line in details(one, language))
        yield f"     {typed('sns review', one.name)}"
    if waiting.elsewhere:
        yield sentence("waiting-elsewhere", {"count": waiting.elsewhere}, language)


def unapproved_text(waiting: Waiting, language: Language) -> Iterator[str]:
    """Yield the posts on main that nobody approved, after a blank line."""
    if not waiting.unapproved:
        return
    count = {"count": len(waiting.unapproved)}
    yield ""
    yield sentence("waiting-unapproved", count, language)
    for one in waiting.unapproved:
        yield f"・{safe_line(one.path)}"
        yield f"     {tell(Reason(one.reason or '', one.details), language)}"
        yield f"     {typed('sns review --again', one.path)}"


def deliveries_text(waiting: Waiting, language: Language) -> Iterator[str]:
    """Yield the deliveries that a person must settle, after a blank line."""
    if not waiting.deliveries:
        return
    yield ""
    count = {"count": len(waiting.deliveries)}
    yield sentence("waiting-deliveries", count, language)
    for one in waiting.deliveries:
        state = sentence(f"delivery-{one.status.state}", {}, language)
        yield f"・{safe_line(one.post)} → {safe_line(one.status.account)}: {state}"
        if one.status.reason is not None:
            yield f"     {tell(one.status.reason, language)}"
