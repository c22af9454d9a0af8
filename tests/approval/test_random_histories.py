"""For any history: no post is approved whose bytes came in without the right.

The oracle is written apart from the product: it knows how each commit was made, not how
it is judged.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.approval.library import Library, grant, post

PATHS = ("posts/2026/11/a.md", "posts/2026/11/b.md")
WHO = ("kancho", "tanto", "koho", "hoshu", "unei", "robot")
HOW = ("merge", "push", "evil-merge", "unsigned-merge", "forged-merge", "delete")


@dataclass(frozen=True)
class Step:
    """Somebody brings text ``text`` to ``path`` in one way or another."""

    who: str
    how: str
    path: str
    text: int
    granted: bool

    @property
    def rightful(self) -> bool:
        """Whether the design lets this person bring bytes in like this."""
        if self.how not in {"merge", "delete"}:
            return False
        return self.who == "kancho" or (self.who == "tanto" and self.granted)


STEPS = st.lists(
    st.builds(
        Step,
        who=st.sampled_from(WHO),
        how=st.sampled_from(HOW),
        path=st.sampled_from(PATHS),
        text=st.integers(0, 2),
        granted=st.booleans(),
    ),
    max_size=7,
)


def take(library: Library, step: Step) -> None:
    story = library.story
    by = story.people[step.who]
    trailers = story.trailers(by, *(["Grant: g1"] if step.granted else []))
    files: dict[str, object] = {
        step.path: post(str(step.text), id=f"p-{step.path[14]}")
    }
    if step.how == "push":
        story.commit(files, by, trailers=trailers)  # type: ignore[arg-type]  # contents
    elif step.how == "delete":
        story.merge(library.propose({step.path: None}), by, trailers)
    elif step.how == "merge":
        story.merge(library.propose(files), by, trailers)
    elif step.how == "evil-merge":
        branch = library.propose({"posts/2026/11/c.md": post(id="p-c")})
        story.merge(branch, by, trailers, edit=files)  # type: ignore[arg-type]  # contents
    elif step.how == "unsigned-merge":
        story.merge(library.propose(files), by, trailers, sign=False)
    else:
        forged = story.trailers(library.kancho)
        story.merge(
            library.propose(files), library.unei, forged, committer=library.kancho
        )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_no_post_is_approved_whose_bytes_came_in_without_the_right(
    steps: list[Step],
) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Library(Path(folder))
        library.introduce(grant(own_posts="true"))
        expected: dict[str, bool | None] = dict.fromkeys(PATHS)
        blobs: dict[str, str | None] = dict.fromkeys(PATHS)
        for step in steps:
            take(library, step)
            text = post(str(step.text), id=f"p-{step.path[14]}")
            blob = None if step.how == "delete" else library.story.blob(text)
            if blobs[step.path] != blob:
                blobs[step.path], expected[step.path] = blob, step.rightful

        found = {
            one.path: one.approval is not None
            for one in library.judged().posts
            if one.path in PATHS
        }

    present = {path for path, blob in blobs.items() if blob is not None}
    assert found == {path: expected[path] for path in present}
