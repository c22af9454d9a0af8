"""`sns init`: a ready library, or nothing at all."""

import os
import pty
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sns_cli import __version__
from sns_cli.bootstrap.starter.sources import COPIED
from tests.support.git_people import Person, make_person

ROOT = Path(__file__).parents[2]
DIRECTOR = "山田花子 <kancho@lib.example.lg.jp>"
WHO = ("--director", DIRECTOR, "--director-key", "director.pub")
EXPECTED = {
    ".gitattributes",
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/incident.md",
    ".github/ISSUE_TEMPLATE/request.md",
    ".github/pull_request_template.md",
    ".github/sns/clone",
    ".github/sns/install",
    ".github/sns/known_hosts",
    ".github/sns/requirements.lock",
    f".github/sns/sns-{__version__}-py3-none-any.whl",
    ".github/workflows/check.yml",
    ".github/workflows/publish.yml",
    ".github/workflows/watch.yml",
    "archive/README.md",
    "archive/schema/approval-1.schema.json",
    "archive/schema/event-1.schema.json",
    "archive/schema/profile-1.schema.json",
    "posts/README.md",
    "sns.toml",
}


@pytest.fixture(autouse=True)
def director(tmp_path: Path) -> Person:
    made = make_person("kancho", "director")
    (tmp_path / "director.pub").write_text(made.public_key, encoding="ascii")
    return made


def init(
    folder: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sns_cli", "init", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def tracked(folder: Path) -> set[str]:
    return set(git(folder, "ls-files").split())


def contents(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_library_has_one_commit_and_says_what_to_do_next(tmp_path: Path) -> None:
    done = init(tmp_path, "図書館 1", *WHO)

    made = tmp_path / "図書館 1"
    assert done.returncode == 0, done.stderr
    assert tracked(made) == EXPECTED
    assert git(made, "status", "--porcelain") == ""
    assert git(made, "rev-list", "--count", "main") == "1"
    assert git(made, "rev-parse", "HEAD") in done.stdout
    key = tmp_path / "図書館 1-publisher-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text(encoding="ascii") not in done.stdout
    assert contents(tmp_path) == {"director.pub", made.name, key.name}
    for word in ("SNS_INTRODUCTION", "production", "Deploy keys", "SNS_RUNNER"):
        assert word in done.stdout
    assert re.search(r"月に約\d{3}分", done.stdout)


def test_the_public_half_that_is_shown_belongs_to_the_key(tmp_path: Path) -> None:
    publisher = make_person("robot", "publisher")
    (tmp_path / "publisher").write_text(publisher.private_key, encoding="ascii")

    done = init(tmp_path, "new", *WHO, "--publisher-key", "publisher")

    assert publisher.public_key in done.stdout
    settings = tomllib.loads((tmp_path / "new" / "sns.toml").read_text("utf-8"))
    assert settings["people"]["publisher"]["keys"] == [publisher.public_key]
    assert contents(tmp_path) == {"director.pub", "publisher", "new"}


def test_what_is_known_is_written_where_it_belongs(tmp_path: Path) -> None:
    more = ("--director-account", "@yamada", "--name", '"花"図書館')
    place = ("--repository", "city/hana")

    done = init(tmp_path, "new", *WHO, *more, *place, "--lang", "en")

    made = tmp_path / "new"
    settings = tomllib.loads((made / "sns.toml").read_text("utf-8"))
    assert settings["library"]["name"] == '"花"図書館'
    assert settings["library"]["repository"] == "city/hana"
    assert settings["people"]["kancho"]["github"] == "yamada"
    assert settings["approval"] == {"evidence": "signature", "require_target": True}
    owners = (made / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in owners if not line.startswith("#")] == [
        f"{path} @yamada" for path in ("posts/", "archive/", ".github/", "sns.toml")
    ]
    assert "git@github.com:city/hana.git" in done.stdout
    assert "Deployment branches: main only" in done.stdout


PAGE = ("--director", DIRECTOR, "--evidence", "platform", "--director-account")


def test_a_library_whose_director_has_only_the_web_page(tmp_path: Path) -> None:
    done = init(tmp_path, "new", *PAGE, "yamada", "--lang", "en")

    made = tmp_path / "new"
    assert done.returncode == 0, done.stderr
    settings = tomllib.loads((made / "sns.toml").read_text("utf-8"))
    assert settings["approval"] == {"evidence": "platform", "require_target": True}
    assert settings["people"]["kancho"]["github"] == "yamada"
    assert "keys" not in settings["people"]["kancho"]
    assert "Turn off\n   Allow squash merging" in done.stdout
    assert "yamada at GitHub" in done.stdout
    assert "sns approve" not in done.stdout
    assert git(made, "rev-parse", "HEAD") in done.stdout
    for number in range(1, 9):
        assert re.search(rf"^{number}\. ", done.stdout, re.MULTILINE), number
    assert subprocess.run(
        [sys.executable, "-m", "sns_cli", "lint"],
        cwd=made,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    ).returncode in {0, 1}


def test_the_list_for_signing_directors_has_every_number_too(tmp_path: Path) -> None:
    done = init(tmp_path, "new", *WHO)

    numbers = re.findall(r"^(\d)\. ", done.stdout, re.MULTILINE)

    assert numbers == [str(one) for one in range(1, 9)]
    assert "sns approve" in done.stdout


def test_a_key_of_the_directors_is_kept_for_later(tmp_path: Path) -> None:
    key = ("--director-key", "director.pub")

    done = init(tmp_path, "new", *PAGE, "yamada", *key)

    assert done.returncode == 0, done.stderr
    settings = tomllib.loads((tmp_path / "new" / "sns.toml").read_text("utf-8"))
    assert len(settings["people"]["kancho"]["keys"]) == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (PAGE[:-1], "--director-account"),
        ((*PAGE, "a b"), "a b"),
        (("--director", DIRECTOR, "--evidence", "platform"), "--director-account"),
        (("--director", DIRECTOR, "--evidence", "sign-off"), "signature, platform"),
        (("--director", DIRECTOR, "--director-account", "yamada"), "--director-key"),
    ],
)
def test_what_the_evidence_takes_is_asked_for(
    tmp_path: Path, arguments: tuple[str, ...], word: str
) -> None:
    done = init(tmp_path, "new", *arguments)

    assert done.returncode == 2, done.stderr
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(tmp_path) == {"director.pub"}


@pytest.mark.parametrize(
    "name", ['山田 "花" 花子', "O'Brien", "a\\b", "図書館長 山田　花子"]
)
def test_a_name_is_written_as_it_is(tmp_path: Path, name: str) -> None:
    done = init(
        tmp_path,
        "new",
        "--director",
        f"{name} <a@b.jp>",
        "--director-key",
        "director.pub",
    )

    assert done.returncode == 0, done.stderr
    settings = tomllib.loads((tmp_path / "new" / "sns.toml").read_text("utf-8"))
    assert settings["people"]["kancho"]["name"] == name


def test_the_files_are_those_of_this_repository(tmp_path: Path) -> None:
    init(tmp_path, "new", *WHO)

    for path in COPIED:
        assert (tmp_path / "new" / path).read_bytes() == (ROOT / path).read_bytes()


def test_a_new_library_lints(tmp_path: Path) -> None:
    init(tmp_path, "new", *WHO)

    done = subprocess.run(
        [sys.executable, "-m", "sns_cli", "--repo", "new", "lint"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0


def test_what_the_user_set_elsewhere_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "ignore").write_text("archive/\n*.json\n*.whl\n", encoding="utf-8")
    (tmp_path / ".gitconfig").write_text(
        f'[core]\n\texcludesFile = "{tmp_path / "ignore"}"\n\tautocrlf = true\n'
        "[commit]\n\tgpgSign = true\n[init]\n\tdefaultBranch = other\n",
        encoding="utf-8",
    )

    done = init(tmp_path, "new", *WHO)

    made = tmp_path / "new"
    assert done.returncode == 0, done.stderr
    assert tracked(made) == EXPECTED
    assert git(made, "branch", "--show-current") == "main"


def test_an_empty_folder_may_be_filled_while_one_stands_in_it(tmp_path: Path) -> None:
    stand = tmp_path / "empty"
    stand.mkdir()
    before = stand.stat().st_ino

    done = init(stand, ".", "--director", DIRECTOR, "--director-key", "../director.pub")

    assert done.returncode == 0, done.stderr
    assert stand.stat().st_ino == before
    assert tracked(stand) == EXPECTED
    assert contents(tmp_path) == {"director.pub", "empty", "empty-publisher-key"}


def at_terminal(folder: Path, *typed: str) -> tuple[int, str]:
    """Return how ``sns init new`` ended for somebody who types these lines."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sns_cli", "init", "new"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    os.close(theirs)
    os.write(ours, "".join(f"{one}\n" for one in typed).encode())
    shown = process.communicate()[0].decode()
    os.close(ours)
    return process.returncode, shown


def test_a_terminal_is_asked(tmp_path: Path) -> None:
    code, shown = at_terminal(tmp_path, DIRECTOR, "~/director.pub", "中央図書館", "")

    assert code == 0, shown
    settings = tomllib.loads((tmp_path / "new" / "sns.toml").read_text("utf-8"))
    assert settings["library"]["name"] == "中央図書館"
    assert settings["people"]["kancho"]["name"] == "山田花子"


def test_what_cannot_be_used_is_asked_again(tmp_path: Path) -> None:
    typed = ("", "山田花子", DIRECTOR, "no-such-file", "director.pub", "", "")
    code, shown = at_terminal(tmp_path, *typed)

    assert code == 0, shown
    assert "「山田花子」は「名前 <メール>」の形になっていません" in shown
    assert "no-such-file" in shown
    assert shown.count("館長の名前とメール") == 3
    assert shown.count("館長の公開鍵のファイル") == 2


def test_answers_that_end_too_early_make_nothing(tmp_path: Path) -> None:
    code, shown = at_terminal(tmp_path, DIRECTOR, "\x04")

    assert code == 2, shown
    assert "答えが途中で終わりました" in shown
    assert "Traceback" not in shown
    assert contents(tmp_path) == {"director.pub"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("new", "--director", DIRECTOR), 2),
        (("new", "--director", DIRECTOR, "--director-key", "broken.pub"), 4),
        (("new", "--director", DIRECTOR, "--director-key", "no-such-file"), 2),
        (("new", "--director", DIRECTOR, "--director-key", "secret"), 2),
        (("new", "--director", DIRECTOR, "--director-key", "."), 4),
        (("new", *WHO, "--publisher-key", "director.pub"), 4),
        (("new", *WHO, "--publisher-key", "secret"), 2),
        (("new", "--director", "x", "--director-key", "director.pub"), 2),
        (("new", "--director", "x <y>", "--director-key", "director.pub"), 2),
        (("new", "--director", "x\u202e <y@z>", "--director-key", "director.pub"), 2),
        (("new", *WHO, "--director-account", "a b"), 2),
        (("full", *WHO), 2),
        (("director.pub", *WHO), 2),
        (("director.pub/new", *WHO), 4),
        (("taken", *WHO), 4),
    ],
)
def test_what_cannot_be_made_leaves_nothing_behind(
    tmp_path: Path, director: Person, arguments: tuple[str, ...], code: int
) -> None:
    (tmp_path / "broken.pub").write_text("ssh-ed25519 AAAA", encoding="ascii")
    (tmp_path / "secret").write_text(director.private_key, encoding="ascii")
    (tmp_path / "taken-publisher-key").write_text("mine", encoding="ascii")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").touch()
    before = contents(tmp_path)

    done = init(tmp_path, *arguments)

    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("エラー: ")
    assert contents(tmp_path) == before
    assert (tmp_path / "taken-publisher-key").read_text("ascii") == "mine"


def test_without_git_nothing_is_made(tmp_path: Path) -> None:
    done = init(tmp_path, "deep/new", *WHO, PATH=str(tmp_path))

    assert done.returncode == 4
    assert contents(tmp_path) == {"director.pub"}


@pytest.mark.parametrize(
    "value", ["https://github.com/city/library", "library", "a/b/c", "a b/c", "/b", ""]
)
@pytest.mark.usefixtures("director")
def test_a_repository_is_an_owner_and_a_name(tmp_path: Path, value: str) -> None:
    done = init(tmp_path, "library", *WHO, "--repository", value)

    assert (done.returncode, (tmp_path / "library").exists()) == (2, False)
    assert "持ち主/名前" in done.stderr


@pytest.mark.usefixtures("director")
def test_the_list_says_what_a_private_repository_takes(tmp_path: Path) -> None:
    done = init(tmp_path, "library", *WHO)

    assert "GitHub Pro か Team が要ります" in done.stdout
