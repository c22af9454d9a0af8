"""What ``actions/checkout`` does with the inputs our workflows give it."""

from collections.abc import Mapping
from pathlib import Path

from tests.support.git_command import git

_KNOWN = {"ref", "path", "fetch-depth", "sparse-checkout", "persist-credentials"}


def check_out(
    remote: str, workspace: Path, sha: str, wanted: Mapping[str, str]
) -> Path:
    """Fetch one commit to the declared depth; return the folder it is put into."""
    assert set(wanted) <= _KNOWN, set(wanted) - _KNOWN
    # The token would otherwise lie in .git/config, for every later step to read.
    assert wanted["persist-credentials"].lower() == "false"
    place = workspace / wanted.get("path", ".")
    place.mkdir(parents=True, exist_ok=True)
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "remote", "add", "origin", remote)
    depth = int(wanted.get("fetch-depth", "1"))
    options = [f"--depth={depth}"] if depth else []
    sparse = wanted.get("sparse-checkout", "").split()
    if sparse:
        options.append("--filter=blob:none")
        git(place, "sparse-checkout", "set", "--cone", *sparse)
    what = wanted.get("ref", sha)
    git(place, "fetch", "--quiet", "--no-tags", *options, "origin", what)
    git(place, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    return place
