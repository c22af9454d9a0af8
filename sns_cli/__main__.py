"""``python -m sns_cli``."""

from sns_cli.cli import main

main()
