"""Where each post stands, as a table for a page of the git host."""

from sns_cli.messages import Language
from sns_cli.report.safe import safe_markdown
from sns_cli.report.sentences import sentence
from sns_cli.report.status import words
from sns_cli.report.status.values import StatusReport, worst_first
from sns_cli.report.table import markdown_table


def status_markdown(report: StatusReport, language: Language) -> str:
    """Return the report as Markdown."""
    if not report.posts:
        return sentence("status-no-posts", {}, language)
    titles = ("status-post", "status-state", "status-details")
    heads = [sentence(code, {}, language) for code in titles]
    rows = []
    for post in worst_first(report.posts):
        details = words.details(post, language, detailed=report.detailed)
        told = "<br>".join(safe_markdown(one) for one in details)
        state = safe_markdown(words.headline(post, language))
        names = (words.name(post), words.title(post))
        named = "<br>".join(safe_markdown(one) for one in names if one)
        rows.append((named, state, told))
    return markdown_table(heads, rows)
