"""Ways to bend the real engine: what it asks, what it is told, what it decides by."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from sns_cli.model.channel import Answer
from sns_cli.model.delivery import Snapshot
from sns_cli.ports import NewFile
from sns_cli.publish import effects as fx
from sns_cli.publish.classify import Decision, classify
from sns_cli.publish.config import Bounds, Config
from tests.simulation.world import Engine

Told = Callable[[fx.Effect, object], object]
Asked = Callable[[fx.Effect], fx.Effect]


def around(
    told: Told = lambda _, answer: answer, asked: Asked = lambda effect: effect
) -> Callable[[Engine], Engine]:
    """Change what an engine asks for and what it is told."""

    def wrap(engine: Engine) -> Engine:
        answer: object = None
        while True:
            try:
                effect = asked(engine.send(answer))
            except StopIteration as end:
                return end.value
            answer = told(effect, (yield effect))

    return wrap


def classified(
    other: Callable[[Answer], Decision | None],
) -> Callable[[Config], Config]:
    def decide(answer: Answer, now: dt.datetime) -> Decision:
        return other(answer) or classify(answer, now)

    return lambda config: replace(config, classify=decide)


def bounds(**bounds: dt.timedelta) -> Callable[[Config], Config]:
    return lambda config: replace(config, bounds=replace(Bounds(), **bounds))


def rewritten(change: Callable[[NewFile], tuple[NewFile, ...]]) -> Asked:
    def asked(effect: fx.Effect) -> fx.Effect:
        if not isinstance(effect, fx.Push):
            return effect
        files = tuple(new for file in effect.files for new in change(file))
        return replace(effect, files=files)

    return asked


def seen(change: Callable[[Snapshot], Snapshot]) -> Callable[[Engine], Engine]:
    """Change what an engine sees of ``main``."""

    def told(_: fx.Effect, answer: object) -> object:
        return change(answer) if isinstance(answer, Snapshot) else answer

    return around(told)
