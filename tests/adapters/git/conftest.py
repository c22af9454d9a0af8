import pytest

from tests.support.isolation import isolated_environment

isolated = pytest.fixture(autouse=True)(isolated_environment)
