r"""``--help``: what a command does, in one language, fitted to the terminal.

Help texts are written beside the commands in pairs, ``日本語 / English``, paragraph by
paragraph, and the reader gets one half. After a ``\b`` alone on its line, lines stay
as they are: those are the examples.
"""

import inspect
import re
import shutil
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

from typer.core import TyperArgument, TyperOption

from sns_cli.cli.session import Session
from sns_cli.messages import Language, render
from sns_cli.report.width import columns, wrap

if TYPE_CHECKING:
    # Typer has no public name for what it hands to commands.
    from typer._click import Command, Context

_WIDEST: Final = 100
"""Cells; longer lines are hard to read."""

_PAIR: Final = re.compile(r"(?:\s+|(?<=[。)]))/\s+")
_JAPANESE: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_BETWEEN: Final = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")
_SENTENCE: Final = re.compile(r".+?(?:。|\.(?= |$)|$)")


def half(text: str, language: Language) -> str:
    """Return one language of ``日本語 / English``, on one line.

    A text that is no pair is for its own language, and in both if it has no Japanese.
    """
    joined = " ".join(_BETWEEN.sub("", text).split())
    ja, *rest = _PAIR.split(joined, maxsplit=1)
    if rest:
        return ja if language == "ja" else rest[0]
    return "" if language == "en" and _JAPANESE.search(joined) else joined


def summary(text: str, language: Language) -> str:
    """Return the first sentence of a help text, without its full stop."""
    first = half(inspect.cleandoc(text).partition("\n\n")[0], language)
    found = _SENTENCE.match(first)
    return found[0].rstrip("。.") if found else first


def paragraphs(text: str, language: Language, width: int) -> Iterator[str]:
    """Yield the paragraphs of a help text in one language."""
    for one in inspect.cleandoc(text).split("\n\n"):
        first, _, rest = one.partition("\n")
        if first.strip() == "\b":
            lines = (_kept(line, language) for line in rest.split("\n"))
            shown = "\n".join(line for line in lines if line)
        else:
            shown = "\n".join(wrap(half(one, language), width))
        if shown.strip():
            yield shown


def _kept(line: str, language: Language) -> str:
    if line.startswith(" "):
        return line
    if not line.endswith(":"):
        return half(line, language)
    return f"{half(line.removesuffix(':'), language)}:"


def page(
    command: "Command",
    context: "Context",
    session: Session,
    commands: Iterable[str] = (),
) -> str:
    """Return a help page; ``commands`` are blocks that tell of commands below it."""
    width = terminal_width()
    language = session.language
    usage = render(
        "help-usage", language, {"usage": _usage(command, context, language)}
    )
    blocks = [usage, *paragraphs(command.help or "", language, width)]
    blocks += commands
    arguments = [one for one in command.params if isinstance(one, TyperArgument)]
    options = [
        one for one in command.get_params(context) if isinstance(one, TyperOption)
    ]
    for code, shown in (("help-arguments", arguments), ("help-options", options)):
        rows = [_row(one, language) for one in shown if not one.hidden]
        if rows:
            blocks.append(block(render(code, language, {}), rows, width))
    if not session.language_fixed:
        blocks.append(f"English: {_in_english(context.command_path)}")
    return "\n\n".join(blocks)


def block(title: str, rows: list[tuple[str, str]], width: int) -> str:
    """Return rows of two columns below their title."""
    return "\n".join([f"{title}:", *columns(rows, width, "  ")])


def terminal_width() -> int:
    """Return for how many cells help is set, within reason."""
    return max(40, min(_WIDEST, shutil.get_terminal_size().columns - 1))


def _in_english(path: str) -> str:
    program, _, command = path.partition(" ")
    return " ".join(filter(None, (program, "--lang en", command, "--help")))


def _usage(command: "Command", context: "Context", language: Language) -> str:
    words = [context.command_path, render("help-some-options", language, {})]
    for one in command.params:
        if isinstance(one, TyperArgument):
            name = _name(one).strip("[]")
            shown = name if one.required else f"[{name}]"
            words.append(f"{shown}…" if one.nargs != 1 else shown)
    if hasattr(command, "commands"):
        words.append(render("help-a-command", language, {}))
    return " ".join(words)


def _row(one: TyperArgument | TyperOption, language: Language) -> tuple[str, str]:
    if one.name == "help":
        names = sorted(one.opts, key=len)
        return ", ".join(names), render("help-this", language, {})
    if isinstance(one, TyperArgument):
        name = _name(one)
    else:
        opts = sorted(one.opts, key=len)
        name = ", ".join(opts) if one.is_flag else f"{', '.join(opts)} {_name(one)}"
    facts = "".join(f" [{fact}]" for fact in _facts(one, language))
    return name, f"{half(one.help or '', language)}{facts}".strip()


def _name(one: TyperArgument | TyperOption) -> str:
    return one.metavar or (one.name or "").upper()


def _facts(one: TyperArgument | TyperOption, language: Language) -> Iterator[str]:
    default = one.default.value if isinstance(one.default, Enum) else one.default
    if one.required:
        yield render("help-required", language, {})
    elif one.show_default and default not in (None, False, (), [], ""):
        yield render("help-default", language, {"default": default})
