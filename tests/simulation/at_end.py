"""What runs say, and what is left once nothing goes wrong any more."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Result, RunReport
from sns_cli.model.verification import Verification
from tests.simulation import limits
from tests.simulation.books import Key
from tests.simulation.library import PRICE
from tests.simulation.runner import Runner

if TYPE_CHECKING:
    from tests.simulation.judge import Judge

WRITTEN = {
    Result.PUBLISHED: "published",
    Result.NOT_SENT: "not-sent",
    Result.REJECTED: "rejected",
    Result.IN_DOUBT: "in-doubt",
    Result.RETRACTED: "retracted",
}
UNWRITTEN = {"receipt-not-written", "receipt-conflicts"}
DONE = {"published", "retracted", "rejected"}
ENDED = {Result.EXPIRED, Result.WITHDRAWN, Result.BLOCKED}


def judge_report(judge: "Judge", report: RunReport, runner: Runner) -> None:
    """Judge what a run says: every doubt is raised, nothing is said in vain."""
    states = {outcome.state for outcome in report.outcomes}
    if Result.IN_DOUBT in states and report.exit_code is not ExitCode.IN_DOUBT:
        judge.fail("a doubt was not raised")
    for outcome in report.outcomes:
        event = WRITTEN.get(outcome.state)
        code = outcome.reason.code if outcome.reason is not None else ""
        if event is None or code in UNWRITTEN:
            continue
        pages = judge.books.of((outcome.key.post, outcome.key.account))
        if all(page.event != event for page in pages):
            judge.fail(
                f"I2: {runner.name} says {outcome.key} is {event}; main does not"
            )
        if outcome.state is Result.PUBLISHED and outcome.remote_id is not None:
            told = [page.data.get("remote_id") for page in pages]
            if outcome.remote_id not in told:
                judge.fail(
                    f"I2: {runner.name} names a post of {outcome.key} that "
                    "main does not"
                )


def judge_verification(judge: "Judge", report: Verification, runner: Runner) -> None:
    """Judge what ``verify`` says: what we sent is never taken for a stranger's."""
    ours = set(_known_ids(judge))
    for stranger in report.strangers:
        if stranger.remote_id in ours:
            judge.fail(f"{runner.name} takes {stranger.remote_id} for a stranger's")


def _known_ids(judge: "Judge") -> Iterator[str]:
    """Yield the ids by which our posts can be known for ours.

    Not those that people edited at the service before their id was on record, nor
    those for which a post by hand with the same words was taken.
    """
    edited = judge.service.edited
    for post in judge.service.posts:
        if post.key is None:
            continue
        key = (post.key.post, post.key.account)
        ids = {page.data.get("remote_id") for page in judge.books.of(key)} - {None}
        if post.remote_id in ids:
            yield edited.get(post.remote_id, (post.remote_id, ""))[0]
        elif not ids and post.remote_id not in edited and key not in judge.erred:
            yield post.remote_id


def judge_quiet(judge: "Judge", last: RunReport, *, person: bool) -> None:
    """Judge what two runs left after the last fault (I10)."""
    outcomes = {(one.key.post, one.key.account): one for one in last.outcomes}
    for key in judge.books.pages:
        state = judge.books.state(key)
        if state == "claimed" or (state == "in-doubt" and person):
            judge.fail(f"I10: {key} is still {state}")
        if state == "in-doubt" and last.exit_code is not ExitCode.IN_DOUBT:
            judge.fail(f"I2: nobody is told of {key}")
    for key in _wanted(judge):
        _is_settled(judge, key, outcomes.get(key))
    _requests_are_done(judge)
    _nothing_is_lost(judge)


def _wanted(judge: "Judge") -> list[Key]:
    """Return every delivery that approved posts ask for."""
    state = judge.remote.state
    return [
        (one.post.id, account)
        for one in state.approved
        if one.post.meta.retracts is None
        for account in state.policy.accounts_of(one.post.meta.accounts)
    ]


def _is_settled(judge: "Judge", key: Key, outcome: Outcome | None) -> None:
    state = judge.books.state(key)
    if state in DONE or state == "in-doubt":
        if state == "rejected" and outcome is None:
            judge.fail(f"I10: nothing is said of {key}, which people must edit")
        return
    if outcome is None:
        judge.fail(f"I10: nothing is said of {key}, which is {state}")
    if outcome.state in ENDED:
        return
    code = outcome.reason.code if outcome.reason is not None else ""
    if not _may_wait(judge, key, outcome, code):
        judge.fail(f"I10: {key} is left {outcome.state} because of {code or 'nothing'}")


def _may_wait(judge: "Judge", key: Key, outcome: Outcome, code: str) -> bool:
    state = judge.remote.state
    account = state.policy.accounts[key[1]]
    pages = judge.books.of(key)
    if outcome.state is Result.WAITING:
        if code.startswith("limit-"):
            return limits.binding(judge.books, key[1], account, judge.now, PRICE)
        return state.paused is not None or account.paused
    if outcome.state is Result.NOT_SENT and pages:
        if code == "shows-already":
            text = judge.books.of(key)[0].data["payload"]["text"]
            alike = [
                one
                for one in judge.service.posts
                if (one.text, one.account) == (text, key[1])
                and judge.service.shows(one, judge.now)
            ]
            return len(alike) > 1
        if code == "retry-later":
            again = pages[-1].instant("retry_at")
            return again is not None and again > judge.now
        claim = judge.books.claim(key)
        first = claim and judge.books.first_claim(key, claim.made_from)
        return (
            code == "given-up"
            and first is not None
            and (judge.now - first).total_seconds() > 24 * 3600 - 10
        )
    return False


def _requests_are_done(judge: "Judge") -> None:
    """What is asked to be taken down is down, whatever is paused."""
    for one in judge.remote.state.approved:
        target = one.post.meta.retracts
        for key in judge.books.pages:
            named = one.post.meta.accounts is None or key[1] in one.post.meta.accounts
            if key[0] == target and named and judge.books.state(key) == "published":
                judge.fail(f"I10: {key} is still up although it is to be taken down")


def _nothing_is_lost(judge: "Judge") -> None:
    recorded = {"published", "in-doubt", "retracted"}
    for post in judge.service.posts:
        if post.key is None:
            continue
        key = (post.key.post, post.key.account)
        if judge.books.state(key) not in recorded and key not in judge.erred:
            judge.fail(f"I2: {key} is public and not recorded")
