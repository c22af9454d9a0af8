"""No credential appears anywhere, whatever a command, a hook or a server does."""

import base64
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.rehearsal import RehearsalServer
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import FIELDS, HANDLE, post, publishing
from tests.support.raw_server import RawServer, http
from tests.support.runs import finish

CANARIES = XCredentials(
    consumer_key="canary-ck-7Hq2/Zp+w",
    consumer_secret="canary-cs-9Lm4/Xk+r",
    access_token="1234567-canary-at-3Vn8Jd",
    access_token_secret="canary-ts-5Tb1/Gy+q",
)
VARIABLES = {
    f"SNS_X_{name}": value
    for name, value in zip(FIELDS, CANARIES.values(), strict=True)
}
DUMP = """
env >> "$GIT_DIR/seen"
parent="/proc/$PPID/environ"
[ ! -r "$parent" ] || tr '\\0' '\\n' < "$parent" >> "$GIT_DIR/seen"
exit 0
"""
ME = b'{"data": {"id": "1", "name": "n", "username": "%s"}}' % HANDLE.encode()


def forms(library: Library) -> list[bytes]:
    """Return every form in which a secret would be recognised."""
    seed = library.robot.secret.private_bytes_raw()
    found = [seed, seed.hex().encode()]
    # Within a key file the seed begins at any of the three places of a group.
    found += [base64.b64encode(bytes(at) + seed)[4:-4] for at in range(3)]
    for secret in CANARIES.values():
        raw = secret.encode()
        halves = {raw[: len(raw) // 2], raw[len(raw) // 2 :], raw[::-1]}
        coded = {quote(secret, safe="").encode(), base64.b64encode(raw)[:-4]}
        found += [raw, *coded, *(half for half in halves if len(half) >= 9)]
    return found


def test_the_search_itself_would_find_every_secret(library: Library) -> None:
    held = "\n".join([library.robot.private_key, *CANARIES.values()])
    joined = held.replace("\n", "").encode()

    assert sum(form in joined for form in forms(library)) >= 1 + 2 * len(FIELDS)


def everything(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield all that a run could have left anywhere."""
    for path in library.folder.rglob("*"):
        if path.is_file() and path.suffix != ".sqlite":
            yield str(path), path.read_bytes()
    for folder in (library.story.remote, library.clone):
        listed = ("cat-file", "--batch", "--batch-all-objects", "--unordered")
        yield f"objects of {folder}", git(folder, *listed)


@pytest.fixture
def watched(library: Library) -> Library:
    """A library whose remote notes what its hooks can see."""
    library.servers["x"].stop()
    database = library.folder / "canaries.sqlite"
    library.servers["x"] = RehearsalServer(database, CANARIES, HANDLE)
    library.hook("pre-receive", DUMP)
    library.hook("post-receive", DUMP)
    return library


def test_no_secret_shows_in_anything_a_run_leaves(watched: Library) -> None:
    watched.approve(post("ohanashi"), post("kyukan"), post("tenji"), post("owabi"))
    for fault in ("403", "accept-then-reset", "503", "429"):
        watched.misbehave(fault)
    commands = (
        publishing(),
        publishing(1),
        publishing(120),
        ("resolve", "ohanashi", "x", "--not-sent"),
        ("-v", "publish", "--account", "z"),
        ("-v", "resolve", "nothing", "x", "--not-sent"),
        ("authenticate", "-v"),
        ("status", "--format", "json"),
        ("lint",),
    )

    said = []
    for command in commands:
        run = watched.sns(*command, **VARIABLES)
        assert run.code != 3, run
        said.append(run.out + run.err)
    broken = {**VARIABLES, "SNS_PUBLISHER_KEY": watched.robot.private_key[:-60]}
    said.append(str(watched.sns("-v", *publishing(200), **broken)))
    (watched.folder / "said").write_text("\n".join(said))

    seen = (watched.story.remote / "seen").read_text()
    assert "PATH=" in seen
    assert "SNS_" not in seen
    assert watched.sent()
    for place, content in everything(watched):
        for form in forms(watched):
            assert form not in content, (place, form)


def test_a_server_that_echoes_secrets_is_not_repeated(library: Library) -> None:
    library.approve(post("ohanashi"))
    echo = " ".join(CANARIES.values()).encode()
    me = http("200 OK", ME)
    refused = http("403 Forbidden", b'{"detail": "%s"}' % echo, "Set-Cookie: x")

    with RawServer(me, refused) as server:
        variables = {**VARIABLES, "SNS_X_API_BASE": server.base}
        run = finish(library.start("-v", *publishing(), **variables))
        asked = b"".join(server.requests)

    (library.folder / "said").write_text(run.out + run.err)
    assert run.states == {"ohanashi": "rejected"}, run
    assert quote(CANARIES.access_token, safe="").encode() in asked
    for place, content in everything(library):
        for form in forms(library):
            assert form not in content, (place, form)
