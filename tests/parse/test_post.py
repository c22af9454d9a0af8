"""Front matter typed as design 8.1 says."""

import csv
import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from sns_cli.model.post import (
    Basis,
    Category,
    Consulted,
    Media,
    MediaKind,
    Override,
    Post,
    Rights,
    Waiver,
)
from sns_cli.parse.post import may_have_media, parse_post, scan_id
from tests.parse.samples import FRONT_MATTER, PATH, SHARED, ZONE, post, with_line

TOKYO = ZoneInfo(ZONE)


def parsed(content: bytes, zone: str = ZONE) -> Post:
    found = parse_post(PATH, content, zone)
    assert isinstance(found, Post), found
    return found


def codes(content: bytes, path: str = PATH) -> list[str]:
    found = parse_post(path, content, ZONE)
    return [] if isinstance(found, Post) else [fault.code for fault in found]


def test_every_field_is_read() -> None:
    assert parsed(post()).meta.model_dump() == {
        "id": "20261205-ohanashikai",
        "title": "えほんのじかん(12月)",
        "accounts": ("x", "mail"),
        "category": Category.EVENT,
        "basis": Basis.WEBSITE,
        "source_url": "https://www.lib.example.lg.jp/event/1205.html",
        "announced": "館内掲示 11月1日から",
        "drafted_by": "tanto-01",
        "consulted": (
            Consulted(
                section="防災課", by="係長", on=dt.date(2026, 11, 20)
            ).model_dump(),
        ),
        "publish_at": dt.datetime(2026, 11, 25, 10, tzinfo=TOKYO),
        "expires_at": dt.datetime(2026, 12, 12, 11, tzinfo=TOKYO),
        "outside_hours_reason": "夜の催しのため",
        "media": (
            Media(
                file="assets/tenji.jpg",
                alt="展示の様子",
                rights=Rights(holder="市立図書館", basis="職員撮影"),
                people=True,
                consent="第12号",
                kind=MediaKind.PHOTO,
            ).model_dump(),
        ),
        "names": ("角田光代",),
        "corrects": "20261101-kyukan",
        "follows": "20261102-tenji",
        "retracts": "20261103-matsuri",
        "waivers": (Waiver(rule="mention", reason="主催者の名前のため").model_dump(),),
        "overrides": {
            "mail": Override(subject="件名", body="　一行目\n二行目").model_dump()
        },
    }


def test_lines_are_those_of_the_file() -> None:
    found = parsed(post())
    lines = post().decode().splitlines()
    for key, start in {
        "id": "id:",
        "accounts.1": "accounts:",
        "consulted.0.on": "consulted:",
        "publish_at": "publish_at:",
        "media": "media:",
        "media.0": "  - file:",
        "media.0.rights.holder": "    rights:",
        "media.0.kind": "    kind:",
        "waivers.0.reason": "  - {rule:",
        "overrides.mail.body": "    body:",
        "body": "本文",
    }.items():
        assert lines[found.lines[key] - 1].startswith(start), key
    assert (
        found.line("media.0.rights.basis.more") == found.lines["media.0.rights.basis"]
    )


def test_only_id_title_and_category_are_required() -> None:
    found = parsed(post("id: abc\ntitle: b\ncategory: その他\n"))
    assert found.meta.accounts is None
    assert found.meta.publish_at is None
    assert found.meta.basis is None
    assert codes(post("zzz: a\n")) == ["key-unknown", *["key-missing"] * 3]


@pytest.mark.parametrize(
    ("written", "category"),
    [("休館案内", Category.CLOSURE), ("closure", Category.CLOSURE)],
)
def test_a_category_has_two_names(written: str, category: Category) -> None:
    assert parsed(with_line(f"category: {written}")).meta.category is category


@pytest.mark.parametrize(
    ("written", "basis"), list(zip("アイウエ", Basis, strict=True))
)
def test_a_basis_has_two_names(written: str, basis: Basis) -> None:
    assert parsed(with_line(f"basis: {written}")).meta.basis is basis
    assert parsed(with_line(f"basis: {basis.value}")).meta.basis is basis


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-11-25T10:00:00+09:00", "2026-11-25T01:00:00"),
        ("2026-11-25T10:00+09:00", "2026-11-25T01:00:00"),
        ("2026-11-25 10:00", "2026-11-25T01:00:00"),
        ("2026-11-25T10:00", "2026-11-25T01:00:00"),
        ("2026-11-25 10:00:30", "2026-11-25T01:00:30"),
        ("2026-11-25T01:00:00Z", "2026-11-25T01:00:00"),
        ("2026-11-24T20:00:00-05:00", "2026-11-25T01:00:00"),
        ("2024-02-29 10:00", "2024-02-29T01:00:00"),
    ],
)
def test_a_time_is_an_instant_in_the_librarys_zone(written: str, utc: str) -> None:
    at = parsed(with_line(f"publish_at: {written}")).meta.publish_at
    assert at is not None
    assert at.astimezone(dt.UTC).replace(tzinfo=None) == dt.datetime.fromisoformat(utc)
    assert at.tzinfo == TOKYO


@pytest.mark.parametrize(
    "written",
    [
        "2026/11/25 10:00",
        "２０２６-11-25 10:00",
        "2026-11-25 9:00",
        "2026-11-25T10:00:00.5",
        "2026-11-25T10:00:00+0900",
        "20261125T100000",
        "2026-W48-3 10:00",
        "10:00",
    ],
)
def test_other_forms_of_a_time_are_faults(written: str) -> None:
    assert codes(with_line(f"publish_at: {written}")) == ["time-wrong"]


@pytest.mark.parametrize(
    "written",
    [
        "2026-13-01 10:00",
        "2025-02-29 10:00",
        "2026-11-25 24:00",
        "2026-11-25 10:60",
        "2026-11-25T10:00:00+24:00",
        "2026-11-25T10:00:00+09:60",
        "1999-12-31 10:00",
        "9999-12-31 23:59",
    ],
)
def test_a_time_that_does_not_exist_is_a_fault(written: str) -> None:
    assert codes(with_line(f"publish_at: {written}")) == ["time-impossible"]


def test_a_time_that_happens_twice_is_the_first() -> None:
    content = with_line("publish_at: 2026-10-25 02:30")
    at = parsed(content, "Europe/Berlin").meta.publish_at
    assert at is not None
    assert at.utcoffset() == dt.timedelta(hours=2)


def test_an_hour_of_the_clock_change_expires_in_real_order() -> None:
    content = post(
        "id: abc\ntitle: b\ncategory: other\n"
        "publish_at: 2026-10-25T02:45:00+02:00\nexpires_at: 2026-10-25T02:15:00+01:00\n"
    )
    assert parsed(content, "Europe/Berlin").meta.expires_at is not None


@pytest.mark.parametrize(
    "file",
    [
        "../a.jpg",
        "a/../b.jpg",
        "/a.jpg",
        "a//b.jpg",
        "./a.jpg",
        ".hidden.jpg",
        "a/.git/b.jpg",
        "a\\b.jpg",
        "C:a.jpg",
        "a/",
        "\u30ab\u3099.jpg",  # カ and a voiced sound mark: decomposed
    ],
)
def test_media_outside_the_posts_folder_are_faults(file: str) -> None:
    content = post(FRONT_MATTER.replace("assets/tenji.jpg", file))
    assert codes(content) == ["media-path-wrong"]


@pytest.mark.parametrize("file", ["a.jpg", "a/b/c.jpg", "展示.jpg", "a b.jpg"])
def test_media_beside_the_post_or_below_are_accepted(file: str) -> None:
    content = post(FRONT_MATTER.replace("assets/tenji.jpg", file))
    assert parsed(content).media_paths == (f"posts/2026/12/{file}",)


@pytest.mark.parametrize(
    "path",
    ["posts/a.md", "posts/2026/12/README.md", "posts/2026/12/a.txt", "../a.md", ""],
)
def test_a_post_elsewhere_is_a_fault(path: str) -> None:
    assert codes(post(), path) == ["post-path-wrong"]


def test_overrides_need_no_accounts_list() -> None:
    content = FRONT_MATTER.replace("accounts: [x, mail]\n", "")
    assert set(parsed(post(content)).meta.overrides) == {"mail"}


def test_a_broken_accounts_list_does_not_blame_the_overrides() -> None:
    assert codes(with_line("accounts: [1x]")) == ["account-key-form"]


@pytest.mark.parametrize("value", ['""', '" "', "", "|", "'　'"])
def test_an_empty_value_is_a_fault(value: str) -> None:
    assert codes(with_line(f"announced: {value}")) == ["value-empty"]


def test_empty_lists_of_optional_things_are_accepted() -> None:
    assert parsed(with_line("names: []")).meta.names == ()


def test_suggestions_name_the_key_or_value_that_was_meant() -> None:
    faults = parse_post(PATH, with_line("categry: a"), ZONE)
    assert isinstance(faults, tuple)
    assert [dict(fault.details)["similar"] for fault in faults] == ["category"]
    faults = parse_post(PATH, with_line("category: 休館の案内"), ZONE)
    assert isinstance(faults, tuple)
    assert [dict(fault.details)["similar"] for fault in faults] == ["休館案内"]


def test_the_key_of_a_fault_says_which_item() -> None:
    faults = parse_post(PATH, post(FRONT_MATTER.replace("photo", "foto")), ZONE)
    assert isinstance(faults, tuple)
    assert [fault.details["key"] for fault in faults] == ["media(1).kind"]


def test_long_values_are_not_repeated_whole() -> None:
    faults = parse_post(PATH, with_line(f"category: {'x' * 5000}"), ZONE)
    assert isinstance(faults, tuple)
    assert len(str(faults[0].details["value"])) < 100


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("id: 20261205-a", "20261205-a"),
        ('id: "20261205-a"', "20261205-a"),
        ("id:  '20261205-a'  # note", "20261205-a"),
        ('id: "20261205-a', None),
        ("id: 20261205-A", None),
        ("id: ab", None),
        ("id: abc#d", None),
        ("id: &a abc", None),
        ("Id: abc", None),
        (" id: abc", None),
        ("title: abc", None),
    ],
)
def test_scan_id_takes_a_plain_id_only(line: str, found: str | None) -> None:
    assert scan_id(f"---\n{line}\n---\n".encode()) == found
    assert scan_id(f"---\r\n{line}\r\n---\r\n".encode()) == found


def test_scan_id_looks_at_the_first_line_of_front_matter_only() -> None:
    assert scan_id(b"---\ntitle: a\nid: abc\n---\n") is None
    assert scan_id(b"\n---\nid: abc\n---\n") is None
    assert scan_id(b"id: abc\n") is None
    assert scan_id(b"") is None


def test_may_have_media_is_false_only_when_there_are_none() -> None:
    assert may_have_media(post())
    assert may_have_media(b'---\n"m\\x65dia": []\n---\n')
    assert not may_have_media(b"---\nid: abc\n---\nabc\n")


def test_the_labelled_posts_are_valid() -> None:
    folder = SHARED / "data" / "posts-ja"
    if not folder.is_dir():
        pytest.skip("the labelled posts are not on this machine")
    with (folder / "index.csv").open(encoding="utf-8") as index:
        names = {row["post"] for row in csv.DictReader(index)}
    files = sorted((folder / "posts").rglob("*.md"))
    assert names >= {file.stem for file in files} != set()
    for file in files:
        path = file.relative_to(folder).as_posix()
        content = file.read_bytes()
        found = parse_post(path, content, ZONE)
        assert isinstance(found, Post), found
        assert scan_id(content) == found.id
        assert may_have_media(content) or not found.meta.media
