"""Pictures on their way from the post to the service."""

from dataclasses import dataclass, field

from sns_cli.model.post import MediaKind, Rights


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the post names it; nothing of it has been read.

    Attributes:
        path: repository path.
        alt: what it shows, for people who cannot see it.
    """

    path: str
    alt: str | None = None
    rights: Rights | None = None
    kind: MediaKind | None = None


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """The bytes that go out for a picture (``compose.pictures.prepare``).

    Attributes:
        content: exactly what is sent and archived.
        width, height: in pixels, as people see it.
    """

    content: bytes = field(repr=False)
    sha256: str
    mime: str
    width: int
    height: int
