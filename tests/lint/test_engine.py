"""The engine: isolation, wanted paths, waivers, and files that are no posts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.lint.engine import PostFile, lint
from sns_cli.lint.example import PATH, Example
from sns_cli.model.finding import Finding, Severity
from sns_cli.model.post import FILE_LIMIT
from tests.lint.samples import NOW, SETTINGS, check, nothing_settled, report, rules

GOOD = Example().source()
OTHER = "posts/2026/12/other.md"


def waived(rule: str) -> dict[str, str | None]:
    return {"waivers": f"[{{rule: {rule}, reason: 館長と相談済み}}]"}


def test_one_unreadable_file_tells_all_its_faults_and_disturbs_no_other() -> None:
    broken = b"---\nid: X\ncategory: nothing\nfoo: 1\n---\n\n"
    bad = Example(front={"id": "20261206-other"}, body="2月30日に開きます。").source()
    found = report([(PATH, broken), (OTHER, bad)])
    assert found.posts == 2
    of_broken = [one for one in found.findings if one.path == PATH]
    assert {"front-matter-invalid", "unknown-key"} <= set(rules(of_broken))
    assert len(of_broken) >= 3
    for one in of_broken:
        assert one.severity is Severity.ERROR
        assert one.post is None
        assert one.message
        assert one.hint
    assert rules([one for one in found.findings if one.path == OTHER]) == [
        "impossible-date"
    ]


def test_findings_come_by_path_and_line() -> None:
    bad = Example(front={"title": "○○", "basis": None}, body="○○\n2月30日").source()
    found = report([(OTHER, bad), (PATH, bad.replace(b"20261205", b"20261206"))])
    places = [(one.path, one.line) for one in found.findings]
    assert places == sorted(places)
    assert len({path for path, _ in places}) == 2


def test_only_wanted_posts_are_counted_and_reported() -> None:
    bad = Example(front={"id": "20261206-other"}, body="○○").source()
    files = [(PATH, GOOD), (OTHER, bad)]
    assert report(files, wanted=frozenset({PATH})).findings == ()
    assert report(files, wanted=frozenset({PATH})).posts == 1
    assert rules(report(files, wanted=frozenset({OTHER})).findings) == [
        "unfilled-template"
    ]
    assert report(files, wanted=frozenset()).posts == 0


@pytest.mark.parametrize(
    "twin",
    [
        GOOD,
        GOOD.replace(b"\ncategory", b"\nfoo: 1\ncategory"),  # cannot be read
        GOOD.replace(b"id: 20261205-ohanashikai\n", b"").replace(
            b"basis", b"id: 20261205-ohanashikai\nbasis"
        ),
    ],
    ids=["same", "unreadable", "id-elsewhere"],
)
def test_two_files_with_one_id_are_told_of_each_other(twin: bytes) -> None:
    files = [(PATH, GOOD), (OTHER, twin)]
    found = report(files, wanted=frozenset({PATH})).findings
    assert rules(found) == ["duplicate-id"]
    assert OTHER in found[0].message
    assert found[0].line == 2


def test_duplicate_ids_are_reported_on_both() -> None:
    found = report([(PATH, GOOD), (OTHER, GOOD)]).findings
    assert {(one.path, one.rule) for one in found} == {
        (PATH, "duplicate-id"),
        (OTHER, "duplicate-id"),
    }


def test_a_waiver_keeps_the_finding_and_takes_its_weight() -> None:
    body = "くわしくは https://bit.ly/3xYzAbC"
    (stopping,) = check(body)
    (found,) = check(body, front=waived("url-shortener"))
    assert stopping.stops
    assert found.waived
    assert not found.stops
    assert "館長と相談済み" in found.hint
    assert (found.rule, found.severity) == ("url-shortener", Severity.ERROR)


def test_a_waiver_of_one_rule_leaves_the_others() -> None:
    found = check("○○ https://bit.ly/3xYzAbC", front=waived("url-shortener"))
    assert {one.rule: one.waived for one in found} == {
        "url-shortener": True,
        "unfilled-template": False,
    }


def test_a_rule_that_cannot_be_waived_says_so_and_stands() -> None:
    found = check("○○のお知らせ", front=waived("unfilled-template"))
    assert {(one.rule, one.waived) for one in found} == {
        ("front-matter-invalid", False),
        ("unfilled-template", False),
    }


def test_a_waiver_of_a_rule_that_does_not_exist_is_a_mistake() -> None:
    (found,) = check(front=waived("url-shortner"))
    assert found.rule == "front-matter-invalid"
    assert found.line == 10
    assert "url-shortner" in found.message
    assert "url-shortener" in found.hint


def test_an_account_that_does_not_exist_is_a_mistake() -> None:
    (found,) = check(front={"accounts": "[x, nigt]"})
    assert (found.rule, found.line) == ("front-matter-invalid", 4)
    assert "nigt" in found.message
    assert "night" in found.hint


def test_a_text_for_an_account_the_post_does_not_go_to_is_a_mistake() -> None:
    # Without accounts the post goes to those of the settings: x, night and free.
    (found,) = check(
        front={
            "accounts": None,
            "publish_at": None,
            "overrides": "{nigt: {body: 夜間の案内です。}}",
        }
    )
    assert (found.rule, found.line) == ("front-matter-invalid", 8)
    assert "x, night, free" in found.message
    assert "「night」ではありませんか" in found.message
    (far,) = check(
        front={
            "accounts": None,
            "publish_at": None,
            "overrides": "{zzz: {subject: 夜間の案内}}",
        }
    )
    assert "ではありませんか" not in far.message
    assert "accounts" in far.hint


def without_text(
    front: dict[str, str | None] | None = None, body: str = ""
) -> tuple[Finding, ...]:
    source = Example(front={"publish_at": None, **(front or {})}).source()
    head = source.decode().rpartition("---\n")[0]
    return report([(PATH, f"{head}---\n{body}\n".encode())]).findings


NIGHT_TEXT = "{night: {body: 夜間の案内です。}}"


@pytest.mark.parametrize("body", ["", " \n\n", "　", "![ちらし](a.jpg)"])
def test_a_post_without_a_text_is_a_mistake(body: str) -> None:
    (found,) = (one for one in without_text(body=body) if one.rule != "image-format")
    assert (found.rule, found.severity) == ("front-matter-invalid", Severity.ERROR)
    assert "本文が空" in found.message


def test_a_text_of_its_own_is_a_text_for_that_account_alone() -> None:
    one = {"accounts": "[night]", "overrides": NIGHT_TEXT}
    assert without_text(one) == ()
    (found,) = without_text({"accounts": "[x, night]", "overrides": NIGHT_TEXT})
    assert "宛先: x)" in found.message
    subject = {"accounts": "[free]", "overrides": "{free: {subject: 夜間の案内}}"}
    assert rules(without_text(subject)) == ["front-matter-invalid"]


def test_a_request_to_take_down_may_be_without_a_text() -> None:
    assert without_text({"retracts": "20261101-ohanashikai"}) == ()


def test_a_waiver_of_a_name_like_no_rule_is_told_where_the_names_are() -> None:
    (found,) = check(front=waived("zzz"))
    assert "もしかして" not in found.hint
    assert "一覧は sns rules" in found.hint


def test_a_service_that_cannot_be_sent_to_is_told_once_at_the_settings() -> None:
    front: dict[str, str | None] = {"accounts": "[x, mail]"}
    two = Example(front={**front, "id": "20261206-other"}).source()
    found = report([(PATH, Example(front=front).source()), (OTHER, two)]).findings
    assert [(one.path, one.rule, one.severity) for one in found] == [
        ("sns.toml", "service-unsupported", Severity.ERROR)
    ]
    assert "mail" in found[0].message


def test_without_posts_the_settings_are_looked_at_all_the_same() -> None:
    first = SETTINGS.library.model_copy(update={"accounts": ("mail",)})
    settings = SETTINGS.model_copy(update={"library": first})
    everything = lint([], settings, NOW, nothing_settled, "ja")
    nothing = lint([], settings, NOW, nothing_settled, "ja", wanted=frozenset())
    assert rules(everything.findings) == ["service-unsupported"]
    assert nothing.findings == ()


MEDIA = "[{file: assets/a.jpg, alt: 展示の写真}]"


def test_media_and_readme_belong_there_and_nothing_else_does() -> None:
    post = Example(front={"media": MEDIA}).source()
    others = [
        "posts/README.md",
        "posts/2026/11/assets/a.jpg",
        "posts/2026/11/assets/b.jpg",
        "posts/2026/draft.md",
        "posts/2026/11/おはなし会.md",
        "posts/2026/11/bbb.md.txt",
    ]
    found = report([(PATH, post)], others=others, specials=["posts/2026/11/link.md"])
    assert {(one.path, one.rule, one.severity.value) for one in found.findings} == {
        ("posts/2026/11/assets/b.jpg", "stray-file", "warning"),
        ("posts/2026/draft.md", "stray-file", "error"),
        ("posts/2026/11/おはなし会.md", "stray-file", "error"),
        ("posts/2026/11/bbb.md.txt", "stray-file", "error"),
        ("posts/2026/11/link.md", "stray-file", "error"),
    }
    assert found.posts == 1


@pytest.mark.parametrize("name", ["a.swp.md", "thumbs.db.jpg", ".gitkeep", "a.md~"])
def test_any_other_file_is_reported(name: str) -> None:
    path = f"posts/2026/11/{name}"
    assert len(report([(PATH, GOOD)], others=[path]).findings) == 1


def test_a_post_that_is_no_ordinary_file_is_not_called_misplaced() -> None:
    (found,) = report([], others=["posts/2026/11/link.md"]).findings
    assert "ふつうのファイルではない" in found.message


def test_media_of_a_post_that_cannot_be_read_are_not_called_stray() -> None:
    broken = Example(front={"media": MEDIA, "category": "x"}).source()
    found = report([(PATH, broken)], others=["posts/2026/11/assets/a.jpg"])
    assert {one.path for one in found.findings} == {PATH}


def test_a_wanted_file_is_stray_only_if_no_post_shows_it() -> None:
    image = "posts/2026/11/assets/a.jpg"
    post = Example(front={"media": MEDIA}).source()
    wanted = frozenset({image})
    shown = report([(PATH, post)], others=[image], wanted=wanted)
    assert shown.findings == ()
    alone = report([(PATH, GOOD)], others=[image], wanted=wanted)
    assert [one.path for one in alone.findings] == [image]
    assert alone.posts == 0
    other = report([(PATH, GOOD)], others=[image], wanted=frozenset({PATH}))
    assert other.findings == ()


def test_english_findings_hold_english_dates() -> None:
    files = [PostFile(PATH, Example(body="11月28日(金)に開きます。").source())]
    (found,) = lint(files, SETTINGS, NOW, nothing_settled, "en").findings
    assert "Sat 28 Nov 2026" in found.message
    assert "Friday in 2025" in found.message


@given(st.binary(max_size=400), st.text(max_size=200))
def test_no_file_makes_the_engine_fail(raw: bytes, body: str) -> None:
    files = [(PATH, raw), (OTHER, Example(body=body or None).source())]
    found = report(files)
    assert found.posts == 2
    for one in found.findings:
        assert one.line >= 1


HOSTILE = (
    "https://",
    "12月5日(",
    "〇",
    "1月",
    "1/1(",
    "ここに",
    "『",
    "2026年(令和8年)",
    "{",
    "a.b",
    "h",
    "http",
    "1",
    "月",
    "(",
    ".",
    "a-",
    "x.",
    "令和",
    "12月5",
    "1・",
    "5日",
    "(土",
    ":",
    "/",
    "@",
    "http:",
    "xn--",
    "//",
    "ｈ",
    "１",
    "ここにa",
    "1時",
    "1:",
    "12月5、",
    "ttps:",
    "○(",
    "2026/1/",
    "\u200b",
    "十",
    "十二月五日、",
    "2026年",
    "2026年1月1日(木)",
    "12月5日、日曜日",
    "1:75",
    "『12月",
    "●",
    "_",
    ":_",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_file_is_read_to_its_end(unit: str) -> None:
    room = FILE_LIMIT - 1000
    body = unit * (room // len(unit.encode()))
    assert report([(PATH, Example(body=body).source())]).posts == 1
