"""What a run found → the one issue that calls for people.

What is said is said first and written down after: whatever is cut off in between is
said once more, and never not at all.
"""

from collections.abc import Sequence

from sns_cli.model.alarm import (
    AlarmEntry,
    AlarmWords,
    Issue,
    Look,
    body_of,
    entries_in,
    news,
)
from sns_cli.ports import Alarms


def settle(alarms: Alarms, look: Look, words: AlarmWords) -> None:
    """Open, change or close the issue as what stands now asks for.

    Raises:
        HostError: the host does not answer, or does not take it.
    """
    issues = alarms.standing()
    old = [entry for issue in issues for entry in entries_in(issue.body)]
    new = look.after(old)
    if not issues:
        if new:
            alarms.open(words.title, body_of(new, words))
        return
    first, *others = issues
    _change(alarms, first, new, words)
    for twin in others:
        alarms.say(twin.number, words.twice.format(number=first.number))
        alarms.close_issue(twin.number)


def _change(
    alarms: Alarms, issue: Issue, new: Sequence[AlarmEntry], words: AlarmWords
) -> None:
    """Bring an issue up to date; people are told when something came or went."""
    old = tuple(entries_in(issue.body))
    said = _comment(old, new, words)
    if said is not None:
        alarms.say(issue.number, said)
    body = body_of(new, words)
    if body != issue.body.replace("\r\n", "\n"):
        alarms.edit(issue.number, body)
    if not new:
        alarms.close_issue(issue.number)


def _comment(
    old: Sequence[AlarmEntry], new: Sequence[AlarmEntry], words: AlarmWords
) -> str | None:
    if not new:
        return words.over
    came = news(old, new)
    if came:
        return "\n\n".join([words.added, *(one.text for one in came)])
    gone = {one.line for one in old} - {one.line for one in new}
    return words.fewer if gone else None
