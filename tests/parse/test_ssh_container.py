"""The public half of a private key's file, which needs no passphrase."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.parse.ssh_container import public_half
from tests.support.git_people import make_person

PERSON = make_person("kancho", "director")
FIRST, *BODY, LAST = PERSON.private_key.split("\n")[:-1]
DATA = base64.b64decode("".join(BODY))


def armored(data: bytes) -> str:
    return f"{FIRST}\n{base64.b64encode(data).decode()}\n{LAST}\n"


def test_it_is_read_without_the_private_one() -> None:
    assert public_half(PERSON.private_key) == PERSON.public_key
    assert public_half(PERSON.private_key.replace("\n", "\r\n")) == PERSON.public_key
    # What follows the public half may be anything: mostly it is encrypted.
    clear = DATA.index(b"ssh-ed25519") + len("ssh-ed25519") + 36
    assert public_half(armored(DATA[:clear] + bytes(99))) == PERSON.public_key


@pytest.mark.parametrize(
    "text",
    [
        "",
        PERSON.public_key,
        f"{FIRST}\n{LAST}\n",
        f"{FIRST}\nxx\n",
        f"{FIRST}\n館長\n{LAST}\n",
        armored(b"openssh-key-v2\0" + DATA[15:]),
        armored(DATA.replace(b"\0\0\0\1", b"\0\0\0\2", 1)),
        armored(DATA.replace(b"ssh-ed25519", b"ssh-ed25518")),
        "\n".join([FIRST.replace("OPENSSH", "RSA"), *BODY, LAST]),
    ],
)
def test_anything_else_is_no_key(text: str) -> None:
    assert public_half(text) is None


@given(st.integers(0, len(DATA) - 1), st.integers(0, 255))
def test_a_damaged_file_is_no_accident(at: int, byte: int) -> None:
    for damaged in (DATA[:at], DATA[:at] + bytes([byte]) + DATA[at + 1 :]):
        found = public_half(armored(damaged))
        assert found is None or found.startswith("ssh-ed25519 ")
