"""Who writes to ``main`` as the publisher, and with which key."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.environment import Environment
from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.main_branch import GitMainBranch
from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.git.writer import Signer
from sns_cli.adapters.sshsig_signer import public_key_of, sign_ssh
from sns_cli.approval.merge_message import Words, approval_message
from sns_cli.bootstrap.signing import open_director, user_email
from sns_cli.calendar import local
from sns_cli.errors import SettingsError
from sns_cli.model.settings import Evidence, Person, Role, Settings

NOBODY: Final = Who("sns", "sns@invalid")
"""Who fetches, and who brings a branch up to date; it has no right to anything."""


def publisher_branch(
    repository: Repository, environment: Environment, policy: Settings
) -> GitMainBranch:
    """Return ``main`` as the publisher writes it.

    A missing or unknown key is an error only when something is signed, so that a run
    with nothing to write needs none.
    """
    key = environment.publisher_key
    unsigned = policy.approval.evidence is Evidence.SIGN_OFF and key is None
    person = _publisher(policy, key)
    who = Who(person.name, person.email) if person else NOBODY
    if unsigned and person is not None:
        return GitMainBranch(repository, who, None)
    return GitMainBranch(repository, who, _signer(policy, person, key))


def _signer(policy: Settings, person: Person | None, key: str | None) -> Signer:
    def sign(payload: bytes) -> str:
        if key is None:
            if policy.approval.evidence is Evidence.SIGN_OFF:
                raise SettingsError("publisher-missing")
            raise SettingsError("publisher-key-missing")
        if person is None:
            public_key_of(key)  # an unusable key says so itself
            raise SettingsError("publisher-key-unknown")
        return sign_ssh(payload, key)

    return sign


def _publisher(policy: Settings, key: str | None) -> Person | None:
    """Return the publisher whose key this is; without signatures, the publisher.

    What an ended or distrusted key signs would be refused, so it is nobody's key.
    """
    publishers = [one for one in policy.people.values() if one.role is Role.PUBLISHER]
    if policy.approval.evidence is Evidence.SIGN_OFF:
        return publishers[0] if publishers else None
    try:
        line = None if key is None else public_key_of(key)
    except SettingsError:
        return None
    today = local(SystemClock().real_now(), policy.library.timezone).date()
    lost = {entry.key for entry in policy.distrust}
    for one in publishers:
        for held in one.keys:
            ended = held.until is not None and held.until < today
            if held.key == line and not ended and held.key not in lost:
                return one
    return None


@dataclass(frozen=True)
class ResolutionWriter:
    """Who writes a resolution.

    Attributes:
        director: key of the director who writes it; None for the publisher.
        message: makes the commit message from the subject.
    """

    main: GitMainBranch
    director: str | None
    message: Callable[[str], str]


def resolution_writer(
    repository: Repository,
    environment: Environment,
    policy: Settings,
    key_file: Path | None,
    *,
    director: bool = False,
) -> ResolutionWriter:
    """Return the publisher, or the director whose key file is given (design 6).

    Args:
        repository: where it is written.
        environment: may have the publisher's key.
        policy: in force.
        key_file: a director's key.
        director: a director even without a key file, with the key that is at hand.

    Raises:
        SettingsError: the key file is unusable or is no director's.
    """
    unsigned = policy.approval.evidence is Evidence.SIGN_OFF
    if key_file is None and (unsigned or not director):
        main = publisher_branch(repository, environment, policy)
        return ResolutionWriter(main, None, lambda subject: f"{subject}\n")
    signer = open_director(policy, key_file, user_email(repository))
    person = policy.people[signer.person]
    who = Who(person.name, person.email)

    def message(subject: str) -> str:
        return approval_message(Words(title=subject), policy, person)

    main = GitMainBranch(repository, who, signer.sign)
    return ResolutionWriter(main, signer.person, message)
