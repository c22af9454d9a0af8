"""What the approver is shown, for a page of the git host."""

from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.report.findings import finding_item, group_label, group_of
from sns_cli.report.preview.markdown import previews_markdown
from sns_cli.report.preview.whole import by_post
from sns_cli.report.review.changes import change_lines
from sns_cli.report.review.order import by_weight
from sns_cli.report.review.text import (
    about,
    change_title,
    other_title,
    picture_lines,
    title,
)
from sns_cli.report.review.values import ReviewPage
from sns_cli.report.safe import safe_markdown, safe_markdown_block
from sns_cli.report.sentences import sentence, tell


def review_markdown(page: ReviewPage, language: Language) -> str:
    """Return the page as Markdown."""
    return "\n\n".join(_parts(page, language))


def _parts(page: ReviewPage, language: Language) -> Iterator[str]:
    yield f"# {safe_markdown(title(page, language))}"
    yield from (safe_markdown(line) for line in about(page, language))
    if page.previews:
        yield _heading("review-previews", language)
        yield previews_markdown(by_post(page.previews, ()), (), language)
    yield from _changes(page, language)
    yield _heading("review-effects", language)
    told = [tell(one, language) for one in (*page.effects, *page.notes)]
    yield "\n".join(f"- {safe_markdown(line)}" for line in told)
    yield _heading("review-findings", language)
    yield _findings(page, language)
    if page.proposal.duties:
        yield _heading("review-duties", language)
        duties = [one.text for one in page.proposal.duties]
        yield "\n".join(f"- [ ] {safe_markdown(text)}" for text in duties)


def _heading(code: str, language: Language) -> str:
    return f"## {sentence(code, {}, language)}"


def _changes(page: ReviewPage, language: Language) -> Iterator[str]:
    if page.proposal.posts:
        yield _heading("review-changes", language)
    for post in page.proposal.posts:
        yield safe_markdown(change_title(post, language))
        if post.before is not None:
            lines = change_lines(post.change, language)
            yield safe_markdown_block("\n".join(lines))
        for line in picture_lines(post, page.proposal, language):
            yield safe_markdown(line)
    if page.proposal.beside:
        yield _heading("review-others", language)
    for other in page.proposal.beside:
        yield safe_markdown(other_title(other, language))
        yield safe_markdown_block("\n".join(change_lines(other.change, language)))


def _findings(page: ReviewPage, language: Language) -> str:
    found = by_weight(page.proposal.report.findings)
    if not found:
        return sentence("review-none", {}, language)
    return "\n".join(
        finding_item(one, language, f"{group_label(group_of(one), language)}: ")
        for one in found
    )
