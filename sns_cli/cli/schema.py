"""``sns schema``: JSON Schemas of the files people and machines write."""

from enum import StrEnum
from typing import Annotated, assert_never

import typer

from sns_cli.cli.console import say
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

エディターに渡すと、書きながら項目の説明と誤りが見えます。VS Code では、sns.toml の
1行目に「#:schema ./sns-settings.schema.json」と書き、拡張機能 Even Better TOML を
入れます。投稿の項目には、Markdown の項目の検査ができる拡張機能を使います。
検査そのものは sns lint が行います。/ Editors show with it what each entry is for and
what is wrong. In VS Code, write #:schema ./sns-settings.schema.json on the first line
of sns.toml and add the extension Even Better TOML; for posts, one that checks the front
matter of Markdown files. What counts is sns lint.

\b
例 / Examples:
  sns schema post
  sns schema settings > sns-settings.schema.json
  sns --lang en schema post
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
    """Print the JSON Schema of one kind of file, indented: it is read by people too."""
    import json  # noqa: PLC0415

    from sns_cli.model.event import event_schema  # noqa: PLC0415
    from sns_cli.parse.schema import post_schema, settings_schema  # noqa: PLC0415

    language = session_of(context).language
    match what:
        case What.POST:
            shown = json.dumps(post_schema(language), ensure_ascii=False, indent=2)
        case What.SETTINGS:
            shown = json.dumps(settings_schema(language), ensure_ascii=False, indent=2)
        case What.EVENT:
            shown = event_schema().decode().rstrip("\n")
        case _:
            assert_never(what)
    say(shown)
