"""Post and account → the exact message, or why there is none."""

from dataclasses import fields

import pytest

from sns_cli.compose.message import Unsendable, compose, with_pictures
from sns_cli.compose.prices import Prices, prices_of
from sns_cli.messages.compose import TEXTS
from sns_cli.model.channel import Message
from sns_cli.model.delivery import Reason
from sns_cli.model.history import BlobId
from sns_cli.model.picture import PreparedPicture
from sns_cli.model.post import Media, Override, Post
from sns_cli.model.settings import PriceName, Service
from tests.compose.samples import post, settings

URL = "https://www.lib.example.lg.jp/"


def _message(one: Post, account: str = "x") -> Message:
    composed = compose(one, account, settings())
    assert isinstance(composed, Message)
    return composed


def _reason(one: Post, account: str = "x") -> Reason:
    composed = compose(one, account, settings())
    assert isinstance(composed, Unsendable)
    for language in ("ja", "en"):
        told = TEXTS[composed.reason.code].fill(language, composed.reason.details)
        assert "{" not in told
    return composed.reason


def test_the_message_is_the_plain_text_with_its_links() -> None:
    message = _message(post(f"- 甲\n[乙]({URL})\n{URL}"))
    assert message.payload.text == f"・甲\n乙 {URL}\n{URL}"
    assert message.payload.media == ()
    assert message.links == (URL,)
    assert message.blobs == {}


def test_an_account_may_have_a_text_of_its_own() -> None:
    one = post(
        "本文",
        overrides={"training": Override(body="練習"), "x": Override(subject="件名")},
    )
    assert _message(one, "training").payload.text == "練習"
    assert _message(one, "x").payload.text == "本文"


@pytest.mark.parametrize("account", ["x", "training"])
def test_280_fit_and_281_do_not(account: str) -> None:
    assert _message(post("あ" * 140), account).payload.text == "あ" * 140
    reason = _reason(post("あ" * 140 + "."), account)
    assert reason.code == "text-too-long"
    assert (reason.details["length"], reason.details["limit"]) == (281, 280)
    assert reason.details["over"] == 1


@pytest.mark.parametrize("body", ["", " \n\u3000\n", "\u3000"])
def test_an_empty_text_is_not_sent(body: str) -> None:
    assert _reason(post(body)).code == "text-empty"


@pytest.mark.parametrize("account", ["mail", "bsky"])
def test_other_services_are_not_there_yet(account: str) -> None:
    reason = _reason(post("本文"), account)
    assert reason.code == "service-unsupported"
    assert reason.details["account"] == account


def test_an_unknown_account_names_its_neighbours() -> None:
    reason = _reason(post("本文"), "trainning")
    assert reason.code == "account-unknown"
    assert reason.details["near"] == "training"
    assert _reason(post("本文"), "zzz").details["near"] == "x・training・mail・bsky"


def photos(*files: str, alt: str | None = "展示") -> tuple[Media, ...]:
    return tuple(Media(file=file, alt=alt) for file in files)


@pytest.mark.parametrize(
    "one",
    [
        post("本文\n\n![展示](a.jpg)"),
        post("本文\n\n![展示](other.jpg)", media=photos("a.jpg")),
        post("本文", overrides={"x": Override(body="本文![展示](a.jpg)")}),
        post("本文 ![展示](https://www.lib.example.lg.jp/a.jpg)"),
    ],
)
def test_an_image_in_the_text_must_be_listed(one: Post) -> None:
    assert _reason(one).code == "picture-not-listed"


@pytest.mark.parametrize(
    "image",
    [
        "![展示](a.jpg)",
        "![展示](./a.jpg)",
        '![展示](a.jpg "展示")',
        "![展示](<a.jpg>)",
        "![](a.jpg)",
    ],
)
def test_a_listed_image_is_shown_and_leaves_the_text(image: str) -> None:
    message = _message(post(f"本文\n\n{image}", media=photos("a.jpg")))
    assert message.payload.text == "本文"
    (picture,) = message.pictures
    assert (picture.path, picture.alt) == ("posts/2026/12/a.jpg", "展示")


@pytest.mark.parametrize(
    ("media", "code"),
    [
        (photos(*(f"{n}.jpg" for n in range(5))), "too-many-pictures"),
        (photos("a.gif", "b.jpg"), "gif-not-alone"),
        (photos("a.svg"), "picture-name-refused"),
        (photos("a"), "picture-name-refused"),
        (photos("a.jpg", alt="字" * 1001), "alt-too-long"),
        (photos("a.jpg", alt=None), "alt-missing"),
        (photos("a.jpg", alt=""), "alt-missing"),
        (photos("a.jpg", alt=" \u3000\n"), "alt-missing"),
    ],
)
def test_what_the_service_would_not_take_is_not_sent(
    media: tuple[Media, ...], code: str
) -> None:
    assert _reason(post("本文", media=media)).code == code


@pytest.mark.parametrize(
    "media",
    [
        photos(*(f"{n}.jpg" for n in range(4))),
        photos("a.gif"),
        photos("A.JPEG"),
        photos("a.webp", alt="字" * 1000),
    ],
)
def test_what_the_service_takes_is_sent(media: tuple[Media, ...]) -> None:
    message = _message(post("本文", media=media))
    assert len(message.pictures) == len(media)
    assert message.payload.media == ()


def test_each_description_costs() -> None:
    assert _message(post("本文", media=photos("a.jpg", "b.jpg"))).cost_usd == 0.025
    assert _message(post("本文")).cost_usd == 0.015


def test_the_message_is_completed_with_the_bytes_that_go_out() -> None:
    made = PreparedPicture(b"bytes", "a" * 64, "image/png", 4, 3)
    message = _message(post("本文", media=photos("a.png")))
    whole = with_pictures(message, [BlobId("b" * 40)], [made])
    (frozen,), (about,) = whole.payload.media, whole.media
    assert (frozen.path, frozen.sha256, frozen.mime, frozen.alt) == (
        "posts/2026/12/a.png",
        "a" * 64,
        "image/png",
        "展示",
    )
    assert (about.blob, about.size, about.width, about.height) == ("b" * 40, 5, 4, 3)
    assert whole.blobs == {"a" * 64: b"bytes"}


@pytest.mark.parametrize(
    ("body", "account", "cost"),
    [
        ("本文", "x", 0.015),
        (f"本文 {URL}", "x", 0.2),
        ("本文 www.lib.example.lg.jp", "x", 0.2),
        (f"本文 {URL}", "training", 0.0),
    ],
)
def test_cost(body: str, account: str, cost: float) -> None:
    assert _message(post(body), account).cost_usd == pytest.approx(cost)


def test_every_price_that_may_be_set_is_one() -> None:
    assert {one.value for one in PriceName} == {one.name for one in fields(Prices)}


def test_prices_may_be_set() -> None:
    own = settings({"x": {"create": 0.5}, "rehearsal": {"create_with_url": 2.0}})
    x = prices_of(Service.X, own)
    assert (x.create, x.create_with_url, x.alt_text, x.delete) == (
        0.5,
        0.2,
        0.005,
        0.01,
    )
    composed = compose(post(URL), "training", own)
    assert isinstance(composed, Message)
    assert composed.cost_usd == pytest.approx(2.0)
    assert prices_of(Service.MAIL, own).create == 0.0
