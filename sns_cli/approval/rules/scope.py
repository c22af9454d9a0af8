"""What a grant covers: every post a merge touches, before and after (design 4)."""

from collections.abc import Callable
from dataclasses import dataclass

from sns_cli.approval.case import Case
from sns_cli.approval.paths import month_folder
from sns_cli.approval.rules.versions import elsewhere, read, versions
from sns_cli.approval.state import Entry
from sns_cli.approval.verdict import Counted, Refused
from sns_cli.model.post import Basis, Category, Post, is_post_path
from sns_cli.model.settings import Grant


@dataclass(frozen=True, slots=True)
class Touched:
    """A post whose file or media a merge changes; None on the side it is not there.

    Attributes:
        accepted: as it was last accepted, if refused commits changed it since.
        waiting: what those made of it.
    """

    path: str
    before: Post | None
    after: Post | None
    accepted: tuple[Post, ...] = ()
    waiting: tuple[Post, ...] = ()

    @property
    def versions(self) -> tuple[Post, ...]:
        """The post as it is and as it was, back to the last accepted version."""
        stood = (self.before, self.after)
        known = tuple(one for one in stood if one is not None)
        return (*self.accepted, *self.waiting, *known)

    @property
    def newest(self) -> Post | None:
        """The post as it is, or as it was when it is deleted."""
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class Mandate:
    """A grant in use, with the posts it is used for."""

    grant: Grant
    touched: tuple[Touched, ...]

    @property
    def counted(self) -> tuple[Counted, ...]:
        """The posts that count towards ``max_per_day``: those that are there after."""
        return tuple(
            (one.path, one.after.id) for one in self.touched if one.after is not None
        )


MandateRule = Callable[[Case, Mandate], Refused | None]


def mandate(case: Case, grant: Grant) -> Mandate | Refused:
    """Return the posts a merge touches, or why that cannot be told."""
    touched: dict[str, Touched] = {}
    after = _after(case)
    for change in case.changes.posts:
        path = change.path
        if is_post_path(path):
            found = _touched(case, path, after.get(path))
            if found is None:
                return Refused("grant-unreadable", path)
            touched[path] = found
    for change in case.changes.posts:
        if not is_post_path(change.path):
            users = _users(case, change.path, after)
            if not users:
                return Refused("grant-stray-file", change.path, {"grant": grant.id})
            touched.update(users)
    return Mandate(grant, tuple(touched.values()))


def _after(case: Case) -> dict[str, Entry]:
    """Return what stands in the changed folders after the commit."""
    files: dict[str, Entry] = {}
    for folder in {month_folder(change.path) for change in case.changes.posts}:
        files.update(case.state.posts.get(folder, {}))
    for change in case.changes.posts:
        files[change.path] = Entry(change.new_mode, change.new_blob)
    return files


def _touched(
    case: Case, path: str, new: Entry | None, *, strict: bool = True
) -> Touched | None:
    """Return a post with all its versions, None if one cannot be read.

    Args:
        case: on trial.
        path: of the post.
        new: what the commit leaves there.
        strict: else versions that cannot be read are left out.
    """
    old = case.state.post_entry(path)
    before, after = read(case, path, old), read(case, path, new)
    ids = {one.id for one in (before, after) if one is not None}
    stood = versions(case, path)
    if case.state.drafts:
        posts = (read(case, path, one.entry) for one in stood)
        ids.update(post.id for post in posts if post is not None)
        stood += elsewhere(case, path, ids)
    found = [(one, read(case, one.path, one.entry)) for one in stood]
    unread = [one.there and post is None for one, post in found]
    if strict and (
        any(unread)
        or (_there(old) and before is None)
        or (_there(new) and after is None)
    ):
        return None
    return Touched(
        path,
        before,
        after,
        tuple(post for one, post in found if post is not None and not one.waiting),
        tuple(post for one, post in found if post is not None and one.waiting),
    )


def _users(case: Case, file: str, after: dict[str, Entry]) -> dict[str, Touched]:
    """Return the posts of the file's month that refer to it, before or after.

    A version that cannot be read is left out: it cannot be published until somebody
    changes it, which is a change of its own.
    """
    folder = month_folder(file)
    paths = case.state.posts.get(folder, {}).keys() | after.keys()
    paths |= {path for path in case.state.drafts if month_folder(path) == folder}
    users = {}
    for path in paths:
        if not is_post_path(path) or month_folder(path) != folder:
            continue
        found = _touched(case, path, after.get(path), strict=False)
        if found and any(file in post.media_paths for post in found.versions):
            users[path] = found
    return users


def _there(entry: Entry | None) -> bool:
    return entry is not None and entry.blob is not None


def accounts_in_scope(case: Case, mandate: Mandate) -> Refused | None:
    """Every account of the posts is the grant's."""
    granted = mandate.grant.accounts
    for one in mandate.touched:
        for post in one.versions:
            for account in case.policy.settings.accounts_of(post.meta.accounts):
                if account not in granted:
                    return outside("grant-account", mandate, one, account)
    return None


def category_in_scope(_: Case, mandate: Mandate) -> Refused | None:
    """Every category of the posts is the grant's."""
    for one in mandate.touched:
        for post in one.versions:
            if post.meta.category not in mandate.grant.categories:
                value = post.meta.category.value
                return outside("grant-category", mandate, one, value)
    return None


def basis_in_scope(_: Case, mandate: Mandate) -> Refused | None:
    """Every basis of the posts is the grant's, and never ``director`` (K5(1)エ)."""
    for one in mandate.touched:
        for post in one.versions:
            basis = post.meta.basis
            granted = basis in mandate.grant.basis and basis is not Basis.DIRECTOR
            if not granted:
                value = "-" if basis is None else basis.value
                return outside("grant-basis", mandate, one, value)
    return None


def emergencies_granted(_: Case, mandate: Mandate) -> Refused | None:
    """Emergencies, which go out at any hour, need ``emergency``."""
    for one in mandate.touched:
        for post in one.versions:
            urgent = post.meta.category is Category.EMERGENCY
            if urgent and not mandate.grant.emergency:
                return outside("grant-emergency", mandate, one)
    return None


def hours_granted(_: Case, mandate: Mandate) -> Refused | None:
    """Posts outside opening hours need ``outside_hours``."""
    for one in mandate.touched:
        for post in one.versions:
            if post.meta.outside_hours_reason and not mandate.grant.outside_hours:
                return outside("grant-outside-hours", mandate, one)
    return None


def published_in_period(case: Case, mandate: Mandate) -> Refused | None:
    """No post is scheduled for a time when the grant has ended."""
    end = case.policy.end_of(mandate.grant.valid[1])
    for one in mandate.touched:
        at = None if one.after is None else one.after.meta.publish_at
        if at is not None and at >= end:
            last = mandate.grant.valid[1]
            return outside("grant-publish-at", mandate, one, last)
    return None


def few_enough(case: Case, mandate: Mandate) -> Refused | None:
    """No more posts in a day of the library than ``max_per_day``."""
    limit = mandate.grant.max_per_day
    if limit is None:
        return None
    used = case.state.used_under(mandate.grant.id, case.text.committed_at)
    if len(used.union(mandate.counted)) <= limit:
        return None
    details = {"grant": mandate.grant.id, "limit": limit}
    return Refused("grant-max-per-day", details=details)


def outside(rule: str, mandate: Mandate, one: Touched, value: object = "") -> Refused:
    """Return a refusal because a grant does not cover a post."""
    return Refused(rule, one.path, {"grant": mandate.grant.id, "value": value})
