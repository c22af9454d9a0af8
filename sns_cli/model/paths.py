"""Where the parts of a library are in its repository (design 3)."""

from typing import Final

SETTINGS: Final = "sns.toml"
"""The policy."""
POSTS: Final = "posts/"
"""Post files and their media."""
ARCHIVE: Final = "archive/"
"""The ledger."""
