"""Where each post stands: for people, for machines, and for who has to act.

:mod:`.values` holds what is shown; the other modules show it.
"""

from collections.abc import Callable, Mapping
from typing import Final

from sns_cli.messages import Language
from sns_cli.report.status.data import status_json
from sns_cli.report.status.markdown import status_markdown
from sns_cli.report.status.problems import annotations, problems_code, problems_page
from sns_cli.report.status.text import status_text
from sns_cli.report.status.values import (
    DeliveryStatus,
    EventLine,
    PostStatus,
    StatusReport,
)

__all__ = [
    "DeliveryStatus",
    "EventLine",
    "PostStatus",
    "StatusReport",
    "problems_code",
    "problems_page",
    "render_status",
]


def render_status(report: StatusReport, style: str, language: Language) -> str:
    """Return the report in one of the formats text, json, github, markdown.

    Raises:
        KeyError: there is no such style.
    """
    return _STYLES[style](report, language)


def _github(report: StatusReport, language: Language) -> str:
    return "\n".join([*annotations(report, language), status_text(report, language)])


_STYLES: Final[Mapping[str, Callable[[StatusReport, Language], str]]] = {
    "text": status_text,
    "json": status_json,
    "github": _github,
    "markdown": status_markdown,
}
