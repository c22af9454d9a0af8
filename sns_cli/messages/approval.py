"""Sentences of the room `approval`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
