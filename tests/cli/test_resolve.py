"""``sns resolve`` as it is typed: a person settles what is in doubt."""

from pathlib import Path

import pytest

from tests.support.git_people import Person
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run, finish

URL = "https://x.com/example_lib/status/1234567890"


@pytest.fixture
def doubtful(library: Library) -> Library:
    """A library where ``ohanashi`` is in doubt and ``kyukan`` was published."""
    library.approve(post("kyukan"), post("ohanashi"))
    library.misbehave("503", times=1, on="create")
    library.approve(post("a-first"))
    run = library.publish()
    assert run.states["a-first"] == "in-doubt", run
    return library


def resolve(library: Library, *arguments: str, **variables: str | None) -> Run:
    return library.sns("resolve", *arguments, **variables)


def key_file(library: Library, person: Person) -> str:
    path = library.folder / f"{person.key}-key"
    path.write_text(person.private_key)
    return str(path)


def test_both_answers_can_be_recorded_and_are_reported(doubtful: Library) -> None:
    run = finish(
        doubtful.start("resolve", "a-first", "x", "--published", URL, "--by", "kancho")
    )
    again = resolve(doubtful, "a-first", "x", "--not-sent")

    assert run.code == 0, run
    assert run.out.startswith(f"a-first → x: 公開しました {URL}")
    assert again.code == 1, again
    assert "状態は「公開しました」" in again.err
    event = doubtful.events()["a-first.x.3-published"]
    assert (event["by"], event["settled_by"], event["url"]) == ("kancho", "person", URL)


@pytest.mark.parametrize(
    ("post_id", "account"),
    [("nothing", "x"), ("a-first", "y"), ("kyukan", "x"), ("../x", "x")],
)
@pytest.mark.parametrize("answer", [("--not-sent",), ("--published", URL)])
def test_only_what_is_in_doubt_can_be_resolved(
    doubtful: Library, post_id: str, account: str, answer: tuple[str, ...]
) -> None:
    before = doubtful.tip()

    run = resolve(doubtful, post_id, account, *answer)

    assert (run.code, run.out, doubtful.tip()) == (1, "", before), run
    assert post_id in run.err


@pytest.mark.parametrize(
    "url",
    [
        "",
        "1234567890",
        "x.com/example_lib/status/1234567890",
        "https://x.com/",
        "https://x.com/example_lib",
        "https://x.com/example_lib/status/",
        "https://x.com/example_lib/status/12345 67890",
        "javascript://x.com/status/1234567890",
        "https://x.com/example_lib/status/1234567890\n::error::",
    ],
)
def test_only_the_address_of_a_post_is_taken(doubtful: Library, url: str) -> None:
    before = doubtful.tip()

    run = resolve(doubtful, "a-first", "x", "--published", url)

    assert run.code in {1, 2}, run
    assert doubtful.tip() == before


@pytest.mark.parametrize("answer", [(), ("--not-sent", "--published", URL)])
def test_exactly_one_answer_is_wanted(
    doubtful: Library, answer: tuple[str, ...]
) -> None:
    before = doubtful.tip()

    assert resolve(doubtful, "a-first", "x", *answer).code == 2
    assert doubtful.tip() == before


def test_the_directors_key_serves_without_the_publishers(doubtful: Library) -> None:
    key = key_file(doubtful, doubtful.kancho)

    run = resolve(
        doubtful, "a-first", "x", "--not-sent", "--key", key, SNS_PUBLISHER_KEY=None
    )
    sent = doubtful.publish(minutes=1)

    assert run.code == 0, run
    assert doubtful.events()["a-first.x.3-not-sent"]["by"] == "kancho"
    assert (sent.code, sent.states) == (0, {"a-first": "published"}), sent


def test_staff_cannot_resolve(doubtful: Library) -> None:
    key = key_file(doubtful, doubtful.tanto)
    before = doubtful.tip()

    run = resolve(
        doubtful, "a-first", "x", "--not-sent", "--key", key, SNS_PUBLISHER_KEY=None
    )

    assert (run.code, doubtful.tip()) == (4, before), run


def test_without_a_key_it_shows_what_it_would_write(doubtful: Library) -> None:
    before = doubtful.tip()

    run = resolve(doubtful, "a-first", "x", "--not-sent", SNS_PUBLISHER_KEY=None)

    assert (run.code, doubtful.tip()) == (4, before), run
    assert "a-first.x.3-not-sent.json" in run.out + run.err


def test_a_blocked_library_is_put_right_first(doubtful: Library) -> None:
    doubtful.push({"README.md": "勝手な変更"})
    before = doubtful.tip()

    run = resolve(doubtful, "a-first", "x", "--not-sent")

    assert (run.code, doubtful.tip()) == (4, before), run


def test_a_race_with_another_change_is_run_again(doubtful: Library) -> None:
    """The remote moves while the answer is on its way."""
    hook = Path(doubtful.story.remote) / "raced"
    doubtful.hook(
        "pre-receive",
        f"""
[ -e '{hook}' ] && exit 0
touch '{hook}'
unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@x GIT_COMMITTER_NAME=x
export GIT_COMMITTER_EMAIL=x@x
new=$(git commit-tree -p main -m 空 'main^{{tree}}')
git update-ref refs/heads/main "$new"
""",
    )

    run = resolve(doubtful, "a-first", "x", "--not-sent")

    assert run.code == 0, run
    assert "a-first.x.3-not-sent" in doubtful.events()


def test_only_people_of_the_library_decide(doubtful: Library) -> None:
    before = doubtful.tip()

    run = resolve(doubtful, "a-first", "x", "--not-sent", "--by", "ghost")

    assert run.code == 2
    assert "kancho" in run.err
    assert doubtful.tip() == before
