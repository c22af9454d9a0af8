from pathlib import Path

from sns_cli.adapters.git.history import GitHistory
from sns_cli.adapters.git.repository import open_repository
from tests.support.git_command import git
from tests.support.git_story import Story
from tests.support.tools import needs_openssh


@needs_openssh
def test_a_story_is_a_sound_repository_that_git_verifies(tmp_path: Path) -> None:
    story = Story(tmp_path)
    director = story.person("kantyo", "director")
    staff = story.person("tanto-01")
    start = story.introduce(files={"README.md": "x"})
    story.branch("a", {"posts/2026/12/a.md": "あ"}, by=staff)
    merge = story.merge("a", by=director)
    signers = tmp_path / "signers"
    signers.write_text(f"{director.email} {director.public_key}\n")
    git(story.remote, "fsck", "--strict")
    git(
        story.remote,
        "-c",
        f"gpg.ssh.allowedSignersFile={signers}",
        "verify-commit",
        merge,
    )
    chain = story.history().chain(story.head, None)
    assert chain.introduction.id == start
    assert [one.id for one in chain.commits] == [merge]
    assert chain.commits[0].changes[0].path == "posts/2026/12/a.md"
    checks = story.history().check_merges(chain.commits, start)
    assert checks[merge].bounded
    assert checks[merge].deviating == ()
    for name, clone in (
        ("full", story.clone("c")),
        ("blobless", story.clone("b", blobless=True)),
        ("ci", story.ci_clone("ci", start)),
    ):
        repo = open_repository(clone)
        again = GitHistory(repo).chain(repo.resolve("refs/heads/main"), start)
        assert again == chain, name
        blob = again.commits[0].changes[0].new_blob
        assert GitHistory(repo).read([blob]) == {blob: "あ".encode()}
