"""The publisher's way to a host that speaks SSH, with a real agent and a mock host.

``ssh`` itself is replaced by a program that notes how it was called and which keys the
agent holds, and then runs git's other half on this machine.
"""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from sns_cli.adapters.sshsig_signer import public_key_of
from tests.support.tools import needs_openssh
from tests.workflows.runner import JobRun
from tests.workflows.world import Office

pytestmark = needs_openssh

SSH = """\
#!/bin/bash
{{ echo "$*"; ssh-add -L; }} >> {log}
cd {host}
exec bash -c "${{!#}}"
"""


@pytest.fixture
def log(office: Office) -> Path:
    """Put the library at an https address whose SSH side is this machine."""
    folder = office.world.folder
    log, programs, host = folder / "ssh.log", folder / "bin", folder / "host"
    programs.mkdir()
    (host / "city").mkdir(parents=True)
    (host / "city" / "library.git").symlink_to(office.world.remote)
    ssh = programs / "ssh"
    text = SSH.format(log=shlex.quote(str(log)), host=shlex.quote(str(host)))
    ssh.write_text(text, encoding="utf-8")
    ssh.chmod(0o755)
    office.host.more = {"PATH": f"{programs}:{os.environ['PATH']}"}
    office.host.address = "https://git.example.jp/city/library"
    office.world.approve_post("first", "おはなし会を開きます。")
    return log


def publish(office: Office) -> JobRun:
    run = office.publish()
    key = office.host.secrets["SNS_PUBLISHER_KEY"]
    kept = (path for path in office.host.folder.rglob("*") if path.is_file())
    assert not any(key.encode()[40:120] in path.read_bytes() for path in kept)
    return run


def test_the_deploy_key_reaches_main_from_the_agent_alone(
    office: Office, log: Path
) -> None:
    # A key pasted on another system ends its lines differently.
    key = office.host.secrets["SNS_PUBLISHER_KEY"]
    secrets = {**office.host.secrets, "SNS_PUBLISHER_KEY": key.replace("\n", "\r\n")}
    office.host.secrets = secrets

    run = publish(office)

    assert run.conclusion == "success", run.out
    assert office.sent() == ["おはなし会を開きます。"]
    called = log.read_text(encoding="utf-8")
    assert called.count("git-receive-pack") >= 2
    assert "git@git.example.jp git-upload-pack 'city/library.git'" in called
    assert public_key_of(key).split()[1] in called
    known = office.host.folder / "run 1" / "work" / "tool" / ".github/sns/known_hosts"
    assert f'UserKnownHostsFile="{known}"' in called
    assert known.is_file()
    assert "StrictHostKeyChecking=yes" in called


def test_the_key_is_forgotten_at_the_end(office: Office, log: Path) -> None:
    run = publish(office)

    assert log.exists()
    last = run.step("Forget the key")
    assert last.outcome == "success", last.out
    listed = subprocess.run(
        ["ssh-add", "-l"],
        env={**os.environ, "SSH_AUTH_SOCK": last.env["SSH_AUTH_SOCK"]},
        capture_output=True,
        check=False,
    )
    assert listed.returncode == 2  # no agent answers


@pytest.mark.parametrize("key", ["", "no key at all"])
def test_a_key_that_is_missing_or_broken_is_said(
    office: Office, log: Path, key: str
) -> None:
    office.host.secrets = {**office.host.secrets, "SNS_PUBLISHER_KEY": key}

    run = office.publish()

    clone = run.step("Clone the library")
    assert clone.code == 4
    assert "::error::" in clone.out
    assert "SNS_PUBLISHER_KEY" in clone.out
    assert not log.exists()
    assert run.step("Publish what is due").outcome == "skipped"
