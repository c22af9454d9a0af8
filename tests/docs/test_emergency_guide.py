"""The guide for emergencies, followed while a rehearsal service plays the account."""

from pathlib import Path

from sns_cli.adapters.rehearsal import RehearsalServer
from tests.docs.guide import Fence, fences
from tests.docs.reader import Reader
from tests.support.git_command import git, text
from tests.support.library_files import HANDLE, x_variables
from tests.support.tools import needs_openssh

GUIDE = "emergency.md"
LIVE = f"""\
sed -i -e 's/^service = .*/service = "x"/' -e 's/^handle = .*/handle = "{HANDLE}"/' \\
  sns.toml
git commit --quiet --amend --all --no-edit
"""
"""The introduction of a library that is live: what it holds needs no approval."""
START = f"""\
ssh-keygen -q -t ed25519 -N '' -f kancho-key
sns init library --director '山田花子 <kancho@lib.example.lg.jp>' \\
  --director-key kancho-key.pub
cd library
git config user.name 山田花子
git config user.email kancho@lib.example.lg.jp
{LIVE}
git remote add origin git@github.com:example/library-sns.git
git push --quiet -u origin main
"""


class City:
    """The people, the host, and the account's service."""

    def __init__(self, folder: Path, server: RehearsalServer) -> None:
        self.host = folder / "host.git"
        git(folder, "init", "--quiet", "--bare", "-b", "main", str(self.host))
        git(self.host, "config", "uploadpack.allowFilter", "true")
        self.server = server
        new = x_variables("x", None)
        names = {
            "'新しい Consumer Key'": "CONSUMER_KEY",
            "'新しい Consumer Secret'": "CONSUMER_SECRET",
            "'新しい Access Token'": "ACCESS_TOKEN",
            "'新しい Access Token Secret'": "ACCESS_TOKEN_SECRET",
        }
        self.words = {old: new[f"SNS_X_{name}"] for old, name in names.items()}
        self.people = {
            name: Reader(folder / name, self.host, self.words)
            for name in ("kanri", "kancho", "tanto")
        }

    def say(self, who: str, *lines: str) -> str:
        """Have somebody type lines that are not in the guide."""
        typed = Fence(GUIDE, 0, 0, "sh", "\n".join(lines) + "\n", {})
        return self.people[who].follow(typed)

    def play(self, chapter: int) -> str:
        shown = ""
        for fence in fences(GUIDE):
            if fence.chapter == chapter and (fence.kind == "sh" or fence.notes):
                shown += self.people[fence.notes.get("as", "kanri")].follow(fence)
                self._learn()
        return shown

    def _learn(self) -> None:
        """Read the id of the post that was just written."""
        for post in (self.people["kanri"].desk / "city").rglob("*dansui.md"):
            self.words["断水の番号"] = _id_of(post)

    def sent(self) -> list[str]:
        posts = self.server.state()["posts"]
        assert isinstance(posts, list)
        return [str(one["text"]) for one in posts]


def _id_of(post: Path) -> str:
    return post.read_text(encoding="utf-8").partition("\nid: ")[2].split()[0]


@needs_openssh
def test_the_guide_for_emergencies(tmp_path: Path) -> None:
    with RehearsalServer(tmp_path / "x.sqlite", handle=HANDLE) as server:
        city = City(tmp_path, server)
        _set_up(city, server)

        city.play(1)
        assert "停電" in text(city.host, "log", "--format=%s", "main")
        city.play(2)
        shown = city.play(3)

        assert [one[:2] for one in city.sent()] == ["断水"], shown
        archived = text(city.host, "ls-tree", "-r", "--name-only", "main")
        assert "dansui" not in archived
        shown = city.play(4)

        files = text(city.host, "ls-tree", "-r", "--name-only", "main").splitlines()
        named = [one.partition("/")[0] for one in files if "dansui" in one]
        assert sorted(named) == ["archive", "archive", "posts"]
        assert [one[:2] for one in city.sent()] == ["断水"]
        # What was on the host all the time is its business still, and goes out once.
        assert "teiden" in city.say("kanri", "cd home", "sns publish --dry-run")
        assert "dansui" not in city.say("kanri", "sns publish --dry-run")
        city.say("kanri", "sns publish")
        assert [one[:2] for one in city.sent()] == ["断水", "停電"]


def _set_up(city: City, server: RehearsalServer) -> None:
    """Make a library as the administrator's guide leaves it."""
    city.say("kancho", START)
    introduction = text(city.host, "rev-parse", "main")
    city.words["信頼の起点の番号"] = introduction
    kancho, kanri = city.people["kancho"].desk, city.people["kanri"].desk
    for name in ("kancho-key", "library-publisher-key"):
        (kanri / name).write_bytes((kancho / name).read_bytes())
        (kanri / name).chmod(0o600)
    city.say(
        "kancho",
        "sns people add tanto-01 '広報担当 <tanto-01@lib.example.lg.jp>' --yes "
        "--key ../kancho-key",
        "cd ..",
    )
    city.say(
        "tanto",
        "git clone --quiet git@github.com:example/library-sns.git library",
        "git -C library config user.name 広報担当",
        "git -C library config user.email tanto-01@lib.example.lg.jp",
    )
    city.say("kanri", f"export SNS_X_API_BASE={server.api_base}")
