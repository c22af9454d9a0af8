"""People come and go: each change is shown, signed, and in force from then on."""

import pytest

from sns_cli.model.settings import Role
from tests.flow.people import (
    authenticated,
    by_director,
    fresh,
    in_force,
    key_file,
    on_main,
    public_file,
    refusals,
    somebody,
)
from tests.support.library import Library
from tests.support.library_files import post, post_path, text_of
from tests.support.runs import Run


def hand_over(library: Library, *more: str) -> Run:
    new = somebody("suzuki")
    who = f"{new.name} <{new.email}>"
    key = ("--public-key", public_file(library, new))
    return by_director(library, "people", "new-director", who, *key, *more)


class TestNewDirector:
    def test_approves_from_then_on_and_the_old_one_no_more(
        self, library: Library
    ) -> None:
        library.approve(post("mae"))

        run = hand_over(library)

        assert run.code == 0, run
        assert "館長は人 suzukiになりました" in run.out
        people = in_force(library).people
        assert len(in_force(library).directors()) == 1
        assert (people["kancho"].role, people["kancho"].keys) == (Role.STAFF, ())
        new = somebody("suzuki")
        library.merge({post_path(post("ato")): post("ato")}, new)
        late = library.merge({post_path(post("furui")): post("furui")}, library.kancho)
        outcome = authenticated(library).json
        approved = {one["id"]: one["approved"] for one in outcome["posts"]}
        assert approved == {"mae": True, "ato": True, "furui": False}
        assert [one["commit"] for one in outcome["refusals"]] == [late]
        assert library.publish().code == 0
        assert sorted(library.sent()) == sorted([text_of("mae"), text_of("ato")])
        library.fsck()

    def test_takes_over_the_accounts_and_nothing_else(self, library: Library) -> None:
        before = on_main(library).splitlines()
        assert hand_over(library).code == 0

        after = on_main(library).splitlines()

        # The role of the old director is the new one's line now.
        gone = [line for line in before if line not in after]
        assert gone == [
            f'keys = ["{library.kancho.public_key}"]',
            'manager = "kancho"',
        ]
        new = in_force(library).directors()[0]
        assert in_force(library).accounts["x"].manager == new

    def test_is_never_called_as_the_one_before(self, library: Library) -> None:
        assert hand_over(library).code == 0

        taken = hand_over(library, "--id", "tanto")

        assert in_force(library).directors()[0].startswith("kancho-")
        assert taken.code != 0

    def test_beside_the_old_one(self, library: Library) -> None:
        assert hand_over(library, "--keep", "--id", "fuku").code == 0

        assert in_force(library).directors() == ("kancho", "fuku")

    def test_grants_lapse_and_are_named(self, library: Library) -> None:
        given = by_director(
            library,
            *("grant", "new", "--to", "joho", "--categories", "催し案内"),
            *("--basis", "イ", "--valid", "2026-01-01", "2036-12-31"),
        )
        assert given.code == 0, given

        run = hand_over(library)

        assert "2026-joho" in run.out
        assert library.sns("grant", "list", repo=fresh(library)).out.startswith(
            "× 2026-joho"
        )

    def test_somebody_of_the_staff_is_promoted(self, library: Library) -> None:
        tanto = library.tanto
        who = f"{tanto.name} <{tanto.email}>"

        run = by_director(library, "people", "new-director", who)

        assert run.code == 0, run
        assert in_force(library).directors() == ("tanto",)
        assert in_force(library).people["tanto"].keys[0].key == tanto.public_key

    @pytest.mark.parametrize(
        ("who", "key", "code"),
        [
            ("鈴木一郎", "suzuki", 2),
            ("鈴木一郎 <a@b>", "tanto", 2),
            ("鈴木一郎 <a@b>", None, 1),
            ("鈴木一郎 <a@b>", "missing", 2),
            ("鈴木一郎 <a@b>", "broken", 4),
        ],
    )
    def test_who_could_not_sign_is_no_director(
        self, library: Library, who: str, key: str | None, code: int
    ) -> None:
        before = library.tip()
        (library.folder / "broken-key.pub").write_text("ssh-rsa AAAA\n")
        public_file(library, somebody("tanto"))
        public_file(library, somebody("suzuki"))
        named = () if key is None else ("--public-key", f"{key}-key.pub")

        run = by_director(library, "people", "new-director", who, *named)

        assert (run.code, library.tip()) == (code, before), run
        assert "Traceback" not in run.err


class TestAdd:
    def test_staff(self, library: Library) -> None:
        before = on_main(library)
        run = by_director(
            library,
            "people",
            "add",
            "tanto-02",
            "佐藤次郎 <tanto-02@lib.example.lg.jp>",
        )

        assert run.code == 0, run
        assert on_main(library).removeprefix(before).splitlines() == [
            "",
            "[people.tanto-02]",
            'name = "佐藤次郎"',
            'email = "tanto-02@lib.example.lg.jp"',
            'role = "staff"',
        ]

    def test_a_maintainer_with_a_key_may_then_do_their_part(
        self, library: Library
    ) -> None:
        new = somebody("hoshu")
        run = by_director(
            library,
            *("people", "add", "hoshu", f"{new.name} <{new.email}>"),
            *("--role", "maintainer", "--public-key", public_file(library, new)),
            *("--until", "2040-03-31", "--github", "hoshu-gh", "--title", "主任"),
        )
        library.push({"README.md": "x"}, new, signed=True)

        assert run.code == 0, run
        assert refusals(library) == []
        added = in_force(library).people["hoshu"]
        assert (added.github, added.title) == ("hoshu-gh", "主任")
        assert str(added.keys[0].until) == "2040-03-31"

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            (("tanto", "だれか <a@b>"), 2),
            (("a b", "だれか <a@b>"), 4),
            (("new", "だれか"), 2),
            (("new", "だれか <a@b>", "--role", "director"), 2),
            (("new", "だれか <a@b>", "--role", "king"), 2),
            (("new", "だれか <a@b>", "--public-key", "nowhere"), 2),
        ],
    )
    def test_what_is_not_to_be_added(
        self, library: Library, more: tuple[str, ...], code: int
    ) -> None:
        before = library.tip()

        run = by_director(library, "people", "add", *more)

        assert (run.code, run.out, library.tip()) == (code, "", before), run


class TestKeys:
    def test_a_key_is_followed_by_another(self, library: Library) -> None:
        new = somebody("new-key")
        run = by_director(
            library,
            *("people", "key", "kancho", "--public-key", public_file(library, new)),
            *("--until", "2041-03-31", "--old-until", "2040-03-31"),
        )

        assert run.code == 0, run
        keys = in_force(library).people["kancho"].keys
        assert [(one.key, str(one.until)) for one in keys] == [
            (library.kancho.public_key, "2040-03-31"),
            (new.public_key, "2041-03-31"),
        ]
        # Both may sign until then.
        for who in (library.kancho, new):
            assert by_director(library, "pause", "--reason", "点検", who=who).code != 4

    def test_the_last_day_of_a_key_is_put_right(self, library: Library) -> None:
        new = somebody("new-key")
        line = ("people", "key", "kancho", "--public-key", public_file(library, new))
        first = by_director(library, *line, "--until", "2040-03-31")

        again = by_director(library, *line, "--until", "2041-03-31")
        without = by_director(library, *line)

        assert (first.code, again.code) == (0, 0), again
        assert without.code == 2, without
        keys = in_force(library).people["kancho"].keys
        assert [(one.key, str(one.until)) for one in keys] == [
            (library.kancho.public_key, "None"),
            (new.public_key, "2041-03-31"),
        ]

    def test_a_key_that_is_over_already_is_nobodys(self, library: Library) -> None:
        key = ("--public-key", public_file(library, somebody("t2")))
        before = library.tip()

        for command in (
            ("add", "t2", "佐藤次郎 <t2@b>"),
            ("new-director", "佐藤次郎 <t2@b>"),
        ):
            late = ("--until", "2020-01-01")
            run = by_director(library, "people", *command, *key, *late)

            assert (run.code, library.tip()) == (2, before), run
            assert "2020" in run.err

    def test_a_private_key_stays_with_its_owner(self, library: Library) -> None:
        secret = key_file(library, somebody("t2"))
        before = library.tip()

        run = by_director(library, "people", "key", "tanto", "--public-key", secret)

        assert (run.code, library.tip()) == (2, before), run
        assert "これは秘密の鍵です" in run.err
        assert ".pub" in run.err

    def test_a_first_key(self, library: Library) -> None:
        staff = by_director(library, "people", "add", "t2", "佐藤次郎 <t2@b>")
        key = public_file(library, somebody("t2"))

        run = by_director(library, "people", "key", "t2", "--public-key", key)

        assert (staff.code, run.code) == (0, 0), run
        assert len(in_force(library).people["t2"].keys) == 1

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            (("nobody", "--old-until", "2040-01-01"), 2),
            (("kancho",), 2),
            (("kancho", "--old-until", "いつか"), 2),
            (("kancho", "--old-until", "2020-01-01"), 1),
            (("joho", "--public-key", "tanto-key.pub"), 2),
            (("kancho", "--public-key", "new-key.pub", "--until", "2020-01-01"), 2),
        ],
    )
    def test_what_would_lock_somebody_out_is_refused(
        self, library: Library, more: tuple[str, ...], code: int
    ) -> None:
        public_file(library, library.tanto)
        public_file(library, somebody("new"))
        before = library.tip()

        run = by_director(library, "people", "key", *more)

        assert (run.code, library.tip()) == (code, before), run


class TestLeave:
    def test_keys_and_grants_go(self, library: Library) -> None:
        given = by_director(
            library,
            *("grant", "new", "--to", "joho", "--categories", "催し案内"),
            *("--basis", "イ", "--valid", "2026-01-01", "2036-12-31"),
        )
        assert given.code == 0, given

        run = by_director(library, "people", "leave", "joho")
        library.push({"README.md": "x"}, library.joho, signed=True)

        assert run.code == 0, run
        joho = in_force(library).people["joho"]
        assert (joho.role, joho.keys) == (Role.STAFF, ())
        assert in_force(library).grants == ()
        assert refusals(library) == ["signer-unknown"]

    @pytest.mark.parametrize(
        ("who", "code"), [("kancho", 1), ("robot", 1), ("nobody", 2)]
    )
    def test_who_cannot_leave(self, library: Library, who: str, code: int) -> None:
        before = library.tip()

        run = by_director(library, "people", "leave", who)

        assert (run.code, run.out, library.tip()) == (code, "", before), run


def test_the_list(library: Library) -> None:
    run = library.sns("people", "list")
    told = library.sns("people", "list", "--format", "json").json["people"]

    assert run.code == 0
    assert "館長  図書館長 <kancho@lib.example.lg.jp>  [kancho]" in run.out
    assert f"鍵 …{library.kancho.public_key[-12:]}" in run.out
    assert [one["role"] for one in told] == [
        "director",
        "staff",
        "maintainer",
        "publisher",
    ]
    assert told[0]["keys"] == [
        {"key": library.kancho.public_key, "until": None, "distrusted": False}
    ]


def test_who_is_not_there_yet_is_added_first(library: Library) -> None:
    new = somebody("nobody")
    line = ("--public-key", public_file(library, new))

    run = by_director(library, "people", "key", "nobody", *line)

    assert run.code == 2, run
    assert "sns people add" in run.err


def test_nobody_else_changes_people(library: Library) -> None:
    before = library.tip()
    key = ("--key", key_file(library, library.joho), "--yes")

    run = library.sns("people", "add", "new", "だれか <a@b>", *key)
    proposed = library.sns("people", "add", "new", "だれか <a@b>", "--propose")

    assert (run.code, run.out) == (4, ""), run
    assert (proposed.code, library.tip()) == (0, before), proposed
    assert "sns approve add-new" in proposed.out
