"""Publishers compete while some are killed; `make soak` does many more of these."""

from pathlib import Path

import pytest

from tests.flow.crowd import trial

TRIALS = 25


@pytest.mark.parametrize("seed", range(TRIALS))
def test_a_crowd_of_which_some_die_sends_each_post_once(
    tmp_path: Path, seed: int
) -> None:
    trial(tmp_path / "library", seed)
