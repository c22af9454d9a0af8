"""What an account says of itself, and ``archive/profiles/``: the schema ``profile/1``.

A profile that changed without anybody here is a sign of a takeover. What was seen is
kept, added only, so that there is something to compare with.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Annotated, Any, Final, Literal

from pydantic import Field

from sns_cli.model.event import Instant, Run, Sha256, to_json
from sns_cli.model.paths import ARCHIVE
from sns_cli.model.post import ACCOUNT_KEY, Frozen

SCHEMA: Final = "profile/1"
PROFILES: Final = f"{ARCHIVE}profiles/"
_PATH: Final = re.compile(
    rf"{PROFILES}(?P<account>{ACCOUNT_KEY.pattern})\.(?P<n>[1-9][0-9]{{0,5}})\.json"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What an account says of itself; None for what the service does not give.

    Attributes:
        handle: its name in addresses.
        name: its display name.
        biography: what it says it is.
        address: the address it names.
    """

    handle: str | None = None
    name: str | None = None
    biography: str | None = None
    address: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 in hex of the four as JSON: sorted keys, no white space, UTF-8."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        text = json.dumps(
            said, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()

    def over(self, known: "Profile") -> "Profile":
        """Return this one; what the service does not give is as it was known."""
        return Profile(
            *(
                getattr(known, one.name)
                if getattr(self, one.name) is None
                else getattr(self, one.name)
                for one in fields(self)
            )
        )

    def differences(self, other: "Profile") -> tuple[str, ...]:
        """Return the names of the values that both give and that differ."""
        return tuple(
            one.name
            for one in fields(self)
            if None not in (pair := (getattr(self, one.name), getattr(other, one.name)))
            and pair[0] != pair[1]
        )


class ProfileSeen(Frozen):
    """One file of ``archive/profiles/``: a profile as it was first seen so."""

    schema_: Literal["profile/1"] = Field(default=SCHEMA, alias="schema")
    account: str
    n: Annotated[int, Field(ge=1)]
    at: Instant
    nonce: str
    run: Run
    handle: str | None = None
    name: str | None = None
    biography: str | None = None
    address: str | None = None
    sha256: Sha256


def profile_path(account: str, n: int) -> str:
    """Return where the n-th profile of an account is kept."""
    return f"{PROFILES}{account}.{n}.json"


def profile_bytes(seen: ProfileSeen) -> bytes:
    """Return the exact bytes of a file of ``archive/profiles/``."""
    return to_json(seen.model_dump(mode="json", by_alias=True))


def profile_schema() -> bytes:
    """Return ``archive/schema/profile-1.schema.json``."""
    schema: dict[str, Any] = ProfileSeen.model_json_schema(
        by_alias=True, mode="serialization"
    )
    for definition in (schema, *schema["$defs"].values()):
        # Readers ignore unknown fields, so that later versions may add some.
        definition.pop("additionalProperties", None)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "sns profile/1"
    return to_json(schema)


@dataclass(frozen=True, slots=True)
class KnownProfile:
    """A profile on record, read leniently."""

    n: int
    profile: Profile
    nonce: str | None = None


def read_profile_path(path: str) -> tuple[str, int] | None:
    """Return account and number of a file, or None if it is no profile's."""
    match = _PATH.fullmatch(path)
    return None if match is None else (match["account"], int(match["n"]))


def read_profiles(
    contents: Mapping[str, bytes],
) -> Mapping[str, tuple[KnownProfile, ...]]:
    """Return the profiles on record by account, oldest first.

    Args:
        contents: of files below ``archive/profiles/``, by path. What is no profile is
            passed over.
    """
    found: dict[str, list[KnownProfile]] = {}
    for path, content in contents.items():
        named, known = read_profile_path(path), _read(content)
        if named is not None:
            account, n = named
            known = known or KnownProfile(n, Profile())
            found.setdefault(account, []).append(
                KnownProfile(n, known.profile, known.nonce)
            )
    return {
        account: tuple(sorted(ones, key=lambda one: one.n))
        for account, ones in found.items()
    }


def _read(content: bytes) -> KnownProfile | None:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    said = (_text(value, one.name) for one in fields(Profile))
    return KnownProfile(0, Profile(*said), _text(value, "nonce"))


def _text(value: Mapping[str, Any], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) else None


def accepted_profile(
    known: Sequence[KnownProfile], acknowledged: Iterable[str]
) -> Profile | None:
    """Return the profile that is in order: the last acknowledged, else the first.

    Args:
        known: on record, oldest first.
        acknowledged: digests, in the order of the settings.
    """
    by_digest = {one.profile.digest: one.profile for one in known}
    chosen = [by_digest[one] for one in acknowledged if one in by_digest]
    if chosen:
        return chosen[-1]
    return known[0].profile if known else None


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """A profile that is not the one in order.

    Attributes:
        accepted: the one in order.
        seen: as it is now.
    """

    account: str
    accepted: Profile
    seen: Profile

    @property
    def differences(self) -> tuple[str, ...]:
        """The names of the values that changed."""
        return self.seen.differences(self.accepted)
