from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.isolation import isolated_environment
from tests.support.library import Library

isolated = pytest.fixture(autouse=True)(isolated_environment)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as made:
        yield made
