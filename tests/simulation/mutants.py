"""Deliberate bugs in the protocol. A simulation that lets one live proves nothing.

They are put around the real engine (what it asks and what it is told) or in place of
one of the decisions it is handed, so that the product holds no switch for them.
"""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

from sns_cli.model.channel import (
    NOTHING,
    Answer,
    NoReply,
    Prepared,
    Reply,
    Timeline,
)
from sns_cli.model.delivery import DuePost, Snapshot, Timing
from sns_cli.model.event import EventName, to_json
from sns_cli.model.ledger import Delivery, DeliveryState, Entry, Ledger
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.ports import NewFile, PushOutcome, PushResult
from sns_cli.publish import effects as fx
from sns_cli.publish.classify import Decision, Refused, Unwanted, classify
from sns_cli.publish.config import Bounds, Config
from sns_cli.publish.reconcile import Match, NoMatch, Sought, match
from sns_cli.schedule.timing import due_post
from tests.simulation.world import Engine, Mutant

Told = Callable[[fx.Effect, object], object]
Asked = Callable[[fx.Effect], fx.Effect]


def _around(
    told: Told = lambda _, answer: answer, asked: Asked = lambda effect: effect
) -> Callable[[Engine], Engine]:
    """Change what an engine asks for and what it is told."""

    def wrap(engine: Engine) -> Engine:
        answer: object = None
        while True:
            try:
                effect = asked(engine.send(answer))
            except StopIteration as end:
                return end.value
            answer = told(effect, (yield effect))

    return wrap


def _classified(
    other: Callable[[Answer], Decision | None],
) -> Callable[[Config], Config]:
    def decide(answer: Answer, now: dt.datetime) -> Decision:
        return other(answer) or classify(answer, now)

    return lambda config: replace(config, classify=decide)


def _bounds(**bounds: dt.timedelta) -> Callable[[Config], Config]:
    return lambda config: replace(config, bounds=replace(Bounds(), **bounds))


# --- pushes


def _won(result: PushResult) -> Told:
    def told(effect: fx.Effect, answer: object) -> object:
        wrong = isinstance(answer, PushOutcome) and answer.result is result
        if wrong and isinstance(effect, fx.Push):
            return PushOutcome(PushResult.ACCEPTED, effect.base)
        return answer

    return told


def _push_on_any_tip(engine: Engine) -> Engine:
    """Put a lost push as it is on whatever the tip is now."""
    answer: object = None
    while True:
        try:
            effect = engine.send(answer)
        except StopIteration as end:
            return end.value
        answer = yield effect
        lost = isinstance(answer, PushOutcome) and answer.result is PushResult.LOST
        if lost and isinstance(effect, fx.Push):
            seen = yield fx.Fetch()
            if isinstance(seen, Snapshot):
                answer = yield replace(effect, base=seen.tip)


def _rewritten(change: Callable[[NewFile], tuple[NewFile, ...]]) -> Asked:
    def asked(effect: fx.Effect) -> fx.Effect:
        if not isinstance(effect, fx.Push):
            return effect
        files = tuple(new for file in effect.files for new in change(file))
        return replace(effect, files=files)

    return asked


def _receipt_with_claim(file: NewFile) -> tuple[NewFile, ...]:
    if "-claimed." not in file.path:
        return (file,)
    data = json.loads(file.content)
    n = data["n"] + 1
    path = file.path.replace(f"{data['n']}-claimed", f"{n}-published")
    early = {**data, "event": "published", "n": n, "remote_id": "?", "text": "?"}
    return (file, NewFile(path, to_json(early)))


# --- doubts


def _absence_is_proof(*, when_down: bool) -> Callable[[Engine], Engine]:
    def wrap(engine: Engine) -> Engine:
        down = False

        def told(effect: fx.Effect, answer: object) -> object:
            nonlocal down
            if isinstance(effect, fx.ReadBack):
                down = not isinstance(answer, Timeline)
            return answer

        def unsent(file: NewFile) -> tuple[NewFile, ...]:
            if "-in-doubt." not in file.path or down is not when_down:
                return (file,)
            data = {**json.loads(file.content), "event": "not-sent"}
            path = file.path.replace("-in-doubt.", "-not-sent.")
            return (NewFile(path, to_json(data)),)

        return _around(told, _rewritten(unsent))(engine)

    return wrap


def _doubts_look_unsent(_: fx.Effect, answer: object) -> object:
    if not isinstance(answer, Snapshot):
        return answer
    seen = {
        key: _unsent(one) if one.state is DeliveryState.IN_DOUBT else one
        for key, one in answer.ledger.deliveries.items()
    }
    return replace(answer, ledger=Ledger(seen))


def _unsent(delivery: Delivery) -> Delivery:
    last = delivery.entries[-1]
    name = replace(last.name, event=EventName.NOT_SENT)
    return replace(delivery, entries=(*delivery.entries[:-1], Entry(name, last.data)))


def _send_again(engine: Engine) -> Engine:
    """Retry as an HTTP library does."""
    answer: object = None
    while True:
        try:
            effect = engine.send(answer)
        except StopIteration as end:
            return end.value
        answer = yield effect
        if isinstance(effect, fx.Send) and isinstance(answer, NoReply):
            answer = yield effect


# --- decisions


def _no_closing(
    approved: ApprovedPost, account: str, policy: Settings, now: dt.datetime
) -> DuePost | Timing:
    due = due_post(approved, account, policy, now)
    return replace(due, closes_at=None) if isinstance(due, DuePost) else due


def _errors_are_unsent(answer: Answer) -> Decision | None:
    error = isinstance(answer, Reply) and answer.status >= 500
    return Refused("error") if error else None


def _silence_is_unsent(answer: Answer) -> Decision | None:
    return Refused(answer.reason) if isinstance(answer, NoReply) else None


def _no_id_is_unsent(answer: Answer) -> Decision | None:
    empty = isinstance(answer, Reply) and answer.status == 201 and not answer.remote_id
    return Refused("no-id") if empty else None


def _duplicate_is_rejected(answer: Answer) -> Decision | None:
    forbidden = isinstance(answer, Reply) and answer.status == 403
    return Unwanted("forbidden", 403) if forbidden else None


def _match_any_time(sought: Sought) -> Match:
    return match(replace(sought, since=None))


def _match_any_text(sought: Sought) -> Match:
    posts = [
        post for post in sought.timeline.posts if post.remote_id not in sought.taken
    ]
    return posts[-1] if posts else NoMatch.ABSENT


def _read_back_all(effect: fx.Effect) -> fx.Effect:
    return replace(effect, since=None) if isinstance(effect, fx.ReadBack) else effect


# --- the state of main


def _remember_first(*fields: str) -> Callable[[Engine], Engine]:
    """See these fields for ever as they were at the first fetch."""

    def wrap(engine: Engine) -> Engine:
        first: dict[str, object] = {}

        def told(_: fx.Effect, answer: object) -> object:
            if not isinstance(answer, Snapshot):
                return answer
            for field in fields:
                first.setdefault(field, getattr(answer, field))
            return replace(answer, **first)  # type: ignore[arg-type]

        return _around(told)(engine)

    return wrap


def _no_limits(_: fx.Effect, answer: object) -> object:
    if not isinstance(answer, Snapshot):
        return answer
    free = {"spacing_minutes": None, "max_per_day": None}
    accounts = {
        key: one.model_copy(update=free) for key, one in answer.policy.accounts.items()
    }
    policy = answer.policy.model_copy(update={"accounts": accounts})
    return replace(answer, policy=policy)


def _never_paused(_: fx.Effect, answer: object) -> object:
    return replace(answer, paused=None) if isinstance(answer, Snapshot) else answer


def _same_nonce(effect: fx.Effect, answer: object) -> object:
    return "nonce" if isinstance(effect, fx.Nonce) else answer


# --- pictures


def _failed_uploads_count(effect: fx.Effect, answer: object) -> object:
    failed = isinstance(effect, fx.Prepare) and not isinstance(answer, Prepared)
    return NOTHING if failed else answer


def _missing_words_count(effect: fx.Effect, answer: object) -> object:
    told = answer.body if isinstance(answer, Reply) else None
    if isinstance(effect, fx.Prepare) and told is not None:
        return Prepared(tuple(told["ids"]))
    return answer


def _without_pictures(effect: fx.Effect) -> fx.Effect:
    return replace(effect, prepared=NOTHING) if isinstance(effect, fx.Send) else effect


def _mixed_up(effect: fx.Effect, answer: object) -> object:
    """Give every picture the bytes of the next one that was asked for."""
    if not isinstance(effect, fx.ReadMedia) or not isinstance(answer, dict):
        return answer
    contents = list(answer.values())
    return dict(zip(answer, [*contents[1:], contents[0]], strict=True))


def _without_bytes(file: NewFile) -> tuple[NewFile, ...]:
    return () if file.path.startswith("archive/media/") else (file,)


def _refused_pictures_wait(engine: Engine) -> Engine:
    """Send a post whose pictures were refused without them, later."""

    def told(effect: fx.Effect, answer: object) -> object:
        refused = isinstance(answer, Reply) and answer.status == 400
        return NOTHING if refused and isinstance(effect, fx.Prepare) else answer

    return _around(told)(engine)


MUTANTS = (
    Mutant("nonce shared by all runs", wrap=_around(_same_nonce)),
    Mutant("unanswered push counts as won", wrap=_around(_won(PushResult.UNKNOWN))),
    Mutant("lost push counts as won", wrap=_around(_won(PushResult.LOST))),
    Mutant("lost push repeated on any tip", wrap=_push_on_any_tip),
    Mutant(
        "receipt before the send", wrap=_around(asked=_rewritten(_receipt_with_claim))
    ),
    Mutant("absence proves unsent", wrap=_absence_is_proof(when_down=False)),
    Mutant("timeline down proves unsent", wrap=_absence_is_proof(when_down=True)),
    Mutant("doubts are sent again", wrap=_around(_doubts_look_unsent)),
    Mutant("HTTP retries", wrap=_send_again),
    Mutant("5xx proves unsent", config=_classified(_errors_are_unsent)),
    Mutant("no answer proves unsent", config=_classified(_silence_is_unsent)),
    Mutant("success without id proves unsent", config=_classified(_no_id_is_unsent)),
    Mutant("403 duplicate is rejected", config=_classified(_duplicate_is_rejected)),
    Mutant(
        "hours not checked again",
        config=lambda config: replace(config, due=_no_closing),
    ),
    Mutant("old claims are sent on", config=_bounds(fresh=dt.timedelta(days=1))),
    Mutant("young claims are doubted", config=_bounds(settle_after=dt.timedelta(0))),
    Mutant(
        "older post taken for ours",
        config=lambda config: replace(config, match=_match_any_time),
        wrap=_around(asked=_read_back_all),
    ),
    Mutant(
        "any post taken for ours",
        config=lambda config: replace(config, match=_match_any_text),
    ),
    Mutant("approvals as of the first fetch", wrap=_remember_first("approved")),
    Mutant("ledger as of the first fetch", wrap=_remember_first("ledger")),
    Mutant("pause as of the first fetch", wrap=_remember_first("paused", "blocked")),
    Mutant("failed upload ignored", wrap=_around(_failed_uploads_count)),
    Mutant("failed description ignored", wrap=_around(_missing_words_count)),
    Mutant("pictures left out", wrap=_around(asked=_without_pictures)),
    Mutant("refused pictures left out", wrap=_refused_pictures_wait),
    Mutant("pictures mixed up", wrap=_around(_mixed_up)),
    Mutant("bytes sent not archived", wrap=_around(asked=_rewritten(_without_bytes))),
    Mutant("limits ignored", wrap=_around(_no_limits)),
    Mutant("pauses ignored", wrap=_around(_never_paused)),
)
