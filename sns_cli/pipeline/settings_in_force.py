"""Which bytes of ``sns.toml`` are in force at a head, and what stands against them."""

from sns_cli.errors import HistoryError
from sns_cli.model.paths import SETTINGS
from sns_cli.model.proof import Refusal
from sns_cli.parse.settings import read_pause
from sns_cli.pipeline.last_approved import last_accepted
from sns_cli.pipeline.proof import Proof
from sns_cli.ports import History


def settings_in_force(history: History, proof: Proof) -> bytes:
    """Return ``sns.toml`` as the last accepted change left it.

    Raises:
        HistoryError: it cannot be read.
    """
    entry = last_accepted(proof.walk, [SETTINGS]).get(SETTINGS)
    if entry is None:
        introduction = proof.authentication.introduction
        raise HistoryError("introduction-without-settings", introduction=introduction)
    return history.read([entry.blob])[entry.blob]


def settings_at_head(history: History, proof: Proof) -> bytes | None:
    """Return ``sns.toml`` at the head, accepted or not; None if it is gone."""
    for file in history.files(proof.authentication.head, SETTINGS):
        if file.path == SETTINGS:
            return history.read([file.blob])[file.blob]
    return None


def refused_settings(proof: Proof) -> Refusal | None:
    """Return the refused change of ``sns.toml`` that stands at the head, if any."""
    for refusal in proof.authentication.blocking:
        if SETTINGS in refusal.blocked_paths:
            return refusal
    return None


def refused_pause(history: History, proof: Proof) -> Refusal | None:
    """Return the refused change of ``sns.toml`` that pauses everything, if any.

    It is in force although nobody entitled made it (design 5), and ends with it.
    """
    refusal = refused_settings(proof)
    if refusal is None or proof.authentication.policy.paused is not None:
        return None
    there = settings_at_head(history, proof)
    return None if there is None or read_pause(there) is None else refusal
