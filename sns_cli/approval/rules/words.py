"""What the approver says in the trailers, and that it fits what the commit does."""

from sns_cli.approval.case import Case
from sns_cli.approval.content import content_digest
from sns_cli.approval.shelf import Shelf
from sns_cli.approval.trailers import (
    APPROVAL_TARGET,
    APPROVED_CONTENT,
    GRANT,
    SIGNED_OFF_BY,
    Trailers,
    parse_trailers,
)
from sns_cli.approval.verdict import Refused
from sns_cli.model.history import Change


def typed_by_the_merger(message: str) -> Trailers:
    """Return what counts of a message that the host's web page made: ``Grant:``.

    The page fills the message with words of the proposal, which are anybody's; a
    grant it names gives nothing that the one who merges does not hold. The page ends
    lines with CR LF.
    """
    said = parse_trailers(message.replace("\r\n", "\n")).all(GRANT)
    return Trailers(tuple((GRANT, one) for one in said), {GRANT: said} if said else {})


def trailers_strict(case: Case) -> Refused | None:
    """The last paragraph is a strict trailer block."""
    return None if case.trailers.pairs else Refused("trailers-missing")


def signed_off(case: Case) -> Refused | None:
    """The last ``Signed-off-by`` is the signer's ``name <email>``."""
    expected = case.person.sign_off
    if case.trailers.last(SIGNED_OFF_BY) == expected:
        return None
    return Refused("sign-off-wrong", details={"expected": expected})


def meant_for_this_library(case: Case) -> Refused | None:
    """``Approval-Target`` names this library's ``main``: no replay from elsewhere.

    Without ``require_target`` it may be absent, but never wrong.
    """
    expected = case.policy.settings.library.target
    found = case.trailers.all(APPROVAL_TARGET)
    if not found:
        required = case.policy.settings.approval.require_target
        details = {"expected": expected or ""}
        return Refused("target-missing", details=details) if required else None
    if len(found) == 1 and expected in (None, found[0]):
        return None
    return Refused("target-wrong", details={"expected": expected, "found": found[0]})


def content_as_approved(case: Case) -> Refused | None:
    """``Approved-Content``, if said, fits the bytes the commit brings."""
    if not case.content:
        return None
    return content_fault(case.trailers, case.changes.posts, case.shelf)


def content_fault(
    trailers: Trailers, posts: tuple[Change, ...], shelf: Shelf
) -> Refused | None:
    """Return what is wrong with ``Approved-Content`` given the changes of posts."""
    said = trailers.all(APPROVED_CONTENT)
    if not said:
        return None
    shelf.read_digests(posts)
    found = content_digest(
        (one.path, None if one.new_blob is None else shelf.sha256(one.new_blob))
        for one in posts
    )
    if said == (found,):
        return None
    return Refused("content-wrong", details={"said": said[0], "found": found})
