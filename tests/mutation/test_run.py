"""The run itself, on few mutants and few cases: what its exit code says."""

import subprocess
import sys

import pytest

from tests.mutation.running import ROOT

WEAK = "tests/approval/test_trailers.py"
"""Knows what trailers are, and nothing of who may approve."""


def tried(only: str, cases: str, *more: str) -> tuple[int, str]:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.mutation.run", "--workers", "1"),
            *("--only", only, "--tests", cases, *more),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("only", "said", "status"),
    [
        ("trailers.py:parse_trailers: not value of", "→ test_trailers.py::", 0),
        ("words.py:signed_off", "SURVIVED 0 cases", 1),
        ("trailers.py:parse_trailers: not gap of", "EQUIVALENT", 0),
    ],
    ids=["noticed", "without a case", "excused"],
)
def test_the_exit_code_says_whether_a_rule_is_without_a_case(
    only: str, said: str, status: int
) -> None:
    found, out = tried(only, WEAK, "--all")

    assert said in out
    assert found == status, out


def test_a_name_of_no_mutant_is_no_success() -> None:
    found, out = tried("no such rule", WEAK)

    assert found == 2
    assert "no mutant" in out


def test_without_a_mutant_every_case_must_hold() -> None:
    found, out = tried("walk.py", "tests/approval/no_such_file.py")

    assert found == 1
    assert "without any mutant a test fails" in out
