"""The page of a preview: whole in itself, readable by everybody, and deaf to posts."""

import base64
import datetime as dt
import hashlib
import io
import shutil
import subprocess
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sns_cli.compose.pictures.prepare import prepared
from sns_cli.messages import Language
from sns_cli.model.finding import Finding, Severity
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Media, Post
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Settings
from sns_cli.report.preview import preview, render_previews
from tests.calendar.calendars import CHUO
from tests.compose.samples import post, settings

NOW = dt.datetime(2026, 11, 23, 20, tzinfo=dt.timezone(dt.timedelta(hours=9)))
LIBRARY: Settings = settings().model_copy(update={"calendars": {"chuo": CHUO}})
PICTURE = "posts/2026/12/a.png"
ATTACK = (
    "</p></div><script>alert(1)</script>"
    '<img src="https://evil.example/x" onerror="a()">'
    "\n{{ 7*7 }}{% raw %}\n\u202e<!-- \x1b[2J --></style><style>*{display:none}"
    "\n&lt;b&gt; javascript:alert(1) evil.example http://a.example/\"onclick='x"
)
VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """What a reader's program makes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.style = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(
        self, tag: str, attrs: Sequence[tuple[str, str | None]]
    ) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self.style += data
        else:
            self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]


def png() -> PreparedPicture:
    out = io.BytesIO()
    Image.new("RGB", (8, 4), "#c33").save(out, "PNG")
    made = prepared(PICTURE, out.getvalue())
    assert isinstance(made, PreparedPicture)
    return made


def shown(
    *posts: Post,
    language: Language = "ja",
    findings: Sequence[Finding] = (),
    made: dict[str, PreparedPicture | Reason] | None = None,
) -> str:
    previews = [preview(one, LIBRARY, NOW, made) for one in posts]
    return render_previews(previews, "html", language, findings)


def finding(message: str, severity: Severity, *, waived: bool = False) -> Finding:
    path = "posts/2026/12/ohanashikai.md"
    return Finding("too-long", severity, path, 3, "a", message, "直す", waived=waived)


def test_the_page_asks_nobody_for_anything() -> None:
    media = (Media(file="a.png", alt="赤い四角", people=False),)
    text = shown(
        post("くわしくは https://a.example/", media=media), made={PICTURE: png()}
    )
    page = Page(text)
    assert {tag for tag, _ in page.elements}.isdisjoint(
        {
            "script",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "video",
            "audio",
        }
    )
    (policy,) = (one["content"] for one in page.all("meta") if "http-equiv" in one)
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert not any("style" in attrs for _, attrs in page.elements)


def test_a_picture_is_in_the_page_with_its_words() -> None:
    made = png()
    media = (Media(file="a.png", alt='赤い "四角" <b>', people=False),)
    (image,) = Page(shown(post("本文", media=media), made={PICTURE: made})).all("img")
    kind, _, content = image["src"].partition(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(content) == made.content
    assert image["alt"] == '赤い "四角" <b>'
    assert (image["width"], image["height"]) == ("8", "4")


def test_a_picture_that_cannot_be_sent_is_told_and_not_shown() -> None:
    media = (Media(file="a.png", people=False),)
    missing = Reason("media-missing", {"path": PICTURE})
    page = Page(shown(post("本文", media=media), made={PICTURE: missing}))
    assert page.all("img") == []
    assert "説明(alt)がありません" in page.words
    assert f"画像 {PICTURE} がありません" in page.words
    assert "× 送れません" in page.words


def test_the_page_can_be_found_ones_way_in() -> None:
    posts = [post("一つ目"), post("二つ目", id="20261206-b", title="二つ目の件名")]
    page = Page(shown(*posts))
    assert page.all("html") == [{"lang": "ja"}]
    assert Page(shown(*posts, language="en")).all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
    assert len(page.all("nav")) == 1
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for _, attrs in page.elements:
        assert attrs.get("aria-labelledby", ids[0]) in ids
    targets = [one["href"][1:] for one in page.all("a") if one["href"][0] == "#"]
    assert targets == [one["id"] for one in page.all("section")]
    levels = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3"}]
    assert levels == [1, 2, 3, 2, 3]
    assert Page(shown(posts[0])).all("nav") == []


def test_what_goes_out_and_when_is_there() -> None:
    page = Page(shown(post("- 一行目\n\n　三行目")))
    assert "・一行目\n\n　三行目" in page.words
    assert "2026年11月25日(水) 9:30 以降に出ます" in page.words
    assert "11月24日(火)は定期休館日" in page.words
    assert "(残り " in page.words
    assert "約 0.015 ドル" in page.words
    assert "承認するまで、何も公開されません" in page.words


def test_findings_say_in_words_how_much_they_weigh() -> None:
    findings = [
        finding("ただの知らせ", Severity.INFO),
        finding("外した", Severity.ERROR, waived=True),
        finding("誤り <b>", Severity.ERROR),
        finding("注意", Severity.WARNING),
    ]
    words = Page(shown(post("本文"), findings=findings)).words
    places = [
        words.index(one)
        for one in (
            "直してください: 誤り <b>",
            "確かめてください: 注意",
            "お知らせ: ただの知らせ",
            "理由つきで外したもの: 外した",
        )
    ]
    assert places == sorted(places)


def test_nothing_to_show_is_a_page_too() -> None:
    assert "見せる投稿はありません" in Page(shown()).words


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_post_is_nothing_but_words(language: Language) -> None:
    media = (Media(file="a.png", alt=ATTACK, people=False),)
    one = post(ATTACK, title=ATTACK.replace("\n", " "), media=media)
    text = shown(
        one,
        language=language,
        made={PICTURE: png()},
        findings=[finding(ATTACK, Severity.ERROR)],
    )
    plain = shown(
        post("本文 http://a.example/", title="件名", media=media),
        language=language,
        made={PICTURE: png()},
        findings=[finding("誤り", Severity.ERROR)],
    )
    page = Page(text)
    tags = [tag for tag, _ in page.elements if tag not in {"li", "a"}]
    assert tags == [tag for tag, _ in Page(plain).elements if tag not in {"li", "a"}]
    allowed = {"href", "rel"}
    assert all(attrs.keys() <= allowed for attrs in page.all("a"))
    assert all(one["href"].startswith(("http://", "https://")) for one in page.all("a"))
    assert "<script>alert(1)</script>" in page.words
    assert "{{ 7*7 }}" in page.words
    assert "\u202e" not in text
    assert "\x1b" not in text


@given(st.text(), st.text(min_size=1))
def test_no_text_changes_the_shape_of_the_page(body: str, alt: str) -> None:
    media = (Media(file="a.png", alt=alt, people=False),)
    made: dict[str, PreparedPicture | Reason] = {
        PICTURE: Reason("media-missing", {"path": PICTURE})
    }
    page = Page(shown(post(f"本{body}", media=media), made=made))
    tags = [tag for tag, _ in page.elements if tag not in {"ul", "li", "a", "dt", "dd"}]
    reference = Page(shown(post("本文", media=media), made=made))
    expected = [
        tag for tag, _ in reference.elements if tag not in {"ul", "li", "a", "dt", "dd"}
    ]
    assert tags == expected


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium here")
def test_a_browser_applies_the_style_and_runs_nothing(tmp_path: Path) -> None:
    page = tmp_path / "preview.html"
    one = post(ATTACK, media=(Media(file="a.png", alt="赤", people=False),))
    page.write_text(shown(one, made={PICTURE: png()}), encoding="utf-8")
    done = subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--enable-logging=stderr",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    if done.returncode != 0:
        pytest.skip("Chromium does not start here")
    assert "Content Security Policy" not in done.stderr
    assert "CONSOLE" not in done.stderr
    assert "<script>" not in done.stdout
