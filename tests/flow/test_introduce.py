"""Trust starts anew: once a year, and when nobody is left who could sign."""

import pytest

from tests.flow.people import (
    authenticated,
    by_director,
    fresh,
    in_force,
    key_file,
    public_file,
    refusals,
    somebody,
)
from tests.support.library import Library
from tests.support.library_files import post, post_path, text_of
from tests.support.runs import Run

PAGE = "docs/introductions.md"
STRAY = "archive/2036/06/stray.x.1-claimed.json"
PICTURE = "posts/2036/06/a.jpg"


def recover(library: Library, *more: str) -> Run:
    new = somebody("suzuki")
    who = f"{new.name} <{new.email}>"
    return library.sns(
        "introduce", "--director", who, "--key", key_file(library, new), "--yes", *more
    )


class TestForward:
    def test_the_new_one_is_pinned_and_the_old_one_kept(self, library: Library) -> None:
        library.approve(post("mae"))
        assert library.publish().code == 0

        run = by_director(library, "introduce")

        assert run.code == 0, run
        new = library.tip()
        assert new in run.out
        page = library.archived(PAGE).decode()
        assert f"`{library.introduction}` | 毎年の更新 |" in page
        # Accepted as seen from the old one, and a start of its own.
        assert refusals(library) == []
        told = authenticated(library, SNS_INTRODUCTION=new)
        assert (told.code, told.json["commits"]) == (0, 0), told
        library.merge({post_path(post("ato")): post("ato")})
        sent = library.publish(minutes=5, SNS_INTRODUCTION=new)
        assert (sent.code, library.sent()[-1]) == (0, text_of("ato")), sent
        library.fsck()

    def test_again_a_year_later(self, library: Library) -> None:
        assert by_director(library, "introduce").code == 0
        second = library.tip()
        key = ("--key", key_file(library, library.kancho), "--yes")

        run = library.sns(
            "introduce", "--reason", "x | y\nz", *key, SNS_INTRODUCTION=second
        )

        assert run.code == 0, run
        rows = library.archived(PAGE).decode().splitlines()[-2:]
        assert f"`{library.introduction}`" in rows[0]
        assert rows[1].endswith(f"`{second}` | x / y z |")

    def test_not_while_something_is_to_go_out(self, library: Library) -> None:
        library.approve(post("ohanashi"))
        before = library.tip()

        run = by_director(library, "introduce")

        assert (run.code, run.out, library.tip()) == (1, "", before), run
        assert "ohanashi" in run.err

    def test_what_went_out_before_is_history_and_no_work(
        self, library: Library
    ) -> None:
        library.approve(post("ohanashi"), post("kyukan"))
        assert library.publish().code == 0
        library.approve(post("owabi", "誤り。", retracts="kyukan"))
        assert library.publish(minutes=1).code == 0
        assert by_director(library, "introduce").code == 0
        library.story.flush()
        new = {"SNS_INTRODUCTION": library.tip()}
        here = fresh(library)

        def told(*typed: str) -> Run:
            return library.sns(*typed, repo=here, **new)

        states = {
            one["id"]: (one["state"], one["reason"])
            for one in told("status", "--format", "json").json["posts"]
        }

        assert states == dict.fromkeys(("ohanashi", "kyukan", "owabi"), ("done", None))
        assert told("authenticate").code == 0
        assert told("publish", "--format", "json").json["unapproved"] == []
        assert "承認されていない投稿" not in told("doctor").out
        assert "owabi" not in told("review").out
        assert told("review", "--again").code != 0

    def test_what_expired_unsent_holds_nothing_up(self, library: Library) -> None:
        library.approve(post("furui", expires_at="2026-01-01T10:00"))

        assert by_director(library, "introduce").code == 0

    def test_not_while_a_refused_change_stands(self, library: Library) -> None:
        library.push({STRAY: "{}"})

        run = by_director(library, "introduce")

        assert run.code == 1, run
        assert "sns repair" in run.err

    def test_not_while_a_picture_is_unapproved(self, library: Library) -> None:
        library.push({PICTURE: b"\xff"})

        run = by_director(library, "introduce")

        assert run.code == 1, run
        assert PICTURE in run.err

    def test_not_while_it_would_bring_a_grant_to_life(self, library: Library) -> None:
        given = by_director(
            library,
            *("grant", "new", "--to", "joho", "--categories", "催し案内"),
            *("--basis", "イ", "--valid", "2026-01-01", "2036-12-31"),
        )
        new = somebody("suzuki")
        handed = by_director(
            library,
            *("people", "new-director", f"{new.name} <{new.email}>"),
            *("--public-key", public_file(library, new)),
        )
        assert (given.code, handed.code) == (0, 0)

        run = by_director(library, "introduce", who=new)
        ended = by_director(library, "grant", "end", "2026-joho", who=new)
        again = by_director(library, "introduce", who=new)

        assert run.code == 1, run
        assert "2026-joho" in run.err
        assert (ended.code, again.code) == (0, 0), again

    @pytest.mark.parametrize("who", ["tanto", "joho", "robot"])
    def test_nobody_else_moves_it(self, library: Library, who: str) -> None:
        before = library.tip()

        run = by_director(library, "introduce", who=getattr(library, who))

        assert (run.code, run.out, library.tip()) == (4, "", before), run


class TestRecovery:
    """The director is gone, or the only key is lost."""

    def test_the_new_director_approves_from_there_on(self, library: Library) -> None:
        library.approve(post("mae"))
        assert library.publish().code == 0
        library.approve(post("ohanashi", publish_at="2036-06-03T11:00"))

        run = recover(library)

        assert run.code == 0, run
        new = library.tip()
        assert new in run.out
        assert "投稿 1 件" in run.out
        people = in_force(library)
        assert len(people.directors()) == 1
        assert people.people["kancho"].keys == ()
        library.approve(post("nusumi"))
        told = authenticated(library, SNS_INTRODUCTION=new).json
        assert [one["rule"] for one in told["refusals"]] == ["signer-unknown"]
        assert not any(one["approved"] for one in told["posts"])
        again = library.sns(
            "approve", "--again", "ohanashi", "--yes",
            "--key", key_file(library, somebody("suzuki")),
            SNS_INTRODUCTION=new,
        )  # fmt: skip
        assert again.code == 0, again
        sent = library.publish(minutes=90, SNS_INTRODUCTION=new)
        assert sent.code == 0, sent
        assert library.sent() == [text_of("mae"), text_of("ohanashi")]
        library.fsck()

    def test_it_changes_nothing_for_whoever_pins_the_old_one(
        self, library: Library
    ) -> None:
        library.approve(post("ohanashi"))
        assert recover(library).code == 0

        stopped = library.publish()

        assert (stopped.code, library.sent()) == (4, []), stopped

    def test_what_was_refused_is_left_behind(self, library: Library) -> None:
        library.push(
            {STRAY: "{}", ".github/workflows/publish.yml": "evil", PICTURE: b"\xff"}
        )
        library.push({"sns.toml": library.settings().replace("図書館長", "だれか")})

        run = recover(library)

        assert run.code == 0, run
        assert f"{STRAY} を取り除きます" in run.out
        files = [one for one in fresh(library).rglob("*") if ".git/" not in f"{one}/"]
        assert not any("stray" in one.name for one in files)
        assert not any(one.name in {"publish.yml", "a.jpg"} for one in files)
        assert in_force(library).people["kancho"].name == "図書館長"

    def test_grants_are_not_given_in_the_new_ones_name(self, library: Library) -> None:
        given = by_director(
            library,
            *("grant", "new", "--to", "joho", "--categories", "催し案内"),
            *("--basis", "イ", "--valid", "2026-01-01", "2036-12-31"),
        )
        assert given.code == 0

        assert recover(library).code == 0

        assert in_force(library).grants == ()

    def test_the_same_director_with_another_key(self, library: Library) -> None:
        new = somebody("spare")
        who = library.kancho.sign_off

        run = library.sns(
            "introduce", "--director", who, "--key", key_file(library, new), "--yes"
        )

        assert run.code == 0, run
        assert in_force(library).directors() == ("kancho",)
        keys = in_force(library).people["kancho"].keys
        assert [one.key for one in keys] == [new.public_key]

    @pytest.mark.parametrize(
        ("who", "key", "code"),
        [
            ("鈴木", "suzuki-key", 2),
            ("鈴木 <a@b>", None, 2),
            ("鈴木 <a@b>", "nowhere", 2),
            ("鈴木 <a@b>", "broken", 4),
            ("鈴木 <a@b>", "tanto-key", 2),
            ("鈴木 <a@b>", "only.pub", 4),
        ],
    )
    def test_who_cannot_sign_founds_nothing(
        self, library: Library, who: str, key: str | None, code: int
    ) -> None:
        (library.folder / "broken").write_text("x")
        (library.folder / "only.pub").write_text(somebody("suzuki").public_key)
        key_file(library, library.tanto)
        key_file(library, somebody("suzuki"))
        before = library.tip()
        named = () if key is None else ("--key", key)

        run = library.sns("introduce", "--director", who, *named, "--yes")

        assert (run.code, library.tip()) == (code, before), run
        assert "Traceback" not in run.err
