"""Every attack of ``reference/approvals.md``, sections 4 and 5, in its words."""

from tests.approval.attacks.by_content import BY_CONTENT
from tests.approval.attacks.by_people import BY_PEOPLE
from tests.approval.attacks.by_role import BY_ROLE
from tests.approval.attacks.missing import MISSING
from tests.approval.attacks.since import SINCE

ATTACKS = (*BY_PEOPLE, *BY_CONTENT, *BY_ROLE, *MISSING, *SINCE)

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
    "a record of the host written by the wrong person": (
        "approval/test_platform_records.py::test_a_record_that_anybody_else_pushed_does_not_count",
        "approval/test_platform_records.py::test_a_record_in_a_proposal_does_not_count",
        "approval/test_platform_records.py::test_many_false_records_do_not_make_the_walk_begin_again",
        "approval/test_platform_records.py::test_a_change_cannot_bring_in_the_key_that_vouches_for_it",
    ),
    "a record copied from another merge": (
        "approval/test_platform_records.py::test_a_record_of_another_merge_proves_nothing",
    ),
    "two records of one merge": (
        "approval/test_platform_records.py::test_of_two_records_the_one_that_was_rightly_added_counts",
        "approval/test_platform_records.py::test_a_record_stays_true_though_it_was_taken_away",
        "approval/test_platform_records.py::test_a_record_whose_place_somebody_took_is_made_after_the_repair",
    ),
    "a record of a squash": (
        "approval/test_platform_records.py::test_a_record_of_a_squash_proves_no_more_than_the_host",
    ),
    "the introduction moved": (
        "approval/test_introduction_moved.py::test_past_what_staff_pushed",
        "approval/test_introduction_moved.py::test_past_an_image_that_staff_pushed",
        "approval/test_introduction_moved.py::test_onto_a_side_branch",
        "approval/test_introduction_moved.py::test_past_settings_that_were_refused",
        "approval/test_introduction_moved.py::test_past_a_director_whose_grant_had_lapsed",
    ),
    "`until` of a key in the middle": (
        "approval/test_signers.py::test_a_key_that_ends_in_the_middle_leaves_the_rest_as_it_was",
        "approval/test_signers.py::test_a_key_counts_until_the_end_of_its_last_day_in_the_librarys_zone",
    ),
    "distrust with `from` off the chain": (
        "approval/test_settings_changes.py::test_a_commit_off_the_chain_voids_the_key_altogether",
    ),
    "a draft that goes round by another path": (
        "approval/test_moved_drafts.py::test_a_colleague_moves_it",
        "approval/test_own_drafts.py::test_pushed_by_the_grantee_and_mended_by_a_colleague",
    ),
    "a retraction of what is not the grant's": (
        "approval/test_takedown.py::test_the_original_lies_within_the_grant",
    ),
}
"""What takes more than a history to tell: where it is told."""

LATER = (
    "a record of the host written by the wrong person",
    "a record copied from another merge",
    "two records of one merge",
    "a record of a squash",
    "a grant that a command proposed",
    "`Approves:` on a moved file",
    "distrust with `from` off the chain",
    "a repair that repairs too much",
    "the introduction moved",
    "`until` of a key in the middle",
    "a second person with the same key",
    "a director demoted and added again",
    "own_posts with a colleague's edit after a refused push",
    "retraction by a grantee outside scope",
)
"""Threats to what came after the reference: each has an attack of its own."""

NOT_WANTED = {
    "R8 receipt contents": "judged when the archive is checked, not by approval",
    "R10 thresholds": "a new introduction takes their place (design 4)",
    "3.2 detached approvals": "``Approves:`` takes their place (design 4)",
}
