"""Sentences of the room `report`."""

from sns_cli.messages import Text

TEXTS: dict[str, Text] = {}
