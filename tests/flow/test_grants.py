"""Prior approval from ``sns grant new`` to what is public, and to its end."""

import datetime as dt
from pathlib import Path

import pytest

from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from tests.flow.test_meanwhile import slip_in
from tests.support.git_command import git
from tests.support.git_people import Person
from tests.support.library import Library
from tests.support.library_files import OPEN, post, post_path, text_of
from tests.support.picture_posts import beside, with_pictures
from tests.support.pictures import picture
from tests.support.runs import Run

WIDE = ("--valid", "2026-01-01", "2036-12-31")
SCOPE = ("--categories", "催し案内,休館案内", "--basis", "イ")
JST = dt.timezone(dt.timedelta(hours=9))


def key_file(library: Library, person: Person) -> str:
    path = library.folder / f"{person.key}-key"
    path.write_text(person.private_key)
    return str(path)


def by_director(library: Library, *arguments: str) -> Run:
    key = ("--key", key_file(library, library.kancho))
    return library.sns(*arguments, *key, "--yes")


def given(library: Library, *more: str, scope: tuple[str, ...] = SCOPE) -> Run:
    run = by_director(library, "grant", "new", "--to", "joho", *scope, *WIDE, *more)
    assert run.code == 0, run
    return run


def on_main(library: Library) -> str:
    return git(library.story.remote, "show", "main:sns.toml").decode()


def in_force(library: Library) -> Settings:
    parsed = parse_settings(on_main(library).encode())
    assert isinstance(parsed, Settings)
    return parsed


def listed(library: Library) -> list[dict[str, object]]:
    clone = library.story.clone(f"look-{len(library.tip())}-{library.tip()[:8]}")
    run = library.sns("grant", "list", "--format", "json", repo=clone)
    assert run.code == 0, run
    grants = run.json["grants"]
    assert isinstance(grants, list)
    return grants


def use(library: Library, *posts: str, grant: str = "2026-joho") -> str:
    """Have staff propose posts and the grantee approve them."""
    held = {post_path(one): one for one in posts}
    return library.merge(held, library.joho, f"Grant: {grant}")


def test_given_used_and_published(library: Library) -> None:
    before = on_main(library)
    run = given(library, "--max-per-day", "2", "--document", "図発第12号")

    assert "sns approve 案の名前 --grant 2026-joho" in run.out
    added = on_main(library).removeprefix(before)
    assert added.splitlines() == [
        "",
        "[[grants]]",
        'id = "2026-joho"',
        'to = "joho"',
        'accounts = ["x"]',
        'categories = ["event", "closure"]',
        'basis = ["announced"]',
        'valid = ["2026-01-01", "2036-12-31"]',
        "max_per_day = 2",
        'document = "図発第12号"',
    ]
    for line in added.splitlines()[1:]:
        assert f"+{line}" in run.out
    use(library, post("ohanashi"))
    sent = library.publish()
    assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent
    library.fsck()


def approve_as(library: Library, who: Person, *more: str) -> Run:
    held = {post_path(post("ohanashi")): post("ohanashi")}
    library.story.branch("ohanashi", held, library.tanto)
    library.story.flush()
    key = ("--key", key_file(library, who))
    return library.sns("approve", "ohanashi", *key, "--yes", *more)


def test_a_grantee_who_names_no_grant_is_told_which_they_have(
    library: Library,
) -> None:
    given(library)
    before = library.tip()

    forgot = approve_as(library, library.joho)

    assert (forgot.code, library.tip()) == (1, before), forgot
    assert "--grant 2026-joho" in forgot.err
    assert "sns grant list" in forgot.err


@pytest.mark.parametrize("who", ["joho", "kancho", "tanto"])
def test_a_grant_that_is_none_or_anothers_is_refused_before_signing(
    library: Library, who: str
) -> None:
    given(library)
    before = library.tip()
    person = {one.key: one for one in library.story.people.values()}[who]
    named = "nai" if who == "joho" else "2026-joho"

    run = approve_as(library, person, "--grant", named)

    assert (run.code, library.tip()) == (2, before), run
    assert f"「{named}」" in run.err
    assert ("2026-joho" in run.err.replace("「2026-joho」", "")) is (who == "joho")


def test_a_change_that_was_never_pushed_is_not_named(library: Library) -> None:
    run = approve_as(library, library.tanto)

    assert run.code == 1, run
    assert "変更 (この承認)" in run.err


def test_the_director_answers_first(library: Library) -> None:
    before = library.tip()
    new = ("grant", "new", "--to", "joho", *SCOPE, *WIDE)
    key = ("--key", key_file(library, library.kancho))

    run = library.sns(*new, *key)

    assert (run.code, library.tip()) == (2, before), run
    assert "--yes" in run.err


def test_without_a_directors_key_it_can_be_proposed(library: Library) -> None:
    before = library.tip()
    new = ("grant", "new", "--to", "joho", *SCOPE, *WIDE)

    refused = library.sns(*new, "--key", key_file(library, library.tanto))
    proposed = library.sns(*new, "--propose")

    assert (refused.code, refused.out) == (4, ""), refused
    assert "--propose" in refused.err
    assert (proposed.code, library.tip()) == (0, before), proposed
    assert "sns approve grant-2026-joho" in proposed.out
    approved = by_director(library, "approve", "grant-2026-joho")
    assert approved.code == 0, approved
    assert [one.id for one in in_force(library).grants] == ["2026-joho"]
    assert [one["state"] for one in listed(library)] == ["valid"]


def test_two_proposals_of_one_name_get_two_names(library: Library) -> None:
    new = ("grant", "new", "--to", "joho", *SCOPE, *WIDE, "--propose")

    first, second = library.sns(*new), library.sns(*new, "--max-per-day", "1")

    assert "sns approve grant-2026-joho " in first.out
    assert "sns approve grant-2026-joho-2 " in second.out, second


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (("--to", "nobody"), 2),
        (("--to", "kancho"), 1),
        (("--to", "robot"), 1),
        (("--accounts", "z"), 2),
        (("--categories", "お祭り"), 2),
        (("--categories", " , "), 2),
        (("--categories", "緊急"), 1),
        (("--emergency",), 1),
        (("--basis", "エ"), 1),
        (("--basis", "announced,director"), 1),
        (("--valid", "2027-01-01", "2026-12-31"), 2),
        (("--valid", "2027-02-30", "2027-12-31"), 2),
        (("--valid", "あした", "2027-12-31"), 2),
        (("--valid", "2020-01-01", "2020-12-31"), 1),
        (("--max-per-day", "-1"), 2),
        (("--max-per-day", "0"), 2),
        (("--id", "a b\nc"), 4),
        (("--key", "no-such-file"), 2),
    ],
)
def test_what_would_be_of_no_use_is_not_given(
    library: Library, changed: tuple[str, ...], code: int
) -> None:
    before = library.tip()
    new = ("grant", "new", "--to", "joho", *SCOPE, *WIDE)
    key = ("--key", key_file(library, library.kancho))

    run = library.sns(*new, *key, "--yes", *changed)

    assert (run.code, run.out, library.tip()) == (code, "", before), run
    assert "Traceback" not in run.err


def test_who_has_no_key_is_given_nothing(library: Library) -> None:
    library.change_settings(
        library.settings().replace(f'keys = ["{library.joho.public_key}"]', "")
    )

    run = library.sns(
        "grant", "new", "--to", "joho", *SCOPE, *WIDE, "--yes",
        "--key", key_file(library, library.kancho),
    )  # fmt: skip

    assert run.code == 1, run
    assert "sns people key joho" in run.err


def test_the_same_id_is_not_given_twice(library: Library) -> None:
    given(library, "--id", "g1")

    run = by_director(
        library, "grant", "new", "--to", "joho", *SCOPE, *WIDE, "--id", "g1"
    )

    assert run.code == 2, run
    given(library)
    given(library)
    assert [one.id for one in in_force(library).grants] == [
        "g1",
        "2026-joho",
        "2026-joho-2",
    ]


class TestEnds:
    """A grant's limits hold at the claim as they do at the merge."""

    def test_ended_it_takes_back_what_is_not_out(self, library: Library) -> None:
        given(library)
        use(library, post("ohanashi"))

        ended = by_director(library, "grant", "end", "2026-joho")
        sent = library.publish()

        assert ended.code == 0, ended
        assert "終わらせました" in ended.out
        assert library.sent() == [], sent
        assert sent.states == {"ohanashi": "expired"}

    def test_its_record_stays(self, library: Library) -> None:
        given(library)
        assert by_director(library, "grant", "end", "2026-joho").code == 0

        (grant,) = in_force(library).grants

        yesterday = dt.datetime.now(JST).date() - dt.timedelta(days=1)  # noqa: TID251  (the command ran now)
        assert grant.valid[1] in {yesterday, yesterday - dt.timedelta(days=1)}
        assert [one["state"] for one in listed(library)] == ["ended"]

    def test_one_that_never_began_is_taken_out(self, library: Library) -> None:
        before = on_main(library)
        valid = ("--valid", "2035-01-01", "2035-12-31")
        new = ("grant", "new", "--to", "joho", *SCOPE, *valid, "--id", "g1")
        assert by_director(library, *new).code == 0
        assert [one["state"] for one in listed(library)] == ["to-come"]

        assert by_director(library, "grant", "end", "g1").code == 0

        assert on_main(library) == before

    def test_with_a_day_it_ends_after_that_day(self, library: Library) -> None:
        given(library)
        use(library, post("ohanashi"), post("tenji", publish_at="2036-06-05T10:00"))
        on = OPEN.date().isoformat()
        assert by_director(library, "grant", "end", "2026-joho", "--on", on).code == 0

        today = library.publish()
        late = library.publish(at=OPEN + dt.timedelta(days=2))

        assert library.sent() == [text_of("ohanashi")], today
        assert late.states == {"tenji": "expired"}, late

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (("g2",), 2),
            (("2026-joho", "--on", "2036-12-31"), 1),
            (("2026-joho", "--on", "2037-01-01"), 1),
            (("2026-joho", "--on", "2036-13-01"), 2),
        ],
    )
    def test_what_is_no_end_is_none(
        self, library: Library, arguments: tuple[str, ...], code: int
    ) -> None:
        given(library)
        before = library.tip()

        run = by_director(library, "grant", "end", *arguments)

        assert (run.code, run.out, library.tip()) == (code, "", before), run

    def test_a_lapsed_grant_is_not_given_again_by_ending_it(
        self, library: Library
    ) -> None:
        given(library)
        new = make_director(library)
        assert [one["state"] for one in listed(library)] == ["lapsed"]

        run = library.sns(
            "grant", "end", "2026-joho", "--on", "2036-11-30", "--yes", "--key", new
        )

        assert run.code == 0, run
        assert in_force(library).grants == ()

    def test_overtaken_by_another_change_it_is_looked_at_again(
        self, library: Library
    ) -> None:
        given(library)
        before = library.story.refresh()
        changed = library.change_settings(on_main(library) + "# 別の変更\n")
        library.story.move("main", before)
        slip_in(library, changed)

        run = by_director(library, "grant", "end", "2026-joho")

        assert (run.code, library.tip()) == (1, changed), run
        assert "もう一度見てください" in run.err

    def test_overtaken_by_a_post_it_is_made_on_top(self, library: Library) -> None:
        given(library)
        before = library.story.refresh()
        approved = library.approve(post("ohanashi"))
        library.story.move("main", before)
        slip_in(library, approved)

        run = by_director(library, "grant", "end", "2026-joho")

        assert run.code == 0, run
        log = git(library.story.remote, "rev-list", "main").decode().split()
        assert log[1] == approved


def make_director(library: Library) -> str:
    """Make koho director instead of kancho; return the new key's file."""
    koho = library.story.person("koho", "staff")
    toml = on_main(library)
    both = toml + (
        f'\n[people.koho]\nname = "{koho.name}"\nemail = "{koho.email}"\n'
        f'role = "director"\nkeys = ["{koho.public_key}"]\n'
    )
    kancho = f'email = "{library.kancho.email}"\nrole = "'
    library.change_settings(both.replace(f"{kancho}director", f"{kancho}staff"))
    return key_file(library, koho)


class TestAtTheClaim:
    """What the director changed since the merge counts when it is to go out."""

    def test_an_account_that_became_a_default_is_not_covered(
        self, tmp_path: Path
    ) -> None:
        with Library(tmp_path / "library", accounts=("x", "y")) as library:
            given(library)
            use(library, post("ohanashi"))
            both = on_main(library).replace(
                'accounts = ["x"]\nrepository', 'accounts = ["x", "y"]\nrepository'
            )
            library.change_settings(both)

            first = library.publish()
            again = by_director(library, "approve", "--again", "ohanashi")
            second = library.publish(minutes=5)

            assert first.states == {"ohanashi": "published", "ohanashi@y": "expired"}
            assert "宛先 y を含まない" in str(first.reasons["ohanashi@y"])
            assert again.code == 0, again
            assert second.states["ohanashi@y"] == "published", second
            assert (len(library.sent("x")), len(library.sent("y"))) == (1, 1)

    def test_an_account_taken_out_of_the_grant_is_not_covered(
        self, library: Library
    ) -> None:
        given(library)
        use(library, post("ohanashi"))
        narrower = on_main(library).replace(
            'to = "joho"\naccounts = ["x"]', 'to = "joho"\naccounts = ["z"]'
        )
        block = '\n[accounts.z]\nservice = "rehearsal"\nmanager = "kancho"\n'
        library.change_settings(narrower + block)

        run = library.publish()

        assert library.sent() == [], run

    @pytest.mark.parametrize("how", ["ended", "narrowed"])
    def test_a_picture_is_held_back_with_the_grant_it_came_under(
        self, library: Library, how: str
    ) -> None:
        given(library)
        library.approve(with_pictures("tenji", "a.jpg"), **beside(a_jpg=picture()))
        changed = beside(a_jpg=picture(quality=50))
        library.merge(changed, library.joho, "Grant: 2026-joho")
        if how == "ended":
            assert by_director(library, "grant", "end", "2026-joho").code == 0
        else:
            narrower = on_main(library).replace('["event", "closure"]', '["closure"]')
            library.change_settings(narrower)

        first = library.publish()
        again = by_director(library, "approve", "--again", "tenji")
        second = library.publish(minutes=5)

        assert first.states == {"tenji": "expired"}, first
        assert "事前承認 2026-joho" in str(first.reasons["tenji"])
        assert again.code == 0, again
        assert second.states == {"tenji": "published"}, second

    def test_fewer_a_day_let_out_those_that_were_approved_first(
        self, library: Library
    ) -> None:
        given(library, "--max-per-day", "3")
        for name in ("ohanashi", "kyukan", "aki"):
            use(library, post(name))
        fewer = on_main(library).replace("max_per_day = 3", "max_per_day = 2")
        library.change_settings(fewer)

        run = library.publish()

        assert run.states == {
            "ohanashi": "published",
            "kyukan": "published",
            "aki": "expired",
        }, run
        assert "上限が 2 件に減り" in str(run.reasons["aki"])

    def test_what_a_grant_left_behind_the_director_approves(
        self, library: Library
    ) -> None:
        given(library)
        use(library, post("ohanashi"))
        assert by_director(library, "grant", "end", "2026-joho").code == 0
        assert library.publish().states == {"ohanashi": "expired"}

        all_of_them = by_director(library, "approve", "--again")
        named = by_director(library, "approve", "--again", "ohanashi")
        sent = library.publish(minutes=5)

        assert all_of_them.code == 1, all_of_them
        assert named.code == 0, named
        assert (sent.code, library.sent()) == (0, [text_of("ohanashi")]), sent

    def test_what_the_director_approved_is_not_approved_again(
        self, library: Library
    ) -> None:
        library.approve(post("ohanashi"))

        assert by_director(library, "approve", "--again", "ohanashi").code == 1


class TestEmergencies:
    """A grant with ``emergency`` brings an emergency out at night."""

    NIGHT = OPEN.replace(hour=23)

    def grant(self, library: Library, *more: str) -> None:
        scope = ("--categories", "緊急,催し案内", "--emergency", "--basis", "イ")
        given(library, *more, scope=scope)

    def test_at_night_at_once(self, library: Library) -> None:
        self.grant(library)
        use(library, post("taihu", category="emergency"), post("ohanashi"))

        sent = library.publish(at=self.NIGHT)

        assert sent.states == {"taihu": "published", "ohanashi": "waiting"}, sent
        assert library.sent() == [text_of("taihu")]

    def test_without_it_the_merge_is_refused(self, library: Library) -> None:
        given(library)
        use(library, post("taihu", category="emergency"))

        sent = library.publish(at=self.NIGHT)

        assert library.sent() == [], sent

    def test_outside_hours_needs_its_own_word(self, library: Library) -> None:
        self.grant(library)
        use(library, post("yoru", outside_hours_reason="夜の催し"))

        assert library.publish(at=self.NIGHT).code == 0
        assert library.sent() == []

    def test_outside_hours_granted(self, library: Library) -> None:
        given(library, "--outside-hours")
        use(library, post("yoru", outside_hours_reason="夜の催し"))

        assert library.publish(at=self.NIGHT).code == 0
        assert library.sent() == [text_of("yoru")]


def test_the_list_says_how_much_is_left(library: Library) -> None:
    given(library, "--max-per-day", "3")
    library.story.now = dt.datetime.now(dt.UTC)  # noqa: TID251  (the list is of today)
    use(library, post("ohanashi"), post("tenji"))

    (grant,) = listed(library)
    clone = library.story.clone("text")
    told = library.sns("grant", "list", repo=clone)

    assert (grant["used_today"], grant["max_per_day"]) == (2, 3)
    assert "○ 2026-joho  情報担当(joho)  有効 2026-01-01 - 2036-12-31" in told.out
    assert "宛先 x ・ 区分 催し案内, 休館案内 ・ 根拠 イ" in told.out
    assert "今日 2/3 件" in told.out


def test_where_there_is_no_grant_none_can_end(library: Library) -> None:
    run = by_director(library, "grant", "end", "nai")

    assert run.code == 2, run
    assert "事前承認は1つもありません" in run.err
    assert ": -" not in run.err


def test_no_grants_are_no_grants(library: Library) -> None:
    assert listed(library) == []
    assert library.sns("grant", "list").out == "事前承認はありません。\n"
