"""Sentences of the room `rehearsal`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
