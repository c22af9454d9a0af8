"""Acts that many attacks begin with."""

from tests.approval.attacks.telling import Act, Policy
from tests.approval.library import POST, post

OTHER = "posts/2026/11/tenji.md"
GRANT = "Grant: g1"
GOOD = Act("merge", "kancho", {POST: post()})
BY_STAFF = Act("merge", "tanto", {POST: post()})
SECOND = Act("merge", "kancho", {POST: post("二度目")})
GRANTED = Act("merge", "tanto", {POST: post()}, (GRANT,))
DIRECTOR = Policy({"tanto": "director"})
