"""Defects to be seeded into the workflows, and who has to catch each."""

import re
from collections.abc import Callable

CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"


def replaced(old: str, new: str) -> Callable[[str], str]:
    """Return a change of the first place that reads so."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return change


def in_step(step: str, old: str, new: str) -> Callable[[str], str]:
    """Return a change inside the step of that name."""

    def change(text: str) -> str:
        head, tail = text.split(f"- name: {step}\n", 1)
        assert old in tail, old
        return f"{head}- name: {step}\n{tail.replace(old, new, 1)}"

    return change


_LIMIT = "    timeout-minutes: ${{ vars.SNS_KEEP_ALIVE != '' && 330 || 15 }}\n"
SEEDED: dict[str, tuple[str, Callable[[str], str], set[str]]] = {
    "a new run ends the one that is sending": (
        "publish",
        replaced("cancel-in-progress: false", "cancel-in-progress: true"),
        {"policy"},
    ),
    "no time limit": (
        "publish",
        replaced(_LIMIT, ""),
        {"policy"},
    ),
    "longer than a claim is left alone": (
        "publish",
        replaced(_LIMIT, "    timeout-minutes: 30\n"),
        {"policy"},
    ),
    "longer than a claim is left alone although nobody waits": (
        "publish",
        replaced("&& 330 || 15 }}", "&& 330 || 30 }}"),
        {"policy"},
    ),
    "runs in copies": (
        "publish",
        replaced(" && !github.event.repository.fork", ""),
        {"policy"},
    ),
    "runs from any branch": (
        "publish",
        replaced(" && github.ref == 'refs/heads/main'", ""),
        {"policy"},
    ),
    "runs before it is set up": (
        "watch",
        replaced("vars.SNS_INTRODUCTION != '' && ", ""),
        {"policy"},
    ),
    "proposals start the job with the secrets": (
        "publish",
        replaced("on:\n", "on:\n  pull_request:\n"),
        {"policy"},
    ),
    "proposals run with the rights of main": (
        "check",
        replaced("  pull_request:\n", "  pull_request_target:\n"),
        {"policy", "zizmor"},
    ),
    "a package without a hash": (
        "publish",
        in_step("Install it", "bash ", "pip install requests && bash "),
        {"policy"},
    ),
    "a cache that others can fill": (
        "publish",
        in_step(
            "Install it",
            "run: |",
            f"uses: {CHECKOUT}\n        with:\n          cache: pip\n"
            "          persist-credentials: false\n"
            "      - name: More\n        run: |",
        ),
        {"policy"},
    ),
    "an action by its tag": (
        "check",
        replaced(CHECKOUT, "actions/checkout@v7"),
        {"policy", "zizmor"},
    ),
    "a version in the comment that is not the pinned one": (
        "check",
        replaced("# v7.0.1", "# v6.0.0"),
        {"policy"},
    ),
    "no version beside the pin": (
        "watch",
        replaced(" # v7.0.1", ""),
        {"policy"},
    ),
    "an input becomes shell": (
        "publish",
        in_step("Settle a doubt", '-- "$POST"', '-- "${{ inputs.post }}"'),
        {"policy", "zizmor"},
    ),
    "a title becomes shell": (
        "check",
        in_step(
            "Check the posts",
            "run: |\n",
            'run: |\n          echo "${{ github.event.pull_request.title }}"\n',
        ),
        {"policy", "zizmor"},
    ),
    "a secret in the wrong step": (
        "publish",
        in_step(
            "Install it",
            "run: |",
            "env:\n          SNS_PUBLISHER_KEY: ${{ secrets.SNS_PUBLISHER_KEY }}\n"
            "        run: |",
        ),
        {"policy"},
    ),
    "a secret among the arguments": (
        "publish",
        in_step(
            "Publish what is due",
            "--format github",
            "--format github --key ${{ secrets.SNS_PUBLISHER_KEY }}",
        ),
        {"policy", "zizmor"},
    ),
    "all secrets at once": (
        "publish",
        in_step(
            "Publish what is due",
            "          ACCOUNT: ${{ inputs.account }}\n",
            "          ACCOUNT: ${{ inputs.account }}\n"
            "          ALL: ${{ toJSON(secrets) }}\n",
        ),
        {"policy", "zizmor"},
    ),
    "secrets in a check of proposals": (
        "check",
        in_step(
            "Check the posts",
            "run: |\n",
            "env:\n          KEY: ${{ secrets.SNS_PUBLISHER_KEY }}\n        run: |\n",
        ),
        {"policy", "zizmor"},
    ),
    "no environment": (
        "publish",
        replaced("    environment: production\n", ""),
        {"policy", "zizmor"},
    ),
    "rights to write everywhere": (
        "publish",
        replaced("permissions: {}", "permissions: write-all"),
        {"policy", "zizmor"},
    ),
    "rights to write to main": (
        "publish",
        replaced("contents: read", "contents: write"),
        {"policy"},
    ),
    "no word on rights": (
        "check",
        replaced("permissions: {}\n", ""),
        {"policy", "zizmor"},
    ),
    "the token stays on the disk": (
        "publish",
        replaced("persist-credentials: false", "persist-credentials: true"),
        {"policy", "zizmor"},
    ),
    "no limit to concurrency": (
        "watch",
        lambda text: re.sub(r"concurrency:\n(?:  .*\n)+", "", text),
        {"policy", "zizmor"},
    ),
    "a key with a slip of the pen": (
        "publish",
        replaced("timeout-minutes:", "timeout-minuts:"),
        {"policy", "schema"},
    ),
    "a time that does not exist": (
        "publish",
        replaced("7,37 0-9 * * *", "7,77 0-9 * * *"),
        {"policy"},
    ),
    "full hours, when GitHub drops most": (
        "watch",
        replaced("23 2 * * *", "0 2 * * *"),
        {"policy"},
    ),
    "errors in a pipe go unseen": (
        "check",
        replaced("bash --noprofile --norc -euo pipefail {0}", "bash"),
        {"policy"},
    ),
    "the program of the proposal": (
        "check",
        replaced(
            "ref: ${{ github.event.pull_request.base.sha }}",
            "ref: ${{ github.event.pull_request.head.sha }}",
        ),
        {"policy"},
    ),
    "modules beside the proposal are loaded": (
        "check",
        in_step("Check the posts", 'python" -I -m', 'python" -m'),
        {"policy"},
    ),
    "the shell stands between a cancel and the program": (
        "publish",
        in_step("Publish what is due", 'exec "', '"'),
        {"policy"},
    ),
    "old commands are allowed again": (
        "publish",
        in_step(
            "Install it",
            "run: |",
            "env:\n          ACTIONS_ALLOW_UNSECURE_COMMANDS: true\n        run: |",
        ),
        {"policy", "zizmor"},
    ),
}
"""What is wrong: the workflow, the change, and who catches it."""
