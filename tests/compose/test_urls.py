"""Where a URL begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.compose.urls import find_urls


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("", []),
        ("図書館", []),
        ("www.example.com", []),
        ("ftp://example.com", []),
        ("https://", []),
        ("https://a.jp", ["https://a.jp"]),
        ("HTTP://A.JP/X", ["HTTP://A.JP/X"]),
        ("詳細はhttps://a.jp/をご覧", ["https://a.jp/"]),
        ("https://a.jp/new/２０２６.html", ["https://a.jp/new/"]),
        ("https://a.jp。", ["https://a.jp"]),
        ("https://a.jp/b, https://c.jp.", ["https://a.jp/b", "https://c.jp"]),
        ("(https://a.jp/b)", ["https://a.jp/b"]),
        ("「https://a.jp/b」", ["https://a.jp/b"]),
        ("<https://a.jp/b>", ["https://a.jp/b"]),
        ("https://a.jp/x_(y)", ["https://a.jp/x_(y)"]),
        ("https://a.jp/?a[]=1&b=2#c", ["https://a.jp/?a[]=1&b=2#c"]),
        ("[甲](https://a.jp/b)", ["https://a.jp/b"]),
        ("[https://a.jp](https://b.jp)", ["https://a.jp", "https://b.jp"]),
        ("https://a.jp/\nhttps://b.jp/", ["https://a.jp/", "https://b.jp/"]),
        ("https://a.jp/%E3%81%82", ["https://a.jp/%E3%81%82"]),
        ("https://a.jp/b!?", ["https://a.jp/b"]),
        ("https://a.jp/|b", ["https://a.jp/"]),
    ],
)
def test_urls_of_a_text(text: str, urls: list[str]) -> None:
    assert [url.text for url in find_urls(text)] == urls


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.Lib.example.LG.jp/a", "www.lib.example.lg.jp"),
        ("https://a.jp:8443/", "a.jp"),
        ("https://user:pw@a.jp/", "a.jp"),
        ("https://a.jp?x", "a.jp"),
        ("https://a.jp#x@b.jp", "a.jp"),
        ("https://a.jp/@b", "a.jp"),
        ("https://[::1]:80/", "[::1]"),
    ],
)
def test_host(text: str, host: str) -> None:
    (url,) = find_urls(text)
    assert url.host == host


@given(st.text(alphabet="https://a.jp()[]あ。 \n,.", max_size=60))
def test_every_url_is_a_piece_of_the_text(text: str) -> None:
    end = 0
    for url in find_urls(text):
        assert url.start >= end
        assert text[url.start : url.end] == url.text
        assert url.text.isascii()
        assert not set(url.text) & set(" \n")
        end = url.end
