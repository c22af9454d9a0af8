"""What a run has in hand: the newest state of ``main`` and what it still owes.

The one mutable object of the engine; it performs no effects itself.
"""

import datetime as dt
from dataclasses import dataclass, field, replace

from sns_cli.errors import ExitCode, worst
from sns_cli.model.channel import Answer, NoReply
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.model.event import Event, event_data, event_path
from sns_cli.model.event_path import read_event_path
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.ledger import DeliveryKey, Entry, Ledger
from sns_cli.model.profile import Profile
from sns_cli.publish.access import refused_access
from sns_cli.publish.classify import Decision, Refused
from sns_cli.publish.config import Config
from sns_cli.publish.lines import Line, line_of
from sns_cli.publish.plan import Scene, withheld
from sns_cli.publish.records import Stamp


@dataclass(frozen=True, slots=True)
class Receipt:
    """An event that is true and must still get onto ``main``.

    Attributes:
        claim_nonce: the claim it answers; it means nothing for another claim. None
            for an event that answers none (``retracted``).
    """

    event: Event
    claim_nonce: str | None

    @property
    def key(self) -> DeliveryKey:
        """The delivery it is about."""
        return DeliveryKey(self.event.post, self.event.account)


@dataclass(frozen=True, slots=True)
class Stop:
    """Why an account is not used any more in this run."""

    reason: Reason
    code: ExitCode


def ended(account: str, answer: Answer, decision: Decision) -> Stop | None:
    """Return why others would only wait in vain for the account, None if not so."""
    refused = isinstance(decision, Refused) and decision.ends_account
    silent = isinstance(answer, NoReply) and "timeout" in answer.reason
    if not (refused or silent):
        return None
    if isinstance(answer, NoReply):
        details = {"account": account, "detail": answer.reason}
        return Stop(Reason("account-ended", details), ExitCode.UNDELIVERED)
    return Stop(refused_access(account, answer), ExitCode.UNDELIVERED)


def entry_of(event: Event) -> Entry:
    """Return an event of ours in the form in which the ledger is read."""
    name = read_event_path(event_path(event))
    if name is None:
        message = f"not an event: {event!r}"
        raise ValueError(message)
    return Entry(name, event_data(event))


@dataclass
class Desk:
    """The state of one run.

    Attributes:
        snapshot: the newest authenticated state of ``main``.
        ledger: its ledger, with the pending receipts.
        pending: receipts not yet on ``main``.
        lines: the report, by delivery.
        handled: deliveries this run has written an event for or tried to.
        stopped: accounts that are not used any more.
        no_uploads: accounts that take no more pictures in this run, and why.
        media: bytes of the approved pictures that were read.
        handles: handles of the accounts that were asked whose credentials they have.
        profiles: what those accounts say of themselves, where that was asked for.
        halted: nothing new is claimed; ``main`` cannot be written or read.
    """

    config: Config
    snapshot: Snapshot
    ledger: Ledger = field(init=False)
    pending: list[Receipt] = field(default_factory=list)
    lines: dict[DeliveryKey, Line] = field(default_factory=dict)
    notes: list[Reason] = field(default_factory=list)
    codes: list[ExitCode] = field(default_factory=list)
    handled: set[DeliveryKey] = field(default_factory=set)
    stopped: dict[str, Stop] = field(default_factory=dict)
    no_uploads: dict[str, str] = field(default_factory=dict)
    media: dict[BlobId, bytes] = field(default_factory=dict, repr=False)
    handles: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    halted: bool = False

    def __post_init__(self) -> None:
        self.ledger = self.snapshot.ledger

    @property
    def timezone(self) -> str:
        """The library's time zone."""
        return self.snapshot.policy.library.timezone

    def stamp(self, now: dt.datetime, nonce: str) -> Stamp:
        """Return what the next event of this run carries."""
        return Stamp(now, nonce, self.config.run, self.timezone)

    def scene(self, now: dt.datetime) -> Scene:
        """Return what a plan is made from at ``now``."""
        return Scene(
            self.config,
            self.snapshot,
            self.ledger,
            now,
            frozenset(self.handled),
            withheld(self.snapshot),
        )

    def say(self, outcome: Outcome) -> None:
        """Report a delivery with the exit code its state asks for."""
        self.put(line_of(outcome))

    def put(self, line: Line) -> None:
        """Report a delivery; what was said of it before is replaced."""
        self.lines[line.outcome.key] = line

    def note(self, reason: Reason, code: ExitCode = ExitCode.OK) -> None:
        """Report something about the whole run, once."""
        if reason not in self.notes:
            self.notes.append(reason)
        self.codes.append(code)

    def halt(self, reason: Reason, code: ExitCode = ExitCode.CANNOT) -> None:
        """Take nothing new from here on."""
        self.halted = True
        self.note(reason, code)

    def end(self, account: str, stop: Stop) -> None:
        """Use an account no more in this run; say so, if somebody must put it right."""
        self.stopped[account] = stop
        if stop.reason.code != "account-ended":
            self.note(stop.reason, stop.code)

    def keep(self, event: Event, claim_nonce: str | None) -> None:
        """Owe an event to ``main``; from now on the ledger is seen with it."""
        self.pending.append(Receipt(event, claim_nonce))
        self.handled.add(DeliveryKey(event.post, event.account))
        self.ledger = self.ledger.with_entries([entry_of(event)])

    def advance(self, tip: CommitId, events: list[Event]) -> None:
        """Take note that a push of ours was accepted as ``tip``.

        Nobody else's change is in it, so nothing needs to be authenticated again.
        """
        written = self.snapshot.ledger.with_entries(map(entry_of, events))
        self.snapshot = replace(self.snapshot, tip=tip, ledger=written)
        self.ledger = written
        self.pending.clear()

    def report(self) -> RunReport:
        """Return the report of the run as it stands."""
        paused = self.snapshot.paused
        if paused is not None and paused not in self.notes:
            self.notes.append(paused)
        quiet = {ExitCode.PEOPLE} if paused is not None else set()
        codes = [*self.codes, *(line.code for line in self.lines.values())]
        return RunReport(
            tuple(line.outcome for line in self.lines.values()),
            worst(*(code for code in codes if code not in quiet)),
            tuple(self.notes),
            seen=replace(self.snapshot, ledger=self.ledger),
        )


def unwritten(receipt: Receipt, line: Line | None) -> Line:
    """Return the report of a receipt that did not get onto ``main``, told in full."""
    event = receipt.event
    before = line.outcome if line is not None else None
    url = before.url if before is not None else None
    remote_id = before.remote_id if before is not None else None
    details = {"event": event.event, "url": url or "-", "remote_id": remote_id or "-"}
    outcome = Outcome(
        receipt.key,
        before.state if before is not None else Result.IN_DOUBT,
        Reason("receipt-not-written", details),
        url=url,
        remote_id=remote_id,
    )
    code = line.code if line is not None else ExitCode.OK
    return Line(outcome, worst(ExitCode.CANNOT, code))
