"""Which posts show a file: a post is another post when its picture is another one."""

from collections.abc import Collection, Iterable

from sns_cli.model.post import Post
from sns_cli.parse.post import may_have_media, parse_post


def posts_showing(
    files: Collection[str], posts: Iterable[tuple[str, bytes]], timezone: str
) -> set[str]:
    """Return the paths of the posts that name one of ``files`` as a picture.

    Args:
        files: repository paths.
        posts: path and bytes of each post that may.
        timezone: IANA name of the library's zone.
    """
    shown: set[str] = set()
    wanted = frozenset(files)
    if not wanted:
        return shown
    for path, content in posts:
        if may_have_media(content):
            post = parse_post(path, content, timezone)
            if isinstance(post, Post) and wanted.intersection(post.media_paths):
                shown.add(path)
    return shown
