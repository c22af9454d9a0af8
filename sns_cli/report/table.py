"""Tables for pages of the git host (GFM, "Tables")."""

from collections.abc import Iterable, Sequence


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table.

    Args:
        heads: titles of the columns.
        rows: cells that :mod:`sns_cli.report.safe` made safe for Markdown, as the
            titles are.
    """
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(heads), *lines[1:]])
