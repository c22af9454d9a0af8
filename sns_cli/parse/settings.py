"""``sns.toml`` → :class:`Settings`, or every fault of it (design 8.2)."""

import codecs
import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from sns_cli.messages.forms import PAUSE_WITHOUT_REASON
from sns_cli.model.finding import Fault
from sns_cli.model.post import Basis
from sns_cli.model.settings import (
    Account,
    ApprovalSettings,
    Distrust,
    Evidence,
    Grant,
    Key,
    Library,
    Paused,
    Person,
    PriceName,
    Role,
    Rules,
    Service,
    Settings,
)
from sns_cli.parse.acknowledged import acknowledged
from sns_cli.parse.calendars import calendar
from sns_cli.parse.encoding import hidden_controls
from sns_cli.parse.node import Entry, Node, Scalar, Table, child, string
from sns_cli.parse.post import BASES, CATEGORIES
from sns_cli.parse.reading import (
    BAD,
    Bad,
    Reading,
    checked,
    choice,
    items,
    line_of,
    text_of,
)
from sns_cli.parse.references import check_references
from sns_cli.parse.scalars import (
    account_key,
    amount,
    commit_id,
    count,
    day,
    name_key,
    pattern,
    truth,
    whole,
)
from sns_cli.parse.spans import days
from sns_cli.parse.ssh_key import ssh_key
from sns_cli.parse.tables import TableReader, mapping
from sns_cli.parse.toml_tree import RULE, read_toml


def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # not a name, a folder, not found
        return False
    return True


def _key(reading: Reading, node: Node) -> Key | Bad:
    """Read a key: a line, or a table with its last day."""
    if isinstance(node, Table):
        return _KEY(reading, node)
    line = ssh_key(reading, node)
    return BAD if line is BAD else Key(key=line)


def _grant_basis(reading: Reading, node: Node) -> Basis | Bad:
    """Read a basis that may be granted: K5(1)エ keeps ``director`` for the director."""
    basis = _BASIS(reading, node)
    if basis is Basis.DIRECTOR:
        return reading.fault("grant-basis-director", node.line)
    return basis


def _since(reading: Reading, node: Node) -> dt.date | Bad:
    """Read a date or a time; a TOML time is taken as it is."""
    if isinstance(node, Scalar) and isinstance(node.value, dt.datetime):
        return node.value
    return day(reading, node)


_BASIS: Final = choice(BASES)
_KEY: Final = TableReader(Key, {"key": ssh_key, "until": day})
_LINES: Final = items(line_of)
_SERVICE: Final = choice({one.value: one for one in Service})
_ACCOUNT_LIST: Final = items(account_key, least=1, unique=True)

_LIBRARY: Final = TableReader(
    Library,
    {
        "name": line_of,
        "timezone": checked(_zone_exists, "timezone-unknown"),
        "language": choice({"ja": "ja", "en": "en"}),
        "website": line_of,
        "accounts": _ACCOUNT_LIST,
        "repository": line_of,
    },
)
_PERSON: Final = TableReader(
    Person,
    {
        "name": checked(lambda name: not set(name) & set("<>"), "person-name-wrong"),
        "email": checked(
            lambda mail: not any(one.isspace() or one in "<>＠" for one in mail),
            "email-wrong",
        ),
        "role": choice({one.value: one for one in Role}),
        "title": line_of,
        "github": line_of,
        "keys": items(_key),
    },
)
_ACCOUNT: Final = TableReader(
    Account,
    {
        "service": _SERVICE,
        "handle": line_of,
        "url": line_of,
        "manager": line_of,
        "calendar": line_of,
        "spacing_minutes": whole,
        "max_per_day": whole,
        "monthly_budget_usd": amount,
        "paused": truth,
        "policy": mapping(line_of, text_of),
    },
)
_GRANT: Final = TableReader(
    Grant,
    {
        "id": line_of,
        "to": line_of,
        "accounts": _ACCOUNT_LIST,
        "categories": items(choice(CATEGORIES), least=1),
        "basis": items(_grant_basis, least=1),
        "valid": days,
        "max_per_day": count,
        "own_posts": truth,
        "outside_hours": truth,
        "emergency": truth,
        "document": line_of,
    },
)
_RULES: Final = TableReader(
    Rules,
    {
        "own_domains": _LINES,
        "allowed_domains": _LINES,
        "shorteners": _LINES,
        "own_phones": _LINES,
        "own_mail_domains": _LINES,
        "own_addresses": _LINES,
        "patron_card": items(pattern),
        "hashtags": _LINES,
        "max_hashtags": whole,
        "mentions": _LINES,
    },
)
_SETTINGS: Final = TableReader(
    Settings,
    {
        "library": _LIBRARY,
        "people": mapping(name_key, _PERSON),
        "approval": TableReader(
            ApprovalSettings,
            {
                "evidence": choice({one.value: one for one in Evidence}),
                "require_target": truth,
            },
        ),
        "calendars": mapping(name_key, calendar),
        "accounts": mapping(account_key, _ACCOUNT),
        "grants": items(_GRANT),
        "distrust": items(TableReader(Distrust, {"key": ssh_key, "from": commit_id})),
        "acknowledged": items(acknowledged),
        "prices": mapping(
            choice({one.value: one.value for one in Service}),
            mapping(choice({one.value: one.value for one in PriceName}), amount),
        ),
        "rules": _RULES,
        "paused": TableReader(Paused, {"reason": text_of, "since": _since}),
    },
    check_references,
)


def parse_settings(content: bytes) -> Settings | tuple[Fault, ...]:
    """Return the settings in ``content``, or all their faults by line.

    Args:
        content: the bytes of ``sns.toml`` as git holds them.

    Returns:
        The settings; or at least one fault, of the rule ``settings-invalid``. A pause
        without a reason is no fault: stopping needs less authority than starting.
    """
    root = read_toml(content)
    if isinstance(root, Fault):
        return (root,)
    _give_reason(root)
    hidden = hidden_controls(content.decode())
    reading = Reading(RULE, RULE, hidden=hidden)
    settings = _SETTINGS(reading, root)
    if settings is BAD:
        return tuple(sorted(reading.faults, key=lambda fault: fault.line))
    return settings


def _reason(node: Node) -> str:
    """Return the reason that ``[paused]`` gives, or the placeholder."""
    return string(child(node, "reason")) or string(node) or PAUSE_WITHOUT_REASON


def _give_reason(root: Table) -> None:
    """Put the placeholder where ``[paused]`` gives no reason that can be read."""
    paused = root.entries.get("paused")
    if paused is not None and isinstance(paused.node, Table):
        line = paused.node.entries.get("reason", paused).line
        reason = Scalar(_reason(paused.node), line)
        paused.node.entries["reason"] = Entry(line, reason)


def read_pause(content: bytes) -> str | None:
    """Return why publishing is paused, however broken the rest of the settings is.

    Also ``paused = true`` and ``paused = "reason"`` pause here, and a byte order mark
    is passed over, although ``parse_settings`` refuses them: whoever wrote that wanted
    to stop, and stopping must not fail for its form.

    Args:
        content: the bytes of ``sns.toml``, of an accepted change or of a refused one.

    Returns:
        The reason (a placeholder in both languages if none is given) when the bytes
        are TOML and hold a pause; None otherwise.
    """
    root = read_toml(content.removeprefix(codecs.BOM_UTF8))
    node = None if isinstance(root, Fault) else child(root, "paused")
    if node is None or (isinstance(node, Scalar) and node.value in {False, ""}):
        return None
    return _reason(node)
