"""``sns schema``: JSON Schemas of the files people and machines write."""

from enum import StrEnum
from typing import Annotated

import typer

from sns_cli.cli.console import say, say_json
from sns_cli.cli.session import session_of


class What(StrEnum):
    """The files that have a schema."""

    POST = "post"
    SETTINGS = "settings"
    EVENT = "event"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "schema",
        help="""投稿・設定・記録の形(JSON Schema)を表示します。/ Print a JSON Schema.

\b
例 / Examples:
  sns schema post
  sns schema settings
""",
    )(schema)


def schema(
    context: typer.Context,
    what: Annotated[
        What,
        typer.Argument(
            metavar="post|settings|event", help="どのファイルか / Which file"
        ),
    ],
) -> None:
    """Print the JSON Schema of one kind of file."""
    from sns_cli.model.event import event_schema  # noqa: PLC0415
    from sns_cli.parse.schema import post_schema, settings_schema  # noqa: PLC0415

    match what:
        case What.POST:
            say_json(post_schema(session_of(context).language))
        case What.SETTINGS:
            say_json(settings_schema())
        case What.EVENT:
            say(event_schema().decode().rstrip("\n"))
