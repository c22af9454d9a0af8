"""What ``approve`` writes is what ``authenticate`` reads."""

import hashlib

import pytest

from sns_cli.approval.approve_post import approve
from sns_cli.approval.content import approved_content
from sns_cli.approval.merge_message import Words, approval_message
from sns_cli.approval.trailers import parse_trailers
from sns_cli.model.history import BlobId
from sns_cli.model.post import Post
from sns_cli.model.settings import Settings
from sns_cli.parse.post import parse_post
from sns_cli.parse.settings import parse_settings
from tests.approval.library import IMAGE, POST, Library, proof, with_image

SETTINGS = b"""
[library]
name = "L"
repository = "city/library"
[people.kancho]
name = "\xe5\xb1\xb1\xe7\x94\xb0"
email = "k@example.jp"
role = "director"
"""


def settings(content: bytes = SETTINGS) -> Settings:
    found = parse_settings(content)
    assert isinstance(found, Settings)
    return found


def test_everything_said_is_read_back() -> None:
    policy = settings()
    words = Words(
        title="承認: 休館のお知らせ",
        posts=("2026-11-10 休館のお知らせ (x)",),
        content="sha256:ab",
        confirmed=(("mention", "20261110-kyukan"),),
        grant="g1",
        edited=True,
        approves=((POST, "ff"),),
    )

    message = approval_message(words, policy, policy.people["kancho"])

    assert message.startswith(
        "承認: 休館のお知らせ\n\n- 2026-11-10 休館のお知らせ (x)\n\n"
    )
    assert parse_trailers(message).pairs == (
        ("Approval-Target", "city/library refs/heads/main"),
        ("Approves", f"{POST} sha256:ff"),
        ("Approved-Content", "sha256:ab"),
        ("Confirmed", "mention 20261110-kyukan"),
        ("Approver-Edited", "yes"),
        ("Grant", "g1"),
        ("Signed-off-by", "山田 <k@example.jp>"),
    )


def test_no_title_poses_as_a_trailer() -> None:
    policy = settings(SETTINGS.replace(b'repository = "city/library"', b""))
    words = Words(title="a\n\nGrant: g1", posts=("b\n\nGrant: g1\x1b[2J",))

    message = approval_message(words, policy, policy.people["kancho"])

    assert parse_trailers(message).pairs == (("Signed-off-by", "山田 <k@example.jp>"),)
    assert "\x1b" not in message


def test_an_approval_has_a_subject() -> None:
    policy = settings()

    message = approval_message(Words(title="\n"), policy, policy.people["kancho"])

    assert parse_trailers(message).last("Signed-off-by") == "山田 <k@example.jp>"


def test_the_digest_is_the_designs() -> None:
    one, two = (
        hashlib.sha256(b"1").hexdigest(),
        hashlib.sha256("二".encode()).hexdigest(),
    )
    lines = f"posts/a\0{one}\nposts/b\0-\nposts/あ\0{two}\n"

    found = approved_content(
        {"posts/あ": "二".encode(), "posts/b": None, "posts/a": b"1"}
    )

    assert found == f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


class TestApprovedPosts:
    """The one door from a post to an approved post."""

    def parsed(self, text: str) -> Post:
        found = parse_post(POST, text.encode(), "Asia/Tokyo")
        assert isinstance(found, Post)
        return found

    def test_a_proof_of_these_bytes_opens_it(self, library: Library) -> None:
        library.introduce()
        library.approve({POST: with_image(), IMAGE: b"\xff"})
        found = proof(library.judged())
        blob = library.story.blob(b"\xff")

        passed = approve(found, self.parsed(with_image()), [blob])

        assert (passed.blob, passed.media_blobs) == (found.blob, (blob,))
        assert passed.approval == found.approval

    def test_without_approval_it_stays_shut(self, library: Library) -> None:
        library.introduce(**{POST: with_image(), IMAGE: b"\xff"})
        found = proof(library.judged())

        with pytest.raises(ValueError, match="is not approved"):
            approve(found, self.parsed(with_image()), [library.story.blob(b"\xff")])

    def test_other_media_do_not_pass(self, library: Library) -> None:
        library.introduce()
        library.approve({POST: with_image(), IMAGE: b"\xff"})
        found = proof(library.judged())

        with pytest.raises(ValueError, match="something else"):
            approve(found, self.parsed(with_image()), [BlobId("a" * 40)])
        with pytest.raises(ValueError, match="something else"):
            approve(found, self.parsed(with_image(file="b.jpg")), [found.media[0][1]])  # type: ignore[list-item]  # known to be there


def test_a_wide_space_of_a_title_stays() -> None:
    policy = settings()
    message = approval_message(
        Words("承認:\u3000休館"), policy, policy.people["kancho"]
    )

    assert message.split("\n")[0] == "承認:\u3000休館"
