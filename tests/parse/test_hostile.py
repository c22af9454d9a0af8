"""Whatever the bytes are, the answer is a value or faults."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sns_cli.messages.forms import TEXTS
from sns_cli.model.post import FrontMatter, Post
from sns_cli.model.settings import Settings
from sns_cli.parse.post import may_have_media, parse_post, scan_id
from sns_cli.parse.settings import parse_settings, read_pause
from tests.parse import samples

POST = samples.post()
SETTINGS = samples.settings()
TOKENS = (
    *(one.encode() for one in "-:,[]{}\"'|>?#%=\\\t\r\n\0："),
    b"---", b"\r\n", b"\n\n", b"  ", b"...", b"&a ", b"*a", b"!!str ", b"<<: ", b": ",
    b"\\x1b", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"id: abc\n", b"media: ",
    b"[[", b"]]", b'"""', b"99999999999", b"1979-05-27T00:32:00", b"inf", b"nan",
    b"true", b"[paused]\n", b"reason",
)  # fmt: skip
Edit = tuple[float, int, bytes]
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True), st.integers(0, 12), st.sampled_from(TOKENS)
    ),
    max_size=4,
)
ANY_BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(TOKENS)).map(b"".join),
    st.lists(st.sampled_from(TOKENS)).map(lambda all_: samples.post("").replace(
        b"---\n", b"---\n" + b"".join(all_) + b"\n", 1)),
)  # fmt: skip


def edited(content: bytes, edits: list[Edit]) -> bytes:
    for place, dropped, inserted in edits:
        at = int(place * len(content))
        content = content[:at] + inserted + content[at + dropped :]
    return content


def check_post(content: bytes) -> None:
    found = parse_post(samples.PATH, content, samples.ZONE)
    if isinstance(found, Post):
        assert scan_id(content) in {None, found.id}
        assert may_have_media(content) or not found.meta.media
        assert found.lines["body"] <= content.count(b"\n") + 1
        assert "\r" not in found.body
        return
    assert found
    lines = content.count(b"\n") + content.count(b"\r") + 1
    for fault in found:
        assert 1 <= fault.line <= lines
        assert TEXTS[fault.code].fill("ja", fault.details)
        assert TEXTS[f"{fault.code}.hint"].fill("en", fault.details)


def check_settings(content: bytes) -> None:
    found = parse_settings(content)
    reason = read_pause(content)
    if isinstance(found, Settings):
        assert (found.paused and found.paused.reason) == reason
        assert found.directors()
        return
    assert found
    for fault in found:
        assert 1 <= fault.line <= content.count(b"\n") + 1
        assert TEXTS[fault.code].fill("ja", fault.details)
        assert TEXTS[f"{fault.code}.hint"].fill("en", fault.details)


@given(ANY_BYTES)
@settings(deadline=None)
def test_any_bytes_are_a_post_or_faults(content: bytes) -> None:
    check_post(content)


@given(EDITS)
@settings(deadline=None, max_examples=300)
def test_a_damaged_post_is_a_post_or_faults(edits: list[Edit]) -> None:
    check_post(edited(POST, edits))


@given(ANY_BYTES)
@settings(deadline=None)
def test_any_bytes_are_settings_or_faults(content: bytes) -> None:
    check_settings(content)


@given(EDITS)
@settings(deadline=None, max_examples=300)
def test_damaged_settings_are_settings_or_faults(edits: list[Edit]) -> None:
    check_settings(edited(SETTINGS, edits))


ID_LINES = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["id: ", "id:  ", "id:", "id : ", '"id": ', "title: "]),
    st.sampled_from(["", '"', "'"]),
    st.sampled_from(["abc", "20261205-a", "ABC", "a b", "null", "0x1", "a#b", "a: b"]),
    st.sampled_from(["", '"', "'"]),
    st.sampled_from(["", " ", "  # c", "#c", "\n  d", "\n\n  d", "\n -d", "\nid: abd"]),
)


@given(ID_LINES)
def test_scan_id_never_disagrees_with_the_parser(line: str) -> None:
    content = f"---\n{line}\ncategory: other\ntitle: b\n---\n".encode()
    found = parse_post(samples.PATH, content, samples.ZONE)
    if isinstance(found, Post):
        assert scan_id(content) in {None, found.id}


def test_readers_cover_every_field_of_the_front_matter() -> None:
    keys = {line.partition(":")[0] for line in samples.FRONT_MATTER.splitlines()}
    assert keys >= set(FrontMatter.model_fields)
