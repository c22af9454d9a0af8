"""Posts with pictures, from the approval to the service and the archive."""

import hashlib
import io
import itertools
from pathlib import Path

import pytest
from PIL import Image

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import OPEN, text_of
from tests.support.picture_posts import ALT, FOLDER, beside, with_pictures
from tests.support.pictures import (
    GPS_WORDS,
    animation,
    corners,
    picture,
    quarters,
    telephone,
)

CHANGED = "changed-after-publication"
UPRIGHT = ["blue", "red", "white", "green"]
"""The corners of a picture that was stored turned by 90 degrees (orientation 6)."""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_a_photo_arrives_upright_and_without_its_place(library: Library) -> None:
    photo = telephone(orientation=6)
    library.approve(with_pictures("tenji", "tenji.jpg"), **beside(tenji_jpg=photo))

    run = library.publish()

    assert (run.code, run.states) == (0, {"tenji": "published"}), run
    ((received, alt),) = library.pictures()[0]
    assert alt == ALT
    assert not any(word in received for word in GPS_WORDS)
    with Image.open(io.BytesIO(received)) as shown:
        assert (shown.format, shown.size, len(shown.getexif())) == ("JPEG", (48, 64), 0)
    assert corners(received) == UPRIGHT
    assert library.sent() == [text_of("tenji")]


def test_the_archive_holds_the_bytes_sent_and_both_events_name_them(
    library: Library,
) -> None:
    library.approve(
        with_pictures("tenji", "tenji.jpg"), **beside(tenji_jpg=telephone(3))
    )
    library.publish()

    ((received, _),) = library.pictures()[0]
    digest = sha256(received)
    path = f"archive/media/{digest[:2]}/{digest}.jpg"
    events = library.events()
    claim, receipt = events["tenji.x.1-claimed"], events["tenji.x.2-published"]
    frozen = {
        "path": f"{FOLDER}/tenji.jpg",
        "sha256": digest,
        "mime": "image/jpeg",
        "alt": ALT,
    }
    assert library.archived(path) == received
    assert claim["payload"]["media"] == [frozen]
    blob = git(library.story.remote, "rev-parse", f"main:{FOLDER}/tenji.jpg")
    assert claim["media"][0]["blob"] == blob.decode().strip()
    assert receipt["media"] == [
        {
            **frozen,
            "size": len(received),
            "width": 64,
            "height": 48,
            "kind": None,
            "rights": {"holder": "市立図書館", "basis": "職員撮影"},
        }
    ]


def test_the_picture_comes_to_main_with_the_claim(library: Library) -> None:
    library.approve(with_pictures("tenji", "a.png"), **beside(a_png=picture("PNG")))
    library.publish()

    claim = "archive/2036/06/tenji.x.1-claimed.json"
    remote = library.story.remote
    (commit,) = git(remote, "log", "--format=%H", "main", "--", claim).decode().split()
    names = git(remote, "show", "--name-only", "--format=", commit).decode().split()
    assert [name for name in names if name.startswith("archive/media/")]


def test_four_pictures_go_out_in_their_order_untouched(library: Library) -> None:
    files = {
        "a_jpg": picture("JPEG"),
        "b_png": picture("PNG", quarters(40, 40)),
        "c_webp": picture("WEBP", quarters(50, 30)),
        "d_jpeg": picture("JPEG", quarters(30, 50)),
    }
    names = [".".join(name.rsplit("_", 1)) for name in files]
    library.approve(with_pictures("tenji", *names), **beside(**files))

    run = library.publish()

    assert run.code == 0, run
    assert [content for content, _ in library.pictures()[0]] == list(files.values())
    library.fsck()


@pytest.mark.parametrize("moving", [False, True], ids=["still", "moving"])
def test_a_gif_goes_out_alone(library: Library, *, moving: bool) -> None:
    content = animation() if moving else picture("GIF")
    library.approve(with_pictures("ugoku", "ugoku.gif"), **beside(ugoku_gif=content))

    run = library.publish()

    assert run.code == 0, run
    assert library.pictures() == [[(content, ALT)]]


def test_one_picture_of_two_posts_is_archived_once(library: Library) -> None:
    shared = beside(a_png=picture("PNG"))
    library.approve(
        with_pictures("one", "a.png"), with_pictures("two", "a.png"), **shared
    )

    run = library.publish()

    assert run.code == 0, run
    listed = git(library.story.remote, "ls-tree", "-r", "--name-only", "main")
    kept = [one for one in listed.decode().split() if one.startswith("archive/media/")]
    assert len(kept) == 1
    assert len(library.pictures()) == 2


BIG = picture("PNG", Image.effect_noise((2400, 2400), 90))
WRONG = {
    "text": ("a.jpg", "これは文です。\n".encode(), "TEXT"),
    "other-name": ("a.png", picture("JPEG"), "JPEG"),
    "vector": ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
    "too-large": ("a.png", BIG, "5 MB"),
    "cut-off": ("a.jpg", picture("JPEG")[:-200], "壊れ"),
    "moving": ("a.webp", animation(kind="WEBP"), "WEBP"),
    "name": ("a.heic", b"\0\0\0\x18ftypheic", "JPEG"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_sent_is_said_and_nothing_goes_out(
    library: Library, case: str
) -> None:
    file, content, word = WRONG[case]
    library.approve(
        with_pictures("warui", file),
        with_pictures("yoi", "yoi.png"),
        **{f"{FOLDER}/{file}": content},
        **beside(yoi_png=picture("PNG")),
    )

    first, second = library.publish(), library.publish(minutes=1)

    assert (first.code, first.states) == (1, {"warui": "blocked", "yoi": "published"})
    assert second.states == {"warui": "blocked"}
    assert word in (first.reasons["warui"] or "")
    assert file in (first.reasons["warui"] or "")
    assert library.sent() == [text_of("yoi")]
    assert "warui.x.1-claimed" not in library.events()


def test_other_bytes_under_the_same_name_in_the_archive_stop_the_run(
    library: Library,
) -> None:
    content = picture("PNG")
    digest = sha256(content)
    taken = {f"archive/media/{digest[:2]}/{digest}.png": b"something else"}
    library.push(taken, library.robot, "Record", signed=True, trailers=[])
    library.approve(with_pictures("tenji", "a.png"), **beside(a_png=content))

    run = library.publish()

    assert (run.code, run.notes) == (4, ["archive-path-taken"]), run
    assert (library.sent(), library.asked("create")) == ([], 0)


def test_five_pictures_are_one_too_many(library: Library) -> None:
    names = [f"p{number}.png" for number in range(5)]
    files = {f"{FOLDER}/{one}": picture("PNG") for one in names}
    library.approve(with_pictures("ooi", *names), **files)

    run = library.publish()

    assert (run.code, run.states) == (1, {"ooi": "blocked"}), run
    assert (library.sent(), library.asked("upload")) == ([], 0)


@pytest.mark.parametrize("listed", [True, False])
def test_a_picture_in_the_text_goes_out_if_it_is_listed(
    library: Library, *, listed: bool
) -> None:
    body = "展示中です。\n\n![地図](a.png)"
    names = ("a.png",) if listed else ()
    library.approve(
        with_pictures("tenji", *names, body=body), **beside(a_png=picture("PNG"))
    )

    run = library.publish()

    assert run.states == {"tenji": "published" if listed else "blocked"}, run
    assert library.sent() == (["展示中です。"] if listed else [])
    assert [len(one) for one in library.pictures()] == ([1] if listed else [])


def test_a_picture_replaced_without_approval_does_not_go_out(library: Library) -> None:
    library.approve(with_pictures("tenji", "a.png"), **beside(a_png=picture("PNG")))
    library.push(dict(beside(a_png=picture("PNG", quarters(99, 99)))))

    run = library.publish()

    assert (run.code, library.sent()) == (0, []), run
    assert run.json["unapproved"] == [f"{FOLDER}/tenji.md"]
    assert library.asked("upload") == 0


def test_a_run_that_sends_nothing_reads_no_picture(library: Library) -> None:
    files = beside(a_png=picture("PNG", Image.effect_noise((300, 300), 50)))
    library.approve(
        with_pictures("ato", "a.png", publish_at='"2036-06-03 12:00"'), **files
    )
    clone = library.story.ci_clone("lean", library.introduction)

    waiting = library.publish(repo=clone)
    lean = _holds_picture(library, clone)
    sent = library.publish(repo=clone, at=OPEN.replace(hour=13))

    assert (waiting.states, lean) == ({"ato": "waiting"}, False), waiting
    assert sent.states == {"ato": "published"}, sent
    assert _holds_picture(library, clone)


def _holds_picture(library: Library, clone: Path) -> bool:
    blob = git(library.story.remote, "rev-parse", f"main:{FOLDER}/a.png")
    held = git(clone, "cat-file", "--batch-all-objects", "--batch-check")
    return blob.decode().strip() in held.decode()


def test_a_picture_changed_after_it_went_out_is_told(library: Library) -> None:
    files = beside(a_jpg=picture("JPEG"))
    library.approve(with_pictures("tenji", "a.jpg"), **files)
    assert library.publish().code == 0

    def told() -> list[object]:
        clone = library.story.clone(f"look-{next(number)}")
        when = ("--format", "json", "--at", OPEN.isoformat())
        run = library.sns("lint", *when, repo=clone)
        rules = [one["rule"] for one in run.json["findings"]]
        status = library.sns("status", *when, repo=clone)
        (post,) = status.json["posts"]
        return [*(one for one in rules if one == CHANGED), post["reason"] or {}]

    number = itertools.count()
    before = told()
    library.merge(dict(beside(a_jpg=picture("JPEG", quarters(80, 80)))))
    after = told()

    assert before == [{}]
    assert after[0] == CHANGED
    assert "sns correct tenji" in str(after[1])
    assert library.publish(minutes=1).code == 0
    assert library.asked("create") == 1
