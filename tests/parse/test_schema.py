"""Schemas agree with the parsers, and take every good file there is."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from sns_cli.messages.forms_schema import ENTRIES
from sns_cli.messages.settings_schema import EXPLAINED
from sns_cli.model.post import (
    BASIS_JA,
    CATEGORY_JA,
    Basis,
    Category,
    FrontMatter,
    Post,
)
from sns_cli.parse.post import parse_post
from sns_cli.parse.schema import post_schema, settings_schema
from sns_cli.parse.settings import parse_settings
from tests.parse.cases import POST_CASES, SETTINGS_CASES
from tests.parse.samples import (
    FRONT_MATTER,
    PATH,
    SHARED,
    ZONE,
    closing,
    post,
    settings,
    with_line,
)

ROOT = Path(__file__).parents[2]
LABELLED = sorted((SHARED / "data" / "posts-ja").glob("posts/**/*.md"))
OWN = [path for path in sorted(ROOT.glob("posts/*/*/*.md")) if path.stem != "README"]
POST = Draft202012Validator(post_schema("ja"))
SETTINGS = Draft202012Validator(settings_schema())


class Yaml12(yaml.SafeLoader):
    """YAML as editors read it: a time is a text there, and so are on, no and yes."""

    yaml_implicit_resolvers: ClassVar[Any] = {
        first: [one for one in resolvers if not one[0].endswith(("timestamp", "bool"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf")
)


def front(content: bytes) -> object:
    text = content.decode().replace("\r\n", "\n")
    return yaml.load(text.split("---\n")[1], Loader=Yaml12)  # noqa: S506  (a SafeLoader)


def toml(content: bytes) -> object:
    return in_json(tomllib.loads(content.decode()))


def in_json(value: object) -> object:
    """Return a TOML value as schemas see it, where a date is a text."""
    if isinstance(value, dict):
        return {key: in_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [in_json(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(validator: Draft202012Validator, value: object) -> list[str]:
    found: list[ValidationError] = list(validator.iter_errors(value))
    return [f"{one.json_path}: {one.message}" for one in found]


@pytest.mark.parametrize("validator", [POST, SETTINGS], ids=["post", "settings"])
def test_a_schema_is_one(validator: Draft202012Validator) -> None:
    Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_posts_are_valid(path: Path) -> None:
    assert faults(POST, front(path.read_bytes())) == []


def test_there_are_posts_of_our_own() -> None:
    assert OWN


@pytest.mark.skipif(not LABELLED, reason="the labelled posts lie beside the repository")
def test_the_labelled_posts_are_valid() -> None:
    found = {path.stem: faults(POST, front(path.read_bytes())) for path in LABELLED}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert len(found) > 20


def test_our_own_settings_are_valid() -> None:
    assert faults(SETTINGS, toml((ROOT / "sns.toml").read_bytes())) == []


@pytest.mark.skipif(not LABELLED, reason="the labelled posts lie beside the repository")
def test_the_settings_of_the_labelled_posts_are_valid() -> None:
    content = (SHARED / "data" / "posts-ja" / "sns.toml").read_bytes()
    assert faults(SETTINGS, toml(content)) == []


def test_samples_with_every_key_are_valid() -> None:
    keys = set(re.findall(r"^([a-z_]+):", FRONT_MATTER, re.MULTILINE))
    assert keys == set(FrontMatter.model_fields) == set(ENTRIES)
    assert faults(POST, front(post())) == []
    assert faults(SETTINGS, toml(settings())) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_entry_of_a_post_is_explained(language: str) -> None:
    schema = post_schema("ja" if language == "ja" else "en")
    shown = {key: one["description"] for key, one in schema["properties"].items()}
    assert shown == {
        key: text.ja if language == "ja" else text.en for key, text in ENTRIES.items()
    }


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_entry_of_the_settings_is_explained_to_librarians(language: str) -> None:
    schema = settings_schema("ja" if language == "ja" else "en")
    used = set()
    for name, table in {**schema["$defs"], "Settings": schema}.items():
        for key in ("", *table.get("properties", {})):
            form = table["properties"][key] if key else table
            place = f"{name}.{key}" if key else name
            used |= {place, f"*.{key}"}
            text = EXPLAINED.get(place) or EXPLAINED[f"*.{key}"]
            assert form["description"] == (text.ja if language == "ja" else text.en)
            assert "``" not in form["description"]
        assert "title" not in table
    assert set(EXPLAINED) <= used


def test_both_names_of_a_category_and_a_basis_are_offered() -> None:
    for definitions in (POST.schema["$defs"], SETTINGS.schema["$defs"]):
        assert set(definitions["Category"]["enum"]) == {
            *Category,
            *CATEGORY_JA.values(),
        }
    assert set(POST.schema["$defs"]["Basis"]["enum"]) == {*Basis, *BASIS_JA.values()}
    granted = SETTINGS.schema["$defs"]["Grant"]["properties"]["basis"]["items"]["enum"]
    assert set(granted) == {*Basis, *BASIS_JA.values()} - {"director", "エ"}


@pytest.mark.parametrize(
    "line",
    [
        "publish_at: 2026-11-25 10:00",
        "publish_at: 2026-11-25T10:00",
        "publish_at: 2026-11-25 10:00:30",
        "publish_at: 2026-11-25T01:00:00Z",
        "publish_at: 2026-11-25T10:00:00+09:00",
        "category: 緊急",
        "category: emergency",
        "basis: エ",
        "id: 20261205",
        "id: abc",
        "title: 2026",
        "title: true",
    ],
)
def test_what_the_parser_takes_the_schema_takes(line: str) -> None:
    content = with_line(line)
    parsed = parse_post(PATH, content.replace(b"expires_at", b"# "), ZONE)
    assert isinstance(parsed, Post), parsed
    assert faults(POST, front(content)) == []


CLOSINGS = [
    'weekly = "mon", if_holiday = "open_and_close_next_weekday"',
    'weekly = ["mon", "tue"], not_on = ["08-06", ["07-21", "08-31"]]',
    'nth = "last", weekday = "thu", if_closed = "previous-day"',
    'nth = [1, "last"], weekday = "thu", if_holiday = "open-and-close-next-day"',
    'monthly = 25, not_on = ["sat", "sun", "holiday"]',
    "monthly = [10, 20]",
    'last_day_of = "every", if_closed = "previous_weekday"',
    "last_day_of = 3",
    'last_day_of = [1, 3, 5, 7, 9, 11], if_closed = "keep", from = "13:00"',
    'holidays = true, if_closed = "next-day"',
    'after_holiday = "next_weekday", if_closed = "next_weekday"',
    'after_holiday = "next-day", if_closed = "previous-day", if_holiday = "closed"',
    'yearly = ["01-05", "01-05"], only_on = ["tue"]',
    'period = [2026-06-01, 2026-06-07], if_holiday = "open"',
    'dates = ["2026-06-01", 2026-07-01], until = "12:00"',
    'weekly = "mon", only_on = ["2026-06-01", 2026-06-08, ["2026-07-01", 2026-08-31]]',
]


@pytest.mark.parametrize("kind", CLOSINGS)
def test_every_way_to_write_a_closing_is_taken_by_parser_and_schema(kind: str) -> None:
    content = closing(kind)
    assert not isinstance(parse_settings(content), tuple), parse_settings(content)
    assert faults(SETTINGS, toml(content)) == []


@pytest.mark.parametrize(
    "kind",
    [
        "weekly = []",
        'weekly = "mon", if_holiday = "open-and_close-next_weekday"',
        'after_holiday = "next_weekday", if_closed = "previous_day"',
        'after_holiday = "next-weekday", if_closed = "next-day"',
        'holidays = true, if_holiday = "open"',
        'yearly = ["12-29"]',
        "after_holiday = true",
    ],
)
def test_what_the_parser_refuses_of_a_closing_shows_in_the_editor(kind: str) -> None:
    content = closing(kind)
    assert isinstance(parse_settings(content), tuple)
    assert faults(SETTINGS, toml(content)) != []


def test_hours_may_be_narrowed_to_some_days() -> None:
    row = '{ days = ["sat"], only_on = [["07-01", "08-31"]], not_on = ["08-06"], '
    content = settings('{ days = ["sat", "sun", "holiday"], ', row)
    assert not isinstance(parse_settings(content), tuple)
    assert faults(SETTINGS, toml(content)) == []


IN_POSTS = {
    "key-missing",
    "key-unknown",
    "key-unknown-similar",
    "list-expected",
    "list-empty",
    "table-expected",
    "text-expected",
    "value-twice",
    "choice-wrong",
    "choice-wrong-similar",
    "id-form",
    "account-key-form",
    "yes-no-wrong",
    "time-wrong",
    "time-date-only",
    "value-empty",
}
IN_SETTINGS = {
    "truth-expected",
    "whole-number-expected",
    "nth-wrong",
    "clock-wrong",
    "pair-expected",
    "closing-kind",
    "month-wrong",
    "day-number-wrong",
    "true-expected",
    "days-wrong",
    "ssh-key-type",
    "ssh-key-private",
    "commit-id-wrong",
    "grant-basis-director",
}


@pytest.mark.parametrize("code", sorted(IN_POSTS))
def test_a_fault_of_one_value_of_a_post_shows_in_the_editor(code: str) -> None:
    assert faults(POST, front(POST_CASES[code].content)) != []


@pytest.mark.parametrize("code", sorted(IN_SETTINGS))
def test_a_fault_of_one_value_of_settings_shows_in_the_editor(code: str) -> None:
    assert faults(SETTINGS, toml(SETTINGS_CASES[code].content)) != []


def test_a_pause_needs_no_reason() -> None:
    content = re.sub(rb"\[paused\]\n.*", b"[paused]\n", settings(), flags=re.DOTALL)
    assert not isinstance(parse_settings(content), tuple)
    assert faults(SETTINGS, toml(content)) == []
