"""``sns rules``: what each rule checks, why, and how to mend it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.console import say, say_json, screen_width, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.lint.rule import Rule


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "rules",
        help="""検査の規則を一覧・説明します。/ List and explain the rules.

\b
例 / Examples:
  sns rules
  sns rules weekday-mismatch
  sns rules --format markdown
""",
    )(rules)


def rules(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="規則の名前 / Name of a rule"),
    ] = None,
    style: options.Format = options.OutputFormat.TEXT,
) -> None:
    """List the rules, or print the manual of one."""
    from sns_cli.lint.registry import RULES  # noqa: PLC0415  (loads every rule)

    session = session_of(context)
    if name is None:
        _list(RULES, style, session)
    else:
        _explain(_named(name, RULES), style, session)


def _named(name: str, known: "Sequence[Rule]") -> "Rule":
    import difflib  # noqa: PLC0415  (only for a mistyped name)

    by_name = {rule.name: rule for rule in known}
    if name in by_name:
        return by_name[name]
    near = difflib.get_close_matches(name, by_name, 3)
    if near:
        raise UsageError("rule-unknown", name=name, near=", ".join(near))
    raise UsageError("rule-like-none", name=name)


def _list(
    shown: "Sequence[Rule]", style: options.OutputFormat, session: Session
) -> None:
    from sns_cli.lint.listing import rule_facts  # noqa: PLC0415
    from sns_cli.report.width import columns  # noqa: PLC0415

    facts = [rule_facts(rule, session.language) for rule in shown]
    if style is options.OutputFormat.JSON:
        say_json({"version": 1, "rules": facts})
    elif style is options.OutputFormat.MARKDOWN:
        say(_table(facts, session))
    else:
        keys = ("name", "severity", "title")
        rows = [[str(one[key]) for key in keys] for one in facts]
        say("\n".join(columns(rows, screen_width())))


def _explain(rule: "Rule", style: options.OutputFormat, session: Session) -> None:
    from sns_cli.lint.listing import rule_page  # noqa: PLC0415
    from sns_cli.report.safe import safe_markdown_block  # noqa: PLC0415

    page = rule_page(rule, session.language)
    if style is options.OutputFormat.JSON:
        say_json({"version": 1, "rules": [page]})
    elif style is options.OutputFormat.MARKDOWN:
        say(f"## {rule.name}\n\n{safe_markdown_block(str(page['manual']))}")
    else:
        say(str(page["manual"]))


def _table(facts: Sequence[Mapping[str, object]], session: Session) -> str:
    from sns_cli.report.safe import safe_markdown  # noqa: PLC0415
    from sns_cli.report.table import markdown_table  # noqa: PLC0415

    columns = ("name", "severity", "waivable", "clause", "title")
    heads = [safe_markdown(sentence(session, f"rule-{column}")) for column in columns]
    cells = ([_cell(one[column]) for column in columns] for one in facts)
    return markdown_table(heads, [[*map(safe_markdown, row)] for row in cells])


def _cell(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "†"
        case _:
            return str(value)
