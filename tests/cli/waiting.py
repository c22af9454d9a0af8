"""Proposals that wait, and what ``sns review`` says of them."""

from collections.abc import Mapping
from typing import Any

from tests.support.library import Library
from tests.support.runs import Run


def review(library: Library, *words: str) -> Run:
    library.story.flush()
    return library.sns("review", *words)


def told(library: Library, *words: str) -> Mapping[str, Any]:
    run = review(library, *words, "--format", "json")
    assert run.code in {0, 1}, run
    return run.json


def propose(library: Library, name: str, **posts: str) -> None:
    files = {f"posts/2036/06/{slug}.md": text for slug, text in posts.items()}
    library.story.branch(name, files, library.tanto)
