"""Tools that a machine with only git, make and Python need not have."""

import shutil

import pytest

needs_openssh = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None or shutil.which("ssh-agent") is None,
    reason="OpenSSH is not on this machine",
)
"""For tests that hold our signatures against OpenSSH's own."""
