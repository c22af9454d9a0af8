"""``sns preview``: exactly what each account would get, and when at the earliest.

:mod:`.account` says what; the other modules show it as text, Markdown, JSON or a page.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.finding import Finding
from sns_cli.report.preview.account import AccountPreview, PicturePreview, preview
from sns_cli.report.preview.data import previews_json
from sns_cli.report.preview.markdown import previews_markdown
from sns_cli.report.preview.page import previews_page
from sns_cli.report.preview.text import previews_text
from sns_cli.report.preview.whole import PostPreview, Unshown, by_file, by_post
from sns_cli.report.sentences import sentence

__all__ = ["AccountPreview", "PicturePreview", "preview", "render_previews"]

_Render = Callable[[Sequence[PostPreview], Sequence[Unshown], Language], str]
_STYLES: Final[Mapping[str, _Render]] = {
    "json": previews_json,
    "html": previews_page,
    "markdown": previews_markdown,
    # The log of a CI job gets the text.
    "github": previews_text,
    "text": previews_text,
}


def render_previews(
    shown: Sequence[Sequence[AccountPreview]],
    style: str,
    language: Language,
    findings: Sequence[Finding] = (),
    unshown: Sequence[Finding] = (),
) -> str:
    """Return the previews of several posts in one of the formats.

    Args:
        shown: for each post, what its accounts would get.
        style: ``text``, ``markdown``, ``json``, ``html`` or ``github``.
        language: of everything that is no post.
        findings: of ``lint`` about these posts.
        unshown: of ``lint`` about files that cannot be shown.

    Raises:
        KeyError: there is no such style.
    """
    posts = by_post(shown, findings)
    if not posts and not unshown and style not in {"json", "html"}:
        return sentence("preview-none", {}, language)
    return _STYLES[style](posts, by_file(unshown), language)
