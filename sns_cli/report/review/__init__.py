"""What an approver is shown of one proposal, before anything is approved.

:mod:`.values` says what; the other modules show it as text, Markdown, JSON or a page.
"""

from collections.abc import Callable, Mapping
from typing import Final

from sns_cli.messages import Language
from sns_cli.report.review.data import review_json
from sns_cli.report.review.markdown import review_markdown
from sns_cli.report.review.page import review_html
from sns_cli.report.review.text import review_text
from sns_cli.report.review.values import ReviewPage, Surroundings, review_page

__all__ = [
    "ReviewPage",
    "Surroundings",
    "render_review",
    "review_page",
    "review_text",
]

_STYLES: Final[Mapping[str, Callable[[ReviewPage, Language], str]]] = {
    "text": review_text,
    "github": review_text,
    "json": review_json,
    "markdown": review_markdown,
    "html": review_html,
}


def render_review(page: ReviewPage, style: str, language: Language) -> str:
    """Return the page as text, JSON, Markdown or HTML.

    Raises:
        KeyError: there is no such style.
    """
    return _STYLES[style](page, language)
