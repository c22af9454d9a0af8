"""What the approver is shown as one page: no script, no request (as the preview)."""

from collections.abc import Iterable, Mapping
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.difference import Difference, PartKind
from sns_cli.report.preview.page import (
    finding_values,
    own_file,
    page_environment,
    post_values,
    style_hash,
)
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
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell

_TAGS: Final = {PartKind.SAME: "span", PartKind.REMOVED: "del", PartKind.ADDED: "ins"}
_WORDS: Final = (
    "review-title",
    "review-note",
    "review-effects",
    "review-previews",
    "review-changes",
    "review-others",
    "review-findings",
    "review-duties",
    "review-none",
)
_PREVIEW: Final = (
    "page-text",
    "page-when",
    "page-circumstances",
    "page-length",
    "page-cost",
    "page-links",
    "page-file",
    "page-id",
)


def review_html(page: ReviewPage, language: Language) -> str:
    """Return the page as HTML."""
    template = page_environment().from_string(own_file("review.html.j2"))
    style = own_file("page.css")
    proposal = page.proposal
    posts = by_post(page.previews, ())
    return template.render(
        language=language,
        style=style,
        style_hash=style_hash(style),
        words={_name(code): sentence(code, {}, language) for code in _WORDS},
        texts={_name(code): sentence(code, {}, language) for code in _PREVIEW},
        title=title(page, language),
        about=list(about(page, language)),
        effects=[tell(one, language) for one in (*page.effects, *page.notes)],
        posts=[post_values(number, one, language) for number, one in enumerate(posts)],
        changes=[
            _change(
                change_title(one, language),
                one.change,
                language,
                one.before,
                picture_lines(one, proposal, language),
            )
            for one in proposal.posts
        ],
        others=[
            _change(other_title(one, language), one.change, language, one.path)
            for one in proposal.beside
        ],
        findings=[
            finding_values(one, language) for one in by_weight(proposal.report.findings)
        ],
        duties=[safe_line(one.text) for one in proposal.duties],
    )


def _name(code: str) -> str:
    return code.partition("-")[2]


def _change(
    heading: str,
    change: Difference,
    language: Language,
    before: str | None,
    more: Iterable[str] = (),
) -> Mapping[str, object]:
    """Return a difference: lines of parts, each with the HTML element it stands in."""
    lines = [
        [("span", "…")]
        if line is None
        else [(_TAGS[part.kind], safe_line(part.text)) for part in line]
        for line in change.lines
    ]
    if before is not None and not change.lines:
        lines = [[("span", text)] for text in change_lines(change, language)]
    lines += [[("span", text)] for text in more]
    return {"heading": heading, "lines": lines}
