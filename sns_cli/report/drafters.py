"""People as readers know them: by name and office, not by address or key."""

from collections.abc import Iterable

from sns_cli.model.draft import Draft
from sns_cli.model.proposal import Proposal
from sns_cli.model.settings import Person, Settings


def by_email(policy: Settings, email: str) -> Person | None:
    """Return who has an address; None for nobody in the policy."""
    wanted = email.casefold()
    people = policy.people.values()
    return next((one for one in people if one.email.casefold() == wanted), None)


def drafters(proposal: Proposal, policy: Settings) -> tuple[str, ...]:
    """Return who drafted a proposal, as its posts or its commits say.

    Neither is proven; a post's ``drafted_by`` wins.
    """
    said = [post.meta.drafted_by for post in proposal.readable]
    names = []
    for key in said:
        if key is not None:
            person = policy.people.get(key)
            names.append(key if person is None else person.name)
    if None in said or not said:
        names += names_of(proposal.drafts, policy)
    return tuple(dict.fromkeys(names))


def names_of(drafts: Iterable[Draft], policy: Settings) -> tuple[str, ...]:
    """Return who says to have made these commits, each name once."""
    names = []
    for draft in drafts:
        person = by_email(policy, draft.email)
        names.append(draft.name if person is None else person.name)
    return tuple(dict.fromkeys(names))
