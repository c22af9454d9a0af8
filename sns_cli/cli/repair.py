"""``sns repair``: put back what refused changes did outside the posts."""

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import ExitCode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "repair",
        help="""認められない変更を元に戻します。/ Put back refused changes.

投稿のほか(記録、設定、ひな形など)に、認められない変更が残っていると、何も出ません。
それを見せ、館長の署名で、最後に認められた内容へ戻します(プログラムや手引きの
ファイルだけなら、情報担当の署名でも戻せます)。
正しい変更だったときは、あとで案として出し直してください。投稿は sns approve --again で
承認できます。--propose は、館長が画面で承認する図書館のための案を、1つずつ作ります。
/ Outside posts a refused change keeps everything from going out. This shows them and
puts each file back as it was last accepted, with the director's signature (or, if it
is about program files and guides alone, the maintainer's). What was
right after all is proposed anew. For posts there is sns approve --again.
--propose makes proposals, one at a time, where the director approves in the web page.

\b
例 / Examples:
  sns repair
  sns repair --key ~/.ssh/id_ed25519
""",
    )(repair)


def repair(
    context: typer.Context,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show what is put back, ask, sign and push it."""
    from sns_cli.bootstrap.repairing import first_repair, repair_plan  # noqa: PLC0415
    from sns_cli.pipeline.settings_in_force import refused_pause  # noqa: PLC0415

    session = session_of(context)
    changer = start(session, introduction)
    if not changer.proof.authentication.blocking:
        say(sentence(session, "nothing-to-repair"))
        raise typer.Exit(ExitCode.OK)
    if refused_pause(changer.history, changer.proof) is not None:
        note(sentence(session, "repair-resumes"))
    make = first_repair if propose else repair_plan
    made = carry_out(session, changer, make, key, yes=yes, propose=propose)
    say(sentence(session, "repair-goes-on" if made is None else "repaired"))
