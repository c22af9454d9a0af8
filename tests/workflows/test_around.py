"""What happens around a publishing run: it is cancelled, and people are told of it."""

import signal
import subprocess
import time

from sns_cli.adapters.rehearsal.faults import fault_of
from tests.fakes.github import TOKEN, GitHub, Pull
from tests.support.git_command import text
from tests.workflows.world import Office


def test_a_cancelled_run_finishes_what_it_has_in_hand(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.server.add_fault(fault_of({"fault": "accept-then-hang", "seconds": 1}))

    def cancel(name: str, shell: "subprocess.Popen[str]") -> None:
        if name == "Publish what is due":
            while not office.sent() and shell.poll() is None:
                time.sleep(0.02)
            shell.send_signal(signal.SIGTERM)

    office.host.started = cancel
    run = office.publish()

    step = run.step("Publish what is due")
    assert step.code >= 0, "the shell died of the signal, and the program never heard"
    assert office.world.archived()[0] == "first.x.1-claimed"
    assert len(office.world.archived()) > 1, step.out


def test_the_proposal_is_told_once_what_became_of_it(office: Office) -> None:
    merge = office.world.approve_post("first", "おはなし会を開きます。")
    head = text(office.world.remote, "rev-parse", f"{merge}^2")
    office.host.token = TOKEN
    with GitHub() as github:
        github.knows(Pull(1, head, merge), merge, head)
        office.host.more = {"GITHUB_API_URL": github.base}

        first, second = office.publish(), office.publish()

    assert first.conclusion == second.conclusion == "success", first.out
    assert github.complaints == []
    assert len(github.said(1)) == 1
    assert "https://x.com/example_lib/status/" in github.said(1)[0]
    assert "https://x.com/example_lib/status/" in first.summary
    assert TOKEN not in first.out + first.summary
