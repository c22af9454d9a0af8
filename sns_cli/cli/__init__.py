"""What you type: parse → call → render → exit code. Start reading at ``app``."""

from sns_cli.cli.app import main

__all__ = ["main"]
