"""Posts that ``verify`` does not see because another run takes them down."""

from collections.abc import Sequence

from sns_cli.model.delivery import Reason, Snapshot
from sns_cli.model.ledger import DeliveryKey, DeliveryState
from sns_cli.model.verification import Checked, Seen
from sns_cli.publish.compare import unknown
from sns_cli.publish.desk import Desk
from sns_cli.publish.effects import Fetch, FetchFailed, Step
from sns_cli.publish.retract import requests


def on_newest_ledger(desk: Desk, checked: Sequence[Checked]) -> Step[list[Checked]]:
    """Say of no post that it is missing while another run takes it down.

    The ledger was read before the timeline: what was taken down in between is on record
    only now, or still asked for.
    """
    if not any(one.state is Seen.MISSING for one in checked):
        return list(checked)
    fetched: Snapshot | FetchFailed = yield Fetch()
    if isinstance(fetched, FetchFailed):
        desk.note(fetched.reason, fetched.exit_code)
        asked: frozenset[DeliveryKey] = frozenset(one.key for one in checked)
        why = fetched.reason
    else:
        desk.snapshot, desk.ledger = fetched, fetched.ledger
        asked = frozenset(delivery.key for _, delivery in requests(desk))
        why = Reason("verify-being-taken-down")
    return [
        unknown(desk.ledger.of(one.key), why)
        if one.state is Seen.MISSING and one.key in asked
        else one
        for one in not_taken_down(desk, checked)
    ]


def not_taken_down(desk: Desk, checked: Sequence[Checked]) -> list[Checked]:
    """Return the findings without posts that are missing because of a retraction."""
    return [
        one
        for one in checked
        if one.state is not Seen.MISSING
        or desk.ledger.of(one.key).state is not DeliveryState.RETRACTED
    ]
