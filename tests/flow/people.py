"""People of a library at their commands, for tests of who comes and goes."""

import subprocess
from pathlib import Path

from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from tests.support.git_command import git
from tests.support.git_people import Person, make_person
from tests.support.library import Library
from tests.support.runs import Run


def key_file(library: Library, person: Person) -> str:
    """Return a file with somebody's private key."""
    path = library.folder / f"{person.key}-key"
    path.write_text(person.private_key, encoding="ascii")
    return str(path)


def public_file(library: Library, person: Person) -> str:
    """Return a file with somebody's public key."""
    path = library.folder / f"{person.key}-key.pub"
    path.write_text(f"{person.public_key} {person.key}@desk\n", encoding="ascii")
    return str(path)


def by_director(library: Library, *arguments: str, who: Person | None = None) -> Run:
    """Run a command with a director's key, answering yes."""
    key = ("--key", key_file(library, who or library.kancho))
    return library.sns(*arguments, *key, "--yes")


def somebody(key: str) -> Person:
    """Return a person who is not in ``sns.toml``."""
    return make_person(key, "staff", f"人 {key}")


def on_main(library: Library) -> str:
    """Return ``sns.toml`` on main."""
    return git(library.story.remote, "show", "main:sns.toml").decode()


def in_force(library: Library) -> Settings:
    """Return what ``sns.toml`` on main says."""
    parsed = parse_settings(on_main(library).encode())
    assert isinstance(parsed, Settings)
    return parsed


def fresh(library: Library) -> Path:
    """Return a clone of main as it is now."""
    number = len(list((library.folder / "story").glob("look-*")))
    return library.story.clone(f"look-{number}-{library.tip()[:8]}")


def authenticated(library: Library, **variables: str | None) -> Run:
    """Return what ``sns authenticate`` says about main as it is now."""
    library.story.flush()
    arguments = ("authenticate", "--format", "json")
    return library.sns(*arguments, repo=fresh(library), **variables)


def refusals(library: Library) -> list[str]:
    """Return the rules of the refusals that still stand on main."""
    told = authenticated(library).json["refusals"]
    return [one["rule"] for one in told if not one["superseded"]]


def answered(library: Library, answer: str, *arguments: str) -> Run:
    """Run a command and type an answer."""
    process = library.start(*arguments)
    process.kill()
    process.communicate()
    done = subprocess.run(
        process.args,
        env=library.environment(),
        cwd=library.folder,
        input=answer.encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
