"""A refusal says who can put it right, by name where there is one, and how."""

from pathlib import Path

import pytest

from sns_cli.approval.way_out import way_before
from sns_cli.messages import Language
from sns_cli.model.proof import Authentication
from sns_cli.model.reason import Reason
from sns_cli.report.sentences import sentence
from tests.approval.library import POST, Library, post, proof, refusal
from tests.approval.web import WebLibrary
from tests.support.git_story import Special

RECORD = "archive/2026/12/a.x.1-claimed.json"
WORKFLOW = ".github/workflows/publish.yml"
KANCHO = "館長(人 kancho)"
REPAIR = f"{KANCHO}が sns repair で元に戻してください。"
AGAIN = f"{KANCHO}が中身を見て、sns approve --again で承認してください。"


def told(outcome: Authentication, language: Language = "ja") -> str:
    """Return the end of the only refusal there is."""
    (found,) = outcome.refusals
    return sentence(found.code, found.details, language)


@pytest.mark.parametrize(
    ("files", "way"),
    [
        ({POST: post()}, AGAIN),
        ({RECORD: "{}\n"}, REPAIR),
        ({"sns.toml": "broken = ["}, REPAIR),
        (
            {WORKFLOW: "on: push\n"},
            f"{KANCHO}か情報担当(人 hoshu)が sns repair で元に戻してください。",
        ),
        ({RECORD: "{}\n", WORKFLOW: "on: push\n"}, REPAIR),
        ({RECORD: "{}\n", POST: post()}, f"{REPAIR}投稿のほうは、{AGAIN}"),
        ({}, "いま残っているものは無く、することはありません。"),
    ],
)
def test_the_way_out_depends_on_what_was_changed(
    library: Library, files: dict[str, object], way: str
) -> None:
    library.introduce()
    library.story.commit(files, library.koho, sign=False)  # type: ignore[arg-type]  # contents of files

    assert told(library.judged()).endswith(f"署名がありません。{way}")


@pytest.mark.parametrize(
    ("path", "content", "way"),
    [
        (
            "posts/2026/11/cafe\u0301.md",
            post(),
            f"起案者が直した案を出し、{KANCHO}が承認してください。",
        ),
        (
            POST,
            Special("120000", b"elsewhere"),
            f"起案者が直した案を出し、{KANCHO}が承認してください。",
        ),
        ("archive/2026/12/..%\x01", "{}", REPAIR),
    ],
)
def test_what_cannot_be_approved_as_it_is_is_mended(
    library: Library, path: str, content: object, way: str
) -> None:
    library.introduce()
    library.approve({path: content})

    assert told(library.judged()).endswith(way)


def test_a_link_from_before_the_introduction_is_mended(library: Library) -> None:
    library.introduce(**{POST: Special("120000", b"elsewhere")})

    found = proof(library.judged())

    assert found.reason == "refused-mode-not-regular"
    assert sentence(found.reason, found.details, "ja").endswith(
        f"起案者が直した案を出し、{KANCHO}が承認してください。"
    )


def test_in_english_it_is_said_as_well(library: Library) -> None:
    library.introduce()
    library.story.commit({RECORD: "{}\n", POST: post()}, library.koho, sign=False)

    assert told(library.judged(), "en").endswith(
        "is not signed. The director (人 kancho) puts it back with `sns repair`. As "
        "for the posts: The director (人 kancho) looks at it and approves it with `sns "
        "approve --again`."
    )


def test_what_was_put_right_asks_for_nothing(library: Library) -> None:
    library.introduce()
    stray = library.story.commit({POST: post()}, library.koho, sign=False)
    library.approve({POST: post("ほかの文")})

    outcome = library.judged()

    found = refusal(outcome, stray)
    assert found is not None
    assert found.superseded
    assert told(outcome).endswith("することはありません。")


def test_a_removed_post_asks_for_nothing(library: Library) -> None:
    library.introduce()
    library.approve({POST: post()})
    library.story.commit({POST: None}, library.koho, sign=False)

    assert told(library.judged()).endswith("することはありません。")


def test_a_post_that_is_not_approved_says_it_too(library: Library) -> None:
    library.introduce()
    library.story.commit({POST: post(), RECORD: "{}\n"}, library.koho, sign=False)

    reason = proof(library.judged())

    assert reason.reason is not None
    # The record is another matter than the post.
    assert sentence(reason.reason, reason.details, "ja").endswith(
        f"署名がありません。{AGAIN}"
    )


def test_nobody_is_named_where_there_are_two(library: Library) -> None:
    toml = library.settings()
    for one, role in ((library.koho, "director"), (library.tanto, "maintainer")):
        staff = f'email = "{one.email}"\nrole = "staff"'
        toml = toml.replace(staff, staff.replace("staff", role))
    library.story.introduce(toml)
    library.story.commit({WORKFLOW: "on: push\n"}, library.unei, sign=False)

    assert told(library.judged()).endswith(
        "。館長か情報担当が sns repair で元に戻してください。"
    )


def test_without_a_maintainer_the_director_is_named_alone(library: Library) -> None:
    toml = library.settings().replace('role = "maintainer"', 'role = "staff"')
    library.story.introduce(toml)
    library.story.commit({WORKFLOW: "on: push\n"}, library.koho, sign=False)

    assert told(library.judged()).endswith(f"。{REPAIR}")


def test_the_director_of_today_is_named(library: Library) -> None:
    library.introduce()
    library.story.commit({POST: post()}, library.hoshu)
    koho = f'email = "{library.koho.email}"\nrole = "'
    toml = library.settings().replace(f"{koho}staff", f"{koho}director")
    library.story.commit({"sns.toml": toml}, library.kancho)
    kancho = f'email = "{library.kancho.email}"\nrole = "'
    toml = toml.replace(f"{kancho}director", f"{kancho}staff")
    library.story.commit({"sns.toml": toml}, library.koho)

    assert "館長(人 koho)が中身を見て" in told(library.judged())


class TestOnThePage:
    """Where the director approves in the web page, no command signs for them."""

    @pytest.mark.parametrize(
        ("path", "way"),
        [
            (POST, "取り消す案(GitHub の Revert)を館長(人 kancho)が画面で承認し"),
            (
                WORKFLOW,
                "sns repair --propose で元に戻す案を作り、館長(人 kancho)が画面で承認",
            ),
        ],
    )
    def test_the_way_leads_over_the_page(
        self, tmp_path: Path, path: str, way: str
    ) -> None:
        web = WebLibrary(tmp_path / "library")
        web.introduce()
        web.story.commit({path: post()}, web.robot)

        assert way in told(web.judged())


class TestBeforeItIsMade:
    """What would be refused is not made: there is nothing on ``main`` to put right."""

    @pytest.mark.parametrize(
        "rule", ["grant-account", "no-right", "maintainer-outside"]
    )
    def test_somebody_else_approves(self, library: Library, rule: str) -> None:
        library.introduce()

        found = way_before(library.judged().policy, rule)

        assert sentence(found.code, found.details, "ja") == (
            f"{KANCHO}が sns approve で承認してください。"
        )

    def test_or_the_drafter_mends_it(self, library: Library) -> None:
        library.introduce()

        found = way_before(library.judged().policy, "path-unsafe")

        assert found.code == "way-mended"

    @pytest.mark.parametrize("rule", ["time-future", "trailers-missing", "key-expired"])
    def test_or_it_is_tried_again(self, library: Library, rule: str) -> None:
        library.introduce()

        assert way_before(library.judged().policy, rule) == Reason("way-again")
