"""Events: what is written is valid, readable, and lies where it belongs."""

import datetime as dt
import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from sns_cli.model.event import (
    Claimed,
    ClaimedMedia,
    NotSent,
    Payload,
    PayloadMedia,
    Published,
    PublishedMedia,
    Run,
    Source,
    event_bytes,
    event_data,
    event_path,
    event_schema,
)
from sns_cli.model.post import Rights, is_post_path

JST = dt.timezone(dt.timedelta(hours=9))
HEADER = {
    "post": "20261205-ohanashikai",
    "account": "x",
    "n": 3,
    "at": dt.datetime(2027, 1, 1, 0, 30, tzinfo=JST),
    "nonce": "0" * 32,
    "run": Run(job="local", runner="linux", version="0.1.0"),
}
SCHEMA = Path(__file__).parents[2] / "archive" / "schema" / "event-1.schema.json"


def test_an_event_lies_in_the_month_of_its_own_time() -> None:
    event = NotSent(**HEADER, reason="dns")

    assert event_path(event) == (
        "archive/2027/01/20261205-ohanashikai.x.3-not-sent.json"
    )


def test_an_event_is_json_that_people_can_read() -> None:
    text = event_bytes(NotSent(**HEADER, reason="名前が見つからない")).decode()

    assert "名前が見つからない" in text
    assert text.endswith("}\n")
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert json.loads(text)["at"] == "2027-01-01T00:30:00+09:00"
    assert json.loads(text)["schema"] == "event/1"


def test_an_event_in_hand_reads_as_its_file_does() -> None:
    rights = Rights(holder="図書館", basis="職員撮影")
    picture = {"path": "a.png", "sha256": "0" * 64, "mime": "image/png", "alt": None}
    claim = Claimed(
        **HEADER,
        path="posts/2026/12/a.md",
        blob="0" * 40,
        commit="0" * 40,
        approved_by="kancho",
        evidence="signature",
        payload=Payload(text="あ", media=(PayloadMedia(**picture),)),
        payload_sha256="0" * 64,
        media=(
            ClaimedMedia(
                path="a.png", blob="0" * 40, size=9, width=3, height=4, rights=rights
            ),
        ),
        cost_usd=0.015,
    )
    receipt = Published(
        **HEADER,
        remote_id="1",
        url="https://x.com/lib/status/1",
        published_at=HEADER["at"],
        source=Source(front_matter="id: a", body="あ"),
        text="あ",
        links=("https://example.jp/",),
        media=(PublishedMedia(**picture, size=9, rights=rights),),
        response={"data": {"id": "1"}, "list": [1, 2.5, None]},
        settled_by="reply",
    )
    for event in (claim, receipt, NotSent(**HEADER, reason="dns")):
        assert event_data(event) == json.loads(event_bytes(event))


def test_an_event_that_is_not_valid_is_never_written() -> None:
    with pytest.raises(ValidationError):
        Claimed(
            **HEADER,
            path="posts/2026/12/a.md",
            blob="not an object id",
            commit="0" * 40,
            approved_by="kancho",
            evidence="signature",
            payload=Payload(text="a"),
            payload_sha256="0" * 64,
            cost_usd=0.0,
        )


def test_the_schema_in_the_archive_is_the_one_events_are_checked_against() -> None:
    assert SCHEMA.read_bytes() == event_schema()


def test_the_schema_lets_later_versions_add_fields() -> None:
    assert "additionalProperties" not in event_schema().decode().replace(
        '"additionalProperties": true', ""
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("posts/2026/12/a.md", True),
        ("posts/2026/12/絵本の日.md", True),
        ("posts/2026/12/README.md", False),
        ("posts/2026/12/ReadMe.md", False),
        ("posts/2026/13/a.md", False),
        ("posts/2026/12/deep/a.md", False),
        ("posts/2026/12/.hidden.md", False),
        ("posts/2026/12/a\n.md", False),
        ("posts/2026/12/a.txt", False),
        ("posts/a.md", False),
    ],
)
def test_where_posts_live(path: str, expected: bool) -> None:  # noqa: FBT001
    assert is_post_path(path) is expected
