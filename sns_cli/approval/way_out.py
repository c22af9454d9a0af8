"""Who can put a refused change right, and with which command (issue 4, point 6).

Which way there is depends on what the change left, not on why it was refused: posts
are approved as they stand, records, settings and program files are put back.
"""

from collections.abc import Iterable
from typing import Final

from sns_cli.approval.paths import is_ledger
from sns_cli.model.paths import POSTS, SETTINGS
from sns_cli.model.reason import Reason
from sns_cli.model.settings import Evidence, Role, Settings

_AUTHORITY: Final = ("grant-", "no-right", "maintainer-outside", "approves-not-")
"""How the names of the rules begin that say: somebody else has to approve this."""


_UNFIT: Final = frozenset(
    {"path-unsafe", "path-twin", "path-not-nfc", "mode-not-regular", "submodule"}
)
"""Rules about files that nobody could approve as they are."""


def way_out(policy: Settings, rule: str, left: Iterable[str]) -> Reason:
    """Return how a refused change that is on ``main`` is put right.

    Args:
        policy: in force now: whoever is director now puts it right.
        rule: that refused it.
        left: the paths of which it is the last change.
    """
    paths = tuple(left)
    posts = any(path.startswith(POSTS) for path in paths)
    others = [path for path in paths if not path.startswith(POSTS)]
    if not others:
        return _post(policy, rule) if posts else Reason("way-nothing-left")
    put_back = _repair(policy, others)
    if not posts:
        return put_back
    return Reason("way-both", {"repair": put_back, "post": _post(policy, rule)})


def way_before(policy: Settings, rule: str) -> Reason:
    """Return what to do about a change that would be refused and was not made."""
    if rule.startswith(_AUTHORITY):
        return Reason("way-director-approves", {"who": _who(policy, Role.DIRECTOR)})
    return _mended(policy) if rule in _UNFIT else Reason("way-again")


def _mended(policy: Settings) -> Reason:
    return Reason("way-mended", {"who": _who(policy, Role.DIRECTOR)})


def _post(policy: Settings, rule: str) -> Reason:
    if rule in _UNFIT:
        return _mended(policy)
    who = {"who": _who(policy, Role.DIRECTOR)}
    return Reason("way-page-post" if _by_page(policy) else "way-post", who)


def _repair(policy: Settings, paths: Iterable[str]) -> Reason:
    who = {"who": _who(policy, Role.DIRECTOR)}
    if _by_page(policy):
        return Reason("way-page-repair", who)
    directors = any(is_ledger(path) or path == SETTINGS for path in paths)
    maintainers = any(one.role is Role.MAINTAINER for one in policy.people.values())
    if directors or not maintainers:
        return Reason("way-repair", who)
    return Reason("way-program", {**who, "helper": _who(policy, Role.MAINTAINER)})


def _by_page(policy: Settings) -> bool:
    return policy.approval.evidence is Evidence.PLATFORM


def _who(policy: Settings, role: Role) -> Reason:
    """Name the person of a role, if there is exactly one."""
    names = [one.name for one in policy.people.values() if one.role is role]
    if len(names) == 1:
        return Reason(f"way-the-{role.value}", {"person": names[0]})
    return Reason(f"way-a-{role.value}")
