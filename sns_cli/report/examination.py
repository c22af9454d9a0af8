"""What ``sns doctor`` found, in the formats of a reading command."""

from collections.abc import Sequence

from sns_cli.messages import Language
from sns_cli.model.reason import Reason
from sns_cli.report.safe import github_command, safe_json, safe_markdown
from sns_cli.report.sentences import sentence, tell


def render_advice(advice: Sequence[Reason], style: str, language: Language) -> str:
    """Return the advice in one of the formats text, json, github, markdown."""
    told = [tell(one, language) for one in advice]
    match style:
        case "json":
            pairs = zip(advice, told, strict=True)
            listed = [{"code": one.code, "message": text} for one, text in pairs]
            return safe_json({"version": 1, "advice": listed})
        case "github":
            return "\n".join(github_command("warning", one) for one in told)
        case "markdown":
            lines = [f"- {safe_markdown(one)}" for one in told]
        case _:
            lines = [f"- {one}" for one in told]
    return "\n".join(lines) or sentence("doctor-well", {}, language)
