"""The ways the service can be told to misbehave, each for a number of requests."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sns_cli.adapters.rehearsal.http import Route

_PAGE: Final = b"<!doctype html><title>Please wait</title>"
_ERRORS: Final = b'{"errors": [{"message": "Something went wrong."}]}'
_PERMISSIONS: Final = (
    b'{"title": "Forbidden", "status": 403, '
    b'"type": "https://api.twitter.com/2/problems/oauth1-permissions", '
    b'"detail": "Your client app is not configured with the appropriate oauth1 app '
    b'permissions for this endpoint."}'
)
_STATUSES: Final = (400, 401, 402, 403, 422, 429, 500, 502, 503, 504)
FAULTS: Final[Mapping[str, Route | None]] = {
    "accept-then-hang": Route.CREATE,
    "accept-then-reset": Route.CREATE,
    "accept-then-503": Route.CREATE,
    "accept-then-truncate": Route.CREATE,
    "accept-without-id": Route.CREATE,
    "hang": Route.CREATE,
    "reset": Route.CREATE,
    **{str(status): Route.CREATE for status in _STATUSES},
    "413": Route.UPLOAD,
    "415": Route.UPLOAD,
    "429-without-reset": Route.CREATE,
    "200-page": Route.CREATE,
    "200-errors": Route.CREATE,
    "200-null": Route.CREATE,
    "200-list": Route.CREATE,
    "204": Route.CREATE,
    "404-page": Route.CREATE,
    "403-permissions": Route.CREATE,
    "timeline-empty": Route.TIMELINE,
    "timeline-down": Route.TIMELINE,
    "wrong-account": Route.ME,
    "wrong-clock": None,
}
"""Every fault by name, with the endpoint it hits unless told otherwise (None: any)."""

STRANGE: Final[Mapping[str, tuple[int, bytes]]] = {
    "200-page": (200, _PAGE),
    "200-errors": (200, _ERRORS),
    "200-null": (200, b"null"),
    "200-list": (200, b"[]"),
    "204": (204, b""),
    "404-page": (404, _PAGE),
    "403-permissions": (403, _PERMISSIONS),
}
"""Answers word for word: nothing was done, whatever the status says."""

_LONGEST_HANG: Final = 120.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to misbehave.

    Attributes:
        name: a key of :data:`FAULTS`.
        on: the endpoint; None is any.
        times: how many requests are hit.
        seconds: length of a hang, error of the clock, or wait until the limit resets;
            None takes what suits the fault.
    """

    name: str
    on: Route | None
    times: int = 1
    seconds: float | None = None

    @property
    def after(self) -> bool:
        """Whether the request is carried out before things go wrong."""
        return self.name.startswith("accept-")

    @property
    def status(self) -> int | None:
        """The status of a fault that is nothing but a refusal."""
        if self.name in STRANGE:
            return None
        if self.name == "timeline-down":
            return 503
        head = self.name.partition("-")[0]
        return int(head) if head.isdecimal() else None

    def hang_seconds(self) -> float:
        """Return how long to hang, never longer than two minutes."""
        wanted = _LONGEST_HANG if self.seconds is None else self.seconds
        return max(0.0, min(wanted, _LONGEST_HANG))


def fault_of(value: Mapping[str, Any]) -> Fault:
    """Return the fault that a control request or ``--fault`` names.

    Args:
        value: ``{"fault": name, "times": n, "on": endpoint, "seconds": s}``; only the
            name is needed. ``on`` may be ``any``.

    Raises:
        ValueError: a name, number or endpoint is unknown; the text says which.
    """
    unknown = value.keys() - {"fault", "times", "on", "seconds"}
    name, times = value.get("fault"), value.get("times", 1)
    seconds = value.get("seconds")
    if not isinstance(name, str) or name not in FAULTS:
        raise ValueError("fault: " + ", ".join(FAULTS))
    if unknown or not isinstance(times, int) or times < 1:
        routes = ", ".join(Route)
        raise ValueError(f"times: 1, 2, …; on: {routes}, any")
    if not isinstance(seconds, int | float | None):
        raise ValueError("seconds: a number")  # noqa: TRY004  (one error for the form)
    return Fault(name, _route(value, FAULTS[name]), times, seconds)


def _route(value: Mapping[str, Any], default: Route | None) -> Route | None:
    if "on" not in value:
        return default
    return None if value["on"] == "any" else Route(value["on"])


class FaultBox:
    """The faults that wait for their requests; safe to use from several threads."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        """Put a fault at the end of the queue."""
        with self._lock:
            self._waiting.append(fault)

    def clear(self) -> None:
        """Behave well from now on."""
        with self._lock:
            self._waiting.clear()

    def take(self, route: Route) -> Fault | None:
        """Use up one turn of the first fault that hits this endpoint."""
        with self._lock:
            for place, fault in enumerate(self._waiting):
                if fault.on in {route, None}:
                    rest = [replace(fault, times=fault.times - 1)]
                    self._waiting[place : place + 1] = rest if fault.times > 1 else []
                    return fault
        return None

    def waiting(self) -> list[dict[str, object]]:
        """Return what still waits, for the state."""
        with self._lock:
            return [
                {"fault": one.name, "on": one.on or "any", "times": one.times}
                for one in self._waiting
            ]
