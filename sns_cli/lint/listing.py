"""The rules as a list for people and programs."""

from collections.abc import Mapping

from sns_cli.lint.clause import clause_text
from sns_cli.lint.rule import Rule, rule_manual
from sns_cli.messages import Language


def rule_facts(rule: Rule, language: Language) -> Mapping[str, object]:
    """Return what a list says about a rule, in the order of its columns."""
    return {
        "name": rule.name,
        "severity": rule.severity.value,
        "clause": clause_text(rule.clause, language),
        "waivable": rule.waivable,
        "title": rule.title.fill(language, {}),
    }


def rule_page(rule: Rule, language: Language) -> Mapping[str, object]:
    """Return everything about a rule, for programs: the facts and the manual."""
    return {**rule_facts(rule, language), "manual": rule_manual(rule, language)}
