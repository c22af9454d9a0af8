"""What the history proves, as a table for people."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sns_cli.calendar import local
from sns_cli.messages import Language
from sns_cli.model.history import CommitId
from sns_cli.model.proof import Approval, Authentication, PostProof
from sns_cli.model.reason import Reason
from sns_cli.report.safe import safe_line, safe_markdown
from sns_cli.report.sentences import sentence, tell
from sns_cli.report.width import columns

Edits = Mapping[CommitId, tuple[str, ...]]
"""Files an approver changed while approving, by commit."""

_TITLES: Final = (
    "proven-post",
    "proven-by",
    "proven-at",
    "proven-evidence",
    "proven-grant",
)
_NONE: Final = "-"
_SHORT: Final = 12


def table_text(
    value: Authentication, edits: Edits, language: Language, width: int | None
) -> list[str]:
    """Return the posts as lines with aligned columns.

    Args:
        value: what is proven.
        edits: by commit.
        language: of the sentences.
        width: of the terminal; None for files and pipes.
    """
    if not value.posts:
        return [sentence("no-posts", {}, language)]
    return columns([_titles(language), *_rows(value, edits, language)], width)


def table_markdown(
    value: Authentication, edits: Edits, language: Language
) -> Iterator[str]:
    """Yield the lines of the table in Markdown."""
    yield _markdown(_titles(language))
    yield "|" + "---|" * (len(_TITLES) + 1)
    for row in _rows(value, edits, language):
        yield _markdown(row)


def _markdown(row: Sequence[str]) -> str:
    return f"| {' | '.join(map(safe_markdown, row))} |"


def _titles(language: Language) -> list[str]:
    # As wide as the signs below it, whatever the terminal takes them for (see width).
    return ["※", *(sentence(code, {}, language) for code in _TITLES)]


def _rows(
    value: Authentication, edits: Edits, language: Language
) -> Iterator[Sequence[str]]:
    names = {
        key: safe_line(f"{one.title} {one.name}" if one.title else one.name)
        for key, one in value.policy.people.items()
    }
    evidence = {
        kind: sentence(f"evidence-{kind}", {}, language)
        for kind in {one.approval.evidence for one in value.posts if one.approval}
    }
    zone = value.policy.library.timezone
    for proof in value.posts:
        found = proof.approval
        path = safe_line(proof.path)
        if found is None:
            yield ("×", path, _NONE, _NONE, _NONE, _reason(proof, language))
            continue
        who = names.get(found.by, found.by)
        at = f"{local(found.at, zone):%Y-%m-%d %H:%M}"
        notes = _notes(proof, found, edits, language)
        yield ("○", path, who, at, evidence[found.evidence], notes)


def _notes(proof: PostProof, found: Approval, edits: Edits, language: Language) -> str:
    notes = [] if found.grant is None else [safe_line(found.grant)]
    own = {proof.path, *(path for path, _ in proof.media)}
    if own.intersection(edits.get(found.commit, ())):
        notes.append(sentence("proven-edited", {}, language))
    return "  ".join(notes)


def _reason(proof: PostProof, language: Language) -> str:
    if proof.reason is None:
        return _NONE
    return tell(Reason(proof.reason, proof.details), language)
