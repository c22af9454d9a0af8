"""A small library to check drafts of, and the shortest ways to check one."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from sns_cli.lint.engine import PostFile, lint
from sns_cli.lint.example import PATH, Example
from sns_cli.model.finding import Finding, LintReport
from sns_cli.model.post import Post
from sns_cli.model.settings import Settings
from sns_cli.parse.settings import parse_settings

NOW = dt.datetime.fromisoformat("2026-11-20T09:45+09:00")

TOML = """
[library]
name = "例示市立図書館"
accounts = ["x", "night", "free"]

[people.kancho]
name = "図書館長"
email = "kancho@lib.example.lg.jp"
role = "director"

[calendars.chuo]
name = "中央図書館"
covers = ["2026-04-01", "2027-03-31"]
hours = [
  { days = ["sat", "sun", "holiday"], open = "09:30", close = "17:00" },
  { days = ["tue", "wed", "thu", "fri"], open = "09:30", close = "19:00" },
]
closed = [
  { reason = "定期休館日", weekly = "mon", if_holiday = "open-and-close-next-weekday" },
  { reason = "年末年始", yearly = ["12-29", "01-03"] },
]

[calendars.yakan]
name = "夜間窓口"
covers = ["2026-04-01", "2027-03-31"]
hours = [{ days = ["mon", "tue", "wed", "thu"], open = "18:00", close = "24:00" }]

[accounts.x]
service = "x"
manager = "kancho"
calendar = "chuo"

[accounts.night]
service = "rehearsal"
manager = "kancho"
calendar = "yakan"

[accounts.same]
service = "x"
manager = "kancho"
calendar = "chuo"

[accounts.free]
service = "rehearsal"
manager = "kancho"
calendar = "chuo"

[accounts.mail]
service = "mail"
manager = "kancho"
calendar = "chuo"

[rules]
shorteners = ["www.mijikai.example.jp", "lin.ee"]
"""


def settings(closing: str | None = None) -> Settings:
    """Return the settings of the library, with one closing more if that is told."""
    more = "" if closing is None else f"\n  {closing},"
    toml = TOML.replace("closed = [", f"closed = [{more}", 1)
    parsed = parse_settings(toml.encode())
    assert isinstance(parsed, Settings), parsed
    # Beside others an account without a calendar is no settings: put there by hand.
    free = parsed.accounts["free"].model_copy(update={"calendar": None})
    return parsed.model_copy(update={"accounts": {**parsed.accounts, "free": free}})


SETTINGS = settings()


LAST_MONTH = "20261101-ohanashikai"
"""A post that went out, whose file is not among those looked at."""


def last_month_settled() -> frozenset[str]:
    return frozenset({LAST_MONTH})


def nothing_settled() -> frozenset[str]:
    return frozenset()


def report(  # noqa: PLR0913  (as lint)
    files: Sequence[tuple[str, bytes]],
    *,
    settled: Callable[[], frozenset[str]] = last_month_settled,
    wanted: frozenset[str] | None = None,
    others: Sequence[str] = (),
    specials: Sequence[str] = (),
    changed: Callable[[Post], bool] = lambda _post: False,
    closing: str | None = None,
) -> LintReport:
    return lint(
        [PostFile(path, content) for path, content in files],
        SETTINGS if closing is None else settings(closing),
        NOW,
        settled,
        "ja",
        wanted=wanted,
        others=others,
        specials=specials,
        changed=changed,
    )


def check(
    body: str | None = None, front: Mapping[str, str | None] | None = None
) -> tuple[Finding, ...]:
    """Return the findings about an ordinary post with this body and front matter."""
    example = Example(front=front or {}, body=body)
    return report(example.files()).findings


def rules(findings: Sequence[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


__all__ = ["NOW", "PATH", "SETTINGS", "TOML", "check", "report", "rules"]
