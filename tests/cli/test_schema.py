"""``sns schema``: what editors are given."""

import json
from typing import Any

import pytest

from tests.cli.drafts import Sns, runner


@pytest.fixture
def sns(capsys: pytest.CaptureFixture[str]) -> Sns:
    return runner(capsys)


def schema(sns: Sns, *arguments: str) -> dict[str, Any]:
    done = sns("schema", *arguments)
    assert done.code == 0
    value: dict[str, Any] = json.loads(done.out)
    return value


def test_the_schema_of_posts_explains_its_keys_in_the_readers_language(
    sns: Sns,
) -> None:
    japanese, english = schema(sns, "post"), schema(sns, "post", "--lang", "en")
    assert "催し案内" in japanese["$defs"]["Category"]["enum"]
    assert japanese["properties"]["publish_at"]["description"].startswith("この日時")
    assert english["properties"]["publish_at"]["description"] == "Not before this time"
    assert japanese["required"] == ["id", "title", "category"]


def test_settings_and_events_have_schemas_too(sns: Sns) -> None:
    settings = schema(sns, "settings")
    assert {"library", "people", "accounts", "grants"} <= set(settings["properties"])
    assert "from" in settings["$defs"]["Distrust"]["properties"]
    assert schema(sns, "event")["$schema"].startswith("https://json-schema.org/")


def test_nothing_else_has_one(sns: Sns) -> None:
    assert sns("schema", "nothing").code == 2
