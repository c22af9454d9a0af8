"""What waits for the director: proposals, unapproved posts, open deliveries.

:mod:`.values` holds what is shown; the other modules show it.
"""

from collections.abc import Callable, Mapping
from typing import Final

from sns_cli.messages import Language
from sns_cli.report.waiting.data import waiting_json
from sns_cli.report.waiting.markdown import waiting_markdown
from sns_cli.report.waiting.text import waiting_text
from sns_cli.report.waiting.values import OpenDelivery, Waiting, WaitingProposal

__all__ = ["OpenDelivery", "Waiting", "WaitingProposal", "render_waiting"]

_STYLES: Final[Mapping[str, Callable[[Waiting, Language], str]]] = {
    "text": waiting_text,
    "github": waiting_text,
    "json": waiting_json,
    "markdown": waiting_markdown,
}


def render_waiting(waiting: Waiting, style: str, language: Language) -> str:
    """Return the list as text, JSON or Markdown.

    Raises:
        KeyError: there is no such style.
    """
    return _STYLES[style](waiting, language)
