"""What you type: parse → call → render → exit code. Start reading at ``app``."""

from sns_cli.cli.starting import ends_at_once

with ends_at_once():
    from sns_cli.cli.app import main

__all__ = ["main"]
