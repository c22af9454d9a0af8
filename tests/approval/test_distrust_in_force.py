"""Which ``[[distrust]]`` counts: only what an accepted commit says, in the end."""

import pytest

from sns_cli.approval.authenticate import authenticate, conclude, extend
from sns_cli.model.history import CommitId
from sns_cli.model.proof import Authentication
from tests.approval.library import (
    POST,
    Library,
    approved,
    post,
    proof,
    refusal,
    refused_for,
)
from tests.support.git_people import Person, make_person

OTHER = "posts/2026/11/tenji.md"


class Lost:
    """A library with directors ``fuku`` and ``evil`` (a stolen key) beside kancho."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.roles = {"fuku": "director", "evil": "director", "koho": "director"}
        for key in self.roles:
            library.story.people[key] = make_person(key, "director")
        library.introduce()
        self.kancho = library.kancho
        self.fuku, self.evil, self.koho = (
            library.story.people[key] for key in self.roles
        )

    def voids(
        self, by: Person, *lost: tuple[Person, CommitId], staff: tuple[str, ...] = ()
    ) -> CommitId:
        """Commit settings that distrust exactly these; ``staff`` direct no more."""
        for key in self.roles:
            role = "staff" if key in staff else "director"
            self.library.story.people[key] = make_person(key, role)
        extra = "".join(
            f'[[distrust]]\nkey = "{one.public_key}"\nfrom = "{since}"\n'
            for one, since in lost
        )
        toml = {"sns.toml": self.library.settings(extra)}
        return self.library.story.commit(toml, by)


@pytest.fixture
def lost(library: Library) -> Lost:
    return Lost(library)


def step_by_step(library: Library) -> Authentication:
    """Prove commit after commit, as a publisher does whose ``main`` moves on."""
    history = library.story.history()
    chain = history.chain(library.story.head, None)
    first = history.chain(chain.introduction.id, None)
    walk, _ = authenticate(history, first, library.story.now)
    for commit in chain.commits:
        walk = extend(walk, (commit,), library.story.now)
    return conclude(walk)


def judged(library: Library) -> Authentication:
    """Prove at once, and assert that step by step it comes to the same."""
    outcome = library.judged(real_now=library.story.now)
    assert step_by_step(library) == outcome
    return outcome


def test_what_a_voided_key_distrusted_stands_again(lost: Lost) -> None:
    library = lost.library
    merge = library.approve({POST: post()}, lost.fuku)
    thief = lost.voids(lost.evil, (lost.fuku, merge))
    assert not approved(judged(library))
    lost.voids(lost.kancho, (lost.evil, thief))
    after = library.story.commit({"Makefile": "x"}, lost.fuku)

    outcome = judged(library)

    assert refused_for(outcome, thief) == "key-distrusted"
    assert refused_for(outcome, merge) is None
    assert refused_for(outcome, after) is None
    assert approved(outcome)


def test_a_refused_change_brings_nobody_back(lost: Lost) -> None:
    library = lost.library
    removed = lost.voids(lost.fuku, staff=("koho",))
    thief = lost.voids(lost.evil, (lost.fuku, removed), staff=("koho",))
    merge = library.approve({POST: post()}, lost.koho)
    lost.voids(lost.kancho, (lost.evil, thief), staff=("koho",))

    outcome = judged(library)

    assert refused_for(outcome, removed) is None
    assert refused_for(outcome, thief) == "key-distrusted"
    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


@pytest.mark.parametrize("also", [False, True], ids=["before", "and after"])
def test_whoever_came_first_wins(lost: Lost, *, also: bool) -> None:
    """A key that is void undoes nothing, however far back it would reach."""
    library = lost.library
    merge = library.approve({POST: post()})
    made = lost.voids(lost.kancho, (lost.evil, merge))
    thief = lost.voids(lost.evil, (lost.kancho, merge))
    back = lost.voids(lost.kancho, (lost.evil, merge)) if also else None

    outcome = judged(library)

    assert refused_for(outcome, made) is None
    assert refused_for(outcome, thief) == "key-distrusted"
    assert back is None or refused_for(outcome, back) is None
    assert [one.commit for one in outcome.blocking] == ([] if also else [thief])
    assert approved(outcome)


def test_a_change_that_voids_its_own_key_counts_for_nothing(lost: Lost) -> None:
    library = lost.library
    merge = library.approve({POST: post()}, lost.evil)
    made = lost.voids(lost.evil, (lost.evil, merge))
    later = library.approve({OTHER: post(id="20261112-x")}, lost.evil)

    outcome = judged(library)

    assert refused_for(outcome, made) == "distrust-undoes-itself"
    found = refusal(outcome, made)
    assert found is not None
    assert found.path == "sns.toml"
    assert [one.commit for one in outcome.blocking] == [made]
    assert refused_for(outcome, later) is None
    assert proof(outcome).approval is not None


def test_a_change_that_voids_who_made_its_maker_director(lost: Lost) -> None:
    library = lost.library
    lost.voids(lost.fuku, staff=("koho",))
    made = lost.voids(lost.fuku)
    undone = lost.voids(lost.koho, (lost.fuku, made))

    outcome = judged(library)

    assert refused_for(outcome, made) is None
    assert refused_for(outcome, undone) == "distrust-undoes-itself"


def test_no_change_helps_those_to_power_who_refuse_it_then(lost: Lost) -> None:
    """Without the key of the first, the second's change counts, and ends the third's.

    The two agree with each other, but not with the change that would bring it about.
    """
    library = lost.library
    merge = library.approve({POST: post()})
    made = lost.voids(lost.kancho, (lost.evil, merge))
    thief = lost.voids(lost.evil, (lost.kancho, merge), staff=("koho",))
    helped = lost.voids(lost.koho, (lost.kancho, merge))

    outcome = judged(library)

    assert refused_for(outcome, made) is None
    assert refused_for(outcome, thief) == "key-distrusted"
    assert refused_for(outcome, helped) == "distrust-undoes-itself"
    assert approved(outcome)


def test_an_own_key_is_void_from_the_next_change_on(lost: Lost) -> None:
    """Nobody can name a change that is not there yet: by another's, it counts."""
    library = lost.library
    merge = library.approve({POST: post()}, lost.evil)
    late = library.approve({OTHER: post(id="20261112-x")}, lost.evil)
    made = lost.voids(lost.kancho, (lost.evil, late))
    again = lost.voids(lost.kancho, (lost.evil, late), (lost.fuku, late))

    outcome = judged(library)

    assert [refused_for(outcome, one) for one in (merge, late, made, again)] == [
        None,
        "key-distrusted",
        None,
        None,
    ]


def test_an_entry_taken_out_again_still_counts(lost: Lost) -> None:
    library = lost.library
    merge = library.approve({POST: post()}, lost.evil)
    lost.voids(lost.kancho, (lost.evil, merge))
    lost.voids(lost.kancho)

    assert refused_for(judged(library), merge) == "key-distrusted"


def test_what_undid_itself_once_stays_refused(lost: Lost) -> None:
    """Also when its reason is gone: what followed was built on its refusal."""
    library = lost.library
    merge = library.approve({POST: post()}, lost.evil)
    undone = lost.voids(lost.evil, (lost.evil, merge))
    lost.voids(lost.kancho, (lost.fuku, merge))

    assert refused_for(judged(library), undone) == "distrust-undoes-itself"
