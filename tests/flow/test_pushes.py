"""The remote refuses, loses or withholds what the publisher pushes."""

from tests.support.library import Library
from tests.support.library_files import post, text_of

REFUSE_ARCHIVE = """
git diff --name-only "$2" "$3" | grep -q '^archive/' || exit 0
echo 'archive/ is protected' >&2
exit 1
"""
REFUSE_RECEIPTS = """
git diff --name-only "$2" "$3" | grep -q -e '-published' || exit 0
echo 'no receipts please' >&2
exit 1
"""


def test_a_remote_that_refuses_claims_gets_nothing_sent(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    before = library.tip()

    for name, script in (("pre-receive", "exit 1"), ("update", REFUSE_ARCHIVE)):
        library.hook(name, script)
        run = library.publish()
        library.hook(name, "")
        assert run.code == 4, run
        assert run.notes == ["push-refused"]
        assert (library.asked("create"), library.tip()) == (0, before)
    assert "archive/ is protected" in run.out
    assert library.publish().code == 0
    assert len(library.sent()) == 2


def test_claims_whose_answer_is_lost_are_recognised(library: Library) -> None:
    """The remote has moved main and dies before it can say so."""
    library.approve(post("ohanashi"), post("kyukan"))
    library.hook("reference-transaction", '[ "$1" != committed ] || kill -9 $PPID')

    run = library.publish()

    assert run.code == 0, run
    assert run.states == {"ohanashi": "published", "kyukan": "published"}
    assert sorted(library.sent()) == [text_of("kyukan"), text_of("ohanashi")]
    assert list(library.events()) == [
        "kyukan.x.1-claimed",
        "kyukan.x.2-published",
        "ohanashi.x.1-claimed",
        "ohanashi.x.2-published",
    ]
    library.fsck()


def test_a_receipt_that_cannot_be_written_is_told_and_written_later(
    library: Library,
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    library.hook("update", REFUSE_RECEIPTS)

    run = library.publish()
    library.hook("update", "")
    later = library.publish(minutes=1)

    assert run.code == 4, run
    assert "push-refused" in run.notes
    url = next(one["url"] for one in run.json["deliveries"] if one["url"])
    assert url.startswith("https://x.com/example_lib/status/")
    assert later.code == 0, later
    assert sorted(library.sent()) == [text_of("kyukan"), text_of("ohanashi")]


def test_without_the_remote_nothing_is_sent(library: Library) -> None:
    library.approve(post("ohanashi"))
    away = library.story.remote.rename(library.folder / "away.git")

    gone = library.publish()
    away.rename(library.story.remote)
    back = library.publish()

    assert (gone.code, library.asked("create")) == (4, 1), gone
    assert back.code == 0, back


def test_one_push_carries_a_receipt_and_the_next_claim(library: Library) -> None:
    library.approve(*(post(f"post-{number}") for number in range(4)))
    log = library.folder / "pushes"
    library.hook("post-receive", f"cat >> '{log}'")

    run = library.publish()

    assert run.code == 0, run
    assert len(log.read_text().splitlines()) == 5
