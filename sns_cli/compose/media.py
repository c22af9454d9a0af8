"""A post's pictures as the post names them: which, how many, with what words. Pure.

Nothing here reads a picture; see ``pictures`` for that.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from sns_cli.compose.channel_spec import ChannelSpec
from sns_cli.compose.pictures.kinds import Kind, kind_named
from sns_cli.compose.plain_text import IMAGE
from sns_cli.model.picture import Picture
from sns_cli.model.post import Post
from sns_cli.model.reason import Reason

_TITLE: Final = (' "', " '")


def pictures_of(post: Post) -> tuple[Picture, ...]:
    """Return the pictures in the order in which they are shown."""
    return tuple(
        Picture(path, _words(item.alt), item.rights, item.kind)
        for path, item in zip(post.media_paths, post.meta.media, strict=True)
    )


def shown_in(body: str) -> tuple[str, ...]:
    """Return the files that a Markdown body shows with ``![alt](file)``."""
    return tuple(_target(match[0]) for match in IMAGE.finditer(body))


def unlisted(post: Post, body: str) -> tuple[str, ...]:
    """Return the files that ``body`` shows and ``media`` does not list.

    Only what is listed was looked at as a picture, with its rights and its words, so
    only that goes out.
    """
    listed = {item.file for item in post.meta.media}
    return tuple(file for file in shown_in(body) if file not in listed)


def refusal(post: Post, body: str, account: str, spec: ChannelSpec) -> Reason | None:
    """Return why the pictures cannot go to ``account`` as the post names them."""
    return next(refusals(post, body, account, spec), None)


def refusals(
    post: Post, body: str, account: str, spec: ChannelSpec
) -> Iterator[Reason]:
    """Yield everything about the pictures' names, number and words that is wrong."""
    pictures = pictures_of(post)
    where = {"account": account}
    for file in unlisted(post, body):
        yield Reason("picture-not-listed", {**where, "file": file})
    if pictures and not spec.images:
        yield Reason("media-unsupported", where)
    elif len(pictures) > spec.images:
        details = {**where, "count": len(pictures), "limit": spec.images}
        yield Reason("too-many-pictures", details)
    kinds = [kind_named(one.path) for one in pictures]
    if Kind.GIF in kinds and len(kinds) > 1:
        yield Reason("gif-not-alone", where)
    for one, kind in zip(pictures, kinds, strict=True):
        if kind is None:
            yield Reason("picture-name-refused", {"path": one.path})
        yield from _wrong_words(one, account, spec)


def _wrong_words(one: Picture, account: str, spec: ChannelSpec) -> Iterator[Reason]:
    """Yield what is wrong with a description; a picture never goes out without one."""
    where = {"account": account, "path": one.path}
    length, limit = len(one.alt or ""), spec.alt_limit
    if not length:
        yield Reason("alt-missing", where)
    elif length > limit:
        yield Reason("alt-too-long", {**where, "length": length, "limit": limit})


def _words(alt: str | None) -> str | None:
    """Return a description that says something: white space alone tells nobody."""
    return alt if alt is not None and alt.strip() else None


def _target(image: str) -> str:
    """Return the file of ``![alt](file "title")`` as ``media`` would write it."""
    inner = image.partition("](")[2].removesuffix(")").strip()
    for quote in _TITLE:
        inner = inner.partition(quote)[0].strip()
    return unquote(inner.removeprefix("<").removesuffix(">")).removeprefix("./")
