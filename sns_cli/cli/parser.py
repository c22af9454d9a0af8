"""The option parser in the reader's language: its groups, its commands, its errors.

Typer's own errors are English and several lines long. Here each becomes a
``UsageError`` with a code, told by the same funnel as every other error.
"""

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from sns_cli.cli.console import note
from sns_cli.cli.help import block, half, page, summary, terminal_width
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode, UsageError
from sns_cli.messages import Language, render

if TYPE_CHECKING:
    # Typer has no public name for what it hands to commands.
    from typer._click import Command as AnyCommand
    from typer._click import Context


class Command(TyperCommand):
    """A command that explains itself in the reader's language."""

    def get_help(self, ctx: "Context") -> str:
        """Return the help page."""
        return page(self, ctx, session_of(ctx))

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read what was typed after the command.

        Raises:
            UsageError: it is not what the command takes.
        """
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise usage_error(error, ctx) from error
        if rest:
            more = " ".join(rest)
            raise UsageError("argument-unexpected", more=more, command=ctx.command_path)
        return rest


class Group(TyperGroup):
    """A command made of commands, listed by the people they are for."""

    def get_help(self, ctx: "Context") -> str:
        """Return the help page."""
        session = session_of(ctx)
        roles: dict[str, list[tuple[str, str]]] = {}
        # One width for all blocks, so that they look like one table.
        widest = max(map(len, self.commands))
        for name, command in self.commands.items():
            row = (name.ljust(widest), summary(command.help or "", session.language))
            roles.setdefault(_role(command), []).append(row)
        width = terminal_width()
        titled = {render(one, session.language, {}): roles[one] for one in roles}
        blocks = [block(title, rows, width) for title, rows in titled.items()]
        return page(self, ctx, session, blocks)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read what was typed up to the command; show the help if that is nothing.

        Raises:
            UsageError: there is no such option, or a value is missing.
        """
        if not args:
            note(self.get_help(ctx))
            raise typer.Exit(ExitCode.USAGE)
        try:
            rest = super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise usage_error(error, ctx) from error
        return rest

    def invoke(self, ctx: "Context") -> object:
        """Run the command that was typed.

        Raises:
            UsageError: there were options and no command.
        """
        try:
            return super().invoke(ctx)
        except typer.TyperException as error:
            raise UsageError("command-missing", command=ctx.command_path) from error

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, AnyCommand | None, list[str]]":
        """Return the command that was typed.

        Raises:
            UsageError: there is none of this name; near names are told.
        """
        name = args[0]
        if name in self.commands:
            return name, self.commands[name], args[1:]
        details = {"name": name, "command": ctx.command_path}
        near = _near(name, self.commands)
        if near:
            raise UsageError("command-unknown", **details, near=near)
        raise UsageError("command-like-none", **details)


def adopt(app: typer.Typer, role: str) -> None:
    """Make the commands added since last time ours, and list them under ``role``."""
    for one in app.registered_commands:
        if not isinstance(one.rich_help_panel, str):
            one.cls, one.rich_help_panel = Command, role
    for group in app.registered_groups:
        if not isinstance(group.rich_help_panel, str):
            group.cls, group.rich_help_panel = Group, role
            if group.typer_instance is not None:
                adopt(group.typer_instance, "help-commands")


def usage_error(error: typer.TyperException, context: "Context") -> UsageError:
    """Return what the parser could not read, as an error of ours.

    The parser's classes have no public names either; what they are called and carry is
    all that is asked of them, and what is new to us still gets a sentence.
    """
    command = context.command_path
    language = session_of(context).language
    param = getattr(error, "param", None)
    option = getattr(error, "option_name", "")
    match type(error).__name__:
        case "NoSuchOption":
            near = _near(option, (opt for one in _params(context) for opt in one.opts))
            code = "option-unknown" if near else "option-like-none"
            return UsageError(code, name=option, near=near, command=command)
        case "BadOptionUsage":
            flags = [one.opts for one in _params(context) if _is_flag(one)]
            code = "option-needs-value"
            if any(option in opts for opts in flags):
                code = "option-takes-no-value"
            return UsageError(code, option=option, command=command)
        case "MissingParameter" | "BadParameter" if isinstance(
            param, TyperArgument | TyperOption
        ):
            missing = type(error).__name__ == "MissingParameter"
            return _wrong(param, command, language, missing=missing)
    return UsageError("usage-wrong", command=command)


def _params(context: "Context") -> "list[TyperArgument | TyperOption]":
    params = context.command.get_params(context)
    return [one for one in params if isinstance(one, TyperArgument | TyperOption)]


def _is_flag(one: TyperArgument | TyperOption) -> bool:
    return isinstance(one, TyperOption) and one.is_flag


def _role(command: "AnyCommand") -> str:
    role = getattr(command, "rich_help_panel", None)
    return role if isinstance(role, str) else "help-commands"


def _near(name: str, known: Iterable[str]) -> str:
    import difflib  # noqa: PLC0415  (only for a mistyped name)

    return ", ".join(difflib.get_close_matches(name, list(known), 3))


def _wrong(
    one: TyperArgument | TyperOption, command: str, language: Language, *, missing: bool
) -> UsageError:
    name = one.opts[-1] if isinstance(one, TyperOption) else one.metavar or one.name
    details = {"name": name, "what": half(one.help or "", language), "command": command}
    if missing:
        return UsageError("value-missing", **details)
    kind = one.type_descriptor.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        known = ", ".join(str(member.value) for member in kind)
        return UsageError("value-not-one-of", **details, known=known)
    if one.min is not None and one.max is not None:
        bounds = {"least": one.min, "most": one.max}
        return UsageError("value-out-of-range", **details, **bounds)
    return UsageError("value-invalid", **details)
