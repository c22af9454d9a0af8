"""Sentences of the room `calendar`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
