"""`publish.yml` where runs wait for a post's minute (the variable SNS_KEEP_ALIVE)."""

import datetime as dt
import signal
import subprocess
import time

import pytest

from tests.support.library_files import post
from tests.workflows.world import Office


def approve(office: Office, post_id: str, due: dt.datetime) -> None:
    path = f"posts/{due:%Y/%m}/{post_id}.md"
    text = post(post_id, "おはなし会を開きます。", publish_at=due.isoformat())
    office.world.propose(post_id, {path: text})
    office.world.approve(post_id)


def test_a_run_waits_for_the_minute_and_ends_when_it_is_cancelled(
    office: Office,
) -> None:
    office.host.variables = {**office.host.variables, "SNS_KEEP_ALIVE": "120"}
    office.world.approve_post("first", "蔵書点検です。")
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)  # noqa: TID251  (it runs now)
    approve(office, "second", soon.replace(microsecond=0))

    def cancel(name: str, shell: "subprocess.Popen[str]") -> None:
        if name == "Publish what is due":
            while "first.x.2-published" not in office.world.archived():
                assert shell.poll() is None
                time.sleep(0.1)
            time.sleep(2)  # from the receipt to the wait there is nothing left to do
            shell.send_signal(signal.SIGTERM)

    office.host.started = cancel
    run = office.publish()

    step = run.step("Publish what is due")
    assert (step.outcome, step.code) == ("success", 0), step.out
    assert "動き続け" in step.out
    assert "first → x: " in step.out
    assert office.sent() == ["蔵書点検です。"]


def test_with_nothing_to_wait_for_it_costs_no_minute_more(office: Office) -> None:
    office.host.variables = {**office.host.variables, "SNS_KEEP_ALIVE": "300"}
    office.world.approve_post("first", "蔵書点検です。")

    run = office.publish()

    assert run.conclusion == "success", run.out
    assert "動き続け" not in run.out
    assert office.sent() == ["蔵書点検です。"]


@pytest.mark.parametrize(
    "value", ["0", "301", "30m", "a[$(touch broken)]", " 30", "+5"]
)
def test_any_other_value_is_said_before_anything_is_done(
    office: Office, value: str
) -> None:
    office.host.variables = {**office.host.variables, "SNS_KEEP_ALIVE": value}

    run = office.publish()

    clone = run.step("Clone the library")
    assert (clone.outcome, clone.code) == ("failure", 2)
    assert clone.out.startswith("::error::")
    assert "SNS_KEEP_ALIVE" in clone.out
    assert run.step("Publish what is due").outcome == "skipped"
    assert not list(office.host.folder.rglob("broken"))
