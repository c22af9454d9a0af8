"""A small library whose posts the simulated runs publish."""

import datetime as dt
import hashlib
from functools import cache
from zoneinfo import ZoneInfo

from sns_cli.model.event import Source
from sns_cli.model.history import BlobId, CommitId
from sns_cli.model.opening import Calendar, HoursRow
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Basis, Category, FrontMatter, Media, Post, Rights
from sns_cli.model.proof import Approval, ApprovedPost
from sns_cli.model.settings import (
    Account,
    Grant,
    Library,
    Person,
    Role,
    Service,
    Settings,
)
from tests.fakes.service import HANDLE

ZONE = ZoneInfo("Asia/Tokyo")
OPENS = dt.datetime(2026, 12, 7, 9, 0, tzinfo=ZONE)
"""A Monday."""
CLOSES = OPENS.replace(hour=19)
ACCOUNTS = ("x", "y")
PRICE = 0.015
GRANT = Grant(
    id="tanto",
    to="tanto-01",
    accounts=("x", "y", "z"),
    categories=(Category.EVENT, Category.EMERGENCY),
    basis=(Basis.WEBSITE,),
    valid=(dt.date(2026, 12, 1), dt.date(2027, 1, 31)),
    emergency=True,
)


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


@cache
def priced(
    accounts: tuple[str, ...], limits: tuple[tuple[str, float], ...]
) -> Settings:
    """Return such settings in which posts cost something and a grant stands."""
    prices = {"rehearsal": {"create": PRICE}}
    policy = settings(accounts, **dict(limits))
    return policy.model_copy(update={"grants": (GRANT,), "prices": prices})


def shorter(policy: Settings, closes: dt.time) -> Settings:
    """Return settings under which the library closes earlier."""
    calendar = policy.calendars["main"]
    row = calendar.hours[0].model_copy(update={"close": f"{closes:%H:%M}"})
    shut = calendar.model_copy(update={"hours": (row,)})
    return policy.model_copy(update={"calendars": {"main": shut}})


def changed(policy: Settings, account: str, **fields: object) -> Settings:
    """Return settings with some of one account's changed."""
    new = policy.accounts[account].model_copy(update=fields)
    accounts = {**policy.accounts, account: new}
    return policy.model_copy(update={"accounts": accounts})


def post(post_id: str, text: str, pictures: int = 0, **meta: object) -> Post:
    """Return a post with this body and so many pictures."""
    rights = Rights(holder="図書館", basis="職員撮影")
    media = tuple(
        Media(file=f"{post_id}-{n}.png", alt=f"画像 {n} {text}", rights=rights)
        for n in range(pictures)
    )
    fields = {"id": post_id, "title": post_id, "category": Category.EVENT, **meta}
    fields.setdefault("media", media)
    return Post(
        path=f"posts/2026/12/{post_id}.md",
        meta=FrontMatter.model_validate(fields),
        body=text,
        source_front_matter=f"id: {post_id}",
        lines={},
    )


def content_of(blob: BlobId) -> bytes:
    """Return what an approved picture holds; in this world its name says it."""
    return f"picture {blob}".encode()


def prepared(path: str, data: bytes) -> PreparedPicture:
    """Return what goes out for a picture; twin of ``compose.pictures.prepare``."""
    clean = b"clean " + data
    ending = path.rpartition(".")[2]
    digest = hashlib.sha256(clean).hexdigest()
    return PreparedPicture(clean, digest, f"image/{ending}", 4, 3)


def approve(
    one: Post, at: dt.datetime, take: int = 0, **approval: object
) -> ApprovedPost:
    """Return the post as approved at ``at``; ``take`` tells its pictures apart."""
    content = f"{one.id}\0{one.body}\0{one.meta!r}".encode()
    blob = hashlib.sha1(content).hexdigest()  # noqa: S324  (a name, as in git)
    commit = hashlib.sha1(b"approved" + content).hexdigest()  # noqa: S324
    fields: dict[str, object] = {"evidence": "signature", **approval}
    return ApprovedPost(
        post=one,
        blob=BlobId(blob),
        media_blobs=tuple(
            BlobId(hashlib.sha1(f"{path} {take}".encode()).hexdigest())  # noqa: S324
            for path in one.media_paths
        ),
        approval=Approval(by="kancho", commit=CommitId(commit), at=at, **fields),  # type: ignore[arg-type]
    )


def source(one: Post) -> Source:
    """Return the two parts of the post file."""
    return Source(front_matter=one.source_front_matter, body=one.body)
