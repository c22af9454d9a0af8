"""What ``pause`` and ``resume`` did, for people."""

from sns_cli.messages import Language
from sns_cli.model.pause import Order, Paused
from sns_cli.report.sentences import sentence, tell

_SHORT = 12
"""Digits of a change's id that are shown."""


def render_pause(
    order: Order, done: Paused, director: str | None, language: Language
) -> str:
    """Return what was done and what still stands, line by line.

    Args:
        order: what was asked for.
        done: what came of it.
        director: name of who signed it; None if nobody did.
        language: of the reader.
    """
    lines = [_first(order, done, director, language)]
    if done.undone is not None:
        details = {"commit": done.undone[:_SHORT]}
        lines.append(sentence("pausing-undid", details, language))
    if done.why_unsigned is not None:
        lines.append(sentence("paused-unsigned", {"why": done.why_unsigned}, language))
    if not order.pauses:
        lines += [
            sentence("still-stopped", {"why": tell(why, language)}, language)
            for why in done.standing
        ]
    return "\n".join(lines)


def _first(order: Order, done: Paused, director: str | None, language: Language) -> str:
    if done.commit is None:
        code = "paused-already" if order.pauses else "resumed-already"
        return sentence(code, {}, language)
    what = "paused-now" if order.pauses else "resumed-now"
    details = {
        "account": order.account or "",
        "reason": order.reason,
        "person": director or "",
        "commit": done.commit[:_SHORT],
    }
    code = what if order.account is None else f"account-{what}"
    if done.why_unsigned is not None and done.why_unsigned.code == "paused-by-page":
        code = "paused-now-by-page"  # what starts it again follows, with the reason
    return sentence(code, details, language)
