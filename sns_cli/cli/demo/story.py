"""The demo's story, one scene after the other. Every scene checks what it claims."""

import datetime as dt
import json
import urllib.request
from typing import Final

from sns_cli.adapters.clock import SystemClock
from sns_cli.adapters.rehearsal.faults import fault_of
from sns_cli.calendar import opening_hours
from sns_cli.cli.demo import posts
from sns_cli.cli.demo.stage import HANDLE, HOLD_HOOK, DemoFailedError, Stage
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings

_STAFF: Final = """
[people.tanto-01]
name = "広報担当"
email = "staff@lib.example.lg.jp"
role = "staff"
"""


def tell(stage: Stage) -> None:
    """Play the whole story.

    Raises:
        DemoFailedError: something did not come out as it must.
    """
    _make_library(stage)
    times = _Times(stage)
    _change_settings(stage)
    _draft_and_approve(stage, times)
    _push_past_the_director(stage)
    _wait_for_opening(stage, times)
    _publish(stage, times)
    _kill_after_acceptance(stage, times)
    _kill_before_sending(stage, times)
    _look_back(stage)


class _Times:
    """An open day soon, so that nothing depends on when the demo is run."""

    def __init__(self, stage: Stage) -> None:
        content = (stage.root / "ci" / "sns.toml").read_bytes()
        settings = parse_settings(content)
        if not isinstance(settings, Settings):
            raise DemoFailedError("demo-moment-missed")
        hours = opening_hours(settings.calendar_of("x"), settings.library.timezone)
        opening = hours.next_opening(SystemClock().now() + dt.timedelta(days=1))
        if opening is None:
            raise DemoFailedError("demo-moment-missed")
        self.opening = hours.day(opening.date()).openings[0][0]
        self.day = self.opening.date()

    def at(self, hours: float) -> str:
        """Return a moment so many hours after opening, as ``--at`` takes it."""
        moment = self.opening + dt.timedelta(hours=hours)
        return moment.isoformat(timespec="seconds")


def _make_library(stage: Stage) -> None:
    director = stage.make_key("director")
    publisher = stage.make_key("publisher")
    stage.sns(
        "nobody",
        "init",
        str(stage.root / "library"),
        "--director",
        "山田花子 <kancho@lib.example.lg.jp>",
        "--director-key",
        f"{director}.pub",
        "--publisher-key",
        str(publisher),
    )
    introduction = stage.git("library", "rev-parse", "HEAD").strip()
    stage.git("library", "clone", "--quiet", "--bare", ".", str(stage.remote))
    stage.git("remote.git", "config", "uploadpack.allowFilter", "true")
    hook = stage.remote / "hooks" / "post-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOLD_HOOK, encoding="utf-8")
    hook.chmod(0o755)
    for who in ("staff", "director", "ci"):
        stage.git(
            "library", "clone", "--quiet", str(stage.remote), str(stage.root / who)
        )
    stage.pins.update(
        stage.publisher_variables(),
        SNS_INTRODUCTION=introduction,
        SNS_PUBLISHER_KEY=publisher.read_text(encoding="utf-8"),
    )
    stage.say("demo-library", introduction=introduction[:12], folder=str(stage.root))


def _change_settings(stage: Stage) -> None:
    stage.git("staff", "switch", "--quiet", "--create", "settings")
    path = stage.root / "staff" / "sns.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('service = "rehearsal"', 'service = "x"', 1)
    path.write_text(text + _STAFF, encoding="utf-8")
    _propose(stage, "settings", "宛先を X にし、起案者を加える")
    _approve(stage, "settings")
    stage.say("demo-settings", handle=HANDLE)


def _draft_and_approve(stage: Stage, times: _Times) -> None:
    later = times.day + dt.timedelta(days=14)
    _start_draft(stage, "oshirase")
    month = f"posts/{times.day:%Y/%m}"
    stage.write("staff", f"{month}/ohanashikai.md", posts.event_post(later))
    stage.write("staff", f"{month}/kyukan.md", posts.closing_post(later, wrong=True))
    found = stage.sns("staff", "lint", expect=1)
    stage.say("demo-lint")
    stage.show(found)
    stage.write("staff", f"{month}/kyukan.md", posts.closing_post(later, wrong=False))
    stage.sns("staff", "lint")
    _propose(stage, "oshirase", "おはなし会と休館のお知らせ")
    _approve(stage, "oshirase")
    stage.say("demo-approved")
    stage.show(stage.git("staff", "log", "-1", "--format=%B", "origin/main").rstrip())


def _push_past_the_director(stage: Stage) -> None:
    stage.git("staff", "switch", "--quiet", "--detach", "origin/main")
    stage.write("staff", "posts/2026/01/mushounin.md", posts.rogue_post())
    stage.git("staff", "add", "--all")
    stage.git("staff", "commit", "--quiet", "--message=急ぎなので直接")
    stage.git("staff", "push", "--quiet", "origin", "HEAD:refs/heads/main")
    stage.git("director", "pull", "--quiet")
    told = stage.sns("director", "authenticate", expect=1)
    stage.say("demo-past-director")
    stage.show(told)


def _wait_for_opening(stage: Stage, times: _Times) -> None:
    night = times.at(-2)
    stage.sns("ci", "publish", "--at", night, publisher=True)
    _expect_posts(stage, 0)
    stage.git("ci", "pull", "--quiet")
    told = stage.sns("ci", "status", "demo-ohanashikai", "--at", night)
    stage.say("demo-waits", at=night)
    stage.show(told)


def _publish(stage: Stage, times: _Times) -> None:
    told = stage.sns("ci", "publish", "--at", times.at(0.5), publisher=True)
    _expect_posts(stage, 2)
    again = stage.sns("ci", "publish", "--at", times.at(0.6), publisher=True)
    _expect_posts(stage, 2)
    stage.say("demo-published", at=times.at(0.5))
    stage.show(told)
    stage.say("demo-again")
    stage.show(again)


def _kill_after_acceptance(stage: Stage, times: _Times) -> None:
    _new_post(stage, "konshu", posts.book_post())
    stage.server.add_fault(fault_of({"fault": "accept-then-hang"}))
    process = stage.start_publisher("--at", times.at(1))
    stage.kill(process, lambda: stage.posts_on_service() == 3)  # noqa: PLR2004
    told = stage.sns("ci", "publish", "--at", times.at(1.02), publisher=True)
    _expect_posts(stage, 3)
    _expect_state(stage, "demo-konshu-no-issatsu", "published")
    stage.say("demo-killed-after")
    stage.show(told)


def _kill_before_sending(stage: Stage, times: _Times) -> None:
    _new_post(stage, "kikakuten", posts.exhibition_post())
    hold = stage.remote / "hold"
    hold.touch()
    try:
        process = stage.start_publisher("--at", times.at(2))
        stage.kill(process, (stage.remote / "held").exists)
    finally:
        hold.unlink()
    young = stage.sns("ci", "publish", "--at", times.at(2.02), expect=5, publisher=True)
    stage.say("demo-killed-before")
    stage.show(young)
    doubt = stage.sns("ci", "publish", "--at", times.at(2.35), expect=6, publisher=True)
    _expect_posts(stage, 3)
    stage.say("demo-in-doubt")
    stage.show(doubt)
    options = ("--not-sent", "--by", "kancho")
    stage.sns("ci", "resolve", "demo-kikakuten", "x", *options, publisher=True)
    told = stage.sns("ci", "publish", "--at", times.at(2.5), publisher=True)
    _expect_posts(stage, 4)
    stage.say("demo-resolved")
    stage.show(told)


def _look_back(stage: Stage) -> None:
    stage.git("ci", "pull", "--quiet")
    status = stage.sns("ci", "status")
    proven = stage.sns("ci", "authenticate", expect=1)
    page = stage.root / "timeline.html"
    # The demo's own server, on this machine: no proxy has a part in it.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{stage.server.api_base}/", timeout=10) as answer:
        page.write_bytes(answer.read())
    archive = stage.root / "ci" / "archive"
    files = sorted(path.name for path in archive.rglob("*.json"))
    stage.say("demo-end", posts=stage.posts_on_service())
    stage.show(status)
    stage.show("\n".join(name for name in files if not name.startswith("event-")))
    stage.show(proven.splitlines()[0])
    code = "demo-kept" if stage.kept else "demo-not-kept"
    stage.say(code, archive=str(archive), page=str(page))


def _start_draft(stage: Stage, branch: str) -> None:
    stage.git("staff", "fetch", "--quiet", "origin")
    stage.git("staff", "switch", "--quiet", "--create", branch, "origin/main")


def _propose(stage: Stage, branch: str, subject: str) -> None:
    stage.git("staff", "add", "--all")
    stage.git("staff", "commit", "--quiet", f"--message={subject}")
    stage.git("staff", "push", "--quiet", "origin", branch)


def _approve(stage: Stage, branch: str) -> None:
    key = str(stage.root / "keys" / "director")
    stage.sns("director", "approve", branch, "--key", key, "--yes")
    stage.git("staff", "fetch", "--quiet", "origin")


def _new_post(stage: Stage, slug: str, text: str) -> None:
    _start_draft(stage, slug)
    stage.write("staff", f"posts/2026/01/{slug}.md", text)
    stage.sns("staff", "lint", f"{stage.root}/staff/posts/2026/01/{slug}.md")
    _propose(stage, slug, slug)
    _approve(stage, slug)


def _expect_posts(stage: Stage, count: int) -> None:
    found = stage.posts_on_service()
    if found != count:
        raise DemoFailedError("demo-wrong-count", found=found, expected=count)


def _expect_state(stage: Stage, post: str, state: str) -> None:
    stage.git("ci", "pull", "--quiet")
    told = json.loads(stage.sns("ci", "status", post, "--format", "json"))
    found = told["posts"][0]["deliveries"][0]["state"]
    if found != state:
        raise DemoFailedError("demo-wrong-state", found=found, expected=state)
