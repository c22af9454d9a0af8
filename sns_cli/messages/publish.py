"""Sentences of the room `publish`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
