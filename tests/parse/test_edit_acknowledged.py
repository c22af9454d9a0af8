"""Writing into ``sns.toml`` what a director acknowledges."""

import datetime as dt

import pytest

from sns_cli.model.settings import Acknowledged, Settings
from sns_cli.parse.edit_acknowledged import add_acknowledged
from sns_cli.parse.settings import parse_settings
from tests.parse.samples import settings

POST = Acknowledged(
    account="x", remote_id="123", reason='「"手で"」\\転送', on=dt.date(2026, 11, 20)
)
PROFILE = Acknowledged(
    account="x",
    profile="ef" * 32,
    reason="改めた",
    on=dt.date(2026, 11, 20),
    document="図発第12号",
)


@pytest.mark.parametrize("entry", [POST, PROFILE])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_is_added_and_nothing_else_changes(
    entry: Acknowledged, end: str
) -> None:
    old = settings().replace(b"\n", end.encode())
    edited = add_acknowledged(old, entry)

    assert edited is not None
    assert edited.startswith(old)
    assert edited.count(b"\n") == edited.count(end.encode())
    before, after = parse_settings(old), parse_settings(edited)
    assert isinstance(before, Settings)
    assert isinstance(after, Settings)
    assert after.acknowledged == (*before.acknowledged, entry)


def test_settings_that_do_not_parse_are_not_edited() -> None:
    assert add_acknowledged(b"[library", POST) is None
