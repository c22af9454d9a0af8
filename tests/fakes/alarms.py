"""The alarm's issues kept in memory, with the same promises as on GitHub."""

from dataclasses import dataclass, field

from sns_cli.errors import HostError
from sns_cli.model.alarm import Issue, is_alarm


@dataclass
class KeptIssue:
    """An issue, open or closed.

    Attributes:
        said: its comments, oldest first.
    """

    number: int
    title: str
    body: str
    open: bool = True
    said: list[str] = field(default_factory=list)


class AlarmBoard:
    """Keeps issues.

    Attributes:
        failures: raised one by one instead of doing what is asked.
    """

    def __init__(self) -> None:
        self.issues: list[KeptIssue] = []
        self.failures: list[HostError] = []
        self.closed = False

    def standing(self) -> tuple[Issue, ...]:
        self._may_fail()
        found = (one for one in self.issues if one.open and is_alarm(one.body))
        return tuple(Issue(one.number, one.body) for one in found)

    def open(self, title: str, body: str) -> None:
        self._may_fail()
        self.issues.append(KeptIssue(len(self.issues) + 1, title, body))

    def edit(self, number: int, body: str) -> None:
        self._may_fail()
        self._issue(number).body = body

    def say(self, number: int, text: str) -> None:
        self._may_fail()
        self._issue(number).said.append(text)

    def close_issue(self, number: int) -> None:
        self._may_fail()
        self._issue(number).open = False

    def close(self) -> None:
        self.closed = True

    def _issue(self, number: int) -> KeptIssue:
        return next(one for one in self.issues if one.number == number)

    def _may_fail(self) -> None:
        if self.failures:
            raise self.failures.pop(0)
