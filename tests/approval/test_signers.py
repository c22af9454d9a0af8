"""Only a key says who it was: attacks on the identity of the approver."""

from pathlib import Path

import pytest

from tests.approval.library import (
    POST,
    Library,
    approved,
    post,
    proof,
    refused_for,
)
from tests.support.git_people import make_person


def test_a_signed_off_merge_by_the_director_approves(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post()})

    outcome = library.judged()

    assert outcome.refusals == ()
    approval = proof(outcome).approval
    assert approval is not None
    assert (approval.by, approval.commit, approval.evidence, approval.grant) == (
        "kancho",
        merge,
        "signature",
        None,
    )
    assert approval.claim_before is None
    assert proof(outcome).id == "20261110-kyukan"
    assert outcome.commits == 1


def test_a_forged_sign_off_is_no_approval(library: Library) -> None:
    library.introduce()
    branch = library.propose({POST: post()})
    forged = library.story.trailers(library.kancho)
    merge = library.story.merge(branch, library.tanto, forged, committer=library.kancho)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


def test_an_unsigned_merge_in_the_directors_name_is_no_approval(
    library: Library,
) -> None:
    library.introduce()
    merge = library.story.merge(
        library.propose({POST: post()}), library.kancho, sign=False
    )

    outcome = library.judged()

    assert refused_for(outcome, merge) == "unsigned"
    assert not approved(outcome)


def test_a_key_nobody_was_given_is_no_signature(library: Library) -> None:
    library.introduce()
    stranger = make_person("stranger", "director")
    merge = library.story.merge(
        library.propose({POST: post()}), library.kancho, sign=stranger
    )

    assert refused_for(library.judged(), merge) == "signer-unknown"


def test_a_signature_over_other_bytes_is_refused(library: Library) -> None:
    library.introduce()
    branch = library.propose({POST: post()})
    merge = library.story.merge(
        branch, library.kancho, sign=lambda payload: library.kancho.sign(payload + b"x")
    )

    outcome = library.judged()

    assert refused_for(outcome, merge) == "signature-invalid"
    assert not approved(outcome)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            b"\n -----END SSH SIGNATURE-----",
            b"\n -----END SSH SIGNATURE-----\n more",
            "signature-malformed",
        ),
        (
            b"\n -----END SSH SIGNATURE-----",
            b"\n -----END SSH SIGNATURE-----\n ",
            "signature-malformed",
        ),
        (b"-----\n U1NI", b"-----\n U\n 1NI", "signature-malformed"),
        (
            b"\ngpgsig ",
            b"\ngpgsig-sha256 -----BEGIN SSH SIGNATURE-----\ngpgsig ",
            "commit-malformed",
        ),
        (b"\ngpgsig ", b"\nmergetag object\ngpgsig ", "commit-malformed"),
        (
            b"\nauthor ",
            b"\nauthor A <a@example.jp> 1 +0000\nauthor ",
            "commit-malformed",
        ),
    ],
)
def test_no_second_commit_can_be_minted_from_a_good_signature(
    library: Library, old: bytes, new: bytes, rule: str
) -> None:
    library.introduce()
    good = library.approve({POST: post()})
    raw = library.story.raw(good)
    assert raw.count(old) == 1
    minted = library.story.raw_commit(raw.replace(old, new))

    outcome = library.judged()

    assert minted != good
    assert refused_for(outcome, minted) == rule
    assert not approved(outcome)


def test_two_signatures_are_refused(library: Library) -> None:
    library.introduce()
    good = library.approve({POST: post()})
    raw = library.story.raw(good)
    start, end = raw.index(b"\ngpgsig "), raw.index(b"\n\n")
    doubled = library.story.raw_commit(raw[:end] + raw[start:end] + raw[end:])

    assert refused_for(library.judged(), doubled) == "commit-malformed"


@pytest.mark.parametrize("role", ["tanto", "unei"])
def test_staff_and_managers_change_nothing_even_when_they_change_nothing(
    library: Library, role: str
) -> None:
    library.introduce()
    empty = library.story.commit({}, library.story.people[role])

    assert refused_for(library.judged(), empty) == "no-right"


def test_staff_do_not_approve_their_own_proposals(library: Library) -> None:
    library.introduce()
    merge = library.approve({POST: post()}, library.koho)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "no-right"
    assert not approved(outcome)


def test_an_unsigned_commit_is_refused_even_when_it_changes_nothing(
    library: Library,
) -> None:
    library.introduce()
    empty = library.story.commit({}, library.kancho, sign=False)

    outcome = library.judged()

    assert refused_for(outcome, empty) == "unsigned"
    found = outcome.refusals[0]
    assert found.superseded
    assert not found.blocks


def test_a_key_counts_until_the_end_of_its_last_day_in_the_librarys_zone(
    library: Library,
) -> None:
    line = library.kancho.public_key
    toml = library.settings().replace(
        f'keys = ["{line}"]', f'keys = [{{key = "{line}", until = 2026-11-02}}]'
    )
    library.story.introduce(toml)
    last_minute = library.story.now.replace(hour=23, minute=59)
    in_time = library.story.commit({"a": "1"}, library.kancho, at=last_minute)
    library.story.now = last_minute.replace(day=3, hour=0, minute=0)
    late = library.story.commit({"a": "2"}, library.kancho)

    outcome = library.judged()

    assert refused_for(outcome, in_time) is None
    assert refused_for(outcome, late) == "key-expired"


def test_a_key_that_ends_in_the_middle_leaves_the_rest_as_it_was(
    library: Library,
) -> None:
    line, successor = library.kancho.public_key, make_person("shin", "director")
    ends = f'keys = [{{key = "{line}", until = 2026-11-03}}, "{successor.public_key}"]'
    library.story.introduce(library.settings().replace(f'keys = ["{line}"]', ends))
    story, other = library.story, "posts/2026/11/tenji.md"
    in_time = library.approve({POST: post()})
    story.now = story.now.replace(day=4)
    late = story.merge(library.propose({other: post(id="a11")}), library.kancho)
    files = {other: post("新しい鍵", id="a11")}
    by_new = story.merge(library.propose(files), library.kancho, sign=successor)
    back = story.now.replace(day=3)
    dated_back = story.merge(
        library.propose({POST: post("x")}), library.kancho, at=back
    )

    outcome = library.judged()

    found = [refused_for(outcome, one) for one in (in_time, late, by_new, dated_back)]
    assert found == [None, "key-expired", None, "time-backwards"]
    assert approved(outcome, other)
    assert not approved(outcome)
    assert proof(library.judged(by_new)).approval is not None


class TestEvidenceSignOff:
    @pytest.fixture
    def library(self, tmp_path: Path) -> Library:
        return Library(tmp_path / "library", evidence="sign-off")

    def test_the_trailer_and_the_committers_address_suffice(
        self, library: Library
    ) -> None:
        library.introduce()
        library.story.merge(library.propose({POST: post()}), library.kancho, sign=False)

        approval = proof(library.judged()).approval

        assert approval is not None
        assert (approval.by, approval.evidence) == ("kancho", "sign-off")

    def test_somebody_elses_sign_off_is_refused(self, library: Library) -> None:
        library.introduce()
        merge = library.story.merge(
            library.propose({POST: post()}),
            library.tanto,
            library.story.trailers(library.kancho),
            sign=False,
        )

        outcome = library.judged()

        assert refused_for(outcome, merge) == "sign-off-wrong"
        assert not approved(outcome)

    def test_an_unknown_address_is_refused(self, library: Library) -> None:
        library.introduce()
        merge = library.story.merge(
            library.propose({POST: post()}),
            library.kancho,
            committer=make_person("stranger", "director"),
            sign=False,
        )

        assert refused_for(library.judged(), merge) == "signer-unknown"

    def test_the_publisher_is_known_by_address_and_kept_to_archive(
        self, library: Library
    ) -> None:
        library.introduce()
        fine = library.story.commit(
            {"archive/2026/11/a.json": "{}"}, library.robot, trailers=[], sign=False
        )
        outside = library.story.commit(
            {"README.md": "x"}, library.robot, trailers=[], sign=False
        )

        outcome = library.judged()

        assert refused_for(outcome, fine) is None
        assert refused_for(outcome, outside) == "publisher-outside-archive"

    def test_staff_do_not_approve_here_either(self, library: Library) -> None:
        library.introduce()
        merge = library.story.merge(
            library.propose({POST: post()}), library.tanto, sign=False
        )

        assert refused_for(library.judged(), merge) == "no-right"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("件名".encode(), b"\xb7\xef\xcc\xbe"),
        (b"> ", b"> 9999999999999999 +0900\nx "),
        (b"> ", b"> -1 "),
        (b"\ncommitter ", b"\ncomitter "),
        (b"\nauthor ", b"\nautor "),
        (b"\n\n", b"\nnothing "),
    ],
)
def test_a_commit_nobody_can_read_is_refused_and_breaks_nothing(
    library: Library, old: bytes, new: bytes
) -> None:
    library.introduce()
    library.approve({POST: post()})
    good = library.story.commit({"a": "x"}, library.kancho, message="件名")
    raw = library.story.raw(good)
    odd = library.story.raw_commit(raw.replace(old, new, 1))

    outcome = library.judged(odd)

    assert refused_for(outcome, odd) in {"commit-malformed", "signature-invalid"}
    assert approved(outcome)
