"""What reaches a terminal, a pipe, a full disk, nobody."""

import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path

import pytest

from sns_cli.report.width import display_width
from tests.cli.calls import CALLS, arguments
from tests.cli.told import told_badly
from tests.support.library import Library
from tests.support.runs import Run, finish

SETTINGS = Path(__file__).parents[2] / "sns.toml"
JAPANESE_ALIKE = [
    {"PYTHONIOENCODING": "cp932"},
    {"PYTHONUTF8": "0", "LC_ALL": "ja_JP.SJIS"},
    {"PYTHONUTF8": "0", "LC_ALL": "C"},
    {"PYTHONUTF8": "0", "LANG": "ja_JP.eucJP"},
]

RED = "\x1b[31mエラー\x1b[0m:"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sns.toml").write_bytes(SETTINGS.read_bytes())
    return tmp_path


def start(
    folder: Path,
    *words: str,
    variables: Mapping[str, str] | None = None,
    program: Sequence[str] = ("-m", "sns_cli"),
    **streams: int,
) -> "subprocess.Popen[bytes]":
    known = {"PATH": os.environ["PATH"], "HOME": str(folder), **(variables or {})}
    nothing = {"stdin": subprocess.DEVNULL}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, *program, *words]
    return subprocess.Popen(
        command, cwd=folder, env=known, **{**nothing, **pipes, **streams}
    )


def on_terminal(
    folder: Path,
    columns: int,
    *words: str,
    variables: Mapping[str, str] | None = None,
    program: Sequence[str] = ("-m", "sns_cli"),
) -> tuple[int, str]:
    """Run ``sns`` at a terminal of so many columns; return its code and its screen."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    known = {"TERM": "xterm", **(variables or {})}
    process = start(
        folder,
        *words,
        variables=known,
        program=program,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # how Linux says that the other end was closed
            break
        if not read:
            break
        shown += read
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("variables", JAPANESE_ALIKE)
def test_every_locale_gets_utf8(folder: Path, variables: Mapping[str, str]) -> None:
    usual = finish(start(folder, "calendar", "2026-12"))
    run = finish(start(folder, "calendar", "2026-12", variables=variables))
    failed = finish(start(folder, "calendar", "x", variables=variables))

    assert (run.code, run.out) == (0, usual.out)
    assert "年末年始" in run.out
    assert (failed.code, told_badly(failed)) == (2, None)


@pytest.mark.parametrize("columns", [36, 45, 80, 200])
def test_no_line_of_a_table_or_of_help_is_wider_than_the_terminal(
    folder: Path, columns: int
) -> None:
    for words in (("calendar", "2026-12"), ("rules",)):
        code, shown = on_terminal(folder, columns, *words)
        assert code == 0
        assert max(map(display_width, shown.splitlines())) <= columns, shown
    code, shown = on_terminal(folder, columns, "lint", "--help")
    examples = [line for line in shown.splitlines() if "sns " not in line]
    assert max(map(display_width, examples)) <= max(columns, 40), shown


def test_a_pipe_gets_every_row_on_one_line(folder: Path) -> None:
    run = finish(start(folder, "calendar", "2026-12", variables={"COLUMNS": "20"}))

    days = [line for line in run.out.splitlines() if "2026年12月" in line]
    assert len(days) == 31
    assert all("休館" not in line or "(" in line.partition("休館")[2] for line in days)


@pytest.mark.parametrize(
    ("words", "variables", "label"),
    [
        ((), {}, RED),
        (("--no-color",), {}, "エラー:"),
        ((), {"NO_COLOR": "1"}, "エラー:"),
        ((), {"NO_COLOR": ""}, RED),
        ((), {"TERM": "dumb"}, "エラー:"),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    folder: Path, words: tuple[str, ...], variables: Mapping[str, str], label: str
) -> None:
    code, shown = on_terminal(folder, 80, "status", *words, variables=variables)

    assert code == 4
    assert shown.startswith(label), shown
    assert "\x1b" not in finish(start(folder, "status", *words)).err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_result_that_found_no_room_is_no_result(busy_library: Library) -> None:
    for name in ("calendar", "rules", "schema", "lint", "status"):
        run = redirected(busy_library, name, "> /dev/full")

        assert (run.code, told_badly(run)) == (4, None), run
        assert "空き容量" in run.err
        assert "Exception ignored" not in run.err


@pytest.mark.parametrize("where", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_change_nothing(busy_library: Library, where: str) -> None:
    for name in ("calendar", "status", "publish", "init"):
        run = redirected(busy_library, name, where)

        assert run.code == CALLS[name].code, run
        assert "Traceback" not in run.err
        assert "Exception ignored" not in run.err


def redirected(library: Library, name: str, where: str) -> Run:
    """Run a command below a shell that redirects its streams."""
    words = arguments(CALLS[name], library)
    process = subprocess.Popen(
        [
            "/bin/sh",
            "-c",
            f'"$@" {where}',
            "sh",
            sys.executable,
            "-m",
            "sns_cli",
            *words,
        ],
        cwd=library.clone,
        env=library.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    )
    return finish(process)


WORK = """
import sys
from sns_cli.adapters.environment import Environment
from sns_cli.cli.console import progress
from sns_cli.cli.session import Session

session = Session(Environment({}), machine="json" in sys.argv)
with progress(session, 4, "投稿を調べています") as step:
    for _ in range(4):
        step()
    if "fail" in sys.argv:
        sys.exit("end")
"""


def test_progress_is_one_line_that_goes_away(tmp_path: Path) -> None:
    for words in ((), ("fail",)):
        _, shown = on_terminal(tmp_path, 40, *words, program=("-c", WORK))
        screen = shown.removesuffix("end\n")
        assert "投稿を調べています 3/4" in screen
        assert "\n" not in screen
        assert all(display_width(one) < 40 for one in screen.split("\r"))
        assert not screen.split("\r")[-2].strip()
        assert screen.endswith("\r")


def test_progress_is_for_people_at_terminals(tmp_path: Path) -> None:
    _, shown = on_terminal(tmp_path, 40, "json", program=("-c", WORK))
    assert shown == ""
    _, shown = on_terminal(
        tmp_path, 40, program=("-c", WORK), variables={"TERM": "dumb"}
    )
    assert shown == ""
    assert finish(start(tmp_path, program=("-c", WORK))).err == ""
