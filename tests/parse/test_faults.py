"""Every fault that the parsers know, by its case, and every sentence about it."""

import string

import pytest

from sns_cli.messages.forms import TEXTS
from sns_cli.model.finding import Fault
from sns_cli.model.post import Post
from sns_cli.model.settings import Settings
from sns_cli.parse.post import parse_post
from sns_cli.parse.settings import parse_settings
from tests.parse.cases import POST_CASES, SETTINGS_CASES
from tests.parse.samples import PATH, ZONE, post, settings

CODES = tuple(code for code in TEXTS if not code.endswith(".hint"))
JARGON = ("コミット", "マージ", "プッシュ", "ブランチ", "ハッシュ", "リポジトリ")


def _fields(template: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(template)} - {None}


def _readable(faults: tuple[Fault, ...]) -> None:
    for fault in faults:
        for code in (fault.code, f"{fault.code}.hint"):
            for language in ("ja", "en"):
                sentence = TEXTS[code].fill(language, fault.details)
                assert sentence.strip()


def test_the_sample_post_is_valid() -> None:
    assert isinstance(parse_post(PATH, post(), ZONE), Post)


def test_the_sample_settings_are_valid() -> None:
    assert isinstance(parse_settings(settings()), Settings)


@pytest.mark.parametrize("code", POST_CASES)
def test_a_fault_of_a_post_is_found_on_its_line(code: str) -> None:
    case = POST_CASES[code]
    faults = parse_post(case.path, case.content, ZONE)
    assert isinstance(faults, tuple)
    assert case.line in [one.line for one in faults if one.code == code]
    assert {fault.code for fault in faults} == {code, *case.also}
    _readable(faults)


@pytest.mark.parametrize("code", SETTINGS_CASES)
def test_a_fault_of_settings_is_found_on_its_line(code: str) -> None:
    case = SETTINGS_CASES[code]
    faults = parse_settings(case.content)
    assert isinstance(faults, tuple)
    assert case.line in [one.line for one in faults if one.code == code]
    assert {fault.code for fault in faults} == {code, *case.also}
    assert {fault.rule for fault in faults} == {"settings-invalid"}
    _readable(faults)


def test_every_missing_key_has_an_example() -> None:
    """But for the keys that say of which kind a closing is: they are never missing."""
    hours = 'open = "09:30", close = "17:00" }'
    faults = [
        *parse_settings(b""),
        *parse_settings(
            settings(f'{{ days = ["sat", "sun", "holiday"], {hours}', "{}")
        ),
        *parse_settings(settings('{ date = "2026-08-12", reason = "停電" }', "{}")),
        *parse_settings(settings(', weekday = "thu"')),
        *parse_settings(settings('reason = "整理日", ')),
        *parse_post(PATH, post("title: a\n"), ZONE),
        *parse_post(PATH, post("media: [{file: a.png}]\nwaivers: [{rule: a}]\n"), ZONE),
    ]
    examples = {
        f.details["name"]: f.details["example"] for f in faults if "name" in f.details
    }
    assert {"days", "date", "weekday", "reason", "people"} <= set(examples)
    assert "…" not in examples.values()


def test_a_local_time_that_the_clocks_skip_is_a_fault() -> None:
    content = post().replace(b"2026-11-25T10:00:00+09:00", b"2026-03-29 02:30")
    faults = parse_post(PATH, content, "Europe/Berlin")
    assert isinstance(faults, tuple)
    assert [fault.code for fault in faults] == ["time-skipped"]
    _readable(faults)


def test_every_sentence_has_a_case() -> None:
    assert set(CODES) == {*POST_CASES, *SETTINGS_CASES, "time-skipped"}


@pytest.mark.parametrize("code", TEXTS)
def test_both_languages_of_a_sentence_say_the_same(code: str) -> None:
    text = TEXTS[code]
    assert _fields(text.ja) == _fields(text.en)
    assert not [word for word in JARGON if word in text.ja]
    assert f"{code.removesuffix('.hint')}.hint" in TEXTS
