"""Our policy for workflows, which no linter knows: what each file may and must say.

:func:`breaches` reads one file and returns every breach as a short code. The rules here
say why; the files in ``contract/`` are what is compared word by word, so that nothing
at all changes unseen: no step, condition, input, group or line of a script.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

Table = Mapping[Any, Any]
CONTRACT: Final = Path(__file__).with_name("contract")
SCRIPTS: Final = ("clone", "install")
"""The programs beside the wheel that the steps run."""

CHECKOUT: Final = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
SHELL: Final = "bash --noprofile --norc -euo pipefail {0}"
GUARD: Final = (
    "vars.SNS_INTRODUCTION != '' && github.ref == 'refs/heads/main' "
    "&& !github.event.repository.fork"
)
RUNNER: Final = "${{ vars.SNS_RUNNER || 'ubuntu-24.04' }}"
CHECK_RUNNER: Final = "${{ vars.SNS_CHECK_RUNNER || 'ubuntu-24.04' }}"
_X: Final = frozenset(
    f"SNS_X_{field}"
    for field in (
        "CONSUMER_KEY",
        "CONSUMER_SECRET",
        "ACCESS_TOKEN",
        "ACCESS_TOKEN_SECRET",
    )
)
_KEY: Final = frozenset({"SNS_PUBLISHER_KEY"})
_TOKEN: Final = "github.token"


@dataclass(frozen=True)
class Rules:
    """What one workflow may do.

    Attributes:
        triggers: exactly these.
        permissions: of its job.
        cancels: whether a newer run may end an older one.
        longest: most minutes its job may take.
        staying: the one expression that may say so instead (decision 17).
        secrets: which secrets each step sees, by the step's name.
    """

    triggers: frozenset[str]
    permissions: Mapping[str, str]
    cancels: bool
    longest: int
    runner: str = RUNNER
    guard: str | None = None
    environment: str | None = None
    staying: str | None = None
    secrets: Mapping[str, frozenset[str]] = frozenset()  # type: ignore[assignment]  # empty


PUBLISHES: Final = {
    "guard": GUARD,
    "environment": "production",
    "cancels": False,
    "longest": 15,
}
RULES: Final = {
    "publish": Rules(
        triggers=frozenset({"push", "schedule", "workflow_dispatch"}),
        permissions={
            "contents": "read",
            "issues": "write",
            "pull-requests": "write",
        },
        staying="${{ vars.SNS_KEEP_ALIVE != '' && 330 || 15 }}",
        secrets={
            "Clone the library": _KEY,
            "Publish what is due": _KEY | _X | {_TOKEN},
            "Settle a doubt": _KEY,
        },
        **PUBLISHES,
    ),
    "watch": Rules(
        triggers=frozenset({"schedule", "workflow_dispatch"}),
        permissions={"contents": "read", "issues": "write"},
        secrets={
            "Clone the library": _KEY,
            "Compare what is public with what was approved": _KEY | _X | {_TOKEN},
        },
        **PUBLISHES,
    ),
    "check": Rules(
        triggers=frozenset({"pull_request"}),
        permissions={"contents": "read"},
        cancels=True,
        longest=15,
        runner=CHECK_RUNNER,
    ),
    "ci": Rules(
        triggers=frozenset({"push", "pull_request"}),
        permissions={"contents": "read"},
        cancels=True,
        longest=30,
        runner="ubuntu-24.04",
    ),
}

_TOP: Final = {
    "name",
    "run-name",
    True,  # YAML 1.1 reads the key `on` so
    "permissions",
    "concurrency",
    "defaults",
    "jobs",
}
_JOB: Final = {
    "name",
    "if",
    "runs-on",
    "timeout-minutes",
    "environment",
    "permissions",
    "steps",
}
_STEP: Final = {"name", "id", "if", "env", "run", "uses", "with"}
_WITH: Final = {"ref", "path", "fetch-depth", "sparse-checkout", "persist-credentials"}
_REFS: Final = {None, "main", "${{ github.event.pull_request.base.sha }}"}
_SECRET: Final = re.compile(r"secrets\.([A-Z_]+)|(github\.token)")
_ANY_SECRET: Final = re.compile(r"(?is)\$\{\{(?:(?!\}\}).)*\bsecrets\b")
_ENV: Final = re.compile(
    r"\$\{\{ (?P<kind>vars|secrets|inputs|github)\.(?P<name>[A-Za-z_]+) \}\}"
)
_INSTALLS: Final = re.compile(
    r"\b(?:pip|pipx|uv|uvx|npm|npx|apt|apt-get|curl|wget|docker|cargo|gem)\b"
)
_CRON: Final = re.compile(
    r"(?:[1-9]|[1-5][0-9])(?:,(?:[1-9]|[1-5][0-9]))* \d{1,2}(?:-\d{1,2})? \* \* \*"
)
_OPEN: Final = range(9, 19)
"""Hours in Japan (UTC+9) in which a run may find anything to do."""
_USES: Final = re.compile(r"^\s*(?:- )?uses: (.+)$", re.MULTILINE)


def breaches(name: str, text: str) -> list[str]:
    """Return what is wrong with the workflow file ``name`` (without ``.yml``)."""
    rules = RULES.get(name)
    if rules is None:
        return ["unknown-workflow"]
    document = yaml.safe_load(text)
    agreed = (CONTRACT / f"{name}.yml").read_text(encoding="utf-8")
    found = [] if document == yaml.safe_load(agreed) else ["not-as-agreed"]
    return [*found, *_uses(text), *rule_breaches(name, document)]


def rule_breaches(name: str, document: Table) -> list[str]:
    """Return what is wrong with a workflow, whatever was agreed."""
    rules = RULES[name]
    found = [*_file(document, rules)]
    for job in document["jobs"].values():
        found += [*_job(job, rules), *_steps(job, rules)]
    return found


def script_breaches(name: str, text: str) -> list[str]:
    """Return what is wrong with a script; comments are free."""
    first, *rest = text.splitlines()
    code = [line for line in rest if line.strip() and not line.lstrip().startswith("#")]
    agreed = (CONTRACT / name).read_text(encoding="utf-8").splitlines()
    return [] if [first, *code] == agreed else ["not-as-agreed"]


def _file(document: Table, rules: Rules) -> Iterator[str]:
    if not set(document) <= _TOP:
        yield "unknown-key"
    if len(document["jobs"]) != 1:
        yield "one-job-per-file"
    if document.get("permissions") != {}:
        yield "permissions-at-top"
    if document.get("defaults") != {"run": {"shell": SHELL}}:
        yield "shell"
    outside = {key: value for key, value in document.items() if key != "jobs"}
    if _ANY_SECRET.search(str(outside)):
        yield "secret-outside-steps"
    yield from _triggers(document[True], rules)
    concurrency = document.get("concurrency")
    if not isinstance(concurrency, dict) or not concurrency.get("group"):
        yield "concurrency"
    elif concurrency.get("cancel-in-progress") is not rules.cancels:
        yield "cancel-in-progress"


def _triggers(triggers: Table, rules: Rules) -> Iterator[str]:
    if set(triggers) != rules.triggers:
        yield "triggers"
    push = triggers.get("push")
    if push and push.get("branches") != ["main"]:
        yield "push-branches"
    if "schedule" in triggers:
        lines = [one.get("cron", "") for one in triggers["schedule"]]
        if not all(_CRON.fullmatch(line) and _in_hours(line) for line in lines):
            yield "cron"


def _in_hours(line: str) -> bool:
    """Whether the hours of a cron line (UTC) all exist and are such in Japan."""
    first, _, last = line.split()[1].partition("-")
    hours = range(int(first), int(last or first) + 1)
    return bool(hours) and all(one < 24 and (one + 9) % 24 in _OPEN for one in hours)


def _uses(text: str) -> Iterator[str]:
    """The comment is part of the pin: people and update bots read the version there."""
    if any(line.strip() != CHECKOUT for line in _USES.findall(text)):
        yield "action-not-known"


def _job(job: Table, rules: Rules) -> Iterator[str]:
    if not set(job) <= _JOB:
        yield "unknown-job-key"
    minutes = job.get("timeout-minutes")
    counted = isinstance(minutes, int) and minutes <= rules.longest
    if not counted and (minutes is None or minutes != rules.staying):
        yield "timeout"
    if job.get("if") != rules.guard:
        yield "guard"
    if job.get("environment") != rules.environment:
        yield "environment"
    if job.get("permissions") != rules.permissions:
        yield "permissions"
    if job.get("runs-on") != rules.runner:
        yield "runner"


def _steps(job: Table, rules: Rules) -> Iterator[str]:
    secrets = dict(rules.secrets)
    for step in job["steps"]:
        allowed = secrets.get(step.get("name"), frozenset())
        if not set(step) <= _STEP or "name" not in step:
            yield "unknown-step-key"
        if _secrets_in(step.get("env", {})) != allowed:
            yield "secrets"
        if not all(_told(*pair) for pair in step.get("env", {}).items()):
            yield "env"
        if _secrets_in({key: value for key, value in step.items() if key != "env"}):
            yield "secret-outside-env"
        yield from _checkout(step)
        yield from _run(step, rules)


def _told(name: str, value: object) -> bool:
    """Whether a step may be told this: one value under its own name, or an input."""
    found = _ENV.fullmatch(str(value))
    if found is None or found["kind"] == "github":
        return name == "GITHUB_TOKEN" and str(value) == "${{ github.token }}"
    if found["kind"] == "inputs":
        return name == found["name"].upper()
    return name == found["name"] and name.startswith("SNS_")


def _checkout(step: Table) -> Iterator[str]:
    if "uses" not in step:
        return
    wanted = step.get("with", {})
    if not set(wanted) <= _WITH:
        yield "checkout-input"
    if wanted.get("persist-credentials") is not False:
        yield "credentials-stay"
    if wanted.get("ref") not in _REFS:
        yield "checkout-ref"


def _run(step: Table, rules: Rules) -> Iterator[str]:
    script = step.get("run", "")
    if rules.environment and re.search(
        r"^(?!\s*exec )\s*\S*bin/python", script, re.MULTILINE
    ):
        yield "not-asked-to-end"
    if "${{" in script:
        yield "template-in-run"
    if _INSTALLS.search(script):
        yield "installs-by-itself"
    if "sns_cli" in script and 'python" -I -m sns_cli' not in script:
        yield "not-isolated"
    if re.search(r"set -?\+?[a-z]*x|ACTIONS_ALLOW|set-env|add-path", script):
        yield "traces-or-old-commands"


def _secrets_in(value: object) -> frozenset[str]:
    return frozenset(one or two for one, two in _SECRET.findall(str(value)))
