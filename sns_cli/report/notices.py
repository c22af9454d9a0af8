"""A run's report → what is to be told on whose proposal. Pure.

Worth telling is what a person waits for or must act on: published, taken down, in
doubt, refused by the service, not fit to be sent, run out of time, withdrawn, and what
it waits for. What the next run sees to by itself (being sent, not sent yet) is not.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.model.event import EventName
from sns_cli.model.ledger import DeliveryKey
from sns_cli.model.notice import Brought, Notice, Part, mark
from sns_cli.model.proof import PostProof
from sns_cli.report.safe import safe_link, safe_markdown, safe_markdown_block
from sns_cli.report.sentences import sentence, tell

Bringer = Callable[[PostProof], tuple[Brought, ...]]
"""Says which commits brought a post to ``main``, best first."""

_DONE: Final = frozenset({Result.PUBLISHED, Result.RETRACTED, Result.IN_DOUBT})
_TOLD: Final = _DONE | {
    Result.REJECTED,
    Result.BLOCKED,
    Result.BROKEN,
    Result.EXPIRED,
    Result.WITHDRAWN,
    Result.WAITING,
}
_RECENT: Final = dt.timedelta(days=7)
_INSTANTS: Final = (
    "next_opening",
    "publish_at",
    "approved_at",
    "expires_at",
    "ends_at",
    "ended_at",
)
"""Details whose change is news. Others, such as the closed day it is today, pass."""
_LONGEST: Final = 1000
"""Characters of a reason; a service may say more than anybody reads."""


def notices(
    report: RunReport,
    posts: Sequence[PostProof],
    brought: Bringer,
    now: dt.datetime,
    language: Language,
) -> tuple[Notice, ...]:
    """Return what is to be told, one notice a post.

    What this run did comes first, since no later run can tell it; what it found
    standing follows, the newest approvals first: the older, the surer it was told.

    Args:
        report: of a run that is over.
        posts: every post file of ``main``.
        brought: asked only about posts of which there is something to tell.
        now: the time of the run (aware).
        language: of the people who read it.
    """
    seen = report.seen
    outcomes = [one for one in report.outcomes if _is_told(one)]
    if seen is None or not outcomes:
        return ()
    stale = _long_expired(seen, now)
    named = {key: proof for proof in posts for key in (proof.path, proof.id) if key}
    places: dict[str, list[Outcome]] = {}
    for one in outcomes:
        if one.state is Result.EXPIRED and one.key.post in stale:
            continue
        for place in _places(one, seen):
            if place in named:
                places.setdefault(place, []).append(one)
    ordered = sorted(places.items(), key=lambda item: _urgency(named[item[0]], item[1]))
    return tuple(
        _notice(named[place], told, brought, seen, language) for place, told in ordered
    )


def _urgency(proof: PostProof, outcomes: Sequence[Outcome]) -> tuple[int, float]:
    done = any(one.state in _DONE for one in outcomes)
    approved = proof.approval.at.timestamp() if proof.approval else 0.0
    return (0 if done else 1, -approved)


def _long_expired(seen: Snapshot, now: dt.datetime) -> frozenset[str]:
    """Return the posts whose time ran out so long ago that it was told then.

    An expired post is reported by every run for ever; the host is not asked about it
    for ever.
    """
    return frozenset(
        one.post.id
        for one in seen.approved
        for end in (one.post.meta.expires_at, one.approval.claim_before)
        if end is not None and max(end, one.approval.at) < now - _RECENT
    )


def _is_told(one: Outcome) -> bool:
    if one.state is Result.NOT_SENT:
        return one.reason is not None and one.reason.code == "given-up"
    return one.state in _TOLD


def _places(one: Outcome, seen: Snapshot) -> Iterator[str]:
    """Yield the posts on whose proposals it is told: its own, and what takes it down.

    Whoever asked for a post to be taken down looks at that proposal.
    """
    yield one.key.post
    for approved in seen.approved:
        meta = approved.post.meta
        named = meta.accounts is None or one.key.account in meta.accounts
        if meta.retracts == one.key.post and named:
            yield approved.post.id


def _notice(
    proof: PostProof,
    outcomes: Sequence[Outcome],
    brought: Bringer,
    seen: Snapshot,
    language: Language,
) -> Notice:
    name = proof.id or proof.path
    heading = {"post": outcomes[0].key.post, "path": proof.path}
    commits = brought(proof)
    return Notice(
        post=name,
        path=proof.path,
        brought=commits,
        since=proof.approval.at if proof.approval else _LONG_AGO,
        heading=safe_markdown(sentence("notice-heading", heading, language)),
        parts=tuple(_part(one, proof, seen, language) for one in outcomes),
        footer=f"<sub>{sentence('notice-footer', {}, language)}</sub>",
    )


_LONG_AGO: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def _part(one: Outcome, proof: PostProof, seen: Snapshot, language: Language) -> Part:
    delivery = (proof.path, one.key.post, one.key.account)
    # A file that was changed or approved anew is a new story on a new proposal.
    version = (proof.blob, proof.approval.commit if proof.approval else "")
    facts = (*version, one.state.value, *_facts(one, seen))
    return Part(mark(delivery, facts), "\n\n".join(_text(one, proof, seen, language)))


def _facts(one: Outcome, seen: Snapshot) -> tuple[str, ...]:
    """Return what makes telling this again news, in the same words in every run."""
    reason = one.reason
    code = "" if reason is None else reason.code
    match one.state:
        case Result.PUBLISHED:
            failed = code if code.startswith("retraction-") else ""
            return (one.url or "", failed)
        case Result.IN_DOUBT:
            # Each claim can be in doubt once, whatever each later look says of it.
            entries = seen.ledger.of(one.key).entries
            claims = [each.n for each in entries if each.event is EventName.CLAIMED]
            return (str(max(claims, default=0)),)
        case Result.REJECTED | Result.RETRACTED:
            details = {} if reason is None else reason.details
            return tuple(str(details.get(key, "")) for key in ("reason", "request"))
        case _:
            return (code, *_instants(reason))


def _instants(reason: Reason | None) -> Iterator[str]:
    details: Mapping[str, object] = {} if reason is None else reason.details
    for key in _INSTANTS:
        if key in details:
            yield str(details[key])


def _text(
    one: Outcome, proof: PostProof, seen: Snapshot, language: Language
) -> Iterator[str]:
    yield " ".join(_line(one, language))
    if one.state is Result.IN_DOUBT:
        yield from _doubt(one.key, seen, language)
    elif one.state in {Result.REJECTED, Result.BLOCKED}:
        yield safe_markdown(sentence("notice-edit", {"path": proof.path}, language))


def _line(one: Outcome, language: Language) -> Iterator[str]:
    state = sentence(f"delivery-{one.state.value}", {}, language)
    details = {"account": one.key.account, "state": state}
    code = "notice-line" if one.key.account else "notice-not-sent-here"
    yield f"**{safe_markdown(sentence(code, details, language))}**"
    if one.url:
        yield safe_link(one.url)
    if one.reason is not None:
        yield safe_markdown(tell(one.reason, language)[:_LONGEST])


def _doubt(key: DeliveryKey, seen: Snapshot, language: Language) -> Iterator[str]:
    """Say who decides, and how."""
    account = seen.policy.accounts.get(key.account)
    manager = account.manager if account is not None else "-"
    person = seen.policy.people.get(manager)
    who = {"manager": manager if person is None else person.name}
    yield safe_markdown(sentence("notice-doubt-who", who, language))
    found = sentence("notice-doubt-found", {}, language).replace(" ", "_")
    resolve = f"sns resolve {key.post} {key.account}"
    yield safe_markdown_block(f"{resolve} --published {found}\n{resolve} --not-sent")
    asked = {"post": key.post, "account": key.account}
    yield safe_markdown(sentence("notice-doubt-page", asked, language))
