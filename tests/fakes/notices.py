"""Notices kept in memory, with the same promises as on GitHub."""

from collections.abc import Sequence

from sns_cli.errors import HostError
from sns_cli.model.notice import Notice, marks_in


class NoticeBoard:
    """Keeps what is told, by proposal.

    Attributes:
        proposals: the proposal's number, by the commit or head that it is known by.
        comments: number and text, oldest first.
        failures: raised one by one instead of writing.
    """

    def __init__(self) -> None:
        self.proposals: dict[str, int] = {}
        self.comments: list[tuple[int, str]] = []
        self.failures: list[HostError] = []
        self.closed = False

    def news(self, notices: Sequence[Notice]) -> tuple[Notice, ...]:
        known = self._known([text for _, text in self.comments])
        return tuple(notice for notice in notices if notice.news(known))

    def tell(self, notice: Notice) -> None:
        if self.failures:
            raise self.failures.pop(0)
        number = next(
            (
                self.proposals[name]
                for one in notice.brought
                for name in (one.commit, one.head)
                if name in self.proposals
            ),
            None,
        )
        if number is None:
            return
        known = self._known([text for at, text in self.comments if at == number])
        parts = notice.news(known)
        if parts:
            self.comments.append((number, notice.body(parts)))

    def close(self) -> None:
        self.closed = True

    def _known(self, texts: Sequence[str]) -> dict[str, str]:
        return {mark.delivery: mark.told for text in texts for mark in marks_in(text)}
