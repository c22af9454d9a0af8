"""A run that must not start says so and sends nothing."""

import pytest

from tests.support.git_people import make_person
from tests.support.library import Library
from tests.support.library_files import post, x_variables
from tests.support.runs import Run

STRANGER = make_person("stranger", "publisher").private_key
SECRET = "SNS_X_ACCESS_TOKEN_SECRET"


@pytest.fixture
def ready(library: Library) -> Library:
    library.approve(post("ohanashi"))
    return library


def assert_nothing_done(run: Run, library: Library, code: int) -> None:
    assert run.code == code, run
    assert library.asked("create") == 0
    assert library.events() == {}


def test_another_account_than_the_librarys_is_not_used(ready: Library) -> None:
    ready.misbehave("wrong-account", on="me")

    run = ready.publish()

    assert_nothing_done(run, ready, 4)
    assert "someone_else" in (run.reasons["ohanashi"] or "")


@pytest.mark.parametrize("seconds", [130, -130])
def test_a_clock_that_is_off_sends_nothing(ready: Library, seconds: int) -> None:
    ready.misbehave("wrong-clock", on="me", seconds=seconds)

    run = ready.publish()

    assert_nothing_done(run, ready, 4)
    assert run.notes == ["clock-off"]


def test_a_clock_that_is_a_little_off_is_good_enough(ready: Library) -> None:
    ready.misbehave("wrong-clock", on="me", seconds=60)

    assert ready.publish().states == {"ohanashi": "published"}


@pytest.mark.parametrize(
    "base",
    [
        "http://192.0.2.1:8765",
        "https://api.example.com",
        "http://127.0.0.1@192.0.2.1",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1:8765/path",
        "file:///etc/passwd",
    ],
)
def test_credentials_are_shown_to_nobody_else(ready: Library, base: str) -> None:
    run = ready.publish(SNS_X_API_BASE=base)

    assert_nothing_done(run, ready, 4)
    assert ready.asked("me") == 0
    assert "SNS_X_API_BASE" in (run.reasons["ohanashi"] or "")


@pytest.mark.parametrize("missing", [*x_variables("x", None)])
def test_missing_credentials_are_named(ready: Library, missing: str) -> None:
    run = ready.publish(**{missing: None})

    assert_nothing_done(run, ready, 4)
    assert missing in (run.reasons["ohanashi"] or "")


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (None, "publisher-key-missing"),
        ("", "publisher-key-missing"),
        (STRANGER, "publisher-key-unknown"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nxx", "key-invalid"),
    ],
)
def test_without_the_publishers_key_nothing_is_sent(
    ready: Library, key: str | None, code: str
) -> None:
    run = ready.publish(SNS_PUBLISHER_KEY=key)

    assert_nothing_done(run, ready, 4)
    assert run.notes == [code]


def test_the_directors_key_is_not_the_publishers(ready: Library) -> None:
    run = ready.publish(SNS_PUBLISHER_KEY=ready.kancho.private_key)

    assert_nothing_done(run, ready, 4)


def test_without_anything_to_write_no_key_is_needed(library: Library) -> None:
    run = library.publish(SNS_PUBLISHER_KEY=None, **{SECRET: None})

    assert (run.code, run.states) == (0, {}), run


def test_a_moved_clock_is_for_this_machine_only(ready: Library) -> None:
    run = ready.publish(SNS_X_API_BASE=None)

    assert_nothing_done(run, ready, 2)
    assert ready.publish("--dry-run", SNS_X_API_BASE=None).code == 0


def test_an_account_that_is_not_there_is_a_slip_of_the_pen(ready: Library) -> None:
    run = ready.publish("--account", "z")

    assert_nothing_done(run, ready, 2)
    assert "z" in run.err


@pytest.mark.parametrize(
    ("pin", "code"), [("f" * 40, 4), ("main", 4), ("f" * 39, 4), ("", 0)]
)
def test_trust_starts_where_it_was_pinned(ready: Library, pin: str, code: int) -> None:
    run = ready.publish("--dry-run", SNS_INTRODUCTION=pin)

    assert_nothing_done(run, ready, code)
    assert "SNS_INTRODUCTION" in run.err or pin == "f" * 40


@pytest.mark.parametrize(
    ("status", "code"), [("429", 5), ("500", 5), ("401", 5), ("402", 5), ("403", 4)]
)
def test_a_service_that_does_not_say_whose_account_it_is_gets_nothing(
    ready: Library, status: str, code: int
) -> None:
    ready.misbehave(status, on="me")

    run = ready.publish()

    assert_nothing_done(run, ready, code)
    assert run.states == {"ohanashi": "due"}


@pytest.mark.parametrize("change", ["strip", "crlf", "spaces"])
def test_a_key_that_passed_through_a_web_form_is_good_enough(
    ready: Library, change: str
) -> None:
    key = ready.robot.private_key
    changed = {
        "strip": key.strip(),
        "crlf": key.replace("\n", "\r\n"),
        "spaces": f"\n  {key}\n\n",
    }

    run = ready.publish(SNS_PUBLISHER_KEY=changed[change])

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run


def test_a_handle_may_be_written_with_its_sign(ready: Library) -> None:
    ready.change_settings(ready.settings().replace('"example_lib"', '"@Example_Lib"'))

    run = ready.publish()

    assert (run.code, run.states) == (0, {"ohanashi": "published"}), run
