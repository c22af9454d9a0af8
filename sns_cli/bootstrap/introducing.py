"""``introduce``: a commit where trust starts anew.

Once a year the director moves it forward, so that every run has less to prove. Where no
director is left who could sign, it is the way out: whoever pins it says who that is.
"""

from dataclasses import dataclass
from pathlib import Path

from sns_cli.adapters.git.commit import Who
from sns_cli.approval.merge_message import Words, approval_message
from sns_cli.approval.verdict import Accepted
from sns_cli.bootstrap.changing import Changer, can_sign
from sns_cli.bootstrap.landing import land
from sns_cli.bootstrap.signing import open_signer
from sns_cli.bootstrap.starter.keys import director_line
from sns_cli.errors import RefusedError, SettingsError
from sns_cli.model.history import ABSENT, Commit, CommitId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.plan import FileChange, Plan, Step
from sns_cli.model.settings import Key, Role, Settings
from sns_cli.parse.settings import parse_settings
from sns_cli.pipeline.damage import damage, stray_media
from sns_cli.pipeline.introducing import (
    PAGE,
    check_forward,
    kept_page,
    taken_over,
    undelivered,
)
from sns_cli.pipeline.people import Newcomer
from sns_cli.pipeline.proof import prove
from sns_cli.pipeline.settings_in_force import settings_at_head, settings_in_force


def forward_plan(changer: Changer, why: str) -> Plan:
    """Return the plan of moving the introduction forward.

    Raises:
        RefusedError: that would change what counts as approved.
    """
    changer.require_answers()
    check_forward(changer.history, changer.proof, changer.clock.now())
    return Plan((Step("信頼の起点を進める", (_page(changer, why),), {}),), "introduce")


def moved(changer: Changer) -> CommitId | None:
    """Return the commit that moved the introduction forward and is yet to be pinned.

    A proposal to do so takes effect as the commit that brought it in, which nobody
    knows before; and what a screen showed once may be lost.

    Raises:
        RefusedError: since it was proposed, a post was approved that is not out yet.
    """
    page = _page_at_head(changer)
    if page is None or f"`{changer.introduction}`".encode() not in page:
        return None
    walk = changer.proof.walk
    pairs = zip(walk.chain.commits, walk.state.verdicts, strict=True)
    places = [
        place
        for place, (commit, verdict) in enumerate(pairs)
        if isinstance(verdict, Accepted) and _adds(commit, PAGE)
    ]
    if not places:
        return None
    before = {one.id for one in walk.chain.commits[: places[-1] + 1]}
    waiting = undelivered(changer.history, changer.proof, changer.clock.now())
    lost = [one.post.id for one in waiting if one.approval.commit in before]
    if lost:
        raise RefusedError("introduce-undelivered", posts=", ".join(lost[:5]))
    return walk.chain.commits[places[-1]].id


def _adds(commit: Commit, path: str) -> bool:
    return any(one.path == path and not one.deleted for one in commit.changes)


@dataclass(frozen=True, slots=True)
class Founder:
    """Who becomes director of a library that has none left.

    Attributes:
        key_file: of the private key; the public half may be beside it.
    """

    name: str
    email: str
    key_file: Path
    line: str
    id: str | None = None
    github: str | None = None

    @property
    def newcomer(self) -> Newcomer:
        """The director as ``sns.toml`` will name them."""
        key = Key(key=self.line)
        return Newcomer(
            self.name, self.email, Role.DIRECTOR, key, self.id, github=self.github
        )


def founder(
    name: str,
    email: str,
    key_file: Path,
    person: str | None,
    github: str | None = None,
) -> Founder:
    """Return the new director with the public key of that file.

    Raises:
        UsageError: there is no such file.
        SettingsError: it holds no usable key.
    """
    beside = key_file.with_name(f"{key_file.name}.pub")
    line = director_line(beside if beside.is_file() else key_file)
    return Founder(name, email, key_file, line, person, github)


def recovery_plan(changer: Changer, who: Founder, why: str) -> Plan:
    """Return the plan of a new introduction without any director's signature.

    Whatever refused changes did outside posts is left behind, since nobody would judge
    it any more.

    Raises:
        SettingsError: ``sns.toml`` is not to be edited.
    """
    before = settings_at_head(changer.history, changer.proof)
    content = settings_in_force(changer.history, changer.proof)
    after = taken_over(content, who.newcomer, changer.today)
    if after is None:
        raise SettingsError("change-not-edited")
    found = (*damage(changer.proof), *stray_media(changer.proof))
    restored = [one for one in found if one.path not in {SETTINGS, PAGE}]
    restored = [one for one in restored if not one.undone]
    blobs = {blob for one in restored for blob in (one.blob, one.now) if blob}
    contents = changer.history.read(blobs)
    files = [FileChange(SETTINGS, before, after), _page(changer, why)]
    files += [
        FileChange(
            one.path,
            None if one.now is None else contents[one.now],
            None if one.blob is None else contents[one.blob],
        )
        for one in restored
    ]
    modes = {one.path: one.mode for one in restored if one.mode != ABSENT}
    return Plan((Step("新しい信頼の起点", tuple(files), modes),), "introduce")


def found_anew(changer: Changer, who: Founder, shown: Plan, why: str) -> CommitId:
    """Make a new introduction, prove that it can be one, and push it.

    Raises:
        RefusedError: it is not what was shown any more.
        RemoteError: the remote does not take it.
        SettingsError: it cannot be signed.
    """

    def again() -> None:
        if recovery_plan(changer, who, why) != shown:
            raise RefusedError("proposal-changed")

    return land(changer, lambda: _made(changer, who, shown), again)


def waiting(changer: Changer) -> int:
    """Return how many approved posts are still to go out."""
    now = changer.clock.now()
    return len(undelivered(changer.history, changer.proof, now))


def _made(changer: Changer, who: Founder, shown: Plan) -> CommitId:
    (step,) = shown.steps
    policy = parse_settings(step.files[0].after or b"")
    if not isinstance(policy, Settings) or not can_sign(policy, changer.today):
        raise RefusedError("no-director-left")
    signing = open_signer(policy, who.key_file, who.email)
    person = policy.people[signing.person]
    message = approval_message(Words(title=step.title), policy, person)
    author = Who(person.name, person.email)
    made = changer.commit(changer.head, step, author, message, signing)
    prove(changer.history, made, made, changer.clock.real_now())
    return made


def _page(changer: Changer, why: str) -> FileChange:
    proven = changer.proof.authentication
    before = _page_at_head(changer)
    after = kept_page(before, proven.introduction, changer.today, why)
    return FileChange(PAGE, before, after)


def _page_at_head(changer: Changer) -> bytes | None:
    there = changer.history.files(changer.head, PAGE)
    blob = next((one.blob for one in there if one.path == PAGE), None)
    return None if blob is None else changer.history.read([blob])[blob]
