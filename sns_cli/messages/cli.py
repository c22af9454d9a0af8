"""Sentences of the room `cli`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
