"""What waits for the director: the list."""

from tests.cli.waiting import propose, review, told
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture, quarters

PATH = "posts/2036/06/ohanashi.md"


def test_proposals_are_listed_oldest_first(library: Library) -> None:
    propose(library, "z-first", kyukan=post("kyukan"))
    propose(library, "a-second", wrong=post("wrong", "https://bit.ly/abc へ"))
    library.story.branch("kido", {"docs/a.md": "x"}, library.tanto)
    library.approve(post("ohanashi"))

    listed = told(library)

    assert [one["branch"] for one in listed["proposals"]] == ["z-first", "a-second"]
    first, second = listed["proposals"]
    assert first["posts"] == [
        {
            "path": "posts/2036/06/kyukan.md",
            "id": "kyukan",
            "title": "お知らせ kyukan",
        }
    ]
    assert (first["drafted_by"], first["problem"]) == (["広報担当"], None)
    assert first["since"] < second["since"]
    assert [one["findings"]["error"] for one in (first, second)] == [0, 1]
    assert (first["cost_usd"], first["due_at"] is not None) == (0.015, True)
    assert (listed["elsewhere"], listed["unapproved"]) == (1, [])


def test_proposals_about_one_post_name_each_other(library: Library) -> None:
    propose(library, "kyukan", kyukan=post("kyukan"))
    propose(library, "kyukan-2", kyukan=post("kyukan", "別の文です。"))
    other = post("kyukan", "番号が同じです。")
    library.story.branch("namae", {"posts/2036/06/namae.md": other}, library.tanto)
    propose(library, "betsu", betsu=post("betsu"))

    listed = {one["branch"]: one for one in told(library)["proposals"]}

    assert {name: one["same_posts_as"] for name, one in listed.items()} == {
        "kyukan": ["kyukan-2", "namae"],
        "kyukan-2": ["kyukan", "namae"],
        "namae": ["kyukan", "kyukan-2"],
        "betsu": [],
    }
    text = review(library).out
    assert "同じ投稿の案がほかにもあります(kyukan-2, namae)" in text


def test_what_was_approved_waits_no_more(library: Library) -> None:
    library.approve(post("ohanashi"))

    run = review(library)

    assert run.code == 0
    assert run.out == "承認を待っている案はありません。\n"


def test_what_slipped_onto_main_and_what_is_stuck_is_listed(library: Library) -> None:
    library.approve(post("ohanashi"))
    library.misbehave("400")
    library.publish()
    library.push({"posts/2036/06/slip.md": post("slip")})

    listed = told(library)

    assert [one["path"] for one in listed["unapproved"]] == ["posts/2036/06/slip.md"]
    assert [(one["post"], one["state"]) for one in listed["deliveries"]] == [
        ("ohanashi", "rejected")
    ]
    text = review(library).out
    assert "sns review --again posts/2036/06/slip.md" in text


def test_a_pause_and_a_standing_refusal_are_said(library: Library) -> None:
    library.push({"README.md": "勝手な変更"})
    library.change_settings(library.settings('\n[paused]\nreason = "点検中"\n'))

    notes = told(library)["notes"]

    assert len(notes) == 2
    assert "点検中" in notes[0]
    assert "README.md" in notes[1]


def test_a_branch_that_cannot_be_merged_does_not_hide_the_others(
    library: Library,
) -> None:
    library.approve(post("ohanashi"))
    propose(library, "conflict", ohanashi=post("ohanashi", "案による本文。"))
    library.approve(post("ohanashi", "先に変わった本文。"))
    library.story.commit(
        {PATH: post("ohanashi")}, library.tanto, parents=(), sign=False, on="alien"
    )
    propose(library, "good", kyukan=post("kyukan"))

    listed = {one["branch"]: one for one in told(library)["proposals"]}

    assert set(listed) == {"conflict", "alien", "good"}
    assert PATH in listed["conflict"]["problem"]
    assert listed["alien"]["problem"]
    assert listed["good"]["problem"] is None
    alone = review(library, "conflict")
    assert (alone.code, alone.out) == (1, ""), alone


def test_a_branch_name_is_no_command(library: Library) -> None:
    propose(library, "x;touch${IFS}evil", kyukan=post("kyukan"))
    propose(library, "-x", wrong=post("wrong"))

    text = review(library).out

    assert "sns review 'x;touch${IFS}evil'" in text
    assert "sns review -- -x" in text
    assert review(library, "--", "-x").code == 0


def test_a_new_picture_of_a_post_is_nothing_beside_it(library: Library) -> None:
    image = beside(tenji_png=picture("PNG", quarters(64, 48)))
    own = {"posts/2036/06/tenji.md": with_pictures("tenji", "tenji.png"), **image}
    library.story.branch("an", {**own, "README.md": "x"}, library.tanto)
    library.story.flush()

    text = library.sns("review", "an").out

    others = text.partition("■ 投稿のほかに変わるもの")[2].partition("■")[0]
    assert "README.md" in others
    assert "tenji.png" not in others


def test_a_picture_that_is_replaced_is_said_to_change(library: Library) -> None:
    own = {"posts/2036/06/tenji.md": with_pictures("tenji", "tenji.png")}
    library.merge({**own, **beside(tenji_png=picture("PNG", quarters(64, 48)))})
    new = with_pictures("tenji", "tenji.png") + "直しました。\n"
    image = beside(tenji_png=picture("PNG", quarters(32, 24)))
    library.story.branch("an", {"posts/2036/06/tenji.md": new, **image}, library.tanto)
    library.story.flush()

    text = library.sns("review", "an").out
    page = library.sns("review", "an", "--output", str(library.folder / "a.html"))
    machine = library.sns("review", "an", "--format", "json").json

    changes, _, rest = text.partition("■ 前に承認した内容との違い")[2].partition("■")
    assert "画像が替わります: posts/2036/06/tenji.png" in changes
    assert "投稿のほかに変わるもの" not in rest
    assert "投稿でないファイル" not in rest
    assert page.code == 0, page
    shown = (library.folder / "a.html").read_text(encoding="utf-8")
    assert "画像が替わります: posts/2036/06/tenji.png" in shown
    assert "画像が替わります" in library.sns("review", "an", "--format", "markdown").out
    assert machine["posts"][0]["pictures_replaced"] == ["posts/2036/06/tenji.png"]


def test_the_picture_of_a_withdrawn_post_goes_with_it(library: Library) -> None:
    own = {"posts/2036/06/tenji.md": with_pictures("tenji", "tenji.png")}
    image = beside(tenji_png=picture("PNG", quarters(64, 48)))
    library.merge({**own, **image})
    library.story.branch("an", dict.fromkeys({**own, **image}), library.tanto)
    library.story.flush()

    whole = review(library).out
    text = library.sns("review", "an").out

    assert "posts/2036/06/tenji.md の取りやめ" in whole
    assert "ほか1件" not in whole
    assert "投稿でないファイル" not in text
    assert "この投稿の画像なども取り除きます: posts/2036/06/tenji.png" in text
    assert "取り下げ" not in text + whole
