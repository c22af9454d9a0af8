"""Prior approvals as a list for people and as JSON."""

from collections.abc import Iterator, Sequence

from sns_cli.messages import Language
from sns_cli.model.granting import GrantState, StandingGrant
from sns_cli.model.post import BASIS_JA, CATEGORY_JA
from sns_cli.report.safe import safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence


def render_grants(
    grants: Sequence[StandingGrant], style: str, language: Language
) -> str:
    """Return the grants in one of the formats text, json, github, markdown."""
    if style == "json":
        value = {"version": 1, "grants": [_json(one) for one in grants]}
        return safe_json(value)
    if not grants:
        return sentence("grants-none", {}, language)
    if style == "markdown":
        rows = (" | ".join(map(safe_markdown, _row(one, language))) for one in grants)
        return "\n".join(["| | | |", "|---|---|---|", *(f"| {row} |" for row in rows)])
    return "\n".join(line for one in grants for line in _text(one, language))


def _json(one: StandingGrant) -> dict[str, object]:
    grant = one.grant
    return {
        "id": grant.id,
        "to": grant.to,
        "name": one.name,
        "state": one.state.value,
        "accounts": list(grant.accounts),
        "categories": [category.value for category in grant.categories],
        "basis": [basis.value for basis in grant.basis],
        "valid": [day.isoformat() for day in grant.valid],
        "used_today": one.used_today,
        "max_per_day": grant.max_per_day,
        "own_posts": grant.own_posts,
        "outside_hours": grant.outside_hours,
        "emergency": grant.emergency,
        "document": grant.document,
        "can_sign": one.can_sign,
    }


def _row(one: StandingGrant, language: Language) -> tuple[str, str, str]:
    state = sentence(f"grant-state-{one.state.value}", {}, language)
    return one.grant.id, f"{one.name}({one.grant.to})", f"{state} {_span(one)}"


def _span(one: StandingGrant) -> str:
    first, last = one.grant.valid
    return f"{first} - {last}"


def _text(one: StandingGrant, language: Language) -> Iterator[str]:
    mark = "○" if one.state is GrantState.VALID else "×"
    if one.state is GrantState.TO_COME:
        mark = "…"
    name, person, state = _row(one, language)
    yield safe_line(f"{mark} {name}  {person}  {state}")
    yield f"    {sentence('grant-scope', _scope(one, language), language)}"
    yield f"    {_limits(one, language)}"
    if not one.can_sign:
        details = {"person": one.grant.to}
        yield f"    {sentence('grant-no-key', details, language)}"


def _scope(one: StandingGrant, language: Language) -> dict[str, object]:
    grant = one.grant
    japanese = language == "ja"
    return {
        "accounts": ", ".join(grant.accounts),
        "categories": ", ".join(
            CATEGORY_JA[category] if japanese else category.value
            for category in grant.categories
        ),
        "basis": ", ".join(
            BASIS_JA[basis] if japanese else basis.value for basis in grant.basis
        ),
    }


def _limits(one: StandingGrant, language: Language) -> str:
    grant = one.grant
    if grant.max_per_day is None:
        used = sentence("grant-used", {"used": one.used_today}, language)
    else:
        details = {"used": one.used_today, "limit": grant.max_per_day}
        used = sentence("grant-used-of", details, language)
    codes = (
        ("grant-own", grant.own_posts),
        ("grant-any-hour", grant.outside_hours),
        ("grant-urgent", grant.emergency),
    )
    more = [sentence(code, {}, language) for code, is_so in codes if is_so]
    if grant.document is not None:
        more.append(safe_line(grant.document))
    return " ・ ".join([used, *more])
