"""The connections of the rehearsal service, and how they hang, break and end."""

import contextlib
import datetime as dt
import socket
import socketserver
import struct
import threading
from collections.abc import Callable
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Final

from sns_cli.adapters.rehearsal.http import Answer, Ending, Request
from sns_cli.adapters.rehearsal.problems import problem
from sns_cli.adapters.rehearsal.routes import Routes

HOST: Final = "127.0.0.1"
_LARGEST_BODY: Final = 8 << 20
_IDLE_SECONDS: Final = 30.0
_STOP_SECONDS: Final = 5.0


class Listener(socketserver.ThreadingMixIn, HTTPServer):
    """Keeps account of its connections, so that a stop leaves none behind."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, port: int, routes: Routes, now: Callable[[], dt.datetime]
    ) -> None:
        self.routes = routes
        self.now = now
        self.stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._changed = threading.Condition()
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind; ``HTTPServer`` would ask the network for this machine's full name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name = HOST
        self.server_port = int(self.server_address[1])

    def process_request(
        self,
        request: socket.socket | tuple[bytes, socket.socket],
        client_address: object,
    ) -> None:
        """Note the connection before its thread starts."""
        assert isinstance(request, socket.socket)  # noqa: S101  (a stream server)
        with self._changed:
            self._open.add(request)
        super().process_request(request, client_address)

    def process_request_thread(
        self,
        request: socket.socket | tuple[bytes, socket.socket],
        client_address: object,
    ) -> None:
        """Serve the connection and strike it off."""
        assert isinstance(request, socket.socket)  # noqa: S101  (a stream server)
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._changed:
                self._open.discard(request)
                self._changed.notify_all()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that went away is daily business here."""

    def end_connections(self) -> None:
        """Wake what hangs, cut what waits, and see the threads end."""
        self.stopping.set()
        with self._changed:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._changed.wait_for(lambda: not self._open, _STOP_SECONDS)


class _Handler(BaseHTTPRequestHandler):
    """Reads one request after the other and ends each as its answer says."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = _IDLE_SECONDS
    server: Listener

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (as in http.server)
        """Print nothing: requests carry credentials."""

    def _serve(self) -> None:
        request = self._read()
        if request is None:
            self.close_connection = True
            self._write(problem(400, "The body cannot be read."))
            return
        try:
            answer = self.server.routes.answer(request, self.server.now())
        except Exception as error:  # noqa: BLE001  (a bug here must not look like a crash of sns)
            answer = problem(
                500, f"The rehearsal service failed: {type(error).__name__}"
            )
        match answer.ending:
            case Ending.WHOLE:
                self._write(answer)
            case Ending.HANG:
                self.server.stopping.wait(answer.seconds)
                self.close_connection = True
            case Ending.RESET:
                self._reset()
            case Ending.TRUNCATE:
                self._write(answer, len(answer.body) // 2)
                self.close_connection = True

    do_GET = do_POST = do_DELETE = _serve  # noqa: N815  (as in http.server)

    def _read(self) -> Request | None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdecimal():
            return None
        if int(length) > _LARGEST_BODY:
            return None
        body = self.rfile.read(int(length))
        whole = len(body) == int(length)
        return Request(self.command, self.path, headers, body) if whole else None

    def _write(self, answer: Answer, length: int | None = None) -> None:
        """Send head and body in one piece; two would wait 40 ms for each other."""
        at = self.server.now() + dt.timedelta(seconds=answer.clock_error)
        headers = {
            "Date": format_datetime(at.astimezone(dt.UTC), usegmt=True),
            "Content-Type": answer.content_type,
            "Content-Length": str(len(answer.body)),
            "Cache-Control": "no-store",
            **answer.headers,
        }
        if self.close_connection:
            headers["Connection"] = "close"
        phrase = HTTPStatus(answer.status).phrase
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        first = f"HTTP/1.1 {answer.status} {phrase}\r\n{head}\r\n"
        self.wfile.write(first.encode("latin-1") + answer.body[:length])

    def _reset(self) -> None:
        """Answer with a TCP reset: close at once what was told not to linger."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        socket.close(self.connection.detach())
        self.close_connection = True
