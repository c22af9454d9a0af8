"""``[[acknowledged]]``: posts and profiles that a director knows of."""

import re
from typing import Final

from sns_cli.model.settings import Acknowledged
from sns_cli.parse.node import Table
from sns_cli.parse.reading import Reading, checked, line_of, text_of
from sns_cli.parse.scalars import account_key, day
from sns_cli.parse.tables import TableReader, Values

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_ONE_OF: Final = frozenset({"remote_id", "profile"})


def _check_one(reading: Reading, table: Table, _values: Values) -> None:
    """It is a post or a profile that is acknowledged, never both and never nothing."""
    if len(_ONE_OF & table.entries.keys()) != 1:
        reading.fault("acknowledged-one", table.line)


acknowledged: Final = TableReader(
    Acknowledged,
    {
        "account": account_key,
        "remote_id": line_of,
        "profile": checked(_DIGEST.fullmatch, "profile-digest-wrong"),
        "reason": text_of,
        "on": day,
        "document": line_of,
    },
    _check_one,
)
"""Reads one entry."""
