"""Linted → approved: what a history proves, as one step or continued later.

A publisher that lost a race judges only the new commits: keep the :class:`Walk` and
:func:`extend` it.
"""

import datetime as dt

from sns_cli.approval.conclude import conclude
from sns_cli.approval.onward import extend, prove_content
from sns_cli.approval.walk import Walk, begin
from sns_cli.model.history import Chain
from sns_cli.model.proof import Authentication
from sns_cli.ports import History, Platform

__all__ = ["Walk", "authenticate", "begin", "conclude", "extend", "prove_content"]


def authenticate(
    history: History,
    chain: Chain,
    real_now: dt.datetime,
    platform: Platform | None = None,
) -> tuple[Walk, Authentication]:
    """Judge every commit of ``chain`` and return what that proves at its end.

    Args:
        history: where objects are read.
        chain: from the introduction to the head.
        real_now: the real time (aware).
        platform: asked who merged what (evidence ``platform``); None asks nobody.

    Raises:
        HistoryError: an object cannot be read.
        SettingsError: the introduction's ``sns.toml`` is invalid.
    """
    walk = begin(history, chain, real_now, platform=platform)
    walk = extend(walk, chain.commits)
    return walk, conclude(walk)
