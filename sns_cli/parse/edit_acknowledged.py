"""Writing into ``sns.toml`` what a director acknowledges. Pure."""

from sns_cli.model.settings import Acknowledged, Settings
from sns_cli.parse.edited import as_meant, quoted, with_table
from sns_cli.parse.settings import parse_settings


def add_acknowledged(content: bytes, entry: Acknowledged) -> bytes | None:
    """Return the settings with one more entry; None if that is not possible."""
    before = parse_settings(content)
    if not isinstance(before, Settings):
        return None
    edited = with_table(content, "[[acknowledged]]", _lines(entry))
    update = {"acknowledged": (*before.acknowledged, entry)}
    return as_meant(content, edited, update)


def _lines(entry: Acknowledged) -> list[str]:
    texts = {
        "account": entry.account,
        "remote_id": entry.remote_id,
        "profile": entry.profile,
        "reason": entry.reason,
        "on": entry.on.isoformat(),
        "document": entry.document,
    }
    return [
        f"{key} = {quoted(text)}" for key, text in texts.items() if text is not None
    ]
