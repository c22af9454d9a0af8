"""What the accounts say of themselves, compared with what is in order; kept when new.

Recording a change does not accept it: the alarm stands until a director acknowledges
the profile, or it is again as it was.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sns_cli.model.profile import (
    KnownProfile,
    Profile,
    ProfileChange,
    ProfileSeen,
    accepted_profile,
    profile_bytes,
    profile_path,
)
from sns_cli.ports import NewFile
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Nonce, Now, Step


def profile_changes(desk: Desk) -> Iterator[ProfileChange]:
    """Yield the accounts whose profile is not the one in order."""
    for account, seen in _own(desk).items():
        known = desk.snapshot.profiles.get(account, ())
        digests = (
            one.profile
            for one in desk.snapshot.policy.acknowledged
            if one.account == account and one.profile is not None
        )
        accepted = accepted_profile(known, digests)
        if accepted is None:
            continue
        change = ProfileChange(account, accepted, seen.over(known[-1].profile))
        if change.differences:
            yield change


def _own(desk: Desk) -> Mapping[str, Profile]:
    """Return the profiles of the accounts whose keys these really are."""
    return {
        account: profile
        for account, profile in desk.profiles.items()
        if account not in desk.stopped and account in desk.snapshot.policy.accounts
    }


def new_profiles(desk: Desk) -> Step[Mapping[str, ProfileSeen]]:
    """Return the profiles that were not seen so before, by the path they belong to."""
    found: dict[str, ProfileSeen] = {}
    for account, seen in _own(desk).items():
        known = desk.snapshot.profiles.get(account, ())
        if known and seen.over(known[-1].profile) == known[-1].profile:
            continue
        now = yield Now()
        nonce = yield Nonce()
        stamp = desk.stamp(now, nonce)
        n = known[-1].n + 1 if known else 1
        whole = seen.over(known[-1].profile) if known else seen
        found[profile_path(account, n)] = ProfileSeen(
            account=account,
            n=n,
            at=stamp.local(now),
            nonce=nonce,
            run=stamp.run,
            handle=whole.handle,
            name=whole.name,
            biography=whole.biography,
            address=whole.address,
            sha256=whole.digest,
        )
    return found


def files_of(profiles: Mapping[str, ProfileSeen]) -> tuple[NewFile, ...]:
    """Return the files that keep them."""
    return tuple(NewFile(path, profile_bytes(one)) for path, one in profiles.items())


def keep(desk: Desk, new: Mapping[str, ProfileSeen]) -> None:
    """Take note that they are on ``main`` now."""
    profiles = dict(desk.snapshot.profiles)
    for one in new.values():
        profile = Profile(one.handle, one.name, one.biography, one.address)
        known = KnownProfile(one.n, profile, one.nonce)
        profiles[one.account] = (*profiles.get(one.account, ()), known)
    desk.snapshot = replace(desk.snapshot, profiles=profiles)


def kept(desk: Desk, tried: Mapping[str, ProfileSeen]) -> tuple[str, ...]:
    """Return those that a push without an answer brought to ``main`` even so."""
    known = desk.snapshot.profiles.values()
    there = {one.nonce for ones in known for one in ones}
    return tuple(path for path, one in tried.items() if one.nonce in there)
