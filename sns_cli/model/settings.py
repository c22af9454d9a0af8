"""The policy of a library: ``sns.toml`` as typed, frozen values (design 8.2).

A policy is a value read from one blob; which blob is in force is for ``approval`` to
say. Later additions are optional keys.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from sns_cli.model.opening import Calendar
from sns_cli.model.post import Basis, Category, Frozen


class Role(StrEnum):
    """What a person may do (design 2 and 4)."""

    STAFF = "staff"
    DIRECTOR = "director"
    MAINTAINER = "maintainer"
    PUBLISHER = "publisher"
    MANAGER = "manager"


class Evidence(StrEnum):
    """What proves who made a commit (design 4)."""

    SIGNATURE = "signature"
    PLATFORM = "platform"
    SIGN_OFF = "sign-off"


class Service(StrEnum):
    """Services an account can be on."""

    X = "x"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    FACEBOOK = "facebook"
    MAIL = "mail"
    FEED = "feed"
    REHEARSAL = "rehearsal"


class PriceName(StrEnum):
    """What a service charges for, as ``[prices.<service>]`` names it."""

    CREATE = "create"
    CREATE_WITH_URL = "create_with_url"
    ALT_TEXT = "alt_text"
    DELETE = "delete"


class Library(Frozen):
    """``[library]``."""

    name: str
    timezone: str = "Asia/Tokyo"
    language: Literal["ja", "en"] = "ja"
    website: str | None = None
    accounts: tuple[str, ...] | None = None
    """Default accounts of a post; absent means every account."""
    repository: str | None = None
    """Who the library is, for :attr:`target`."""

    @property
    def target(self) -> str | None:
        """What ``Approval-Target`` must say, if the library says who it is."""
        if self.repository is None:
            return None
        return f"{self.repository} refs/heads/main"


class Key(Frozen):
    """One public key of a person.

    Attributes:
        key: ``ssh-ed25519 <base64>`` or ``sk-ssh-ed25519@openssh.com <base64>``,
            comment removed.
        until: last day (library's time zone) on which it may sign.
    """

    key: str
    until: dt.date | None = None


class Person(Frozen):
    """``[people.<key>]``."""

    name: str
    email: str
    role: Role
    title: str | None = None
    github: str | None = None
    keys: tuple[Key, ...] = ()

    @property
    def sign_off(self) -> str:
        """The value the person's ``Signed-off-by`` must have."""
        return f"{self.name} <{self.email}>"


class ApprovalSettings(Frozen):
    """``[approval]``."""

    evidence: Evidence = Evidence.SIGNATURE
    require_target: bool = False


class Account(Frozen):
    """``[accounts.<key>]``."""

    service: Service
    handle: str | None = None
    url: str | None = None
    manager: str
    calendar: str | None = None
    spacing_minutes: Annotated[int, Field(ge=0)] | None = None
    max_per_day: Annotated[int, Field(ge=0)] | None = None
    monthly_budget_usd: Annotated[float, Field(ge=0)] | None = None
    paused: bool = False
    policy: Mapping[str, str] = {}


class Grant(Frozen):
    """``[[grants]]``: prior approval (事前承認), K5(1) proviso."""

    id: str
    to: str
    accounts: tuple[str, ...]
    categories: tuple[Category, ...]
    basis: tuple[Basis, ...]
    valid: tuple[dt.date, dt.date]
    """First and last day, both included, in the library's time zone."""
    max_per_day: Annotated[int, Field(ge=1)] | None = None
    own_posts: bool = False
    outside_hours: bool = False
    emergency: bool = False
    document: str | None = None


class Distrust(Frozen):
    """``[[distrust]]``: a lost key, void from a commit on."""

    key: str
    from_: Annotated[str, Field(alias="from")]


class Acknowledged(Frozen):
    """``[[acknowledged]]``: what did not come from here, and a director knows of.

    Exactly one of ``remote_id`` and ``profile`` is given. The account may be gone from
    the settings since: what was acknowledged stays on record.

    Attributes:
        remote_id: number of a post, as the service has it.
        profile: what the account says of itself, as ``Profile.digest`` has it.
        on: the day (library's time zone) on which it was acknowledged.
    """

    account: str
    remote_id: str | None = None
    profile: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    reason: str
    on: dt.date
    document: str | None = None


class Rules(Frozen):
    """``[rules]``: what the lint rules need to know of this library."""

    own_domains: tuple[str, ...] = ()
    allowed_domains: tuple[str, ...] = ()
    shorteners: tuple[str, ...] = ()
    own_phones: tuple[str, ...] = ()
    own_mail_domains: tuple[str, ...] = ()
    own_addresses: tuple[str, ...] = ()
    patron_card: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    max_hashtags: int | None = None
    mentions: tuple[str, ...] = ()


class Paused(Frozen):
    """``[paused]``: present means nothing is published."""

    reason: str
    since: dt.datetime | dt.date | None = None


class Settings(Frozen):
    """A whole ``sns.toml``. At least one person is a director."""

    library: Library
    people: Mapping[str, Person]
    approval: ApprovalSettings = ApprovalSettings()
    calendars: Mapping[str, Calendar] = {}
    accounts: Mapping[str, Account] = {}
    grants: tuple[Grant, ...] = ()
    distrust: tuple[Distrust, ...] = ()
    acknowledged: tuple[Acknowledged, ...] = ()
    prices: Mapping[str, Mapping[str, float]] = {}
    rules: Rules = Rules()
    paused: Paused | None = None

    def accounts_of(self, chosen: tuple[str, ...] | None) -> tuple[str, ...]:
        """Return the accounts of a post that names ``chosen``, or none."""
        if chosen is not None:
            return chosen
        if self.library.accounts is not None:
            return self.library.accounts
        return tuple(self.accounts)

    def calendar_of(self, account: str) -> Calendar | None:
        """Return the account's calendar; a library's only calendar is the default."""
        key = self.accounts[account].calendar if account in self.accounts else None
        if key is not None:
            return self.calendars.get(key)
        return next(iter(self.calendars.values())) if len(self.calendars) == 1 else None

    def directors(self) -> tuple[str, ...]:
        """Return the keys of the people who are director."""
        return tuple(
            key for key, one in self.people.items() if one.role is Role.DIRECTOR
        )

    def grant(self, grant_id: str) -> Grant | None:
        """Return the grant of that id, if it is in this policy."""
        return next((one for one in self.grants if one.id == grant_id), None)
