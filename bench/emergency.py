"""How long an approved emergency takes on this machine, step by step.

    python -m bench.emergency

The job is the one of ``publish.yml``, run by the tests' runner on this machine: what a
host adds (finding a machine, fetching the program over the network) is not in it.
"""

import tempfile
from pathlib import Path
from statistics import median

from tests.support.installed import installed
from tests.workflows.emergency import timed_push
from tests.workflows.world import World, new_server, open_office

RUNS = 5


def main() -> None:
    """Print the median of each step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = folder / "program"
        place.mkdir()
        program = installed(place).program
        first = World.begin(folder / "world")
        found: dict[str, list[float]] = {}
        for number in range(RUNS):
            place = folder / str(number)
            place.mkdir()
            with new_server(place) as server:
                office = open_office(first.copy(place / "office"), program, server)
                office.world.approve_post("teiden", "停電のため、臨時休館します。")
                run, steps = timed_push(office)
            if not office_sent(run.out):
                raise SystemExit(run.out)
            for step, seconds in steps:
                found.setdefault(step, []).append(seconds)
    for step, times in found.items():
        print(f"{median(times):7.2f} s  {step}")
    print(f"{sum(map(median, found.values())):7.2f} s  from the push to public")


def office_sent(out: str) -> bool:
    """Tell whether the job's log says that the post is public."""
    return "公開しました" in out


if __name__ == "__main__":
    main()
