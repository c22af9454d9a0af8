"""`make bench`: the figures of the design, medians of one run, with their ratios.

Usage: bench/run.py [number of posts, default 10000]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.library import BenchLibrary, build, post_text  # noqa: E402
from sns_cli.adapters.git.history import GitHistory  # noqa: E402
from sns_cli.adapters.git.repository import open_repository  # noqa: E402
from sns_cli.approval.commit import split_commit  # noqa: E402
from sns_cli.approval.sshsig import parse_signature, verify  # noqa: E402

SNS = (sys.executable, "-m", "sns_cli")
RUNS = 5


def environment(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": tempfile.gettempdir(), **more}


def once(command: Sequence[str], cwd: Path, **more: str) -> float:
    """Return the seconds of a whole process."""
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=cwd, env=environment(**more), capture_output=True, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{command}: {done.returncode}\n{done.stderr.decode()}")
    return seconds


def process(command: Sequence[str], cwd: Path, **more: str) -> float:
    """Return the median seconds of a whole process."""
    return statistics.median(once(command, cwd, **more) for _ in range(RUNS))


def cores() -> str:
    """Return on how many cores this runs: a second one takes half the signatures."""
    usable = getattr(os, "sched_getaffinity", None)
    count = len(usable(0)) if usable else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return f"{count}" if load is None else f"{count}, load {load:.1f}"


def inner(work: Callable[[], object]) -> float:
    """Return the median seconds of a call in this process."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def row(what: str, value: str, figure: str = "") -> None:
    print(f"{what:<58} {value:>14}   {figure}", flush=True)


def measure_start() -> None:
    typer = process((sys.executable, "-c", "import typer"), ROOT)
    shown = process((*SNS, "--help"), ROOT)
    row("sns --help", f"{shown:.3f} s", f"{shown / typer:.2f} x import typer (<= 2.5)")


def measure_lint(folder: Path) -> None:
    for count, figure in ((1, "<= 0.30 s"), (200, "<= 0.7 s")):
        root = folder / f"lint-{count}"
        posts = root / "posts" / "2026" / "12"
        posts.mkdir(parents=True)
        (root / "sns.toml").write_bytes((ROOT / "sns.toml").read_bytes())
        for number in range(count):
            text = post_text(number)
            (posts / f"p{number}.md").write_text(text, encoding="utf-8")
        seconds = process((*SNS, "lint"), root)
        row(f"sns lint, {count} posts", f"{seconds:.3f} s", figure)
    measure_lint_inner(folder / "lint-200")


def measure_lint_inner(root: Path) -> None:
    from sns_cli.adapters.environment import Environment
    from sns_cli.bootstrap.checking import check
    from sns_cli.bootstrap.folder import open_folder
    from sns_cli.bootstrap.selecting import named

    folder = open_folder(Environment({}), root)
    seconds = inner(lambda: check(named(folder, []), None, "ja")) / 200
    row("sns lint, one post, inner loop", f"{seconds * 1000:.3f} ms", "<= 1.5 ms")


def floor(library: BenchLibrary) -> float:
    """Return the seconds of git log + cat-file + bare Ed25519 verifications."""
    log = "git log --first-parent -m --raw -z -r --no-renames --format=%H HEAD"
    start = time.perf_counter()
    subprocess.run(log, shell=True, cwd=library.clone, check=True, capture_output=True)
    ids = subprocess.run(
        "git rev-list --first-parent HEAD | git cat-file --batch",
        shell=True,
        cwd=library.clone,
        check=True,
        capture_output=True,
    )
    seconds = time.perf_counter() - start
    history = GitHistory(open_repository(library.clone))
    head = open_repository(library.clone).head()
    signed = []
    for commit in history.chain(head, None).commits:
        parts = split_commit(commit.raw)
        if parts.signature is not None:
            signed.append((parts.payload, parse_signature(parts.signature)))
    start = time.perf_counter()
    for payload, signature in signed:
        verify(payload, signature)
    assert ids.stdout
    return seconds + time.perf_counter() - start


def measure_history(folder: Path, count: int) -> None:
    start = time.perf_counter()
    library = build(folder / "library", count)
    built = time.perf_counter() - start
    row(f"(building {count} signed merges, {count} deliveries)", f"{built:.1f} s")
    pin = {"SNS_INTRODUCTION": library.introduction}
    key = {"SNS_PUBLISHER_KEY": library.publisher_key}
    prove = (*SNS, "authenticate", "--format", "json")
    rounds = [
        (
            floor(library),
            once(prove, library.clone, **pin),
            once((*SNS, "publish"), library.clone, **pin, **key),
        )
        for _ in range(RUNS)
    ]
    # One after the other in every round: whatever else the machine does meets all.
    least, proven, idle = (statistics.median(one) for one in zip(*rounds, strict=True))
    row("floor: git log + cat-file + bare verifications", f"{least:.3f} s")
    ratio = f"{proven / least:.2f} x the floor (<= 1.5)"
    row(f"sns authenticate, {count} signed merges", f"{proven:.3f} s", ratio)
    measure_verify_commit(library, proven / count)
    ratio = f"{idle / proven:.2f} x authenticate (<= 1.2)"
    row(f"sns publish, nothing due, {count} delivered", f"{idle:.3f} s", ratio)


def measure_verify_commit(library: BenchLibrary, each: float) -> None:
    """Compare with one `git verify-commit` per commit, on a sample."""
    signers = library.clone.parent / "allowed_signers"
    signers.write_text(f"* {library.director_key}\n", encoding="ascii")
    sample = 20
    command = (
        f"for c in $(git rev-list --first-parent -n {sample} HEAD); do "
        f"git -c gpg.ssh.allowedSignersFile={signers} verify-commit $c; done; true"
    )
    seconds = process(("sh", "-c", command), library.clone) / sample
    row(
        "git verify-commit, one process a commit",
        f"{seconds * 1000:.1f} ms",
        f"{seconds / each:.0f} x ours (>= 90)",
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(prefix="sns-bench-") as name:
        folder = Path(name)
        row("cores", cores())
        measure_start()
        measure_lint(folder)
        measure_history(folder, count)


if __name__ == "__main__":
    main()
