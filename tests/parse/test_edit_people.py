"""Grants and people change in ``sns.toml``, and not one byte else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sns_cli.model.post import Basis, Category
from sns_cli.model.settings import Distrust, Grant, Key, Person, Role, Settings
from sns_cli.parse.edit_grants import add_grant, end_grant
from sns_cli.parse.edit_people import (
    add_distrust,
    add_key,
    add_person,
    change_role,
    drop_key,
    drop_keys,
    hand_accounts,
    limit_key,
)
from sns_cli.parse.settings import parse_settings
from tests.support.git_people import make_person

OURS = (Path(__file__).parents[2] / "sns.toml").read_bytes()
KEYS = tuple(Key(key=make_person(one, "staff").public_key) for one in "abc")
END = dt.date(2027, 3, 31)
GRANT = Grant(
    id="g1",
    to="tanto-01",
    accounts=("x",),
    categories=(Category.CLOSURE,),
    basis=(Basis.WEBSITE, Basis.ANNOUNCED),
    valid=(dt.date(2026, 4, 1), END),
    max_per_day=3,
    own_posts=True,
)
NEW = Person(name="鈴木一郎", email="s@lib.example.lg.jp", role=Role.STAFF)


def read(content: bytes | None) -> Settings:
    assert content is not None
    parsed = parse_settings(content)
    assert isinstance(parsed, Settings)
    return parsed


def text() -> st.SearchStrategy[str]:
    """Texts that may stand in settings."""
    plain = st.characters(min_codepoint=32, exclude_categories=["C", "Z"])
    return st.text(plain, min_size=1, max_size=40)


@given(grant_id=text(), document=text(), crlf=st.booleans())
@settings(max_examples=40)
def test_a_grant_that_comes_and_goes_leaves_no_trace(
    grant_id: str, document: str, *, crlf: bool
) -> None:
    before = OURS.replace(b"\n", b"\r\n") if crlf else OURS
    grant = GRANT.model_copy(update={"id": grant_id, "document": document})

    given_ = add_grant(before, grant)

    assert given_ is not None
    assert given_.startswith(before)
    assert read(given_).grants == (grant,)
    assert end_grant(given_, grant_id, None) == before


@pytest.mark.parametrize("between", [b"", b"\n# note\n", b"\n[people.z]\n"])
def test_one_of_several_grants_goes(between: bytes) -> None:
    z = b'name = "z"\nemail = "z@z"\nrole = "staff"\n' if b"people" in between else b""
    both = add_grant(
        (add_grant(OURS, GRANT) or b"") + between + z,
        GRANT.model_copy(update={"id": "g2"}),
    )
    assert both is not None

    first = end_grant(both, "g1", None)
    second = end_grant(both, "g2", None)

    assert [one.id for one in read(first).grants] == ["g2"]
    assert [one.id for one in read(second).grants] == ["g1"]
    assert between.strip() in (first or b"")


@pytest.mark.parametrize(
    "valid", ['["2026-04-01", "2027-03-31"]', "[2026-04-01, 2027-03-31]"]
)
def test_an_end_is_written_as_it_was(valid: str) -> None:
    there = add_grant(OURS, GRANT)
    assert there is not None
    written = there.replace(b'["2026-04-01", "2027-03-31"]', f"{valid} # 期間".encode())

    ended = end_grant(written, "g1", dt.date(2026, 12, 28))

    ends = valid.replace("2027-03-31", "2026-12-28")
    assert ended == written.replace(valid.encode(), ends.encode())


def test_what_is_not_there_cannot_end() -> None:
    assert end_grant(OURS, "g1", END) is None
    assert end_grant(b"broken", "g1", END) is None
    assert add_grant(OURS, GRANT.model_copy(update={"to": "nobody"})) is None
    assert drop_keys(OURS, "nobody") is None
    assert change_role(OURS, "nobody", Role.STAFF) is None
    assert add_person(OURS, "kancho", NEW) is None


def test_people_and_keys_come_and_go() -> None:
    there = add_person(OURS, "suzuki", NEW.model_copy(update={"keys": KEYS[:1]}))
    assert there is not None
    assert there.startswith(OURS)
    more = add_key(there, "suzuki", KEYS[1])
    limited = limit_key(more or b"", "suzuki", KEYS[0].key, END)

    keys = read(limited).people["suzuki"].keys

    assert keys == (KEYS[0].model_copy(update={"until": END}), KEYS[1])
    assert drop_key(more or b"", "suzuki", KEYS[1].key) == there
    gone = drop_keys(limited or b"", "suzuki")
    assert read(gone).people["suzuki"].keys == ()
    assert b"keys = []" not in (gone or b"")


CHANGES: dict[str, Callable[[bytes], bytes | None]] = {
    "role": lambda old: change_role(old, "tanto-01", Role.MAINTAINER),
    "key": lambda old: add_key(old, "tanto-01", KEYS[0]),
    "manager": lambda old: hand_accounts(old, "kancho", "tanto-01"),
    "distrust": lambda old: add_distrust(
        old, Distrust(**{"key": KEYS[0].key, "from": "a" * 40})
    ),
    "person": lambda old: add_person(old, "館長", NEW),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_one_change_touches_few_lines(name: str, end: bytes) -> None:
    before = OURS.replace(b"\n", end)

    after = CHANGES[name](before)

    assert after is not None
    assert after.replace(end, b"").count(b"\n") == 0
    lines = set(before.split(end))
    assert sum(one not in set(after.split(end)) for one in lines) <= 1
    assert len(after.split(end)) - len(before.split(end)) <= 6


MANY_LINES = """
[people.m]
name = "m"
email = "m@m"
role = "staff"
keys = [  # 鍵
  "{}",   # いまの鍵

  {{ key = "{}", until = 2027-03-31 }},
]
# 次の人の見出し
"""


def test_keys_on_many_lines_go_and_the_comment_below_stays() -> None:
    block = MANY_LINES.format(KEYS[0].key, KEYS[1].key).encode()

    gone = drop_keys(OURS + block, "m")
    fewer = drop_key(OURS + block, "m", KEYS[0].key)

    assert read(gone).people["m"].keys == ()
    assert "次の人の見出し".encode() in (gone or b"")
    assert [one.key for one in read(fewer).people["m"].keys] == [KEYS[1].key]


def test_a_form_that_cannot_be_edited_is_left_alone() -> None:
    inline = OURS + b'\n[people]\nq = {name = "q", email = "q@q", role = "staff"}\n'

    assert drop_keys(inline, "q") in {None, inline}
    assert add_grant(b"grants = []\n" + OURS, GRANT) is None
