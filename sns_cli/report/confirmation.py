"""What is public beside what was approved, for a person to compare."""

from collections.abc import Iterator

from sns_cli.calendar import local
from sns_cli.messages import Language
from sns_cli.model.settings import Settings
from sns_cli.model.verification import Public, Seen
from sns_cli.report.safe import safe_block, safe_line
from sns_cli.report.sentences import sentence, tell


def render_public(one: Public, policy: Settings, language: Language) -> str:
    """Return the lines about one delivery."""
    return "\n".join(_lines(one, policy, language))


def _lines(one: Public, policy: Settings, language: Language) -> Iterator[str]:
    key, found = one.delivery.key, one.found
    name = f"{safe_line(key.post)} → {safe_line(key.account)}"
    yield f"{name} {safe_line(found.url or '')}"
    yield sentence("confirm-approved", {}, language)
    yield from _text(one.approved)
    if found.state is Seen.OK:
        yield sentence("confirm-same", {}, language)
    elif one.is_bad:
        yield sentence("confirm-public", {}, language)
        yield from _text(found.text or "-")
    else:
        why = {"why": "" if found.reason is None else tell(found.reason, language)}
        yield sentence("confirm-look-yourself", why, language)
    if one.media:
        yield sentence("confirm-pictures", {"count": one.media}, language)
    for before in one.before:
        by = before.text("by") or "-"
        person = policy.people.get(by)
        at = "-" if before.at is None else local(before.at, policy.library.timezone)
        details = {"person": by if person is None else person.name, "at": at}
        yield sentence("confirm-before", details, language)


def _text(text: str) -> Iterator[str]:
    for line in safe_block(text).split("\n"):
        yield f"  {line}"
