"""Every attack of ``reference/approvals.md``, sections 4 and 5, in its words."""

from tests.approval.attacks.by_content import BY_CONTENT
from tests.approval.attacks.by_people import BY_PEOPLE
from tests.approval.attacks.by_role import BY_ROLE
from tests.approval.attacks.missing import MISSING

ATTACKS = (*BY_PEOPLE, *BY_CONTENT, *BY_ROLE, *MISSING)

ELSEWHERE = {
    "force-push / rollback": (
        "adapters/git/test_history.py::test_extend_says_none_when_main_was_rewound_or_replaced",
        "adapters/git/test_history.py::test_a_head_older_than_the_introduction_is_refused",
        "flow/test_meanwhile.py::test_a_main_that_was_rewritten_meanwhile_is_refused",
    ),
    "foxtrot merge": (
        "approval/test_posts.py::test_a_foxtrot_merge_does_not_make_the_proposal_the_main_line",
        "approval/test_attacks.py::test_a_foxtrot_merge_leaves_main_off_the_chain",
    ),
    "replace refs, shallow clone": (
        "approval/test_attacks.py::test_a_replaced_history_proves_nothing",
        "adapters/git/test_history.py::test_grafts_are_refused",
        "adapters/git/test_history.py::test_a_shallow_clone_may_end_at_the_introduction",
    ),
    "shallow where nothing else trips": (
        "approval/test_attacks.py::test_a_shallow_clone_whose_every_commit_is_good",
    ),
    "introduction not on chain": (
        "approval/test_attacks.py::test_a_good_history_beside_the_introduction",
    ),
    "wrong introduction signer": (
        "approval/test_attacks.py::test_an_introduction_that_only_looks_like_ours",
    ),
    "posts present at introduction": (
        "approval/test_posts.py::test_a_post_of_the_introduction_is_not_approved",
    ),
    "final HEAD-blob comparison": (
        "approval/test_walk.py::test_a_file_git_lists_otherwise_than_its_history_says_is_not_proven",
    ),
    "sk- keys": (
        "approval/test_sshsig.py::test_an_untouched_key_does_not",
        "approval/test_attacks.py::test_a_security_key_that_nobody_touched",
    ),
    "3.7": (
        "approval/test_settings_changes.py::test_approvals_from_that_commit_on_are_void",
    ),
    "3.8": (
        "approval/test_archive.py::test_a_stray_change_is_put_back",
        "approval/test_posts.py::test_a_pushed_post_is_approved_as_it_stands",
    ),
    "first-observed": (
        "approval/test_attacks.py::test_a_backdated_merge_is_to_be_claimed_before_its_end",
    ),
}
"""What takes more than a history to tell: where it is told."""

NOT_WANTED = {
    "R8 receipt contents": "judged when the archive is checked, not by approval",
    "R10 thresholds": "a new introduction takes their place (design 4)",
    "3.2 detached approvals": "``Approves:`` takes their place (design 4)",
}
