"""Mutants written by hand: of patterns and limits, which no operator takes apart."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Written:
    """A piece of a module's text that is written otherwise.

    Attributes:
        module: path below ``sns_cli``.
        where: the table that holds it.
        old: stands once in the module.
        new: takes its place.
    """

    module: str
    where: str
    old: str
    new: str


_COMMIT: Final = "approval/commit.py"
_HELPER: Final = "adapters/second_process.py"
_SSHSIG: Final = "approval/sshsig.py"

WRITTEN: Final = (
    Written(_COMMIT, "_FORM", "(?:UTF-8|utf-8)", r"[^\n]+"),
    Written(
        _COMMIT, "_FORM", r'    rb"\n"' + "\n)", r'    rb"(?:[a-z].*\n)*\n"' + "\n)"
    ),
    Written(_COMMIT, "_FORM", r'(?:\n [^\n]*)*))\n)?"', r'(?:\n [^\n]*)*))\n)*"'),
    Written(_COMMIT, "_FORM", "(?:encoding", r"(?:note .*\n)?(?:encoding"),
    Written(_COMMIT, "_PERSON", "[0-9]{1,11}", "[0-9]+"),
    Written(_COMMIT, "_PERSON", "[+-][0-9]{4}", "[+-][0-9]+"),
    Written(_COMMIT, "_PERSON", r"[^<>\n]*<", r"[^\n]*<"),
    Written(_COMMIT, "_PERSON", r"([^<>\n]*)>", r"([^\n]*)>"),
    Written("approval/rules/form.py", "SLACK", "minutes=5", "minutes=6"),
    Written("approval/rules/form.py", "SLACK", "minutes=5", "minutes=4"),
    Written(_SSHSIG, "_LINES", "(70, 76)", "(70, 76, 64)"),
    Written(_SSHSIG, "_LINES", "(70, 76)", "(76,)"),
    Written(_SSHSIG, "_LINES", "(70, 76)", "(70,)"),
    Written(_SSHSIG, "_TOUCHED", "0x01", "0x05"),
    Written("approval/rules/again.py", "_HEX", '"abcdef"', '"abcdefABCDEF"'),
    Written("approval/rules/again.py", "_HEX_LENGTH", "= 64", "= 63"),
    Written(_HELPER, "_HOLDS", "_HOLDS if holds(place) else _ELSE", "_HOLDS"),
    Written(_HELPER, "_HOLDS", "reversed(range(count))", "range(count)"),
    Written(_HELPER, "_HOLDS", "count - 1", "count"),
    Written(_HELPER, "_HOLDS", "== _HOLDS", "in (_HOLDS, _ELSE)"),
    Written("parse/host_record.py", "_LARGEST", "1024 * 1024", "1024 * 1024 * 1024"),
    Written("parse/host_record.py", "SCHEMA", '"approval/1"', '"approval/2"'),
    Written("model/platform.py", "RECORDS", "approvals/", ""),
)
