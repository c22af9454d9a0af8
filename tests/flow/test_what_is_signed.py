"""What a director is shown of a proposal is all that signing it makes count."""

import pytest
from PIL import Image

from tests.flow.overtaken import overtaken
from tests.flow.people import authenticated, by_director, in_force, somebody
from tests.support.library import Library
from tests.support.library_files import post, post_path
from tests.support.picture_posts import FOLDER, beside, with_pictures
from tests.support.pictures import picture

EVIL = somebody("evil")
PICTURE = f"{FOLDER}/a.png"
OTHER = picture("PNG", Image.new("RGB", (7, 5), "red"))


def propose(library: Library, name: str, **files: str | bytes) -> None:
    library.story.branch(name, files, library.tanto)
    library.story.flush()


def test_a_director_smuggled_in_before_is_in_the_difference(library: Library) -> None:
    smuggled = library.settings(
        f'[people.evil]\nname = "{EVIL.name}"\nemail = "{EVIL.email}"\n'
        f'role = "director"\nkeys = ["{EVIL.public_key}"]\n'
    )
    library.push({"sns.toml": smuggled})
    harmless = f'{smuggled}\n[rules]\nown_domains = ["www.lib.example.jp"]\n'
    propose(library, "rules", **{"sns.toml": harmless})

    page = library.sns("review", "rules")

    assert "＋[people.evil]" in page.out, page
    assert "認められていない変更" in page.out, page


def test_a_program_changed_before_is_in_the_difference(library: Library) -> None:
    lines = [f"line {number}" for number in range(20)]
    library.push(
        {"run.sh": "\n".join(lines)}, library.kancho, signed=True, trailers=None
    )
    lines[0] = "steal everything"
    library.push({"run.sh": "\n".join(lines)})
    lines[19] = "a harmless end"
    propose(library, "run", **{"run.sh": "\n".join(lines)})

    page = library.sns("review", "run")

    assert "steal everything" in page.out, page
    assert "認められていない変更" in page.out, page


def test_what_was_accepted_is_not_shown_again(library: Library) -> None:
    library.push({"run.sh": "old\n"}, library.kancho, signed=True)
    propose(library, "run", **{"run.sh": "old\nnew\n"})

    page = library.sns("review", "run")

    assert "＋new" in page.out, page
    assert "＋old" not in page.out
    assert "認められていない変更" not in page.out


def test_a_new_picture_of_a_post_is_shown_with_the_post(library: Library) -> None:
    library.approve(with_pictures("tenji", "a.png"), **beside(a_png=picture("PNG")))
    propose(library, "pic", **beside(a_png=OTHER))

    page = library.sns("review", "pic")

    assert "お知らせ tenji です。" in page.out, page
    assert "横7×縦5" in page.out
    assert "□ 画像を出してよいですか" in page.out


def test_a_post_whose_picture_nobody_approved_is_not_approved(library: Library) -> None:
    library.approve(with_pictures("mukashi", "a.png"), **beside(a_png=picture("PNG")))
    library.push(dict(beside(a_png=OTHER)))
    new = with_pictures("tenji", "a.png")
    propose(library, "tenji", **{post_path(new): new})
    before = library.tip()

    run = by_director(library, "approve", "tenji")

    assert run.code == 1, run
    assert PICTURE in run.err
    assert "approve --again" in run.err
    assert library.tip() == before


def test_where_a_post_goes_is_what_was_shown(library: Library) -> None:
    text = post("hanami")
    propose(library, "hanami", **{post_path(text): text})

    def elsewhere() -> None:
        library.change_settings(library.settings(example_lib="other_lib"))
        library.story.flush()

    run = overtaken(library, elsewhere, "approve", "hanami")

    assert run.code == 1, run
    assert "内容が変わりました" in run.out
    assert not authenticated(library).json["posts"]


def test_a_picture_that_is_another_by_now_is_shown_again(library: Library) -> None:
    library.approve(with_pictures("mukashi", "a.png"), **beside(a_png=picture("PNG")))
    new = with_pictures("tenji", "a.png")
    propose(library, "tenji", **{post_path(new): new})

    def repainted() -> None:
        library.approve(**beside(a_png=OTHER))
        library.story.flush()

    run = overtaken(library, repainted, "approve", "tenji")

    assert run.code == 1, run
    assert "内容が変わりました" in run.out


@pytest.mark.parametrize("path", ["sns.toml", "run.sh"])
def test_what_is_taken_over_counts_once_it_is_signed(
    library: Library, path: str
) -> None:
    """So it has to be shown: this is what the pages above warn of."""
    base = library.settings() if path == "sns.toml" else "one\n"
    if path != "sns.toml":
        library.push({path: base}, library.kancho, signed=True)
    library.push({path: base + "# two\n"})
    propose(library, "three", **{path: base + "# two\n# three\n"})

    assert by_director(library, "approve", "three").code == 0
    assert in_force(library)
    assert not [
        one for one in authenticated(library).json["refusals"] if not one["superseded"]
    ]
