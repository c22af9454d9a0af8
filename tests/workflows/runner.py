"""A runner for our workflows: the ``run:`` steps, in order, as GitHub would run them.

    host = Host(remote, folder / "runner", secrets={…})
    run = host.start(tree / ".github/workflows/publish.yml", Event("schedule"))
    assert run.conclusion == "success"

Each step is a process of its own with exactly the environment that the workflow
declares, besides what every runner sets (``GITHUB_…``, ``RUNNER_…``, PATH, HOME), in
the shell that it declares. ``actions/checkout`` is the one action there is: it does
what its ``with:`` says, and refuses what it does not know. So does everything else: a
workflow that asks for a context, a key or an action unknown to this file fails.
"""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support.git_command import git
from tests.support.installed import MACHINE
from tests.workflows.checkout import check_out
from tests.workflows.expressions import Lenient, evaluate, expand, true

REPOSITORY = "city/library"
CLOSED = "http://127.0.0.1:9"
"""Where nobody answers: notices must not reach anything real from a test."""


Table = Mapping[Any, Any]
"""Part of a workflow file, as YAML reads it."""

_STEP = {"name", "id", "if", "env", "run", "uses", "with"}
_JOB = {
    "name",
    "if",
    "runs-on",
    "timeout-minutes",
    "environment",
    "permissions",
    "steps",
}


@dataclass(frozen=True)
class Event:
    """What starts a workflow."""

    name: str
    sha: str = "0" * 40
    ref: str = "refs/heads/main"
    inputs: Mapping[str, str] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    actor: str = "kancho-gh"
    fork: bool = False


@dataclass(frozen=True)
class Step:
    """How a step went.

    Attributes:
        outcome: ``success``, ``failure`` or ``skipped``.
        env: everything its process was told.
    """

    name: str
    outcome: str
    code: int = 0
    out: str = ""
    env: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass
class JobRun:
    """How a job went; ``summary`` is what its page shows."""

    steps: list[Step]
    summary: str = ""
    ran: bool = True

    @property
    def conclusion(self) -> str:
        if not self.ran:
            return "skipped"
        failed = any(step.outcome == "failure" for step in self.steps)
        return "failure" if failed else "success"

    def step(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    @property
    def out(self) -> str:
        return "".join(
            f"--- {step.name}: {step.code}\n{step.out}" for step in self.steps
        )


@dataclass
class Host:
    """A git host with a runner.

    Attributes:
        remote: path or URL of the bare repository.
        folder: where runs leave their folders, one each.
        program: an installed program; steps named ``Install…`` then only link it.
        more: set by the machine itself, for every step.
        token: of the job, ``github.token``.
        started: told of each step when its shell runs.
        flat: it ignores ``path`` of a checkout, as simpler runners do.
        address: what a checkout names as its origin, if it is not ``remote``.
    """

    remote: str
    folder: Path
    program: Path | None = None
    variables: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    address: str | None = None
    flat: bool = False
    token: str = "ghs_token"
    started: Callable[[str, "subprocess.Popen[str]"], None] = lambda _name, _shell: None
    runs: int = 0

    def start(self, workflow: Path, event: Event) -> JobRun:
        """Run the one job of a workflow to its end."""
        self.runs += 1
        document = yaml.safe_load(workflow.read_text(encoding="utf-8"))
        ((key, job),) = document["jobs"].items()
        assert set(job) <= _JOB, set(job) - _JOB
        return _Running(self, document, key, job, event).run()


class _Running:
    def __init__(
        self, host: Host, document: Table, key: str, job: Table, event: Event
    ) -> None:
        self.host, self.job, self.event = host, job, event
        self.place = host.folder / f"run {host.runs}"
        self.workspace, self.temp = self.place / "work", self.place / "temp"
        for folder in (self.workspace, self.temp, self.place / "home"):
            folder.mkdir(parents=True)
        self.shell = document["defaults"]["run"]["shell"]
        self.files = {
            name: self.place / name for name in ("GITHUB_ENV", "GITHUB_STEP_SUMMARY")
        }
        for file in self.files.values():
            file.touch()
        self.github = {
            "event_name": event.name,
            "ref": event.ref,
            "sha": event.sha,
            "actor": event.actor,
            "run_id": str(1000 + host.runs),
            "token": host.token,
            "event": Lenient(
                repository=Lenient(fork=event.fork), **dict(event.payload)
            ),
        }
        self.runner = self._runner_variables(document["name"], key)
        self.inputs = self._inputs(document)
        self.done: list[Step] = []
        self.by_id: dict[str, dict[str, str]] = {}

    def _runner_variables(self, workflow: str, job: str) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.place / "home"),
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTOR": self.event.actor,
            "GITHUB_API_URL": CLOSED,
            "GITHUB_EVENT_NAME": self.event.name,
            "GITHUB_JOB": job,
            "GITHUB_REF": self.event.ref,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_RUN_ATTEMPT": "1",
            "GITHUB_RUN_ID": self.github["run_id"],
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_SHA": self.event.sha,
            "GITHUB_WORKFLOW": workflow,
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_NAME": "test runner",
            "RUNNER_TEMP": str(self.temp),
            **{name: str(path) for name, path in self.files.items()},
            **self.host.more,
        }

    def _inputs(self, document: Table) -> Lenient:
        if self.event.name != "workflow_dispatch":
            return Lenient()
        # YAML 1.1 reads the key `on` as true.
        declared = (document[True]["workflow_dispatch"] or {}).get("inputs", {})
        assert set(self.event.inputs) <= set(declared)
        defaults = {name: one["default"] for name, one in declared.items()}
        return Lenient({**defaults, **self.event.inputs})

    def context(self) -> dict[str, Any]:
        return {
            "github": self.github,
            "vars": Lenient(self.host.variables),
            "secrets": Lenient(self.host.secrets),
            "inputs": self.inputs,
            "steps": self.by_id,
        }

    def _holds(self, condition: object) -> bool:
        text = str(condition).strip().removeprefix("${{").removesuffix("}}")
        failed = any(step.outcome == "failure" for step in self.done)
        asked: list[str] = []

        def status(name: str, value: bool) -> bool:  # noqa: FBT001
            asked.append(name)
            return value

        functions = {
            "always": lambda: status("always", True),  # noqa: FBT003
            "cancelled": lambda: status("cancelled", False),  # noqa: FBT003
            "success": lambda: status("success", not failed),
            "failure": lambda: status("failure", failed),
        }
        value = true(evaluate(text, self.context(), functions))
        return value and (bool(asked) or not failed)

    def run(self) -> JobRun:
        if "if" in self.job and not self._holds(self.job["if"]):
            return JobRun([], ran=False)
        assert expand(self.job["runs-on"], self.context())
        for step in self.job["steps"]:
            assert set(step) <= _STEP, set(step) - _STEP
            done = self._step(step)
            self.done.append(done)
            if "id" in step:
                self.by_id[step["id"]] = {"outcome": done.outcome}
        summary = self.files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        return JobRun(self.done, summary)

    def _step(self, step: Table) -> Step:
        if not self._holds(step.get("if", "success()")):
            return Step(step["name"], "skipped")
        if "uses" in step:
            assert step["uses"].startswith("actions/checkout@"), step["uses"]
            wanted = {
                name: expand(value, self.context())
                for name, value in step["with"].items()
            }
            if self.host.flat:
                wanted.pop("path", None)
            place = check_out(self.host.remote, self.workspace, self.event.sha, wanted)
            if self.host.address is not None:
                git(place, "remote", "set-url", "origin", self.host.address)
            return Step(step["name"], "success")
        return self._command(step)

    def _command(self, step: Table) -> Step:
        declared = {
            name: expand(value, self.context())
            for name, value in step.get("env", {}).items()
        }
        env = {**self.runner, **self._told(), **declared}
        script = self.place / f"step {len(self.done)}.sh"
        script.write_text(step["run"], encoding="utf-8")
        if step["name"].startswith("Install") and self.host.program is not None:
            link = ("ln", "-s", str(self.host.program), str(self.temp / "sns"))
            script.write_text(shlex.join(link), encoding="utf-8")
        elif step["name"].startswith("Install"):
            env |= MACHINE
        with subprocess.Popen(
            [word.replace("{0}", str(script)) for word in shlex.split(self.shell)],
            cwd=self.workspace,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as shell:
            self.host.started(step["name"], shell)
            out = shell.communicate()[0]
        code = shell.returncode
        outcome = "failure" if code else "success"
        return Step(step["name"], outcome, code, out, env)

    def _told(self) -> dict[str, str]:
        """What earlier steps wrote for later ones, line by line."""
        lines = self.files["GITHUB_ENV"].read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)
