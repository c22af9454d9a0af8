"""``sns demo``: the main job on this machine."""

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo() -> None:
    """Run the demo."""
