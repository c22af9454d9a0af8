"""What ``sns init`` writes: the files of this repository, made into a new library."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.git.commit import Who
from sns_cli.bootstrap.starter.files import library_files
from sns_cli.bootstrap.starter.keys import (
    key_place,
    public_line,
    publisher_secret,
    write_key,
)
from sns_cli.bootstrap.starter.minutes import FREE_MINUTES, runs_a_month
from sns_cli.bootstrap.starter.place import beside, commit_all, move, write_files
from sns_cli.bootstrap.starter.settings import Wishes, new_settings
from sns_cli.bootstrap.starter.sources import starter_file
from sns_cli.errors import SettingsError, UsageError
from sns_cli.model.paths import SETTINGS
from sns_cli.model.settings import Evidence

__all__ = [
    "Asked",
    "MadeLibrary",
    "account_of",
    "make_library",
    "person_of",
    "repository_of",
]

_PERSON: Final = re.compile(
    r"\s*(?P<name>[^<>]*[^<>\s])\s*<(?P<email>[^<>\s\"\\]+@[^<>\s\"\\]+)>\s*"
)
_ACCOUNT: Final = re.compile(r"@?(?P<name>[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)")
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")
_SCHEDULED: Final = (".github/workflows/publish.yml", ".github/workflows/watch.yml")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a library is to be made of.

    Attributes:
        folder: a new or empty folder.
        director: ``Name <mail>``.
        director_key: file of the director's public (or private) key; None where the
            host's word is evidence: there no key of the director's signs anything.
        publisher_key: file of the publisher's private key; None makes one beside
            ``folder``.
        account: the director's account at the git host.
        library: the library's name.
        repository: ``owner/name``.
        evidence: what proves an approval.
    """

    folder: Path
    director: str
    director_key: Path | None
    publisher_key: Path | None = None
    account: str | None = None
    library: str | None = None
    repository: str | None = None
    evidence: Evidence = Evidence.SIGNATURE


@dataclass(frozen=True, slots=True)
class MadeLibrary:
    """A new library.

    Attributes:
        introduction: id of its only commit, to be pinned.
        publisher_key: the file with the publisher's private key.
        publisher_line: the public half, to be registered as a deploy key.
        minutes: minutes a month that the schedule costs at the git host.
        free_minutes: how many of them cost nothing.
    """

    folder: Path
    introduction: str
    publisher_key: Path
    publisher_line: str
    minutes: int
    free_minutes: int = FREE_MINUTES


def make_library(asked: Asked) -> MadeLibrary:
    """Make the repository with one commit, the introduction.

    Everything is made in a folder beside and moved at the end: what cannot be finished
    leaves nothing behind.

    Raises:
        UsageError: the folder is not empty, the person is malformed, there is no file
            of a key, or what the evidence takes (a key, an account) was not given.
        SettingsError: a key cannot be used, or a file cannot be written.
        HistoryError: git is missing or fails.
    """
    folder = asked.folder
    person = person_of(asked.director)
    account = _account(asked.account)
    if asked.repository is not None:
        repository_of(asked.repository)
    key = _director_key(asked)
    _check_free(folder)
    secret, publisher_line = publisher_secret(asked.publisher_key)
    now = SystemClock().now()
    wishes = Wishes(
        director=person["name"],
        email=person["email"],
        key=key,
        publisher_key=publisher_line,
        today=now.date(),
        account=account,
        library=asked.library,
        repository=asked.repository,
        evidence=asked.evidence,
    )
    settings = new_settings(starter_file(SETTINGS).decode(), wishes)
    files = library_files(settings, account)
    key_file = asked.publisher_key or key_place(folder)
    try:
        with beside(folder) as made:
            write_files(made, files)
            introduction = commit_all(made, Who(person["name"], person["email"]), now)
            if asked.publisher_key is None:
                write_key(key_file, secret)
            _put(made, folder, None if asked.publisher_key else key_file)
    except OSError as error:
        raise _unwritable(error, folder, key_file) from None
    minutes = sum(runs_a_month(files[path].decode()) for path in _SCHEDULED)
    return MadeLibrary(folder, introduction, key_file, publisher_line, minutes)


def person_of(text: str) -> re.Match[str]:
    """Return the ``name`` and the ``email`` of ``Name <mail>``.

    Raises:
        UsageError: ``person-malformed``.
    """
    found = _PERSON.fullmatch(text)
    unseen = any(unicodedata.category(one).startswith("C") for one in text)
    if found is None or unseen:
        raise UsageError("person-malformed", value=text)
    return found


def repository_of(text: str) -> str:
    """Return ``owner/name`` as it is.

    Raises:
        UsageError: ``repository-malformed``.
    """
    if not _REPOSITORY.fullmatch(text):
        raise UsageError("repository-malformed", value=text)
    return text


def _director_key(asked: Asked) -> str | None:
    """Return the director's public key, if there is one.

    Raises:
        UsageError: the evidence takes a key, or an account, and none was given.
        SettingsError: the file holds no usable key.
    """
    platform = asked.evidence is Evidence.PLATFORM
    if platform and asked.account is None:
        raise UsageError("option-missing", option="--director-account")
    if asked.director_key is not None:
        return public_line(asked.director_key)
    if platform:
        return None
    raise UsageError("option-missing", option="--director-key")


def account_of(text: str) -> str:
    """Return the name of an account at the git host.

    Raises:
        UsageError: ``account-name-malformed``.
    """
    found = _ACCOUNT.fullmatch(text.strip())
    if found is None:
        raise UsageError("account-name-malformed", value=text)
    return found["name"]


def _account(text: str | None) -> str | None:
    return None if text is None else account_of(text)


def _check_free(folder: Path) -> None:
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise _unwritable(error, folder, folder) from None
    if taken:
        raise UsageError("folder-not-empty", folder=str(folder))


def _put(made: Path, folder: Path, new_key: Path | None) -> None:
    try:
        move(made, folder)
    except BaseException:
        if new_key is not None:
            new_key.unlink(missing_ok=True)
        raise


def _unwritable(error: OSError, folder: Path, key_file: Path) -> SettingsError:
    if isinstance(error, FileExistsError) and error.filename == str(key_file):
        return SettingsError("publisher-key-in-the-way", path=str(key_file))
    path = error.filename or folder
    return SettingsError("file-unwritable", path=str(path), why=error.strerror)
