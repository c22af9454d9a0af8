"""A remote that takes a push and does not answer: ``python -m tests.flow.soak_hang``.

It takes as long as git is given for the network (two minutes), so it is not part of
``make test``. Struck is the first push, a claim: before the remote has applied it, and
after. Either way git is killed, and what became of it is found out by fetching.
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.support.forks import Forked
from tests.support.isolation import isolated_environment
from tests.support.library import Library
from tests.support.library_files import post, publishing, text_of

HANG_ONCE = """
cat > /dev/null
mkdir "$GIT_DIR/hung" 2>/dev/null || exit 0
exec sleep 600
"""
HOOKS = ("pre-receive", "post-receive")


def start(folder: Path, hook: str) -> tuple[Library, Forked]:
    """Start a publisher on a library whose remote hangs in that hook, once."""
    library = Library(folder)
    library.approve(post("kyukan"), post("ohanashi"))
    library.hook(hook, HANG_ONCE)
    return library, library.fork(*publishing())


def finish(library: Library, started: Forked) -> None:
    """Wait for it, and check that each post was sent once."""
    with library:
        run = started.wait()
        # 5: once the answer was given up, the claim was too old to be sent on.
        assert run.code in {0, 5}, run
        assert library.publish(minutes=22).code == 0
        assert sorted(library.sent()) == [text_of("kyukan"), text_of("ohanashi")]
        library.fsck()


def main() -> None:
    """Do both at once, and print how long they took."""
    isolated = isolated_environment()
    next(isolated)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        started = [start(Path(folder) / hook, hook) for hook in HOOKS]
        for library, run in started:
            finish(library, run)
    seconds = time.monotonic() - began
    sys.stdout.write(f"a hanging remote: {len(HOOKS)} runs, {seconds:.0f} s\n")
    next(isolated, None)


if __name__ == "__main__":
    main()
