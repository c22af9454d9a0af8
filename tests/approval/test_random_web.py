"""For any history of web merges: only the director's own look at the head approves.

The oracle knows how each merge came about; with the host at hand, and offline from the
records that lie in the archive.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from sns_cli.model.platform import Review
from tests.approval.library import post
from tests.approval.web import WEB_FLOW, WebLibrary

PATHS = ("posts/2026/11/a.md", "posts/2026/11/b.md")


@dataclass(frozen=True)
class Step:
    """A proposal that comes to ``main`` in one way or another.

    Attributes:
        review: whose last word the merger's was, about what.
        recorded: who wrote the host's answer down afterwards.
    """

    who: Literal["kancho", "tanto", "hoshu"]
    how: Literal["button", "edited", "squash", "push"]
    review: Literal["own", "others", "stale", "withdrawn", "none"]
    recorded: Literal["robot", "koho", "nobody"]
    path: str
    text: str

    @property
    def rightful(self) -> bool:
        looked = self.review == "own" and self.who == "kancho"
        return looked and self.how == "button"


STEPS = st.lists(
    st.builds(
        Step,
        who=st.sampled_from(["kancho", "kancho", "tanto", "hoshu"]),
        how=st.sampled_from(["button", "button", "button", "edited", "squash", "push"]),
        review=st.sampled_from(["own"] * 4 + ["others", "stale", "withdrawn", "none"]),
        recorded=st.sampled_from(["robot", "robot", "koho", "nobody"]),
        path=st.sampled_from(PATHS),
        text=st.sampled_from("012"),
    ),
    max_size=6,
)


def body(step: Step) -> str:
    return post(step.text, id=f"p-{step.path[14]}")


def take(web: WebLibrary, step: Step) -> None:
    files: dict[str, object] = {step.path: body(step)}
    by = web.story.people[step.who]
    if step.how in {"button", "edited"}:
        edit: dict[str, object] = {"posts/2026/11/c.md": post(step.text, id="p-c")}
        made = web.button(files, by, edit=edit if step.how == "edited" else None)
    else:
        made = web.story.commit(files, WEB_FLOW, sign=False, author=by)  # type: ignore[arg-type]  # contents of files
        if step.how == "squash":
            web.github.knows(made, web.pull(made, made, by))
    if made in web.github.pulls:
        pull = web.github.pulls[made][0]
        reviews = said(step, pull.head, web.story.tips["main"])
        tip = pull.head
        web.github.knows(made, web.pull(made, tip, by, pull.number, reviews=reviews))
        if step.recorded != "nobody":
            web.record(made, web.story.people[step.recorded])


def said(step: Step, head: str, other: str) -> tuple[Review, ...]:
    """Return the reviews of a step's pull request, oldest first."""
    own, colleague = f"{step.who}-city", "koho-city"

    def review(login: str, state: str, commit: str = head) -> Review:
        return Review(login, state, commit, "2026-11-01T00:00:00Z")  # type: ignore[arg-type]  # an id

    return {
        "own": (review(colleague, "CHANGES_REQUESTED"), review(own, "APPROVED")),
        "others": (review(colleague, "APPROVED"),),
        "stale": (review(own, "APPROVED", other),),
        "withdrawn": (review(own, "APPROVED"), review(own, "CHANGES_REQUESTED")),
        "none": (),
    }[step.review]


@settings(max_examples=25)
@given(STEPS)
def test_no_post_is_approved_that_the_director_did_not_look_at(
    steps: list[Step],
) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        web = WebLibrary(Path(folder))
        web.introduce()
        asked: dict[str, bool] = {}
        offline: dict[str, bool] = {}
        texts: dict[str, str] = {}
        for step in steps:
            take(web, step)
            if texts.get(step.path) != step.text:
                texts[step.path] = step.text
                asked[step.path] = step.rightful
                offline[step.path] = step.rightful and step.recorded == "robot"
        with_host, without = web.asked(), web.judged()

    for outcome, expected in ((with_host, asked), (without, offline)):
        found = {
            one.path: one.approval is not None
            for one in outcome.posts
            if one.path in PATHS
        }
        assert found == expected
