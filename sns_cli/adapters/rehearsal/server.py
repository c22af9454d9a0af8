"""The rehearsal service as a whole: start, stop, and what tests ask of it.

It listens on 127.0.0.1 and nowhere else.
"""

import datetime as dt
import errno
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.rehearsal.api import Profile
from sns_cli.adapters.rehearsal.faults import Fault
from sns_cli.adapters.rehearsal.http import Route
from sns_cli.adapters.rehearsal.limits import X_LIMITS
from sns_cli.adapters.rehearsal.routes import Routes
from sns_cli.adapters.rehearsal.sockets import HOST, Listener
from sns_cli.adapters.rehearsal.store import Store
from sns_cli.errors import SettingsError
from sns_cli.messages.rehearsal import TEXTS

REHEARSAL_CREDENTIALS: Final = XCredentials(
    consumer_key="rehearsal-consumer-key",
    consumer_secret="rehearsal-consumer-secret",  # noqa: S106  (public on purpose)
    access_token="rehearsal-access-token",  # noqa: S106  (public on purpose)
    access_token_secret="rehearsal-access-token-secret",  # noqa: S106  (public on purpose)
)
"""Public: printed, published, the same everywhere. They open nothing but this."""


class RehearsalServer:
    """The service, running from its construction until :meth:`stop`."""

    def __init__(
        self,
        database: Path,
        credentials: XCredentials = REHEARSAL_CREDENTIALS,
        handle: str = "example_lib",
        port: int = 0,
        *,
        limits: Mapping[Route, int] = X_LIMITS,
        now: Callable[[], dt.datetime] | None = None,
    ) -> None:
        """Open the database and start to listen.

        Args:
            database: SQLite file; created if absent. Its posts are shown again.
            credentials: the only ones accepted.
            handle: name of the account.
            port: 0 takes a free one.
            limits: requests per endpoint and 15 minutes.
            now: the service's clock (aware); the machine's if absent.

        Raises:
            SettingsError: ``rehearsal-port-taken`` or ``rehearsal-database-unusable``.
        """
        self._store = Store(database)
        profile = Profile(handle, TEXTS["rehearsal-account-name"].ja)
        routes = Routes(self._store, credentials, profile, limits)
        try:
            self._http = Listener(port, routes, now or SystemClock().real_now)
        except OSError as error:
            self._store.close()
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise SettingsError("rehearsal-port-taken", port=port) from error
            raise
        self._routes = routes
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()
        self._stopped = False

    @property
    def api_base(self) -> str:
        """What ``SNS_<ACCOUNT>_API_BASE`` must be; also the timeline's address."""
        return f"http://{HOST}:{self._http.server_address[1]}"

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._http.server_address[1])

    def add_fault(self, fault: Fault) -> None:
        """Misbehave as told."""
        self._routes.faults.add(fault)

    def present(self, **said: str) -> None:
        """Change what the account says of itself: ``name``, ``biography``, ``address``.

        As somebody would in the service's own page.
        """
        self._routes.profile = replace(self._routes.profile, **said)

    def media(self, media_id: str) -> bytes | None:
        """Return exactly the bytes of a picture that was received."""
        held = self._store.media(media_id)
        return None if held is None else held.content

    def state(self) -> Mapping[str, object]:
        """Return the same as ``GET /rehearsal/state``."""
        return self._routes.state()

    def stop(self) -> None:
        """Stop listening, end every connection, close the database. May be repeated."""
        if self._stopped:
            return
        self._stopped = True
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()
        self._http.end_connections()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
