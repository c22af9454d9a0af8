"""Previews for a page of the git host; the text stands in a block it cannot leave."""

from collections.abc import Iterator, Sequence

from sns_cli.messages import Language
from sns_cli.model.finding import Finding
from sns_cli.report.findings import finding_item, group_label, group_of
from sns_cli.report.preview import notes
from sns_cli.report.preview.account import AccountPreview
from sns_cli.report.preview.whole import PostPreview, Unshown
from sns_cli.report.safe import safe_markdown, safe_markdown_block
from sns_cli.report.sentences import sentence


def previews_markdown(
    posts: Sequence[PostPreview], unshown: Sequence[Unshown], language: Language
) -> str:
    """Return the previews as Markdown."""
    parts = [part for post in posts for part in _post(post, language)]
    parts += [part for file in unshown for part in _unshown(file, language)]
    return "\n\n".join(parts)


def _unshown(file: Unshown, language: Language) -> Iterator[str]:
    yield f"### {safe_markdown(file.path)}"
    yield safe_markdown(sentence("preview-unshown", {"path": file.path}, language))
    yield "\n".join(_finding(one, language) for one in file.findings)


def _post(post: PostPreview, language: Language) -> Iterator[str]:
    yield f"### {safe_markdown(post.title)}"
    yield f"{safe_markdown(post.id)} ({safe_markdown(post.path)})"
    for one in post.accounts:
        yield f"#### → {safe_markdown(notes.heading(one))}"
        yield safe_markdown_block(one.text)
        lines = [f"- {safe_markdown(note)}" for note in _notes(one, language)]
        if lines:
            yield "\n".join(lines)
    if post.findings:
        items = [_finding(one, language) for one in post.findings]
        yield f"#### {sentence('preview-findings', {}, language)}"
        yield "\n".join(items)


def _finding(one: Finding, language: Language) -> str:
    return finding_item(one, language, f"{group_label(group_of(one), language)}: ")


def _notes(one: AccountPreview, language: Language) -> Iterator[str]:
    yield from notes.outcome(one, language)
    yield from notes.times(one, language)
    yield from notes.circumstances(one, language)
    yield from (notes.picture(picture, language) for picture in one.pictures)
    yield from notes.measure(one, language)
    if one.links and one.retracts is None:
        yield sentence("preview-links", {"links": one.links}, language)
