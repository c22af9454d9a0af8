"""A service in memory that does as a script says; twin of ``ports.Channel``."""

import datetime as dt
from collections import deque
from dataclasses import dataclass, field

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

TIMEOUT = NoReply(left=True, reason="timeout")


@dataclass(frozen=True, slots=True)
class Lost:
    """The request is carried out, and this is all the client hears of it."""

    answer: Answer = TIMEOUT


@dataclass
class ScriptedChannel:
    """Accepts everything, except where the next step of the script says otherwise.

    Attributes:
        script: for each coming ``send``: an answer that stands for a refusal, or
            ``Lost``. When it is used up, posts are accepted and answered.
        timeline_script: answers of the coming ``read_back`` calls.
        prepare_script: answers of the coming ``prepare`` calls that fail.
        held: pictures with their descriptions that were handed over, by id.
        shown: pictures of each post that is or was public.
        posts: what is public, oldest first.
        sent: every text that reached the service's door, accepted or not.
        time: the service's clock; moves one second with each accepted post.
    """

    handle: str = "library"
    user_id: str = "1"
    script: deque[Answer | Lost] = field(default_factory=deque)
    timeline_script: deque[Answer] = field(default_factory=deque)
    prepare_script: deque[Answer] = field(default_factory=deque)
    held: dict[str, tuple[bytes, str | None]] = field(default_factory=dict)
    shown: list[list[tuple[bytes, str | None]]] = field(default_factory=list)
    posts: list[RemotePost] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    time: dt.datetime = dt.datetime(2026, 11, 25, 1, 0, tzinfo=dt.UTC)
    _last_id: int = 0

    def identify(self) -> Identity | Answer:
        """Say whose credentials these are."""
        return Identity(self.user_id, self.handle, self.time)

    def prepare(self, message: Message) -> Prepared | Answer:
        """Do the next step of the script, or hold the pictures."""
        if not message.payload.media:
            return NOTHING
        if self.prepare_script:
            return self.prepare_script.popleft()
        ids = []
        for item in message.payload.media:
            media_id = f"m{len(self.held)}"
            self.held[media_id] = (message.blobs[item.sha256], item.alt)
            ids.append(media_id)
        return Prepared(tuple(ids))

    def send(self, message: Message, prepared: Prepared = NOTHING) -> Answer:
        """Do the next step of the script, or accept."""
        if len(prepared.media_ids) != len(message.payload.media):
            return NoReply(left=False, reason="media-not-prepared")
        step = self.script.popleft() if self.script else None
        text = message.payload.text
        if isinstance(step, NoReply) and not step.left:
            return step
        self.sent.append(text)
        if isinstance(step, Reply | NoReply):
            return step
        answer = self._accept(text)
        self.shown.append([self.held[one] for one in prepared.media_ids])
        return answer if step is None else step.answer

    def read_back(self, since: dt.datetime | None) -> Timeline | Answer:
        """Show the posts, newest first."""
        if self.timeline_script:
            return self.timeline_script.popleft()
        shown = (
            post
            for post in reversed(self.posts)
            if since is None or post.created_at is None or post.created_at >= since
        )
        return Timeline(tuple(shown))

    def delete(self, remote_id: str) -> Answer:
        """Take a post away."""
        left = [post for post in self.posts if post.remote_id != remote_id]
        gone = len(left) == len(self.posts)
        self.posts = left
        return Reply(404 if gone else 200, server_time=self.time)

    def _accept(self, text: str) -> Reply:
        self._last_id += 1
        self.time += dt.timedelta(seconds=1)
        remote_id = str(self._last_id)
        url = f"https://social.example/{self.handle}/{remote_id}"
        self.posts.append(RemotePost(remote_id, text, url, self.time))
        return Reply(201, remote_id=remote_id, url=url, server_time=self.time)
