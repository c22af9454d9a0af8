"""What the commands share that let a director change something on ``main``."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli.asking import agreed
from sns_cli.cli.console import note_unpinned, say, sentence
from sns_cli.cli.session import Session
from sns_cli.errors import ExitCode

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Made, Plan

Key = Annotated[
    Path | None,
    typer.Option(
        "--key",
        help="署名する鍵。無ければ ssh-agent か ~/.ssh / Key to sign with",
        metavar="FILE",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="確認の質問をしない / Do not ask")]
Propose = Annotated[
    bool,
    typer.Option(
        "--propose",
        help="署名せず、館長が承認する案にする / Only propose it for approval",
    ),
]


def start(session: Session, introduction: str | None) -> "Changer":
    """Fetch ``main``, and speak the library's language."""
    from sns_cli.bootstrap.changing import open_changer  # noqa: PLC0415

    changer = open_changer(session.environment, session.repo, introduction)
    session.speak(changer.policy.library.language)
    proven = changer.proof.authentication
    note_unpinned(session, changer.pin, proven.introduction)
    return changer


def carry_out(
    session: Session,
    changer: "Changer",
    make: "Callable[[Changer], Plan]",
    key: Path | None,
    *,
    yes: bool,
    propose: bool,
) -> "Made | None":
    """Show a plan, ask, and make it; or push it as a proposal (then None is returned).

    Raises:
        SnsError: see :class:`sns_cli.bootstrap.changing.Changer`.
        typer.Exit: the answer was no.
    """
    from sns_cli.model.settings import Evidence  # noqa: PLC0415
    from sns_cli.report.plan import render_plan  # noqa: PLC0415

    plan = make(changer)
    if propose:
        say(render_plan(plan, session.language))
        branch = changer.propose(plan)
        page = changer.policy.approval.evidence is Evidence.PLATFORM
        code = "change-proposed-page" if page else "change-proposed"
        say(sentence(session, code, branch=branch))
        return None
    signing = changer.signer(plan, key)
    say(render_plan(plan, session.language))
    if not yes and not agreed(session, "change-question"):
        say(sentence(session, "change-declined"))
        raise typer.Exit(ExitCode.PEOPLE)
    made = changer.carry_out(make, plan, signing)
    who = changer.policy.people[made.by].name
    say(sentence(session, "change-made", commit=made.commit[:12], person=who))
    for path in made.lost:
        say(sentence(session, "change-lost", path=path))
    return made
