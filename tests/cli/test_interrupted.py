"""Ctrl-C while the program is being loaded ends it without a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import sns_cli

ROOT = Path(sns_cli.__file__).parents[1]
INTERRUPT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.{before})
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            print("interrupted", flush=True)
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
sys.argv = ["sns", "--version"]
"""
ENTRANCES = {
    "python -m": "import runpy; runpy.run_module('sns_cli', run_name='__main__')",
    "sns": "from sns_cli.cli import main; main()",
}


def interrupted(
    entrance: str, module: str, before: str = "default_int_handler"
) -> subprocess.CompletedProcess[str]:
    program = INTERRUPT.format(module=module, before=before) + ENTRANCES[entrance]
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("module", ["typer", "sns_cli.cli.withdraw"])
def test_while_it_is_loaded_it_ends_without_a_word(entrance: str, module: str) -> None:
    done = interrupted(entrance, module)

    assert (done.returncode, done.stderr) == (130, "")
    assert done.stdout == "interrupted\n"


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_who_is_told_to_ignore_it_goes_on(entrance: str) -> None:
    done = interrupted(entrance, "typer", "SIG_IGN")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"interrupted\nsns {sns_cli.__version__}\n"
