"""The one way out to X, under tweepy.

tweepy 4.17 sets no timeout, follows redirects and fixes the host (services.md §1). All
of it is put right in one requests adapter, mounted for every address. It also keeps the
account that everything rests on: whether a byte of the request left this machine.
"""

import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_CURRENT: ContextVar["Exchange"] = ContextVar("exchange")


class Exchange:
    """What is known of one request while it is under way.

    Attributes:
        left: a byte of the request may have left this machine.
        expired: the deadline for the whole answer passed; the connection was cut.
        response: the answer, read to its end.
    """

    def __init__(self, deadline: float) -> None:
        self.left = False
        self.expired = False
        self.response: requests.Response | None = None
        self._deadline = deadline
        self._timer: threading.Timer | None = None

    def leaves_by(self, sock: Any) -> None:  # noqa: ANN401  (TLS has its own types)
        """Note that the request is being written; from now on the deadline runs.

        A socket timeout alone bounds each read, not their sum: a server that trickles
        could hold the run for ever.
        """
        self.left = True
        if self._timer is None:
            self._timer = threading.Timer(self._deadline, self._expire, (sock,))
            self._timer.daemon = True
            self._timer.start()

    def _expire(self, sock: Any) -> None:  # noqa: ANN401  (as above)
        self.expired = True
        with contextlib.suppress(OSError):
            socket.socket.shutdown(getattr(sock, "socket", sock), socket.SHUT_RDWR)

    def finish(self) -> None:
        """Stop the deadline."""
        if self._timer is not None:
            self._timer.cancel()


@contextlib.contextmanager
def exchanging(deadline: float) -> Iterator[Exchange]:
    """Watch the one request made inside the ``with``; ``deadline`` in seconds."""
    exchange = Exchange(deadline)
    token = _CURRENT.set(exchange)
    try:
        yield exchange
    finally:
        _CURRENT.reset(token)
        exchange.finish()


class _Watched(HTTPConnection):
    """A connection that tells the exchange when the request itself is written.

    What is written while connecting (a proxy's CONNECT, the TLS handshake) is not the
    request: a failure there proves that nothing was accepted.
    """

    debuglevel = 0  # http.client would print requests, credentials included
    _connecting = False

    def connect(self) -> None:
        self._connecting = True
        try:
            super().connect()
        finally:
            self._connecting = False

    def send(self, data: Any) -> None:  # noqa: ANN401  (as in http.client)
        if self.sock is None:
            self.connect()
        if not self._connecting:
            _CURRENT.get().leaves_by(self.sock)
        super().send(data)


class _WatchedTls(_Watched, HTTPSConnection):
    """The same inside TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Watched


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedTls


_POOLS: Final = {"http": _Pool, "https": _TlsPool}


class _Transport(HTTPAdapter):
    """Sends each request once, within the timeouts, to X or to a loopback server."""

    def __init__(self, api_base: str | None, timeouts: tuple[float, float]) -> None:
        self._base = None if api_base is None else urlsplit(api_base)
        self._timeouts = timeouts
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  (passed on)
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401  (passed on)
        manager = super().proxy_manager_for(proxy, **kwargs)
        if proxy.lower().startswith("socks"):
            _CURRENT.get().left = True  # its connections are not ours to watch
        else:
            manager.pool_classes_by_scheme = _POOLS
        return manager

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002  (the signature is requests')
        timeout: object = None,  # noqa: ARG002  (ours count)
        verify: bool | str = True,  # noqa: FBT001, FBT002  (the signature is requests')
        cert: Any = None,  # noqa: ANN401  (passed on)
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        if self._base is not None:
            request, proxies = self._to_loopback(request), None
        try:
            response = super().send(
                request,
                stream=stream,
                timeout=self._timeouts,
                verify=verify,
                cert=cert,
                proxies=proxies,
            )
            _ = response.content  # read to the end, or raise
        finally:
            # A kept connection may be closed under us in the instant of sending, and
            # then nobody knows. A handshake for each request costs less than a doubt.
            self.close()
        _CURRENT.get().response = response
        return response

    def _to_loopback(
        self, request: requests.PreparedRequest
    ) -> requests.PreparedRequest:
        assert self._base is not None  # noqa: S101  (the caller looked)
        moved = request.copy()
        there = urlsplit(str(request.url))
        moved.url = there._replace(
            scheme=self._base.scheme, netloc=self._base.netloc
        ).geturl()
        return moved


class _Session(requests.Session):
    """A session that goes nowhere but where it was sent."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002  (the signature is requests')
        return None


def open_session(
    api_base: str | None, timeouts: tuple[float, float]
) -> requests.Session:
    """Return the session tweepy is to use.

    Args:
        api_base: a checked loopback address, or None for X. System proxies are ignored
            for loopback; ``REQUESTS_CA_BUNDLE`` works for both.
        timeouts: seconds for connecting and for the whole answer.
    """
    session = _Session()
    # Were tweepy to change its fixed host, nothing may slip past this adapter.
    session.adapters.clear()
    session.mount("https://", _Transport(api_base, timeouts))
    session.headers["Connection"] = "close"
    return session
