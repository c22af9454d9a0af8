"""投稿後確認: somebody looks at what is public, and that is on record."""

import pytest

from tests.cli.dialogue import talk
from tests.flow.people import authenticated, by_director, key_file
from tests.flow.test_verify import delete_by_hand, edit_by_hand, verify
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run

NO_KEY = {"SNS_PUBLISHER_KEY": None}


@pytest.fixture
def public(library: Library) -> Library:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    return library


def confirm(library: Library, *typed: str, **variables: str | None) -> Run:
    return library.sns("confirm", "ohanashi", *typed, **variables)


def confirmed(library: Library) -> list[dict[str, object]]:
    events = library.events().items()
    return [dict(one) for name, one in events if name.endswith("-confirmed")]


def test_what_was_read_back_is_confirmed_by_a_person(public: Library) -> None:
    run = confirm(public, "--yes", "--by", "kancho", "--note", "画像も\n確認")

    assert run.code == 0, run
    assert "お知らせ ohanashi です。" in run.out
    assert "読み返しました" in run.out
    (event,) = confirmed(public)
    assert (event["by"], event["note"]) == ("kancho", "画像も 確認")
    assert authenticated(public).json["refusals"] == []
    after = verify(public)
    assert (after.code, after.states) == (0, {"ohanashi": "ok"}), after
    assert len(confirmed(public)) == 1
    public.fsck()


def test_a_director_signs_it_where_the_publisher_is_not(public: Library) -> None:
    run = by_director(public, "confirm", "ohanashi")

    assert run.code == 0, run
    (event,) = confirmed(public)
    assert event["by"] == "kancho"
    told = authenticated(public)
    assert (told.code, told.json["refusals"]) == (0, []), told
    assert public.publish(minutes=60).code == 0


def test_without_any_key_nothing_is_written(public: Library) -> None:
    before = public.tip()
    run = confirm(public, "--yes", **NO_KEY)
    assert (run.code, public.tip()) == (4, before), run


def test_twice_is_once(public: Library) -> None:
    assert confirm(public, "--yes", "--by", "kancho").code == 0
    before = public.tip()

    run = confirm(public, "--yes", "--by", "kancho")

    assert (run.code, public.tip()) == (0, before), run
    assert "図書館長" in run.out


def on_the_host(library: Library) -> None:
    """Let the director have an account at the repository's host."""
    library.story.refresh()
    line = 'name = "図書館長"'
    text = library.settings().replace(line, f'{line}\ngithub = "kancho-on-host"')
    library.change_settings(text)
    library.story.flush()


def test_another_person_is_recorded_as_well(public: Library) -> None:
    assert confirm(public, "--yes", "--by", "tanto").code == 0

    run = by_director(public, "confirm", "ohanashi")

    assert run.code == 0, run
    assert sorted(str(one["by"]) for one in confirmed(public)) == ["kancho", "tanto"]
    before = public.tip()
    for again in ("tanto", "kancho"):
        run = confirm(public, "--yes", "--by", again)
        assert (run.code, public.tip()) == (0, before), run
        # Both are told of, whoever asks.
        assert "広報担当 が" in run.out
        assert "図書館長 が" in run.out
    told = authenticated(public)
    assert (told.code, told.json["refusals"]) == (0, []), told
    assert verify(public).code == 0


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"USER": "opac"},
        {"USER": "tanto"},
        {"USER": "kancho-on-host"},
        {"LOGNAME": "opac"},
        {"GITHUB_ACTOR": "stranger"},
        {"GITHUB_ACTOR": "kancho"},
        {"GITHUB_ACTOR": "stranger", "USER": "kancho-on-host"},
    ],
)
def test_who_is_not_known_is_asked_for(
    public: Library, variables: dict[str, str]
) -> None:
    on_the_host(public)
    before = public.tip()

    run = confirm(public, "--yes", **variables)

    assert (run.code, public.tip()) == (2, before), run
    assert "--by" in run.err
    assert all(key in run.err for key in ("kancho", "tanto")), run


def test_the_account_that_runs_the_workflow_is_its_person(public: Library) -> None:
    on_the_host(public)

    run = confirm(public, "--yes", GITHUB_ACTOR="Kancho-on-Host", USER="runner")

    assert run.code == 0, run
    assert [one["by"] for one in confirmed(public)] == ["kancho"]


def test_what_the_program_read_back_is_no_persons_look(public: Library) -> None:
    assert verify(public).code == 0
    assert confirm(public, "--yes", "--by", "kancho").code == 0
    assert {one["by"] for one in confirmed(public)} == {None, "kancho"}


def test_what_differs_is_not_confirmed(public: Library) -> None:
    edit_by_hand(public, "ohanashi", "別の文 \x1b[31m::error::")
    before = public.tip()

    run = confirm(public, "--yes", "--by", "tanto")

    assert (run.code, public.tip()) == (1, before), run
    assert "別の文" in run.out
    assert "\x1b" not in run.out
    assert "sns correct" in run.out


def test_what_is_young_and_not_there_is_left_to_the_eye(public: Library) -> None:
    delete_by_hand(public, "ohanashi")
    before = public.tip()

    run = confirm(public, "--by", "tanto")

    # Nobody can answer the question: nothing was agreed to.
    assert (run.code, public.tip()) == (2, before), run
    assert "--yes" in run.err


def test_without_credentials_the_person_looks(public: Library) -> None:
    before = public.tip()
    variables = {f"SNS_X_{name}": None for name in ("ACCESS_TOKEN",)}

    run = confirm(public, "--yes", "--by", "tanto", **variables)

    assert run.code == 0, run
    assert "見比べてください" in run.out
    assert "https://x.com/example_lib/status/" in run.out
    assert public.tip() != before


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("", 1), ("いいえ", 1)])
def test_the_question_decides(public: Library, answer: str, code: int) -> None:
    key = key_file(public, public.kancho)
    got, screen = talk(public, [answer], "confirm", "ohanashi", "--key", key)

    assert got == code, screen
    assert len(confirmed(public)) == (1 if code == 0 else 0)


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("confirm", ""), 2, "番号を指定"),
        (("confirm", "nothing", "--by", "tanto"), 1, "公開されていません"),
        (("confirm", "ohanashi", "--account", "y", "--by", "tanto"), 2, "sns.toml"),
        (("confirm", "ohanashi", "--yes", "--by", "nobody"), 2, "nobody"),
        (("confirm", "ohanashi", "--yes", "--key", "nowhere"), 2, "nowhere"),
    ],
)
def test_wrong_words_change_nothing(
    public: Library, typed: tuple[str, ...], code: int, said: str
) -> None:
    before = public.tip()
    run = public.sns(*typed)
    assert (run.code, public.tip()) == (code, before), run
    assert said in run.err
    assert "Traceback" not in run.err


def test_a_refused_change_on_main_keeps_it_from_writing(public: Library) -> None:
    public.push({"README.md": "勝手な変更"})
    before = public.tip()
    run = confirm(public, "--yes", "--by", "tanto")
    assert (run.code, public.tip()) == (4, before), run


def test_a_post_that_waits_is_not_public(library: Library) -> None:
    library.approve(post("ohanashi", publish_at="2037-01-06T10:00:00+09:00"))
    run = confirm(library, "--yes", "--by", "tanto")
    assert (run.code, library.events()) == (1, {}), run


def test_a_push_whose_answer_was_lost_is_recognised(public: Library) -> None:
    public.hook("reference-transaction", '[ "$1" != committed ] || kill -9 $PPID')

    run = confirm(public, "--yes", "--by", "kancho")

    assert run.code == 0, run
    assert len(confirmed(public)) == 1
