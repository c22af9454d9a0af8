"""A change about to be made, as the director sees it before signing it."""

import difflib
from collections.abc import Iterator

from sns_cli.messages import Language
from sns_cli.model.plan import FileChange, Plan
from sns_cli.report.safe import safe_line
from sns_cli.report.sentences import sentence

_CONTEXT = 2
"""Lines around a change that tell where it is."""


def render_plan(plan: Plan, language: Language) -> str:
    """Return each file that changes, with the lines that go (-) and come (+)."""
    return "\n".join(
        line
        for step in plan.steps
        for file in step.files
        for line in _file(file, language)
    )


def _file(file: FileChange, language: Language) -> Iterator[str]:
    code = "plan-changes"
    if file.before is None:
        code = "plan-adds"
    elif file.after is None:
        code = "plan-removes"
    yield sentence(code, {"path": file.path}, language)
    before, after = file.before or b"", file.after or b""
    if b"\0" in before + after:
        yield f"    {sentence('plan-not-text', {}, language)}"
        return
    old, new = (one.decode("utf-8", "replace").splitlines() for one in (before, after))
    lines = list(difflib.unified_diff(old, new, lineterm="", n=_CONTEXT))[2:]
    for line in lines:
        shown = "…" if line.startswith("@@ ") else line
        yield f"    {safe_line(shown)}" if shown.strip() else ""
