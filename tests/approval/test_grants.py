"""Prior approval (事前承認) covers what the director wrote down, and no more."""

import datetime as dt

import pytest

from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    approved,
    grant,
    post,
    proof,
    refused_for,
    with_image,
)

OTHER = "posts/2026/11/tenji.md"
JST = dt.timezone(dt.timedelta(hours=9))


def granted(
    library: Library, files: dict[str, object], *trailers: str, **fields: str
) -> str:
    """Introduce a grant of ``fields`` and use it for ``files``."""
    library.introduce(grant(**fields))
    return library.approve(files, library.tanto, *(trailers or ("Grant: g1",)))


def test_a_grantee_approves_within_the_grant(library: Library) -> None:
    merge = granted(library, {POST: post()})

    outcome = library.judged()

    assert refused_for(outcome, merge) is None  # type: ignore[arg-type]  # an id
    approval = proof(outcome).approval
    assert approval is not None
    assert (approval.by, approval.grant) == ("tanto", "g1")
    assert approval.claim_before == dt.datetime(2026, 12, 1, tzinfo=JST)


def test_a_maintainer_with_a_grant_approves_too(library: Library) -> None:
    library.introduce(grant(to='"hoshu"'))
    library.approve({POST: post()}, library.hoshu, "Grant: g1")

    assert approved(library.judged())


def test_a_deleted_post_in_scope_may_go(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post()})
    merge = library.approve({POST: None}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) is None


@pytest.mark.parametrize(
    ("fields", "post_fields", "rule"),
    [
        ({"accounts": '["x"]'}, {"accounts": "[x, y]"}, "grant-account"),
        ({"accounts": '["x"]'}, {"accounts": ""}, "grant-account"),
        ({}, {"category": "city"}, "grant-category"),
        ({}, {"basis": "collection"}, "grant-basis"),
        ({}, {"basis": ""}, "grant-basis"),
        ({}, {"basis": "director"}, "grant-basis"),
        ({"categories": '["emergency"]'}, {"category": "emergency"}, "grant-emergency"),
        ({"emergency": "true"}, {"category": "emergency"}, "grant-category"),
        ({}, {"outside_hours_reason": "夜の催し"}, "grant-outside-hours"),
        ({}, {"publish_at": "2026-12-01T00:00:00+09:00"}, "grant-publish-at"),
        ({}, {"drafted_by": "tanto"}, "grant-own-post"),
        ({}, {"title": ""}, "grant-unreadable"),
    ],
)
def test_a_grant_covers_nothing_beyond_its_words(
    library: Library, fields: dict[str, str], post_fields: dict[str, str], rule: str
) -> None:
    toml = library.settings(grant(**fields), accounts=("x", "y"))
    library.story.introduce(toml)
    merge = library.approve({POST: post(**post_fields)}, library.tanto, "Grant: g1")

    outcome = library.judged()

    assert refused_for(outcome, merge) == rule
    assert not approved(outcome)


@pytest.mark.parametrize(
    ("fields", "post_fields"),
    [
        (
            {"categories": '["emergency"]', "emergency": "true"},
            {"category": "emergency"},
        ),
        ({"outside_hours": "true"}, {"outside_hours_reason": "夜の催し"}),
        ({}, {"publish_at": "2026-11-30T23:59:59+09:00"}),
        ({"own_posts": "true"}, {"drafted_by": "tanto"}),
        ({"max_per_day": "1"}, {}),
        ({"accounts": '["x", "y"]'}, {"accounts": ""}),
    ],
)
def test_a_grant_covers_what_it_says(
    library: Library, fields: dict[str, str], post_fields: dict[str, str]
) -> None:
    toml = library.settings(grant(**fields), accounts=("x", "y"))
    library.story.introduce(toml)
    library.approve({POST: post(**post_fields)}, library.tanto, "Grant: g1")

    assert approved(library.judged())


def test_the_post_was_in_scope_before_too(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: post(category="city")})
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) == "grant-category"


def test_a_post_nobody_could_read_before_is_out_of_scope(library: Library) -> None:
    library.introduce(grant(), **{POST: "ただの文"})
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) == "grant-unreadable"


@pytest.mark.parametrize(
    ("trailers", "rule"),
    [
        (("Grant: g2",), "grant-unknown"),
        (("Grant: g1", "Grant: g1"), "grant-twice"),
        (("grant: g1",), "no-right"),
    ],
)
def test_the_grant_is_named(
    library: Library, trailers: tuple[str, ...], rule: str
) -> None:
    merge = granted(library, {POST: post()}, *trailers)

    assert refused_for(library.judged(), merge) == rule  # type: ignore[arg-type]  # an id


def test_a_colleagues_grant_is_not_ones_own(library: Library) -> None:
    library.introduce(grant(to='"koho"'))
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) == "grant-foreign"


def test_a_grant_of_the_same_commit_is_none(library: Library) -> None:
    library.introduce()
    branch = library.propose({POST: post()})
    library.story.commit({"sns.toml": library.settings(grant())}, library.tanto)
    block = library.story.trailers(library.tanto, "Grant: g1")
    merge = library.story.merge(branch, library.tanto, block)

    assert refused_for(library.judged(), merge) == "grant-unknown"


@pytest.mark.parametrize(
    ("valid", "rule"),
    [
        ("[2026-11-03, 2026-11-30]", "grant-not-valid"),
        ("[2026-10-01, 2026-11-01]", "grant-not-valid"),
        ("[2026-11-02, 2026-11-02]", None),
    ],
)
def test_both_days_of_the_period_count(
    library: Library, valid: str, rule: str | None
) -> None:
    merge = granted(library, {POST: post()}, valid=valid)

    assert refused_for(library.judged(), merge) == rule  # type: ignore[arg-type]  # an id


def test_days_are_the_librarys(library: Library) -> None:
    library.introduce(grant(valid="[2026-11-01, 2026-11-02]"))
    library.story.now = dt.datetime(2026, 11, 2, 15, 0, tzinfo=dt.UTC)
    merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) == "grant-not-valid"


def test_a_grantee_pushes_nothing(library: Library) -> None:
    library.introduce(grant())
    block = library.story.trailers(library.tanto, "Grant: g1")
    pushed = library.story.commit({POST: post()}, library.tanto, trailers=block)

    outcome = library.judged()

    assert refused_for(outcome, pushed) == "grant-needs-merge"
    assert not approved(outcome)


@pytest.mark.parametrize("path", ["Makefile", "sns.toml", "archive/2026/11/a.json"])
def test_a_grantee_merges_posts_alone(library: Library, path: str) -> None:
    merge = granted(library, {POST: post(), path: "x"})

    assert refused_for(library.judged(), merge) == "grant-outside-posts"  # type: ignore[arg-type]  # an id


def test_a_grantee_edits_nothing_in_the_merge(library: Library) -> None:
    library.introduce(grant())
    block = library.story.trailers(library.tanto, "Grant: g1", "Approver-Edited: yes")
    merge = library.story.merge(
        library.propose({POST: post()}), library.tanto, block, edit={POST: post("x")}
    )

    assert refused_for(library.judged(), merge) == "merge-not-clean"


def test_a_grantee_signs_off(library: Library) -> None:
    library.introduce(grant())
    target = library.story.trailers(library.tanto)[0]
    merge = library.story.merge(
        library.propose({POST: post()}),
        library.tanto,
        [target, "Signed-off-by: 人 kancho <kancho@lib.example.lg.jp>", "Grant: g1"],
    )

    assert refused_for(library.judged(), merge) == "sign-off-wrong"


def test_a_grantee_approves_nothing_again(library: Library) -> None:
    merge = granted(
        library, {POST: post()}, "Grant: g1", f"Approves: {OTHER} sha256:{'a' * 64}"
    )

    assert refused_for(library.judged(), merge) == "approves-not-director"  # type: ignore[arg-type]  # an id


@pytest.mark.parametrize("path", ["posts/README.md", "posts/2026/11/x.jpg"])
def test_a_file_no_post_uses_is_out_of_scope(library: Library, path: str) -> None:
    merge = granted(library, {POST: post(), path: "x"})

    assert refused_for(library.judged(), merge) == "grant-stray-file"  # type: ignore[arg-type]  # an id


def test_a_post_comes_with_its_images(library: Library) -> None:
    granted(library, {POST: with_image(), IMAGE: b"\xff"})

    assert approved(library.judged())


def test_an_image_is_a_change_of_the_posts_that_use_it(library: Library) -> None:
    library.introduce(grant())
    other = post(
        id="20261111-tenji",
        category="city",
        media='[{file: kyukan.jpg, alt: 館, people: "false"}]',
    )
    library.approve({OTHER: other})
    merge = library.approve(
        {POST: with_image(), IMAGE: b"\xff"}, library.tanto, "Grant: g1"
    )

    assert refused_for(library.judged(), merge) == "grant-category"


def test_an_image_below_the_month_counts_as_well(library: Library) -> None:
    image = "posts/2026/11/assets/kyukan.jpg"
    library.introduce(grant(max_per_day="1"))
    library.approve({POST: with_image(file="assets/kyukan.jpg"), image: b"\xff"})
    merge = library.approve({image: b"\xfe"}, library.tanto, "Grant: g1")
    second = library.approve({OTHER: post(id="20261111-t")}, library.tanto, "Grant: g1")

    outcome = library.judged()

    assert refused_for(outcome, merge) is None
    assert refused_for(outcome, second) == "grant-max-per-day"


def test_an_image_that_a_post_gives_up_was_its_own(library: Library) -> None:
    library.introduce(grant())
    library.approve({POST: with_image(), IMAGE: b"\xff"})
    merge = library.approve({POST: post(), IMAGE: None}, library.tanto, "Grant: g1")

    assert refused_for(library.judged(), merge) is None


def test_what_the_grantee_committed_is_their_own(library: Library) -> None:
    library.introduce(grant())
    branch = library.propose({POST: post()}, by=library.tanto)
    block = library.story.trailers(library.tanto, "Grant: g1")
    merge = library.story.merge(branch, library.tanto, block)

    assert refused_for(library.judged(), merge) == "grant-own-post"


def test_somebody_elses_name_on_the_grantees_commit_does_not_help(
    library: Library,
) -> None:
    library.introduce(grant())
    library.story.commit(
        {POST: post()},
        library.koho,
        on="an",
        author=library.koho,
        committer=library.tanto,
        sign=False,
    )
    block = library.story.trailers(library.tanto, "Grant: g1")
    merge = library.story.merge("an", library.tanto, block)

    assert refused_for(library.judged(), merge) == "grant-own-post"


class TestPerDay:
    def test_each_post_counts_once(self, library: Library) -> None:
        library.introduce(grant(max_per_day="2"))
        use = (library.tanto, "Grant: g1")
        first = library.approve({POST: post()}, *use)
        same = library.approve({POST: post("直した文")}, *use)
        second = library.approve({OTHER: post(id="20261111-tenji")}, *use)
        third = library.approve({"posts/2026/11/c.md": post(id="20261111-c")}, *use)

        outcome = library.judged()

        assert [refused_for(outcome, one) for one in (first, same, second)] == [
            None,
            None,
            None,
        ]
        assert refused_for(outcome, third) == "grant-max-per-day"

    def test_another_post_under_the_same_path_is_another_post(
        self, library: Library
    ) -> None:
        library.introduce(grant(max_per_day="1"))
        use = (library.tanto, "Grant: g1")
        first = library.approve({POST: post()}, *use)
        second = library.approve({POST: post(id="20261111-tenji")}, *use)

        outcome = library.judged()

        assert refused_for(outcome, first) is None
        assert refused_for(outcome, second) == "grant-max-per-day"

    def test_the_next_day_begins_anew(self, library: Library) -> None:
        library.introduce(grant(max_per_day="1"))
        library.approve({POST: post()}, library.tanto, "Grant: g1")
        library.story.now = dt.datetime(2026, 11, 3, tzinfo=JST)
        merge = library.approve({OTHER: post(id="a11")}, library.tanto, "Grant: g1")

        assert refused_for(library.judged(), merge) is None

    def test_refused_merges_do_not_count(self, library: Library) -> None:
        library.introduce(grant(max_per_day="1"))
        wrong = post(category="city", id="20261111-tenji")
        library.approve({OTHER: wrong}, library.tanto, "Grant: g1")
        merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

        assert refused_for(library.judged(), merge) is None


class TestEndOfAGrant:
    """What was approved under a grant is claimed before it ends, or not at all."""

    def test_a_grant_that_is_gone_has_ended(self, library: Library) -> None:
        granted(library, {POST: post()})
        library.story.commit({"sns.toml": library.settings()}, library.kancho)

        approval = proof(library.judged()).approval

        assert approval is not None
        assert approval.claim_before == approval.at

    def test_a_shortened_grant_ends_sooner(self, library: Library) -> None:
        granted(library, {POST: post()})
        shorter = grant(valid="[2026-11-01, 2026-11-05]")
        library.story.commit({"sns.toml": library.settings(shorter)}, library.kancho)

        approval = proof(library.judged()).approval

        assert approval is not None
        assert approval.claim_before == dt.datetime(2026, 11, 6, tzinfo=JST)

    def test_a_longer_grant_prolongs_nothing_from_before(
        self, library: Library
    ) -> None:
        granted(library, {POST: post()})
        longer = grant(valid="[2026-11-01, 2027-03-31]")
        library.story.commit({"sns.toml": library.settings(longer)}, library.kancho)

        approval = proof(library.judged()).approval

        assert approval is not None
        assert approval.claim_before == dt.datetime(2026, 12, 1, tzinfo=JST)

    def test_a_grant_handed_to_another_has_ended_for_the_first(
        self, library: Library
    ) -> None:
        granted(library, {POST: post()})
        moved = grant(to='"koho"')
        library.story.commit({"sns.toml": library.settings(moved)}, library.kancho)

        approval = proof(library.judged()).approval

        assert approval is not None
        assert approval.claim_before == approval.at

    def test_an_image_under_a_grant_ends_with_it(self, library: Library) -> None:
        library.introduce(grant())
        library.approve({POST: with_image(), IMAGE: b"\xff"})
        library.approve({IMAGE: b"\xfe"}, library.tanto, "Grant: g1")

        approval = proof(library.judged()).approval

        assert approval is not None
        assert approval.grant is None
        assert approval.claim_before == dt.datetime(2026, 12, 1, tzinfo=JST)


class TestLapse:
    """A grant lapses when the director who gave it is director no more."""

    def handed_over(self, library: Library, extra: str = "") -> None:
        """Let koho follow kancho: two changes, since the signer must be director."""
        toml = library.settings(extra)
        koho = f'email = "{library.koho.email}"\nrole = "'
        both = toml.replace(f"{koho}staff", f"{koho}director")
        library.story.commit({"sns.toml": both}, library.kancho)
        kancho = f'email = "{library.kancho.email}"\nrole = "'
        one = both.replace(f"{kancho}director", f"{kancho}staff")
        library.story.commit({"sns.toml": one}, library.koho)

    def test_with_the_giver_goes_the_grant(self, library: Library) -> None:
        library.introduce()
        library.story.commit({"sns.toml": library.settings(grant())}, library.kancho)
        library.approve({POST: post()}, library.tanto, "Grant: g1")
        self.handed_over(library, grant())
        late = library.approve({OTHER: post(id="a11")}, library.tanto, "Grant: g1")

        outcome = library.judged()

        assert refused_for(outcome, late) == "grant-lapsed"
        approval = proof(outcome).approval
        assert approval is not None
        assert approval.claim_before == approval.at

    def test_a_grant_of_the_introduction_is_every_directors(
        self, library: Library
    ) -> None:
        library.introduce(grant())
        self.handed_over(library, grant())
        late = library.approve({POST: post()}, library.tanto, "Grant: g1")

        assert refused_for(library.judged(), late) == "grant-lapsed"

    def test_the_new_director_gives_it_anew(self, library: Library) -> None:
        library.introduce(grant())
        self.handed_over(library, grant())
        again = grant(document='"第2号"')
        kancho = f'email = "{library.kancho.email}"\nrole = "'
        koho = f'email = "{library.koho.email}"\nrole = "'
        settings = library.settings(again)
        settings = settings.replace(f"{kancho}director", f"{kancho}staff")
        settings = settings.replace(f"{koho}staff", f"{koho}director")
        library.story.commit({"sns.toml": settings}, library.koho)
        library.approve({POST: post()}, library.tanto, "Grant: g1")

        assert approved(library.judged())

    def test_another_person_under_the_same_key_is_another_person(
        self, library: Library
    ) -> None:
        library.introduce(grant())
        renamed = library.settings(grant()).replace("人 kancho", "新しい館長")
        library.story.commit({"sns.toml": renamed}, library.kancho)
        late = library.approve({POST: post()}, library.tanto, "Grant: g1")

        assert refused_for(library.judged(), late) == "grant-lapsed"

    def test_a_new_key_of_the_same_director_changes_nothing(
        self, library: Library
    ) -> None:
        library.introduce(grant())
        new_key = library.settings(grant()).replace(
            library.kancho.public_key, library.story.person("new").public_key
        )
        del library.story.people["new"]
        library.story.commit({"sns.toml": new_key}, library.kancho)
        merge = library.approve({POST: post()}, library.tanto, "Grant: g1")

        assert refused_for(library.judged(), merge) is None
