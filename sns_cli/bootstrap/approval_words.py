"""What an approver says, as the message of the change that approves."""

from dataclasses import dataclass

from sns_cli.approval.merge_message import Words
from sns_cli.model.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Said:
    """What an approver answered, beyond yes.

    Attributes:
        confirmed: (rule or item of the checklist, post id) of what they looked at.
        grant: id of the grant they approve under.
    """

    confirmed: tuple[tuple[str, str], ...] = ()
    grant: str | None = None


def words_of(proposal: Proposal, said: Said) -> Words:
    """Return what the message says of a proposal."""
    titles = [one.post.meta.title for one in proposal.posts if one.post is not None]
    lines = [
        f"{one.post.id} {one.post.meta.title}" if one.post else one.path
        for one in proposal.posts
    ]
    lines += [f"取りやめ {path}" for path in proposal.removed]
    rest = len(titles) - 1
    paths = (
        [one.path for one in proposal.others]
        or list(proposal.removed)
        or [path for path, _ in proposal.again]
    )
    title = "承認: " + (titles[0] if titles else ", ".join(paths[:2]))
    if rest > 0:
        title += f" ほか{rest}件"
    return Words(
        title=title,
        posts=tuple(lines),
        content=proposal.content,
        confirmed=said.confirmed,
        grant=said.grant,
        approves=proposal.again,
    )
