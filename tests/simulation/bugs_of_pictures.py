"""Deliberate bugs in handing over pictures."""

from dataclasses import replace

from sns_cli.model.channel import NOTHING, Prepared, Reply
from sns_cli.ports import NewFile
from sns_cli.publish import effects as fx
from tests.simulation.bending import around
from tests.simulation.world import Engine


def failed_uploads_count(effect: fx.Effect, answer: object) -> object:
    failed = isinstance(effect, fx.Prepare) and not isinstance(answer, Prepared)
    return NOTHING if failed else answer


def missing_words_count(effect: fx.Effect, answer: object) -> object:
    told = answer.body if isinstance(answer, Reply) else None
    if isinstance(effect, fx.Prepare) and told is not None:
        return Prepared(tuple(told["ids"]))
    return answer


def without_pictures(effect: fx.Effect) -> fx.Effect:
    return replace(effect, prepared=NOTHING) if isinstance(effect, fx.Send) else effect


def mixed_up(effect: fx.Effect, answer: object) -> object:
    """Give every picture the bytes of the next one that was asked for."""
    if not isinstance(effect, fx.ReadMedia) or not isinstance(answer, dict):
        return answer
    contents = list(answer.values())
    return dict(zip(answer, [*contents[1:], contents[0]], strict=True))


def without_bytes(file: NewFile) -> tuple[NewFile, ...]:
    return () if file.path.startswith("archive/media/") else (file,)


def refused_pictures_wait(engine: Engine) -> Engine:
    """Send a post whose pictures were refused without them, later."""

    def told(effect: fx.Effect, answer: object) -> object:
        refused = isinstance(answer, Reply) and answer.status == 400
        return NOTHING if refused and isinstance(effect, fx.Prepare) else answer

    return around(told)(engine)
