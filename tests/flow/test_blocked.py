"""A refused change outside posts/ stops everything until it is put right."""

import pytest

from tests.support.library import Library
from tests.support.library_files import post, text_of

FORGED = "archive/2036/06/ohanashi.x.1-claimed.json"


@pytest.mark.parametrize("path", ["sns.toml", FORGED, "README.md", ".github/x.yml"])
def test_a_refused_change_stops_everything_until_it_is_repaired(
    library: Library, path: str
) -> None:
    library.approve(post("ohanashi"))
    settings = library.settings("\n# 勝手な変更\n")
    library.push({path: settings if path == "sns.toml" else "{}"})

    blocked = library.publish()
    repaired = library.settings("\n# 直しました\n") if path == "sns.toml" else None
    library.push({path: repaired}, library.kancho, signed=True)
    run = library.publish()

    assert blocked.code == 4, blocked
    assert blocked.notes == ["publishing-blocked"]
    assert path in blocked.out
    assert run.code == 0, run
    assert library.sent() == [text_of("ohanashi")]
    assert library.sns("authenticate", repo=library.story.remote).code == 0


def test_rights_that_somebody_gave_to_himself_are_none(library: Library) -> None:
    rogue = library.settings().replace(
        library.kancho.public_key, library.tanto.public_key
    )
    library.push({"sns.toml": rogue}, library.tanto, signed=True)
    library.merge({"posts/2036/06/own.md": post("own")}, by=library.tanto)

    run = library.publish()

    assert (run.code, library.asked("create")) == (4, 0), run


def test_the_publisher_may_not_change_posts(library: Library) -> None:
    library.push({"posts/2036/06/own.md": post("own")}, library.robot, signed=True)

    run = library.publish()

    assert (run.code, run.json["unapproved"]) == (0, ["posts/2036/06/own.md"]), run
    assert library.sent() == []


def test_main_rewritten_behind_the_introduction_is_refused(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.story.commit({"posts/2036/06/a.md": post("other")}, parents=())

    run = library.publish()

    assert (run.code, library.asked("create")) == (4, 0), run
