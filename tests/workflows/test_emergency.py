"""An approved emergency: from the push to public without a tick of the schedule."""

import datetime as dt
import re

import yaml

from tests.docs.guide import DOCS
from tests.support.library_files import post
from tests.workflows.emergency import timed_push
from tests.workflows.world import Office

TEXT = "停電のため、本日は臨時休館します。"
_CLOSED = re.compile(r'open = "00:00", close = "24:00"')


def test_the_push_of_an_approval_is_enough_at_any_hour(office: Office) -> None:
    now = dt.datetime.now(dt.timezone(dt.timedelta(hours=9)))  # noqa: TID251  (it runs now)
    shut = f'open = "{now - dt.timedelta(hours=2):%H:%M}", close = "24:00"'
    if now.hour > 2:  # else the day has hardly begun: nothing can be over yet
        shut = f'open = "00:00", close = "{now - dt.timedelta(hours=2):%H:%M}"'
    place = office.world.clone("settings")
    settings = (place / "sns.toml").read_text(encoding="utf-8")
    office.world.propose("hours", {"sns.toml": _CLOSED.sub(shut, settings)})
    office.world.approve("hours")
    path = f"posts/{now:%Y/%m}/teiden.md"
    emergency = post("teiden", TEXT, category="emergency", basis="director")
    office.world.propose("teiden", {path: emergency})
    office.world.approve("teiden")

    run, steps = timed_push(office)

    assert run.conclusion == "success", run.out
    assert office.sent() == [TEXT]
    names = [name for name, _ in steps]
    assert names[-2:] == ["Publish what is due", "Forget the key"]


def test_the_push_of_an_approval_starts_the_job(office: Office) -> None:
    place = office.world.clone("workflows") / ".github/workflows/publish.yml"
    workflow = yaml.safe_load(place.read_text(encoding="utf-8"))

    push = workflow[True]["push"]  # YAML 1.1 reads the key `on` so
    assert push == {"branches": ["main"], "paths": ["posts/**", "sns.toml"]}
    assert workflow["concurrency"]["cancel-in-progress"] is False


def test_the_guide_names_the_steps_as_the_job_does(office: Office) -> None:
    place = office.world.clone("workflows") / ".github/workflows/publish.yml"
    workflow = yaml.safe_load(place.read_text(encoding="utf-8"))
    steps = [one["name"] for one in workflow["jobs"]["publish"]["steps"]]
    shown = (DOCS / "emergency.md").read_text(encoding="utf-8")
    rows = [line for line in shown.splitlines() if re.match(r"\| \d \|", line)]

    always = [
        one
        for one in steps
        if one not in {"Refuse half an answer", "Settle a doubt", "Forget the key"}
    ]
    named = [one for row in rows for one in always if one in row]
    assert named == always
