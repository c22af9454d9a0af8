"""What a walk that goes on asks, reads and says."""

import datetime as dt

from sns_cli.approval.authenticate import begin, conclude, extend, prove_content
from sns_cli.approval.content import approved_content
from tests.approval.library import (
    IMAGE,
    POST,
    Library,
    post,
    refusal,
    refused_for,
    with_image,
)
from tests.approval.watched import Watched

OTHER = "posts/2026/11/tenji.md"
OTHER_IMAGE = "posts/2026/11/tenji.jpg"


def test_the_clock_of_each_step_counts(library: Library) -> None:
    start = library.introduce()
    history = library.story.history()
    before = library.story.now
    walk = begin(history, history.chain(start, None), before)
    library.story.now += dt.timedelta(hours=2)
    merge = library.approve({POST: post()})
    chain = library.story.history().chain(library.story.head, None)

    later = extend(walk, chain.commits, library.story.now)

    assert refused_for(conclude(later), merge) is None
    assert refused_for(conclude(extend(walk, chain.commits)), merge) == "time-future"


def test_only_what_is_asked_for_is_compared(library: Library) -> None:
    library.introduce()
    merges = []
    for path, image in ((POST, IMAGE), (OTHER, OTHER_IMAGE)):
        text = with_image(file=image.rpartition("/")[2])
        content = image.encode()
        digest = approved_content({path: text.encode(), image: content})
        said = f"Approved-Content: {digest}"
        merges.append(library.approve({path: text, image: content}, None, said))
    history = Watched(library.story.history())
    chain = history.chain(library.story.head, None)
    walk = begin(history, chain, library.story.now, content=False)

    prove_content(extend(walk, chain.commits), frozenset(merges[:1]))

    read = frozenset().union(*history.reads)
    assert library.story.blob(IMAGE.encode()) in read
    assert library.story.blob(OTHER_IMAGE.encode()) not in read


def test_a_refusal_names_its_commit_and_path(library: Library) -> None:
    library.introduce()
    pushed = library.story.commit({POST: post()}, library.kancho)
    empty = library.story.commit({}, library.tanto)

    outcome = library.judged()

    for commit, path in ((pushed, POST), (empty, "")):
        found = refusal(outcome, commit)
        assert found is not None
        assert found.details["path"] == path
        assert found.details["commit"] == commit[:10]
