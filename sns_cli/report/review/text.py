"""What the approver is shown, for a terminal or a log."""

from collections.abc import Iterator, Sequence
from itertools import chain

from sns_cli.messages import Language
from sns_cli.model.finding import Finding
from sns_cli.model.proposal import OtherFile, Proposal, ProposedPost
from sns_cli.report.findings import finding_lines
from sns_cli.report.preview.text import previews_text
from sns_cli.report.preview.whole import by_post
from sns_cli.report.review.changes import change_lines
from sns_cli.report.review.order import by_weight
from sns_cli.report.review.values import ReviewPage
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell


def review_text(page: ReviewPage, language: Language) -> str:
    """Return the page as text."""
    sections = [
        _section("review-previews", _previews(page, language), language),
        _section("review-changes", _changes(page.proposal, language), language),
        _section("review-others", _others(page.proposal.beside, language), language),
        _section("review-effects", _effects(page, language), language),
        _section("review-findings", _findings(page, language), language),
        _section("review-duties", _duties(page), language),
    ]
    blocks = ["\n".join(_head(page, language)), *filter(None, sections)]
    return "\n\n".join(blocks)


def _section(code: str, lines: Sequence[str], language: Language) -> str:
    if not lines:
        return ""
    return "\n".join([f"■ {sentence(code, {}, language)}", *lines])


def _head(page: ReviewPage, language: Language) -> Iterator[str]:
    yield title(page, language)
    yield from about(page, language)


def title(page: ReviewPage, language: Language) -> str:
    """Return what is being looked at."""
    if page.name is None:
        return sentence("review-again", {}, language)
    return sentence("review-branch", {"name": page.name}, language)


def about(page: ReviewPage, language: Language) -> Iterator[str]:
    """Yield who drafted it and when."""
    details: dict[str, object] = {"people": page.drafted_by or "-"}
    if page.since is not None:
        yield sentence("review-drafted", {**details, "at": page.since}, language)
    elif page.drafted_by:
        yield sentence("review-drafted-by", details, language)


def _effects(page: ReviewPage, language: Language) -> list[str]:
    return [f"・{tell(one, language)}" for one in (*page.effects, *page.notes)]


def _previews(page: ReviewPage, language: Language) -> list[str]:
    posts = by_post(page.previews, ())
    return [previews_text(posts, (), language)] if posts else []


def _changes(proposal: Proposal, language: Language) -> list[str]:
    posts = proposal.posts
    return list(chain.from_iterable(_change(one, proposal, language) for one in posts))


def _change(one: ProposedPost, proposal: Proposal, language: Language) -> Iterator[str]:
    yield change_title(one, language)
    if one.before is not None:
        yield from (f"  {line}" for line in change_lines(one.change, language))
    yield from (f"  {line}" for line in picture_lines(one, proposal, language))


def picture_lines(
    one: ProposedPost, proposal: Proposal, language: Language
) -> Iterator[str]:
    """Yield which pictures of a post become other ones."""
    for path in pictures_replaced(one, proposal):
        yield sentence("change-picture", {"path": path}, language)


def pictures_replaced(one: ProposedPost, proposal: Proposal) -> list[str]:
    """Return the paths of the pictures of a post that become other ones."""
    shown = () if one.post is None else one.post.media_paths
    return [path for path in shown if path in proposal.replaced]


def change_title(one: ProposedPost, language: Language) -> str:
    """Return which post a difference is about, and whether there is one."""
    details = {"path": one.path, "before": one.before or ""}
    if one.before is None:
        return sentence("review-new", details, language)
    if one.before == one.path:
        return safe_line(one.path)
    return sentence("review-moved", details, language)


def _others(others: Sequence[OtherFile], language: Language) -> list[str]:
    lines = []
    for one in others:
        lines.append(other_title(one, language))
        lines += [f"  {line}" for line in change_lines(one.change, language)]
    return lines


def other_title(one: OtherFile, language: Language) -> str:
    """Return which other file changes, and what it becomes."""
    if one.mode is None:
        return safe_line(one.path)
    return sentence("review-mode", {"path": one.path, "mode": one.mode}, language)


def _findings(page: ReviewPage, language: Language) -> list[str]:
    found: Sequence[Finding] = by_weight(page.proposal.report.findings)
    if not found and page.proposal.posts:
        return [sentence("review-none", {}, language)]
    return [line for one in found for line in finding_lines(one, language)]


def _duties(page: ReviewPage) -> list[str]:
    return [f"□ {one.text}" for one in page.proposal.duties]
