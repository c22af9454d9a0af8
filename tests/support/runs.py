"""What a run of ``sns`` came to."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Run:
    """A process that ended.

    Attributes:
        code: the exit code; negative if a signal ended it.
    """

    code: int
    out: str
    err: str

    @cached_property
    def json(self) -> Mapping[str, Any]:
        """The one JSON object it printed."""
        assert self.out, self
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value

    @property
    def states(self) -> Mapping[str, str]:
        """State by post; for accounts other than ``x`` by ``post@account``."""
        return {_name(one): one["state"] for one in self.json["deliveries"]}

    @property
    def reasons(self) -> Mapping[str, str | None]:
        """Reason by post, as ``states``."""
        return {_name(one): one["reason"] for one in self.json["deliveries"]}

    @property
    def notes(self) -> list[str]:
        """Codes of what was said about the whole run."""
        return [note["code"] for note in self.json["notes"]]


def finish(process: "subprocess.Popen[bytes]") -> Run:
    """Wait for a process and return what it came to."""
    out, err = process.communicate(timeout=120)
    return Run(process.returncode, out.decode(), err.decode())


def _name(delivery: Mapping[str, str]) -> str:
    post, account = delivery["post"], delivery["account"]
    return post if account in {"x", None} else f"{post}@{account}"
