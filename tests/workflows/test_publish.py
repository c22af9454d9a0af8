"""`publish.yml` of a new library, step by step, against a remote and a service."""

import json

import pytest

from sns_cli.adapters.rehearsal.faults import fault_of
from tests.support.git_command import text
from tests.workflows.runner import Event
from tests.workflows.world import Office


def test_an_approved_post_goes_out_once_with_nothing_else_done(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")

    first = office.publish("push")
    second = office.publish("schedule")

    assert first.conclusion == "success", first.out
    assert second.conclusion == "success", second.out
    assert office.sent() == ["おはなし会を開きます。"]
    assert office.world.archived() == ["first.x.1-claimed", "first.x.2-published"]
    written = text(office.world.remote, "log", "-2", "--format=%ce", "main").split()
    assert set(written) == {"publisher@lib.example.lg.jp"}


def test_a_url_of_a_file_serves_as_well(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.host.remote = office.world.remote.as_uri()

    run = office.publish()

    assert run.conclusion == "success", run.out
    assert office.sent() == ["おはなし会を開きます。"]


def test_a_runner_that_puts_all_into_one_folder_serves_as_well(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.host.flat = True

    run = office.publish()

    assert run.conclusion == "success", run.out
    assert office.sent() == ["おはなし会を開きます。"]


def test_one_account_can_be_chosen(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")

    nobody = office.publish("workflow_dispatch", account="koho")
    chosen = office.publish("workflow_dispatch", account="x")

    assert nobody.step("Publish what is due").code == 2
    assert chosen.conclusion == "success", chosen.out
    assert len(office.sent()) == 1


def test_a_variable_stops_everything(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.host.variables = {**office.host.variables, "SNS_PAUSED": "点検中"}

    run = office.publish()

    assert run.conclusion == "success", run.out
    assert "点検中" in run.out
    assert office.sent() == []


def test_a_doubt_is_settled_by_dispatch(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.server.add_fault(fault_of({"fault": "500"}))
    doubt = office.publish()

    settled = office.publish(
        "workflow_dispatch", post="first", account="x", outcome="not-sent"
    )
    after = office.publish()

    assert doubt.step("Publish what is due").code == 6
    assert settled.conclusion == "success", settled.out
    assert settled.step("Publish what is due").outcome == "skipped"
    assert "first" in settled.summary
    assert after.conclusion == "success", after.out
    assert len(office.sent()) == 1
    events = office.world.archived()
    assert [one.rpartition("-")[2] for one in events][-1] == "published"
    assert decision(office)["by"] == "kancho"


@pytest.mark.parametrize("half", [{"outcome": "not-sent"}, {"url": "https://x.com/a"}])
def test_half_an_answer_publishes_nothing(office: Office, half: dict[str, str]) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")

    run = office.publish("workflow_dispatch", **half)

    refused = run.step("Refuse half an answer")
    assert (refused.outcome, refused.code) == ("failure", 2)
    assert "::error::" in refused.out
    assert office.sent() == []


@pytest.mark.parametrize(
    ("inputs", "word"),
    [
        ({"account": "x", "outcome": "published"}, "url"),
        ({"account": "", "outcome": "not-sent"}, "account"),
        ({"account": "x", "outcome": "-"}, "outcome"),
    ],
)
def test_what_the_form_lacks_is_named_as_in_the_form(
    office: Office, inputs: dict[str, str], word: str
) -> None:
    run = office.publish("workflow_dispatch", post="first", **inputs)

    settle = run.step("Settle a doubt")
    assert settle.code == 2
    assert settle.out.startswith("::error::")
    assert word in settle.out
    assert word in run.summary


def test_a_settlement_needs_a_finding(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")

    run = office.publish("workflow_dispatch", post="first", account="x")

    assert run.step("Settle a doubt").code == 2
    assert office.world.archived() == []


@pytest.mark.parametrize(
    ("event", "variables"),
    [
        (Event("schedule", fork=True), {}),
        (Event("workflow_dispatch", ref="refs/heads/an"), {}),
        (Event("schedule"), {"SNS_INTRODUCTION": ""}),
    ],
)
def test_it_runs_on_main_of_a_library_that_is_set_up_and_nowhere_else(
    office: Office, event: Event, variables: dict[str, str]
) -> None:
    office.host.variables = {**office.host.variables, **variables}

    for name in ("publish", "watch"):
        assert office.workflow(name, event).conclusion == "skipped"


def test_a_wrong_pin_is_said_before_anything_is_done(office: Office) -> None:
    office.host.variables = {**office.host.variables, "SNS_INTRODUCTION": "--all"}

    run = office.publish()

    clone = run.step("Clone the library")
    assert (clone.outcome, clone.code) == ("failure", 4)
    assert clone.out.startswith("::error::")
    assert run.step("Publish what is due").outcome == "skipped"


def test_a_pin_that_the_host_does_not_have_is_said(office: Office) -> None:
    office.host.variables = {**office.host.variables, "SNS_INTRODUCTION": "a" * 40}

    run = office.publish()

    clone = run.step("Clone the library")
    assert clone.code == 4
    assert "::error::" in clone.out


def test_secrets_are_told_to_the_steps_that_need_them(office: Office) -> None:
    run = office.publish()

    canaries = office.host.secrets
    holders = {
        name: {step.name for step in run.steps if secret in step.env.values()}
        for name, secret in canaries.items()
    }
    key = holders.pop("SNS_PUBLISHER_KEY")
    assert key == {"Clone the library", "Publish what is due"}
    assert all(steps == {"Publish what is due"} for steps in holders.values())
    assert holders
    assert all(secret not in run.out + run.summary for secret in canaries.values())


def test_whoever_dispatches_is_recorded_as_the_one_who_decided(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.server.add_fault(fault_of({"fault": "500"}))
    office.publish()
    inputs = {"post": "first", "account": "x", "outcome": "not-sent"}
    event = Event("workflow_dispatch", inputs=inputs, actor="somebody-else")

    office.workflow("publish", event)

    assert decision(office)["by"] == "somebody-else"


def decision(office: Office) -> dict[str, object]:
    """Return the event that a person's decision made."""
    place = office.world.clone("look")
    (file,) = place.rglob("*-not-sent.json")
    read: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return read
