"""A whole valid post and whole valid settings, and small changes of them."""

import base64
from pathlib import Path

PATH = "posts/2026/12/ohanashikai.md"
ZONE = "Asia/Tokyo"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"

FRONT_MATTER = """\
id: 20261205-ohanashikai
title: えほんのじかん(12月)
accounts: [x, mail]
category: event
basis: ア
source_url: https://www.lib.example.lg.jp/event/1205.html
announced: 館内掲示 11月1日から
drafted_by: tanto-01
consulted: [{section: 防災課, by: 係長, on: 2026-11-20}]
publish_at: 2026-11-25T10:00:00+09:00
expires_at: 2026-12-12 11:00
outside_hours_reason: 夜の催しのため
media:
  - file: assets/tenji.jpg
    alt: 展示の様子
    rights: {holder: 市立図書館, basis: 職員撮影}
    people: true
    consent: 第12号
    kind: photo
names: [角田光代]
corrects: 20261101-kyukan
follows: 20261102-tenji
retracts: 20261103-matsuri
waivers:
  - {rule: mention, reason: 主催者の名前のため}
overrides:
  mail:
    subject: 件名
    body: |
      　一行目
      二行目
"""
BODY = "本文です。\n"


def post(front_matter: str = FRONT_MATTER, body: str = BODY) -> bytes:
    """Return a post file."""
    return f"---\n{front_matter}---\n{body}".encode()


def with_line(line: str) -> bytes:
    """Return the valid post with ``line`` in place of the line of the same key."""
    key = line.partition(":")[0]
    kept = [one for one in FRONT_MATTER.splitlines() if not one.startswith(f"{key}:")]
    return post("\n".join([line, *kept, ""]))


def ssh_line(number: int, kind: str = "ssh-ed25519", size: int = 32) -> str:
    """Return a public key of the right form; nobody has its private key."""
    fields = [kind.encode(), bytes([number]) * size]
    if kind.startswith("sk-"):
        fields.append(b"ssh:")
    blob = b"".join(len(one).to_bytes(4) + one for one in fields)
    return f"{kind} {base64.b64encode(blob).decode()}"


SETTINGS = f"""\
[library]
name = "例示市立図書館"
timezone = "Asia/Tokyo"
language = "ja"
website = "https://www.lib.example.lg.jp/"
accounts = ["x"]
repository = "example/sns"
[people.kancho]
name = "図書館長"
email = "kancho@lib.example.lg.jp"
role = "director"
title = "館長"
github = "kancho"
keys = [
  "{ssh_line(1)} kancho@desk 2026",
  {{ key = "{ssh_line(2, "sk-ssh-ed25519@openssh.com")}", until = 2027-03-31 }},
]
[people.tanto-01]
name = "広報担当"
email = "tanto-01@lib.example.lg.jp"
role = "staff"
[approval]
evidence = "signature"
require_target = true
[calendars.chuo]
name = "中央図書館"
covers = ["2026-04-01", 2027-03-31]
hours = [
  {{ days = ["sat", "sun", "holiday"], open = "09:30", close = "17:00" }},
  {{ days = ["fri"], open = "09:30", close = "24:00" }},
]
closed = [
  {{ reason = "定期休館日", weekly = ["mon", "tue"], if_holiday = "open" }},
  {{ reason = "整理日", nth = [1, 3], weekday = "thu" }},
  {{ reason = "年末年始", yearly = ["12-29", "01-03"] }},
  {{ reason = "特別整理", period = ["2027-02-01", "2027-02-08"] }},
]
exceptions = [
  {{ date = "2026-08-11", open = "09:30", close = "15:00", reason = "停電" }},
  {{ date = "2026-08-12", reason = "停電" }},
]
[accounts.x]
service = "x"
handle = "example_lib"
url = "https://x.com/example_lib"
manager = "kancho"
calendar = "chuo"
spacing_minutes = 10
max_per_day = 5
monthly_budget_usd = 5
paused = false
policy = {{ "目的" = "お知らせ" }}
[[grants]]
id = "g-2026-01"
to = "tanto-01"
accounts = ["x"]
categories = ["休館案内", "event"]
basis = ["ア", "announced"]
valid = ["2026-04-01", "2027-03-31"]
max_per_day = 3
own_posts = true
outside_hours = true
emergency = true
document = "第5号"
[[distrust]]
key = "{ssh_line(9)} lost"
from = "{"ab" * 20}"
[[acknowledged]]
account = "x"
remote_id = "1990000000000000001"
reason = "市の転送を手で行った"
on = 2026-11-20
document = "図発第7号"
[[acknowledged]]
account = "x"
profile = "{"cd" * 32}"
reason = "表示名を改めた"
on = "2026-11-21"
[prices.x]
create = 0.01
[rules]
own_domains = ["lib.example.lg.jp"]
patron_card = ["A\\\\d{{8}}A"]
max_hashtags = 2
[paused]
reason = "点検"
since = 2026-11-20
"""


def settings(old: str = "", new: str = "") -> bytes:
    """Return the valid settings with ``old``, which must occur, replaced by ``new``."""
    if old not in SETTINGS:
        raise ValueError(old)
    return SETTINGS.replace(old, new, 1).encode()


def closing(kind: str) -> bytes:
    """Return settings with one closing more, of the kind that ``kind`` writes."""
    return settings("closed = [", f'closed = [\n  {{ reason = "休", {kind} }},')
