"""Files below ``posts/`` that are no posts: media, READMEs, and mistakes.

A post saved under a wrong name is never published and nobody would notice, so every
file that no post shows is reported (design 8.1).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from sns_cli.model.finding import Fault, Severity
from sns_cli.model.paths import ARCHIVE
from sns_cli.model.post import Post, is_post_path

_LIKE_POSTS: Final = (".md", ".markdown", ".md.txt", ".markdown.txt", ".mdx")
"""Endings that a post has by mistake: editors append their own and hide it."""


class Others(NamedTuple):
    """Paths of the files that are no post files, and of what is no file at all.

    Records that a proposal changes are among the files.
    """

    files: Sequence[str]
    specials: Sequence[str]


class Stray(NamedTuple):
    """A file that should not be where it is; ``code`` names the sentences."""

    path: str
    code: str
    severity: Severity


def stray_faults(
    others: Others, parsed: Mapping[str, Post | tuple[Fault, ...]]
) -> Iterator[Stray]:
    """Yield the files that neither are posts nor belong to one."""
    shown = {
        path
        for post in parsed.values()
        if isinstance(post, Post)
        for path in post.media_paths
    }
    # What belongs to a post that cannot be read is not known yet.
    unread = tuple(
        _folder(path) + "/"
        for path, post in parsed.items()
        if not isinstance(post, Post)
    )
    for path in others.files:
        code = _mistake(path)
        if path in shown or _is_readme(path):
            continue
        if code is not None:
            yield Stray(path, code, Severity.ERROR)
        elif not path.startswith(unread):
            yield Stray(path, "stray-file", Severity.WARNING)
    for path in others.specials:
        yield Stray(path, "special-file", Severity.ERROR)


def _mistake(path: str) -> str | None:
    """Return the code of what is certainly wrong about a path, if anything is."""
    if path.startswith(ARCHIVE):
        return "touched-record"
    if is_post_path(path):  # it would be among the posts if it could be read
        return "special-file"
    if path.endswith("/.gitattributes"):
        return "stray-attributes"
    return "stray-post" if path.lower().endswith(_LIKE_POSTS) else None


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _is_readme(path: str) -> bool:
    return path.rpartition("/")[2].casefold() in {"readme.md", "readme.ja.md"}
