"""Request → answer: which endpoint, what goes wrong, who may ask, and the rest."""

import datetime as dt
import hashlib
import re
import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sns_cli.adapters.channels.x import XCredentials
from sns_cli.adapters.rehearsal import api, uploads
from sns_cli.adapters.rehearsal.faults import STRANGE, Fault, FaultBox, fault_of
from sns_cli.adapters.rehearsal.http import (
    Answer,
    Ending,
    Request,
    Route,
    json_answer,
    json_object,
    timestamp,
)
from sns_cli.adapters.rehearsal.limits import RateLimits
from sns_cli.adapters.rehearsal.oauth import refusal
from sns_cli.adapters.rehearsal.page import MEDIA, timeline_page
from sns_cli.adapters.rehearsal.problems import problem
from sns_cli.adapters.rehearsal.store import Store, StoredMedia

_RESET_AFTER: Final = 900.0
_PAGE_POSTS: Final = 200


class Routes:
    """The whole service without its sockets; safe to call from several threads."""

    def __init__(
        self,
        store: Store,
        credentials: XCredentials,
        profile: api.Profile,
        limits: Mapping[Route, int],
    ) -> None:
        self.faults = FaultBox()
        self._store = store
        self._credentials = credentials
        self.profile = profile
        self._limits = RateLimits(limits)
        self._counts = dict.fromkeys(Route, 0)
        self._lock = threading.Lock()

    def answer(self, request: Request, now: dt.datetime) -> Answer:
        """Return what to answer; ``now`` is the service's time."""
        route, argument = _route(request)
        if route is None:
            return self._beside_the_api(request)
        with self._lock:
            self._counts[route] += 1
        fault = self.faults.take(route)
        early = None if fault is None else self._misbehave(fault, now)
        if early is not None:
            return early
        result = self._authentic(route, argument, request, now, fault)
        if fault is not None and fault.after:
            return _spoil(result, fault)
        if fault is not None and fault.name == "wrong-clock":
            return replace(result, clock_error=fault.seconds or 3600.0)
        return result

    def _misbehave(self, fault: Fault, now: dt.datetime) -> Answer | None:
        """Return the answer of a fault that strikes before anything is accepted."""
        if fault.name == "hang":
            return Answer(200, ending=Ending.HANG, seconds=fault.hang_seconds())
        if fault.name == "reset":
            return Answer(200, ending=Ending.RESET)
        if fault.name == "timeline-empty":
            return json_answer(200, {"meta": {"result_count": 0}})
        if fault.status is None:
            return _strange(fault.name)
        refused = problem(fault.status)
        if fault.name != "429":
            return refused
        reset = now + dt.timedelta(seconds=fault.seconds or _RESET_AFTER)
        headers = {
            "x-rate-limit-limit": "100",
            "x-rate-limit-remaining": "0",
            "x-rate-limit-reset": str(int(reset.timestamp())),
        }
        return replace(refused, headers=headers)

    def _authentic(
        self,
        route: Route,
        argument: str,
        request: Request,
        now: dt.datetime,
        fault: Fault | None,
    ) -> Answer:
        reason = refusal(request, self._credentials, now, self._store.remember_nonce)
        if reason is not None:
            # X does not say why; who rehearses may know.
            return replace(problem(401), headers={"x-rehearsal-reason": reason})
        allowed, headers = self._limits.take(route, now)
        if not allowed:
            return replace(problem(429), headers=headers)
        wrong = fault is not None and fault.name == "wrong-account"
        profile = api.OTHER if wrong else self.profile
        result = self._carry_out(route, argument, request, now, profile)
        return replace(result, headers=headers)

    def _carry_out(
        self,
        route: Route,
        argument: str,
        request: Request,
        now: dt.datetime,
        profile: api.Profile,
    ) -> Answer:
        match route:
            case Route.ME:
                return api.me(profile, request)
            case Route.CREATE:
                return api.create(self._store, profile, request, now)
            case Route.DELETE:
                return api.delete(self._store, argument)
            case Route.TIMELINE:
                return api.timeline(self._store, profile, argument, request)
            case Route.UPLOAD:
                return uploads.upload(self._store, request, now)
            case Route.METADATA:
                return uploads.metadata(self._store, request, now)

    def _beside_the_api(self, request: Request) -> Answer:
        match request.method, request.path:
            case "GET", "/" | "/timeline":
                page = timeline_page(self.profile, self._store.newest(_PAGE_POSTS))
                return Answer(200, page.encode(), "text/html; charset=utf-8")
            case "GET", "/rehearsal/state":
                return json_answer(200, self.state())
            case "POST", "/rehearsal/faults":
                return self._add_fault(request)
            case "DELETE", "/rehearsal/faults":
                self.faults.clear()
                return json_answer(200, {"faults": []})
            case "GET", path if path.startswith(MEDIA):
                return self._picture(path.removeprefix(MEDIA))
            case _:
                return problem(404, f"No such address: {request.path}")

    def _picture(self, media_id: str) -> Answer:
        held = self._store.media(media_id)
        if held is None:
            return problem(404, "No such picture.")
        return Answer(200, held.content, held.mime)

    def _add_fault(self, request: Request) -> Answer:
        try:
            self.faults.add(fault_of(json_object(request.body) or {}))
        except ValueError as error:
            return problem(400, str(error))
        return json_answer(200, {"faults": self.faults.waiting()})

    def state(self) -> dict[str, object]:
        """Return what was accepted and asked so far, for tests and the curious."""
        with self._lock:
            counts = {route.value: number for route, number in self._counts.items()}
        posts = [
            {
                "id": post.remote_id,
                "text": post.text,
                "created_at": timestamp(post.created_at),
                "deleted": post.deleted,
                "media": [_media_json(one) for one in post.media],
            }
            for post in self._store.everything()
        ]
        return {"posts": posts, "requests": counts, "faults": self.faults.waiting()}


_ROUTES: Final = (
    ("GET", re.compile(r"/2/users/me"), Route.ME),
    ("POST", re.compile(r"/2/tweets"), Route.CREATE),
    ("DELETE", re.compile(r"/2/tweets/([^/]*)"), Route.DELETE),
    ("GET", re.compile(r"/2/users/([^/]*)/tweets"), Route.TIMELINE),
    ("POST", re.compile(r"/2/media/upload"), Route.UPLOAD),
    ("POST", re.compile(r"/2/media/metadata"), Route.METADATA),
)


def _route(request: Request) -> tuple[Route | None, str]:
    """Return the endpoint and the id in its address, if it has one."""
    for method, path, route in _ROUTES:
        match = path.fullmatch(request.path)
        if method == request.method and match is not None:
            return route, "".join(match.groups())
    return None, ""


def _media_json(media: StoredMedia) -> dict[str, object]:
    return {
        "id": media.media_id,
        "mime": media.mime,
        "size": len(media.content),
        "sha256": hashlib.sha256(media.content).hexdigest(),
        "alt": media.alt,
    }


def _strange(name: str) -> Answer | None:
    if name not in STRANGE:
        return None
    status, body = STRANGE[name]
    kind = "application/json" if body[:1] in {b"{", b"[", b"n"} else "text/html"
    return Answer(status, body, kind)


def _spoil(result: Answer, fault: Fault) -> Answer:
    """Return the answer to a request that was carried out, gone wrong on its way."""
    if result.status >= 400:  # noqa: PLR2004  (nothing was accepted)
        return result
    match fault.name:
        case "accept-then-hang":
            return replace(result, ending=Ending.HANG, seconds=fault.hang_seconds())
        case "accept-then-reset":
            return replace(result, ending=Ending.RESET)
        case "accept-then-truncate":
            return replace(result, ending=Ending.TRUNCATE)
        case "accept-then-503":
            return replace(problem(503), headers=result.headers)
        case _:
            without = json_answer(result.status, {"data": {}})
            return replace(without, headers=result.headers)
