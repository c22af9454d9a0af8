"""Lines of TOML keys."""

import tomllib
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from sns_cli.parse.toml_lines import toml_lines
from tests.parse.samples import SETTINGS

DOCUMENT = '''\
# comment with [brackets] and key = 1
a = 1
b.c."d e" = "x # y"

[t]  # comment
list = [
  1, "]", # ]
  [2, 3],
  { k = 1, "q\\u0041" = """
two ] lines""" },
]
text = """
[not.a.table]
x = 1
"""
after = 'it''
'''.replace("'it''", "'it'")

TABLES = """\
[[g]]
id = 1
[g.sub]
x = 1
[[g]]
id = 2
[[g.deep]]
y = 1
[[g.deep]]
y = 2
[p.q]
z = 1
"""


def test_lines_of_keys_values_and_headers() -> None:
    lines = toml_lines(DOCUMENT).lines
    assert lines["a",] == 2
    assert lines["b", "c", "d e"] == 3
    assert lines["t",] == 5
    assert lines["t", "list"] == 6
    assert lines["t", "list", 1] == 7
    assert lines["t", "list", 2, 1] == 8
    assert lines["t", "list", 3, "qA"] == 9
    assert lines["t", "after"] == 16
    assert ("x",) not in lines


def test_lines_in_lists_of_tables() -> None:
    lines = toml_lines(TABLES).lines
    assert lines["g", 0, "id"] == 2
    assert lines["g", 0, "sub", "x"] == 4
    assert lines["g", 1, "id"] == 6
    assert lines["g", 1, "deep", 0, "y"] == 8
    assert lines["g", 1, "deep", 1, "y"] == 10
    assert lines["p", "q", "z"] == 12


def paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[object]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from paths(one, (*path, key))
    if isinstance(value, list):
        for at, one in enumerate(value):
            yield from paths(one, (*path, at))


def all_known(text: str) -> None:
    lines = toml_lines(text).lines
    assert set(lines) == set(paths(tomllib.loads(text)))


def test_every_key_of_a_document_has_a_line() -> None:
    for text in (DOCUMENT, TABLES, SETTINGS):
        all_known(text)


PIECES = (
    "a = 1", "b.c = 2", '"d e" = 3', "[t]", "[u.v]", "[[w]]", "[w.x]", "[[w.y]]",
    "l = [1, [2, 3], {k = 4}]", "s = '''\na = [\n'''", 's = """\\"""x"""""', "# [x]",
    "i = {}", "e = []", "'q' = \"]\\\"\"", "[ t . 'z' ]", "d = 2026-04-01 10:00:00",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("\n".join))
@example("[[w]]\n[w.x]\n[[w]]\n[w.x]")
def test_whatever_is_toml_has_all_its_lines(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        toml_lines(text)
    else:
        all_known(text)


def test_depth_is_reported_and_not_followed() -> None:
    deep = ("a = 1\nb = " + "[" * 60000, "a = 1\n" + "b." * 30000 + "c = 1")
    for text in (*deep, "a = 1\n[" + "b." * 30000 + "c]", "a = 1\nb = " + "{c=" * 9):
        assert toml_lines(text).too_deep == 2
    assert toml_lines("a.b.c.d.e.f.g.h = 1").too_deep is None
