"""Posts on ``main`` that nobody entitled approved, and that still matter.

A new introduction leaves all earlier posts unapproved; that matters only for those not
yet delivered (design 4). What went out is history, and so is a request to take a post
down that was carried out.
"""

from sns_cli.model.ledger import FINAL, DeliveryState, Ledger
from sns_cli.model.post import Post
from sns_cli.model.proof import Authentication, PostProof
from sns_cli.parse.post import parse_post
from sns_cli.pipeline.removals import STANDS
from sns_cli.ports import History

_HISTORY = "before-introduction"


def left_unapproved(
    history: History, authentication: Authentication, ledger: Ledger
) -> tuple[PostProof, ...]:
    """Return the posts at the head that are neither approved nor done with.

    Args:
        history: where blobs are read.
        authentication: of the head.
        ledger: by file names.
    """
    delivered = {
        key.post for key, one in ledger.deliveries.items() if one.state in FINAL
    }
    zone = authentication.policy.library.timezone
    return tuple(
        one
        for one in authentication.posts
        if one.approval is None
        and one.id not in delivered
        and taken_down(history, one, ledger, zone) is None
    )


def taken_down(
    history: History, proof: PostProof, ledger: Ledger, zone: str
) -> str | None:
    """Return the post that an earlier request had taken down, None if it is none.

    Only a file unchanged since the introduction counts: another may say what it likes.
    """
    if proof.reason != _HISTORY:
        return None
    post = parse_post(proof.path, history.read([proof.blob])[proof.blob], zone)
    target = post.meta.retracts if isinstance(post, Post) else None
    if target is None:
        return None
    states = {one.state for key, one in ledger.deliveries.items() if key.post == target}
    gone = DeliveryState.RETRACTED in states and not states & STANDS
    return target if gone else None
