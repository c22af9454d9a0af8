"""A library at a git host, ready to publish: people, keys, a remote, a service."""

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from sns_cli.adapters.rehearsal import RehearsalServer
from tests.support.forks import run_forked
from tests.support.git_command import git, text
from tests.support.installed import make_library, plain_environment
from tests.support.library_files import HANDLE, x_variables
from tests.workflows.runner import Event, Host, JobRun

ACCOUNT = "kancho-gh"
_HOURS = re.compile(r"^hours = \[.*?^\]\n", re.MULTILINE | re.DOTALL)
_CLOSED = re.compile(r"^closed = \[.*?^\]\n", re.MULTILINE | re.DOTALL)
_ALWAYS = (
    'hours = [{ days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], '
    'open = "00:00", close = "24:00" }]\n'
)
_IDENTITY = ("-c", "user.name=tanto", "-c", "user.email=tanto@lib.example.lg.jp")


@dataclass
class World:
    """One library. Its workflows run on what its remote holds."""

    folder: Path
    introduction: str

    @property
    def remote(self) -> Path:
        return self.folder / "remote.git"

    @classmethod
    def begin(cls, folder: Path) -> "World":
        """Make the library, open round the clock and on the real service's terms."""
        library = make_library(folder, "--director-account", ACCOUNT)
        git(folder, "clone", "--quiet", "--bare", str(library), "remote.git")
        world = cls(folder, text(library, "rev-parse", "HEAD"))
        git(world.remote, "config", "uploadpack.allowFilter", "true")
        settings = git(library, "show", "HEAD:sns.toml").decode()
        settings = _CLOSED.sub("", _HOURS.sub(_ALWAYS, settings))
        settings = settings.replace('service = "rehearsal"', 'service = "x"', 1)
        world.propose("settings", {"sns.toml": settings})
        world.approve("settings")
        return world

    def copy(self, folder: Path) -> "World":
        """Return the same library elsewhere."""
        shutil.copytree(self.folder, folder)
        return World(folder, self.introduction)

    def clone(self, name: str) -> Path:
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        git(self.folder, "clone", "--quiet", str(self.remote), str(place))
        return place

    def propose(self, branch: str, files: dict[str, str | None]) -> str:
        """Have staff put files onto a branch of the remote; return its commit."""
        place = self.clone("staff")
        git(place, "switch", "--quiet", "--create", branch)
        for path, content in files.items():
            target = place / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                target.unlink()
            else:
                target.write_text(content, encoding="utf-8")
        git(place, "add", "--all", "--force")
        git(place, *_IDENTITY, "commit", "--quiet", "--message=案")
        git(place, "push", "--quiet", "origin", branch)
        return text(place, "rev-parse", "HEAD")

    def approve(self, branch: str, *more: str) -> str:
        """Have the director approve a branch; return the new tip of main."""
        place = self.clone("director")
        key = self.folder / "kancho-key"
        words = ["--repo", str(place), "approve", branch, "--key", str(key), "--yes"]
        words += more
        done = run_forked(words, plain_environment(self.folder), self.folder)
        assert done.code == 0, done.out + done.err
        return self.tip()

    def approve_post(self, post_id: str, body: str) -> str:
        """Have a post written and approved."""
        path = f"posts/{dt.date.today():%Y/%m}/{post_id}.md"  # noqa: DTZ011  (a folder)
        self.propose(post_id, {path: post(post_id, body)})
        return self.approve(post_id)

    def pull_request(self, number: int, head: str) -> Event:
        """Open a pull request as GitHub does: with the merge it would make."""
        base = self.tip()
        tree = text(self.remote, "merge-tree", "--write-tree", base, head)
        parents = ("-p", base, "-p", head)
        merge = text(
            self.remote, *_IDENTITY, "commit-tree", tree, *parents, "-m", "Merge"
        )
        git(self.remote, "update-ref", f"refs/pull/{number}/merge", merge)
        payload = {"pull_request": {"number": number, "base": {"sha": base}}}
        ref = f"refs/pull/{number}/merge"
        return Event("pull_request", merge, ref, payload=payload)

    def tip(self) -> str:
        return text(self.remote, "rev-parse", "main")

    def archived(self) -> list[str]:
        """Return the names of the events on main, in order."""
        listed = text(self.remote, "ls-tree", "-r", "--name-only", "main", "archive/")
        return [Path(line).stem for line in listed.splitlines() if "/20" in line]

    def secrets(self) -> dict[str, str]:
        """Return what the administrator registers."""
        key = (self.folder / "publisher-key").read_text(encoding="ascii")
        return {"SNS_PUBLISHER_KEY": key, **x_variables("x", None)}

    def variables(self, server: RehearsalServer) -> dict[str, str]:
        return {
            "SNS_INTRODUCTION": self.introduction,
            "SNS_X_API_BASE": server.api_base,
        }


@dataclass
class Office:
    """The world, its service, and a runner with the program installed."""

    world: World
    server: RehearsalServer
    host: Host

    def workflow(self, name: str, event: Event) -> JobRun:
        """Run a workflow as main has it."""
        place = self.world.clone("workflows")
        return self.host.start(place / ".github" / "workflows" / f"{name}.yml", event)

    def publish(self, name: str = "schedule", **inputs: str) -> JobRun:
        event = Event(name, self.world.tip(), inputs=inputs, actor=ACCOUNT)
        return self.workflow("publish", event)

    def sent(self) -> list[str]:
        posts = self.server.state()["posts"]
        assert isinstance(posts, list)
        return [str(one["text"]) for one in posts]


def open_office(world: World, program: Path, server: RehearsalServer) -> Office:
    """Return a runner that serves a library."""
    host = Host(str(world.remote), world.folder / "runner 1", program)
    host.variables = world.variables(server)
    host.secrets = world.secrets()
    return Office(world, server, host)


def new_server(folder: Path) -> RehearsalServer:
    return RehearsalServer(folder / "service.sqlite", handle=HANDLE)


def post(post_id: str, body: str, **fields: str) -> str:
    """Return a post file that lints clean."""
    meta = {
        "id": post_id,
        "title": f"お知らせ {post_id}",
        "category": "event",
        "basis": "announced",
        "announced": "館内掲示",
        **fields,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in meta.items())
    return f"---\n{lines}---\n{body}\n"
