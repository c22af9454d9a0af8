"""Keys of a new library: the director's public one, the publisher's private one."""

import os
from pathlib import Path

from sns_cli.adapters.sshsig_signer import public_key_of
from sns_cli.errors import SettingsError, UsageError
from sns_cli.parse.ssh_container import public_half
from sns_cli.parse.ssh_key import normal_key

_LARGEST = 64 * 1024
"""Bytes; no key file comes near it."""


def director_line(path: Path) -> str:
    """Return the public key of a file that holds it, or its private half.

    Raises:
        UsageError: there is no such file.
        SettingsError: it holds no usable key.
    """
    text = _read(path)
    line = normal_key(text.strip()) or public_half(text)
    if line is not None:
        return line
    try:
        return public_key_of(text)
    except SettingsError:
        raise SettingsError("key-file-unusable", path=str(path)) from None


def public_line(path: Path) -> str:
    """Return the public key of a file that somebody was sent, or sends.

    Raises:
        UsageError: there is no such file, or it is the private half.
        SettingsError: it holds no usable key.
    """
    if "PRIVATE KEY-----" in _read(path):
        raise UsageError("key-is-private", path=str(path))
    return director_line(path)


def publisher_secret(path: Path | None) -> tuple[str, str]:
    """Return the publisher's private key (a new one without ``path``) and its line.

    Raises:
        UsageError: there is no such file.
        SettingsError: it holds no unencrypted Ed25519 key.
    """
    secret = _new_key() if path is None else _read(path)
    try:
        return secret, public_key_of(secret)
    except SettingsError:
        raise SettingsError("publisher-key-unusable", path=str(path)) from None


def key_place(folder: Path) -> Path:
    """Return where a new publisher's key goes: beside ``folder``, never inside."""
    resolved = folder.resolve()
    return resolved.with_name(f"{resolved.name}-publisher-key")


def write_key(path: Path, secret: str) -> None:
    """Write a private key with mode 0600, never over another file.

    Raises:
        OSError: it cannot be written.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)


def _read(path: Path) -> str:
    try:
        path = path.expanduser()
        with path.open("rb") as file:
            return file.read(_LARGEST).decode()
    except FileNotFoundError:
        raise UsageError("path-missing", path=str(path)) from None
    except (OSError, RuntimeError, ValueError):  # RuntimeError: a ~ of nobody
        raise SettingsError("key-file-unusable", path=str(path)) from None


def _new_key() -> str:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    content = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()
    )
    return content.decode("ascii")
