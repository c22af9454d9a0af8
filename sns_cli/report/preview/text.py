"""Previews for a terminal or a log; nothing in them can act on it."""

from collections.abc import Iterator, Sequence
from typing import Final

from sns_cli.messages import Language
from sns_cli.report.findings import finding_lines
from sns_cli.report.preview import notes
from sns_cli.report.preview.account import AccountPreview
from sns_cli.report.preview.whole import PostPreview, Unshown
from sns_cli.report.safe import safe_block, safe_line
from sns_cli.report.sentences import sentence

_BAR: Final = "  │ "


def previews_text(
    posts: Sequence[PostPreview], unshown: Sequence[Unshown], language: Language
) -> str:
    """Return the previews as text."""
    parts = [_post(one, language) for one in posts]
    parts += [_unshown(one, language) for one in unshown]
    return "\n\n".join("\n".join(part) for part in parts)


def _unshown(file: Unshown, language: Language) -> Iterator[str]:
    yield sentence("preview-unshown", {"path": file.path}, language)
    for finding in file.findings:
        yield from (f"  {line}" for line in finding_lines(finding, language))


def _post(post: PostPreview, language: Language) -> Iterator[str]:
    for number, one in enumerate(post.accounts):
        if number:
            yield ""
        yield from _account(one, language)
    for finding in post.findings:
        yield from (f"  {line}" for line in finding_lines(finding, language))


def _account(one: AccountPreview, language: Language) -> Iterator[str]:
    yield safe_line(f"{one.post} → {notes.heading(one)}")
    yield safe_line(f"  {one.title}  ({one.path})")
    # Broken before the bar is put in front, so that no line can begin a command.
    for line in safe_block(one.text).split("\n"):
        yield f"{_BAR}{line}".rstrip()
    below = [notes.picture(picture, language) for picture in one.pictures]
    measures = "  ".join(notes.measure(one, language))
    below += [measures] if measures else []
    if one.links and one.retracts is None:
        below.append(sentence("preview-links", {"links": one.links}, language))
    below += [*notes.times(one, language), *notes.circumstances(one, language)]
    below += notes.outcome(one, language)
    yield from (f"  {note}" for note in below)
