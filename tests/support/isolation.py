"""Tests that do not notice whose machine they run on."""

import os
from collections.abc import Iterator

from sns_cli.adapters.git.environment import scrub_environment


def isolated_environment() -> Iterator[None]:
    """Scrub the environment as the command line does; no user's or system's git."""
    before = dict(os.environ)
    scrub_environment(os.environ)
    os.environ.update(
        {
            "HOME": os.devnull,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "TZ": "UTC",
        }
    )
    yield
    os.environ.clear()
    os.environ.update(before)
