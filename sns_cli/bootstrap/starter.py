"""What ``sns init`` writes: the files of this repository, made into a new library."""

import datetime as dt
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.git.commit import Who
from sns_cli.adapters.git.process import GitProcess, scrub_environment
from sns_cli.adapters.sshsig_signer import public_key_of
from sns_cli.errors import SettingsError, UsageError
from sns_cli.model.event import event_schema
from sns_cli.model.paths import SETTINGS
from sns_cli.parse.settings import parse_settings
from sns_cli.parse.ssh_key import normal_key

_PERSON: Final = re.compile(
    r"\s*(?P<name>[^<>\n\"\\]+?)\s*<(?P<email>[^<>\s\"\\]+)>\s*"
)
_PACKAGE: Final = Path(__file__).resolve().parents[1]
_COPIED: Final = (".gitattributes", "posts/README.md", "archive/README.md")
_TAIL: Final = "# 開館時間。"
_FISCAL_YEAR_START: Final = 4
"""Japanese fiscal years start in April; calendars are announced by them."""


@dataclass(frozen=True, slots=True)
class MadeLibrary:
    """A new library.

    Attributes:
        introduction: id of its only commit, to be pinned.
        publisher_key: the file with the publisher's private key.
    """

    folder: Path
    introduction: str
    publisher_key: Path


def make_library(
    folder: Path, director: str, director_key: Path, publisher_key: Path | None
) -> MadeLibrary:
    """Make the repository with one commit, the introduction.

    Args:
        folder: a new or empty folder.
        director: ``Name <mail>``.
        director_key: file of the director's public (or private) key.
        publisher_key: file of the publisher's private key; made beside ``folder`` with
            mode 0600 when None.

    Raises:
        UsageError: the folder is not empty, the person is malformed, or there is no
            file of a key.
        SettingsError: a key cannot be used, or a file cannot be written.
    """
    person = _PERSON.fullmatch(director)
    if person is None:
        raise UsageError("person-malformed", value=director)
    director_line = _director_line(director_key)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("folder-not-empty", folder=str(folder))
    given = None if publisher_key is None else _read_key(publisher_key)
    secret = given or _new_key()
    try:
        publisher_line = public_key_of(secret)
    except SettingsError:
        raise SettingsError("publisher-key-unusable", path=str(publisher_key)) from None
    now = SystemClock().now()
    settings = _settings(
        person["name"], person["email"], director_line, publisher_line, now.date()
    )
    try:
        key_file = publisher_key or _write_key(folder, secret)
        _write(folder, settings)
    except OSError as error:
        path = error.filename or folder
        raise SettingsError(
            "file-unwritable", path=str(path), why=error.strerror
        ) from None
    introduction = _commit(folder, Who(person["name"], person["email"]), now)
    return MadeLibrary(folder, introduction, key_file)


def _read_key(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UsageError("path-missing", path=str(path)) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError("key-file-unusable", path=str(path)) from None


def _director_line(path: Path) -> str:
    """Return the public key of a file that holds it, or its private half."""
    text = _read_key(path)
    line = normal_key(text.strip())
    if line is not None:
        return line
    try:
        return public_key_of(text)
    except SettingsError:
        raise SettingsError("key-file-unusable", path=str(path)) from None


def _new_key() -> str:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    content = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()
    )
    return content.decode("ascii")


def _write_key(folder: Path, secret: str) -> Path:
    """Write the publisher's key beside ``folder``, never over another key."""
    resolved = folder.resolve()
    path = resolved.with_name(f"{resolved.name}-publisher-key")
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)
    return path


def starter_files() -> Path:
    """Return the folder of the files a new library starts with.

    The wheel carries them; a checkout of this repository has them at its top.
    """
    packed = _PACKAGE / "starter"
    return packed if packed.is_dir() else _PACKAGE.parent


def _settings(
    name: str, email: str, director_key: str, publisher_key: str, today: dt.date
) -> str:
    example = (starter_files() / SETTINGS).read_text(encoding="utf-8")
    first_year = today.year - (today.month < _FISCAL_YEAR_START)
    tail = re.sub(
        r"^covers = .*$",
        f'covers = ["{first_year}-04-01", "{first_year + 2}-03-31"]',
        example[example.index(_TAIL) :],
        count=1,
        flags=re.MULTILINE,
    )
    text = f"""\
# 図書館の設定(方針)。この内容を変えるには館長の承認が要ります。
# The policy of the library. Every change of this file needs the director's approval.
# 書き方の一覧 / all keys: sns schema settings

[library]
name = "例示市立図書館"                    # 館の名前に直します
timezone = "Asia/Tokyo"
language = "ja"                          # 画面の言葉 ja | en
accounts = ["x"]                         # 投稿に accounts が無いときの宛先
repository = "example/library-sns"       # 承認に書き込む、このリポジトリの名前

# 人。role: director(館長・決裁者) staff(起案者) publisher(公開係=自動処理)
#           maintainer(情報担当) manager(運用管理者)
[people.kancho]
name = "{name}"
email = "{email}"
role = "director"
keys = ["{director_key}"]

[people.publisher]
name = "公開係"
email = "publisher@lib.example.lg.jp"
role = "publisher"
keys = ["{publisher_key}"]

# [people.tanto-01]
# name = "広報担当"
# email = "tanto-01@lib.example.lg.jp"
# role = "staff"

# 承認の証拠。signature: 署名(本番) / sign-off: 練習用(署名なし)
[approval]
evidence = "signature"
require_target = true

{tail}"""
    parsed = parse_settings(text.encode())
    if isinstance(parsed, tuple):  # a name or a key that the settings do not take
        raise UsageError("library-not-made", fault=parsed[0])
    return text


def _write(folder: Path, settings: str) -> None:
    files = {path: (starter_files() / path).read_bytes() for path in _COPIED}
    files[SETTINGS] = settings.encode()
    files["archive/schema/event-1.schema.json"] = event_schema()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _commit(folder: Path, who: Who, now: dt.datetime) -> str:
    scrub_environment(os.environ)
    git = GitProcess(folder)
    date = f"{int(now.timestamp())} +0000"
    identity = {
        "GIT_AUTHOR_NAME": who.name,
        "GIT_AUTHOR_EMAIL": who.email,
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_NAME": who.name,
        "GIT_COMMITTER_EMAIL": who.email,
        "GIT_COMMITTER_DATE": date,
    }
    git.output("init", "--quiet", "--initial-branch=main")
    git.output("add", "--all", "--force")  # whatever the user ignores elsewhere
    git.output(
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--message=信頼の起点 / Introduction",
        env=identity,
    )
    return git.output("rev-parse", "HEAD").decode().strip()
