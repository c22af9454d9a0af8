"""No command shows a secret anywhere, whatever it meets.

Every command there is runs with known false secrets: where all is well and the remote's
hooks pry, where every server repeats what it was sent, and where the remote is out of
reach behind an address with a password. Then every fault of the service. What is
searched is said in ``tests/support/canaries.py``.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from sns_cli.adapters.rehearsal.faults import FAULTS
from tests.cli.calls import CALLS, arguments
from tests.support.canaries import (
    HOST,
    PASSWORD,
    SECRETS,
    VARIABLES,
    forms,
    found,
    prying,
    with_canaries,
)
from tests.support.forks import run_forked
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import HANDLE, post, publishing
from tests.support.raw_server import RawServer, http

Variables = Mapping[str, str | None]
MORE = {
    "publish": publishing(60, None, "-v"),
    "publish github": ("publish", "--format", "github"),
    "verify": ("-v", "verify", "--format", "json", "--at", "2036-06-03T12:00+09:00"),
    "verify github": ("verify", "--format", "github"),
    "resolve": ("-v", "resolve", "tenji", "x", "--not-sent"),
    "authenticate": ("-v", "authenticate", "--format", "github"),
    "status": ("status", "--format", "json"),
    "lint": ("lint", "--format", "github"),
    "no command": ("-v", "sned"),
}
ENDS_THE_RUN = ("401", "402", "wrong-account", "wrong-clock", "hang")
ONES_OWN = ("kancho-key", "publisher-key")
"""Files with a key that a person keeps."""


@pytest.fixture
def watched(library: Library) -> Library:
    """A library whose service knows the false secrets; posts are out, and open."""
    with_canaries(library)
    library.approve(post("ohanashi"), post("tenji"))
    library.misbehave("503")
    assert library.publish(**VARIABLES, SNS_X_API_BASE=base(library)).code == 6
    library.approve(post("kyukan"))
    proposed = {"posts/2036/06/kikaku.md": post("kikaku")}
    library.story.branch("an", proposed, library.tanto)
    library.story.flush()
    git(library.clone, "pull", "--quiet", "origin", "main")
    return library


def base(library: Library) -> str:
    return library.servers["x"].api_base


def run_all(library: Library, **variables: str | None) -> Iterator[tuple[str, str]]:
    """Run every command; yield what each said, the pages of the job included."""
    summary = library.folder / "summary"
    known = {**VARIABLES, "GITHUB_STEP_SUMMARY": str(summary), **variables}
    environment = library.environment(**known)
    calls = {name: ("-v", *arguments(call, library)) for name, call in CALLS.items()}
    calls |= {f"once more {name}": typed for name, typed in MORE.items()}
    for name, typed in calls.items():
        children = library.folder / "children"
        run = run_forked(typed, environment, library.clone, children=children)
        assert run.code in {0, 1, 2, 4, 5, 6}, (name, run)
        yield name, run.out + run.err
    assert summary.read_text()


def own_keys(library: Library) -> list[Path]:
    return [library.folder / name for name in ONES_OWN]


def test_the_search_itself_would_find_every_secret(library: Library) -> None:
    held = [library.robot.private_key, library.kancho.private_key, *SECRETS]
    said = [("key", one.replace("\n", "")) for one in held]

    places = found(library, said)

    assert len(places) >= 2 + 3 * len(SECRETS)
    for one in SECRETS:
        for form in (one[::-1], one[len(one) // 2 :], one.encode().hex()):
            assert found(library, [("x", f"abc{form}def")])


def test_no_command_tells_hooks_that_pry(watched: Library) -> None:
    seen = prying(watched)

    said = list(run_all(watched, SNS_X_API_BASE=base(watched)))

    assert found(watched, said, *own_keys(watched)) == []
    told = (watched.folder / "children").read_text()
    assert told.count("\n") > 2 * len(CALLS)
    assert "'push'" in told
    for notes in (seen.read_text(), told):
        assert "PATH" in notes
        assert "SNS_" not in notes
        assert "GITHUB_TOKEN" not in notes


def echo(request: bytes) -> bytes:
    """Say who we are; refuse everything else, with all that was sent."""
    if b"/2/users/me" in request:
        me = {"data": {"id": "1", "name": "n", "username": HANDLE}}
        return http("200 OK", json.dumps(me).encode(), f"X-Echo: {line(request)}")
    sent = request.decode("utf-8", "replace")
    body = json.dumps({"title": sent, "detail": sent, "message": sent})
    return http("403 Forbidden", body.encode(), f"X-Echo: {line(request)}")


def line(request: bytes) -> str:
    return request.decode("latin-1").replace("\r\n", " ")


def test_no_command_repeats_what_servers_echo(watched: Library) -> None:
    watched.hook("update", "env >&2; exit 1")

    with RawServer(*[echo] * 500) as server:
        variables = {"SNS_X_API_BASE": server.base, "GITHUB_API_URL": server.base}
        said = list(run_all(watched, **variables))
        # Against the service, which takes --at; nobody may tell of a shifted run.
        sent = watched.sns("publish", **{**VARIABLES, **variables})
        asked = b"".join(server.requests)

    assert found(watched, [*said, ("now", str(sent))], *own_keys(watched)) == []
    assert SECRETS[2].encode() in asked
    assert HOST["GITHUB_TOKEN"].encode() in asked


def test_no_command_tells_of_an_address_with_a_password(watched: Library) -> None:
    address = f"http://kokai:{PASSWORD}@127.0.0.1:9/city/library.git"
    git(watched.clone, "remote", "set-url", "origin", address)

    said = list(run_all(watched, SNS_X_API_BASE=base(watched)))

    settings = watched.clone / ".git" / "config"
    assert found(watched, said, settings, *own_keys(watched)) == []


def test_no_fault_of_the_service_brings_a_secret_out(watched: Library) -> None:
    seen = prying(watched)
    faults = [one for one in FAULTS if one not in ENDS_THE_RUN]
    said = []

    def publish(minutes: int, *names: str) -> None:
        watched.approve(*(post(f"fault-{one}") for one in names))
        for one in names:
            watched.misbehave(one, seconds=0.2)
        typed = publishing(minutes, None, "-v")
        known = {**VARIABLES, "SNS_X_API_BASE": base(watched)}
        run = watched.sns(*typed, **known)
        assert run.code in {1, 4, 5, 6}, (names, run)
        said.append((str(names), run.out + run.err))

    publish(30, *faults)
    for number, one in enumerate(ENDS_THE_RUN):
        publish(31 + number, one)

    assert found(watched, said, *own_keys(watched)) == []
    assert "PATH=" in seen.read_text()


Break = Callable[[Library], Variables]


def half_a_key(library: Library) -> Variables:
    return {"SNS_PUBLISHER_KEY": library.robot.private_key[:-60]}


def somebody_elses_key(library: Library) -> Variables:
    return {"SNS_PUBLISHER_KEY": library.kancho.private_key}


def no_such_server(library: Library) -> Variables:
    del library
    return {"SNS_X_API_BASE": f"http://user:{PASSWORD}@127.0.0.1:9"}


def secrets_in_each_others_place(library: Library) -> Variables:
    del library
    first, *others = VARIABLES
    return dict(zip((*others, first), VARIABLES.values(), strict=True))


@pytest.mark.parametrize(
    "broken",
    [half_a_key, somebody_elses_key, no_such_server, secrets_in_each_others_place],
)
def test_no_secret_that_is_wrong_is_shown(watched: Library, broken: Break) -> None:
    known = {**VARIABLES, "SNS_X_API_BASE": base(watched), **broken(watched)}

    said = [
        (str(typed), str(watched.sns("-v", *typed, **known)))
        for typed in (publishing(90), ("resolve", "tenji", "x", "--not-sent"))
    ]

    assert found(watched, said, *own_keys(watched)) == []
    assert forms(watched)
