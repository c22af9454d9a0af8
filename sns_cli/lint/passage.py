"""The texts of a post that people may get to read, each with its place in the file."""

from collections.abc import Iterator
from typing import NamedTuple

from sns_cli.model.post import Post


class Passage(NamedTuple):
    """One text of a post.

    Attributes:
        text: as written, before Markdown is taken out.
        line: line of the file where it begins.
        flows: whether its lines are lines of the file (the body's are).
    """

    text: str
    line: int
    flows: bool

    def line_at(self, offset: int) -> int:
        """Return the line of the file that holds the character at ``offset``."""
        return self.line + self.text.count("\n", 0, offset) if self.flows else self.line


def passages(post: Post) -> tuple[Passage, ...]:
    """Return everything that may be read outside: body, title, other texts, images."""
    return (*_bodies(post), *_others(post))


def bodies(post: Post) -> tuple[Passage, ...]:
    """Return the texts that go out as the message: the body and its replacements."""
    return tuple(_bodies(post))


def _bodies(post: Post) -> Iterator[Passage]:
    yield Passage(post.body, post.line("body"), flows=True)
    for account, other in post.meta.overrides.items():
        if other.body is not None:
            yield Passage(
                other.body, post.line(f"overrides.{account}.body"), flows=False
            )


def _others(post: Post) -> Iterator[Passage]:
    yield Passage(post.meta.title, post.line("title"), flows=False)
    for account, other in post.meta.overrides.items():
        if other.subject is not None:
            line = post.line(f"overrides.{account}.subject")
            yield Passage(other.subject, line, flows=False)
    for number, item in enumerate(post.meta.media):
        if item.alt is not None:
            yield Passage(item.alt, post.line(f"media.{number}.alt"), flows=False)
