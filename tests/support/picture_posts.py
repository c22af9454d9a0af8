"""Posts with pictures, as staff write them."""

import json
from collections.abc import Mapping

from tests.support.git_story import Content
from tests.support.library_files import post

FOLDER = "posts/2036/06"
ALT = "展示コーナーの写真。古い地図が3枚並んでいる。"


def with_pictures(
    post_id: str, *files: str, alt: str | None = ALT, body: str = "", **fields: str
) -> str:
    """Return a post that shows these files, which lie beside it."""
    entries = [
        {
            "file": file,
            **({} if alt is None else {"alt": alt}),
            "rights": {"holder": "市立図書館", "basis": "職員撮影"},
            "people": False,
        }
        for file in files
    ]
    # JSON is YAML; one line, so that it fits where the other fields stand.
    media = json.dumps(entries, ensure_ascii=False)
    return post(post_id, body, media=media, **fields)


def beside(**files: bytes) -> Mapping[str, Content]:
    """Return files by their path; ``_`` in a name stands for its last dot."""
    return {
        f"{FOLDER}/{'.'.join(name.rsplit('_', 1))}": content
        for name, content in files.items()
    }
