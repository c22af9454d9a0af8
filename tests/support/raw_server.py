"""A loopback server that says exactly the bytes it was given, well-formed or not."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


def http(status: str, body: bytes = b"", *headers: str) -> bytes:
    """Return a well-formed answer with a length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


class RawServer:
    """Takes connections; reads what comes, sends the next answer, closes.

    Attributes:
        requests: the bytes of each request, head and body.
        pause: seconds between the bytes of an answer; None sends it at once.
        tls: how to speak TLS; None speaks plainly.
        keep: leave connections open after the answer, and never read them again.
    """

    def __init__(
        self,
        *answers: bytes | Callable[[bytes], bytes],
        pause: float | None = None,
        tls: ssl.SSLContext | None = None,
        keep: bool = False,
    ) -> None:
        self._kept: list[socket.socket] | None = [] if keep else None
        self.requests: list[bytes] = []
        self._tls = tls
        self._answers = list(answers)
        self._pause = pause
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def base(self) -> str:
        """Its address without TLS."""
        return f"http://127.0.0.1:{self.port}"

    def _run(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection, contextlib.suppress(OSError):
                if self._stop.is_set():
                    return
                connection.settimeout(20)
                if self._tls is None:
                    self._converse(connection)
                else:
                    with self._tls.wrap_socket(connection, server_side=True) as inner:
                        self._converse(inner)

    def _converse(self, connection: socket.socket) -> None:
        request = _read(connection)
        self.requests.append(request)
        answer = self._answers.pop(0) if self._answers else b""
        self._send(connection, answer if isinstance(answer, bytes) else answer(request))
        if self._kept is not None:
            self._kept.append(connection.dup())

    def _send(self, connection: socket.socket, answer: bytes) -> None:
        if self._pause is None:
            connection.sendall(answer)
            return
        for byte in answer:
            if self._stop.wait(self._pause):
                return
            connection.sendall(bytes([byte]))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), 1).close()
        self._thread.join()
        self._listener.close()
        for connection in self._kept or ():
            connection.close()


def _read(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return data
        data += piece
        if data.startswith(b"\x16"):  # a TLS handshake, and no request will come
            return data
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        piece = connection.recv(65536)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body
