"""Why something is as it is: a code that ``messages`` turns into a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """A message code with the details its sentence needs."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)
