"""Short words of causes become sentences on the screen."""

import pytest

from sns_cli.adapters.web.failures import _WORDS
from sns_cli.messages import catalogue
from sns_cli.model.reason import Reason
from sns_cli.publish.reconcile import NoMatch
from sns_cli.report.sentences import tell

OURS = {
    *("no-id-in-answer", "event-unreadable", "claim-too-old", "closed-meanwhile"),
    *("paused-meanwhile", "withdrawn-meanwhile", "account-changed-meanwhile"),
    *("account-without-credentials", "wrong-account", "clock-off"),
    *("credentials-refused", "payment-required", "account-refused", "account-ended"),
    *("media-not-prepared", "post-id-malformed", "not-deleted", "unexpected-error"),
}


def test_every_cause_has_a_sentence() -> None:
    words = {*OURS, *(one.value for one in NoMatch), *(word for _, word in _WORDS)}
    known = {
        code.removeprefix("because-") for code in catalogue() if "because-" in code
    }

    assert words == known - {"http"}


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("timeout", "時間切れ"),
        ("http-503", "番号 503"),
        ("closed-meanwhile", "時間が終わりました"),
        ("Tweet text is too long.", "Tweet text is too long."),
        ("\x1b[2J", "\\u001b"),
    ],
)
def test_a_cause_is_told_and_the_services_own_words_are_kept(
    reason: str, said: str
) -> None:
    shown = tell(Reason("not-sent-because", {"reason": reason}), "ja")

    assert said in shown or said.upper() in shown.upper()
    assert "\x1b" not in shown


def test_other_details_are_no_causes() -> None:
    assert "(timeout)" in tell(Reason("push-refused", {"detail": "(timeout)"}), "ja")
