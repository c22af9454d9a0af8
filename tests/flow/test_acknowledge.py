"""What did not come from here and is in order: a director says so, and can prove it."""

import pytest

from tests.flow.people import authenticated, by_director, in_force
from tests.flow.test_verify import LATER, add_by_hand, edit_by_hand, verify
from tests.support.git_command import git
from tests.support.library import Library
from tests.support.library_files import post
from tests.support.runs import Run, finish

ANYWHERE = "https://x.com/example_lib/status/"
WHY = ("--reason", "防災課の避難情報の転送")


def stranger(library: Library) -> str:
    """Have somebody post by hand; return its address."""
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    add_by_hand(library, "避難情報 https://example.jp/")
    run = verify(library)
    assert run.code == 1, run
    (found,) = run.json["unknown_posts"]
    return str(found["url"])


def acknowledge(library: Library, *arguments: str) -> Run:
    return by_director(library, "acknowledge", *arguments)


def test_a_post_passed_on_by_hand_is_reported_no_more(library: Library) -> None:
    url = stranger(library)

    run = acknowledge(library, "x", url, *WHY, "--document", "図発第7号")

    assert run.code == 0, run
    assert "+[[acknowledged]]" in run.out.replace(" ", "")
    (entry,) = in_force(library).acknowledged
    assert f"{ANYWHERE}{entry.remote_id}" == url
    assert (entry.reason, entry.document) == (WHY[1], "図発第7号")
    after = verify(library)
    assert (after.code, after.json["unknown_posts"]) == (0, []), after
    (known,) = after.json["acknowledged"]
    assert (known["url"], known["reason"]) == (url, WHY[1])
    assert authenticated(library).json["refusals"] == []


def test_it_is_known_by_its_number_and_not_by_its_text(library: Library) -> None:
    url = stranger(library)
    assert acknowledge(library, "x", url, *WHY).code == 0
    add_by_hand(library, "避難情報 https://example.jp/ その2")

    run = verify(library)

    (found,) = run.json["unknown_posts"]
    assert (run.code, "その2" in found["text"]) == (1, True), run


def test_a_changed_profile_alarms_until_it_is_acknowledged(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    first = verify(library)
    library.servers["x"].present(
        name="大当たり\n::error::抽選会", biography="https://a.example/"
    )

    changed = verify(library)
    again = verify(library)
    text = library.sns("verify", "--at", "2036-06-03T12:00+09:00")

    assert (first.code, changed.code, again.code) == (0, 1, 1), (changed, again)
    assert first.json["profiles"] == []
    (one,) = again.json["profiles"]
    assert one["changed"]["name"]["seen"] == "大当たり\n::error::抽選会"
    assert one["changed"]["biography"] == {
        "accepted": "",
        "seen": "https://a.example/",
    }
    assert [path for path in changed.json["recorded"] if "profiles" in path] == [
        "archive/profiles/x.2.json"
    ]
    assert again.json["recorded"] == []
    assert "\n::error::" not in text.out

    done = acknowledge(library, "x", "--profile", "--reason", "表示名を改めた")

    assert done.code == 0, done
    assert "https://a.example/" in done.out
    assert verify(library).code == 0
    # As it was is now a change like any other.
    library.servers["x"].present(name="図書館(予行)", biography="")
    back = verify(library)
    assert (back.code, len(back.json["profiles"])) == (1, 1), back
    library.fsck()


def test_a_profile_put_back_needs_no_director(library: Library) -> None:
    library.servers["x"].present(name="本物")
    assert verify(library).code == 0
    library.servers["x"].present(name="偽物")
    assert verify(library).code == 1
    library.servers["x"].present(name="本物")

    assert verify(library).code == 0


def test_publishing_asks_for_no_more_than_whose_account_it_is(library: Library) -> None:
    library.approve(post("ohanashi"))
    assert library.publish().code == 0
    assert library.asked("me") == 1
    listed = git(library.story.remote, "ls-tree", "-r", "--name-only", "main")
    assert b"archive/profiles" not in listed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "どちらか1つ"),
        (("https://x.com/example_lib/status/1", "--profile", *WHY), 2, "どちらか1つ"),
        (("https://x.com/example_lib/status/1",), 2, "--reason"),
        (("https://x.com/example_lib/status/1", "--reason", "\n\t "), 2, "--reason"),
        (("1", *WHY, "--document", " "), 2, "--document"),
        (("https://x.com/someone/status/1", *WHY), 2, "住所ではありません"),
        (("https://evil.example/status/1", *WHY), 2, "住所ではありません"),
        (("そのへん", *WHY), 2, "住所ではありません"),
        (("１２３", *WHY), 2, "住所ではありません"),
        (("--profile", *WHY), 1, "まだ記録されていません"),
    ],
)
def test_wrong_words_change_nothing(
    library: Library, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = library.tip()

    run = acknowledge(library, "x", *arguments)

    assert (run.code, library.tip()) == (code, before), run
    assert said in run.err
    assert "Traceback" not in run.err


def test_an_account_that_is_not_there_is_named(library: Library) -> None:
    run = acknowledge(library, "y", "1", *WHY)
    assert (run.code, "sns.toml" in run.err) == (2, True), run


def test_what_came_from_here_is_nothing_to_acknowledge(library: Library) -> None:
    library.approve(post("ohanashi"))
    (sent,) = library.publish().json["deliveries"]

    run = acknowledge(library, "x", sent["url"], *WHY)

    assert (run.code, "承認を受けて公開した" in run.err) == (1, True), run


def test_twice_is_once(library: Library) -> None:
    url = stranger(library)
    assert acknowledge(library, "x", url, *WHY).code == 0
    before = library.tip()

    run = acknowledge(library, "x", url, *WHY)

    assert (run.code, library.tip()) == (1, before), run


def test_a_profile_in_order_is_left_alone(library: Library) -> None:
    assert verify(library).code == 0
    run = acknowledge(library, "x", "--profile", *WHY)
    assert (run.code, "承知済みのとおり" in run.err) == (1, True), run


def test_who_is_no_director_may_propose_it(library: Library) -> None:
    url = stranger(library)
    before = library.tip()

    run = library.sns("acknowledge", "x", url, *WHY, "--propose")

    assert (run.code, library.tip()) == (0, before), run
    assert verify(library).code == 1


def test_somebody_elses_entry_does_not_count(library: Library) -> None:
    url = stranger(library)
    number = url.rpartition("/")[2]
    entry = (
        f'[[acknowledged]]\naccount = "x"\nremote_id = "{number}"\n'
        'reason = "だいじょうぶ"\non = 2026-11-20\n'
    )
    library.push({"sns.toml": library.settings(entry)})

    run = verify(library)

    assert len(run.json["unknown_posts"]) == 1, run


def test_a_text_edited_at_the_service_stays_a_difference(library: Library) -> None:
    url = stranger(library)
    assert acknowledge(library, "x", url, *WHY).code == 0
    edit_by_hand(library, "ohanashi", "別の文")
    run = verify(library)
    assert (run.code, run.states) == (1, {"ohanashi": "differs"}), run


def kept(library: Library) -> list[str]:
    remote = library.story.remote
    listed = git(remote, "ls-tree", "-r", "--name-only", "main", "archive/profiles/")
    return listed.decode().split()


def test_two_at_once_keep_a_profile_once(library: Library) -> None:
    clones = (library.clone, library.story.clone("other"))
    started = [library.start("verify", "--at", LATER, repo=one) for one in clones]
    runs = [finish(one) for one in started]

    assert [run.code for run in runs] == [0, 0], runs
    assert kept(library) == ["archive/profiles/x.1.json"]


def test_of_keys_that_are_somebody_elses_no_profile_is_kept(library: Library) -> None:
    library.misbehave("wrong-account", on="me")

    run = verify(library)

    assert (run.code, run.json["profiles"], kept(library)) == (4, [], []), run


def test_who_cannot_write_is_told_and_does_not_fail(library: Library) -> None:
    run = verify(library, SNS_PUBLISHER_KEY=None)
    assert (run.code, run.notes, kept(library)) == (0, ["publisher-key-missing"], [])
