"""A small library whose posts the simulated runs publish."""

import datetime as dt
import hashlib
from zoneinfo import ZoneInfo

from sns_cli.model.event import Source
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.opening import Calendar, HoursRow
from sns_cli.model.post import Category, FrontMatter, Post
from sns_cli.model.proof import Approval, ApprovedPost
from sns_cli.model.settings import Account, Library, Person, Role, Service, Settings

ZONE = ZoneInfo("Asia/Tokyo")
OPENS = dt.datetime(2026, 12, 7, 9, 0, tzinfo=ZONE)
"""A Monday."""
CLOSES = OPENS.replace(hour=19)
HANDLE = "lib_example"
ACCOUNTS = ("x", "y")


def settings(accounts: tuple[str, ...] = ACCOUNTS, **limits: object) -> Settings:
    """Open 09:00 to 19:00 every day."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return Settings(
        library=Library(name="図書館", accounts=accounts),
        people={
            "kancho": Person(name="館長", email="k@example.jp", role=Role.DIRECTOR)
        },
        calendars={
            "main": Calendar(
                name="本館",
                covers=(dt.date(2026, 12, 1), dt.date(2027, 1, 31)),
                hours=(HoursRow(days=days, open="09:00", close="19:00"),),
            )
        },
        accounts={
            key: Account.model_validate(
                {
                    "service": Service.REHEARSAL,
                    "handle": HANDLE,
                    "manager": "kancho",
                    **limits,
                }
            )
            for key in accounts
        },
    )


def post(post_id: str, text: str, **meta: object) -> Post:
    """Return a post with this body."""
    fields = {"id": post_id, "title": post_id, "category": Category.EVENT, **meta}
    return Post(
        path=f"posts/2026/12/{post_id}.md",
        meta=FrontMatter.model_validate(fields),
        body=text,
        source_front_matter=f"id: {post_id}",
        lines={},
    )


def approve(one: Post, at: dt.datetime, **approval: object) -> ApprovedPost:
    """Return the post as approved at ``at``."""
    content = f"{one.id}\0{one.body}\0{one.meta!r}".encode()
    blob = hashlib.sha1(content).hexdigest()  # noqa: S324  (a name, as in git)
    commit = hashlib.sha1(b"approved" + content).hexdigest()  # noqa: S324
    fields: dict[str, object] = {"evidence": "signature", **approval}
    return ApprovedPost(
        post=one,
        blob=BlobId(blob),
        media_blobs=(),
        approval=Approval(by="kancho", commit=CommitId(commit), at=at, **fields),  # type: ignore[arg-type]
    )


def source(one: Post) -> Source:
    """Return the two parts of the post file."""
    return Source(front_matter=one.source_front_matter, body=one.body)
