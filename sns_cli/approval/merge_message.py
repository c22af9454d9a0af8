"""What ``sns approve`` writes into the change that approves (design 4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sns_cli.approval.trailers import (
    APPROVAL_TARGET,
    APPROVED_CONTENT,
    APPROVER_EDITED,
    APPROVES,
    CONFIRMED,
    GRANT,
    SIGNED_OFF_BY,
)
from sns_cli.model.settings import Person, Settings


@dataclass(frozen=True, slots=True)
class Words:
    """What an approver says.

    Attributes:
        title: subject line, such as ``承認: えほんのじかん(12月)``.
        posts: one line for each post, for people who read the history.
        content: value of ``Approved-Content`` (see ``content.approved_content``).
        confirmed: (rule, post id) of every warning that was shown and confirmed.
        grant: id of the grant it is approved under.
        edited: the director edited posts while approving.
        approves: (path, SHA-256 in hex) of files approved as they stand on ``main``.
    """

    title: str
    posts: tuple[str, ...] = ()
    content: str | None = None
    confirmed: tuple[tuple[str, str], ...] = ()
    grant: str | None = None
    edited: bool = False
    approves: tuple[tuple[str, str], ...] = ()


def approval_message(words: Words, policy: Settings, person: Person) -> str:
    """Return the message of an approving commit; ``trailers`` reads it back.

    Args:
        words: what the approver says. Line ends and control characters in them become
            spaces, so that no title can pose as a trailer.
        policy: the settings in force.
        person: the approver.
    """
    subject = _one_line(words.title) or "承認"
    listed = "\n".join(f"- {_one_line(post)}" for post in words.posts)
    block = "\n".join(f"{key}: {value}" for key, value in _trailers(words, policy))
    signed = f"{block}\n" if block else ""
    ending = f"{signed}{SIGNED_OFF_BY}: {person.sign_off}\n"
    return "\n\n".join(part for part in (subject, listed, ending) if part)


def _trailers(words: Words, policy: Settings) -> Iterator[tuple[str, str]]:
    target = policy.library.target
    if target is not None:
        yield APPROVAL_TARGET, target
    for path, sha256 in words.approves:
        yield APPROVES, f"{path} sha256:{sha256}"
    if words.content is not None:
        yield APPROVED_CONTENT, words.content
    for rule, post_id in words.confirmed:
        yield CONFIRMED, f"{rule} {post_id}"
    if words.edited:
        yield APPROVER_EDITED, "yes"
    if words.grant is not None:
        yield GRANT, words.grant


def _one_line(text: str) -> str:
    return "".join(
        char if char.isprintable() or char == "\u3000" else " " for char in text
    ).strip()
