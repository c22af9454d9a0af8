"""Sentences of the room `forms`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
