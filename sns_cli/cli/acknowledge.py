"""``sns acknowledge``: a director knows of what did not come from here."""

from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.console import say, sentence
from sns_cli.cli.session import session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.cli.session import Session
    from sns_cli.model.plan import Plan
    from sns_cli.model.settings import Acknowledged
    from sns_cli.pipeline.acknowledging import Acknowledgement


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "acknowledge",
        help="""手で行った転送や、プロフィールの変更を承知します(館長)。
/ Acknowledge a post passed on by hand, or a changed profile (director).

sns verify が「この仕組みから出していない投稿」「プロフィールの変更」と知らせたものの
うち、正しいものを記録します。記録したものは、次から知らせません。
sns.toml をどう変えるかを見せ、館長の鍵で署名して main に入れます。
/ What `sns verify` reported and is in order is written into sns.toml, signed by the
director, and reported no more.

\b
例 / Examples:
  sns acknowledge x https://x.com/example_lib/status/123 \\
      --reason 防災課の避難情報の転送 --document 図発第12号
  sns acknowledge x --profile --reason 表示名を改めたため
""",
    )(acknowledge)


def acknowledge(
    context: typer.Context,
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="宛先 / Account")],
    url: Annotated[
        str | None,
        typer.Argument(metavar="[URL]", help="投稿のアドレス / Address of the post"),
    ] = None,
    profile: Annotated[
        bool,
        typer.Option(
            "--profile", help="いまのプロフィールを承知する / The profile as it is"
        ),
    ] = False,
    reason: Annotated[
        str, typer.Option(help="承知する理由 / Why it is in order", metavar="TEXT")
    ] = "",
    document: Annotated[
        str | None,
        typer.Option(help="認めた文書 / Document that says so", metavar="TEXT"),
    ] = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.bootstrap.channels import check_account  # noqa: PLC0415
    from sns_cli.parse.edit_acknowledged import add_acknowledged  # noqa: PLC0415
    from sns_cli.pipeline.acknowledging import (  # noqa: PLC0415
        Acknowledgement,
        one_line,
    )

    session = session_of(context)
    if (url is None) == (not profile):
        raise UsageError("acknowledge-choose")
    why = one_line(reason)
    which = None if document is None else one_line(document)
    changer = start(session, introduction)
    check_account(changer.policy, account)
    wish = Acknowledgement(account, why, changer.today, which)

    def make(here: "Changer") -> "Plan":
        entry = _entry(here, wish, url)
        title = f"承知: {account} {url or 'プロフィール'}"
        return here.settings_plan(
            title, f"acknowledge-{account}", lambda old: add_acknowledged(old, entry)
        )

    if profile:
        _show_profile(session, changer, wish)
    carry_out(session, changer, make, key, yes=yes, propose=propose)


def _entry(
    changer: "Changer", wish: "Acknowledgement", url: str | None
) -> "Acknowledged":
    from sns_cli.bootstrap.acknowledging import (  # noqa: PLC0415
        profiles_of,
        published_ids,
    )
    from sns_cli.pipeline.acknowledging import (  # noqa: PLC0415
        acknowledged_post,
        acknowledged_profile,
    )

    if url is None:
        known = profiles_of(changer, wish.account)
        return acknowledged_profile(changer.policy, wish, known)[0]
    ours = published_ids(changer, wish.account)
    return acknowledged_post(changer.policy, wish, url.strip(), ours)


def _show_profile(
    session: "Session", changer: "Changer", wish: "Acknowledgement"
) -> None:
    """Say what is acknowledged: the settings will hold nothing but its digest."""
    from sns_cli.bootstrap.acknowledging import profiles_of  # noqa: PLC0415
    from sns_cli.pipeline.acknowledging import acknowledged_profile  # noqa: PLC0415
    from sns_cli.report.verification import profile_line  # noqa: PLC0415

    known = profiles_of(changer, wish.account)
    _, change = acknowledged_profile(changer.policy, wish, known)
    changes = profile_line(change, session.language)
    say(sentence(session, "acknowledge-profile", account=wish.account))
    say(changes)
