"""Posts and settings for tests, built without any parser."""

from sns_cli.model.post import Category, FrontMatter, Media, Override, Post
from sns_cli.model.settings import (
    Account,
    Library,
    Person,
    Role,
    Service,
    Settings,
)


def settings(prices: dict[str, dict[str, float]] | None = None) -> Settings:
    """Return the settings of a library with an account on every kind of service."""
    services = {
        "x": Service.X,
        "training": Service.REHEARSAL,
        "mail": Service.MAIL,
        "bsky": Service.BLUESKY,
    }
    return Settings(
        library=Library(name="例示市立図書館", accounts=("x",)),
        people={
            "kancho": Person(
                name="館長", email="kancho@lib.example.lg.jp", role=Role.DIRECTOR
            )
        },
        accounts={
            key: Account(service=service, handle="example_lib", manager="kancho")
            for key, service in services.items()
        },
        prices=prices or {},
    )


def post(
    body: str,
    *,
    accounts: tuple[str, ...] | None = None,
    overrides: dict[str, Override] | None = None,
    media: tuple[Media, ...] = (),
    **meta: object,
) -> Post:
    """Return a post with this body."""
    front = FrontMatter(
        id="20261205-ohanashikai",
        title="えほんのじかん",
        category=Category.EVENT,
        accounts=accounts,
        overrides=overrides or {},
        media=media,
    ).model_copy(update=meta)
    return Post(
        path="posts/2026/12/ohanashikai.md",
        meta=front,
        body=body,
        source_front_matter="",
        lines={"body": 10},
    )
