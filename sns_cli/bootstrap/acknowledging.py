"""``acknowledge``: what ``main`` knows of an account's posts and profiles."""

from collections.abc import Sequence

from sns_cli.bootstrap.changing import Changer
from sns_cli.model.event import EventName
from sns_cli.model.profile import KnownProfile
from sns_cli.pipeline.ledger import known_profiles, ledger_files, read_entries
from sns_cli.publish.look import taken_ids


def published_ids(changer: Changer, account: str) -> frozenset[str]:
    """Return the numbers of the posts that came from here."""
    files = ledger_files(changer.history, changer.head)
    wanted = {
        name: blob
        for name, blob in files.blobs.items()
        if name.event is EventName.PUBLISHED and name.key.account == account
    }
    entries = read_entries(changer.history, wanted)
    return taken_ids(files.ledger.with_entries(entries), account)


def profiles_of(changer: Changer, account: str) -> Sequence[KnownProfile]:
    """Return what the account said of itself, oldest first."""
    return known_profiles(changer.history, changer.head).get(account, ())
