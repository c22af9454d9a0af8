"""Several accounts: none waits for another's trouble, and none gets another's posts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sns_cli.adapters.rehearsal import RehearsalServer
from tests.support.library import Library
from tests.support.library_files import HANDLE, post, publishing, text_of
from tests.support.runs import finish

FOUR = ("x", "koho", "jido", "bunka")
IDS = ("kyukan", "ohanashi", "tenji")
OTHER = "koho_example"


@pytest.fixture
def four(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library", accounts=FOUR) as made:
        yield made


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Library]:
    """A library whose second account has a name and a service of its own."""
    with Library(tmp_path / "library", accounts=("x", "koho")) as made:
        made.servers["koho"].stop()
        made.servers["koho"] = RehearsalServer(made.folder / "b.sqlite", handle=OTHER)
        head, mark, tail = made.settings().partition("[accounts.koho]")
        own = tail.replace(f'handle = "{HANDLE}"', f'handle = "{OTHER}"')
        made.change_settings(f"{head}{mark}{own}")
        yield made


def for_all(post_id: str, accounts: tuple[str, ...]) -> str:
    return post(post_id, accounts=f"[{', '.join(accounts)}]")


def test_four_jobs_with_one_account_each_deliver_everything_once(four: Library) -> None:
    four.approve(*(for_all(one, FOUR) for one in IDS))
    clones = {account: four.story.clone(f"ci-{account}") for account in FOUR}

    started = [
        four.start(*publishing(), "--account", account, repo=clone)
        for account, clone in clones.items()
    ]
    runs = [finish(process) for process in started]
    last = four.publish(minutes=1)

    # Nobody looks after another's account, so nothing of another's is in the way.
    assert [run.code for run in runs] == [0, 0, 0, 0], runs
    for account in FOUR:
        assert sorted(four.sent(account)) == sorted(map(text_of, IDS)), account
        assert four.asked("create", account) == len(IDS)
    assert (last.code, last.states) == (0, {}), last
    names = {re.sub(r"\.\d-", "-", name) for name in four.events()}
    assert names == {
        f"{one}.{account}-{event}"
        for one in IDS
        for account in FOUR
        for event in ("claimed", "published")
    }
    assert len(four.events()) == 2 * len(IDS) * len(FOUR)
    assert four.sns("authenticate", repo=four.story.remote).code == 0
    four.fsck()


def test_a_doubt_on_one_account_is_no_other_accounts(two: Library) -> None:
    # In the plan the account in trouble comes first, with every post.
    two.approve(*(for_all(one, ("koho", "x")) for one in IDS))
    two.misbehave("hang", "koho", seconds=2)

    run = two.publish()

    assert run.code == 6, run
    assert run.states["kyukan@koho"] == "in-doubt"
    assert sorted(two.sent("x")) == sorted(map(text_of, IDS))
    assert {run.states[one] for one in IDS} == {"published"}


@pytest.mark.parametrize(("status", "word"), [(401, "SNS_KOHO_"), (402, "残高")])
def test_a_credential_that_does_not_count_ends_its_account_and_no_other(
    two: Library, status: int, word: str
) -> None:
    two.approve(*(for_all(one, ("koho", "x")) for one in IDS))
    two.misbehave(str(status), "koho")

    run = two.publish()

    assert run.code == 5, run
    assert two.asked("create", "koho") == 1
    assert two.sent("koho") == []
    assert sorted(two.sent("x")) == sorted(map(text_of, IDS))
    (note,) = run.json["notes"]
    assert "koho" in note["message"]
    assert word in note["message"]
    assert word in str(run.reasons["tenji@koho"])


def test_credentials_that_were_mixed_up_send_nothing_to_either(two: Library) -> None:
    two.approve(*(for_all(one, ("koho", "x")) for one in IDS))
    bases = {name: server.api_base for name, server in two.servers.items()}

    run = two.publish(SNS_X_API_BASE=bases["koho"], SNS_KOHO_API_BASE=bases["x"])

    assert run.code == 4, run
    assert two.sent("x") == two.sent("koho") == []
    assert two.events() == {}
    assert run.notes == ["wrong-account", "wrong-account"]
    said = " ".join(note["message"] for note in run.json["notes"])
    assert HANDLE in said
    assert OTHER in said


def test_one_account_with_anothers_credentials_leaves_the_others_alone(
    two: Library,
) -> None:
    two.approve(*(for_all(one, ("koho", "x")) for one in IDS))

    run = two.publish(SNS_KOHO_API_BASE=two.servers["x"].api_base)

    assert run.code == 4, run
    assert sorted(two.sent("x")) == sorted(map(text_of, IDS))
    assert two.sent("koho") == []
    assert run.notes == ["wrong-account"]


def test_an_account_without_credentials_holds_up_nobody(two: Library) -> None:
    two.approve(*(for_all(one, ("koho", "x")) for one in IDS))

    run = two.publish(SNS_KOHO_CONSUMER_KEY=None)

    assert run.code == 4, run
    assert sorted(two.sent("x")) == sorted(map(text_of, IDS))
    assert "SNS_KOHO_CONSUMER_KEY" in str(run.reasons["tenji@koho"])
