"""What the tests of this room build their cases from."""

import datetime as dt
from collections.abc import Mapping

from sns_cli.model.delivery import Snapshot
from sns_cli.model.event import EventName, Run
from sns_cli.model.event_path import NamedEvent
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryKey, Entry, Ledger
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.publish.config import Config
from sns_cli.publish.plan import Scene, withheld
from sns_cli.schedule.timing import due_post
from tests.simulation.library import OPENS, approve, post, settings

RUN = Run(job="job", runner="runner", version="0")
TIP = CommitId("a" * 40)
NOON = OPENS.replace(hour=12)
MINUTE = dt.timedelta(minutes=1)
X = "x"


def approved(post_id: str = "oshirase", text: str = "", **meta: object) -> ApprovedPost:
    return approve(post(post_id, text or f"お知らせ {post_id}", **meta), OPENS)


def entry(
    key: DeliveryKey, n: int, event: EventName, at: dt.datetime, **data: object
) -> Entry:
    path = f"archive/2026/12/{key.post}.{key.account}.{n}-{event}.json"
    return Entry(NamedEvent(key, n, event, path), {"at": at.isoformat(), **data})


def story(one: ApprovedPost, *events: tuple[EventName, int], **claim: object) -> Ledger:
    """Return a ledger in which these events happened, minutes before noon."""
    key = DeliveryKey(one.post.id, X)
    frozen: Mapping[str, object] = {
        "blob": one.blob,
        "media": [{"blob": blob} for blob in one.media_blobs],
        "nonce": "n",
        "payload": {"text": one.post.body, "media": []},
        "cost_usd": 0.0,
        "run": {"job": "before"},
        **claim,
    }
    entries = [
        entry(
            key,
            n,
            event,
            NOON - minutes * MINUTE,
            **(frozen if event is EventName.CLAIMED else {"reason": "so"}),
        )
        for n, (event, minutes) in enumerate(events, 1)
    ]
    return Ledger().with_entries(entries)


def snapshot(
    *posts: ApprovedPost, ledger: Ledger | None = None, **fields: object
) -> Snapshot:
    made = {"policy": settings((X,)), "ledger": ledger or Ledger(), **fields}
    return Snapshot(tip=TIP, approved=posts, **made)  # type: ignore[arg-type]


def scene(seen: Snapshot, now: dt.datetime = NOON, **config: object) -> Scene:
    made = {"run": RUN, "due": due_post, "channels": frozenset({X}), **config}
    return Scene(
        Config(**made),  # type: ignore[arg-type]
        seen,
        seen.ledger,
        now,
        withheld=withheld(seen),
    )


def limits(**keys: object) -> Settings:
    return settings((X,), **keys)
