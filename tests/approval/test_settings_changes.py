"""Authority never comes from the commit that claims it: attacks on ``sns.toml``."""

import pytest

from sns_cli.errors import HistoryError, SettingsError
from tests.approval.library import (
    POST,
    Library,
    approved,
    post,
    refusal,
    refused_for,
)
from tests.support.git_people import make_person
from tests.support.git_story import Special


def promoted(library: Library, key: str = "tanto", role: str = "director") -> str:
    """Return settings in which ``key`` has another role."""
    person = library.story.people[key]
    return library.settings().replace(
        f'email = "{person.email}"\nrole = "{person.role}"',
        f'email = "{person.email}"\nrole = "{role}"',
    )


@pytest.mark.parametrize("who", ["tanto", "hoshu", "robot", "unei"])
def test_nobody_but_the_director_makes_directors(library: Library, who: str) -> None:
    library.introduce()
    person = library.story.people[who]
    rogue = library.story.commit({"sns.toml": promoted(library, who)}, person)
    merge = library.approve({POST: post()}, person)

    outcome = library.judged()

    assert refused_for(outcome, rogue) is not None
    assert refused_for(outcome, merge) is not None
    assert not approved(outcome)
    assert outcome.policy.people[who].role.value == person.role
    assert [one.commit for one in outcome.blocking] == [rogue]


def test_adding_oneself_and_approving_in_one_merge_fails(library: Library) -> None:
    library.introduce()
    files = {"sns.toml": promoted(library), POST: post()}
    merge = library.approve(files, library.tanto)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


def test_a_good_approval_under_a_refused_policy_stands_but_nothing_goes_out(
    library: Library,
) -> None:
    library.introduce()
    rogue = library.story.commit({"sns.toml": promoted(library)}, library.tanto)
    library.approve({POST: post()})

    outcome = library.judged()

    assert approved(outcome)
    assert [one.commit for one in outcome.blocking] == [rogue]


def test_the_director_puts_a_refused_policy_right(library: Library) -> None:
    library.introduce()
    rogue = library.story.commit({"sns.toml": promoted(library)}, library.tanto)
    library.story.commit({"sns.toml": library.settings()}, library.kancho)

    outcome = library.judged()

    found = refusal(outcome, rogue)
    assert found is not None
    assert found.superseded
    assert outcome.blocking == ()


def test_a_new_director_approves_from_the_next_commit_on(library: Library) -> None:
    library.introduce()
    before = library.approve({POST: post()}, library.tanto)
    library.story.commit({"sns.toml": promoted(library)}, library.kancho)
    after = library.approve({POST: post("新館長の文")}, library.tanto)

    outcome = library.judged()

    assert refused_for(outcome, before) == "no-right"
    assert refused_for(outcome, after) is None
    assert approved(outcome)


def test_a_former_directors_approvals_stand_and_no_new_ones_come(
    library: Library,
) -> None:
    library.introduce()
    library.approve({POST: post()})
    both = promoted(library)
    library.story.commit({"sns.toml": both}, library.kancho)
    old = library.kancho
    lines = f'email = "{old.email}"\nrole = "'
    library.story.commit(
        {"sns.toml": both.replace(f"{lines}director", f"{lines}staff")}, library.tanto
    )
    late = library.approve({"posts/2026/11/b.md": post(id="20261111-b")})

    outcome = library.judged()

    assert approved(outcome)
    assert refused_for(outcome, late) == "no-right"


def test_a_policy_change_stands_alone(library: Library) -> None:
    library.introduce()
    mixed = library.approve({"sns.toml": promoted(library), POST: post()})
    later = library.approve({POST: post("x")}, library.tanto)

    outcome = library.judged()

    assert refused_for(outcome, mixed) == "settings-not-alone"
    assert refused_for(outcome, later) == "no-right"


def test_a_policy_change_may_be_proposed_and_merged(library: Library) -> None:
    library.introduce()
    merge = library.approve({"sns.toml": promoted(library)})

    outcome = library.judged()

    assert refused_for(outcome, merge) is None
    assert outcome.policy.directors() == ("kancho", "tanto")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (None, "settings-removed"),
        ("[library", "settings-invalid"),
        ("", "settings-invalid"),
        (Special("120000", "other.toml"), "mode-not-regular"),
    ],
)
def test_a_policy_nobody_can_be_held_to_is_refused(
    library: Library, content: object, rule: str
) -> None:
    library.introduce()
    broken = library.story.commit({"sns.toml": content}, library.kancho)  # type: ignore[dict-item]  # any content
    merge = library.approve({POST: post()})

    outcome = library.judged()

    assert refused_for(outcome, broken) == rule
    assert refused_for(outcome, merge) is None
    assert [one.commit for one in outcome.blocking] == [broken]


def test_the_last_director_stays(library: Library) -> None:
    library.introduce()
    gone = library.story.commit(
        {"sns.toml": promoted(library, "kancho", "staff")}, library.kancho
    )

    assert refused_for(library.judged(), gone) == "settings-invalid"


def test_a_stranger_in_a_refused_policy_stays_a_stranger(library: Library) -> None:
    library.introduce()
    stranger = make_person("stranger", "director")
    library.story.people["stranger"] = stranger
    library.story.commit({"sns.toml": library.settings()}, library.hoshu)
    merge = library.approve({POST: post()}, stranger)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "signer-unknown"
    assert not approved(outcome)


def test_a_broken_introduction_starts_nothing(library: Library) -> None:
    library.story.introduce("[library")

    with pytest.raises(SettingsError, match="introduction-settings-invalid") as error:
        library.judged()

    assert error.value.details["faults"]


def test_a_linked_policy_starts_nothing(library: Library) -> None:
    library.story.commit(
        {"sns.toml": Special("120000", "a")}, library.kancho, parents=()
    )

    with pytest.raises(HistoryError, match="introduction-without-settings"):
        library.judged()


class TestLostKeys:
    """``[[distrust]]`` voids a key's approvals from a commit on."""

    def told(self, library: Library, since: str) -> None:
        library.story.people["kancho2"] = make_person("kancho2", "director")
        extra = f'[[distrust]]\nkey = "{library.kancho.public_key}"\nfrom = "{since}"\n'
        library.story.commit(
            {"sns.toml": library.settings(extra)}, library.story.people["kancho2"]
        )

    def test_approvals_from_that_commit_on_are_void(self, library: Library) -> None:
        library.story.people["kancho2"] = make_person("kancho2", "director")
        library.introduce()
        before = library.approve({"posts/2026/11/a.md": post(id="20261111-a")})
        stolen = library.approve({POST: post("盗んだ鍵の文")})
        self.told(library, stolen)

        outcome = library.judged()

        assert refused_for(outcome, before) is None
        assert refused_for(outcome, stolen) == "key-distrusted"
        assert approved(outcome, "posts/2026/11/a.md")
        assert not approved(outcome, POST)

    def test_what_a_voided_approval_made_possible_is_void_too(
        self, library: Library
    ) -> None:
        library.story.people["kancho2"] = make_person("kancho2", "director")
        library.introduce()
        stolen = library.story.commit({"sns.toml": promoted(library)}, library.kancho)
        accomplice = library.approve({POST: post()}, library.tanto)
        self.told(library, stolen)

        outcome = library.judged()

        assert refused_for(outcome, stolen) == "key-distrusted"
        assert refused_for(outcome, accomplice) == "no-right"
        assert not approved(outcome)

    def test_a_commit_off_the_chain_voids_the_key_altogether(
        self, library: Library
    ) -> None:
        library.story.people["kancho2"] = make_person("kancho2", "director")
        library.introduce()
        merge = library.approve({POST: post()})
        self.told(library, "a" * 40)

        assert refused_for(library.judged(), merge) == "key-distrusted"

    def test_an_entry_of_the_introduction_counts(self, library: Library) -> None:
        extra = (
            f'[[distrust]]\nkey = "{library.kancho.public_key}"\nfrom = "{"a" * 40}"\n'
        )
        library.introduce(extra)
        merge = library.approve({POST: post()})

        assert refused_for(library.judged(), merge) == "key-distrusted"

    def test_a_refused_change_distrusts_nobody(self, library: Library) -> None:
        library.introduce()
        merge = library.approve({POST: post()})
        extra = f'[[distrust]]\nkey = "{library.kancho.public_key}"\nfrom = "{merge}"\n'
        library.story.commit({"sns.toml": library.settings(extra)}, library.tanto)

        outcome = library.judged()

        assert refused_for(outcome, merge) is None
        assert approved(outcome)
