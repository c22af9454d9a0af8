"""What an approver has to say, and what counts as saying it."""

import pytest

from tests.approval.library import POST, Library, approved, post, refused_for

TARGET = "Approval-Target: city/library refs/heads/main"
SIGNED = "Signed-off-by: 人 kancho <kancho@lib.example.lg.jp>"


def merged(library: Library, *trailers: str) -> str:
    library.introduce()
    branch = library.propose({POST: post()})
    return library.story.merge(branch, library.kancho, list(trailers))


def test_no_trailers_no_approval(library: Library) -> None:
    merge = merged(library)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "trailers-missing"  # type: ignore[arg-type]  # an id
    assert not approved(outcome)


@pytest.mark.parametrize(
    "trailers",
    [
        (TARGET, "some prose", SIGNED),
        (TARGET, "Signed-off-by:人 kancho <kancho@lib.example.lg.jp>"),
        (TARGET, "Note: a", " continued", SIGNED),
        (TARGET, SIGNED, "", "A closing word."),
        (TARGET, SIGNED, "---", "Reviewed-by: x"),
    ],
)
def test_the_last_paragraph_is_trailers_and_nothing_else(
    library: Library, trailers: tuple[str, ...]
) -> None:
    merge = merged(library, *trailers)

    assert refused_for(library.judged(), merge) == "trailers-missing"  # type: ignore[arg-type]  # an id


@pytest.mark.parametrize(
    "trailers",
    [
        (TARGET,),
        (TARGET, "signed-off-by: 人 kancho <kancho@lib.example.lg.jp>"),
        (TARGET, "Signed-off-by: 人 kancho <other@lib.example.lg.jp>"),
        (TARGET, SIGNED, "Signed-off-by: 人 tanto <tanto@lib.example.lg.jp>"),
    ],
)
def test_the_last_sign_off_is_the_signers(
    library: Library, trailers: tuple[str, ...]
) -> None:
    merge = merged(library, *trailers)

    assert refused_for(library.judged(), merge) == "sign-off-wrong"  # type: ignore[arg-type]  # an id


def test_a_colleagues_sign_off_may_come_before(library: Library) -> None:
    merge = merged(
        library, TARGET, "Signed-off-by: 人 tanto <tanto@lib.example.lg.jp>", SIGNED
    )

    assert refused_for(library.judged(), merge) is None  # type: ignore[arg-type]  # an id


def test_an_approval_says_for_which_library(library: Library) -> None:
    merge = merged(library, SIGNED)

    assert refused_for(library.judged(), merge) == "target-missing"  # type: ignore[arg-type]  # an id


@pytest.mark.parametrize(
    "targets",
    [
        ("Approval-Target: other/library refs/heads/main",),
        ("Approval-Target: city/library refs/heads/test",),
        (TARGET, TARGET),
    ],
)
def test_an_approval_for_elsewhere_is_none_here(
    library: Library, targets: tuple[str, ...]
) -> None:
    merge = merged(library, *targets, SIGNED)

    outcome = library.judged()

    assert refused_for(outcome, merge) == "target-wrong"  # type: ignore[arg-type]  # an id
    assert not approved(outcome)


def test_a_target_that_is_not_required_is_still_not_wrong(library: Library) -> None:
    library.story.introduce(library.settings(require_target=False))
    wrong = library.story.merge(
        library.propose({POST: post()}),
        library.kancho,
        ["Approval-Target: other/library refs/heads/main", SIGNED],
    )
    none = library.story.merge(
        library.propose({"posts/2026/11/b.md": post()}), library.kancho, [SIGNED]
    )

    outcome = library.judged()

    assert refused_for(outcome, wrong) == "target-wrong"
    assert refused_for(outcome, none) is None
