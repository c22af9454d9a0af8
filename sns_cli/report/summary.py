"""What a run of ``publish`` did, as the Markdown page of a CI job (GFM tables)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sns_cli.messages import Language
from sns_cli.model.delivery import Outcome, Result, RunReport
from sns_cli.model.event import EventName
from sns_cli.model.ledger import read_instant
from sns_cli.report.levels import bars
from sns_cli.report.safe import safe_link, safe_markdown
from sns_cli.report.sentences import readable, sentence, tell
from sns_cli.report.table import markdown_table
from sns_cli.report.urgency import state_code, urgent_first

FOR_PEOPLE: Final = frozenset(
    {Result.IN_DOUBT, Result.REJECTED, Result.BLOCKED, Result.BROKEN}
)
"""States in which nothing goes on until a person acts."""
_ROWS: Final = 300
"""Rows shown; a host shows 1 MiB of a step's page, and nobody reads even this."""
_LONGEST: Final = 1000
_COLUMNS: Final = ("post", "account", "state", "why", "address")
_MARKS: Final = {
    Result.PUBLISHED: "✅",
    Result.RETRACTED: "✅",
    Result.IN_DOUBT: "❓",
    Result.REJECTED: "❌",
    Result.BLOCKED: "❌",
    Result.BROKEN: "❌",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What an account has cost this calendar month (UTC), in US dollars."""

    account: str
    spent_usd: float
    budget_usd: float | None = None


@dataclass(frozen=True)
class Page:
    """What a summary shows beside the report.

    Attributes:
        unapproved: post files on ``main`` that nobody entitled approved.
        costs: of the accounts that cost something or have a budget.
        plan: it shows what would be done.
    """

    unapproved: tuple[str, ...] = ()
    costs: tuple[Cost, ...] = ()
    plan: bool = False


def render_summary(report: RunReport, page: Page, language: Language) -> str:
    """Return the page; where there was nothing to do, that sentence and the costs."""
    blocks = [
        *_section("summary-todo", _todo(report, page, language), language),
        *_table(report, language),
        *_section("summary-notes", _notes(report, page, language), language),
    ]
    title = "summary-title-plan" if page.plan else "summary-title"
    head = f"## {sentence(title, {}, language)}"
    if not (report.outcomes or report.notes or page.unapproved):
        # Most runs: no page is worth a heading then.
        head = sentence("nothing-to-publish", {}, language)
    return "\n\n".join([head, *blocks])


def _table(report: RunReport, language: Language) -> Iterator[str]:
    if not report.outcomes:
        return
    shown = urgent_first(report.outcomes)
    heads = [sentence(f"summary-{name}", {}, language) for name in _COLUMNS]
    rows = [_row(one, report, language) for one in shown[:_ROWS]]
    yield markdown_table(heads, rows)
    more = len(report.outcomes) - _ROWS
    if more > 0:
        yield sentence("summary-more", {"count": more}, language)


def _row(one: Outcome, report: RunReport, language: Language) -> list[str]:
    state = sentence(state_code(one), {}, language)
    mark = "⏰" if one.due_since else _MARKS.get(one.state, "")
    return [
        safe_markdown(one.key.post),
        safe_markdown(one.key.account),
        f"{mark} {safe_markdown(state)}".strip(),
        safe_markdown(_why(one, report, language)[:_LONGEST]),
        safe_link(one.url) if one.url else "",
    ]


def _why(one: Outcome, report: RunReport, language: Language) -> str:
    if one.reason is not None:
        return tell(one.reason, language)
    at = _published_at(one, report)
    return "" if at is None else str(readable(at, language))


def _published_at(one: Outcome, report: RunReport) -> dt.datetime | None:
    """Return when it went out, in the library's zone, as the receipt says."""
    if report.seen is None or one.state is not Result.PUBLISHED:
        return None
    receipt = report.seen.ledger.of(one.key).newest(EventName.PUBLISHED)
    return None if receipt is None else read_instant(receipt.data.get("published_at"))


def _section(code: str, lines: Sequence[str], language: Language) -> Iterator[str]:
    if lines:
        listed = "\n".join(f"- {line}" for line in lines)
        yield f"### {sentence(code, {}, language)}\n\n{listed}"


def _todo(report: RunReport, page: Page, language: Language) -> list[str]:
    lines = [
        _for_people(one, language)
        for one in urgent_first(report.outcomes)
        if one.state in FOR_PEOPLE
        or one.due_since
        or _given_up(one)
        or bars(one.reason)
    ]
    if page.unapproved:
        details = {"count": len(page.unapproved), "paths": ", ".join(page.unapproved)}
        lines.append(safe_markdown(sentence("unapproved-posts", details, language)))
    return lines


def _given_up(one: Outcome) -> bool:
    return one.reason is not None and one.reason.code == "given-up"


def _for_people(one: Outcome, language: Language) -> str:
    state = sentence(state_code(one), {}, language)
    why = f" {tell(one.reason, language)}" if one.reason else ""
    account = f" → {one.key.account}" if one.key.account else ""
    return safe_markdown(f"{one.key.post}{account}: {state}{why[:_LONGEST]}")


def _notes(report: RunReport, page: Page, language: Language) -> list[str]:
    lines = [safe_markdown(tell(note, language)) for note in report.notes]
    return lines + [safe_markdown(_cost(one, language)) for one in page.costs]


def _cost(one: Cost, language: Language) -> str:
    details = {"account": one.account, "spent": f"{one.spent_usd:.3f}"}
    if one.budget_usd is None:
        return sentence("summary-cost", details, language)
    details["budget"] = f"{one.budget_usd:.2f}"
    return sentence("summary-cost-of", details, language)
