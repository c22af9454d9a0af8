"""Every command line of the guides, typed by the people they are written for."""

import datetime as dt
import importlib
import shlex
import socket
from pathlib import Path

import pytest
import typer.main

from sns_cli.calendar import opening_hours
from sns_cli.cli.app import app
from sns_cli.parse.settings import parse_settings
from tests.docs.guide import DOCS, REPOSITORY, Fence, fences, mentioned_commands
from tests.docs.reader import Reader
from tests.support.git_command import git
from tests.support.tools import needs_openssh

GUIDES = ("administrator.md", "staff.md", "director.md")
PAGES = sorted(page.name for page in DOCS.glob("*.md"))
ZONE = dt.timezone(dt.timedelta(hours=9))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _open_time() -> dt.datetime:
    """Return an hour after opening on an open day to come, as a new library has it."""
    settings = parse_settings((REPOSITORY / "sns.toml").read_bytes())
    assert not isinstance(settings, tuple)
    hours = opening_hours(settings.calendars["chuo"], settings.library.timezone)
    tomorrow = dt.datetime.now(ZONE) + dt.timedelta(days=1)  # noqa: TID251  (the commands run now)
    opening = hours.next_opening(tomorrow)
    assert opening is not None
    return opening + dt.timedelta(minutes=5)


def _of(page: str, chapters: range) -> list[Fence]:
    return [fence for fence in fences(page) if fence.chapter in chapters]


class Town:
    """The people of the guides and the git host between them."""

    def __init__(self, folder: Path) -> None:
        self.origin = folder / "host.git"
        git(folder, "init", "--quiet", "--bare", "-b", "main", str(self.origin))
        port = _free_port()
        at = _open_time()
        words = {
            "http://127.0.0.1:8765": f"http://127.0.0.1:{port}",
            "rehearse serve": f"rehearse serve --port {port}",
            "2027-04-06T10:00": at.strftime("%Y-%m-%dT%H:%M"),
            "2027-04-06T10:15": (at + dt.timedelta(minutes=15)).strftime(
                "%Y-%m-%dT%H:%M"
            ),
        }
        self.people = {
            name: Reader(folder / name, self.origin, words)
            for name in ("kanri", "kancho", "tanto")
        }
        self.shown: dict[str, str] = {}

    def play(self, page: str, who: str, chapters: range) -> None:
        for fence in _of(page, chapters):
            if fence.kind != "sh" and "edit" not in fence.notes:
                continue
            if "elsewhere" not in fence.notes:
                reader = self.people[fence.notes.get("as", who)]
                self.shown[str(fence)] = reader.follow(fence)

    def hand_over(self, name: str, giver: str, taker: str) -> None:
        content = (self.people[giver].desk / name).read_bytes()
        (self.people[taker].desk / name).write_bytes(content)


@needs_openssh
def test_the_first_day_of_a_library_from_the_guides_alone(tmp_path: Path) -> None:
    town = Town(tmp_path)
    kanri, tanto = town.people["kanri"], town.people["tanto"]
    with kanri:
        town.play("administrator.md", "kanri", range(1, 3))
        town.hand_over("kancho-key.pub", "kancho", "kanri")
        town.play("administrator.md", "kanri", range(3, 6))
        town.play("director.md", "kancho", range(1, 2))
        town.play("administrator.md", "kanri", range(6, 7))
        town.play("staff.md", "tanto", range(1, 5))
        post = next((tanto.desk / "library/posts").rglob("kodomo-no-hi.md"))
        for one in town.people.values():
            one.words["20270505-kodomo-no-hi"] = _id_of(post)
        town.play("director.md", "kancho", range(2, 10))
        town.play("staff.md", "tanto", range(5, 6))
        town.play("administrator.md", "kanri", range(7, 8))
        practice = kanri.desk / "practice.git"
        assert _count(practice, "2-published.json") == 1
        assert _count(town.origin, "published.json") == 0
        # Staff mend what went out: it went out in the practice copy.
        git(tanto.desk / "library", "remote", "set-url", "origin", str(practice))
        town.play("staff.md", "tanto", range(6, 9))
        town.play("administrator.md", "kanri", range(8, 11))


def _count(repository: Path, ending: str) -> int:
    files = git(repository, "ls-tree", "-r", "--name-only", "main", "archive/")
    return sum(name.endswith(ending) for name in files.decode().splitlines())


def _id_of(post: Path) -> str:
    return post.read_text(encoding="utf-8").partition("\nid: ")[2].split()[0]


@pytest.mark.parametrize("page", PAGES)
def test_commands_in_sentences_exist(page: str) -> None:
    group = typer.main.get_command(app)
    for line in mentioned_commands(page):
        words = shlex.split(line)[1:]
        command = group
        while words and hasattr(command, "commands"):
            assert words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        options = {"--help", *(name for one in command.params for name in one.opts)}
        for word in words:
            assert not word.startswith("--") or word in options, line


@pytest.mark.parametrize("page", PAGES)
def test_lines_run_elsewhere_are_run_there(page: str) -> None:
    for fence in fences(page):
        place = fence.notes.get("elsewhere")
        if place is not None:
            file, _, name = place.partition("::")
            module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
            assert hasattr(module, name), place


def test_there_is_something_to_look_at() -> None:
    """The two tests above would pass on pages whose form they do not know."""
    assert any(mentioned_commands(page) for page in PAGES)
    assert any("elsewhere" in one.notes for page in PAGES for one in fences(page))


def test_both_languages_say_the_same_lines() -> None:
    japanese, english = (
        [(one.kind, one.text, one.notes) for one in fences(page) if one.kind != "text"]
        for page in ("administrator.md", "administrator.en.md")
    )
    assert japanese == english


def test_every_guide_is_followed() -> None:
    assert set(GUIDES) <= set(PAGES)
    for page in PAGES:
        assert any(fence.kind == "sh" for fence in fences(page)), page


def test_what_is_shown_as_a_command_is_marked_as_one() -> None:
    for page in PAGES:
        for fence in fences(page):
            if fence.kind != "sh":
                assert not fence.text.startswith(("sns ", "git ")), fence
