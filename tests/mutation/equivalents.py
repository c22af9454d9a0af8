"""Mutants that change nothing anybody could notice, each with its reason."""

from collections.abc import Mapping
from fnmatch import translate
from functools import cache
from re import Pattern
from re import compile as compiled
from typing import Final

EQUIVALENT: Final[Mapping[str, tuple[str, ...]]] = {
    "said for the type checker: what is asked before or after says the same": (
        "again.py:_plain_post: entry is not None of entry is not None and fit",
        "host.py:Host.merges_of: _NOBODY_TO_ASK of *",
        "host.py:Host.merges_of: self._platform is None of *",
        "onward.py:_take_policy: blob is None of *",
        "onward.py:_take_policy: if not isinstance(settings, Settings)*",
        "onward.py:_content_fits: if isinstance(text, str): return False",
        "records.py:Records._added: blob is None of *",
        "state.py:_draft: commit.merges of *",
        "ssh_wire.py:Reader.take: raise MalformedError(_CUT_SHORT)",
        "trailers.py:parse_trailers: not gap of *",
        "trailers.py:parse_trailers: not colon of *",
        "drafted.py:_Traces.meet: '' of put.id or *",
        "drafted.py:_puts: blob is not None of *",
        "drafted.py:_traces: last is not None of last is not None and accepted",
        "scope.py:_users: found of *",
        "takedown.py:_posts_so_far: blob of *",
        "shelf.py:_present: change.new_blob is None of *",
        "rules/policy.py:settings_readable: change.new_blob is None of *",
        "versions.py:_accepted_at: last is not None of last is not None and accepted",
        "rules/versions.py:read: entry.blob is None of *",
        "references.py:_check_unshared: node is None of *",
        "references.py:_check_grant_ids: node is None of *",
    ),
    "only quicker: the long way comes to the same": (
        "second_process.py:_Answers.__call__: self._asked % _AT_ONCE == 0 of *",
        "conclude.py:_read: if post_id is not None and *",
        "files.py:posts_distinct: if len(case.changes.posts) == 1: *",
        "judge.py:_ends_drafts: bool(state.drafts) of *",
        "mandates.py:_beyond_the_day: *len(walk.state.used_under(*",
        "records.py:adds_records: True for *",
        "onward.py:_news: limit of news.entries <= known.distrusted",
        "onward.py:_positions: if not distrusted: *",
        "paths.py:sort_changes: if len(changes) == 1 and *",
        "paths.py:folded: if path.isascii(): *",
        "paths.py:is_composed: if path.isascii(): *",
        "paths.py:is_unsafe: not path.isprintable() of *",
        "onward.py:prove_content: if walk.content or not fresh: *",
        "onward.py:prove_content: walk.content of *",
        "onward.py:prove_content: not fresh of *",
        "onward.py:prove_content: isinstance(verdict, Accepted) of *",
        "onward.py:prove_content: verdict.evidence != Evidence.PLATFORM of *",
        "onward.py:prove_content: if all(*",
        "sshsig.py:parse_signature: if usual is not None: *",
        "trailers.py:_has_control: not value.isprintable() of *",
        "records.py:Records._added: if not change.path.startswith(RECORDS)*",
        "onward.py:_content_fits: False for *",
        "shelf.py:Shelf.read_digests: blob not in self._digests of *",
        "history.py:GitHistory.check_merges: if not merges: *",
        "history.py:GitHistory.side_commits: if not others: *",
        "history.py:GitHistory._after: if base == head: *",
        "merges.py:_differences: if not pairs: *",
        "objects.py:Objects._fetch: if done.status == 0: *",
    ),
    "ids of commits are written out in full, and can be taken for nothing else": (
        "history.py:GitHistory.side_commits: option --end-of-options",
        "history.py:GitHistory.side_commits: option --",
        "walk.py:steps: option --end-of-options",
        "walk.py:steps: option --",
    ),
    "git itself shows no differences here; said so that it stays so": (
        "history.py:GitHistory.side_commits: option --no-patch",
    ),
    "git tells how it ended, and one answer for each question": (
        "merges.py:_merge_all: raise failed(arguments, done)",
    ),
    "bytes that are no UTF-8 are read as DC80 to DCFF, far from these limits": (
        "paths.py:is_composed: limit of '*' <= char <= '*'",
    ),
    "the comparison with the canonical spelling says the same": (
        "sshsig.py:_dearmor: armored.startswith(BEGIN) of *",
        "sshsig.py:_dearmor: armored.endswith(END) of *",
        "sshsig.py:_dearmor: insist(armored.startswith(BEGIN) and *",
    ),
    "who last changed a record is asked only if that was refused": (
        "state.py:State._record_archive: self.sound*",
    ),
    "no commit was accepted and refused at once": (
        "drafted.py:_Traces.meet: limit of since < at",
        "versions.py:versions: limit of drafts[-1].position <= since",
    ),
    "no signature is just as long as that": (
        "sshsig.py:_dearmor: limit of len(armored) <= _LONGEST",
    ),
    "git itself reads no folder with a nameless file": ("paths.py:_DOTTED: ''",),
    "only files below posts/ are looked up": (
        "again.py:_plain_post: path.startswith(POSTS) of *",
    ),
    "what an accepted commit left is not asked for": (
        "conclude.py:_left_behind: isinstance(verdicts[last.position], Refused) of *",
    ),
    "a version counts, once or twice": (
        "scope.py:_touched: not one.waiting of *",
        "versions.py:elsewhere: other != path of *",
    ),
    "what is not named like a post cannot be read as one": (
        "takedown.py:_posts_so_far: is_post_path(entry.path) of *",
        "takedown.py:_posts_so_far: is_post_path(change.path) of *",
        "scope.py:_users: not is_post_path(path) of *",
    ),
    "a post refers to files beside or below it only: of its own month": (
        "scope.py:_users: month_folder(path) != folder of *",
        "scope.py:_users: if not is_post_path(path) or month_folder(path) != folder*",
    ),
    "a grant of this basis is refused when the settings are read": (
        "scope.py:basis_in_scope: basis is not Basis.DIRECTOR of *",
    ),
    "settings that require a target name a repository": (
        "words.py:meant_for_this_library: '' of expected or ''",
    ),
    "a grant is named in a strict trailer block or not at all": (
        "judge.py:_GRANTEE: words.trailers_strict",
    ),
    "the caller says the same when nothing counts": (
        "platform.py:_merger: return _unknown_to_the_host(commit)",
    ),
    "what is about no commit is never asked for": (
        "records.py:Records._added: about is None of *",
    ),
    "asked only of what lies in the folder of records": (
        "platform.py:recorded_commit: path.startswith(RECORDS) of *",
    ),
}
"""The ends of the mutants' names (``*`` stands for anything) by the reason."""


def excuse(name: str) -> str | None:
    """Return why nobody could notice this mutant, None if somebody should."""
    for reason, patterns in EQUIVALENT.items():
        if any(matching(pattern).match(name) for pattern in patterns):
            return reason
    return None


@cache
def matching(pattern: str) -> Pattern[str]:
    """Return what recognizes the names that end so."""
    return compiled(translate(f"*/{pattern.replace('[', '[[]')}"))
