"""``sns demo``: the main job on this machine, with nothing left out."""

from pathlib import Path
from typing import Annotated

import typer

from sns_cli.cli.session import session_of

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "demo",
        help="""仕事の全体を、このパソコンの中だけで通してみせます。
/ Show the whole job on this machine; nothing leaves it.

\b
例 / Examples:
  sns demo
  sns demo --keep my-demo
""",
    )(demo)


def demo(
    context: typer.Context,
    keep: Annotated[
        Path | None,
        typer.Option(
            help="このフォルダーに作り、残す / Make it here and keep it", metavar="DIR"
        ),
    ] = None,
) -> None:
    """Run the main job with real git, real HTTP and real killed processes."""
    from sns_cli.cli.demo.stage import open_stage  # noqa: PLC0415
    from sns_cli.cli.demo.story import tell  # noqa: PLC0415

    session = session_of(context)
    with open_stage(keep, session.language) as stage:
        tell(stage)
