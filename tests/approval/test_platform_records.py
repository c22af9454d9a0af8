"""Records of the host on ``main``: whose word they are, and from when on they count."""

import json
from pathlib import Path

import jsonschema
import pytest

from sns_cli.approval.authenticate import authenticate, begin, conclude, extend
from sns_cli.model.history import CommitId
from sns_cli.model.platform import record_path
from sns_cli.model.proof import Authentication
from tests.approval.library import POST, approved, post, proof, refused_for
from tests.approval.web import WEB_FLOW, WebLibrary
from tests.support.git_people import make_person
from tests.support.git_story import Special

OTHER = "posts/2026/11/tenji.md"
ARCHIVE = Path(__file__).parents[2] / "archive"
SCHEMA = ARCHIVE / "schema" / "approval-1.schema.json"


@pytest.fixture
def web(tmp_path: Path) -> WebLibrary:
    return WebLibrary(tmp_path / "library")


def test_what_is_on_record_is_proven_without_the_host(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    web.record(merge)

    outcome = web.judged()

    found = proof(outcome).approval
    assert found is not None
    assert (found.by, found.commit, found.evidence) == ("kancho", merge, "platform")
    web.asked()
    assert web.github.asked == []


def test_the_settings_in_force_rest_on_records_too(web: WebLibrary) -> None:
    web.introduce()
    web.story.people["kancho2"] = make_person("kancho2", "director")
    change = web.button({"sns.toml": web.settings()})
    merge = web.button({POST: post()}, web.story.people["kancho2"])
    web.record(change)
    web.record(merge)

    outcome = web.judged()

    assert outcome.refusals == ()
    found = proof(outcome).approval
    assert found is not None
    assert found.by == "kancho2"


@pytest.mark.parametrize("who", ["koho", "kancho", "hoshu"])
def test_a_record_that_anybody_else_pushed_does_not_count(
    web: WebLibrary, who: str
) -> None:
    web.introduce()
    merge = web.button({POST: post()}, web.koho)  # pressed by staff
    path = record_path(merge)
    forged = web.recorded(merge, merged_by="kancho-city")
    forged = forged.replace(b"koho-city", b"kancho-city")
    web.story.commit({path: forged}, web.story.people[who], trailers=[])

    for outcome in (web.judged(), web.asked()):
        assert not approved(outcome)
        assert outcome.blocking
    assert refused_for(web.judged(), merge) == "platform-unasked"
    assert refused_for(web.asked(), merge) == "no-right"


def test_a_record_in_a_proposal_does_not_count(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()}, web.koho)
    forged = web.recorded(merge).replace(b"koho-city", b"kancho-city")
    web.button({record_path(merge): forged})

    outcome = web.asked()

    assert not approved(outcome)
    assert refused_for(outcome, merge) == "no-right"


def test_a_record_must_be_a_plain_addition_by_one_signed_commit(
    web: WebLibrary,
) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    record = {record_path(merge): web.recorded(merge)}
    unsigned = web.story.commit(record, web.robot, trailers=[], sign=False)

    assert not approved(web.judged())

    web.button({record_path(merge): None})  # the director repairs
    repair = web.story.head
    web.record(repair)
    web.record(merge)

    outcome = web.judged()
    assert refused_for(outcome, unsigned) == "platform-direct" or not outcome.blocking
    assert approved(outcome)


def test_a_record_whose_place_somebody_took_is_made_after_the_repair(
    web: WebLibrary,
) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    path = record_path(merge)
    stray = web.story.commit({path: "{}"}, web.koho, trailers=[], sign=False)

    blocked = web.asked()
    assert [one.commit for one in blocked.blocking] == [stray]

    repair = web.button({path: None})
    web.record(repair)
    web.record(merge)

    outcome = web.judged()
    assert not outcome.blocking
    assert approved(outcome)


def altered(web: WebLibrary, merge: CommitId, old: bytes, new: bytes) -> Authentication:
    """Authenticate with the record of a merge changed before it was written."""
    content = web.recorded(merge)
    assert old in content
    files = {record_path(merge): content.replace(old, new)}
    web.story.commit(files, web.robot, "Record", trailers=[])
    return web.judged()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"approval/1", b"approval/2"),
        (b'"main"', b'"next"'),
        (b'"APPROVED"', b'"COMMENTED"'),
        (b'"User"', b'"Bot"'),
        (b'"parents": [', b'"parents": ["a",'),
        (b'"pull": ', b'"pull": 1.'),
        (b'"kancho-city"', b"null"),
        (b'"url": ', b'"url": 1, "was": '),
        (b'"submitted_at": ', b'"submitted_at": 1, "was": '),
        (b"{", b""),
        (b"{", b"[" * 100_000),
        (b'"reviews": [', b'"reviews": [1,'),
    ],
)
def test_a_record_that_does_not_say_it_proves_nothing(
    web: WebLibrary, old: bytes, new: bytes
) -> None:
    web.introduce()
    merge = web.button({POST: post()})

    outcome = altered(web, merge, old, new)

    assert refused_for(outcome, merge) == "platform-unasked"
    assert not approved(outcome)


@pytest.mark.parametrize(("over", "counts"), [(0, True), (1, False)])
def test_a_record_has_a_limit(web: WebLibrary, over: int, *, counts: bool) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    content = web.recorded(merge)
    content += b" " * (1024 * 1024 + over - len(content))
    web.story.commit({record_path(merge): content}, web.robot, "Record", trailers=[])

    assert approved(web.judged()) == counts


def test_what_is_not_named_like_a_record_is_none(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    files = {record_path(merge).replace(".json", ".text"): web.recorded(merge)}
    added = web.story.commit(files, web.robot, "Record", trailers=[])

    outcome = web.judged()

    assert refused_for(outcome, added) is None
    assert refused_for(outcome, merge) == "platform-unasked"


def test_unknown_fields_of_later_versions_are_ignored(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()})

    assert approved(altered(web, merge, b'"url"', b'"later": {}, "url"'))


@pytest.mark.parametrize("mode", ["160000", "120000", "100755"])
def test_what_is_no_plain_file_is_no_record_and_is_not_read(
    web: WebLibrary, mode: str
) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    held = "a" * 40 if mode == "160000" else web.recorded(merge)
    files = {record_path(merge): Special(mode, held)}
    web.story.commit(files, web.robot, "Record", trailers=[])

    assert refused_for(web.judged(), merge) == "platform-unasked"


def test_a_record_of_another_merge_proves_nothing(web: WebLibrary) -> None:
    web.introduce()
    good = web.button({POST: post()})
    other = web.button({OTHER: post(id="tenji")}, web.koho)
    moved = {record_path(other): web.recorded(good)}
    web.story.commit(moved, web.robot, trailers=[])

    outcome = web.judged()

    assert refused_for(outcome, other) == "platform-unasked"


def test_of_two_records_the_one_that_was_rightly_added_counts(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()}, web.koho)  # pressed by staff
    path = record_path(merge)
    web.record(merge)
    truth = web.recorded(merge)
    web.story.commit({path: None}, web.koho, trailers=[], sign=False)
    lie = truth.replace(b"koho-city", b"kancho-city")
    late = web.story.commit({path: lie}, web.robot, trailers=[])

    outcome = web.judged()

    # Nothing takes the place of a record that was taken away.
    assert refused_for(outcome, late) == "archive-not-added"
    assert [one.commit for one in outcome.blocking] == [late]
    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


def test_a_record_stays_true_though_it_was_taken_away(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    web.record(merge)
    gone = web.story.commit({record_path(merge): None}, web.koho, trailers=[])

    outcome = web.judged()

    assert approved(outcome)  # by the history; nothing goes out until it is put back
    assert [one.commit for one in outcome.blocking] == [gone]


def test_a_record_of_a_squash_proves_no_more_than_the_host(web: WebLibrary) -> None:
    web.introduce()
    branch = web.propose({POST: post()})
    head = web.story.tips[branch]
    files: dict[str, object] = {POST: post()}
    squash = web.story.commit(files, WEB_FLOW, sign=False, author=web.kancho)  # type: ignore[arg-type]  # contents of files
    web.github.knows(squash, web.pull(squash, head))
    web.record(squash)

    for outcome, rule in (
        (web.judged(), "platform-unasked"),
        (web.asked(), "platform-squash"),
    ):
        assert refused_for(outcome, squash) == rule
        assert not approved(outcome)


def test_a_change_cannot_bring_in_the_key_that_vouches_for_it(
    web: WebLibrary,
) -> None:
    web.introduce()
    mole = make_person("mole", "publisher")
    web.story.people["mole"] = mole
    change = web.button({"sns.toml": web.settings()}, web.koho)
    forged = web.recorded(change).replace(b"koho-city", b"kancho-city")
    web.story.commit({record_path(change): forged}, mole, trailers=[])

    outcome = web.judged()

    assert refused_for(outcome, change) == "platform-unasked"
    assert "mole" not in outcome.policy.people


def test_a_former_publishers_key_vouches_for_nothing_any_more(web: WebLibrary) -> None:
    web.introduce()
    merge = web.button({POST: post()}, web.koho)
    former = web.robot
    del web.story.people["robot"]
    web.story.people["robot2"] = make_person("robot2", "publisher")
    change = web.button({"sns.toml": web.settings()})
    # As the keys change hands, the old one writes the last record under its own name.
    web.record(change, former)
    forged = web.recorded(merge).replace(b"koho-city", b"kancho-city")
    late = web.story.commit({record_path(merge): forged}, former, trailers=[])

    outcome = web.asked()

    assert refused_for(outcome, change) is None
    assert refused_for(outcome, late) is not None
    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)
    # Nor does it vouch for the very change that takes its right away.
    offline = web.judged()
    assert refused_for(offline, change) == "platform-unasked"
    assert offline.blocking


def test_all_records_that_were_leaned_on_in_vain_are_put_aside(web: WebLibrary) -> None:
    """Whoever has a former publisher's key may add as many as they like."""
    web.introduce()
    merges = [web.button({POST: post(str(n))}, web.koho) for n in range(4)]
    former = web.robot
    del web.story.people["robot"]
    web.story.people["robot2"] = make_person("robot2", "publisher")
    web.button({"sns.toml": web.settings()})
    added = set()
    for merge in merges:
        forged = web.recorded(merge).replace(b"koho-city", b"kancho-city")
        files = {record_path(merge): forged}
        added.add(web.story.commit(files, former, trailers=[]))
    history = web.story.history()
    chain = history.chain(web.story.head, None)
    walk, outcome = authenticate(history, chain, web.story.now, web.github)

    assert walk.unsound == added
    assert {refused_for(outcome, merge) for merge in merges} == {"no-right"}


def test_what_a_stolen_key_of_the_publisher_vouched_for_is_undone(
    web: WebLibrary,
) -> None:
    start = web.introduce()
    merge = web.button({POST: post()}, web.koho)
    forged = web.recorded(merge).replace(b"koho-city", b"kancho-city")
    web.story.commit({record_path(merge): forged}, web.robot, trailers=[])
    assert refused_for(web.asked(), merge) is None
    lost = f'[[distrust]]\nkey = "{web.robot.public_key}"\nfrom = "{start}"\n'
    change = web.button({"sns.toml": web.settings(lost)})

    outcome = web.asked()

    assert refused_for(outcome, change) is None
    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


def test_a_publishers_key_changes_hands_in_two_steps(web: WebLibrary) -> None:
    web.introduce()
    former = web.robot
    successor = make_person("robot2", "publisher")
    web.story.people["robot2"] = successor
    both = web.button({"sns.toml": web.settings()})
    web.record(both, former)
    del web.story.people["robot"]
    alone = web.button({"sns.toml": web.settings()})
    web.record(alone, successor)
    merge = web.button({POST: post()})
    web.record(merge, successor)

    outcome = web.judged()

    assert outcome.refusals == ()
    assert approved(outcome)
    assert "robot" not in outcome.policy.people


def test_records_that_come_later_are_seen_by_a_walk_that_goes_on(
    web: WebLibrary,
) -> None:
    web.introduce()
    merge = web.button({POST: post()})
    history = web.story.history()
    chain = history.chain(web.story.head, None)
    walk, before = authenticate(history, chain, web.story.now)
    web.record(merge)
    new = history.extend(chain, web.story.head)
    assert new is not None

    after = conclude(extend(walk, new, web.story.now))

    assert (approved(before), approved(after)) == (False, True)
    assert not approved(conclude(walk))


def test_a_walk_that_goes_on_knows_what_one_that_starts_anew_knows(
    web: WebLibrary,
) -> None:
    web.introduce()
    steps = [web.button({POST: post()})]
    steps.append(web.record(steps[0]))
    steps.append(web.button({OTHER: post(id="tenji")}))
    steps.append(web.story.commit({"a": "x"}, web.koho, trailers=[], sign=False))
    steps.append(web.record(steps[2]))
    history = web.story.history()
    chain = history.chain(web.story.head, None)
    walk = begin(history, chain, web.story.now)
    for commit in chain.commits:
        walk = extend(walk, (commit,), web.story.now)

    whole = authenticate(history, chain, web.story.now)[1]

    assert conclude(walk) == whole
    assert approved(whole, OTHER)


@pytest.mark.parametrize("copied", [False, True])
def test_many_false_records_do_not_make_the_walk_begin_again(
    web: WebLibrary, *, copied: bool
) -> None:
    """What is not signed by the publisher is never leaned on, so nothing is undone.

    Nor is what only carries the publisher's public key, copied from elsewhere.
    """
    web.introduce()
    merges = [web.button({POST: post(str(n))}, web.koho) for n in range(20)]
    for merge in merges:
        forged = web.recorded(merge).replace(b"koho-city", b"kancho-city")
        sign = (lambda _: web.robot.sign(b"another text")) if copied else True
        files = {record_path(merge): forged}
        web.story.commit(files, web.koho, trailers=[], sign=sign)
    history = web.story.history()
    chain = history.chain(web.story.head, None)

    walk, outcome = authenticate(history, chain, web.story.now)

    assert walk.unsound == frozenset()
    assert len(outcome.refusals) == 40


def test_a_record_is_of_the_form_that_the_archive_explains(web: WebLibrary) -> None:
    web.introduce()
    record = json.loads(web.recorded(web.button({POST: post()})))
    schema = json.loads(SCHEMA.read_bytes())

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(record, schema)
    assert set(record) == set(schema["properties"]) == set(schema["required"])
