"""``sns publish`` as it is typed: what it prints, and how it ends."""

import os
import pty
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.library import Library
from tests.support.library_files import HANDLE, OPEN, post, publishing
from tests.support.raw_server import RawServer, http
from tests.support.runs import Run, finish

AT = ("--at", OPEN.isoformat())
ACTIVE = re.compile("\x1b|^\\s*::error::evil|##\\[|\u202e", re.MULTILINE)
EVIL = r"\u001b[31m\n::error::evil\n##[group]<script>\u202e"


def sns(library: Library, *arguments: str, **variables: str | None) -> Run:
    """Run it as it is typed, in an interpreter of its own."""
    return finish(library.start(*arguments, **variables))


def test_the_report_is_a_line_a_post(library: Library) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    library.push({"posts/2036/06/mada.md": post("mada")})

    first = sns(library, "publish", *AT)
    second = sns(library, "publish", *AT, "--lang", "en")

    url = rf"https://x\.com/{HANDLE}/status/\d+"
    assert first.code == second.code == 0, (first, second)
    lines = first.out.splitlines()
    assert re.fullmatch(rf"kyukan → x:    公開しました  {url}", lines[0])
    assert re.fullmatch(rf"ohanashi → x:  公開しました  {url}", lines[1])
    assert "posts/2036/06/mada.md" in lines[2]
    assert len(lines) == 3
    assert "1 posts are not approved" in second.out
    assert first.err == second.err == ""


def test_nothing_to_do_is_said(library: Library) -> None:
    run = sns(library, "publish", *AT)

    assert (run.code, run.out) == (0, "いま投稿するものはありません。\n"), run


def test_the_json_has_the_keys_others_rely_on(library: Library) -> None:
    library.approve(post("ohanashi"))

    run = sns(library, *publishing())

    assert run.json["version"] == 1
    (delivery,) = run.json["deliveries"]
    assert list(delivery) == ["post", "account", "state", "url", "remote_id", "reason"]
    assert delivery["url"].endswith(f"/{HANDLE}/status/{delivery['remote_id']}")
    assert (delivery["state"], delivery["reason"]) == ("published", None)


@pytest.mark.parametrize("style", ["text", "json", "github", "markdown"])
def test_nothing_that_a_service_says_acts_on_the_screen(
    library: Library, style: str
) -> None:
    library.approve(post("ohanashi"))
    me = http("200 OK", b'{"data": {"id": "1", "username": "%s"}}' % HANDLE.encode())
    refused = http("400 Bad Request", b'{"detail": "%s"}' % EVIL.encode())

    with RawServer(me, refused) as server:
        run = library.sns("publish", *AT, "--format", style, SNS_X_API_BASE=server.base)

    assert run.code == 1, run
    assert "evil" in run.out
    assert not ACTIVE.search(run.out), run
    assert style in {"text", "github"} or "<script" not in run.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish", "--format", "xml"),
        ("publish", "--at", "yesterday"),
        ("publish", "--at", "2036-13-01"),
        ("publish", "--everything"),
        ("publish", "now"),
        ("publish", "--repo", "/nowhere"),
        ("publish", "--lang", "fr"),
    ],
)
def test_a_slip_of_the_pen_is_said_and_nothing_is_done(
    library: Library, arguments: tuple[str, ...]
) -> None:
    library.approve(post("ohanashi"))

    run = library.sns(*arguments)

    assert (run.code, run.out) == (2, ""), run
    assert run.err
    assert library.sent() == []


def test_outside_a_library_it_says_where_it_is(
    library: Library, tmp_path: Path
) -> None:
    run = library.sns("publish", repo=tmp_path)

    assert run.code == 4, run
    assert str(tmp_path) in run.err


def test_a_repository_without_a_remote_cannot_publish(library: Library) -> None:
    library.approve(post("ohanashi"))
    config = library.clone / ".git" / "config"
    config.write_text(config.read_text().replace('remote "origin"', 'remote "other"'))

    run = library.publish()

    assert (run.code, library.sent()) == (4, []), run
    assert "origin" in run.err


@pytest.mark.parametrize("listener", ["| true", ">&-", "2>&-"])
def test_how_it_ended_does_not_depend_on_who_listens(
    library: Library, listener: str
) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("503")
    command = shlex.join([sys.executable, "-m", "sns_cli", *publishing()])

    done = subprocess.run(
        ["bash", "-c", f"{command} {listener}; exit ${{PIPESTATUS[0]}}"],
        env=library.environment(),
        cwd=library.clone,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (6, b""), done


def test_a_job_gets_annotations_and_a_page_below_what_is_there(
    library: Library, tmp_path: Path
) -> None:
    library.approve(post("ohanashi"), post("kyukan"))
    library.misbehave("422")
    page = tmp_path / "まとめ.md"
    page.write_text("# 前の手順\n", encoding="utf-8")

    run = sns(
        library, "publish", *AT, "--format", "github", GITHUB_STEP_SUMMARY=str(page)
    )

    assert (run.code, run.err) == (1, ""), run
    lines = run.out.splitlines()
    assert lines[0].startswith("::error file=posts/2036/06/kyukan.md::kyukan → x: ")
    assert lines[1].startswith("::notice file=posts/2036/06/ohanashi.md::ohanashi")
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# 前の手順\n## 公開の結果\n")
    assert "| ohanashi | x | ✅ 公開しました |" in written
    # One post was claimed and refused, which costs nothing; the other cost its price.
    assert r"今月の費用は 0\.015 ドル" in written


@pytest.mark.parametrize("style", ["text", "json", "markdown"])
def test_only_the_form_for_jobs_writes_a_page(
    library: Library, tmp_path: Path, style: str
) -> None:
    page = tmp_path / "page.md"

    library.sns("publish", *AT, "--format", style, GITHUB_STEP_SUMMARY=str(page))

    assert not page.exists()


def test_a_page_that_cannot_be_written_is_one_line_and_no_failure(
    library: Library, tmp_path: Path
) -> None:
    library.approve(post("ohanashi"))

    run = library.sns(
        "publish", *AT, "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path)
    )

    assert run.code == 0, run
    assert library.sent()
    assert run.err.count("\n") == 1
    assert str(tmp_path) in run.err


def test_markdown_is_the_page_itself(library: Library) -> None:
    library.approve(post("ohanashi"))

    run = library.sns("publish", *AT, "--dry-run", "--format", "markdown")

    assert run.code == 0, run
    assert run.out.startswith("## 公開の予定\n")


@pytest.mark.parametrize("style", ["text", "json"])
def test_at_a_terminal_a_long_run_shows_how_far_it_is(
    library: Library, style: str
) -> None:
    library.approve(*(post(f"post-{number}") for number in range(4)))
    master, terminal = pty.openpty()

    with subprocess.Popen(
        [sys.executable, "-m", "sns_cli", "publish", *AT, "--format", style],
        env=library.environment(TERM="xterm"),
        cwd=library.clone,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=terminal,
    ) as process:
        out, _ = process.communicate()
    os.close(terminal)
    shown = _all_of(master)

    assert process.returncode == 0, out
    assert ("書き込み 4" in shown) == (style == "text")
    assert shown == "" or re.search(r"\r *\r$", shown)
    assert "書き込み" not in out.decode()


def _all_of(terminal: int) -> str:
    """Return what was written to a terminal whose other end is closed."""
    shown = b""
    try:
        while piece := os.read(terminal, 65536):
            shown += piece
    except OSError:  # how a terminal says that nobody writes to it any more
        pass
    finally:
        os.close(terminal)
    return shown.decode()
