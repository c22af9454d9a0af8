"""Proofs → approved posts: each parsed in isolation from the blob that was proven."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sns_cli.approval.approve_post import approve
from sns_cli.model.delivery import Reason, Unpublishable
from sns_cli.model.finding import Fault
from sns_cli.model.ledger import FINAL, DeliveryKey, Ledger
from sns_cli.model.post import Post
from sns_cli.model.proof import ApprovedPost, Authentication, PostProof
from sns_cli.model.settings import Settings
from sns_cli.parse.plain import scan_plain
from sns_cli.parse.post import parse_post
from sns_cli.pipeline.left_unapproved import left_unapproved
from sns_cli.ports import History


@dataclass(frozen=True)
class Candidates:
    """Approved posts at a head, each proven and parsed, and those that are not fit."""

    approved: tuple[ApprovedPost, ...]
    unpublishable: tuple[Unpublishable, ...]
    unapproved: tuple[str, ...]


def candidates(
    history: History,
    authentication: Authentication,
    ledger: Ledger,
    *,
    whole: bool = False,
) -> Candidates:
    """Parse the approved posts, each in isolation, from the blobs that were proven.

    Args:
        history: where blobs are read.
        authentication: what is proven.
        ledger: by file names; posts that it shows to be finished are left out, which
            is most of them.
        whole: leave out none.
    """
    policy = authentication.policy
    timezone = policy.library.timezone
    proven = [proof for proof in authentication.posts if proof.approval is not None]
    contents = history.read(proof.blob for proof in proven)
    taken = _ids_taken_twice(authentication.posts)
    approved: list[ApprovedPost] = []
    unfit: list[Unpublishable] = []
    for proof in proven:
        if (
            not whole
            and proof.id not in taken
            and _is_finished(contents[proof.blob], policy, ledger)
        ):
            continue
        post = parse_post(proof.path, contents[proof.blob], timezone)
        if not isinstance(post, Post):
            reason = _unreadable(post)
            unfit.append(Unpublishable(proof.path, None, reason, id=proof.id))
        elif post.id in taken:
            unfit.append(
                Unpublishable(
                    proof.path,
                    post,
                    Reason("id-taken-twice", {"id": post.id, "paths": taken[post.id]}),
                )
            )
        else:
            media = tuple(blob for _, blob in proof.media if blob is not None)
            approved.append(approve(proof, post, media))
    unapproved = tuple(
        one.path for one in left_unapproved(history, authentication, ledger)
    )
    return Candidates(tuple(approved), tuple(unfit), unapproved)


def _is_finished(content: bytes, policy: Settings, ledger: Ledger) -> bool:
    """Tell whether there is nothing left to do for a post, without parsing it."""
    plain = scan_plain(content)
    if plain is None or plain.asks:
        return False
    return all(
        ledger.of(DeliveryKey(plain.id, account)).state in FINAL
        for account in policy.accounts_of(plain.accounts)
    )


def _ids_taken_twice(posts: Iterable[PostProof]) -> Mapping[str, str]:
    paths: dict[str, list[str]] = {}
    for proof in posts:
        if proof.id is not None:
            paths.setdefault(proof.id, []).append(proof.path)
    return {key: ", ".join(same) for key, same in paths.items() if len(same) > 1}


def _unreadable(faults: tuple[Fault, ...]) -> Reason:
    first = faults[0]
    return Reason(
        "post-unreadable",
        {"line": first.line, "fault": first, "count": len(faults)},
    )
