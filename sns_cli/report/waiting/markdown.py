"""What waits for the director, as a table for a page of the git host."""

from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.report.safe import safe_markdown
from sns_cli.report.sentences import sentence
from sns_cli.report.waiting.text import deliveries_text, unapproved_text
from sns_cli.report.waiting.values import Waiting
from sns_cli.report.waiting.words import details, titles, typed


def waiting_markdown(waiting: Waiting, language: Language) -> str:
    """Return the list as Markdown."""
    return "\n".join(_lines(waiting, language))


def _lines(waiting: Waiting, language: Language) -> Iterator[str]:
    code = "waiting-proposals" if waiting.proposals else "waiting-none"
    yield f"## {sentence(code, {'count': len(waiting.proposals)}, language)}"
    for one in waiting.proposals:
        yield ""
        yield f"### {safe_markdown(one.name)}"
        told = [titles(one, language), *details(one, language)]
        told.append(typed("sns review", one.name))
        yield from (f"- {safe_markdown(line)}" for line in told if line)
    for lines in (
        unapproved_text(waiting, language),
        deliveries_text(waiting, language),
    ):
        for line in lines:
            yield f"- {safe_markdown(line.strip('・ '))}" if line else ""
