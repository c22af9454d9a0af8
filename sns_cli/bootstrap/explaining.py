"""``authenticate --explain``: the story of one post, from the local history alone."""

import difflib
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from sns_cli.adapters.git.drafts import drafts
from sns_cli.adapters.git.repository import Repository
from sns_cli.bootstrap.reader import Reader
from sns_cli.errors import UsageError
from sns_cli.model.draft import Draft
from sns_cli.model.event import EventName
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import Delivery
from sns_cli.model.paths import POSTS
from sns_cli.model.post import Post
from sns_cli.model.proof import PostProof
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings
from sns_cli.parse.plain import scan_plain
from sns_cli.parse.post import parse_post
from sns_cli.pipeline.explanation import Explainer, file_lines
from sns_cli.pipeline.ledger import ledger_files, read_entries
from sns_cli.pipeline.standing import standing
from sns_cli.pipeline.subject import Subject, find_subject
from sns_cli.report.drafters import names_of
from sns_cli.report.explain.values import FileLine, PostStory, Sending, Touch

_NEAR: Final = 3


def explain(reader: Reader, wanted: str) -> PostStory:
    """Return the story of the post that ``wanted`` names.

    Args:
        reader: of the local clone.
        wanted: an id, the path of a post file, or of one of its pictures.

    Raises:
        UsageError: there is and was no such post.
        HistoryError: an object cannot be read.
    """
    walk, authentication = reader.proof.walk, reader.authentication
    name = _repository_path(reader.repository, wanted)
    subject = find_subject(reader.history, walk.chain, authentication, name)
    if subject is None:
        raise _unknown(reader, wanted)
    at_head = {
        file.path: file.blob
        for file in reader.history.files(authentication.head, POSTS)
        if file.path in subject.paths
    }
    made = partial(_drafts, reader.repository)
    touches = tuple(Explainer(walk, subject, made).touches())
    files = file_lines(walk, subject, at_head)
    proof = next((p for p in authentication.posts if p.path == subject.path), None)
    post = _parsed(reader, files)
    return PostStory(
        introduction=authentication.introduction,
        head=authentication.head,
        pinned=reader.pin is not None,
        id=subject.id,
        path=subject.path,
        title=None if post is None else post.meta.title,
        present=proof is not None,
        approval=_approval(proof, touches),
        reason=_reason(proof),
        drafted_by=_drafted_by(post, touches, authentication.policy),
        touches=touches,
        files=files,
        sendings=_sendings(reader, subject),
        retracts=None if post is None else post.meta.retracts,
        asked_by=_asked_by(reader, subject.id),
    )


def _repository_path(repository: Repository, wanted: str) -> str:
    """Return a path as the repository writes it, whatever folder it was typed in."""
    top = repository.work_tree
    path = Path(wanted)
    if top is None or not (path.exists() or path.is_absolute()):
        return wanted
    try:
        return path.absolute().relative_to(top).as_posix()
    except ValueError:
        return wanted


def _unknown(reader: Reader, wanted: str) -> UsageError:
    known = [one.id for one in reader.authentication.posts if one.id is not None]
    near = difflib.get_close_matches(wanted, known, _NEAR)
    if near:
        return UsageError("post-unknown-near", id=wanted, near=", ".join(near))
    return UsageError("post-unknown", id=wanted)


def _drafts(
    repository: Repository, theirs: CommitId, ours: CommitId, paths: Sequence[str]
) -> tuple[Draft, ...]:
    return drafts(repository, theirs, ours, paths)


def _parsed(reader: Reader, files: Sequence[FileLine]) -> Post | None:
    """Return the post of the first file, None if it cannot be read."""
    zone = reader.authentication.policy.library.timezone
    for file in files[:1]:
        contents: Mapping[BlobId, bytes] = reader.history.read([file.blob])
        post = parse_post(file.path, contents[file.blob], zone)
        return post if isinstance(post, Post) else None
    return None


def _approval(proof: PostProof | None, touches: Sequence[Touch]) -> Touch | None:
    if proof is None or proof.approval is None:
        return None
    commit = proof.approval.commit
    return next((one for one in touches if one.commit == commit), None)


def _reason(proof: PostProof | None) -> Reason | None:
    if proof is None or proof.reason is None:
        return None
    return Reason(proof.reason, proof.details)


def _drafted_by(
    post: Post | None, touches: Sequence[Touch], policy: Settings
) -> tuple[str, ...]:
    said = None if post is None else post.meta.drafted_by
    if said is not None:
        person = policy.people.get(said)
        return (said if person is None else f"{person.name} ({said})",)
    first = next((one.drafts for one in touches if one.drafts), ())
    return names_of(first, policy)


def _sendings(reader: Reader, subject: Subject) -> tuple[Sending, ...]:
    files = ledger_files(reader.history, reader.authentication.head)
    told = {
        name: blob for name, blob in files.blobs.items() if name.key.post == subject.id
    }
    ledger = files.ledger.with_entries(read_entries(reader.history, told))
    zone = reader.authentication.policy.library.timezone
    return tuple(
        _sending(delivery, zone)
        for key, delivery in sorted(ledger.deliveries.items())
        if key.post == subject.id
    )


def _asked_by(reader: Reader, post_id: str | None) -> tuple[str, ...]:
    """Return the posts at the head that ask to take this one down."""
    if post_id is None:
        return ()
    proofs = reader.authentication.posts
    contents = reader.history.read([one.blob for one in proofs])
    zone = reader.authentication.policy.library.timezone
    found = []
    for one in proofs:
        plain = scan_plain(contents[one.blob])
        if plain is not None and not plain.asks:
            continue
        post = parse_post(one.path, contents[one.blob], zone)
        if isinstance(post, Post) and post.meta.retracts == post_id:
            found.append(post.id)
    return tuple(found)


def _sending(delivery: Delivery, zone: str) -> Sending:
    claim = delivery.newest(EventName.CLAIMED)
    status = standing(delivery, zone)
    if claim is None:
        return Sending(status)
    return Sending(
        status, claim.name.path, claim.text("blob"), claim.text("approved_by")
    )
