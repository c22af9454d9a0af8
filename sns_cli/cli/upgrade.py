"""``sns upgrade``: the running version into the folder of a library."""

import typer

from sns_cli import __version__
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import session_of


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "upgrade",
        help="""動いている版を図書館のフォルダーに入れます(情報担当)。
/ Put the running version into the library's folder.

.github/sns/ と .github/workflows/ の、sns init が書いたファイルを書き直します。
送りも承認もしません。館長か情報担当が署名した変更として入れます。
/ Rewrites what sns init wrote into .github/sns/ and .github/workflows/. Commits and
pushes nothing: the director or the maintainer signs the change.

\b
例 / Examples:
  sns upgrade
""",
    )(upgrade)


def upgrade(context: typer.Context) -> None:
    """Write the files, print what became of each, and say what comes next."""
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.bootstrap.starter.update import (  # noqa: PLC0415
        WORKFLOWS,
        Done,
        update_library,
    )

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    session.speak(folder.settings.library.language)
    done = update_library(folder.root).files
    touched = {path: what for path, what in done.items() if what is not Done.SAME}
    if not touched:
        say(sentence(session, "upgrade-nothing", version=__version__))
        return
    for path, what in touched.items():
        say(sentence(session, f"upgrade-{what.value}", path=path))
    note(sentence(session, "upgrade-done", version=__version__))
    if Done.CHANGED in {touched.get(one) for one in touched if WORKFLOWS in one}:
        note(sentence(session, "upgrade-own-lines"))
