"""Whose key signs: a key file, or a key in ssh-agent, and the person it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from sns_cli.adapters.git.repository import Repository
from sns_cli.adapters.sshsig_signer import (
    agent_keys,
    public_key_of,
    sign_with_ssh_keygen,
    ssh_signer,
)
from sns_cli.errors import SettingsError, SnsError, UsageError
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Role, Settings
from sns_cli.parse.ssh_container import public_half

_DEFAULT_KEYS: Final = ("id_ed25519", "id_ed25519_sk")


@dataclass(frozen=True)
class Signing:
    """A person who can sign.

    Attributes:
        person: key of ``[people]``.
        sign: None where ``[approval] evidence`` needs no signature.
    """

    person: str
    sign: Callable[[bytes], str] | None


def open_signer(policy: Settings, key_file: Path | None, email: str | None) -> Signing:
    """Return who signs, with which key.

    Without ``key_file``: a key in ssh-agent that belongs to somebody in the policy,
    then the usual files in ``~/.ssh``. With evidence ``sign-off`` nothing is signed:
    the person is the one whose address git knows for this clone.

    Args:
        policy: the settings in force.
        key_file: ``--key``.
        email: ``user.email`` of the clone.

    Raises:
        SettingsError: no key can be used, or it belongs to nobody in the policy.
        UsageError: there is no such file.
    """
    if policy.approval.evidence is Evidence.SIGN_OFF:
        return Signing(_person_of(policy, email), None)
    if key_file is not None:
        return _from_file(policy, key_file)
    for line in agent_keys():
        person = _owner(policy, line)
        if person is not None:
            return Signing(person, partial(_sign_by_agent, line))
    for name in _DEFAULT_KEYS:
        path = Path.home() / ".ssh" / name
        if path.is_file():
            return _from_file(policy, path)
    raise SettingsError("signing-key-missing")


@dataclass(frozen=True, slots=True)
class Pen:
    """Who signs what only a director may sign.

    Attributes:
        signing: a director; None where nobody does.
        why_unsigned: why not.
    """

    signing: Signing | None
    why_unsigned: Reason | None = None


def open_director(
    policy: Settings,
    key_file: Path | None,
    email: str | None,
    also: frozenset[Role] = frozenset(),
) -> Signing:
    """Return the director who signs; arguments as of :func:`open_signer`.

    Args:
        policy: as there.
        key_file: as there.
        email: as there.
        also: other roles that may sign it.

    Raises:
        SettingsError: no key can be used, or it is no director's.
        UsageError: there is no such file.
    """
    signing = open_signer(policy, key_file, email)
    person = policy.people[signing.person]
    if person.role not in {Role.DIRECTOR, *also}:
        raise SettingsError("key-not-directors", person=person.name)
    return signing


def open_pen(
    policy: Settings,
    key_file: Path | None,
    email: str | None,
    also: frozenset[Role] = frozenset(),
) -> Pen:
    """Return who signs, or why nobody at hand can; arguments as above.

    Raises:
        UsageError: there is no such key file.
    """
    try:
        return Pen(open_director(policy, key_file, email, also))
    except UsageError:
        raise
    except SnsError as error:
        return Pen(None, Reason(error.code, error.details))


def _from_file(policy: Settings, path: Path) -> Signing:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError("path-missing", path=str(path)) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError("key-file-unusable", path=str(path)) from None
    public = _public_text(path, text)
    try:
        line = public_key_of(text)
    except SettingsError as error:
        # A passphrase or a security key: ssh-keygen asks for it at the terminal.
        if public is None:
            if error.code == "key-invalid":
                raise SettingsError("key-file-unusable", path=str(path)) from None
            raise
        return Signing(
            _required_owner(policy, public, path),
            lambda payload: sign_with_ssh_keygen(payload, str(path)),
        )
    return Signing(_required_owner(policy, line, path), ssh_signer(text))


def _public_text(path: Path, text: str) -> str | None:
    """Return the public key of ``path``: in the file, or in the ``.pub`` beside it."""
    candidates = [text, public_half(text) or ""]
    beside = path.with_name(f"{path.name}.pub")
    if beside.is_file():
        candidates.append(beside.read_text(encoding="utf-8", errors="replace"))
    for candidate in candidates:
        words = candidate.split()
        if words[:1] in (["ssh-ed25519"], ["sk-ssh-ed25519@openssh.com"]) and words[1:]:
            return " ".join(words[:2])
    return None


def _sign_by_agent(line: str, payload: bytes) -> str:
    import tempfile  # noqa: PLC0415  (only for agent keys)

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "key.pub"
        file.write_text(f"{line}\n", encoding="ascii")
        return sign_with_ssh_keygen(payload, str(file))


def _required_owner(policy: Settings, line: str, path: Path) -> str:
    person = _owner(policy, line)
    if person is None:
        raise SettingsError("key-belongs-to-nobody", path=str(path))
    return person


def _owner(policy: Settings, line: str) -> str | None:
    for name, person in policy.people.items():
        if any(held.key == line for held in person.keys):
            return name
    return None


def _person_of(policy: Settings, email: str | None) -> str:
    for name, person in policy.people.items():
        if person.email == email:
            return name
    raise SettingsError("address-belongs-to-nobody", email=email or "-")


def user_email(repository: Repository) -> str | None:
    """Return the address git knows for whoever works in this clone."""
    return repository.git.setting("user.email")
