"""Prior approvals: which stand, and whether a new one would be of any use."""

import datetime as dt
import difflib
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from sns_cli.errors import RefusedError, UsageError
from sns_cli.model.granting import GrantState, GrantWish, StandingGrant
from sns_cli.model.post import Basis, Category
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Grant, Person, Role, Settings
from sns_cli.parse.post import BASES, CATEGORIES
from sns_cli.pipeline.proof import Proof

_T = TypeVar("_T")
_NEVER: Final = frozenset({Role.DIRECTOR, Role.PUBLISHER})
"""A director needs no grant; a machine is given none."""


def standing_grants(proof: Proof, now: dt.datetime) -> tuple[StandingGrant, ...]:
    """Return the grants of the policy in force, as they stand at ``now`` (aware)."""
    policy = proof.walk.policy
    today = policy.day(now)
    settings = policy.settings
    return tuple(
        StandingGrant(
            grant,
            settings.people[grant.to].name,
            _state(grant, today, lapsed=policy.lapsed(grant)),
            len(proof.walk.state.used_under(grant.id, now)),
            can_be_used(settings, grant.to, today),
        )
        for grant in settings.grants
    )


def check_grant(proof: Proof, person: str, named: str | None, now: dt.datetime) -> None:
    """Look at the grant that an approver names, before anything is signed.

    Args:
        proof: of ``main``.
        person: who approves, by their key of ``[people]``.
        named: id of the grant; None for none.
        now: aware.

    Raises:
        UsageError: they have no such grant.
        RefusedError: they name none, and approve nothing without one.
    """
    held = [one for one in standing_grants(proof, now) if one.grant.to == person]
    valid = [one.grant.id for one in held if one.state is GrantState.VALID]
    settings = proof.walk.policy.settings
    details = {
        "person": settings.people[person].name,
        "grants": ", ".join(valid) or Reason("approval-grants-none"),
    }
    if named is not None and all(one.grant.id != named for one in held):
        raise UsageError("approval-grant-unknown", grant=named, **details)
    if named is None and valid and person not in settings.directors():
        raise RefusedError("approval-grant-unnamed", grant=valid[0], **details)


def _state(grant: Grant, today: dt.date, *, lapsed: bool) -> GrantState:
    if grant.valid[1] < today:
        return GrantState.ENDED
    if lapsed:
        return GrantState.LAPSED
    return GrantState.TO_COME if today < grant.valid[0] else GrantState.VALID


def can_be_used(settings: Settings, person: str, today: dt.date) -> bool:
    """Tell whether a person could sign on that day, if a key is asked for."""
    if settings.approval.evidence is not Evidence.SIGNATURE:
        return True
    return _has_key(settings.people[person], today)


def _has_key(person: Person, today: dt.date) -> bool:
    return any(one.until is None or one.until >= today for one in person.keys)


def new_grant(settings: Settings, wish: GrantWish, today: dt.date) -> Grant:
    """Return the grant that is wished for.

    Args:
        settings: in force.
        wish: as typed.
        today: of the library.

    Raises:
        UsageError: something in it is not known here.
        RefusedError: it could never be used, or must not be given.
    """
    _known(wish.to, settings.people, "--to")
    if settings.people[wish.to].role in _NEVER:
        raise RefusedError("grant-for-nobody", person=wish.to)
    if not can_be_used(settings, wish.to, today):
        raise RefusedError("grantee-without-key", person=wish.to)
    categories = _read(wish.categories, CATEGORIES, "--categories")
    basis = _read(wish.basis, BASES, "--basis")
    if Basis.DIRECTOR in basis:
        raise RefusedError("grant-never-director")
    if (Category.EMERGENCY in categories) is not wish.emergency:
        raise RefusedError("grant-half-emergency")
    if wish.last < wish.first:
        raise UsageError("grant-days-turned", first=wish.first, last=wish.last)
    if wish.last < today:
        raise RefusedError("grant-over-already", last=wish.last)
    return Grant(
        id=_id(settings, wish),
        to=wish.to,
        accounts=_accounts(settings, wish.accounts),
        categories=categories,
        basis=basis,
        valid=(wish.first, wish.last),
        max_per_day=wish.max_per_day,
        own_posts=wish.own_posts,
        outside_hours=wish.outside_hours,
        emergency=wish.emergency,
        document=wish.document,
    )


def last_day(
    proof: Proof, grant_id: str, today: dt.date, on: dt.date | None
) -> dt.date | None:
    """Return the new last day of a grant that is to end; None takes it out.

    Args:
        proof: of ``main``.
        grant_id: of the grant.
        today: of the library.
        on: its last day as wished; None ends it at once.

    Raises:
        UsageError: there is no such grant.
        RefusedError: it has ended by then.
    """
    policy = proof.walk.policy
    grant = policy.settings.grant(grant_id)
    if grant is None:
        if not policy.settings.grants:
            raise UsageError("grants-none-to-end", grant=grant_id)
        _known(grant_id, [one.id for one in policy.settings.grants], "ID")
        raise AssertionError
    if policy.lapsed(grant):
        # To change it would be to give it anew: the new director signs the change.
        return None
    if grant.valid[1] < today or (on is not None and on >= grant.valid[1]):
        raise RefusedError("grant-ends-anyway", grant=grant_id, last=grant.valid[1])
    last = today - dt.timedelta(days=1) if on is None else on
    return None if last < grant.valid[0] else last


def _accounts(settings: Settings, named: tuple[str, ...]) -> tuple[str, ...]:
    for one in named:
        _known(one, settings.accounts, "--accounts")
    return tuple(dict.fromkeys(named)) or settings.accounts_of(None)


def _read(
    words: tuple[str, ...], known: Mapping[str, _T], option: str
) -> tuple[_T, ...]:
    for one in words:
        _known(one, known, option)
    return tuple(dict.fromkeys(known[one] for one in words))


def _known(word: str, known: Sequence[str] | Mapping[str, object], option: str) -> None:
    if word in known:
        return
    near = difflib.get_close_matches(word, list(known), 3) or list(known)
    shown = ", ".join(near) or "-"
    raise UsageError("word-unknown-here", option=option, value=word, known=shown)


def _id(settings: Settings, wish: GrantWish) -> str:
    if wish.id is not None:
        if settings.grant(wish.id) is not None:
            raise UsageError("grant-id-taken", grant=wish.id)
        return wish.id
    stem = f"{wish.first.year}-{wish.to}"
    taken = {one.id for one in settings.grants}
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (stem, *numbered) if one not in taken)
