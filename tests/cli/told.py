"""What every message about a failure must be."""

import re

from tests.support.runs import Run

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
NEXT_STEP = re.compile(
    r"ください|します|られます|--help|例: |ある宛先|いる人|ある名前|近い名前"
)
"""Words of a sentence that says how to go on."""


def told_badly(run: Run) -> str | None:
    """Return what is wrong with the message of a failure, if anything is.

    It is one message, in Japanese, and says how to go on.
    """
    told = [line for line in run.err.splitlines() if not line.startswith("注意: ")]
    if run.out:
        return "a failure with a result"
    if not told or not told[0].startswith("エラー: "):
        return "no message"
    if sum(line.startswith("エラー") for line in told) != 1:
        return "several messages"
    if not all(JAPANESE.search(line) for line in told):
        return "a line without Japanese"
    return None if NEXT_STEP.search("\n".join(told)) else "no way out"
