"""``distrust``: which key was lost, and from which change on it is void."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sns_cli.bootstrap.changing import Changer
from sns_cli.bootstrap.starter.keys import director_line
from sns_cli.errors import RefusedError, UsageError
from sns_cli.model.history import Commit
from sns_cli.parse.ssh_key import normal_key
from sns_cli.parse.ssh_wire import public_key_blob
from sns_cli.pipeline.people import key_of


@dataclass(frozen=True, slots=True)
class Signed:
    """A change that a key signed.

    Attributes:
        title: its first line, as its writer wrote it.
        void: whether it would count no more.
    """

    commit: str
    at: dt.datetime
    title: str
    void: bool


def lost_key(changer: Changer, who: str) -> str:
    """Return the public key that is meant: a person's, a line, or a file's.

    Raises:
        UsageError: there is none such.
        SettingsError: the file holds no key.
    """
    found = key_of(changer.policy, who) or normal_key(who)
    if found is not None:
        return found
    if not Path(who).expanduser().is_file():
        known = ", ".join(changer.policy.people)
        raise UsageError("key-unknown-here", value=who, known=known)
    return director_line(Path(who))


def void_from(changer: Changer, line: str, since: dt.date | str) -> str | None:
    """Return the id of the change from which on a key is void.

    None if it signed nothing from there on: to take it out of ``sns.toml`` is enough.

    Args:
        changer: knows the history.
        line: the key.
        since: a day of the library, or the beginning of a change's id.

    Raises:
        UsageError: there is no such change, or several; or the day is to come.
    """
    commits = changer.proof.walk.chain.commits
    place = _place(changer, since)
    if any(_signed_by(changer, one, line) for one in commits[place:]):
        return commits[place].id
    return None


def signed_with(
    changer: Changer, line: str, since: dt.date | str
) -> tuple[Signed, ...]:
    """Return what a key signed since the introduction, newest last."""
    place = _place(changer, since)
    return tuple(
        Signed(one.id, one.committed_at, one.message.partition("\n")[0], at >= place)
        for at, one in enumerate(changer.proof.walk.chain.commits)
        if _signed_by(changer, one, line)
    )


def worth_it(changer: Changer, line: str, signed: Sequence[Signed]) -> bool:
    """Tell whether a change would count no more.

    Args:
        changer: knows the settings.
        line: the key.
        signed: what it signed.

    Raises:
        RefusedError: none would, and nobody has that key: nothing is to be done.
    """
    if any(one.void for one in signed):
        return True
    people = changer.policy.people.values()
    if not any(held.key == line for one in people for held in one.keys):
        raise RefusedError("distrust-nothing")
    return False


def _place(changer: Changer, since: dt.date | str) -> int:
    walk = changer.proof.walk
    commits = walk.chain.commits
    if isinstance(since, dt.date):
        if since > changer.today:
            raise UsageError("distrust-from-future", value=since, today=changer.today)
        begin = walk.policy.end_of(since - dt.timedelta(days=1))
        later = (at for at, one in enumerate(commits) if one.committed_at >= begin)
        return next(later, len(commits))
    if walk.chain.introduction.id.startswith(since):
        return 0
    found = [at for at, one in enumerate(commits) if one.id.startswith(since)]
    if len(found) != 1:
        raise UsageError("change-unknown-here", value=since)
    return found[0]


def _signed_by(changer: Changer, commit: Commit, line: str) -> bool:
    witness = changer.proof.walk.witness
    text = witness.text(commit)
    if isinstance(text, str) or text.signature is None:
        return False
    signature = witness.signature(commit.id, text.signature)
    return not isinstance(signature, str) and signature.key == public_key_blob(line)
