"""Known false secrets, and the search for them in everything a run leaves behind."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from sns_cli.adapters.rehearsal import RehearsalServer
from tests.fakes.github import REPOSITORY, TOKEN
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import FIELDS, HANDLE
from tests.support.x_channel import CANARIES

PASSWORD = "canary-pw-8Wd5+Rk/t"
"""Of a remote's address: it stands in the clone's settings, and nowhere else."""
SHORTEST = 8
"""Characters of a part of a secret that still give it away."""

SERVICE = {
    f"SNS_X_{name}": value
    for name, value in zip(FIELDS, CANARIES.values(), strict=True)
}
HOST = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": REPOSITORY}
VARIABLES = {**SERVICE, **HOST}
SECRETS = (*CANARIES.values(), TOKEN, PASSWORD)

PRY = """
{{
env
find '{home}' -type f -exec cat {{}} +
process=$PPID
while [ "$process" -gt 1 ] && [ -r "/proc/$process/stat" ]; do
    tr '\\0' '\\n' < "/proc/$process/environ"
    tr '\\0' '\\n' < "/proc/$process/cmdline"
    process=$(sed 's/.*) //' "/proc/$process/stat" | cut -d ' ' -f 2)
done
}} > '{seen}.part' 2>/dev/null
cat '{seen}.part' >> '{seen}'
cat '{seen}.part' >&2
"""
"""A hook of the remote that notes, and says, all it can learn of who called it."""


def prying(library: Library) -> Path:
    """Give the remote hooks that pry, and return what they saw."""
    seen = library.folder / "seen"
    for name in ("pre-receive", "post-receive"):
        library.hook(name, PRY.format(home=library.home, seen=seen))
    return seen


def with_canaries(library: Library) -> None:
    """Let the library's service accept the false secrets, and no others."""
    library.servers["x"].stop()
    database = library.folder / "canaries.sqlite"
    library.servers["x"] = RehearsalServer(database, CANARIES, HANDLE)


def forms(library: Library) -> frozenset[bytes]:
    """Return every form in which a secret of the library would be recognised."""
    found = {form for one in SECRETS for form in forms_of(one.encode())}
    for person in (library.robot, library.kancho):
        seed = person.secret.private_bytes_raw()
        found |= {seed, seed[::-1], *_hex(seed), *_base64(seed)}
    return frozenset(found)


def forms_of(secret: bytes) -> Iterator[bytes]:
    """Yield a secret as it is, coded, reversed, and in halves."""
    middle = len(secret) // 2
    for one in (secret, secret[:middle], secret[middle:]):
        if len(one) < SHORTEST:
            continue
        coded = quote(one, safe="")
        yield from (one, one[::-1], coded.encode(), quote(coded, safe="").encode())
        yield from _hex(one)
        yield from _base64(one)


def _hex(secret: bytes) -> Iterator[bytes]:
    yield secret.hex().encode()
    yield secret.hex().upper().encode()


def _base64(secret: bytes) -> Iterator[bytes]:
    # Within other text it begins at any of the three places of a group.
    for shift in range(3):
        for alphabet in (None, b"-_"):
            coded = base64.b64encode(bytes(shift) + secret, alphabet)
            yield coded[4 if shift else 0 : -4]


def everything(library: Library, *but: Path) -> Iterator[tuple[str, bytes]]:
    """Yield all that runs could have left anywhere, except these files."""
    for path in sorted(library.folder.rglob("*")):
        if path.is_file() and "sqlite" not in path.name and path not in but:
            yield str(path), path.read_bytes()
    for folder in (library.story.remote, library.clone):
        listed = ("cat-file", "--batch", "--batch-all-objects", "--unordered")
        yield f"objects of {folder}", git(folder, *listed)


def found(library: Library, said: Iterable[tuple[str, str]], *but: Path) -> list[str]:
    """Return where secrets were found: in what was said, or left anywhere."""
    wanted = forms(library)
    heard = ((place, text.encode()) for place, text in said)
    return sorted(
        f"{place}: {form!r}"
        for place, content in (*heard, *everything(library, *but))
        for form in wanted
        if form in content
    )
