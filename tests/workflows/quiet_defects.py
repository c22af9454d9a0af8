"""Defects that break nothing one could see; each went uncaught once."""

import re
from collections.abc import Callable

from tests.workflows.defects import in_step, replaced

Change = Callable[[str], str]


def without_step(name: str) -> Change:
    """Return a change that takes a step out."""

    def change(text: str) -> str:
        pattern = rf"      - name: {re.escape(name)}\n(?:(?!      - name).*\n)*"
        shorter = re.sub(pattern, "", f"{text}\n")
        assert shorter != f"{text}\n", name
        return shorter

    return change


PUBLISH, SETTLE, INSTALL = "Publish what is due", "Settle a doubt", "Install it"
CHECK, COMPARE = "Check the posts", "Compare what is public with what was approved"
GROUP = (
    "${{ inputs.post && format('sns-resolve-{0}', github.run_id) || 'sns-publish' }}"
)
EXEC = 'exec "'
PATHS = '    paths: ["posts/**", "sns.toml"]\n'
FORMAT = "--format github"

QUIET: dict[str, tuple[str, Change]] = {
    "runs that do not wait": (
        "publish",
        replaced("|| 'sns-publish'", "|| github.run_id"),
    ),
    "decisions that replace": ("publish", replaced(GROUP, "sns-publish")),
    "a group per branch": ("publish", replaced(GROUP, "${{ github.ref }}")),
    "no run after a change of settings": (
        "publish",
        replaced(PATHS, '    paths: ["posts/**"]\n'),
    ),
    "runs after every receipt": ("publish", replaced(PATHS, "")),
    "runs after archive": (
        "publish",
        replaced('"sns.toml"]', '"sns.toml", "archive/**"]'),
    ),
    "pip by another name": (
        "publish",
        in_step(INSTALL, "bash ", "python3 -m ensurepip; bash "),
    ),
    "code from elsewhere": (
        "publish",
        in_step(INSTALL, "bash ", 'bash <(python3 -c "print(1)"); bash '),
    ),
    "another program": (
        "publish",
        in_step(INSTALL, "$tool/.github", "proposal/.github"),
    ),
    "eval": ("publish", in_step(SETTLE, EXEC, f'eval "$POST"; {EXEC}')),
    "unquoted": ("publish", in_step(SETTLE, '"$POST" "$ACCOUNT"', "$POST $ACCOUNT")),
    "an id taken for an option": (
        "publish",
        in_step(SETTLE, ' -- "$POST"', ' "$POST"'),
    ),
    "traces": (
        "publish",
        in_step(SETTLE, "case ", "set -o xtrace\n          case "),
    ),
    "keys in the log": (
        "publish",
        in_step(PUBLISH, EXEC, f"env | base64\n          {EXEC}"),
    ),
    "keys on the page": (
        "publish",
        in_step(PUBLISH, EXEC, f'printenv > "$GITHUB_STEP_SUMMARY"\n          {EXEC}'),
    ),
    "a key among arguments": (
        "publish",
        in_step(PUBLISH, FORMAT, f'--key "$SNS_PUBLISHER_KEY" {FORMAT}'),
    ),
    "a key for the clone": (
        "publish",
        in_step("Clone the library", '/library"', '/library" "$SNS_PUBLISHER_KEY"'),
    ),
    "a secret in the run's name": (
        "publish",
        replaced("|| 'publish' }}", "|| secrets.SNS_PUBLISHER_KEY }}"),
    ),
    "a secret by its index": (
        "publish",
        replaced("|| 'publish' }}", "|| Secrets['SNS_PUBLISHER_KEY'] }}"),
    ),
    "no way to pause": (
        "publish",
        in_step(PUBLISH, "          SNS_PAUSED: ${{ vars.SNS_PAUSED }}\n", ""),
    ),
    "no pin": (
        "publish",
        in_step(
            PUBLISH, "          SNS_INTRODUCTION: ${{ vars.SNS_INTRODUCTION }}\n", ""
        ),
    ),
    "the program of an old run": ("publish", replaced("          ref: main\n", "")),
    "all the history": ("publish", replaced("fetch-depth: 1", "fetch-depth: 0")),
    "failure unheard": (
        "publish",
        in_step(PUBLISH, '="$ACCOUNT"}', '="$ACCOUNT"} || true'),
    ),
    "only a plan": ("publish", in_step(PUBLISH, FORMAT, f"--dry-run {FORMAT}")),
    "another day": ("publish", in_step(PUBLISH, FORMAT, f"--at 2026-01-01 {FORMAT}")),
    "a decision without a post": (
        "publish",
        in_step(SETTLE, "        if: inputs.post != ''\n", ""),
    ),
    "published while deciding": (
        "publish",
        in_step(PUBLISH, "        if: inputs.post == ''\n", ""),
    ),
    "published whatever failed": (
        "publish",
        in_step(PUBLISH, "if: inputs.post == ''", "if: always()"),
    ),
    "never published": (
        "publish",
        in_step(PUBLISH, "if: inputs.post == ''", "if: false"),
    ),
    "nothing is published": ("publish", without_step(PUBLISH)),
    "half an answer is taken": ("publish", without_step("Refuse half an answer")),
    "the key stays": ("publish", without_step("Forget the key")),
    "another module": (
        "publish",
        in_step(PUBLISH, "-m sns_cli", "-m http.server; python3 -I -m sns_cli"),
    ),
    "an input by another name": (
        "publish",
        replaced("      post:\n", "      posts:\n"),
    ),
    "an hour that does not exist": ("publish", replaced(" 0-9 * * *", " 0-25 * * *")),
    "at night": ("publish", replaced(" 0-9 * * *", " 9-18 * * *")),
    "once a day": ("publish", replaced("7,37 0-9 * * *", "7 0 * * *")),
    "all the files": (
        "publish",
        lambda text: re.sub(r" {10}sparse-checkout: \|\n(?: {12}.*\n)+", "", text),
    ),
    "poison for later steps": (
        "publish",
        in_step(SETTLE, "case ", 'echo "X=$URL" >> "$GITHUB_ENV"\n          case '),
    ),
    "the proposal's program": (
        "check",
        in_step("Install the program", "$tool/.github", "proposal/.github"),
    ),
    "the proposal's script": (
        "check",
        in_step(CHECK, EXEC, f"bash proposal/x.sh\n          {EXEC}"),
    ),
    "the proposal's makefile": (
        "check",
        in_step(CHECK, EXEC, f"make -C proposal\n          {EXEC}"),
    ),
    "inside the proposal": ("check", in_step(CHECK, "base=", "cd proposal; base=")),
    "findings unheard": ("check", in_step(CHECK, FORMAT, f"{FORMAT} || true")),
    "no check": ("check", without_step(CHECK)),
    "checked when closed": (
        "check",
        replaced("    branches: [main]", "    types: [closed]\n    branches: [main]"),
    ),
    "posts ignored": (
        "check",
        replaced(
            "    branches: [main]",
            '    paths-ignore: ["posts/**"]\n    branches: [main]',
        ),
    ),
    "proposals that end each other": (
        "check",
        replaced("sns-check-${{ github.event.pull_request.number }}", "sns-check"),
    ),
    "differences unheard": ("watch", in_step(COMPARE, FORMAT, f"{FORMAT} || true")),
    "the group of publishing": ("watch", replaced("sns-watch", "sns-publish")),
}
"""What is wrong: the workflow, and the change."""

LAST = '"$target/bin/python" -I -m sns_cli --version'
_LIFE = '-t "$((1200 + 60 * ${SNS_KEEP_ALIVE:-0}))" '
IN_SCRIPTS: dict[str, tuple[str, Change]] = {
    "packages without hashes": ("install", replaced(" --require-hashes", "")),
    "packages of packages": ("install", replaced(" --no-deps", "")),
    "packages built here": ("install", replaced("--only-binary=:all: ", "")),
    "one package more": (
        "install",
        replaced(LAST, f'"$target/bin/python" -m pip install requests\n{LAST}'),
    ),
    "any host": (
        "clone",
        replaced("StrictHostKeyChecking=yes", "StrictHostKeyChecking=no"),
    ),
    "the key in git's children": ("clone", replaced("unset SNS_PUBLISHER_KEY\n", "")),
    "the key in a file": (
        "clone",
        replaced("ssh-add -q -t", "tee /tmp/key | ssh-add -q -t"),
    ),
    "the key for ever": ("clone", replaced(_LIFE, "")),
    "any word as the minutes to wait": (
        "clone",
        replaced("^([1-9][0-9]?|[12][0-9][0-9]|300)$", "^.*$"),
    ),
}
"""The same of the scripts beside the wheel."""
