"""``sns people add``: somebody new."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sns_cli.cli import options
from sns_cli.cli.changing import Key, Propose, Yes, carry_out, start
from sns_cli.cli.people import parts
from sns_cli.cli.session import session_of
from sns_cli.cli.words import person, slug_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    from sns_cli.bootstrap.changing import Changer
    from sns_cli.model.plan import Plan


class RoleName(StrEnum):
    """``model.settings.Role`` by its words: that module is slow to load at start."""

    STAFF = "staff"
    DIRECTOR = "director"
    MAINTAINER = "maintainer"
    PUBLISHER = "publisher"
    MANAGER = "manager"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "add",
        help="""人を加えます(館長)。/ Add somebody (director).

役割は staff(職員) maintainer(情報担当) manager(運用管理者) publisher(公開係)。
館長を加えるには sns people new-director を使います。
/ Roles: staff, maintainer, manager, publisher; for directors there is
sns people new-director.

\b
例 / Examples:
  sns people add tanto-02 '佐藤次郎 <tanto-02@lib.example.lg.jp>'
  sns people add joho '情報担当 <joho@lib.example.lg.jp>' --role maintainer \\
      --public-key joho.pub
""",
    )(add)


def add(
    context: typer.Context,
    name: parts.PersonKey,
    who: parts.Named,
    role: Annotated[
        RoleName, typer.Option(help="役割 / Role", metavar="ROLE")
    ] = RoleName.STAFF,
    public_key: parts.PublicKey = None,
    until: parts.Until = None,
    github: parts.Github = None,
    title: Annotated[
        str | None, typer.Option(help="職名 / Title", metavar="TEXT")
    ] = None,
    key: Key = None,
    yes: Yes = False,
    propose: Propose = False,
    introduction: options.Introduction = None,
) -> None:
    """Show the change of ``sns.toml``, ask, sign and push it."""
    from sns_cli.model.settings import Role  # noqa: PLC0415
    from sns_cli.pipeline.people import Newcomer, enrol  # noqa: PLC0415

    session = session_of(context)
    if role is RoleName.DIRECTOR:
        raise UsageError("director-by-command")
    called, email = person(who)
    line = parts.public_key(public_key, until)
    newcomer = Newcomer(called, email, Role(role.value), line, name, title, github)
    changer = start(session, introduction)

    def make(here: "Changer") -> "Plan":
        return here.settings_plan(
            f"人を加える: {called}",
            f"add-{slug_of(name)}",
            lambda old: enrol(old, newcomer, here.today)[1],
        )

    carry_out(session, changer, make, key, yes=yes, propose=propose)
