"""The page of a CI job's step: a file that the host shows as Markdown.

https://docs.github.com/actions/reference/workflow-commands: the file that
``GITHUB_STEP_SUMMARY`` names; what is there already stays.
"""

from pathlib import Path

from sns_cli.errors import HostError


def append_summary(path: str, text: str) -> None:
    """Append a page of Markdown to the file.

    Raises:
        HostError: it cannot be written.
    """
    try:
        with Path(path).open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{text}\n")
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise HostError("summary-not-written", path=path, detail=detail) from error
