"""``repair``: whatever refused changes did outside posts is put back as it was."""

from sns_cli.approval.paths import is_ledger
from sns_cli.bootstrap.changing import Changer
from sns_cli.errors import RefusedError
from sns_cli.model.history import ABSENT, BlobId
from sns_cli.model.paths import SETTINGS
from sns_cli.model.plan import FileChange, Plan, Step
from sns_cli.model.settings import Evidence
from sns_cli.parse.edit_settings import touched
from sns_cli.pipeline.damage import Damage, damage
from sns_cli.pipeline.settings_in_force import settings_in_force


def repair_plan(changer: Changer) -> Plan:
    """Return what puts everything right that keeps posts from going out.

    Each part of the library in a commit of its own, as the rules want it: the records,
    the settings, everything else.

    Raises:
        RefusedError: there is nothing to repair.
        HistoryError: what was there before cannot be read.
    """
    changer.require_answers()
    found = damage(changer.proof)
    if not found:
        raise RefusedError("nothing-to-repair")
    contents = _contents(changer, found)
    ledger = [one for one in found if is_ledger(one.path)]
    others = [one for one in found if not is_ledger(one.path) and one.path != SETTINGS]
    steps = []
    if ledger:
        steps.append(_restored("修復: 記録を元に戻す", ledger, contents))
    if any(one.path == SETTINGS for one in found):
        steps.append(_settings(changer))
    gone = [one for one in others if one.undone]
    if gone:
        # Nobody entitled put them back: the director's hand has to be on them.
        steps.append(_marked(gone, contents))
    if others:
        steps.append(_restored("修復: 元に戻す", others, contents, marked=gone))
    programs = len(others) == len(found)
    return Plan(tuple(steps), "repair", for_maintainers=programs)


def first_repair(changer: Changer) -> Plan:
    """Return the first part of a repair, to be proposed.

    Raises:
        RefusedError: there is nothing to repair, or it cannot be proposed: where keys
            sign, records are put back by the director's own commit alone (design 4).
    """
    plan = repair_plan(changer)
    signed = changer.policy.approval.evidence is not Evidence.PLATFORM
    first = plan.steps[0]
    if signed and any(is_ledger(one.path) for one in first.files):
        raise RefusedError("repair-needs-key")
    return Plan((first,), plan.slug)


def _contents(changer: Changer, found: tuple[Damage, ...]) -> dict[BlobId, bytes]:
    wanted = {blob for one in found for blob in (one.blob, one.now) if blob is not None}
    return dict(changer.history.read(wanted))


def _restored(
    title: str,
    found: list[Damage],
    contents: dict[BlobId, bytes],
    marked: list[Damage] | None = None,
) -> Step:
    files = tuple(
        FileChange(
            one.path,
            _mark(one, contents) if one in (marked or []) else _read(one.now, contents),
            _read(one.blob, contents),
        )
        for one in found
    )
    modes = {one.path: one.mode for one in found if one.mode != ABSENT}
    return Step(title, files, modes)


def _marked(found: list[Damage], contents: dict[BlobId, bytes]) -> Step:
    files = tuple(
        FileChange(one.path, _read(one.now, contents), _mark(one, contents))
        for one in found
    )
    return Step("修復: 館長が確かめる", files, {})


def _mark(one: Damage, contents: dict[BlobId, bytes]) -> bytes:
    return (_read(one.now, contents) or b"") + b"\n"


def _read(blob: BlobId | None, contents: dict[BlobId, bytes]) -> bytes | None:
    return None if blob is None else contents[blob]


def _settings(changer: Changer) -> Step:
    before = next(
        (
            changer.history.read([file.blob])[file.blob]
            for file in changer.history.files(
                changer.proof.authentication.head, SETTINGS
            )
            if file.path == SETTINGS
        ),
        None,
    )
    after = settings_in_force(changer.history, changer.proof)
    if after == before:
        after = touched(after, f"repair {changer.clock.real_now():%Y-%m-%d %H:%M}")
    return Step("修復: 設定を元に戻す", (FileChange(SETTINGS, before, after),), {})
