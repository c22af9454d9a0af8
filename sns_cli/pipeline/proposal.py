"""A proposed merge → what the approver is shown and asked."""

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sns_cli.approval.content import approved_content
from sns_cli.compose.pictures.prepare import prepared
from sns_cli.messages import Language
from sns_cli.model.difference import Difference
from sns_cli.model.draft import Draft
from sns_cli.model.finding import LintReport
from sns_cli.model.history import REGULAR, BlobId, Change, Commit, TreeEntry
from sns_cli.model.paths import POSTS
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Post, is_post_path
from sns_cli.model.proof import PostProof
from sns_cli.model.proposal import OtherFile, Proposal, ProposedPost
from sns_cli.model.reason import Reason
from sns_cli.parse.post import id_of, parse_post
from sns_cli.pipeline.checked import Checked
from sns_cli.pipeline.checklist import duties
from sns_cli.pipeline.differences import difference
from sns_cli.pipeline.last_approved import last_accepted, last_approved
from sns_cli.pipeline.ledger import ledger_files
from sns_cli.pipeline.left_unapproved import left_unapproved
from sns_cli.pipeline.proof import Proof
from sns_cli.ports import History

__all__ = ["Proposal", "propose", "propose_again"]

_UNCHECKED = LintReport(0, ())


def propose(
    history: History,
    proof: Proof,
    merge: Commit,
    now: dt.datetime,
    language: Language,
    drafts: tuple[Draft, ...] = (),
) -> Proposal:
    """Describe what ``merge``, a draft on top of the proven head, would bring.

    Args:
        history: where objects are read.
        proof: of ``main``.
        merge: neither signed nor pushed.
        now: the run's time (aware).
        language: of the findings.
        drafts: the commits it brings in.
    """
    accepted = last_accepted(proof.walk, [one.path for one in merge.changes])
    blobs = {one.blob for one in accepted.values()}
    blobs |= {one.new_blob for one in merge.changes if one.new_blob is not None}
    contents = history.read(blobs)
    in_posts = [one for one in merge.changes if one.path.startswith(POSTS)]
    files = {
        one.path: None if one.new_blob is None else contents[one.new_blob]
        for one in in_posts
    }
    gone = [one.path for one in in_posts if one.deleted and is_post_path(one.path)]
    checked = Checked(history, proof.authentication, merge.id)
    held = {path: content for path, content in files.items() if content is not None}
    held |= checked.showing(files)
    base = Proposal(
        onto=proof.authentication.head,
        posts=_proposed(history, proof, held, gone),
        removed=tuple(gone),
        others=tuple(
            _other(one, accepted.get(one.path), contents)
            for one in merge.changes
            if not is_post_path(one.path)
        ),
        content=approved_content(files) if files else None,
        report=_UNCHECKED,
        drafts=drafts,
        takes_over=tuple(
            one.path
            for one in merge.changes
            if not one.deleted and not _was(one, accepted.get(one.path))
        ),
    )
    return _looked_at(base, checked, held, now, language)


def propose_again(
    history: History,
    proof: Proof,
    wanted: str | None,
    now: dt.datetime,
    language: Language,
) -> Proposal:
    """Describe the posts on ``main`` that nobody entitled approved.

    Args:
        history: where objects are read.
        proof: of ``main``.
        wanted: path or id of one post; None for all of them.
        now: the run's time (aware).
        language: of the findings.
    """
    authentication = proof.authentication
    ledger = ledger_files(history, authentication.head).ledger
    left = left_unapproved(history, authentication, ledger)
    proofs = [
        one
        for one in authentication.posts
        if _is_named(one, wanted) or (wanted is None and one in left)
    ]
    files = {one.path: one.blob for one in proofs}
    for one in proofs:
        files |= {path: blob for path, blob in one.media if blob is not None}
    contents = history.read(files.values())
    held = {one.path: contents[one.blob] for one in proofs}
    base = Proposal(
        onto=authentication.head,
        posts=_proposed(history, proof, held, ()),
        removed=(),
        others=(),
        content=None,
        report=_UNCHECKED,
        again=tuple(
            (path, hashlib.sha256(contents[blob]).hexdigest())
            for path, blob in sorted(files.items())
        ),
    )
    checked = Checked(history, authentication, authentication.head)
    return _looked_at(base, checked, held, now, language)


def _is_named(one: PostProof, wanted: str | None) -> bool:
    """Tell whether a post on ``main`` is named and to be approved as it stands.

    What stands under a grant may end with it; named, the director makes it their own.
    """
    if wanted not in {one.path, one.id}:
        return False
    return one.approval is None or one.approval.claim_before is not None


def _looked_at(
    base: Proposal,
    checked: Checked,
    wanted: Collection[str],
    now: dt.datetime,
    language: Language,
) -> Proposal:
    report = checked.lint(wanted, now, language) if wanted else _UNCHECKED
    return replace(
        base,
        report=report,
        duties=duties(report, base.readable, language),
        pictures=_pictures(checked, base.readable),
    )


def _pictures(
    checked: Checked, posts: Sequence[Post]
) -> dict[str, PreparedPicture | Reason]:
    """Return the pictures as they go out, or why they cannot, by path."""
    made: dict[str, PreparedPicture | Reason] = {}
    for path in sorted({path for post in posts for path in post.media_paths}):
        content = checked.read(path)
        missing = Reason("media-missing", {"path": path})
        made[path] = missing if content is None else prepared(path, content)
    return made


def _proposed(
    history: History,
    proof: Proof,
    held: Mapping[str, bytes],
    gone: Sequence[str],
) -> tuple[ProposedPost, ...]:
    """Return the posts among ``held``, each beside what was last approved of it."""
    paths = [path for path in held if is_post_path(path)]
    blobs = last_approved(proof.walk, {*paths, *gone})
    contents = history.read(blobs.values())
    old = {path: contents[blob] for path, blob in blobs.items()}
    zone = proof.authentication.policy.library.timezone
    # A file that is removed while another takes its id was renamed.
    moved = {id_of(path, old[path], zone): path for path in gone if path in old}
    posts = []
    for path in paths:
        parsed = parse_post(path, held[path], zone)
        post_id = parsed.id if isinstance(parsed, Post) else None
        before = path if path in old else moved.get(post_id or "")
        change = Difference()
        if before is not None:
            change = difference(old[before], held[path])
        post = parsed if isinstance(parsed, Post) else None
        posts.append(ProposedPost(path, post, before, change))
    return tuple(posts)


def _other(
    change: Change, accepted: TreeEntry | None, contents: Mapping[BlobId, bytes]
) -> OtherFile:
    """Return what approving comes to for a file, whatever lies on ``main`` by now."""
    new = change.new_blob
    shown = difference(
        b"" if accepted is None else contents[accepted.blob],
        b"" if new is None else contents[new],
    )
    before = REGULAR if accepted is None else accepted.mode
    mode = None if new is None or change.new_mode == before else change.new_mode
    return OtherFile(change.path, shown, mode, accepted is None, new)


def _was(change: Change, accepted: TreeEntry | None) -> bool:
    """Tell whether what a change starts from is what was last accepted."""
    if accepted is None:
        return change.added
    return (accepted.mode, accepted.blob) == (change.old_mode, change.old_blob)
