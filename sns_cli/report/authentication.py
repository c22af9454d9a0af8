"""What the history proves, as a table for people and as JSON (design 8.3)."""

from sns_cli.messages import Language
from sns_cli.model.delivery import Reason
from sns_cli.model.proof import Authentication, PostProof, Refusal
from sns_cli.report.authentication_table import Edits, table_markdown, table_text
from sns_cli.report.safe import github_command, safe_json, safe_line, safe_markdown
from sns_cli.report.sentences import sentence, tell


def render_authentication(
    value: Authentication,
    style: str,
    language: Language,
    edits: Edits | None = None,
    width: int | None = None,
) -> str:
    """Return the outcome in one of the formats text, json, github, markdown.

    Args:
        value: what is proven.
        style: the format.
        language: of the sentences.
        edits: what approvers changed while approving.
        width: of the terminal, for the text.
    """
    match style:
        case "json":
            return safe_json(to_json(value, language))
        case "github":
            return "\n".join(_github(value, language))
        case "markdown":
            return "\n".join(_markdown(value, edits or {}, language))
        case _:
            return "\n".join(_text(value, edits or {}, language, width))


def to_json(value: Authentication, language: Language) -> dict[str, object]:
    """Return the keys others rely on."""
    return {
        "version": 1,
        "introduction": value.introduction,
        "head": value.head,
        "commits": value.commits,
        "refusals": [
            {
                "commit": refusal.commit,
                "rule": refusal.rule,
                "path": refusal.path,
                "message": _refusal(refusal, language),
                "superseded": refusal.superseded,
            }
            for refusal in value.refusals
        ],
        "posts": [_post_json(proof, language) for proof in value.posts],
    }


def _post_json(proof: PostProof, language: Language) -> dict[str, object]:
    approval = proof.approval
    return {
        "path": proof.path,
        "id": proof.id,
        "blob": proof.blob,
        "approved": approval is not None,
        "by": approval.by if approval else None,
        "commit": approval.commit if approval else None,
        "evidence": approval.evidence if approval else None,
        "grant": approval.grant if approval else None,
        "reason": _reason(proof, language),
        "confirmed": list(approval.confirmed) if approval else [],
    }


def _reason(proof: PostProof, language: Language) -> str | None:
    if proof.reason is None:
        return None
    return tell(Reason(proof.reason, proof.details), language)


def _refusal(refusal: Refusal, language: Language) -> str:
    return sentence(refusal.code, refusal.details, language)


def _text(
    value: Authentication, edits: Edits, language: Language, width: int | None
) -> list[str]:
    approved = sum(proof.approval is not None for proof in value.posts)
    lines = [
        sentence(
            "authenticated",
            {
                "introduction": value.introduction[:12],
                "head": value.head[:12],
                "commits": value.commits,
                "approved": approved,
                "posts": len(value.posts),
            },
            language,
        )
    ]
    lines += ["", *table_text(value, edits, language, width), ""]
    for refusal in value.refusals:
        code = "refusal-old" if refusal.superseded else "refusal-standing"
        lines.append(
            sentence(
                code, {"commit": refusal.commit[:12], "rule": refusal.rule}, language
            )
        )
        if refusal.path is not None:
            lines.append(f"    {safe_line(refusal.path)}")
        lines.append(f"    {_refusal(refusal, language)}")
    return lines


def _github(value: Authentication, language: Language) -> list[str]:
    lines = [
        github_command(
            "notice" if refusal.superseded else "error",
            f"{refusal.commit[:12]} {_refusal(refusal, language)}",
            file=refusal.path or None,
        )
        for refusal in value.refusals
    ]
    lines += [
        github_command("warning", _reason(proof, language) or "", file=proof.path)
        for proof in value.posts
        if proof.approval is None
    ]
    return lines


def _markdown(value: Authentication, edits: Edits, language: Language) -> list[str]:
    lines = list(table_markdown(value, edits, language))
    lines += [
        f"| × | {refusal.commit[:12]} | - | - | - "
        f"| {safe_markdown(_refusal(refusal, language))} |"
        for refusal in value.refusals
        if not refusal.superseded
    ]
    return lines
