"""What an approver is shown of one proposal, before anything is approved.

:mod:`.values` says what; the other modules show it as text, Markdown, JSON or a page.
"""

from sns_cli.report.review.text import review_text
from sns_cli.report.review.values import ReviewPage, Surroundings, review_page

__all__ = ["ReviewPage", "Surroundings", "review_page", "review_text"]
