"""The deliberate bugs. A simulation that lets one live proves nothing.

They are put around the real engine (what it asks and what it is told) or in place of
one of the decisions it is handed, so that the product holds no switch for them. Those
of delivery.md 2.2 say so.
"""

import datetime as dt
from dataclasses import replace

from sns_cli.ports import PushResult
from tests.simulation import bugs
from tests.simulation import bugs_of_pictures as pictures
from tests.simulation import bugs_of_plans as plans
from tests.simulation.bending import (
    Told,
    around,
    bounds,
    classified,
    rewritten,
    seen,
)
from tests.simulation.world import Mutant

_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)


def _told(name: str, told: Told) -> Mutant:
    return Mutant(name, wrap=around(told))


PUSHING = (
    _told("nonce shared by all runs (2.2: shared nonce)", bugs.same_nonce),
    _told(
        "unanswered push counts as won (2.2: ambiguous claim = success)",
        bugs.won(PushResult.UNKNOWN),
    ),
    _told(
        "lost push counts as won (2.2: ignored claim result)",
        bugs.won(PushResult.LOST),
    ),
    _told("refused push counts as won", bugs.won(PushResult.REFUSED)),
    Mutant(
        "lost push repeated on any tip (2.2: blind overwrite)",
        wrap=bugs.push_on_any_tip,
    ),
    Mutant(
        "receipt before the send (2.2)",
        wrap=around(asked=rewritten(bugs.receipt_with_claim)),
    ),
    Mutant(
        "receipt lost beside the next claim", wrap=around(asked=bugs.receipts_dropped)
    ),
    Mutant("deaf after an unanswered push", wrap=bugs.deaf_after_an_unanswered_push),
)
SENDING = (
    Mutant("HTTP retries (2.2)", wrap=bugs.send_again),
    Mutant("5xx proves unsent (2.2)", config=classified(bugs.errors_are_unsent)),
    Mutant("no answer proves unsent", config=classified(bugs.silence_is_unsent)),
    Mutant("success without id proves unsent", config=classified(bugs.no_id_is_unsent)),
    Mutant("403 duplicate is rejected", config=classified(bugs.duplicate_is_rejected)),
    _told("clocks not compared", bugs.no_time_told),
    _told("account not compared", bugs.any_account_will_do),
)
DOUBTING = (
    Mutant("absence proves unsent", wrap=bugs.absence_is_proof(when_down=False)),
    Mutant(
        "timeline down proves unsent (2.2: timeline down = absent)",
        wrap=bugs.absence_is_proof(when_down=True),
    ),
    _told("doubts are sent again", bugs.doubts_look_unsent),
    Mutant(
        "doubts are sent again after five minutes (2.2)",
        wrap=bugs.doubts_of_five_minutes_look_unsent,
    ),
    Mutant(
        "young claims are doubted (2.2: SENDING taken over early)",
        config=bounds(settle_after=dt.timedelta(0)),
    ),
    Mutant(
        "claims are doubted after ten minutes (2.2: margin 600 s)",
        config=bounds(settle_after=10 * _MINUTE),
    ),
    Mutant(
        "older post taken for ours",
        config=lambda made: replace(made, match=bugs.match_any_time),
        wrap=around(asked=bugs.read_back_all),
    ),
    Mutant(
        "any post taken for ours",
        config=lambda made: replace(made, match=bugs.match_any_text),
    ),
    Mutant(
        "post that ends alike taken for ours",
        config=lambda made: replace(made, match=bugs.ends_alike),
    ),
    Mutant(
        "first of two hits taken for ours",
        config=lambda made: replace(made, match=bugs.first_of_several),
    ),
    Mutant(
        "post of another delivery in doubt taken for ours",
        config=lambda made: replace(made, match=bugs.rivals_ignored),
    ),
    Mutant(
        "post of a settled delivery taken for ours",
        config=lambda made: replace(made, match=bugs.taken_ignored),
    ),
    _told("second look: a timeline that is down is empty", bugs.failed_looks_are_empty),
    Mutant("no second look", wrap=bugs.no_second_look),
    Mutant("second look only right after the decision", wrap=bugs.second_look_once),
)
TAKING_DOWN = (
    _told("deletion believed without an answer", bugs.silent_deletes_count),
    _told("deletion believed whatever is answered", bugs.refused_deletes_count),
    Mutant(
        "requests to take down wait for the end of a pause",
        wrap=seen(plans.requests_wait_for_the_pause),
    ),
    Mutant(
        "requests to take down hold nothing back",
        wrap=seen(plans.requests_hold_nothing_back),
    ),
)
MAIN = (
    Mutant(
        "approvals as of the first fetch (2.2: no approval re-check)",
        wrap=plans.remember_first("approved"),
    ),
    Mutant("ledger as of the first fetch", wrap=plans.remember_first("ledger")),
    Mutant(
        "pause as of the first fetch", wrap=plans.remember_first("paused", "blocked")
    ),
    Mutant("settings as of the first fetch", wrap=plans.remember_first("policy")),
    Mutant("pauses ignored", wrap=seen(plans.never_paused)),
    Mutant("pause of the environment ignored", wrap=seen(plans.environment_ignored)),
    Mutant("pauses of accounts ignored", wrap=seen(plans.accounts_never_paused)),
    Mutant("blocks ignored", wrap=seen(plans.blocks_ignored)),
    Mutant("grants never end", wrap=seen(plans.grants_never_end)),
    Mutant("rejections do not stand", wrap=seen(plans.rejections_do_not_stand)),
)
TIMES = (
    Mutant("hours not looked at (2.2: no window check)", config=plans.hours_ignored),
    Mutant("hours not checked again before the send", config=plans.doors_stay_open()),
    Mutant("ends of posts not looked at", config=plans.ends_ignored),
    Mutant(
        "old claims are sent on (2.2: no freshness check)", config=bounds(fresh=_DAY)
    ),
    Mutant("tried again at once", config=bounds(retry_after=dt.timedelta(0))),
    Mutant("never given up", config=bounds(give_up_after=365 * _DAY)),
)
LIMITS = (
    Mutant("distance ignored", wrap=seen(plans.without("spacing_minutes"))),
    Mutant("distance kept by each post for itself", wrap=seen(plans.spacing_per_post)),
    Mutant("number per day ignored", wrap=seen(plans.without("max_per_day"))),
    Mutant("number per day counted by days of UTC", wrap=plans.days_of_utc),
    Mutant("budget ignored", wrap=seen(plans.without("monthly_budget_usd"))),
    Mutant("budget counts what was not sent", wrap=seen(plans.budget_counts_unsent)),
)
PICTURES = (
    _told("failed upload ignored", pictures.failed_uploads_count),
    _told("failed description ignored", pictures.missing_words_count),
    Mutant("pictures left out", wrap=around(asked=pictures.without_pictures)),
    Mutant("refused pictures left out", wrap=pictures.refused_pictures_wait),
    _told("pictures mixed up", pictures.mixed_up),
    Mutant(
        "bytes sent not archived", wrap=around(asked=rewritten(pictures.without_bytes))
    ),
)
MUTANTS = (
    *PUSHING,
    *SENDING,
    *DOUBTING,
    *TAKING_DOWN,
    *MAIN,
    *TIMES,
    *LIMITS,
    *PICTURES,
)
