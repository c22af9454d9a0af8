"""`watch.yml` of a new library: it fails when somebody should look."""

from sns_cli.adapters.rehearsal.faults import fault_of
from tests.fakes.github import TOKEN, GitHub
from tests.support.git_command import text
from tests.workflows.runner import Event, JobRun
from tests.workflows.world import Office

COMPARE = "Compare what is public with what was approved"
LOOK = "Look for posts that wait for a person"


def watch(office: Office) -> JobRun:
    return office.workflow("watch", Event("schedule", office.world.tip()))


def test_all_is_well(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.publish()

    run = watch(office)

    assert run.conclusion == "success", run.out
    assert office.world.archived()[-1] == "first.x.3-confirmed"


def test_what_was_written_down_just_now_is_seen(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.publish()
    before = office.world.tip()

    run = watch(office)

    library = office.host.folder / "run 2" / "temp" / "library"
    assert run.conclusion == "success", run.out
    assert text(library, "rev-parse", "HEAD") == office.world.tip() != before
    assert "公開した投稿の確認" in run.summary
    assert "人を待っている投稿はありません。" in run.summary


def test_without_the_newest_records_it_says_so_and_looks(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.publish()

    def leave(name: str, _: object) -> None:
        if name == LOOK:
            office.world.remote.rename(office.world.folder / "away")

    office.host.started = leave
    run = watch(office)

    assert run.step(LOOK).outcome == "success", run.out
    assert "::warning::" in run.step(LOOK).out


def test_a_doubt_calls_somebody_although_the_posts_are_well(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.server.add_fault(fault_of({"fault": "500"}))
    office.publish()

    run = watch(office)

    assert run.step(LOOK).outcome == "failure", run.out
    assert run.step(LOOK).code == 6


def test_both_are_looked_at_whatever_the_first_says(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.publish()
    office.host.secrets = {
        **office.host.secrets,
        "SNS_X_ACCESS_TOKEN": "wrong",
    }

    run = watch(office)

    assert run.step(COMPARE).outcome == "failure"
    assert run.step(LOOK).outcome == "success", run.out


def test_one_issue_calls_for_people_until_it_is_settled(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.publish()
    office.host.token = TOKEN
    with GitHub() as github:
        office.host.more = {"GITHUB_API_URL": github.base}

        well = watch(office)
        assert github.issues.kept == []
        office.server.present(name="大当たり")
        bad, again = watch(office), watch(office)
        (issue,) = github.issues.kept
        office.server.present(name="図書館(予行)")
        over = watch(office)

    assert (well.conclusion, over.conclusion) == ("success", "success"), over.out
    assert bad.step(COMPARE).code == again.step(COMPARE).code == 1
    assert (issue.state, len(github.said(issue.number))) == ("closed", 1)
    assert github.complaints == []
    assert TOKEN not in bad.out + bad.summary
