"""``NoReply.left`` is a proof: False only if no byte of the request was written."""

import datetime as dt
import ipaddress
import socket
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sns_cli.model.channel import Message, NoReply, Reply
from sns_cli.model.event import Payload, PayloadMedia
from tests.support.raw_server import RawServer, http
from tests.support.x_channel import send, x_channel

ACCEPTED = http("201 Created", b'{"data":{"id":"1999"}}')


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a key and a certificate for 127.0.0.1 that nobody trusts yet."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "rehearsal")])
    loopback = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(dt.datetime(2100, 1, 1, tzinfo=dt.UTC))
        .add_extension(x509.SubjectAlternativeName([loopback]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def speaks_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_closed_port_proves_that_nothing_left() -> None:
    with x_channel(f"http://127.0.0.1:{closed_port()}") as channel:
        assert send(channel) == NoReply(left=False, reason="connection-refused")


def test_a_connection_nobody_accepts_proves_that_nothing_left() -> None:
    with (
        socket.socket() as listener,
        socket.socket() as first,
        socket.socket() as next_,
    ):
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for filler in (first, next_):
            filler.settimeout(0)
            filler.connect_ex(listener.getsockname())
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with x_channel(base, timeouts=(0.3, 5.0)) as channel:
            assert send(channel) == NoReply(left=False, reason="connect-timeout")


def test_no_tls_on_the_other_side_proves_that_nothing_left() -> None:
    with RawServer(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 9) as server:
        with x_channel(f"https://127.0.0.1:{server.port}") as channel:
            assert send(channel) == NoReply(left=False, reason="tls")
        assert b"/2/tweets" not in b"".join(server.requests)


def test_a_tls_handshake_that_hangs_proves_that_nothing_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        base = f"https://127.0.0.1:{listener.getsockname()[1]}"
        with x_channel(base, timeouts=(0.2, 5.0)) as channel:
            assert send(channel) == NoReply(left=False, reason="connect-timeout")


def test_an_untrusted_certificate_proves_that_nothing_left(certificate: Path) -> None:
    with RawServer(ACCEPTED, tls=speaks_tls(certificate)) as server:
        with x_channel(f"https://127.0.0.1:{server.port}") as channel:
            assert send(channel) == NoReply(left=False, reason="tls")
        assert server.requests == []


def test_inside_tls_a_lost_reply_counts_as_left(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with (
        RawServer(ACCEPTED, b"", tls=speaks_tls(certificate)) as server,
        x_channel(f"https://127.0.0.1:{server.port}") as channel,
    ):
        answered, lost = send(channel), send(channel)
        assert len(server.requests) == 2
    assert isinstance(answered, Reply)
    assert answered.remote_id == "1999"
    assert isinstance(lost, NoReply)
    assert lost.left


def test_a_hanging_server_may_have_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with x_channel(base, timeouts=(2.0, 0.2)) as channel:
            assert send(channel) == NoReply(left=True, reason="timeout")


def test_a_name_that_does_not_resolve_proves_that_nothing_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Longer than DNS allows, so the resolver refuses it without asking anyone.
    host = ".".join(["a" * 60] * 5)
    monkeypatch.setenv("HTTPS_PROXY", f"http://{host}:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("https_proxy", raising=False)
    with x_channel(None) as channel:
        assert send(channel) == NoReply(left=False, reason="dns")


def test_a_proxy_that_refuses_the_tunnel_never_saw_the_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with RawServer(b"HTTP/1.1 403 Forbidden\r\n\r\n") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("https_proxy", raising=False)
        with x_channel(None) as channel:
            answer = send(channel)
        (request,) = proxy.requests
    assert request.startswith(b"CONNECT api.twitter.com:443 ")
    assert b"oauth" not in request
    assert answer == NoReply(left=False, reason="proxy")


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"])
def test_loopback_goes_past_the_system_proxies(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("NO_PROXY", "")
    with RawServer(ACCEPTED) as server, x_channel(server.base) as channel:
        answer = send(channel)
    assert isinstance(answer, Reply)
    assert answer.remote_id == "1999"


def test_pictures_that_were_not_prepared_are_never_left_out() -> None:
    photo = PayloadMedia(path="a.jpg", sha256="0" * 64, mime="image/jpeg")
    with RawServer(ACCEPTED) as server:
        with x_channel(server.base) as channel:
            answer = channel.send(Message(Payload(text="写真", media=(photo,))))
        assert server.requests == []
    assert answer == NoReply(left=False, reason="media-not-prepared")
