"""One X account behind the port ``Channel`` (``POST /2/tweets`` and its kin).

Start reading at :meth:`XChannel.send`. X has no idempotency key, so a request is made
once and whatever came of it is reported as it is: an answer, or none and whether the
request may have left this machine. ``publish.classify`` draws the conclusions.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Final, Protocol, TypeGuard, cast

from sns_cli.adapters.channels.x.answers import is_post_id, post_id_of, reply_of
from sns_cli.adapters.channels.x.credentials import XCredentials, check_api_base
from sns_cli.adapters.channels.x.media import (
    Client,
    describe,
    processing_of,
    upload,
)
from sns_cli.adapters.channels.x.profile import PROFILE_FIELDS, profile_of
from sns_cli.adapters.channels.x.proof import (
    is_deleted,
    is_described,
    is_unknown_post,
)
from sns_cli.adapters.channels.x.scrub import Scrubber
from sns_cli.adapters.channels.x.timeline import next_page_of, post_url, posts_of
from sns_cli.adapters.web.silence import silence_libraries
from sns_cli.model.channel import (
    NOTHING,
    Answer,
    Identity,
    Message,
    NoReply,
    Prepared,
    RemotePost,
    Reply,
    Timeline,
)
from sns_cli.model.event import PayloadMedia

_PAGE_SIZE: Final = 100
_NOT_FOUND: Final = 404
_NO_FIELDS: Final = frozenset({400, 404})
"""A service that does not know ``user.fields``, or not by these names."""
_UNPROCESSABLE: Final = 422
_MOST_PAGES: Final = 32
"""X shows an account's newest 3,200 posts; beyond them absence cannot be seen."""
_SURELY_ALL: Final = 3_000
"""A timeline of fewer posts did not end at X's limit; some of those may be hidden."""


class _Client(Client, Protocol):
    """What we use of ``tweepy.Client``, which ships no types."""

    def get_me(self, *, user_auth: bool, user_fields: list[str] | None) -> object: ...

    def create_tweet(self, *, user_auth: bool, **what: object) -> object: ...

    def delete_tweet(self, remote_id: str, /, *, user_auth: bool) -> object: ...

    def get_users_tweets(
        self, user_id: str, /, *, user_auth: bool, **parameters: object
    ) -> object: ...


class XChannel:
    """One account on X; implements ``ports.Channel``, for one run and one thread."""

    def __init__(
        self,
        credentials: XCredentials,
        handle: str | None = None,
        api_base: str | None = None,
        timeouts: tuple[float, float] = (10.0, 60.0),
        *,
        profile: bool = False,
    ) -> None:
        """Prepare for requests; the first one costs the import of tweepy.

        Args:
            credentials: of the account.
            handle: the account's name for addresses; X's own word if absent.
            api_base: a loopback server to use instead of X.
            timeouts: seconds for connecting, and for the whole answer after it.
            profile: ask also what the account says of itself.

        Raises:
            SettingsError: ``api_base`` is malformed or no loopback address.
        """
        self._base = None if api_base is None else check_api_base(api_base)
        self._credentials = credentials
        self._timeouts = timeouts
        self._scrub = Scrubber(credentials.values())
        self._handle = handle.removeprefix("@") if handle else None
        self._identity: Identity | None = None
        self._fields = list(PROFILE_FIELDS) if profile else None

    @cached_property
    def _client(self) -> _Client:
        return _open_client(self._credentials, self._base, self._timeouts)

    def close(self) -> None:
        """Let go of connections."""
        if "_client" in vars(self):
            self._client.session.close()

    def identify(self) -> Identity | Answer:
        """Ask whose credentials these are: ``GET /2/users/me``, once per channel."""
        if self._identity is not None:
            return self._identity
        answer = self._me()
        if self._fields and isinstance(answer, Reply) and answer.status in _NO_FIELDS:
            # Whose credentials these are matters more than what the account says.
            self._fields = None
            answer = self._me()
        if not _is_success(answer):
            return answer
        data = (answer.body or {}).get("data")
        user_id = post_id_of(answer.body)
        handle = data.get("username") if isinstance(data, dict) else None
        if user_id is None or not isinstance(handle, str) or not is_post_id(handle):
            return answer
        profile = None if self._fields is None else profile_of(data or {}, handle)
        self._identity = Identity(user_id, handle, answer.server_time, profile)
        return self._identity

    def _me(self) -> Answer:
        return self._ask(
            lambda client: client.get_me(user_auth=True, user_fields=self._fields)
        )

    def prepare(self, message: Message) -> Prepared | Answer:
        """Hand over the pictures with their descriptions; the first failure ends it.

        A picture whose description X did not take is not used: it would go out without.
        """
        ids: list[str] = []
        wait = 0.0
        for item in message.payload.media:
            content = message.blobs[item.sha256]
            held = self._hold(item, content)
            if not isinstance(held, tuple):
                return held
            ids.append(held[0])
            wait = max(wait, held[1])
        return Prepared(tuple(ids), wait)

    def _hold(self, item: PayloadMedia, content: bytes) -> tuple[str, float] | Answer:
        """Return X's id of one picture and how long to wait for it."""
        answer = self._ask(lambda client: upload(client, item, content))
        if not _is_success(answer):
            return answer
        media_id = post_id_of(answer.body)
        state, wait = processing_of(answer.body)
        if media_id is None or state == "failed":
            # X took the request and not the picture: as if it had said so at once.
            status = answer.status if media_id is None else _UNPROCESSABLE
            return replace(answer, status=status, detail=answer.detail or "no-media")
        alt = item.alt
        if alt:
            told = self._ask(lambda client: describe(client, media_id, alt))
            if not _is_success(told):
                return told
            if not is_described(told.body, media_id):
                return replace(told, detail=told.detail or "description-not-confirmed")
        return media_id, wait

    def send(self, message: Message, prepared: Prepared = NOTHING) -> Answer:
        """Send once: ``POST /2/tweets``. No retry, no redirect, within the timeouts."""
        if len(prepared.media_ids) != len(message.payload.media):
            # Nothing that was approved may be left out silently.
            return NoReply(left=False, reason="media-not-prepared")
        what: dict[str, object] = {"text": message.payload.text}
        if prepared.media_ids:
            what["media_ids"] = list(prepared.media_ids)
        answer = self._ask(lambda client: client.create_tweet(user_auth=True, **what))
        if not _is_success(answer):
            return answer
        remote_id = post_id_of(answer.body)
        if remote_id is None:
            return answer
        return replace(answer, remote_id=remote_id, url=self._url(remote_id))

    def delete(self, remote_id: str) -> Answer:
        """Delete a post of ours: ``DELETE /2/tweets/:id``; 404 means already gone.

        Either is only reported where X says so in so many words.
        """
        if not is_post_id(remote_id):
            return NoReply(left=False, reason="post-id-malformed")
        answer = self._ask(
            lambda client: client.delete_tweet(remote_id, user_auth=True)
        )
        if _is_success(answer):
            if not is_deleted(answer.body):
                return NoReply(left=True, reason="not-deleted")
            return replace(answer, remote_id=remote_id, url=self._url(remote_id))
        if isinstance(answer, Reply) and answer.status == _NOT_FOUND:
            gone = is_unknown_post(answer.body, remote_id)
            return answer if gone else NoReply(left=True, reason="not-deleted")
        return answer

    def read_back(self, since: dt.datetime | None) -> Timeline | Answer:
        """Return our newest posts since ``since`` (aware), all pages that X shows.

        A page that cannot be read is no answer: absence must be seen, not assumed. A
        list that goes on beyond X's limit is not whole: what is on it is still there.
        """
        who = self.identify()
        if not isinstance(who, Identity):
            return who
        posts: dict[str, RemotePost] = {}
        token: str | None = None
        for _ in range(_MOST_PAGES):
            answer = self._page(who.user_id, since, token)
            if not _is_success(answer):
                return answer
            page = posts_of(answer.body or {}, self._handle or who.handle)
            if page is None:
                return replace(answer, detail=answer.detail or "unreadable timeline")
            posts |= {post.remote_id: post for post in page}
            token = next_page_of(answer.body or {})
            if token is None:
                return Timeline(tuple(posts.values()), whole=len(posts) < _SURELY_ALL)
        return Timeline(tuple(posts.values()), whole=False)

    def _page(
        self, user_id: str, since: dt.datetime | None, token: str | None
    ) -> Answer:
        return self._ask(
            lambda client: client.get_users_tweets(
                user_id,
                user_auth=True,
                max_results=_PAGE_SIZE,
                tweet_fields=["created_at", "entities"],
                start_time=since,
                pagination_token=token,
            )
        )

    def _url(self, remote_id: str) -> str:
        known = self._identity.handle if self._identity else None
        return post_url(self._handle or known, remote_id)

    def _ask(self, call: Callable[[_Client], object]) -> Answer:
        """Make one request; every way it can end becomes a value.

        tweepy is asked for nothing but the request: it raises for some statuses, trips
        over unusual bodies and headers, and lets the libraries' errors through. The
        response that the transport kept says the same without those accidents.
        """
        from sns_cli.adapters.channels.x.transport import exchanging  # noqa: PLC0415  (imports requests)
        from sns_cli.adapters.web.failures import reason_of  # noqa: PLC0415  (imports urllib3)

        client = self._client
        failure: Exception | None = None
        with exchanging(self._timeouts[1]) as exchange:
            try:
                call(client)
            except Exception as error:  # noqa: BLE001  (the outermost guard)
                failure = error
        response = exchange.response
        if response is None:
            left = exchange.left
            reason = reason_of(failure, left=left, expired=exchange.expired)
            return NoReply(left, reason)
        content = cast("bytes", response.content)
        return reply_of(response.status_code, response.headers, content, self._scrub)


def _is_success(answer: Answer) -> TypeGuard[Reply]:
    return isinstance(answer, Reply) and 200 <= answer.status < 300  # noqa: PLR2004  (RFC 9110 §15.3)


def _open_client(
    credentials: XCredentials, api_base: str | None, timeouts: tuple[float, float]
) -> _Client:
    silence_libraries()
    # Only the commands that talk to X pay for these imports.
    import requests  # noqa: PLC0415
    import tweepy  # noqa: PLC0415

    from sns_cli.adapters.channels.x.transport import open_session  # noqa: PLC0415

    client: _Client = tweepy.Client(
        consumer_key=credentials.consumer_key,
        consumer_secret=credentials.consumer_secret,
        access_token=credentials.access_token,
        access_token_secret=credentials.access_token_secret,
        return_type=requests.Response,
        wait_on_rate_limit=False,
    )
    client.session.close()
    client.session = open_session(api_base, timeouts)
    return client
