"""What the rules about picture files have in common: each file is looked at once."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from sns_cli.compose.channel_spec import channel_spec
from sns_cli.compose.media import refusals
from sns_cli.compose.message import source_text
from sns_cli.compose.pictures.look import describe
from sns_cli.lint.context import LintContext
from sns_cli.lint.rule import Hit
from sns_cli.messages.compose import TEXTS
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason

ReadPicture = Callable[[str], bytes | None]
"""Returns a file below ``posts/`` by its path, None if there is none."""

TYPE_CODES: Final = frozenset(
    {"picture-name-refused", "picture-type-refused", "picture-type-mismatch"}
)
"""What ``image-type-mismatch`` reports."""
ALT_CODES: Final = frozenset({"alt-missing"})
"""What ``missing-alt-text`` reports; ``image-format`` reports the rest."""


def looking(read: ReadPicture | None) -> Callable[[str], Reason | None]:
    """Return what tells why a picture cannot be sent; nothing is told without files."""

    @cache
    def look(path: str) -> Reason | None:
        content = None if read is None else read(path)
        if content is None:
            missing = Reason("picture-missing", {"path": path})
            return None if read is None else missing
        found = describe(path, content)
        return found if isinstance(found, Reason) else None

    return look


def picture_hits(post: Post, context: LintContext) -> Iterator[tuple[str, Hit]]:
    """Yield everything that is wrong with a post's pictures, by message code."""
    if post.meta.retracts is not None:  # nothing of it is sent
        return
    named = set()
    for reason in _named(post, context):
        if reason.code not in ALT_CODES:  # says nothing about the file itself
            named.add(reason.details.get("path"))
        yield reason.code, _hit(post, reason)
    for path in dict.fromkeys(post.media_paths):
        found = context.look(path) if path not in named else None
        if found is not None:
            yield found.code, _hit(post, found)


def _named(post: Post, context: LintContext) -> Iterator[Reason]:
    """Yield what is wrong with names, number and words, once for all accounts."""
    told = set()
    for account in context.accounts(post):
        spec = channel_spec(context.settings.accounts[account].service)
        if spec is None:
            continue
        for reason in refusals(post, source_text(post, account), account, spec):
            what = (reason.code, reason.details.get("path"), reason.details.get("file"))
            if what not in told:
                told.add(what)
                yield reason


def _hit(post: Post, reason: Reason) -> Hit:
    path = reason.details.get("path")
    where = "media"
    if path in post.media_paths:
        where = f"media.{post.media_paths.index(str(path))}.file"
    elif reason.code == "picture-not-listed":
        where = "body"
    return Hit(where, reason.details, message=TEXTS[reason.code])
