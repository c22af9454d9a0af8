"""A skeleton has the right form, and cannot pass as a finished post."""

import datetime as dt

import pytest

from sns_cli.compose.draft import make_post
from sns_cli.compose.skeleton import Wishes, skeleton
from sns_cli.lint.engine import PostFile, lint
from sns_cli.messages import Language
from sns_cli.model.finding import LintReport
from sns_cli.model.post import Basis, Category, Post
from sns_cli.parse.post import parse_post
from tests.calendar.calendars import CHUO
from tests.compose.samples import settings

PATH = "posts/2026/11/a.md"
ZONE = dt.timezone(dt.timedelta(hours=9))
NOW = dt.datetime(2026, 11, 25, 12, tzinfo=ZONE)
"""A Wednesday; open 9:30 to 19:00, closed on Mondays."""
OPENS = dt.datetime(2026, 11, 26, 9, 30, tzinfo=ZONE)
LIBRARY = settings().model_copy(update={"calendars": {"chuo": CHUO}})
PAGE = "https://www.lib.example.lg.jp/a.html"


def file_of(wishes: Wishes, language: Language) -> bytes:
    made = skeleton(wishes, OPENS, language)
    return make_post({"id": "20261125-a", **made.fields}, made.body, made.notes)


def check(content: bytes) -> LintReport:
    return lint([PostFile(PATH, content)], LIBRARY, NOW, frozenset, "ja")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("category", list(Category))
def test_every_line_that_is_not_filled_in_is_found(
    category: Category, language: Language
) -> None:
    wishes = Wishes(category, basis=Basis.WEBSITE, source_url=PAGE)
    content = file_of(wishes, language)
    post = parse_post(PATH, content, "Asia/Tokyo")
    assert isinstance(post, Post)
    assert (post.meta.category, post.meta.basis) == (category, Basis.WEBSITE)
    findings = check(content).findings
    assert {one.rule for one in findings} == {"unfilled-template"}
    assert len({one.line for one in findings}) >= 2  # the title, and the text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_left_out_is_asked_for_in_its_place(language: Language) -> None:
    content = file_of(Wishes(Category.EVENT), language)
    rules = {one.rule for one in check(content).findings}
    assert rules == {"unfilled-template", "basis-missing"}
    text = content.decode()
    assert "\n# basis: " in text
    assert "\n# publish_at: 2026-11-26 09:30 # " in text
    taken_out = text.replace("# publish_at:", "publish_at:")
    post = parse_post(PATH, taken_out.encode(), "Asia/Tokyo")
    assert isinstance(post, Post)
    assert post.meta.publish_at == OPENS


def test_what_is_known_is_written() -> None:
    wishes = Wishes(
        Category.CLOSURE,
        title="休館のお知らせ",
        basis=Basis.ANNOUNCED,
        announced="館内掲示 11月1日から",
        accounts=("x", "mail"),
        publish_at=OPENS,
        drafted_by="tanto-01",
    )
    post = parse_post(PATH, file_of(wishes, "ja"), "Asia/Tokyo")
    assert isinstance(post, Post)
    assert post.meta.title == "休館のお知らせ"
    assert post.meta.announced == "館内掲示 11月1日から"
    assert post.meta.accounts == ("x", "mail")
    assert post.meta.publish_at == OPENS
    assert post.meta.drafted_by == "tanto-01"
