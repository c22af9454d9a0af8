"""The service takes no pictures."""

import pytest

from tests.support.library import Library
from tests.support.library_files import post, text_of
from tests.support.picture_posts import ALT, beside, with_pictures
from tests.support.pictures import picture, quarters

PHOTO, PLAN = picture("JPEG"), picture("PNG")
NOTHING_DONE = ["200-page", "200-errors", "200-null", "200-list", "204"]
FILES = beside(a_jpg=PHOTO, b_png=PLAN)


def approve(library: Library, *others: str) -> None:
    library.approve(with_pictures("tenji", "a.jpg", "b.png"), *others, **FILES)


@pytest.mark.parametrize("route", ["upload", "metadata"])
@pytest.mark.parametrize("fault", ["500", "503", "429", "401", "402", "reset"])
def test_what_is_not_taken_now_goes_out_with_a_later_run(
    library: Library, fault: str, route: str
) -> None:
    approve(library)
    library.misbehave(fault, on=route)

    first = library.publish()
    events = library.events()
    second = library.publish(minutes=1)

    assert (first.code, first.states) == (5, {"tenji": "due"}), first
    assert events == {}, "a claim without need is a doubt in waiting"
    assert (second.code, second.states) == (0, {"tenji": "published"}), second
    assert library.pictures() == [[(PHOTO, ALT), (PLAN, ALT)]]
    assert library.asked("create") == 1


@pytest.mark.parametrize("route", ["upload", "metadata"])
def test_a_lost_answer_about_a_picture_is_no_doubt(
    library: Library, route: str
) -> None:
    approve(library)
    library.misbehave("accept-then-truncate", on=route)

    first, second = library.publish(), library.publish(minutes=1)

    assert (first.code, first.states) == (5, {"tenji": "due"}), first
    assert (second.code, library.sent()) == (0, [text_of("tenji")]), second


def test_a_picture_does_not_go_out_without_its_description(library: Library) -> None:
    approve(library)
    library.misbehave("503", on="metadata", times=9)

    runs = [library.publish(minutes=at) for at in range(3)]

    assert [run.code for run in runs] == [5, 5, 5]
    assert (library.sent(), library.asked("create")) == ([], 0)


@pytest.mark.parametrize("fault", [*NOTHING_DONE, "accept-without-id"])
def test_a_description_nobody_confirmed_holds_the_post_back(
    library: Library, fault: str
) -> None:
    approve(library)
    library.misbehave(fault, on="metadata")

    first = library.publish()
    unsent = library.asked("create")
    second = library.publish(minutes=1)

    assert (first.code, first.states, unsent) == (5, {"tenji": "due"}, 0), first
    assert (second.code, second.states) == (0, {"tenji": "published"}), second
    assert library.pictures() == [[(PHOTO, ALT), (PLAN, ALT)]]


def test_an_approved_picture_without_a_description_goes_nowhere(
    library: Library,
) -> None:
    library.approve(with_pictures("tenji", "a.jpg", alt=None), post("hoka"), **FILES)

    run = library.publish()

    assert (run.code, run.states["hoka"]) == (1, "published"), run
    assert "tenji" not in {name.partition(".")[0] for name in library.events()}
    assert "(alt)" in str(run), run
    assert library.asked("upload") == 0


def test_a_limit_on_pictures_holds_back_no_other_post(library: Library) -> None:
    library.approve(
        with_pictures("aaa", "a.jpg"),
        with_pictures("bbb", "b.png"),
        post("ccc"),
        **FILES,
    )
    library.misbehave("429", on="upload")

    run = library.publish()

    assert run.code == 5, run
    assert run.states == {"aaa": "due", "bbb": "due", "ccc": "published"}
    assert library.asked("upload") == 1


@pytest.mark.parametrize("fault", ["402", "403-permissions"])
def test_refused_credentials_end_the_account(library: Library, fault: str) -> None:
    library.approve(with_pictures("aaa", "a.jpg"), post("bbb"), **FILES)
    library.misbehave(fault, on="upload")

    run = library.publish()

    assert (run.code, run.states) == (5, {"aaa": "due", "bbb": "due"}), run
    assert library.asked("create") == 0


@pytest.mark.parametrize("fault", ["400", "403", "413", "415", "422"])
def test_a_refused_picture_stands_until_people_change_it(
    library: Library, fault: str
) -> None:
    approve(library)
    library.misbehave(fault, on="upload")

    first, second = library.publish(), library.publish(minutes=1)
    uploads = library.asked("upload")
    library.merge(dict(beside(a_jpg=picture("JPEG", quarters(80, 80)))))
    third = library.publish(minutes=2)

    assert (first.code, first.states) == (1, {"tenji": "rejected"}), first
    assert (second.code, second.states) == (1, {"tenji": "rejected"}), second
    assert uploads == 1, "a standing refusal is not asked for again"
    assert (third.code, third.states) == (0, {"tenji": "published"}), third
    assert library.asked("create") == 1
    events = list(library.events())
    assert events == [
        "tenji.x.1-claimed",
        "tenji.x.2-rejected",
        "tenji.x.3-claimed",
        "tenji.x.4-published",
    ]


def test_a_lost_reply_is_settled_with_everything_about_the_pictures(
    library: Library,
) -> None:
    approve(library)
    library.misbehave("accept-then-reset")

    run = library.publish()

    assert (run.code, run.states) == (0, {"tenji": "published"}), run
    receipt = library.events()["tenji.x.2-published"]
    assert receipt["settled_by"] == "read-back"
    sizes = [(one["width"], one["height"], one["size"]) for one in receipt["media"]]
    assert sizes == [(64, 48, len(PHOTO)), (64, 48, len(PLAN))]
    assert receipt["media"][0]["rights"]["basis"] == "職員撮影"


def test_a_doubt_that_a_person_settles_tells_of_the_pictures_too(
    library: Library,
) -> None:
    approve(library)
    library.misbehave("503")
    url = "https://x.com/example_lib/status/1234567890"

    doubt = library.publish()
    library.sns("resolve", "tenji", "x", "--published", url, "--by", "kancho")

    assert doubt.code == 6, doubt
    receipt = library.events()["tenji.x.3-published"]
    assert [one["size"] for one in receipt["media"]] == [len(PHOTO), len(PLAN)]
