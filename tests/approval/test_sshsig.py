"""One signature has one spelling."""

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.approval.sshsig import (
    SignatureCheck,
    SshSignature,
    parse_signature,
    verify,
)
from sns_cli.parse.ssh_wire import MalformedError, armor, public_key_blob
from tests.support.git_people import make_person

PERSON = make_person("kancho", "director")
PAYLOAD = b"tree 1\n\nwords\n"
GOOD = PERSON.sign(PAYLOAD).rstrip("\n")
BLOB = base64.b64decode("".join(GOOD.split("\n")[1:-1]))


SIGN = ("ssh-keygen", "-q", "-Y", "sign", "-n", "git")


def wire(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value


def signature(  # noqa: PLR0913  (every field can be a lie)
    *,
    magic: bytes = b"SSHSIG",
    version: int = 1,
    key: bytes | None = None,
    namespace: bytes = b"git",
    reserved: bytes = b"",
    hash_name: bytes = b"sha512",
    inner: bytes | None = None,
    rest: bytes = b"",
) -> str:
    public = PERSON.secret.public_key().public_bytes_raw()
    key = wire(b"ssh-ed25519") + wire(public) if key is None else key
    digest = hashlib.new(hash_name.decode() if hash_name != b"md9" else "md5", PAYLOAD)
    signed = b"SSHSIG" + b"".join(
        wire(part) for part in (namespace, reserved, hash_name, digest.digest())
    )
    if inner is None:
        inner = wire(b"ssh-ed25519") + wire(PERSON.secret.sign(signed))
    fields = (key, namespace, reserved, hash_name, inner)
    blob = magic + version.to_bytes(4, "big") + b"".join(map(wire, fields)) + rest
    return armor(blob)


def test_a_good_signature_is_good() -> None:
    parsed = parse_signature(GOOD)

    assert parsed.key == public_key_blob(PERSON.public_key)
    assert verify(PAYLOAD, parsed) is SignatureCheck.GOOD
    assert verify(PAYLOAD + b"x", parsed) is SignatureCheck.BAD


@pytest.mark.parametrize("hash_name", [b"sha256", b"sha512"])
def test_both_hashes_of_openssh_are_known(hash_name: bytes) -> None:
    parsed = parse_signature(signature(hash_name=hash_name))

    assert verify(PAYLOAD, parsed) is SignatureCheck.GOOD


@pytest.mark.parametrize(
    "armored",
    [
        "",
        GOOD + "\n",
        GOOD + "\n" + GOOD,
        "\n" + GOOD,
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "", 1),
        GOOD.replace("\n", "\n\n", 1),
        GOOD.replace("U1NI", "U1N I"),
        GOOD.replace("SSH SIGNATURE", "PGP SIGNATURE"),
        armor(BLOB + b"\0"),
        armor(BLOB[:-1]),
        armor(BLOB[:20]),
        armor(b""),
        "-----BEGIN SSH SIGNATURE-----\n" + "あ" * 8 + "\n-----END SSH SIGNATURE-----",
        "-----BEGIN SSH SIGNATURE-----\n"
        + "A" * 5000
        + "\n-----END SSH SIGNATURE-----",
        signature(magic=b"SSHSIX"),
        signature(version=2),
        signature(namespace=b"file"),
        signature(reserved=b"x"),
        signature(hash_name=b"sha1"),
        signature(rest=b"\0"),
        signature(key=wire(b"ssh-rsa") + wire(b"x" * 32)),
        signature(key=wire(b"ssh-ed25519") + wire(b"x" * 31)),
        signature(key=wire(b"ssh-ed25519") + wire(b"x" * 32) + b"y"),
        signature(inner=wire(b"ssh-ed25519") + wire(b"x" * 63)),
        signature(inner=wire(b"ssh-ed25519") + wire(b"x" * 64) + b"y"),
        signature(inner=wire(b"sk-ssh-ed25519@openssh.com") + wire(b"x" * 64)),
    ],
)
def test_nothing_else_is_a_signature(armored: str) -> None:
    with pytest.raises(MalformedError):
        parse_signature(armored)


def in_lines(width: int) -> str:
    text = base64.b64encode(BLOB).decode()
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(
        ["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"]
    )


@pytest.mark.parametrize("width", [64, 69, 71, 75, 77, 1000])
def test_other_line_lengths_are_another_spelling(width: int) -> None:
    with pytest.raises(MalformedError):
        parse_signature(in_lines(width))


def test_two_line_lengths_are_written_by_honest_programs() -> None:
    assert parse_signature(in_lines(70)) == parse_signature(in_lines(76))


def test_stray_bits_of_base64_are_another_spelling() -> None:
    text = "".join(GOOD.split("\n")[1:-1])
    padding = len(text) - len(text.rstrip("="))
    assert padding, "the case needs a blob whose base64 is padded"
    last = text[-padding - 1]
    other = chr(ord(last) + 1)
    stray = text[: -padding - 1] + other + "=" * padding
    assert base64.b64decode(stray) == BLOB
    lines = [stray[at : at + 70] for at in range(0, len(stray), 70)]
    armored = "\n".join(
        ["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"]
    )

    with pytest.raises(MalformedError):
        parse_signature(armored)


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
def test_no_changed_byte_leaves_a_good_signature(at: int, flip: int) -> None:
    changed = bytearray(BLOB)
    changed[at] ^= flip
    try:
        parsed = parse_signature(armor(bytes(changed)))
        good = verify(PAYLOAD, parsed) is SignatureCheck.GOOD
    except (MalformedError, ValueError):
        good = False

    assert not good


@given(st.text(max_size=400))
def test_any_text_is_refused_calmly(text: str) -> None:
    with pytest.raises(MalformedError):
        parse_signature(text)


class TestSecurityKeys:
    """``sk-ssh-ed25519@openssh.com`` as OpenSSH's PROTOCOL.u2f defines it."""

    SECRET = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
    APPLICATION = b"ssh:"

    def made(
        self, flags: int = 1, counter: int = 7, signed_flags: int | None = None
    ) -> SshSignature:
        kind = b"sk-ssh-ed25519@openssh.com"
        public = self.SECRET.public_key().public_bytes_raw()
        key = wire(kind) + wire(public) + wire(self.APPLICATION)
        digest = hashlib.sha512(PAYLOAD).digest()
        inner = b"SSHSIG" + b"".join(map(wire, (b"git", b"", b"sha512", digest)))
        flag = flags if signed_flags is None else signed_flags
        signed = (
            hashlib.sha256(self.APPLICATION).digest()
            + bytes([flag])
            + counter.to_bytes(4, "big")
            + hashlib.sha256(inner).digest()
        )
        tail = bytes([flags]) + counter.to_bytes(4, "big")
        body = wire(kind) + wire(self.SECRET.sign(signed)) + tail
        return parse_signature(signature(key=key, inner=body))

    def test_a_touched_key_signs(self) -> None:
        assert verify(PAYLOAD, self.made()) is SignatureCheck.GOOD
        assert verify(PAYLOAD, self.made(flags=5)) is SignatureCheck.GOOD

    def test_an_untouched_key_does_not(self) -> None:
        assert verify(PAYLOAD, self.made(flags=0)) is SignatureCheck.UNTOUCHED
        assert verify(PAYLOAD, self.made(flags=4)) is SignatureCheck.UNTOUCHED

    def test_a_touch_cannot_be_added_afterwards(self) -> None:
        assert verify(PAYLOAD, self.made(flags=1, signed_flags=0)) is SignatureCheck.BAD


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ssh-ed25519",
        "ssh-ed25519 ???",
        f"ssh-rsa {PERSON.public_key.split(' ')[1]}",
        "ssh-ed25519 " + base64.b64encode(wire(b"ssh-ed25519")).decode(),
    ],
)
def test_a_broken_key_line_is_no_key(line: str) -> None:
    with pytest.raises(MalformedError):
        public_key_blob(line)


def test_a_key_line_may_carry_a_comment() -> None:
    assert public_key_blob(PERSON.public_key + " 館長 の鍵") == public_key_blob(
        PERSON.public_key
    )


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is missing")
@pytest.mark.parametrize("hash_name", ["sha512", "sha256"])
def test_what_ssh_keygen_signs_is_accepted(tmp_path: Path, hash_name: str) -> None:
    key = tmp_path / "key"
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "me", "-f", key],
        check=True,
    )
    made = subprocess.run(
        [*SIGN, "-O", f"hashalg={hash_name}", "-f", key],
        input=PAYLOAD,
        capture_output=True,
        check=True,
    )

    parsed = parse_signature(made.stdout.decode().rstrip("\n"))

    assert parsed.key == public_key_blob((tmp_path / "key.pub").read_text())
    assert parsed.hash_name == hash_name.encode()
    assert verify(PAYLOAD, parsed) is SignatureCheck.GOOD
