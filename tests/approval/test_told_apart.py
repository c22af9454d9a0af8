"""Settings in which two people, or two grants, cannot be told apart are no settings.

What is empty or of the wrong kind is a fault by itself, and nobody else's.
"""

import pytest

from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings
from tests.approval.library import Library, grant
from tests.approval.web import WebLibrary
from tests.support.git_people import make_person


def codes(text: str) -> list[str]:
    found = parse_settings(text.encode())
    return [] if isinstance(found, Settings) else [fault.code for fault in found]


@pytest.mark.parametrize(
    ("ids", "shared"),
    [(('"g1"', '"g2"'), 0), (('"g1"', '"g1"'), 1), (('""', '""'), 0), (("1", "1"), 0)],
)
def test_a_grant_is_named_once(
    library: Library, ids: tuple[str, str], shared: int
) -> None:
    found = codes(library.settings("".join(grant(id=one) for one in ids)))

    assert found.count("grant-twice") == shared
    assert bool(found) == (ids != ('"g1"', '"g2"'))


@pytest.mark.parametrize(
    ("accounts", "shared"),
    [(("a", "b"), 0), (("a", "A"), 1), (("", ""), 0)],
)
def test_an_account_of_the_host_is_one_persons(
    library: Library, accounts: tuple[str, str], shared: int
) -> None:
    text = library.settings()
    for one, account in zip((library.kancho, library.koho), accounts, strict=True):
        line = f'email = "{one.email}"\n'
        text = text.replace(line, f'{line}github = "{account}"\n')
    assert "github-shared" not in codes(text)

    text = text.replace('evidence = "signature"', 'evidence = "platform"')

    assert codes(text).count("github-shared") == shared


def test_where_the_host_tells_every_director_has_an_account(library: Library) -> None:
    text = library.settings()
    platform = text.replace('evidence = "signature"', 'evidence = "platform"')

    assert codes(text) == []
    assert codes(platform) == ["github-missing"]
    assert codes(WebLibrary(library.folder / "web").settings()) == []


def test_a_key_is_one_persons(library: Library) -> None:
    double = make_person("double", "staff")
    library.story.people["double"] = double
    assert codes(library.settings()) == []

    text = library.settings().replace(double.public_key, library.kancho.public_key)

    assert codes(text) == ["ssh-key-shared"]


def test_there_is_a_director(library: Library) -> None:
    text = library.settings().replace('role = "director"', 'role = "staff"')

    assert codes(text) == ["director-missing"]


@pytest.mark.parametrize("required", ["true", "false"])
def test_who_requires_a_target_has_one(library: Library, required: str) -> None:
    text = library.settings().replace('repository = "city/library"\n', "")
    text = text.replace("require_target = true", f"require_target = {required}")

    expected = ["target-needs-repository"] if required == "true" else []
    assert codes(text) == expected
