"""``sns authenticate --explain``: one post, told to somebody who trusts nobody."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture, quarters
from tests.support.runs import Run

PATH = "posts/2036/06/ohanashi.md"
GRANT = """
[[grants]]
id = "oshirase-2026"
to = "tanto"
accounts = ["x"]
categories = ["event"]
basis = ["announced"]
valid = ["2026-04-01", "2037-03-31"]
own_posts = true
document = "図第12号"
"""


def explain(library: Library, post_id: str, *words: str) -> Run:
    library.story.flush()
    arguments = ("authenticate", "--explain", post_id, *words)
    return library.sns(*arguments, repo=library.story.remote)


def told(library: Library, post_id: str, code: int = 0) -> Mapping[str, Any]:
    run = explain(library, post_id, "--format", "json")
    assert run.code == code, run
    return run.json


def test_the_whole_life_of_a_post(library: Library) -> None:
    first = library.approve(post("ohanashi", "はじめの文。"))
    slip = library.push({PATH: post("ohanashi", "紛れた文。")})
    last = library.merge(
        {PATH: post("ohanashi", "直した文。")}, None, "Confirmed: mention ohanashi"
    )
    library.approve(post("other"))
    library.publish()
    library.story.refresh()

    story = told(library, "ohanashi")

    assert [one["commit"] for one in story["changes"]] == [first, slip, last]
    assert [one["accepted"] for one in story["changes"]] == [True, False, True]
    assert [one["deeds"][0]["deed"] for one in story["changes"]] == [
        "added",
        "changed",
        "changed",
    ]
    assert story["changes"][1]["who"]["proven"] is False
    assert story["changes"][1]["reason"]
    approval = story["approval"]
    assert (approval["commit"], approval["confirmed"]) == (last, ["mention"])
    assert approval["who"]["key"] == "kancho"
    assert story["post"]["drafted_by"] == ["広報担当"]
    (sent,) = story["deliveries"]
    assert (sent["state"], sent["blob"]) == ("published", story["files"][0]["blob"])
    text = explain(library, "ohanashi").out
    for words in ("図書館長", "電子署名", "館長として", "mention", "公開しました"):
        assert words in text


def test_an_approval_under_a_grant_names_its_document(tmp_path: Path) -> None:
    with Library(tmp_path / "library", extra=GRANT) as library:
        text = post("ohanashi")
        library.merge({PATH: text}, library.tanto, "Grant: oshirase-2026")

        story = told(library, "ohanashi")

        assert story["approval"]["grant"] == {
            "id": "oshirase-2026",
            "valid": ["2026-04-01", "2037-03-31"],
            "document": "図第12号",
        }
        assert "図第12号" in explain(library, "ohanashi").out


def test_names_are_those_of_the_time(library: Library) -> None:
    library.approve(post("ohanashi"))
    text = library.settings().replace('name = "図書館長"', 'name = "次の館長"')
    library.change_settings(text)

    assert told(library, "ohanashi")["approval"]["who"]["name"] == "図書館長"


def test_an_unapproved_post_says_why_and_ends_with_1(library: Library) -> None:
    library.push({PATH: post("ohanashi")})

    story = told(library, PATH, code=1)

    assert (story["approval"], story["post"]["approved"]) == (None, False)
    assert story["post"]["reason"]
    assert "承認されていません" in explain(library, PATH).out


def test_a_withdrawn_post_has_a_story_too(library: Library) -> None:
    library.approve(post("ohanashi"))
    gone = library.merge({PATH: None})

    for wanted in ("ohanashi", PATH):
        story = told(library, wanted)
        assert story["post"]["present"] is False
        assert story["changes"][-1]["commit"] == gone
        assert story["changes"][-1]["deeds"] == [{"deed": "removed", "path": PATH}]
        assert [one["path"] for one in story["files"]] == [PATH]


def test_a_renamed_post_keeps_its_story(library: Library) -> None:
    first = library.approve(post("ohanashi"))
    moved = "posts/2036/07/betsu.md"
    last = library.merge({PATH: None, moved: post("ohanashi")})
    # Another post takes the old name.
    library.merge({PATH: post("betsu-no")})

    story = told(library, "ohanashi")

    assert [one["commit"] for one in story["changes"]] == [first, last]
    assert story["post"]["path"] == moved
    assert [one["path"] for one in story["files"]][:1] == [moved]
    other = told(library, "betsu-no")
    assert len(other["changes"]) == 1
    moving = explain(library, "ohanashi").out
    assert f"{PATH} の名前を {moved} に変えました" in moving
    assert "取り除きました" not in moving


def test_who_asked_for_a_post_to_be_taken_down_is_told(library: Library) -> None:
    library.approve(post("ohanashi"), post("hoka"))
    assert library.publish().code == 0
    library.approve(post("torikeshi", "誤りがあったため", retracts="ohanashi"))
    assert library.publish(minutes=5).code == 0
    library.story.refresh()

    request, target = (
        explain(library, "torikeshi").out,
        explain(library, "ohanashi").out,
    )

    assert "投稿「ohanashi」の取り下げを求める" in request
    assert "どこにも送っていません" not in request
    assert "サービスから取り下げられています" in target
    assert "取り下げの求め: 投稿「torikeshi」" in target
    assert "取り下げ" not in explain(library, "hoka").out
    assert told(library, "ohanashi")["post"]["asked_by"] == ["torikeshi"]
    assert told(library, "torikeshi")["post"]["retracts"] == "ohanashi"


def test_a_file_that_is_gone_does_not_take_the_post_down(library: Library) -> None:
    library.approve(post("ohanashi"), post("hoka"))
    assert library.publish().code == 0
    library.merge({PATH: None, PATH.replace("ohanashi", "hoka"): None})
    library.approve(post("mada"))
    library.merge({PATH.replace("ohanashi", "mada"): None})

    assert "サービスに残っています" in explain(library, "ohanashi").out
    assert "サービスに残っています" not in explain(library, "mada").out


def test_an_approval_of_what_lay_there_is_part_of_it(library: Library) -> None:
    library.push({PATH: post("ohanashi")})
    git(library.clone, "pull", "--quiet")
    key = library.folder / "key"
    key.write_text(library.kancho.private_key, encoding="ascii")
    done = library.sns("approve", "--again", "--yes", "--key", str(key))
    assert done.code == 0, done
    library.story.refresh()

    story = told(library, "ohanashi")

    assert story["changes"][-1]["deeds"] == [{"deed": "approved", "path": PATH}]
    assert story["approval"]["commit"] == story["changes"][-1]["commit"]


def test_what_the_director_edited_while_approving_is_said(library: Library) -> None:
    library.story.branch("an", {PATH: post("ohanashi", "案の文。")}, library.tanto)
    block = library.story.trailers(library.kancho, "Approver-Edited: yes")
    edit = {PATH: post("ohanashi", "館長の文。")}
    library.story.merge("an", library.kancho, block, edit)

    assert told(library, "ohanashi")["approval"]["edited"] == [PATH]
    table = library.sns("authenticate", repo=library.story.remote).out
    assert "承認のときに直しています" in table


def test_pictures_belong_to_the_story(library: Library) -> None:
    path = "posts/2036/06/tenji.png"
    files = beside(tenji_png=picture("PNG", quarters(64, 48)))
    library.merge(
        {"posts/2036/06/tenji.md": with_pictures("tenji", "tenji.png"), **files}
    )
    changed = library.push({path: picture("PNG", quarters(32, 24))})

    story = told(library, "tenji", code=1)

    assert [one["path"] for one in story["files"]] == ["posts/2036/06/tenji.md", path]
    assert story["changes"][-1]["commit"] == changed
    assert told(library, path, code=1)["post"]["id"] == "tenji"


def test_what_was_there_before_trust_began(tmp_path: Path) -> None:
    files = {PATH: post("ohanashi")}
    with Library(tmp_path / "library", files=files) as library:
        story = told(library, "ohanashi", code=1)

        (only,) = story["changes"]
        assert only["deeds"] == [{"deed": "present", "path": PATH}]
        assert only["accepted"] is False


def test_what_was_confirmed_is_told_in_sentences(library: Library) -> None:
    said = "Confirmed: check-true ohanashi\nConfirmed: mention ohanashi"
    library.merge({PATH: post("ohanashi")}, None, said)

    text = explain(library, "ohanashi").out

    assert "・内容は正しいですか。" in text
    assert "・検査の指摘「mention」" in text
    assert "check-true" not in text


@pytest.mark.parametrize("style", ["text", "json", "github", "markdown"])
def test_no_name_acts_on_what_shows_it(library: Library, style: str) -> None:
    path = "posts/2036/06/$(touch evil);<script>.md"
    library.push({path: post("ohanashi", title='"\\e[31m##[group] ::error::x"')})

    run = explain(library, "ohanashi", "--format", style)

    assert run.code == 1, run
    for active in ("\x1b", "\n::error::", "##[group]"):
        assert active not in run.out
    if style == "text":
        assert "git show '" in run.out


def test_a_name_is_no_pattern(library: Library) -> None:
    star, other = "posts/2036/06/*.md", "posts/2036/06/a.md"
    library.story.branch("an", {other: post("other")}, library.tanto)
    library.story.branch("an", {star: post("star")}, library.joho)
    library.story.merge("an", library.kancho)

    (change,) = told(library, star)["changes"]

    assert [one["name"] for one in change["drafts"]] == ["情報担当"]


@pytest.mark.parametrize("wanted", ["nai", "posts/2036/06/nai.md", "", "-", "\ud800"])
def test_a_post_that_never_was(library: Library, wanted: str) -> None:
    library.approve(post("ohanashi"))

    run = explain(library, wanted)

    assert (run.code, run.out) == (2, ""), run
    assert run.err.startswith("エラー: ")


def test_a_slip_of_the_id_names_what_is_near(library: Library) -> None:
    library.approve(post("ohanashi"))

    assert "ohanashi" in explain(library, "ohanasi").err
