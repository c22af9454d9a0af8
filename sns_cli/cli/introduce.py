"""``sns introduce``: trust starts anew, once a year or when no director is left."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sns_cli.cli import options
from sns_cli.cli.asking import agreed
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.people.parts import Github, account_needed
from sns_cli.cli.session import Session, session_of
from sns_cli.cli.words import person
from sns_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "introduce",
        help="""信頼の起点を新しくします。/ Let trust start anew.

ふだんは年に1回、館長が署名して起点を進めます(処理が軽くなります)。
署名できる館長がもういないとき(急な交代、鍵の紛失)は --director で新しい館長を決めます。
そのときの起点は、置き場所の SNS_INTRODUCTION を変えた人が認めたことになります。
前の起点は docs/introductions.md に残ります。
--propose は案にします(GitHub の画面で承認する図書館)。取り込まれたあと、もう一度
sns introduce を実行すると、新しい起点の番号が分かります。
/ Once a year the director moves it forward, so that there is less to prove. Where no
director is left who could sign, --director says who is; it takes effect for whoever
pins it. Former introductions are kept in docs/introductions.md. --propose makes it a
proposal; once that is on main, sns introduce tells the number to pin.

\b
例 / Examples:
  sns introduce
  sns introduce --director '鈴木一郎 <kancho@lib.example.lg.jp>' --key new-key
""",
    )(introduce)


def introduce(
    context: typer.Context,
    director: Annotated[
        str | None,
        typer.Option(
            help="新しい館長の 名前 <メール> / Name <mail> of the new director",
            metavar="'NAME <MAIL>'",
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option(help="わけ(記録に残ります) / Why", metavar="TEXT")
    ] = "",
    name: Annotated[
        str | None,
        typer.Option(
            "--id", help="新しい館長の people の番号(無ければ作る) / Id", metavar="ID"
        ),
    ] = None,
    github: Github = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show what is to be the new introduction, ask, sign and push it."""
    session = session_of(context)
    if director is None:
        changer = start(session, introduction)
        _forward(session, changer, reason, key, yes=yes, propose=propose)
        return
    called, email = person(director)
    if key is None:
        raise UsageError("introduce-key-missing")
    if propose:
        raise UsageError("introduce-not-proposed")
    changer = start(session, introduction)
    account_needed(changer.policy, github)
    who = Newest(called, email, name, github)
    _recover(session, changer, who, key, reason, yes=yes)


class Newest(NamedTuple):
    """Who is to be director: name, address, id of people, and account at the host."""

    name: str
    email: str
    id: str | None
    github: str | None


def _forward(
    session: Session,
    changer: "Changer",
    reason: str,
    key: Path | None,
    *,
    yes: bool,
    propose: bool,
) -> None:
    from sns_cli.bootstrap.introducing import forward_plan, moved  # noqa: PLC0415

    there = moved(changer)
    if there is not None:
        say(sentence(session, "introduced", commit=there))
        return
    why = reason or "毎年の更新"
    made = carry_out(
        session,
        changer,
        lambda here: forward_plan(here, why),
        key,
        yes=yes,
        propose=propose,
    )
    if made is None:
        say(sentence(session, "introduce-then"))
    else:
        say(sentence(session, "introduced", commit=made.commit))


def _recover(
    session: Session,
    changer: "Changer",
    who: Newest,
    key: Path,
    reason: str,
    *,
    yes: bool,
) -> None:
    from sns_cli.bootstrap.introducing import (  # noqa: PLC0415
        found_anew,
        founder,
        recovery_plan,
        waiting,
    )
    from sns_cli.model.settings import Evidence  # noqa: PLC0415
    from sns_cli.report.plan import render_plan  # noqa: PLC0415

    new = founder(who.name, who.email, key, who.id, who.github)
    why = reason or f"新しい館長 {who.name}"
    for refusal in changer.proof.authentication.unanswered:
        note(sentence(session, "introduce-unanswered", refusal=refusal))
    count = waiting(changer)
    plan = recovery_plan(changer, new, why)
    say(render_plan(plan, session.language))
    if not yes and not agreed(session, "change-question"):
        say(sentence(session, "change-declined"))
        raise typer.Exit(ExitCode.PEOPLE)
    made = found_anew(changer, new, plan, why)
    say(sentence(session, "introduced", commit=made))
    if count:
        page = changer.policy.approval.evidence is Evidence.PLATFORM
        code = "introduced-again-page" if page else "introduced-again"
        say(sentence(session, code, count=count))
