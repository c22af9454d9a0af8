"""Previews as one page that needs nothing else: no script, no request, no cookie.

The page may be opened from a disk, attached to a mail or printed. Its policy forbids
every request, so that looking at a draft tells nobody about it; pictures are in the
page. Jinja2 escapes every value; hidden characters are made visible before.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sns_cli.messages import Language
from sns_cli.model.finding import Finding
from sns_cli.report.findings import group_label, group_of
from sns_cli.report.preview import notes
from sns_cli.report.preview.account import AccountPreview, PicturePreview
from sns_cli.report.preview.whole import PostPreview, Unshown
from sns_cli.report.safe import safe_block, safe_line
from sns_cli.report.sentences import sentence, tell

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE: Final = "sns_cli.report.preview"
_OPENED: Final = ("https://", "http://")
"""Addresses that become links; others stay text."""


def previews_page(
    posts: Sequence[PostPreview], unshown: Sequence[Unshown], language: Language
) -> str:
    """Return the previews as an HTML page."""
    template = page_environment().from_string(own_file("page.html.j2"))
    style = own_file("page.css")
    words = {code: sentence(f"page-{code}", {}, language) for code in _WORDS}
    words["findings"] = sentence("preview-findings", {}, language)
    return template.render(
        language=language,
        style=style,
        style_hash=style_hash(style),
        words=words,
        posts=[
            post_values(number, one, language) for number, one in enumerate(posts, 1)
        ],
        unshown=[
            {
                "said": sentence("preview-unshown", {"path": one.path}, language),
                "findings": [finding_values(each, language) for each in one.findings],
            }
            for one in unshown
        ],
    )


_WORDS: Final = (
    "title",
    "note",
    "contents",
    "none",
    "text",
    "when",
    "circumstances",
    "length",
    "cost",
    "links",
    "file",
    "id",
)


def page_environment() -> "Environment":
    """Return what makes pages: every value is escaped, a missing one is an error."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  (only for pages)

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def own_file(name: str) -> str:
    """Return a template or style sheet of pages."""
    return files(_HERE).joinpath(name).read_text(encoding="utf-8")


def style_hash(style: str) -> str:
    """Return what the page's policy knows its one style sheet by (CSP 3, §2.3)."""
    digest = hashlib.sha256(f"\n{style}".encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def post_values(
    number: int, post: PostPreview, language: Language
) -> Mapping[str, object]:
    """Return what the templates show of a post."""
    return {
        "anchor": f"p{number}",
        "id": safe_line(post.id),
        "title": safe_line(post.title),
        "path": safe_line(post.path),
        "accounts": [_account(one, language) for one in post.accounts],
        "findings": [finding_values(one, language) for one in post.findings],
    }


def _account(one: AccountPreview, language: Language) -> Mapping[str, object]:
    measured = one.limit is not None and one.retracts is None
    return {
        "name": safe_line(notes.heading(one)),
        "text": safe_block(one.text),
        "problem": one.problem is not None or one.never is not None,
        "outcome": notes.outcome(one, language),
        "times": notes.times(one, language),
        "circumstances": notes.circumstances(one, language),
        "length": _length(one, language) if measured else "",
        "cost": _cost(one, language) if measured else "",
        "links": [_link(link) for link in one.links] if one.retracts is None else [],
        "pictures": [_picture(picture, language) for picture in one.pictures],
    }


def _length(one: AccountPreview, language: Language) -> str:
    details = {"length": one.length, "limit": one.limit, "remaining": one.remaining}
    return sentence("page-length-of", details, language)


def _cost(one: AccountPreview, language: Language) -> str:
    return sentence("page-cost-of", {"cost": f"{one.cost_usd:.3f}"}, language)


def _link(link: str) -> Mapping[str, object]:
    shown = safe_line(link)
    opens = link.lower().startswith(_OPENED) and shown == link
    return {"shown": shown, "opens": opens}


def _picture(one: PicturePreview, language: Language) -> Mapping[str, object]:
    made = one.made
    source = None
    if made is not None:
        source = f"data:{made.mime};base64,{base64.b64encode(made.content).decode()}"
    return {
        "source": source,
        "width": made.width if made else None,
        "height": made.height if made else None,
        "alt": safe_block(one.alt or ""),
        "about": notes.picture(one, language),
        "problem": tell(one.problem, language) if one.problem else None,
    }


def finding_values(one: Finding, language: Language) -> Mapping[str, object]:
    """Return what the templates show of a finding."""
    group = group_of(one)
    return {
        "group": group,
        "label": group_label(group, language),
        "message": safe_line(one.message),
        "hint": safe_line(one.hint),
        "rule": one.rule,
        "line": one.line,
    }
