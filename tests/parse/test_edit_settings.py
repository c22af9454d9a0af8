"""Pausing and resuming change what they are for, and not one byte else."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.settings import Settings
from sns_cli.parse.edit_settings import pause_account, pause_all, resume_all, touched
from sns_cli.parse.settings import parse_settings

OURS = (Path(__file__).parents[2] / "sns.toml").read_bytes()
NOW = dt.datetime(2026, 11, 20, 10, 0, 0, 7, tzinfo=dt.timezone(dt.timedelta(hours=9)))


def settings(content: bytes | None) -> Settings:
    assert content is not None
    parsed = parse_settings(content)
    assert isinstance(parsed, Settings)
    return parsed


@given(
    st.text(min_size=1).map(
        lambda text: "".join(one for one in text if one.isprintable()).strip() or "x"
    )
)
def test_whatever_the_reason_pause_and_resume_leave_no_trace(reason: str) -> None:
    paused = pause_all(OURS, reason, NOW)

    assert paused is not None
    assert paused.startswith(OURS)
    said = settings(paused).paused
    assert said is not None
    assert (said.reason, said.since) == (reason, NOW.replace(microsecond=0))
    assert resume_all(paused) == OURS


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("tail", [b"", b"\n", b"\n\n", b"\n# note\n"])
def test_line_ends_stay_as_they_are(ends: bytes, tail: bytes) -> None:
    before = (OURS.rstrip(b"\n") + tail).replace(b"\n", ends)

    paused = pause_all(before, "点検", NOW)

    assert paused is not None
    assert paused.startswith(before)
    assert b"\n" not in paused.replace(ends, b"")
    resumed = resume_all(paused)
    assert resumed is not None
    assert resumed.rstrip() == before.rstrip()
    if tail:
        assert resumed == before


@pytest.mark.parametrize(
    ("section", "left"),
    [
        ('[paused]\nreason = "x"\n\n# next\n[extra]\n', "\n# next\n[extra]\n"),
        ('[paused] # a\n# b\nreason = "x" # c\nsince = 2026-11-20\n', ""),
        ('[paused]\nreason = """\nlong\n[rules]\n"""\n', ""),
        ("[paused]\n", ""),
    ],
)
def test_what_stands_below_the_section_stays(section: str, left: str) -> None:
    section = section.replace("[extra]", "[prices.x]\ncreate = 0.1")
    left = left.replace("[extra]", "[prices.x]\ncreate = 0.1")

    assert resume_all(OURS + section.encode()) == OURS + left.encode()


def test_a_pause_in_one_line_is_taken_out_too() -> None:
    resumed = resume_all(b'paused = { reason = "x" }\n' + OURS)

    assert resumed == OURS


@pytest.mark.parametrize("note", ["", " # 広報の指示"])
def test_an_account_is_stopped_and_set_going(note: str) -> None:
    before = OURS.replace(b'handle = "example_lib"', f'handle = "a"{note}'.encode())

    stopped = pause_account(before, "x", paused=True)

    assert settings(stopped).accounts["x"].paused
    assert stopped is not None
    assert stopped.replace(b"paused = true\n", b"") == before
    assert pause_account(stopped, "x", paused=False) == before


def test_a_word_that_stands_there_already_is_changed_and_its_remark_kept() -> None:
    before = OURS.replace(
        b"[accounts.x]\n", "[accounts.x]\npaused = false # 注\n".encode()
    )

    stopped = pause_account(before, "x", paused=True)

    assert stopped == before.replace(b"paused = false", b"paused = true")
    assert stopped is not None
    assert pause_account(stopped, "x", paused=False) == before


def test_an_account_written_on_one_line_is_stopped_too() -> None:
    inline = b'accounts.x = { service = "rehearsal", manager = "kancho" }\n'
    head, rest = OURS.split(b"[accounts.x]\n")
    before = inline + head + rest[rest.index(b"[rules]") :]

    stopped = pause_account(before, "x", paused=True)

    assert settings(stopped).accounts["x"].paused


def test_what_cannot_be_edited_is_not_guessed_at() -> None:
    assert pause_account(OURS, "z", paused=True) is None
    assert pause_all(b"not = [toml", "x", NOW) is None
    paused = OURS + b'[paused]\nreason = "x"\n'
    assert pause_all(paused, "y", NOW) is None


def test_a_touch_changes_bytes_and_no_setting() -> None:
    after = touched(OURS, "resume 2026-11-20")

    assert after == OURS + b"# resume 2026-11-20\n"
    assert settings(after) == settings(OURS)
