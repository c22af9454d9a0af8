"""Signing the way ``git commit -S`` does with an SSH key (OpenSSH PROTOCOL.sshsig).

An unencrypted Ed25519 key signs in this process and never touches a disk or a child;
keys that need an agent, a passphrase or a touch are left to ``ssh-keygen``.
"""

import base64
import functools
import hashlib
import subprocess
from collections.abc import Callable
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_ssh_private_key,
)

from sns_cli.errors import SettingsError
from sns_cli.parse.ssh_wire import ED25519, MAGIC, VERSION, armor, wire

NAMESPACE: Final = "git"
_HASH: Final = b"sha512"
_TIMEOUT: Final = 120
"""Seconds a person has to type a passphrase or touch a key."""


def load_key(private_key_text: str) -> Ed25519PrivateKey:
    """Return the key of an unencrypted OpenSSH Ed25519 private key file's text.

    Raises:
        SettingsError: ``key-encrypted``, ``key-unsupported`` or ``key-invalid``; the
            text is never part of the error.
    """
    text = private_key_text.strip().replace("\r\n", "\n") + "\n"
    try:
        key = load_ssh_private_key(text.encode(), password=None)
    except TypeError:
        # The context is cut off: a traceback could show the key's text.
        raise SettingsError("key-encrypted") from None
    except UnsupportedAlgorithm:
        raise SettingsError("key-unsupported") from None
    except ValueError as error:
        protected = "password" in str(error).lower()
        code = "key-encrypted" if protected else "key-invalid"
        raise SettingsError(code) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise SettingsError("key-unsupported")
    return key


def public_key_of(private_key_text: str) -> str:
    """Return ``ssh-ed25519 <base64>`` of a private key's text.

    Raises:
        SettingsError: as :func:`load_key`.
    """
    return public_line(load_key(private_key_text))


def public_line(key: Ed25519PrivateKey) -> str:
    """Return ``ssh-ed25519 <base64>`` of a key."""
    return f"{ED25519.decode()} {base64.b64encode(_public_blob(key)).decode()}"


def sign_ssh(payload: bytes, private_key_text: str) -> str:
    """Return the armored signature of ``payload`` (namespace ``git``, SHA-512).

    Raises:
        SettingsError: as :func:`load_key`.
    """
    return sign_with_key(payload, load_key(private_key_text))


def ssh_signer(private_key_text: str) -> Callable[[bytes], str]:
    """Return a function that signs with this key; the key is read now, once.

    Raises:
        SettingsError: as :func:`load_key`.
    """
    return functools.partial(_sign_with, load_key(private_key_text))


def _sign_with(key: Ed25519PrivateKey, payload: bytes) -> str:
    return sign_with_key(payload, key)


def sign_with_key(payload: bytes, key: Ed25519PrivateKey) -> str:
    """Return the armored signature of ``payload`` by a loaded key."""
    # The empty string is the format's reserved field.
    about = wire(NAMESPACE.encode()) + wire(b"") + wire(_HASH)
    signed = MAGIC + about + wire(hashlib.sha512(payload).digest())
    signature = wire(ED25519) + wire(key.sign(signed))
    blob = (
        MAGIC
        + VERSION.to_bytes(4, "big")
        + wire(_public_blob(key))
        + about
        + wire(signature)
    )
    return armor(blob) + "\n"


def sign_with_ssh_keygen(payload: bytes, key_file: str) -> str:
    """Return the signature that ``ssh-keygen -Y sign`` makes.

    For keys in ssh-agent (``key_file`` is then the public key's file), with a
    passphrase, or on a security key. Prompts appear at the terminal, and nothing else:
    with ``-q`` it does not tell that it is "signing data on standard input".

    Raises:
        SettingsError: ``ssh-keygen-missing`` or ``ssh-keygen-failed``.
    """
    command = ["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", key_file]
    done = _run(command, payload)
    if done.returncode != 0:
        raise SettingsError("ssh-keygen-failed", detail=f"exit {done.returncode}")
    return done.stdout.decode("ascii", "replace")


def agent_keys() -> list[str]:
    """Return the public keys in ssh-agent as ``<type> <base64>``; none without it."""
    try:
        done = _run(["ssh-add", "-L"], b"", stderr=subprocess.DEVNULL)
    except SettingsError:
        return []
    if done.returncode != 0:
        return []
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return [" ".join(line.split()[:2]) for line in lines if len(line.split()) > 1]


def _run(
    command: list[str], stdin: bytes, stderr: int | None = None
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  (a fixed program, no shell)
            command,
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,  # None: a person must see "touch the key" while it waits
            check=False,
            timeout=_TIMEOUT,
        )
    except FileNotFoundError:
        raise SettingsError("ssh-keygen-missing") from None
    except subprocess.TimeoutExpired:
        raise SettingsError("ssh-keygen-failed", detail="timeout") from None


def _public_blob(key: Ed25519PrivateKey) -> bytes:
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return wire(ED25519) + wire(raw)
