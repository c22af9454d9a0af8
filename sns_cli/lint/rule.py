"""What a lint rule is: a name, its texts in both languages, and one pure check.

A rule sees one post and its surroundings (:class:`LintContext`) and yields hits. It
knows no other rule, no output format and nothing of git. Adding a rule takes one file
in ``rules/`` and one line in ``registry``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sns_cli.lint.clause import clause_text
from sns_cli.lint.context import LintContext
from sns_cli.lint.example import Example
from sns_cli.messages import Language, Text
from sns_cli.model.finding import Severity
from sns_cli.model.post import Post


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule does not hold.

    Attributes:
        where: dotted key of the front matter (see :meth:`Post.line`) or a line from 1.
        details: values for the sentences; a :class:`Text` is put in the reader's
            language.
        severity: instead of the rule's.
        message: instead of the rule's.
        hint: instead of the rule's.
    """

    where: str | int
    details: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    message: Text | None = None
    hint: Text | None = None


Check = Callable[[Post, LintContext], Iterable[Hit]]
LibraryCheck = Callable[[Sequence[Post], LintContext], Iterable[Hit]]


def _no_library_check(_posts: Sequence[Post], _context: LintContext) -> tuple[Hit, ...]:
    """Find nothing: most rules are about posts alone."""
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        name: kebab-case; used on the screen, in JSON and in waivers.
        severity: of its hits, unless a hit says otherwise.
        clause: policy clauses it serves, such as ``K5(2)``; see :mod:`.clause`.
        waivable: whether a post may set it aside with a reason (catalogue: †).
        title: a few words.
        manual: what it checks and why, in whole sentences.
        message: what is wrong, and where.
        hint: what to do.
        bad: a post on which exactly this rule fires; None if one file cannot show it.
        good: a post on which no rule fires.
        check: yields the hits.
        check_library: yields hits about the settings as far as the posts asked for
            need them, once a run; their lines are those of ``sns.toml``.
    """

    name: str
    severity: Severity
    clause: str | None
    waivable: bool
    title: Text
    manual: Text
    message: Text
    hint: Text
    bad: Example
    good: Example
    check: Check
    check_library: LibraryCheck = _no_library_check


_HEADING = Text(
    "{name}({severity}{waivable})  {title}",
    "{name} ({severity}{waivable})  {title}",
)
_SEVERITIES = {
    Severity.ERROR: Text("直してください", "must be mended"),
    Severity.WARNING: Text("確かめてください", "please check"),
    Severity.INFO: Text("お知らせ", "for your information"),
}
_WAIVABLE = Text("、理由を書けば外せます", ", can be waived with a reason")
_CLAUSE = Text("根拠: {clause}", "Clause: {clause}")
_BAD = Text("悪い例:", "Bad:")
_GOOD = Text("良い例:", "Good:")


def rule_manual(rule: Rule, language: Language) -> str:
    """Return the page of the manual about ``rule``, as plain lines."""
    heading = _HEADING.fill(
        language,
        {
            "name": rule.name,
            "severity": _SEVERITIES[rule.severity].fill(language, {}),
            "waivable": _WAIVABLE.fill(language, {}) if rule.waivable else "",
            "title": rule.title.fill(language, {}),
        },
    )
    clause = clause_text(rule.clause, language)
    parts = [heading, "", rule.manual.fill(language, {})]
    if clause:
        parts += ["", _CLAUSE.fill(language, {"clause": clause})]
    for caption, example in ((_BAD, rule.bad), (_GOOD, rule.good)):
        parts += ["", caption.fill(language, {}), *_indented(example.excerpt())]
    return "\n".join(parts)


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]
