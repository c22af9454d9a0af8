"""``sns grant``: prior approvals (事前承認), given, listed and ended."""

import typer

from sns_cli.cli.grant import end, listing, new

app = typer.Typer(
    help="""事前承認(決まった範囲の承認を人に任せること)。
/ Prior approvals: letting somebody approve within limits.

\b
例 / Examples:
  sns grant list
  sns grant new --to tanto-01 --categories 休館案内 --basis イ \\
      --valid 2027-04-01 2027-09-30
  sns grant end 2027-tanto-01
""",
)


def register(program: typer.Typer) -> None:
    """Add the commands."""
    for one in (new, listing, end):
        one.register(app)
    program.add_typer(app, name="grant")
