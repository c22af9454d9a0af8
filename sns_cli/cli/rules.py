"""``sns rules``: what each rule checks, why, and how to mend it."""

from typing import Annotated

import typer

from sns_cli.cli.console import say
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "rules",
        help="""検査の規則を一覧・説明します。/ List and explain the rules.

\b
例 / Examples:
  sns rules
  sns rules weekday-mismatch
""",
    )(rules)


def rules(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="規則の名前 / Name of a rule"),
    ] = None,
) -> None:
    """List the rules, or print the manual of one."""
    import difflib  # noqa: PLC0415  (only for a mistyped name)

    from sns_cli.lint.registry import RULES  # noqa: PLC0415
    from sns_cli.lint.rule import rule_manual  # noqa: PLC0415

    session = session_of(context)
    by_name = {rule.name: rule for rule in RULES}
    if name is None:
        width = max(len(rule_name) for rule_name in by_name)
        for rule in RULES:
            title = rule.title.fill(session.language, {})
            say(f"{rule.name:<{width}}  {rule.severity:<7}  {title}")
    elif name in by_name:
        say(rule_manual(by_name[name], session.language))
    else:
        near = ", ".join(difflib.get_close_matches(name, by_name, 3)) or "sns rules"
        raise UsageError("rule-unknown", name=name, near=near)
