"""What you type: parse → call → render → exit code."""


def main() -> None:
    """Run the program."""
