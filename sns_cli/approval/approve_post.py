"""The one door from a post to an approved post."""

from collections.abc import Sequence

from sns_cli.model.history import BlobId
from sns_cli.model.post import Post
from sns_cli.model.proof import ApprovedPost, PostProof


def approve(
    proof: PostProof, post: Post, media_blobs: Sequence[BlobId]
) -> ApprovedPost:
    """Return ``post`` with the proof that exactly these bytes were approved.

    Args:
        proof: of the file the post was parsed from.
        post: parsed from the blob the proof names.
        media_blobs: of the post's media, in their order.

    Raises:
        ValueError: the proof is no approval, or is about another file, id or media.
    """
    if proof.approval is None:
        message = f"{proof.path} is not approved: {proof.reason}"
        raise ValueError(message)
    proven = tuple(blob for _, blob in proof.media)
    paths = tuple(path for path, _ in proof.media)
    same = (proof.path, proof.id, proven) == (post.path, post.id, tuple(media_blobs))
    if not same or paths != post.media_paths:
        message = f"the proof of {proof.path} is about something else"
        raise ValueError(message)
    return ApprovedPost(post, proof.blob, tuple(media_blobs), proof.approval)
