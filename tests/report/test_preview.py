"""The preview shows exactly what is sent, and nothing in it can act."""

import datetime as dt
import json

import pytest

from sns_cli.compose.message import compose
from sns_cli.messages import Language
from sns_cli.model.channel import Message
from sns_cli.model.post import Category, Consulted, Post
from sns_cli.model.settings import Settings
from sns_cli.report.preview import AccountPreview, preview, render_previews
from tests.calendar.calendars import CHUO
from tests.compose.samples import post, settings

NOON = dt.datetime(2026, 11, 25, 12, tzinfo=dt.timezone(dt.timedelta(hours=9)))
URL = "https://www.lib.example.lg.jp/event/1205.html"
ATTACK = (
    "::error file=a::b\n##[group]x\n\x1b[2Jy\n\u202eevil\n```\n<script>a(1)</script>"
    "\n@everyone #1 [a][b] | c"
)


def _settings() -> Settings:
    return settings().model_copy(update={"calendars": {"chuo": CHUO}})


def _one(one: Post, now: dt.datetime = NOON) -> AccountPreview:
    (shown,) = preview(one, _settings(), now)
    return shown


def _render(one: Post, style: str, language: Language = "ja") -> str:
    return render_previews([preview(one, _settings(), NOON)], style, language)


def test_the_preview_is_the_message() -> None:
    one = post(f"- 絵本\n[くわしく]({URL})")
    message = compose(one, "x", _settings())
    assert isinstance(message, Message)
    shown = _one(one)
    assert shown.text == message.payload.text
    assert shown.links == message.links
    assert shown.cost_usd == message.cost_usd == pytest.approx(0.2)
    assert (shown.length, shown.limit, shown.remaining) == (39, 280, 241)
    assert (shown.service, shown.handle) == ("x", "example_lib")
    assert shown.problem is None


def test_one_preview_for_each_account() -> None:
    shown = preview(post("本文", accounts=("training", "mail")), _settings(), NOON)
    assert [(one.account, one.limit) for one in shown] == [
        ("training", 280),
        ("mail", None),
    ]
    assert shown[1].problem is not None
    assert shown[1].text == "本文"
    assert shown[1].remaining is None


def test_what_is_too_long_is_shown_whole_with_what_is_over() -> None:
    shown = _one(post("あ" * 141))
    assert (shown.length, shown.remaining) == (282, -2)
    assert shown.problem is not None
    text = _render(post("あ" * 141), "text")
    assert "あ" * 141 in text
    assert "282/280" in text
    assert "× 送れません" in text


@pytest.mark.parametrize(
    ("meta", "now", "due"),
    [
        ({}, NOON, "2026-11-25T12:00:00+09:00"),
        ({}, NOON.replace(hour=20), "2026-11-26T09:30:00+09:00"),
        (
            {"publish_at": NOON.replace(month=12, day=28)},
            NOON,
            "2027-01-05T09:30:00+09:00",
        ),
        (
            {"category": Category.EMERGENCY},
            NOON.replace(hour=20),
            "2026-11-25T20:00:00+09:00",
        ),
        (
            {"outside_hours_reason": "台風"},
            NOON.replace(hour=20),
            "2026-11-25T20:00:00+09:00",
        ),
    ],
)
def test_when_it_would_go_out(
    meta: dict[str, object], now: dt.datetime, due: str
) -> None:
    shown = _one(post("本文", **meta), now)
    assert shown.due_at is not None
    assert shown.due_at.isoformat() == due
    assert shown.never is None


def test_when_it_would_never_go_out() -> None:
    late = _one(post("本文", publish_at=NOON.replace(year=2027)))
    assert late.due_at is None
    assert late.never is not None
    assert late.never.code == "hours-not-covered"
    closed = post("本文", expires_at=NOON.replace(day=26, hour=9))
    short = _one(closed, NOON.replace(hour=20))
    assert short.due_at is None
    assert short.never is not None
    assert short.never.code == "preview-expires-first"


def test_a_post_does_not_go_out_at_the_instant_it_expires() -> None:
    assert _one(post("本文", expires_at=NOON)).due_at is None
    later = NOON + dt.timedelta(seconds=1)
    assert _one(post("本文", expires_at=later)).due_at == NOON


def test_a_request_to_take_down_sends_nothing() -> None:
    one = post("誤りのため" * 60, retracts="20261101-x")
    shown = _one(one)
    assert (shown.problem, shown.due_at, shown.cost_usd) == (None, None, 0.0)
    text = _render(one, "text")
    assert "20261101-x" in text
    assert "取り下げ" in text
    assert json.loads(_render(one, "json"))["previews"][0]["sendable"] is False


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("style", ["text", "github", "markdown", "json"])
def test_no_style_lets_the_text_act(style: str, language: Language) -> None:
    one = post(ATTACK, title="::add-mask::t\x1b]0;x\x07")
    shown = _render(one, style, language)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))
    if style == "json":
        assert json.loads(shown)["previews"][0]["text"] == ATTACK
        assert "<script>" not in shown
    else:
        assert "error file=a" in shown
        assert "evil" in shown


def test_markdown_keeps_the_text_in_its_block() -> None:
    lines = _render(post(ATTACK, title="# <b>t</b> @a"), "markdown").split("\n")
    fences = [number for number, line in enumerate(lines) if line.startswith("````")]
    assert len(fences) == 2
    script = next(number for number, line in enumerate(lines) if "<script>" in line)
    assert fences[0] < script < fences[1]
    outside = "\n".join(lines[: fences[0]] + lines[fences[1] :])
    assert "<b>" not in outside
    assert "@" not in outside


def test_text_for_people() -> None:
    assert _render(post(f"絵本の会\n\n{URL}"), "text") == (
        "20261205-ohanashikai → x (x @example_lib)\n"
        "  えほんのじかん  (posts/2026/12/ohanashikai.md)\n"
        "  │ 絵本の会\n"
        "  │\n"
        f"  │ {URL}\n"
        "  長さ 33/280(残り 247)  費用 約 0.200 ドル\n"
        f"  リンク: {URL}\n"
        "  承認されていれば 2026年11月25日(水) 12:00 以降に出ます。"
    )


def test_nothing_to_show() -> None:
    assert render_previews([], "text", "ja") == "見せる投稿はありません。"
    assert json.loads(render_previews([], "json", "ja")) == {
        "version": 1,
        "previews": [],
        "findings": [],
    }


NIGHT = dt.datetime(2026, 11, 25, 23, tzinfo=NOON.tzinfo)
STYLES = ("text", "github", "markdown", "json", "html")


@pytest.mark.parametrize("style", STYLES)
def test_what_goes_out_at_another_time_says_so_and_why(style: str) -> None:
    asked = Consulted(section="防災課##[error]", by="係長", on=dt.date(2026, 11, 20))
    meta = {"outside_hours_reason": "台風::error::\n", "consulted": (asked,)}
    for now, closed in ((NOON, False), (NIGHT, True)):
        shown = preview(post("本文", **meta), _settings(), now)
        page = render_previews([shown], style, "ja")
        assert "開館時間の外でも出る投稿です" in page
        assert "台風" in page
        assert "防災課" in page
        assert ("2026-11-20" if style == "json" else "11月20日") in page
        assert ("閉まっています" in page) is (closed and style != "json")
        assert "##[" not in page
    usual = render_previews([preview(post("本文"), _settings(), NIGHT)], style, "ja")
    assert "開館時間の外でも" not in usual


@pytest.mark.parametrize("style", STYLES)
def test_an_emergency_is_called_one(style: str) -> None:
    shown = preview(post("本文", category=Category.EMERGENCY), _settings(), NIGHT)
    assert "緊急の投稿なので" in render_previews([shown], style, "ja")
