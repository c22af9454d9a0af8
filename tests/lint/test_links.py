"""What the rules about links find, and what they say is wrong."""

import pytest

from sns_cli.lint.addresses import Fault, bad_addresses
from sns_cli.lint.shorteners import SHORTENERS, TELLING
from tests.lint.samples import check, rules


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("https://www.lib.example.lg.jp/new/２０２６.html", Fault.FULL_WIDTH),
        ("https://www.lib.example.lg.jp／new", Fault.FULL_WIDTH),
        ("https://www．lib.example.lg.jp/", Fault.FULL_WIDTH),
        ("ｈｔｔｐｓ：／／www.lib.example.lg.jp/", Fault.FULL_WIDTH),
        ("https：//www.lib.example.lg.jp/", Fault.FULL_WIDTH),
        ("https://www.lib.example.lg.jp/\u200bnew", Fault.INVISIBLE),
        ("https://www.lib\u00ad.example.lg.jp/", Fault.INVISIBLE),
        ("https://www.lib.example.lg.jp/\u202egpj", Fault.INVISIBLE),
        ("https://www.lib.example.lg.jp@evil.example/", Fault.USER),
        ("https://user:word@www.lib.example.lg.jp/", Fault.USER),
        ("https:// www.lib.example.lg.jp/", Fault.BLANK),
        ("https://www.lib. example.lg.jp/", Fault.BLANK),
        ("https://www.lib.example.lg.jp/event/ 1205.html", Fault.BLANK),
        ("https://www.lib.еxample.lg.jp/", Fault.LOOK_ALIKE),  # a Cyrillic letter
        ("https://xn--e1awd7f.jp/", Fault.LOOK_ALIKE),
        ("https://xn--!.jp/", Fault.LOOK_ALIKE),
        ("https://図書館.xn--wgv71a.jp/", Fault.LOOK_ALIKE),
        ("https://", Fault.HOST),
        ("https:///news", Fault.SCHEME),
        ("https://www", Fault.HOST),
        ("https://www..example.lg.jp/", Fault.HOST),
        ("https://-.jp/", Fault.HOST),
        ("https://www.lib.example.lg.jp:65536/", Fault.PORT),
        ("https://www.lib.example.lg.jp:0/", Fault.PORT),
        ("https://www.lib.example.lg.jp:99999999999", Fault.PORT),
        ("https://www.lib,example.lg.jp/", Fault.HOST),
        ("https://https://www.lib.example.lg.jp/", Fault.HOST),
        ("ttps://www.lib.example.lg.jp/", Fault.SCHEME),
        ("htps://www.lib.example.lg.jp/", Fault.SCHEME),
        ("https//www.lib.example.lg.jp/", Fault.SCHEME),
        ("https:/www.lib.example.lg.jp/", Fault.SCHEME),
        ("https;//www.lib.example.lg.jp/", Fault.SCHEME),
        ("https:\\\\www.lib.example.lg.jp\\", Fault.SCHEME),
    ],
)
def test_a_spoilt_address_is_found_with_what_is_wrong(text: str, fault: Fault) -> None:
    assert [one.fault for one in bad_addresses(f"くわしくは{text}")] == [fault]
    assert set(rules(check(f"くわしくは{text}"))) == {"malformed-url"}


def test_the_address_of_the_source_page_is_checked_too() -> None:
    (found,) = check(front={"source_url": "https://www/1205.html"})
    assert (found.rule, found.line) == ("malformed-url", 7)


@pytest.mark.parametrize("port", ["", ":1", ":443", ":8443", ":65535"])
def test_a_port_that_exists_is_fine(port: str) -> None:
    for rest in ("", "/", "/new", "。"):
        text = f"くわしくは https://www.lib.example.lg.jp{port}{rest}"
        assert list(bad_addresses(text)) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://bit.ly/3xYzAbC",
        "http://bit.ly/3xYzAbC",
        "HTTPS://BIT.LY/3xYzAbC",
        "https://www.bit.ly/3xYzAbC",
        "https://bit.ly",
        "bit.ly/3xYzAbC",
        "(https://bit.ly/3xYzAbC)",
        "[こちら](https://bit.ly/3xYzAbC)",
        "https://bit.ly:443/3xYzAbC",
        "https://mijikai.example.jp/a",
        "https://onl.tw/a",
        "https://qr.paps.jp/a",
        "https://lin.ee/a",
    ],
)
def test_a_shortened_link_is_an_error(url: str) -> None:
    found = check(f"くわしくは{url}")
    assert [(one.rule, one.severity.value) for one in found] == [
        ("url-shortener", "error")
    ]


@pytest.mark.parametrize("host", ["youtu.be", "forms.gle", "amzn.asia"])
def test_a_short_name_of_a_single_site_is_a_warning(host: str) -> None:
    found = check(f"くわしくは https://{host}/abc")
    assert [(one.rule, one.severity.value) for one in found] == [
        ("url-shortener", "warning")
    ]


def test_the_built_in_list_holds_what_both_public_lists_lack() -> None:
    assert {
        "onl.tw",
        "onl.la",
        "onl.bz",
        "ux.nu",
        "qr.paps.jp",
        "u0u1.net",
    } <= SHORTENERS
    assert len(SHORTENERS) >= 60
    assert not SHORTENERS & TELLING
