"""Sentences of the room `schedule`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
