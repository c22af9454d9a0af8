"""Where trust starts anew: what may be left behind, and what must not come along."""

import datetime as dt
from typing import Final

from sns_cli.errors import RefusedError
from sns_cli.model.delivery import PostState
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import FINAL, DeliveryKey, Ledger
from sns_cli.model.proof import ApprovedPost
from sns_cli.model.settings import Settings
from sns_cli.parse.edit_grants import end_grant
from sns_cli.parse.edit_people import drop_keys
from sns_cli.parse.settings import parse_settings
from sns_cli.pipeline.damage import stray_media
from sns_cli.pipeline.people import Newcomer, succeed
from sns_cli.pipeline.proof import Proof
from sns_cli.pipeline.snapshot import take_snapshot
from sns_cli.ports import History
from sns_cli.schedule.timing import timing

PAGE: Final = "docs/introductions.md"
"""Where former introductions are kept."""

_HEAD: Final = """\
# 信頼の起点の記録

この図書館がこれまで使った信頼の起点です。いまの起点は、この表ではなく、
置き場所の変数 SNS_INTRODUCTION と紙の控えにあります。

| いつまで | 起点 | わけ |
|---|---|---|
"""


def kept_page(
    before: bytes | None, former: CommitId, today: dt.date, why: str
) -> bytes:
    """Return the page of former introductions with one more.

    Args:
        before: the page as it is, if there is one.
        former: the introduction that is left.
        today: of the library.
        why: on one line.
    """
    text = _HEAD if before is None else before.decode("utf-8", "replace")
    if not text.endswith("\n"):
        text += "\n"
    shown = " ".join(why.replace("|", "/").split())
    return f"{text}| {today} | `{former}` | {shown} |\n".encode()


def undelivered(
    history: History, proof: Proof, now: dt.datetime
) -> tuple[ApprovedPost, ...]:
    """Return the approved posts that are still to go out at ``now`` (aware)."""
    _, snapshot = take_snapshot(history, proof, now, None)
    return tuple(
        one
        for one in snapshot.approved
        if _is_to_come(one, snapshot.ledger, snapshot.policy, now)
    )


def _is_to_come(
    one: ApprovedPost, ledger: Ledger, policy: Settings, now: dt.datetime
) -> bool:
    if one.post.meta.retracts is not None:
        return False
    return any(
        ledger.of(DeliveryKey(one.post.id, account)).state not in FINAL
        and timing(one, account, policy, now).state is not PostState.EXPIRED
        for account in policy.accounts_of(one.post.meta.accounts)
    )


def check_forward(history: History, proof: Proof, now: dt.datetime) -> None:
    """Refuse to move the introduction where that would change what counts.

    Raises:
        RefusedError: something stands that a new introduction would cover up, bring to
            life again, or lose.
    """
    for refusal in proof.authentication.blocking:
        raise RefusedError("introduce-blocked", refusal=refusal)
    stray = [one.path for one in stray_media(proof) if one.now is not None]
    if stray:
        raise RefusedError("introduce-stray", paths=", ".join(stray[:3]))
    policy = proof.walk.policy
    lapsed = [one.id for one in policy.settings.grants if policy.lapsed(one)]
    if lapsed:
        raise RefusedError("introduce-lapsed", grants=", ".join(lapsed))
    waiting = [one.post.id for one in undelivered(history, proof, now)]
    if waiting:
        raise RefusedError("introduce-undelivered", posts=", ".join(waiting[:5]))


def taken_over(content: bytes, newcomer: Newcomer, today: dt.date) -> bytes | None:
    """Return the settings of a library whose directors are gone, under a new one.

    Keys of directors go, all grants too: who gave them cannot be asked, and an
    introduction would give them anew in the new director's name.
    """
    parsed = parse_settings(content)
    if not isinstance(parsed, Settings):
        return None
    edited: bytes | None = content
    for name in parsed.directors():
        edited = None if edited is None else drop_keys(edited, name)
    for grant in parsed.grants:
        edited = None if edited is None else end_grant(edited, grant.id, None)
    return None if edited is None else succeed(edited, newcomer, today, keep=False)
