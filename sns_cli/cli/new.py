"""``sns new``: a post to be filled in."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from sns_cli.cli import options
from sns_cli.cli.asking import ask, can_answer, pick
from sns_cli.cli.console import note, say, sentence
from sns_cli.cli.session import Session, session_of
from sns_cli.errors import UsageError

if TYPE_CHECKING:
    import datetime as dt

    from sns_cli.bootstrap.folder import Folder
    from sns_cli.compose.skeleton import Wishes
    from sns_cli.model.post import Basis

_T = TypeVar("_T")
_NEXT = "next"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "new",
        help="""投稿のひな形を作ります(起案者用)。/ Make a post to be filled in.

足りないことは質問します。質問なしで作るには --category を付けます。区分は
休館案内、催し案内、資料紹介、市内情報、システム停止、緊急、訂正、その他です。
/ Asks for what is missing; with --category it asks nothing. Categories are closure
event collection city system emergency correction other.

\b
例 / Examples:
  sns new
  sns new ohanashikai --category 催し案内 --title 'おはなし会(12月)'
  sns new --category 休館案内 --basis ア --publish-at next \\
      --source-url https://www.lib.example.lg.jp/news/1201.html
  sns new taifu --category 緊急 --basis エ
""",
    )(new)


@dataclass(frozen=True)
class _Typed:
    """The options as typed; None is not typed."""

    title: str | None
    category: str | None
    basis: str | None
    source_url: str | None
    announced: str | None


def new(
    context: typer.Context,
    slug: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="ファイルの名前(例 ohanashikai) / Name of the file"
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="件名 / Title", metavar="TEXT")
    ] = None,
    category: Annotated[
        str | None, typer.Option(help="区分 / Category", metavar="NAME")
    ] = None,
    basis: Annotated[
        str | None, typer.Option(help="根拠 ア イ ウ エ / Basis", metavar="NAME")
    ] = None,
    source_url: Annotated[
        str | None,
        typer.Option(help="元のページ(根拠ア) / Page it sums up", metavar="URL"),
    ] = None,
    announced: Annotated[
        str | None,
        typer.Option(
            help="いつどこで知らせたか(根拠イ) / When people were told", metavar="TEXT"
        ),
    ] = None,
    account: Annotated[
        list[str] | None,
        typer.Option(
            help="宛先(くり返せます。なければ、いつもの宛先) / Account, repeatable",
            metavar="KEY",
        ),
    ] = None,
    publish_at: Annotated[
        str | None,
        typer.Option(
            help="この日時より前には出さない。next は次に開館する時刻 / Not before; "
            "next is the next opening",
            metavar="TIME|next",
        ),
    ] = None,
    drafted_by: Annotated[
        str | None,
        typer.Option(help="起案者(people の名前) / Drafter", metavar="KEY"),
    ] = None,
    post_id: Annotated[
        str | None,
        typer.Option("--id", help="投稿の番号 / Id of the post", metavar="ID"),
    ] = None,
) -> None:
    """Write the file, print its path, and say on standard error what comes next."""
    from sns_cli.adapters.clock import SystemClock  # noqa: PLC0415
    from sns_cli.bootstrap.drafting import draft_post, drafter  # noqa: PLC0415
    from sns_cli.bootstrap.folder import open_folder  # noqa: PLC0415
    from sns_cli.calendar import next_common_opening  # noqa: PLC0415
    from sns_cli.compose.skeleton import skeleton  # noqa: PLC0415
    from sns_cli.compose.timeliness import remarks  # noqa: PLC0415
    from sns_cli.model.post import Category  # noqa: PLC0415
    from sns_cli.report.safe import safe_line  # noqa: PLC0415
    from sns_cli.report.sentences import tell  # noqa: PLC0415

    session = session_of(context)
    folder = open_folder(session.environment, session.repo)
    settings, now = folder.settings, SystemClock().now()
    session.speak(settings.library.language)
    accounts = _known(account or [], settings.accounts, "account-unknown-here")
    opening = next_common_opening(settings, settings.accounts_of(accounts or None), now)
    at = _publish_at(publish_at, opening, folder)
    if drafted_by is not None:
        _known([drafted_by], settings.people, "person-unknown")
    wishes = replace(
        _wishes(session, _Typed(title, category, basis, source_url, announced)),
        accounts=accounts,
        publish_at=at,
        drafted_by=drafted_by or drafter(folder),
        id=post_id,
    )
    made = skeleton(wishes, opening, session.language)
    path = draft_post(
        folder, made.fields, made.body, now, slug=slug, notes=made.notes, again=False
    )
    shown = path.relative_to(folder.root).as_posix()
    say(safe_line(shown))
    note(sentence(session, "draft-made", path=shown))
    _tell_changes(session, slug, path.stem)
    if at is not None and wishes.category is not Category.EMERGENCY:
        for remark in remarks(
            settings, settings.accounts_of(accounts or None), at, now
        ):
            note(tell(remark, session.language))


def _tell_changes(session: Session, asked: str | None, name: str) -> None:
    """Say that the file is not called what was asked for."""
    # A Mac types some letters in two parts: that is the same name.
    typed = None if asked is None else unicodedata.normalize("NFC", asked.strip())
    if typed is not None and typed.removesuffix(".md") != name:
        note(sentence(session, "draft-renamed", asked=asked, name=name))


def _publish_at(
    typed: str | None, opening: "dt.datetime | None", folder: "Folder"
) -> "dt.datetime | None":
    if typed != _NEXT:
        return options.instant(typed, folder.settings)
    if opening is None:
        raise UsageError("no-next-opening")
    return opening


def _known(
    keys: Sequence[str], known: Mapping[str, object], code: str
) -> tuple[str, ...]:
    for key in keys:
        if key not in known:
            shown = ", ".join(known) or "-"
            name = "account" if code.startswith("account") else "person"
            raise UsageError(code, known=shown, **{name: key})
    return tuple(dict.fromkeys(keys))


def _choice(option: str, typed: str | None, known: Mapping[str, _T]) -> _T | None:
    if typed is None:
        return None
    if typed not in known:
        raise UsageError(
            "choice-unknown", option=option, value=typed, known=", ".join(known)
        )
    return known[typed]


def _wishes(session: Session, typed: _Typed) -> "Wishes":
    """Return what is wanted, asking for what is missing where somebody can answer."""
    from sns_cli.compose.skeleton import Wishes  # noqa: PLC0415
    from sns_cli.parse.post import BASES, CATEGORIES  # noqa: PLC0415

    category = _choice("--category", typed.category, CATEGORIES)
    basis = _choice("--basis", typed.basis, BASES)
    if category is None:
        if not can_answer():
            raise UsageError("option-missing", option="--category")
        return _asked(session, typed, basis)
    page = _page(typed.source_url)
    return Wishes(category, typed.title, basis, page, typed.announced)


def _page(typed: str | None) -> str | None:
    """Return the address of a page; what is none never gets into a file."""
    if typed and not typed.lower().startswith(("https://", "http://")):
        raise UsageError("source-not-web", value=typed)
    return typed


def _asked(session: Session, typed: _Typed, basis: "Basis | None") -> "Wishes":
    from sns_cli.compose.skeleton import Wishes  # noqa: PLC0415
    from sns_cli.model.post import CATEGORY_JA, Basis, Category  # noqa: PLC0415
    from sns_cli.parse.post import BASES, CATEGORIES  # noqa: PLC0415

    japanese = session.language == "ja"
    kinds = [(one, CATEGORY_JA[one] if japanese else one.value) for one in Category]
    grounds = [(one, sentence(session, f"basis-{one.value}")) for one in Basis]
    category = pick(session, "ask-category", kinds, CATEGORIES, required=True)
    title = typed.title or ask(session, "ask-title")
    basis = basis or pick(session, "ask-basis", grounds, BASES, required=False)
    page = _page(typed.source_url)
    if basis is Basis.WEBSITE:
        page = page or _page(ask(session, "ask-source"))
    return Wishes(category or Category.OTHER, title, basis, page, typed.announced)
