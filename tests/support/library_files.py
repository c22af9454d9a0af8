"""What a library is made of, as text: ``sns.toml``, posts, credentials."""

import datetime as dt
from collections.abc import Iterable, Sequence

from sns_cli.adapters.rehearsal import REHEARSAL_CREDENTIALS
from tests.support.git_people import Person

HANDLE = "example_lib"
FIELDS = ("CONSUMER_KEY", "CONSUMER_SECRET", "ACCESS_TOKEN", "ACCESS_TOKEN_SECRET")
ZONE = dt.timezone(dt.timedelta(hours=9))
OPEN = dt.datetime(2036, 6, 3, 10, 0, tzinfo=ZONE)
"""A Tuesday far ahead. Open 09:30 to 19:00, closed on Mondays."""

_HEAD = """\
[library]
name = "例示市立図書館"
timezone = "Asia/Tokyo"
accounts = ["x"]
repository = "city/library"

[approval]
evidence = "signature"
require_target = true

[calendars.chuo]
name = "中央図書館"
covers = ["2026-04-01", "2038-03-31"]
hours = [
  { days = ["tue", "wed", "thu", "fri"], open = "09:30", close = "19:00" },
  { days = ["sat", "sun"], open = "09:30", close = "19:00" },
]
closed = [{ reason = "定期休館日", weekly = "mon" }]
"""


def settings(
    people: Iterable[Person], accounts: Sequence[str] = ("x",), limits: str = ""
) -> str:
    """Return a ``sns.toml``; ``limits`` are lines of every account."""
    lines = [_HEAD]
    for one in people:
        lines += [f"[people.{one.key}]", f'name = "{one.name}"']
        lines += [f'email = "{one.email}"', f'role = "{one.role}"']
        lines += [f'keys = ["{one.public_key}"]', ""]
    for account in accounts:
        lines += [f"[accounts.{account}]", 'service = "x"', f'handle = "{HANDLE}"']
        lines += ['manager = "kancho"', 'calendar = "chuo"', limits, ""]
    return "\n".join(lines)


def post(post_id: str, body: str = "", /, **fields: str) -> str:
    """Return a post file; a field that is empty is left out."""
    meta = {
        "id": post_id,
        "title": f"お知らせ {post_id}",
        "category": "event",
        "basis": "announced",
        **fields,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in meta.items() if value)
    return f"---\n{lines}---\n{body or text_of(post_id)}\n"


def text_of(post_id: str) -> str:
    """Return what a post says if nothing else was asked for."""
    return f"お知らせ {post_id} です。"


def post_path(text: str) -> str:
    """Return where a post file belongs, by its id."""
    post_id = text.partition("\nid: ")[2].partition("\n")[0]
    return f"posts/2036/06/{post_id}.md"


def x_variables(account: str, base: str | None) -> dict[str, str]:
    """Return the credentials of an account on the rehearsal service."""
    prefix = f"SNS_{account.upper().replace('-', '_')}_"
    values = REHEARSAL_CREDENTIALS.values()
    named = dict(zip((prefix + name for name in FIELDS), values, strict=True))
    return named if base is None else {**named, f"{prefix}API_BASE": base}


def publishing(
    minutes: float = 0, at: dt.datetime | None = None, *arguments: str
) -> tuple[str, ...]:
    """Return the arguments of a run so many minutes after :data:`OPEN`."""
    moment = (at or OPEN + dt.timedelta(minutes=minutes)).isoformat()
    return ("publish", "--format", "json", "--at", moment, *arguments)
