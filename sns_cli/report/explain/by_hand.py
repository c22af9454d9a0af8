"""How anybody can check a post without ``sns``: lines for a shell, and what they show.

Every name in a line is quoted, so that no file or branch becomes a command.
"""

import shlex
from collections.abc import Iterator
from typing import NamedTuple

from sns_cli.model.history import CommitId
from sns_cli.report.explain.values import FileLine, PostStory, Touch

_SIGNED = "signature"


class Check(NamedTuple):
    """One thing to check by hand.

    Attributes:
        code: of the sentence that says what it shows.
        lines: to be typed.
        expected: what must come out; empty if the sentence says it.
    """

    code: str
    lines: tuple[str, ...]
    expected: str = ""


def checks(story: PostStory) -> Iterator[Check]:
    """Yield what can be checked by hand, in the order in which it makes sense."""
    introduction = story.introduction
    yield Check(
        "by-hand-start",
        (_line("git", "show", "--stat", introduction),),
        introduction,
    )
    if story.approval is not None:
        yield from _approval(story.approval)
    if story.removal is not None:
        yield from _removal(story.removal, story.path)
    for file in story.files:
        yield from _content(story, file)
    for sending in story.sendings:
        if sending.claim is not None:
            show = _line("git", "show", f"{story.head}:{sending.claim}")
            yield Check("by-hand-sent", (show,))


def _removal(touch: Touch, path: str) -> Iterator[Check]:
    parent = f"{touch.commit}^1"
    line = _line("git", "diff", "--name-status", parent, touch.commit, "--", path)
    yield Check("by-hand-removed", (line,), "D")
    yield from _approval(touch)


def _content(story: PostStory, file: FileLine) -> Iterator[Check]:
    """Yield what a file was when it was approved, then what it is now.

    Only the approved bytes are proven: those at the head may be later ones.
    """
    last = story.last_touch(file.path, there=True)
    approved = last.commit if last is not None and last.accepted else None
    if approved is not None:
        yield _hashed("by-hand-approved", approved, file)
    if file.seen_at != approved:
        yield _hashed("by-hand-content", file.seen_at, file)


def _hashed(code: str, commit: CommitId, file: FileLine) -> Check:
    show = _line("git", "show", f"{commit}:{file.path}")
    return Check(code, (f"{show} | sha256sum",), file.sha256)


def _approval(touch: Touch) -> Iterator[Check]:
    who = touch.who
    if touch.evidence == _SIGNED and who.public_key is not None and who.email:
        allowed = f'{who.email} namespaces="git" {who.public_key}'
        settings = "gpg.ssh.allowedSignersFile=allowed"
        yield Check(
            "by-hand-signature",
            (
                f"{_line('echo', allowed)} > allowed",
                _line("git", "-c", settings, "verify-commit", touch.commit),
            ),
            who.fingerprint or "",
        )
        # A refused change may have altered sns.toml since it was last accepted.
        settings_in = touch.settings_in or f"{touch.commit}^1"
        yield Check(
            "by-hand-settings", (_line("git", "show", f"{settings_in}:sns.toml"),)
        )
    if touch.evidence == "platform":
        path = f"archive/approvals/{touch.commit}.json"
        yield Check("by-hand-platform", (_line("git", "show", f"HEAD:{path}"),))


def _line(*words: str) -> str:
    return shlex.join(words)
