"""What an account said of itself, and which of it is in order."""

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sns_cli.model.event import Run
from sns_cli.model.profile import (
    KnownProfile,
    Profile,
    ProfileChange,
    ProfileSeen,
    accepted_profile,
    profile_bytes,
    profile_path,
    profile_schema,
    read_profile_path,
    read_profiles,
)

SCHEMA = Path(__file__).parents[2] / "archive" / "schema" / "profile-1.schema.json"
A, B = Profile("lib", "図書館", "案内", "https://a.jp"), Profile("lib", "偽物", "", "")
texts = st.none() | st.text(max_size=5)
profiles = st.builds(Profile, texts, texts, texts, texts)


def seen(profile: Profile, n: int = 1) -> ProfileSeen:
    return ProfileSeen(
        account="x",
        n=n,
        at=dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC),
        nonce="n",
        run=Run(job="j", runner="r", version="0"),
        handle=profile.handle,
        name=profile.name,
        biography=profile.biography,
        address=profile.address,
        sha256=profile.digest,
    )


def test_the_schema_in_the_archive_is_the_one_that_is_written() -> None:
    assert SCHEMA.read_bytes() == profile_schema()


@given(profiles)
def test_what_is_written_reads_back_and_fits_the_schema(profile: Profile) -> None:
    content = profile_bytes(seen(profile, 3))
    jsonschema.validate(json.loads(content), json.loads(SCHEMA.read_bytes()))
    found = read_profiles({profile_path("x", 3): content})
    assert found == {"x": (KnownProfile(3, profile, "n"),)}


@given(profiles, profiles)
def test_what_the_service_does_not_give_is_as_it_was(
    new: Profile, old: Profile
) -> None:
    whole = new.over(old)
    assert whole.over(old) == whole
    assert whole.differences(old) == new.differences(old)
    assert None not in [
        getattr(whole, key) for key in ("handle", "name") if getattr(old, key)
    ]


@given(profiles, profiles)
def test_different_profiles_have_different_digests(
    one: Profile, other: Profile
) -> None:
    assert (one.digest == other.digest) == (one == other)


def test_numbers_are_ordered_as_numbers() -> None:
    held = {profile_path("x", n): profile_bytes(seen(A, n)) for n in (10, 9, 2)}
    assert [one.n for one in read_profiles(held)["x"]] == [2, 9, 10]


@pytest.mark.parametrize(
    "path",
    [
        "archive/profiles/x.0.json",
        "archive/profiles/x.1.json.bak",
        "archive/profiles/X.1.json",
        "archive/profiles/deep/x.1.json",
        "archive/2026/11/x.1.json",
    ],
)
def test_other_files_are_no_profiles(path: str) -> None:
    assert read_profile_path(path) is None
    assert read_profiles({path: profile_bytes(seen(A))}) == {}


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"n":{}}'])
def test_what_cannot_be_read_says_nothing_and_takes_its_number(content: bytes) -> None:
    (known,) = read_profiles({profile_path("x", 7): content})["x"]
    assert (known.n, known.profile) == (7, Profile())


def test_the_first_is_in_order_until_one_is_acknowledged() -> None:
    known = (KnownProfile(1, A), KnownProfile(2, B))
    assert accepted_profile((), ()) is None
    assert accepted_profile(known, ()) == A
    assert accepted_profile(known, [B.digest]) == B
    assert accepted_profile(known, [B.digest, A.digest]) == A
    assert accepted_profile(known, ["f" * 64]) == A


def test_a_change_names_what_both_give_and_differs() -> None:
    change = ProfileChange("x", A, Profile("lib", "偽物", None, "https://a.jp"))
    assert change.differences == ("name",)
