"""How a run that cannot go on says so: to people, and on the pages of a CI job."""

from sns_cli.cli.console import explain, note, sentence
from sns_cli.cli.session import Session
from sns_cli.errors import HostError, SnsError


def complain(session: Session, error: SnsError) -> None:
    """Say why the run ends."""
    _tell(session, explain(session, error, label=not session.annotates))


def complain_of_bug(session: Session, error: Exception) -> None:
    """Say that the program itself is wrong."""
    _tell(session, sentence(session, "bug", kind=type(error).__name__))


def _tell(session: Session, said: str) -> None:
    """Print it; with ``--format github`` as an annotation, and on the job's page.

    Both go to standard error: a result may already stand on the other, and the host
    reads commands from either (actions/runner, ``ScriptHandler``).
    """
    if not session.annotates:
        note(said)
        return
    from sns_cli.report.safe import github_command, safe_markdown  # noqa: PLC0415

    note(github_command("error", said))
    title = sentence(session, "run-failed-title")
    summarise(session, f"## {title}\n\n{safe_markdown(said)}")


def summarise(session: Session, page: str) -> None:
    """Append Markdown to the page of the CI job's step, if there is one.

    That it cannot be written is only said.
    """
    path = session.environment.step_summary
    if path is None or not session.annotates:
        return
    from sns_cli.adapters.step_summary import append_summary  # noqa: PLC0415

    try:
        append_summary(path, page)
    except HostError as error:
        note(explain(session, error))
