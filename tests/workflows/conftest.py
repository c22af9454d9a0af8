from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.installed import Installed, installed, shared_folder
from tests.workflows.world import Office, World, new_server, open_office


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return installed(shared_folder(tmp_path_factory))


@pytest.fixture(scope="session")
def first_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World.begin(tmp_path_factory.mktemp("world") / "世界 1")


@pytest.fixture
def office(tmp_path: Path, program: Installed, first_world: World) -> Iterator[Office]:
    world = first_world.copy(tmp_path / "office")
    with new_server(tmp_path) as server:
        yield open_office(world, program.program, server)
