"""Guards for every test: nobody's machine, nobody's network, nobody's secrets."""

import os
import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.support.isolation import isolated_environment

# The same examples every time, and never a limit in wall time: a busy machine is no
# fault. HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile(
    "same",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None)
# A mutant is to be noticed, not to be explained.
settings.register_profile(
    "mutants",
    settings.get_profile("same"),
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

isolated = pytest.fixture(autouse=True)(isolated_environment)


class YouReachedTheRealNetworkError(AssertionError):
    """A test tried to connect to something that is not this machine."""


@pytest.fixture(autouse=True)
def loopback_only() -> Iterator[None]:
    """Refuse every connection of this process that would leave the machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        if not str(host).startswith("127.") and host not in {"::1", "localhost"}:
            raise YouReachedTheRealNetworkError(address)
        connect(self, address)  # type: ignore[arg-type]  # as the caller gave it

    socket.socket.connect = guarded  # type: ignore[method-assign, assignment]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]
