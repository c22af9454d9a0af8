"""How anybody can check a post without ``sns``: lines for a shell, and what they show.

Every name in a line is quoted, so that no file or branch becomes a command.
"""

import shlex
from collections.abc import Iterator
from typing import NamedTuple

from sns_cli.report.explain.values import PostStory, Touch

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
    for file in story.files:
        show = _line("git", "show", f"{file.seen_at}:{file.path}")
        yield Check("by-hand-content", (f"{show} | sha256sum",), file.sha256)
    for sending in story.sendings:
        if sending.claim is not None:
            show = _line("git", "show", f"{story.head}:{sending.claim}")
            yield Check("by-hand-sent", (show,))


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
        yield Check(
            "by-hand-settings", (_line("git", "show", f"{touch.commit}^1:sns.toml"),)
        )
    if touch.evidence == "platform":
        path = f"archive/approvals/{touch.commit}.json"
        yield Check("by-hand-platform", (_line("git", "show", f"HEAD:{path}"),))


def _line(*words: str) -> str:
    return shlex.join(words)
