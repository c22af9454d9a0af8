"""The page of a run: what became of each delivery, and what people must do."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sns_cli.errors import ExitCode
from sns_cli.model.delivery import Outcome, Reason, Result, RunReport, Snapshot
from sns_cli.model.event_path import read_event_path
from sns_cli.model.history import CommitId
from sns_cli.model.ledger import DeliveryKey, Entry, Ledger, fold
from sns_cli.model.settings import Library as LibrarySettings
from sns_cli.model.settings import Settings
from sns_cli.report.summary import Cost, Page, render_summary

KEY = DeliveryKey("kyukan", "x")
POLICY = Settings(
    library=LibrarySettings(name="図書館", timezone="Asia/Tokyo"), people={}
)
NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from("|<>`*_[]()@#:/\\\n\r\x1b\u202e&$~-=+. "), st.characters()
    ),
    max_size=30,
)


def page(*outcomes: Outcome, notes: tuple[Reason, ...] = (), **shown: object) -> str:
    report = RunReport(outcomes, ExitCode.OK, notes)
    return render_summary(report, Page(**shown), "ja")  # type: ignore[arg-type]  # as the test names them


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.split("\n") if line.startswith("|")]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    return [[cell.strip() for cell in row] for row in cells]


def test_a_delivery_is_a_row_with_its_address() -> None:
    url = "https://x.com/example_lib/status/1"
    text = page(Outcome(KEY, Result.PUBLISHED, url=url))

    assert rows(text)[2] == ["kyukan", "x", "✅ 公開しました", "", f"<{url}>"]
    assert "人がすること" not in text


def test_when_it_went_out_is_told_as_the_receipt_says() -> None:
    name = read_event_path("archive/2026/11/kyukan.x.2-published.json")
    assert name is not None
    entry = Entry(name, {"published_at": "2026-11-20T10:05:00+09:00"})
    seen = Snapshot(CommitId("a" * 40), (), Ledger({KEY: fold(KEY, [entry])}), POLICY)
    report = RunReport((Outcome(KEY, Result.PUBLISHED),), ExitCode.OK, seen=seen)

    text = render_summary(report, Page(), "en")

    assert rows(text)[2][3] == r"Fri 20 Nov 2026 10\:05"


def test_what_people_must_do_is_listed_apart() -> None:
    text = page(
        Outcome(KEY, Result.IN_DOUBT, Reason("in-doubt-because", {"reason": "503"})),
        Outcome(DeliveryKey("b", "x"), Result.WAITING),
        Outcome(
            DeliveryKey("c", "x"), Result.NOT_SENT, Reason("given-up", {"reason": ""})
        ),
        unapproved=("posts/2026/11/a.md",),
    )

    assert text.index("### 人がすること") < text.index("|---|")
    todo = text.split("### 人がすること")[1].split("\n\n|")[0]
    assert [line[:8] for line in todo.strip().split("\n")] == [
        "- kyukan",
        "- c → x\\",
        "- 承認されてい",
    ]


def test_notes_and_costs_are_shown() -> None:
    text = page(
        notes=(Reason("paused-by-environment", {"reason": "点検"}),),
        costs=(Cost("x", 1.25, 5.0), Cost("y", 0.015)),
    )

    assert "点検" in text
    assert r"1\.250 ドル、予算は 5\.00 ドル" in text
    assert r"y\: 今月の費用は 0\.015 ドル" in text


def test_nothing_to_do_is_one_sentence() -> None:
    assert page() == "いま投稿するものはありません。"


def test_a_plan_is_called_one() -> None:
    assert page(Outcome(KEY, Result.DUE), plan=True).startswith("## 公開の予定")


def test_a_page_stays_small() -> None:
    many = [Outcome(DeliveryKey(f"post-{n}", "x"), Result.DUE) for n in range(1000)]

    text = page(*many)

    assert len(rows(text)) == 302
    assert "ほかに 700 件" in text


@given(post=NASTY, account=NASTY, said=NASTY, url=NASTY)
def test_no_text_breaks_out_of_its_cell(
    post: str, account: str, said: str, url: str
) -> None:
    reason = Reason("rejected-because", {"reason": said})
    outcome = Outcome(DeliveryKey(post, account), Result.REJECTED, reason, url=url)

    text = page(outcome, unapproved=(post,))

    assert [len(row) for row in rows(text)] == [5, 5, 5]
    bare = re.sub(r"<br>|<https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*)?>", "", text)
    assert "<" not in bare
    told = "\n".join(line for line in text.split("\n") if line[:2] != "##")
    told = re.sub(r"&#\d+;", "", told)  # a character by its number
    assert not set(told) & set("@#\x1b\u202e")
