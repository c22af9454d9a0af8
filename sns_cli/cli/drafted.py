"""What ``correct`` and ``retract`` say of the draft that they wrote."""

from pathlib import Path
from typing import TYPE_CHECKING

from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import Session

if TYPE_CHECKING:
    from sns_cli.bootstrap.proposing import Original, Shelf


def tell_draft(
    session: Session, shelf: "Shelf", original: "Original", path: Path, code: str
) -> None:
    """Print where the draft is, and on standard error what comes next.

    Args:
        session: this call of the program.
        shelf: where it was written.
        original: the post that it is about.
        path: of the draft, absolute.
        code: of the sentence that says what comes next.
    """
    shown = path.relative_to(shelf.folder.root).as_posix()
    say(shown)
    if original.taken_down:
        note(sentence(session, "original-taken-down", id=original.id))
    elif not original.published:
        note(sentence(session, "original-not-published", id=original.id))
    note(sentence(session, code, path=shown))
