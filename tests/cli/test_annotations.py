"""What stops a run in a CI job is an annotation, and stands on the job's page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.library import Library
from tests.support.library_files import post

COMMANDS = {
    "lint": ("lint",),
    "preview": ("preview",),
    "status": ("status", "--check"),
    "publish": ("publish",),
    "verify": ("verify",),
    "resolve": ("resolve", "kyukan", "x", "--not-sent"),
    "review": ("review",),
    "authenticate": ("authenticate",),
}
HISTORY = {"status", "publish", "verify", "resolve", "review", "authenticate"}
REMOTE = {"publish", "verify", "resolve", "review"}


def settings_broken(library: Library) -> set[str]:
    (library.clone / "sns.toml").write_text('##[error]x\n"::error::', encoding="utf-8")
    return {"lint", "preview"}


def pin_unknown(_: Library) -> set[str]:
    return HISTORY


def no_host(library: Library) -> set[str]:
    library.story.remote.rename(library.folder / "away")
    return REMOTE


def typed_wrongly(_: Library) -> set[str]:
    return set(COMMANDS)


STOPS: dict[str, tuple[Callable[[Library], set[str]], tuple[str, ...], int]] = {
    "settings": (settings_broken, (), 4),
    "pin": (pin_unknown, ("--introduction", "f" * 40), 4),
    "host": (no_host, (), 4),
    "usage": (typed_wrongly, ("--nonsense",), 2),
}


@pytest.mark.parametrize("stop", STOPS)
def test_an_error_is_an_annotation_and_a_page(
    library: Library, tmp_path: Path, stop: str
) -> None:
    prepare, more, code = STOPS[stop]
    for name in prepare(library):
        page = tmp_path / f"{name}.md"
        words = (*COMMANDS[name], *more)
        where = {"GITHUB_STEP_SUMMARY": str(page)}

        plain = library.sns(*words, **where)
        run = library.sns(*words, "--format", "github", **where)

        assert (plain.code, run.code) == (code, code), run
        assert not page.exists() or plain.err.startswith("エラー: ")
        (line,) = [one for one in run.err.splitlines() if one.startswith("::error::")]
        said = plain.err.splitlines()[-1] if stop != "settings" else "sns.toml"
        assert said.removeprefix("エラー: ")[:40].split("%")[0] in line
        assert "エラー" not in line
        assert page.read_text(encoding="utf-8").startswith(
            "## 処理できませんでした\n\n"
        )
        assert "##[" not in run.err + page.read_text(encoding="utf-8")


def level_of(lines: str, words: str) -> str:
    (line,) = [one for one in lines.splitlines() if words in one][:1]
    return line.split(" ")[0].strip(":").partition("::")[0]


def test_what_bars_an_account_is_an_error_with_the_way_out(library: Library) -> None:
    library.approve(post("kyukan"))
    refused = library.publish("--format", "github", SNS_X_ACCESS_TOKEN="wrong")
    missing = library.publish("--format", "github", SNS_X_ACCESS_TOKEN=None)
    keyless = library.publish("--format", "github", SNS_PUBLISHER_KEY=None)
    library.misbehave("403")

    for run, words in (
        (refused, "作り直し、環境変数 SNS_X_… の値をすべて新しく"),
        (missing, "SNS_X_ACCESS_TOKEN を設定"),
        (keyless, "SNS_PUBLISHER_KEY に秘密鍵の全文を"),
    ):
        assert level_of(run.out + run.err, words) == "error", run
        assert "Environment secrets" in run.out + run.err


def test_a_push_that_is_refused_is_an_error_with_the_way_out(library: Library) -> None:
    library.approve(post("kyukan"))
    library.story.flush()
    hook = library.story.remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)

    run = library.publish("--format", "github")

    assert run.code == 4
    assert level_of(run.out, "Deploy keys") == "error"
    assert library.sent() == []


def test_a_pause_is_a_warning(library: Library) -> None:
    library.approve(post("kyukan"))
    run = library.publish("--format", "github", SNS_PAUSED="点検")

    assert (run.code, level_of(run.out, "点検")) == (0, "warning")


def test_a_rehearsal_account_where_nothing_answers_says_what_it_is(
    library: Library,
) -> None:
    library.change_settings(library.settings().replace('= "x"', '= "rehearsal"'))
    library.approve(post("kyukan"))

    run = library.publish("--format", "github", SNS_X_API_BASE="http://127.0.0.1:9")

    assert run.code == 5
    assert level_of(run.out, "は練習用です") == "error"
    assert "service を x に" in run.out
