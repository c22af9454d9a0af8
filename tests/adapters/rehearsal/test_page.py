"""The timeline page shows what was posted, and lets no text act on it."""

from html.parser import HTMLParser
from pathlib import Path

from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS, RehearsalServer
from tests.support.oauth_client import call
from tests.support.x_channel import send, x_channel


class Page(HTMLParser):
    """Tags, links and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str | None] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def page_after(tmp_path: Path, *texts: str) -> str:
    with RehearsalServer(tmp_path / "x.sqlite", handle="lib_example") as server:
        with x_channel(server.api_base, REHEARSAL_CREDENTIALS) as channel:
            for text in texts:
                send(channel, text)
        answer = call(server.port, "GET", "/")
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        return answer.body.decode()


def test_posts_show_newest_first_with_lines_and_links(tmp_path: Path) -> None:
    link = "https://lib.example.jp/?a=1&b=2"
    page = Page(page_after(tmp_path, "一つめ\n・二行め", f"詳しくは {link} まで"))
    assert f"詳しくは {link} まで" in page.text
    assert "一つめ\n・二行め" in page.text
    assert page.text.index("詳しくは") < page.text.index("一つめ")
    assert page.links == [link]
    assert "@lib_example" in page.text


def test_it_says_in_both_languages_that_nothing_is_public(tmp_path: Path) -> None:
    page = Page(page_after(tmp_path))
    assert "これは予行です" in page.text
    assert "This is a rehearsal" in page.text
    assert "投稿はまだありません" in page.text


def test_no_text_acts_on_the_page(tmp_path: Path) -> None:
    attack = """<script>alert(1)</script>"'><img src=x> https://a.example/"onload="x"""
    attack += "<img src=y>"
    html = page_after(tmp_path, attack)
    page = Page(html)
    assert attack in page.text
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.links == ["https://a.example/"]
    assert "default-src 'none'" in html


def test_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    page = Page(page_after(tmp_path, "本文"))
    assert page.links == []
    assert "link" not in page.tags
