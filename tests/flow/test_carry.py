"""The host was down, an office copy published: ``sns carry`` takes the records home."""

import pytest

from tests.support.git_command import git
from tests.support.git_story import Content
from tests.support.library import Library
from tests.support.library_files import post, text_of
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture
from tests.support.runs import Run

KINKYU = post("kinkyu", category="emergency")


class Office:
    """A bare copy in which the emergency is approved, and a clone that works on it."""

    def __init__(self, library: Library, *posts: str, **files: Content) -> None:
        host = library.story.remote
        before = library.tip()
        library.approve(*posts, **files)
        library.story.flush()
        self.copy = library.folder / "office.git"
        git(library.folder, "clone", "-q", "--bare", str(host), str(self.copy))
        git(self.copy, "config", "uploadpack.allowFilter", "true")
        self.city = library.folder / "city"
        git(library.folder, "clone", "-q", str(self.copy), str(self.city))
        # The host never saw any of it.
        git(host, "update-ref", "refs/heads/main", before)
        library.story.refresh()
        git(library.clone, "remote", "add", "office", str(self.copy))


def carry(library: Library) -> Run:
    return library.sns("carry", "office", "--format", "json")


def names(library: Library) -> list[str]:
    return sorted(library.events())


def test_what_the_office_published_comes_home_and_never_goes_out_again(
    library: Library,
) -> None:
    office = Office(library, KINKYU, post("ato"))
    sent = library.publish("--post", "kinkyu", repo=office.city)
    assert sent.states == {"kinkyu": "published"}, sent

    run = carry(library)
    again = carry(library)
    library.approve(KINKYU)
    later = library.publish(minutes=60)

    assert (run.code, run.states) == (0, {"kinkyu": "published"}), run
    assert names(library) == ["kinkyu.x.1-claimed", "kinkyu.x.2-published"]
    assert (again.code, again.notes) == (0, ["carry-nothing"]), again
    assert (later.code, later.states) == (0, {}), later
    assert library.sent() == [text_of("kinkyu")]
    assert library.sns("authenticate", repo=library.story.remote).code == 0
    library.fsck()


def test_what_the_host_did_meanwhile_stays(library: Library) -> None:
    office = Office(library, KINKYU)
    library.publish("--post", "kinkyu", repo=office.city)
    library.approve(post("ohanashi"))
    library.publish()

    run = carry(library)

    assert run.code == 0, run
    assert len(names(library)) == 4
    library.approve(KINKYU)
    assert library.publish(minutes=60).states == {}
    assert library.sent() == [text_of("kinkyu"), text_of("ohanashi")]


def test_what_the_host_tried_with_void_credentials_is_gone_on_from(
    library: Library,
) -> None:
    office = Office(library, KINKYU)
    library.publish("--post", "kinkyu", repo=office.city)
    library.approve(KINKYU)
    library.misbehave("401")
    fenced = library.publish(minutes=1)
    assert (fenced.code, fenced.states) == (5, {"kinkyu": "not-sent"}), fenced

    run = carry(library)
    again = carry(library)
    later = library.publish(minutes=60)

    assert (run.code, run.states) == (0, {"kinkyu": "published"}), run
    assert names(library) == [
        "kinkyu.x.1-claimed",
        "kinkyu.x.2-not-sent",
        "kinkyu.x.3-claimed",
        "kinkyu.x.4-published",
    ]
    assert [one["n"] for one in library.events().values()] == [1, 2, 3, 4]
    assert again.notes == ["carry-nothing"], again
    assert (later.code, later.states) == (0, {}), later
    assert library.sent() == [text_of("kinkyu")]


@pytest.mark.parametrize(("fault", "here"), [("503", "in-doubt"), (None, "published")])
def test_where_both_may_have_sent_nothing_is_written_and_people_look(
    library: Library, fault: str | None, here: str
) -> None:
    office = Office(library, KINKYU, post("ato"))
    library.publish(repo=office.city)
    library.approve(KINKYU)
    if fault:
        library.misbehave(fault)
        library.misbehave("timeline-empty", times=3)
    made = library.publish(minutes=1)
    assert made.states == {"kinkyu": here}, made
    before = library.tip()

    run = carry(library)

    assert (run.code, run.notes) == (6, ["carry-stopped"]), run
    assert set(run.states) == {"kinkyu"}
    assert library.tip() == before


def test_a_doubt_comes_home_as_a_doubt(library: Library) -> None:
    office = Office(library, KINKYU)
    library.misbehave("503")
    library.publish("--post", "kinkyu", repo=office.city)

    run = carry(library)
    library.approve(KINKYU)
    later = library.publish(minutes=60)

    assert (run.code, run.states) == (6, {"kinkyu": "in-doubt"}), run
    assert (later.code, later.states) == (6, {"kinkyu": "in-doubt"}), later
    assert library.asked("create") == 1


def test_pictures_come_home_with_their_records(library: Library) -> None:
    shown = beside(tenji_png=picture("PNG"))
    office = Office(library, with_pictures("kinkyu", "tenji.png"), **shown)
    assert library.publish("--post", "kinkyu", repo=office.city).code == 0

    run = carry(library)

    assert run.code == 0, run
    (media,) = library.events()["kinkyu.x.2-published"]["media"]
    listed = git(library.story.remote, "ls-tree", "-r", "--name-only", "main")
    assert media["sha256"] in listed.decode()


def test_without_the_key_nothing_is_written(library: Library) -> None:
    office = Office(library, KINKYU)
    library.publish("--post", "kinkyu", repo=office.city)

    run = library.sns("carry", "office", SNS_PUBLISHER_KEY=None)

    assert (run.code, run.out, names(library)) == (4, "", []), run


def test_what_nobody_entitled_recorded_does_not_come_home(library: Library) -> None:
    office = Office(library, KINKYU)
    library.publish("--post", "kinkyu", repo=office.city)
    forged = office.city / "archive/2036/06/x-y-z.x.1-claimed.json"
    git(office.city, "pull", "-q")
    forged.parent.mkdir(parents=True, exist_ok=True)
    forged.write_text("{}\n")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.jp")
    git(office.city, "add", "-A")
    git(office.city, *who, "commit", "-qm", "forged")
    git(office.city, "push", "-q", "origin", "HEAD:main")

    run = carry(library)

    assert (run.code, run.out, names(library)) == (1, "", []), run
    assert "office" in run.err


@pytest.mark.parametrize("name", ["nowhere", "--all", "https://git.example.jp/x.git"])
def test_a_place_that_is_not_there_is_said(library: Library, name: str) -> None:
    run = library.sns("carry", "--", name)

    assert (run.code, run.out) == (4, ""), run
    assert run.err.count("\n") == 1
