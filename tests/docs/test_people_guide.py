"""The guide about people and keys, followed from its first line to its last."""

import datetime as dt
from pathlib import Path

from tests.docs.guide import fences
from tests.docs.reader import Reader
from tests.support.git_command import git
from tests.support.git_people import make_person
from tests.support.tools import needs_openssh

GUIDE = "people.md"
POST = """\
---
id: 20270505-kodomo-no-hi
title: こどもの日の催し
category: event
basis: announced
---
こどもの日の催しをします。
"""


class Desk:
    """The director's desk, with a library on the git host."""

    def __init__(self, folder: Path) -> None:
        self.origin = folder / "host.git"
        git(folder, "init", "--quiet", "--bare", "-b", "main", str(self.origin))
        today = dt.datetime.now(dt.UTC).date()  # noqa: TID251  (the commands run now)
        valid = f"{today} {today + dt.timedelta(days=180)}"
        words = {
            "2027-04-01 2027-09-30": valid,
            "grant end 2027-tanto-01": f"grant end {today.year}-tanto-01",
            "--old-until 2028-03-31": f"--old-until {today + dt.timedelta(days=500)}",
            "--until 2029-03-31": f"--until {today + dt.timedelta(days=900)}",
        }
        self.kancho = Reader(folder / "kancho", self.origin, words)
        self.tanto = Reader(folder / "tanto", self.origin, words)
        person = make_person("kancho", "director", "山田花子")
        place = self.kancho.desk
        (place / "kancho-key").write_text(person.private_key)
        (place / "kancho-key").chmod(0o600)
        (place / "kancho-key.pub").write_text(f"{person.public_key}\n")

    def say(self, *lines: str) -> None:
        """Type lines that are not in the guide."""
        fence = fences(GUIDE)[0]
        typed = type(fence)(GUIDE, 0, 0, "sh", "\n".join(lines) + "\n", {})
        self.kancho.follow(typed)

    def play(self, *chapters: int) -> str:
        """Follow chapters; return what was shown last."""
        shown = ""
        for fence in fences(GUIDE):
            if fence.chapter in chapters and fence.kind == "sh":
                who = self.tanto if "as" in fence.notes else self.kancho
                shown = who.follow(fence)
                made = self.tanto.desk / "tanto-key.pub"
                if made.is_file():
                    (self.kancho.desk / made.name).write_bytes(made.read_bytes())
        return shown

    def stray(self, files: dict[str, str]) -> None:
        """Let somebody without the right push files onto main."""
        clone = self.tanto.desk / "stray"
        if not clone.exists():
            git(self.tanto.desk, "clone", "--quiet", str(self.origin), str(clone))
        git(clone, "pull", "--quiet")
        for path, text in files.items():
            (clone / path).parent.mkdir(parents=True, exist_ok=True)
            (clone / path).write_text(text)
        who = ("-c", "user.name=x", "-c", "user.email=x@example.jp")
        git(clone, "add", "-A")
        git(clone, *who, "commit", "--quiet", "-m", "x")
        git(clone, "push", "--quiet", "origin", "main")

    def tip(self) -> str:
        return git(self.origin, "rev-parse", "main").decode().strip()


@needs_openssh
def test_the_guide_of_people_and_keys(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.say(
        "sns init library --director '山田花子 <kancho@lib.example.lg.jp>' "
        "--director-key kancho-key.pub",
        "cd library",
        "git remote add origin git@github.com:example/library-sns.git",
        "git push --quiet -u origin main",
        "git config user.name 山田花子",
        "git config user.email kancho@lib.example.lg.jp",
        "sns people add tanto-01 '広報担当 <tanto-01@lib.example.lg.jp>' --yes "
        "--key ../kancho-key",
    )

    desk.play(1, 2)
    desk.play(3)
    # All of this happens on one day: the key is lost after what it has signed so far.
    newest = '"$(git ls-remote origin refs/heads/main | cut -f1)"'
    desk.kancho.words["--from 2027-06-01"] = f"--from {newest}"
    desk.play(4)
    desk.play(5)
    desk.stray({"archive/stray.json": "{}"})
    desk.play(6)
    desk.kancho.words["画面に出た番号"] = desk.tip()
    listed = desk.play(7)
    assert "館長  高橋三郎" in listed
    assert (
        "archive/stray.json"
        not in git(desk.origin, "ls-tree", "-r", "--name-only", "main").decode()
    )
    desk.stray({"archive/stray.json": "{}", "sns.toml": "x"})
    desk.play(8)
    desk.stray({"posts/2027/05/kodomo-no-hi.md": POST})
    desk.play(9)
    desk.say("git pull --quiet", "sns authenticate")
    desk.stray({"posts/2027/05/kodomo-no-hi.md": POST.replace("します。", "する。")})
    before = desk.tip()
    desk.play(10)
    assert desk.tip() != before
