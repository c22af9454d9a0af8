"""Rate limits per endpoint and 15 minutes, and the headers that tell of them."""

import datetime as dt
import threading
from collections.abc import Mapping
from typing import Final

from sns_cli.adapters.rehearsal.http import Route

WINDOW: Final = dt.timedelta(minutes=15)
X_LIMITS: Final[Mapping[Route, int]] = {
    Route.ME: 75,
    Route.CREATE: 100,
    Route.DELETE: 50,
    Route.TIMELINE: 900,
    Route.UPLOAD: 500,
    Route.METADATA: 500,
}
"""X's limits per user (services.md §1)."""


class RateLimits:
    """Counts requests; forgets when the process ends."""

    def __init__(self, limits: Mapping[Route, int]) -> None:
        self._limits = limits
        self._windows: dict[Route, tuple[dt.datetime, int]] = {}
        self._lock = threading.Lock()

    def take(self, route: Route, now: dt.datetime) -> tuple[bool, dict[str, str]]:
        """Count a request; return whether it may pass, and the headers to send."""
        limit = self._limits[route]
        with self._lock:
            end, used = self._windows.get(route, (now, 0))
            if now >= end:
                end, used = now + WINDOW, 0
            used += 1
            self._windows[route] = (end, used)
        headers = {
            "x-rate-limit-limit": str(limit),
            "x-rate-limit-remaining": str(max(0, limit - used)),
            "x-rate-limit-reset": str(int(end.timestamp()) + 1),
        }
        return used <= limit, headers
