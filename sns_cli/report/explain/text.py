"""The story of a post for a terminal: plain words, one thing after the other."""

from collections.abc import Iterator, Sequence

from sns_cli.messages import Language
from sns_cli.model.reason import Reason
from sns_cli.report.explain import words
from sns_cli.report.explain.by_hand import checks
from sns_cli.report.explain.values import PostStory, Sending
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.status.words import delivery_line, event_line

_SHORT = 12


def story_text(story: PostStory, language: Language) -> str:
    """Return the story as text."""
    sections = (
        ("explain-drafted", _drafted(story, language)),
        ("explain-approval", _approval(story, language)),
        ("explain-changes", _changes(story, language)),
        ("explain-files", _files(story)),
        ("explain-sent", _sent(story, language)),
        ("explain-start", _start(story, language)),
        ("explain-by-hand", _by_hand(story, language)),
    )
    blocks = ["\n".join(_head(story, language))]
    blocks += [
        "\n".join([f"■ {sentence(code, {}, language)}", *lines])
        for code, lines in ((code, list(lines)) for code, lines in sections)
    ]
    return "\n\n".join(blocks)


def _head(story: PostStory, language: Language) -> Iterator[str]:
    names = {"title": story.title or story.path, "id": story.id or "-"}
    yield sentence("explain-title", names, language)
    yield f"  {safe_line(story.path)}"
    yield from (f"  {line}" for line in words.outcomes(story, language))


def _drafted(story: PostStory, language: Language) -> Iterator[str]:
    people = {"people": story.drafted_by or "-"}
    yield f"  {sentence('review-drafted-by', people, language)}"
    for touch in story.touches:
        first = next((one for one in touch.drafts if one.at is not None), None)
        if first is not None:
            line = words.proposed(touch, first, language)
            yield f"  {line}"
            return
    yield f"  {sentence('explain-no-draft', {}, language)}"


def _approval(story: PostStory, language: Language) -> Iterator[str]:
    touch = story.approval
    if touch is None:
        why = story.reason or Reason("explain-gone")
        yield f"  {tell(why, language)}"
        if story.removal is not None:
            lines = words.removal(story.removal, language)
            yield from (f"  {line}" for line in lines)
        return
    yield from (f"  {line}" for line in words.approval(touch, language))


def _changes(story: PostStory, language: Language) -> Iterator[str]:
    for number, touch in enumerate(story.touches, 1):
        yield f"  {number}. {words.when_and_who(touch, language)}"
        yield from (f"     {line}" for line in words.deeds(touch, language))
        yield f"     {words.verdict(touch, language)}"


def _files(story: PostStory) -> Iterator[str]:
    for file in story.files:
        yield f"  {safe_line(file.path)}"
        yield f"    SHA-256 {file.sha256}"


def _sent(story: PostStory, language: Language) -> Iterator[str]:
    if story.retracts is not None:
        asks = {"post": story.retracts}
        yield f"  {sentence('explain-asks', asks, language)}"
    elif not story.sendings:
        yield f"  {sentence('explain-not-sent', {}, language)}"
    for one in story.sendings:
        yield f"  {delivery_line(one.status, language)}"
        yield from (f"  {event_line(event, language)}" for event in one.status.events)
        yield from (f"    {line}" for line in _source(story, one, language))
    for post in story.asked_by:
        yield f"  {sentence('explain-asked-by', {'post': post}, language)}"


def _source(story: PostStory, one: Sending, language: Language) -> Sequence[str]:
    if one.from_blob is None:
        return ()
    same = any(file.blob == one.from_blob for file in story.files)
    code = "explain-sent-same" if same else "explain-sent-other"
    return (sentence(code, {"by": one.approved_by or "-"}, language),)


def _start(story: PostStory, language: Language) -> Iterator[str]:
    code = "explain-pinned" if story.pinned else "explain-unpinned"
    details = {"introduction": story.introduction, "head": story.head[:_SHORT]}
    yield f"  {sentence(code, details, language)}"


def _by_hand(story: PostStory, language: Language) -> Iterator[str]:
    for check in checks(story):
        yield f"  {sentence(check.code, {'expected': check.expected}, language)}"
        yield from (f"    $ {safe_line(line)}" for line in check.lines)
