"""One proposal in full, as the director sees it before approving."""

import re
from pathlib import Path

import pytest

from tests.cli.waiting import propose, review, told
from tests.support.git_command import git
from tests.support.git_story import Content, Special
from tests.support.library import Library
from tests.support.library_files import post, post_path
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture, quarters

PATH = "posts/2036/06/ohanashi.md"
EVIL = (
    "\x1b[31m::error::evil <script>alert(1)</script> \u202e##[group] [x](http://evil)"
)
BLOCK = re.compile(r"^(`{3,})text\n.*?^\1$", re.MULTILINE | re.DOTALL)
ACTIVE = ("\x1b", "\n::error::", "##[group]", "\u202e")


def test_one_proposal_in_full(library: Library) -> None:
    library.approve(post("ohanashi", "12月5日(金)に開きます。"))
    text = post("ohanashi", "12月6日(土)に開きます。")
    propose(library, "an", ohanashi=text)
    before = library.tip()

    page = told(library, "an")

    (one,) = page["posts"]
    assert one["approved_before_at"] == PATH
    assert one["changes"]["lines"][3][:3] == [
        ["same", "12月"],
        ["removed", "5"],
        ["added", "6"],
    ]
    (shown,) = page["previews"]
    assert (shown["text"], shown["account"]) == ("12月6日(土)に開きます。", "x")
    assert [item["item"] for item in page["checklist"]] == [
        "check-true",
        "check-harmless",
        "check-public",
    ]
    assert len(page["effects"]) == 1
    assert page["content"].startswith("sha256:")
    assert (
        "12月〔－5〕〔＋6〕日(〔－金〕〔＋土〕)に開きます。"
        in review(library, "an").out
    )
    assert library.tip() == before


def test_what_must_be_mended_comes_first_and_ends_with_1(library: Library) -> None:
    text = post(
        "ohanashi",
        "26日(月)に https://bit.ly/abc と https://tinyurl.com/abc で。",
        waivers='[{rule: url-shortener, reason: "例として"}]',
    )
    wrong = post("wrong", "2月30日に開きます。")
    propose(library, "an", ohanashi=text, wrong=wrong)

    page = told(library, "an")

    kinds = ["waived" if one["waived"] else one["severity"] for one in page["findings"]]
    assert kinds == sorted(kinds, key=["error", "waived", "warning", "info"].index)
    assert {"error", "waived", "warning"} <= set(kinds)
    assert review(library, "an").code == 1


def test_a_renamed_post_is_compared_with_itself(library: Library) -> None:
    library.approve(post("ohanashi"))
    moved = "posts/2036/07/ohanashi.md"
    files = {PATH: None, moved: post("ohanashi")}
    library.story.branch("an", files, library.tanto)

    page = told(library, "an")

    assert page["posts"][0]["approved_before_at"] == PATH
    assert page["removed"] == [PATH]
    assert any("名前を変えます" in one for one in page["effects"])


def test_the_last_approved_version_counts_and_not_what_slipped_in(
    library: Library,
) -> None:
    library.approve(post("ohanashi", "認めた文。"))
    library.push({PATH: post("ohanashi", "紛れた文。")})
    propose(library, "an", ohanashi=post("ohanashi", "新しい文。"))

    again, proposed = review(library, "--again").out, review(library, "an").out

    assert "認めた" in again.partition("前に承認した")[2]
    assert "認めた" in proposed.partition("前に承認した")[2]
    assert "紛れた" not in proposed


def test_a_published_post_is_said_to_go_out_no_more(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.publish()
    library.story.refresh()
    propose(library, "an", ohanashi=post("ohanashi", "直した文。"))

    (effect,) = told(library, "an")["effects"]

    assert "公開済み" in effect


def test_the_page_holds_the_pictures_and_asks_nobody(
    library: Library, tmp_path: Path
) -> None:
    text = with_pictures("tenji", "tenji.png")
    files: dict[str, Content] = {"posts/2036/06/tenji.md": text}
    files |= beside(tenji_png=picture("PNG", quarters(640, 480)))
    library.story.branch("an", files, library.tanto)
    page = tmp_path / "page.html"

    run = review(library, "an", "--output", str(page))

    assert run.code == 0, run
    html = page.read_text(encoding="utf-8")
    assert 'src="data:image/png;base64,' in html
    assert "default-src 'none'" in html
    assert "<script" not in html


@pytest.mark.parametrize("style", ["text", "json", "github", "markdown", "html"])
def test_nothing_of_a_proposal_acts_on_what_shows_it(
    library: Library, style: str
) -> None:
    library.approve(post("ohanashi"))
    text = post("ohanashi", f"{EVIL}\n::error::evil")
    files = {PATH: text, "docs/::error::x\n##[group]<script>": EVIL, "a.sh": EVIL}
    library.story.branch("an", files, library.tanto)

    run = review(library, "an", "--format", style)

    assert run.code in {0, 1}, run
    assert "evil" in run.out
    for active in ACTIVE:
        assert active not in run.out
    if style not in {"text", "github", "markdown"}:
        assert "<script>" not in run.out
    if style == "markdown":
        outside = BLOCK.sub("", run.out)
        assert "<script>" not in outside


def test_nothing_of_a_proposal_is_run(library: Library) -> None:
    hooks: dict[str, Content] = {
        ".gitattributes": "* filter=evil diff=evil merge=evil\n",
        "sns_cli/__init__.py": "raise SystemExit(99)",
        "conftest.py": "raise SystemExit(99)",
        "link": Special("120000", "/etc/passwd"),
    }
    library.story.branch("an", {**hooks, PATH: post("ohanashi")}, library.tanto)

    run = review(library, "an")

    assert run.code == 0, run
    assert "root:" not in run.out
    assert "種別が 120000" in run.out


def test_nothing_is_left_behind_in_the_clone(library: Library) -> None:
    propose(library, "an", ohanashi=post("ohanashi"))
    library.story.flush()
    before = git(library.clone, "for-each-ref")

    assert review(library).code == 0

    assert git(library.clone, "for-each-ref") == before


@pytest.mark.parametrize(
    "words",
    [
        ("--format", "html"),
        ("an", "--output", "page.txt"),
        ("an", "--output", "page.html", "--format", "json"),
        ("no-such-branch",),
        ("../../etc",),
    ],
)
def test_what_cannot_be_shown_is_said(library: Library, words: tuple[str, ...]) -> None:
    propose(library, "an", ohanashi=post("ohanashi"))

    run = review(library, *words)

    assert run.code in {2, 4}, run
    assert run.err.startswith("エラー: ")
    assert run.out == ""


def test_ten_thousand_files_at_once(library: Library) -> None:
    files: dict[str, Content] = {
        f"docs/{number:05}.txt": f"{number}\n" for number in range(9_990)
    }
    files |= {post_path(text): text for text in (post(f"p-{n}") for n in range(10))}
    library.story.branch("an", files, library.tanto)

    page = told(library, "an")

    assert (len(page["others"]), len(page["posts"])) == (9_990, 10)


def test_times_that_lie_behind_do_not_count_for_what_went_out(
    library: Library,
) -> None:
    past = {"publish_at": "2026-11-01T10:00:00+09:00"}
    library.approve(post("ohanashi", **past))
    propose(library, "edit", ohanashi=post("ohanashi", "直した文。", **past))
    propose(library, "new", kyukan=post("kyukan", **past))

    edited, new = (
        [one["rule"] for one in told(library, name)["findings"]]
        for name in ("edit", "new")
    )

    assert "publish-time-past" not in edited
    assert "publish-time-past" in new
