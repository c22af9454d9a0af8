"""Sentences of the room `compose`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
