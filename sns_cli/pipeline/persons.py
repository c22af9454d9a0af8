"""Who made a commit: proven by its signature, or only said."""

import base64
import hashlib

from sns_cli.approval.verdict import Accepted
from sns_cli.approval.witness import Witness
from sns_cli.model.history import Commit
from sns_cli.model.settings import Settings
from sns_cli.parse.ssh_wire import public_key_blob
from sns_cli.report.drafters import by_email
from sns_cli.report.explain.values import Who


def claimed(commit: Commit, policy: Settings) -> Who:
    """Return who a commit says made it, which anybody can write."""
    person = by_email(policy, commit.committer_email)
    if person is None:
        return Who(commit.committer_email, email=commit.committer_email)
    return Who(person.name, title=person.title, email=person.email)


def signed(
    witness: Witness, commit: Commit, verdict: Accepted, policy: Settings
) -> Who:
    """Return who made an accepted commit, with the key that signed it."""
    person = policy.people[verdict.by]
    who = Who(person.name, verdict.by, person.title, person.email, proven=True)
    text = witness.text(commit)
    if verdict.evidence != "signature" or isinstance(text, str):
        return who
    armored = text.signature
    signature = None if armored is None else witness.signature(commit.id, armored)
    if signature is None or isinstance(signature, str):
        return who
    digest = hashlib.sha256(signature.key).digest()
    return Who(
        person.name,
        verdict.by,
        person.title,
        person.email,
        proven=True,
        fingerprint=f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}",
        public_key=next(
            (
                held.key
                for held in person.keys
                if public_key_blob(held.key) == signature.key
            ),
            None,
        ),
    )
