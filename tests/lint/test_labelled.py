"""The labelled posts: what must fire fires, and good posts are left in peace."""

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from sns_cli.lint.engine import PostFile, lint
from sns_cli.lint.registry import RULES
from sns_cli.model.finding import LintReport
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "posts-ja"
AT = dt.datetime.fromisoformat("2026-11-20T09:45+09:00")
EXISTING = {rule.name for rule in RULES}
WEEKDAYS = "月火水木金土日"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the labelled posts lie beside the repository"
)


@pytest.fixture(scope="module")
def settings() -> Settings:
    parsed = parse_settings((DATA / "sns.toml").read_bytes())
    assert isinstance(parsed, Settings)
    return parsed


def labels() -> list[tuple[str, set[str]]]:
    with (DATA / "index.csv").open(encoding="utf-8", newline="") as file:
        return [
            (row["post"], set(row["expect"].split())) for row in csv.DictReader(file)
        ]


def posts() -> list[PostFile]:
    paths = sorted(DATA.glob("posts/**/*.md"))
    return [
        PostFile(path.relative_to(DATA).as_posix(), path.read_bytes()) for path in paths
    ]


def run(files: list[PostFile], settings: Settings) -> LintReport:
    return lint(files, settings, AT, frozenset, "ja")


def test_each_labelled_post_fires_the_rules_that_exist_and_no_others(
    settings: Settings,
) -> None:
    report = run(posts(), settings)
    found: dict[str, set[str]] = {}
    for finding in report.findings:
        found.setdefault(Path(finding.path).stem, set()).add(finding.rule)
    expected = {name: rules & EXISTING for name, rules in labels()}
    assert found == {name: rules for name, rules in expected.items() if rules}
    assert report.posts == len(expected)


def test_their_media_belong_to_posts_and_anything_else_is_reported(
    settings: Settings,
) -> None:
    others = ["posts/2026/11/assets/clean.jpg", "posts/2026/11/assets/other.jpg"]
    report = lint(posts(), settings, AT, frozenset, "ja", others=others)
    stray = [one.path for one in report.findings if one.rule == "stray-file"]
    assert stray == ["posts/2026/11/assets/other.jpg"]


@pytest.mark.parametrize("wide", [False, True], ids=["half-width", "full-width"])
def test_a_wrong_weekday_in_a_good_post_is_found(
    settings: Settings, *, wide: bool
) -> None:
    good = [file for file in posts() if Path(file.path).stem.startswith("g")]
    tried = found = 0
    for file in good:
        text = file.content.decode()
        for match in re.finditer(rf"(?<=日)\(([{WEEKDAYS}])\)", text):
            for weekday in WEEKDAYS:
                signs = f"（{weekday}）" if wide else f"({weekday})"
                changed = text[: match.start()] + signs + text[match.end() :]
                report = run([PostFile(file.path, changed.encode())], settings)
                fired = any(one.rule == "weekday-mismatch" for one in report.findings)
                if weekday == match[1]:
                    assert not fired, (file.path, match[0])
                else:
                    tried, found = tried + 1, found + fired
    assert tried >= 42
    assert found / tried >= 0.96
