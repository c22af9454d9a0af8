"""Somebody else moves main between a director's look and the answer."""

from tests.flow.overtaken import overtaken
from tests.flow.people import by_director, in_force, public_file, somebody
from tests.support.library import Library
from tests.support.library_files import post, post_path


def add(library: Library, key: str) -> tuple[str, ...]:
    person = somebody(key)
    line = ("--public-key", public_file(library, person))
    return ("people", "add", key, f"{person.name} <{person.email}>", *line)


def approve_another(library: Library) -> None:
    library.approve(post("betsu"))
    library.story.flush()


def test_an_approval_is_made_anew_on_what_main_has_become(library: Library) -> None:
    text = post("hanami")
    library.story.branch("hanami", {post_path(text): text}, library.tanto)
    library.story.flush()

    run = overtaken(library, lambda: approve_another(library), "approve", "hanami")

    assert run.code == 0, run
    library.story.refresh()
    assert library.publish(minutes=120).code == 0
    assert len(library.sent()) == 2


def test_a_change_is_made_anew_where_it_is_still_the_same(library: Library) -> None:
    run = overtaken(library, lambda: approve_another(library), *add(library, "shin"))

    assert run.code == 0, run
    assert "shin" in in_force(library).people


def test_a_change_that_is_not_what_was_shown_is_not_made(library: Library) -> None:
    def other() -> None:
        assert by_director(library, *add(library, "betsu")).code == 0

    run = overtaken(library, other, *add(library, "shin"))

    assert run.code != 0, run
    assert "betsu" in in_force(library).people
    assert "shin" not in in_force(library).people
