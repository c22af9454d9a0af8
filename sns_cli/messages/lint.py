"""Sentences of the room `lint`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
