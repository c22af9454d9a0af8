"""Deliberate bugs in pushing, sending and doubting."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace

from sns_cli.model.channel import Answer, Identity, NoReply, Reply, Timeline
from sns_cli.model.delivery import Snapshot
from sns_cli.model.event import EventName, to_json
from sns_cli.model.ledger import Delivery, DeliveryState, Entry, Ledger
from sns_cli.ports import NewFile, PushOutcome, PushResult
from sns_cli.publish import effects as fx
from sns_cli.publish.classify import Decision, Refused, Unwanted
from sns_cli.publish.reconcile import Match, NoMatch, Sought, match, normal
from tests.fakes.service import HANDLE
from tests.simulation.bending import Told, around, rewritten
from tests.simulation.world import Engine

# --- pushes


def won(result: PushResult) -> Told:
    def told(effect: fx.Effect, answer: object) -> object:
        wrong = isinstance(answer, PushOutcome) and answer.result is result
        if wrong and isinstance(effect, fx.Push):
            return PushOutcome(PushResult.ACCEPTED, effect.base)
        return answer

    return told


def push_on_any_tip(engine: Engine) -> Engine:
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


def receipt_with_claim(file: NewFile) -> tuple[NewFile, ...]:
    if "-claimed." not in file.path:
        return (file,)
    data = json.loads(file.content)
    n = data["n"] + 1
    path = file.path.replace(f"{data['n']}-claimed", f"{n}-published")
    early = {**data, "event": "published", "n": n, "remote_id": "?", "text": "?"}
    return (file, NewFile(path, to_json(early)))


# --- doubts


def absence_is_proof(*, when_down: bool) -> Callable[[Engine], Engine]:
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

        return around(told, rewritten(unsent))(engine)

    return wrap


def doubts_look_unsent(_: fx.Effect, answer: object) -> object:
    if not isinstance(answer, Snapshot):
        return answer
    seen = {
        key: as_unsent(one) if one.state is DeliveryState.IN_DOUBT else one
        for key, one in answer.ledger.deliveries.items()
    }
    return replace(answer, ledger=Ledger(seen))


def as_unsent(delivery: Delivery) -> Delivery:
    last = delivery.entries[-1]
    name = replace(last.name, event=EventName.NOT_SENT)
    return replace(delivery, entries=(*delivery.entries[:-1], Entry(name, last.data)))


def send_again(engine: Engine) -> Engine:
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


def errors_are_unsent(answer: Answer) -> Decision | None:
    error = isinstance(answer, Reply) and answer.status >= 500
    return Refused("error") if error else None


def silence_is_unsent(answer: Answer) -> Decision | None:
    return Refused(answer.reason) if isinstance(answer, NoReply) else None


def no_id_is_unsent(answer: Answer) -> Decision | None:
    empty = isinstance(answer, Reply) and answer.status == 201 and not answer.remote_id
    return Refused("no-id") if empty else None


def duplicate_is_rejected(answer: Answer) -> Decision | None:
    forbidden = isinstance(answer, Reply) and answer.status == 403
    return Unwanted("forbidden", 403) if forbidden else None


def match_any_time(sought: Sought) -> Match:
    return match(replace(sought, since=None))


def match_any_text(sought: Sought) -> Match:
    posts = [
        post for post in sought.timeline.posts if post.remote_id not in sought.taken
    ]
    return posts[-1] if posts else NoMatch.ABSENT


def read_back_all(effect: fx.Effect) -> fx.Effect:
    return replace(effect, since=None) if isinstance(effect, fx.ReadBack) else effect


def same_nonce(effect: fx.Effect, answer: object) -> object:
    return "nonce" if isinstance(effect, fx.Nonce) else answer


def receipts_dropped(effect: fx.Effect) -> fx.Effect:
    """Push a claim without the receipts that were to come with it."""
    if not isinstance(effect, fx.Push):
        return effect
    claims = [one for one in effect.files if "-claimed." in one.path]
    media = [one for one in effect.files if one.path.startswith("archive/media/")]
    return replace(effect, files=(*claims, *media)) if claims else effect


def doubts_of_five_minutes_look_unsent(engine: Engine) -> Engine:
    """Try anew by itself once a doubt is five minutes old."""
    now: dt.datetime | None = None

    def told(_: fx.Effect, answer: object) -> object:
        nonlocal now
        if isinstance(answer, dt.datetime):
            now = answer
        if not isinstance(answer, Snapshot) or now is None:
            return answer
        found = {
            key: as_unsent(one) if _is_old_doubt(one, now) else one
            for key, one in answer.ledger.deliveries.items()
        }
        return replace(answer, ledger=Ledger(found))

    def asking_first(inner: Engine) -> Engine:
        nonlocal now
        now = yield fx.Now()
        return (yield from inner)

    return asking_first(around(told)(engine))


def _is_old_doubt(one: Delivery, now: dt.datetime) -> bool:
    last = one.last
    old = last is not None and last.at is not None
    return (
        one.state is DeliveryState.IN_DOUBT
        and old
        and now - last.at > dt.timedelta(minutes=5)  # type: ignore[operator, union-attr]
    )


def ends_alike(sought: Sought) -> Match:
    """Take a post for ours that ends with our words."""
    wanted = normal(sought.text)
    found = [
        one
        for one in sought.timeline.posts
        if normal(one.text).endswith(wanted)
        and one.remote_id not in sought.taken
        and (sought.since is None or (one.created_at or sought.since) >= sought.since)
    ]
    return found[0] if len(found) == 1 else NoMatch.ABSENT


def first_of_several(sought: Sought) -> Match:
    answer = match(sought)
    if answer is not NoMatch.TWICE:
        return answer
    wanted = normal(sought.text)
    return next(one for one in sought.timeline.posts if normal(one.text) == wanted)


def rivals_ignored(sought: Sought) -> Match:
    return match(replace(sought, rivals=()))


def taken_ignored(sought: Sought) -> Match:
    return match(replace(sought, taken=frozenset()))


def silent_deletes_count(effect: fx.Effect, answer: object) -> object:
    silent = isinstance(effect, fx.Delete) and not isinstance(answer, Reply)
    return Reply(200) if silent else answer


def refused_deletes_count(effect: fx.Effect, answer: object) -> object:
    return Reply(200) if isinstance(effect, fx.Delete) else answer


def no_time_told(_: fx.Effect, answer: object) -> object:
    return replace(answer, server_time=None) if isinstance(answer, Identity) else answer


def any_account_will_do(_: fx.Effect, answer: object) -> object:
    return replace(answer, handle=HANDLE) if isinstance(answer, Identity) else answer


def failed_looks_are_empty(effect: fx.Effect, answer: object) -> object:
    """Take a timeline that cannot be read for one on which nothing is."""
    failed = isinstance(effect, fx.ReadBack) and not isinstance(answer, Timeline)
    return Timeline(()) if failed else answer


def no_second_look(engine: Engine) -> Engine:
    """Send again what a person called not sent without looking for it."""
    looking = False

    def told(effect: fx.Effect, answer: object) -> object:
        nonlocal looking
        if isinstance(effect, fx.Stopping | fx.Send):
            looking = isinstance(effect, fx.Stopping)
        return Timeline(()) if looking and isinstance(effect, fx.ReadBack) else answer

    return around(told)(engine)


def second_look_once(engine: Engine) -> Engine:
    """Look a second time only right after the decision, not after a refusal since."""
    looking = False
    known: Snapshot | None = None

    def told(effect: fx.Effect, answer: object) -> object:
        nonlocal looking, known
        if isinstance(answer, Snapshot):
            known = answer
        if isinstance(effect, fx.Stopping | fx.Send):
            looking = isinstance(effect, fx.Stopping)
        if not looking or not isinstance(effect, fx.ReadBack) or known is None:
            return answer
        here = [
            one
            for key, one in known.ledger.deliveries.items()
            if key.account == effect.account and one.state is DeliveryState.NOT_SENT
        ]
        return Timeline(()) if any(map(_was_refused_since, here)) else answer

    return around(told)(engine)


def _was_refused_since(delivery: Delivery) -> bool:
    decided = [one.text("by") is not None for one in delivery.entries]
    return any(decided) and not decided[-1]


def deaf_after_an_unanswered_push(engine: Engine) -> Engine:
    """Take the news that come with our claim for what was known before."""
    known: Snapshot | None = None
    unanswered = False

    def told(effect: fx.Effect, answer: object) -> object:
        nonlocal known, unanswered
        if isinstance(effect, fx.Push):
            unanswered = (
                isinstance(answer, PushOutcome) and answer.result is PushResult.UNKNOWN
            )
        if not isinstance(answer, Snapshot):
            return answer
        if unanswered and known is not None:
            answer = replace(known, tip=answer.tip, ledger=answer.ledger)
        known = answer
        return answer

    return around(told)(engine)
