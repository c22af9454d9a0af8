"""Every kind of line ``git push --porcelain`` is known to print."""

import pytest

from sns_cli.adapters.git.push_report import read_report
from sns_cli.model.history import CommitId
from sns_cli.ports import PushResult

OURS = CommitId("a" * 40)
MAIN = "refs/heads/main"


def outcome(line: str, err: str = "", target: str = MAIN) -> PushResult:
    out = f"To https://host/x.git\n{line}\nDone\n"
    return read_report(OURS, target, out, err).result


@pytest.mark.parametrize(
    ("flag", "summary", "result"),
    [
        (" ", "1234567..89abcde", PushResult.ACCEPTED),
        ("*", "[new branch]", PushResult.ACCEPTED),
        ("=", "[up to date]", PushResult.ACCEPTED),
        ("!", "[rejected] (fetch first)", PushResult.LOST),
        ("!", "[rejected] (non-fast-forward)", PushResult.LOST),
        ("!", "[rejected] (stale info)", PushResult.LOST),
        ("!", "[rejected] (remote ref updated since checkout)", PushResult.LOST),
        ("!", "[remote rejected] (failed to update ref)", PushResult.LOST),
        ("!", "[remote rejected] (incorrect old value provided)", PushResult.LOST),
        (
            "!",
            "[remote rejected] (cannot lock ref 'x': is at a but expected b)",
            PushResult.LOST,
        ),
        ("!", "[remote rejected] (pre-receive hook declined)", PushResult.REFUSED),
        ("!", "[remote rejected] (protected branch hook declined)", PushResult.REFUSED),
        (
            "!",
            "[remote rejected] (push declined due to repository rule violations)",
            PushResult.REFUSED,
        ),
        ("!", "[remote rejected] (permission denied)", PushResult.REFUSED),
        ("!", "[remote rejected] (unpacker error)", PushResult.REFUSED),
        ("!", "[remote rejected] (shallow update not allowed)", PushResult.REFUSED),
        ("!", "[remote rejected] (Internal Server Error)", PushResult.UNKNOWN),
        (
            "!",
            "[remote failure] (remote failed to report status)",
            PushResult.UNKNOWN,
        ),
        ("?", "[something new]", PushResult.UNKNOWN),
        ("+", "1234567...89abcde (forced update)", PushResult.UNKNOWN),
        ("-", "[deleted]", PushResult.UNKNOWN),
    ],
)
def test_the_line_decides(flag: str, summary: str, result: PushResult) -> None:
    assert outcome(f"{flag}\t{OURS}:{MAIN}\t{summary}") is result


@pytest.mark.parametrize(
    "line",
    [
        "",
        f" \t{OURS}:refs/heads/other\t1..2",
        f" \t{OURS}:refs/heads/main2\t1..2",
        "fatal: the remote end hung up unexpectedly",
    ],
)
def test_without_a_line_about_our_branch_nothing_is_known(line: str) -> None:
    assert outcome(line, "error: failed to push") is PushResult.UNKNOWN


@pytest.mark.parametrize(
    "err",
    [
        "ERROR: The key you are authenticating with has been marked as read only.\n",
        "ERROR: Permission to city/library.git denied to deploy key\n",
        "fatal: unable to access 'https://host': The requested URL returned error: 403",
        "git@host: Permission denied (publickey).",
        "fatal: Authentication failed for 'https://host/x.git/'",
        "fatal: could not read Username for 'https://host': terminal prompts disabled",
        "fatal: remote error: access denied or repository not exported: /x.git",
    ],
)
def test_a_closed_door_is_a_refusal_and_not_tried_again(err: str) -> None:
    found = read_report(OURS, MAIN, "", err)
    assert found.result is PushResult.REFUSED
    assert found.detail


def test_a_hook_that_speaks_of_closed_doors_proves_nothing() -> None:
    err = "remote: access denied\nremote: Permission denied\nerror: failed to push"
    assert outcome("", err) is PushResult.UNKNOWN


def test_words_of_the_remote_cannot_pass_for_the_report() -> None:
    err = f"remote:  \t{OURS}:{MAIN}\t1..2"
    assert outcome("", err) is PushResult.UNKNOWN
    refused = f"!\t{OURS}:{MAIN}\t[remote rejected] (hook declined)"
    assert outcome(refused, "remote: fetch first") is PushResult.REFUSED


def test_only_the_remotes_own_words_are_passed_on() -> None:
    line = f"!\t{OURS}:{MAIN}\t[remote rejected] (hook declined)"
    err = "remote: 誰が押しましたか   \nhint: try again\nremote: \nremote: b\nerror: x"
    found = read_report(OURS, MAIN, f"{line}\n", err)
    assert found.detail == "[remote rejected] (hook declined) 誰が押しましたか / b"
    assert found.tip is None
