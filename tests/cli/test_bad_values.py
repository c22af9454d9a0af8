"""Every command, typed wrongly: exit 2 and one clear message."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calls import CALLS, arguments, commands
from tests.cli.told import JAPANESE, told_badly
from tests.support.forks import run_forked
from tests.support.library import Library
from tests.support.runs import Run

COMMANDS = dict(commands())
NOT_UTF8 = os.fsdecode(b"\xff\xfe")

CODES = {"--introduction": {4}, "--key": {2, 4}}
"""A file that is there and no key is a matter of settings; all else, of typing."""


def options(name: str) -> set[str]:
    return {opt for one in COMMANDS[name].params for opt in one.opts}


def typed(folder: Path, *words: str) -> Run:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    return run_forked(words, environment, folder)


WRONG = {
    "an unknown option": ("--no-such-option",),
    "too much": ("a", "b", "c", "d"),
    "a value where there is none": ("--help=1",),
}


def named(one: Any) -> str:  # noqa: ANN401  (typer's classes have no public names)
    """Return what a parameter is called in messages."""
    if one.param_type_name == "option":
        return str(one.opts[-1])
    return str(one.metavar or one.name).strip("[]")


VARIADIC = {name for name in COMMANDS if -1 in {p.nargs for p in COMMANDS[name].params}}
REQUIRED = {
    name: next(named(one) for one in params if one.required)
    for name, params in ((name, one.params) for name, one in COMMANDS.items())
    if any(one.required for one in params)
}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_no_command_takes(tmp_path: Path, name: str) -> None:
    for how, words in WRONG.items():
        if how == "too much" and name in VARIADIC:
            continue
        run = typed(tmp_path, *name.split(), *words)

        assert (run.code, told_badly(run)) == (2, None), run
        assert f"sns {name} --help" in run.err


@pytest.mark.parametrize("name", REQUIRED)
def test_what_is_missing_is_named(tmp_path: Path, name: str) -> None:
    run = typed(tmp_path, *name.split())

    assert (run.code, told_badly(run)) == (2, None), run
    assert REQUIRED[name] in run.err


KEYLESS = {"pause", "resume", "repair", "people new-director"}
"""Stopping needs no key; nothing is paused or damaged; a director without a key of
their own is refused before anybody signs."""


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--format", "xml"),
        ("--at", "someday"),
        ("--at", "0001-01-01T00:00"),
        ("--account", "no-such-account"),
        ("--since", "yesterday"),
        ("--by", "nobody"),
        ("--key", "no-such-file"),
        ("--introduction", "main"),
        ("--port", "99999"),
        ("--account", NOT_UTF8),
        ("--key", NOT_UTF8),
        ("--key", "x" * 5000),
        ("--at", NOT_UTF8),
        ("--lang", NOT_UTF8),
        ("--repo", NOT_UTF8),
    ],
)
def test_a_value_that_cannot_be_meant(
    busy_library: Library, option: str, value: str
) -> None:
    here = busy_library.clone
    faults = {}
    for name, call in CALLS.items():
        if option not in options(name) | {"--lang", "--repo"}:
            continue
        if option == "--key" and name in KEYLESS:
            continue
        words = arguments(call, busy_library)
        if option == "--key" and "--key" in words:
            del words[words.index("--key") : words.index("--key") + 2]
        environment = busy_library.environment()
        run = run_forked([*words, f"{option}={value}"], environment, here)
        wrong = told_badly(run)
        if wrong or run.code not in CODES.get(option, {2}):
            faults[name] = f"{run.code} {wrong}: {run.err}"

    assert faults == {}
    assert busy_library.tip() == busy_library.story.refresh()


def test_arguments_in_no_encoding(busy_library: Library) -> None:
    for name in CALLS:
        words = [*name.split(), NOT_UTF8]

        run = run_forked(words, busy_library.environment(), busy_library.clone)

        assert run.code in {1, 2, 4}, run
        assert "Traceback" not in run.err
        assert run.code == 1 or told_badly(run) is None, run


@pytest.mark.parametrize(
    ("words", "ja", "en"),
    [
        ("lnt", "近い名前: lint", "Did you mean: lint"),
        ("xyzzy", "sns --help", "sns --help"),
        ("lint --formt json", "近い名前: --format", "Did you mean: --format"),
        ("lint --format xml", "text, json, github, markdown", "text, json, github"),
        ("lint --format", "--format のあとに", "--format needs a value"),
        ("lint --repo", "--repo のあとに", "--repo needs a value"),
        ("publish --dry-run=yes", "値を付けられません", "takes no value"),
        ("calendar 2026-12 2027-01", "「2027-01」は余分", '"2027-01" is too much'),
        ("rehearse serv", "近い名前: serve", "Did you mean: serve"),
        ("rehearse serve --port x", "0 から 65535", "from 0 to 65535"),
        ("resolve", "ID(投稿の番号)", "ID (Post id)"),
        ("-v", "何をするか", "Say what to do"),
        ("--repo", "--repo のあとに", "--repo needs a value"),
    ],
)
def test_a_slip_is_named_and_what_was_meant(
    tmp_path: Path, words: str, ja: str, en: str
) -> None:
    japanese = typed(tmp_path, *words.split())
    english = typed(tmp_path, "--lang=en", *words.split())

    assert (japanese.code, told_badly(japanese)) == (2, None), japanese
    assert ja in japanese.err
    assert (english.code, english.out) == (2, "")
    assert en in english.err
    assert english.err.startswith("error: ")
    assert not JAPANESE.search(english.err), english.err


def test_a_language_that_is_not_spoken(tmp_path: Path) -> None:
    run = typed(tmp_path, "--lang", "fr", "rules")

    assert (run.code, told_badly(run)) == (2, None), run
    assert "fr" in run.err


@pytest.mark.parametrize("words", ["", "rehearse"])
def test_nothing_typed_is_answered_with_help(tmp_path: Path, words: str) -> None:
    run = typed(tmp_path, *words.split())

    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("使い方: sns")


def test_what_was_typed_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    run = typed(tmp_path, "lint", "--\x1b[31mx", "\x1b]0;x\x07")

    assert run.code == 2
    assert "\x1b" not in run.err
