"""`check.yml` of a new library: a proposal is data, whatever it holds."""

from tests.support.git_command import git, text
from tests.workflows.world import Office, post

PATH = "posts/2026/12/an.md"
GOOD = post("good-one", "おはなし会を開きます。")
BAD = post("bad-one", "12月1日(日)は休館です。")
UNREADABLE = post("Bad ID", "本文")
SUMMARY = "Merge pull request は押しません"


def check(office: Office, files: dict[str, str | None], number: int = 1):  # noqa: ANN201
    head = office.world.propose(f"an-{number}", files)
    return office.workflow("check", office.world.pull_request(number, head))


def test_a_good_proposal_passes_and_shows_its_posts(office: Office) -> None:
    run = check(office, {PATH: GOOD})

    assert run.conclusion == "success", run.out
    assert "おはなし会を開きます。" in run.summary
    assert SUMMARY in run.summary
    assert "::error" not in run.out


def test_a_bad_proposal_fails_at_its_line_and_still_shows_its_posts(
    office: Office,
) -> None:
    run = check(office, {PATH: BAD})

    assert run.conclusion == "failure"
    assert run.step("Check the posts").code == 1
    assert f"::error file={PATH},line=8" in run.step("Check the posts").out
    assert "12月1日" in run.summary
    assert SUMMARY in run.summary


def test_a_post_that_cannot_be_read_is_named_and_one_step_is_red(
    office: Office,
) -> None:
    run = check(office, {PATH: UNREADABLE})

    assert [step.name for step in run.steps if step.code] == ["Check the posts"]
    assert "見せる投稿はありません" not in run.summary
    assert "an\\.md" in run.summary
    assert "番号" in run.summary


def test_settings_that_cannot_be_read_are_told_once(office: Office) -> None:
    run = check(office, {"sns.toml": "kaputt", PATH: GOOD})

    assert [step.name for step in run.steps if step.code] == ["Check the posts"]
    assert run.step("Check the posts").code == 4
    assert "::error::" in run.out
    assert run.summary.startswith("## 処理できませんでした")
    assert SUMMARY in run.summary


def test_the_words_on_approving_stand_apart(office: Office) -> None:
    run = check(office, {PATH: GOOD})

    assert "\n\n**承認のしかた**" in run.summary


def test_what_git_would_write_for_the_proposal_does_not_matter(office: Office) -> None:
    attributes = "*.md text working-tree-encoding=ISO646-DE\n"
    run = check(
        office,
        {
            PATH: post("good-one", "The fee is {} yen.", title="x", announced="n"),
            "posts/2026/12/.gitattributes": attributes,
        },
    )

    assert run.conclusion == "failure"
    # What is recorded; the folder holds {} in its place.
    assert "The fee is äü yen." in run.summary
    assert ".gitattributes,line=1" in run.out


def test_only_what_the_proposal_changes_is_judged(office: Office) -> None:
    office.world.propose("old", {"posts/2026/11/old.md": BAD})
    office.world.approve("old", "--despite-errors")

    run = check(office, {PATH: GOOD})

    assert run.conclusion == "success", run.out
    assert "12月1日" not in run.summary


def test_a_proposal_that_changes_the_record_is_told(office: Office) -> None:
    office.world.approve_post("first", "おはなし会を開きます。")
    office.publish()
    listed = text(office.world.remote, "ls-tree", "-r", "--name-only", "main")
    record = next(line for line in listed.splitlines() if "claimed" in line)
    more = "archive/2026/11/zz.x.1-published.json"

    run = check(office, {record: "{}", more: "{}", "archive/README.md": "?"})

    assert run.step("Check the posts").code == 1
    for path in (record, more):
        assert f"::error file={path}" in run.step("Check the posts").out
    assert "archive/README" not in run.step("Check the posts").out
    assert "公開の記録" in run.summary


def test_a_post_that_is_taken_away_is_no_mistake(office: Office) -> None:
    office.world.propose("old", {"posts/2026/11/old.md": GOOD})
    office.world.approve("old")

    run = check(office, {"posts/2026/11/old.md": None})

    assert run.conclusion == "success", run.out


def test_there_is_nothing_to_steal(office: Office) -> None:
    run = check(office, {PATH: GOOD})

    told = [value for step in run.steps for value in step.env.values()]
    assert not set(office.host.secrets.values()) & set(told)
    assert not any("ghs_" in value for value in told)


def test_a_proposal_cannot_run(office: Office) -> None:
    mark = office.world.folder / "it ran"
    code = f"open({str(mark)!r}, 'w').close()\n"
    shell = f"#!/bin/sh\ntouch '{mark}'\n"
    names = ("sitecustomize", "usercustomize", "conftest", "typing", "yaml")
    inside = ("sns_cli/__init__", "sns_cli/__main__", "posts/sitecustomize")
    traps: dict[str, str | None] = {f"{name}.py": code for name in (*names, *inside)}
    traps |= {
        ".github/sns/install": shell,
        ".github/sns/clone": shell,
        ".gitattributes": "*.md filter=trap diff=trap\n",
        ".gitmodules": '[submodule "a"]\n\tpath = a\n\turl = ext::sh -c "touch x"\n',
        "pyproject.toml": "[tool.sns]\n",
        "pip.conf": "[global]\nindex-url = http://127.0.0.1:9/\n",
    }

    run = check(office, {**traps, PATH: GOOD})

    assert not mark.exists()
    assert run.step("Check the posts").outcome != "skipped"
    assert "おはなし会" in run.summary


def test_the_words_on_approving_come_from_main(office: Office) -> None:
    settings = git(office.world.remote, "show", "main:sns.toml").decode()
    looser = settings.replace('evidence = "signature"', 'evidence = "sign-off"')

    run = check(office, {"sns.toml": looser})

    assert "練習用の設定" not in run.summary
    assert SUMMARY in run.summary


def test_the_program_comes_from_the_base(office: Office) -> None:
    base = office.world.tip()

    check(office, {".github/sns/known_hosts": "evil\n", PATH: GOOD})

    tool = office.host.folder / "run 1" / "work" / "tool"
    assert text(tool, "rev-parse", "HEAD") == base
