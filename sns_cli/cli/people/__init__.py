"""``sns people``: who may do what, and with which keys."""

import typer

from sns_cli.cli.people import add, key, leave, listing, new_director

app = typer.Typer(
    help="""人と鍵(職員、館長、情報担当、公開係)。/ People and their keys.

\b
例 / Examples:
  sns people list
  sns people add tanto-02 '佐藤次郎 <tanto-02@lib.example.lg.jp>' --role staff
  sns people key tanto-02 --public-key tanto-02.pub --until 2028-03-31
  sns people new-director '鈴木一郎 <kancho@lib.example.lg.jp>' --public-key new.pub
""",
)


def register(program: typer.Typer) -> None:
    """Add the commands."""
    for one in (listing, add, key, leave, new_director):
        one.register(app)
    program.add_typer(app, name="people")
