"""``review``: everything that waits for the director, as the remote has it now.

Nothing of a proposal is run, and nothing it brings decides anything: it is read from
the object store and judged by the settings in force on ``main``.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sns_cli.adapters.git.drafts import drafts
from sns_cli.bootstrap.approving import Approver
from sns_cli.calendar import local
from sns_cli.errors import HistoryError, RefusedError
from sns_cli.messages import Language
from sns_cli.model.draft import Draft
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryState
from sns_cli.model.paths import POSTS, SETTINGS
from sns_cli.model.proof import PostProof
from sns_cli.model.proposal import Proposal
from sns_cli.model.reason import Reason
from sns_cli.pipeline.ledger import ledger_files, read_entries
from sns_cli.pipeline.left_unapproved import left_unapproved
from sns_cli.pipeline.standing import standing
from sns_cli.report.drafters import names_of
from sns_cli.report.waiting import OpenDelivery, Waiting, WaitingProposal

_OPEN: Final = frozenset(
    {DeliveryState.REJECTED, DeliveryState.IN_DOUBT, DeliveryState.BROKEN}
)
_LONG_AGO: Final = dt.datetime.min.replace(tzinfo=dt.UTC)


def waiting(approver: Approver, language: Language) -> Waiting:
    """Return what waits for the director.

    Raises:
        HistoryError, RemoteError: the branches cannot be fetched or read.
    """
    main = approver.proof.walk.chain.tip.id
    found = [
        _looked_at(approver, name, tip, language)
        for name, tip in approver.remote.fetch_open(main).items()
    ]
    wanted = [one for one in found if one is not None]
    wanted.sort(key=lambda one: (one.since or _LONG_AGO, one.name))
    zone = approver.policy.library.timezone
    return Waiting(
        at=local(approver.clock.now(), zone),
        proposals=_with_rivals(wanted),
        unapproved=_unapproved(approver),
        deliveries=tuple(_open_deliveries(approver)),
        elsewhere=len(found) - len(wanted),
        notes=approver.notes(),
    )


def _looked_at(
    approver: Approver, name: str, tip: CommitId, language: Language
) -> WaitingProposal | None:
    """Return what a branch brings; None if that is neither posts nor settings."""
    theirs = replace(approver, theirs=tip)
    try:
        proposal = theirs.propose(language)
    except RefusedError as error:
        if error.code == "nothing-to-approve":
            return None
        return _unclear(approver, name, tip, Reason(error.code, error.details))
    except HistoryError:
        return _unclear(approver, name, tip, Reason("waiting-unmergeable"))
    if not _concerns(proposal):
        return None
    page = theirs.page(proposal, name)
    return WaitingProposal(name, tip, page.drafted_by, page.since, page)


def _with_rivals(proposals: list[WaitingProposal]) -> tuple[WaitingProposal, ...]:
    """Let each proposal name the others about one of its posts: one can be approved."""
    return tuple(
        replace(
            one,
            rivals=tuple(
                other.name
                for other in proposals
                if other is not one and not one.touched.isdisjoint(other.touched)
            ),
        )
        for one in proposals
    )


def _concerns(proposal: Proposal) -> bool:
    others = (one.path for one in proposal.others)
    return bool(proposal.posts or proposal.removed) or any(
        path == SETTINGS or path.startswith(POSTS) for path in others
    )


def _unclear(
    approver: Approver, name: str, tip: CommitId, why: Reason
) -> WaitingProposal:
    main = approver.proof.walk.chain.tip.id
    made = drafts(approver.repository, tip, main)
    people = names_of(made, approver.policy)
    return WaitingProposal(name, tip, people, _newest(approver, made), problem=why)


def _newest(approver: Approver, made: tuple[Draft, ...]) -> dt.datetime | None:
    times = [one.at for one in made if one.at is not None]
    zone = approver.policy.library.timezone
    return local(max(times), zone) if times else None


def _unapproved(approver: Approver) -> tuple[PostProof, ...]:
    authentication = approver.proof.authentication
    files = ledger_files(approver.history, authentication.head)
    return left_unapproved(approver.history, authentication, files.ledger)


def _open_deliveries(approver: Approver) -> Iterator[OpenDelivery]:
    head = approver.proof.authentication.head
    files = ledger_files(approver.history, head)
    wanted = {
        name: blob
        for name, blob in files.blobs.items()
        if files.ledger.of(name.key).state in _OPEN
    }
    ledger = files.ledger.with_entries(read_entries(approver.history, wanted))
    zone = approver.policy.library.timezone
    for key, delivery in sorted(ledger.deliveries.items()):
        if delivery.state in _OPEN:
            yield OpenDelivery(key.post, standing(delivery, zone))
