"""What an approved emergency goes through before it is public, with its times."""

import subprocess
import time

from tests.workflows.runner import JobRun
from tests.workflows.world import Office


def timed_push(office: Office) -> tuple[JobRun, list[tuple[str, float]]]:
    """Run the job that a push to main starts; return it and seconds by step.

    A step that is an action of the host's is counted with the step after it.
    """
    begun: list[tuple[str, float]] = []

    def started(name: str, _: "subprocess.Popen[str]") -> None:
        begun.append((name, time.monotonic()))

    office.host.started = started
    run = office.publish("push")
    ends = [at for _, at in begun[1:]] + [time.monotonic()]
    return run, [(name, end - at) for (name, at), end in zip(begun, ends, strict=True)]
