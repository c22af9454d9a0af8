"""Readers of tables: with keys of the writer's choice, and with the keys of a model."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from sns_cli.messages.forms import EXAMPLES
from sns_cli.model.post import Frozen
from sns_cli.parse.node import Broken, Node, Scalar, Table
from sns_cli.parse.reading import BAD, Bad, Reader, Reading

T = TypeVar("T")
M = TypeVar("M", bound=Frozen)


def mapping(read_key: Reader[str], read_one: Reader[T]) -> Reader[dict[str, T]]:
    """Return a reader of a table whose keys the writer chooses."""

    def read(reading: Reading, node: Node) -> dict[str, T] | Bad:
        if not isinstance(node, Table):
            if isinstance(node, Broken):
                return BAD
            return reading.fault("table-expected", node.line)
        found: dict[str, T] = {}
        for key, entry in node.entries.items():
            reading.path.append(key)
            name = read_key(reading, Scalar(key, entry.line))
            value = read_one(reading, entry.node)
            if name is not BAD and value is not BAD:
                found[name] = value
            reading.path.pop()
        return found if len(found) == len(node.entries) else BAD

    return read


Values = dict[str, object]
Check = Callable[[Reading, Table, Values], None]


def _no_check(_reading: Reading, _table: Table, _values: Values) -> None:
    """Check nothing beyond the fields themselves."""


class TableReader(Generic[M]):
    """Reader of a table with fixed keys, into a frozen model."""

    def __init__(
        self,
        model: type[M],
        fields: Mapping[str, Reader[object]],
        check: Check = _no_check,
        refused: Mapping[str, Reader[object]] | None = None,
    ) -> None:
        """Bind the readers of a model's fields.

        Args:
            model: what is built.
            fields: a reader for every key, in reading order.
            check: reports faults between fields; given the values that could be read.
            refused: for keys that are none here and that people expect, readers that
                say why.

        Raises:
            TypeError: the fields are not exactly the model's.
        """
        known = {one.alias or name: one for name, one in model.model_fields.items()}
        if set(known) != set(fields):
            message = f"{model.__name__}: {set(known) ^ set(fields)}"
            raise TypeError(message)
        self._model = model
        self._fields = fields
        self._readers = {**(refused or {}), **fields}
        self._check = check
        self._examples = {
            key: EXAMPLES.get(f"{model.__name__}.{key}") or EXAMPLES.get(key, "…")
            for key in fields
            if known[key].is_required()
        }
        self._known = ", ".join(fields)

    def __call__(self, reading: Reading, node: Node) -> M | Bad:
        """Read ``node``; every fault in it is reported."""
        if not isinstance(node, Table):
            if isinstance(node, Broken):
                return BAD
            return reading.fault("table-expected", node.line)
        before = len(reading.faults)
        values, sound = self._values(reading, node)
        self._missing(reading, node)
        self._check(reading, node, values)
        if not sound or len(reading.faults) > before:
            return BAD
        return self._model.model_validate(values)

    def _values(self, reading: Reading, table: Table) -> tuple[Values, bool]:
        values: Values = {}
        for key, entry in table.entries.items():
            reading.path.append(key)
            reader = self._readers.get(key)
            if reader is None:
                reading.near_fault(
                    "key-unknown", entry.line, key, self._fields, known=self._known
                )
            else:
                value = reader(reading, entry.node)
                if value is not BAD:
                    values[key] = value
            reading.path.pop()
        return values, len(values) == len(table.entries)

    def _missing(self, reading: Reading, table: Table) -> None:
        for key, example in self._examples.items():
            if key not in table.entries:
                reading.path.append(key)
                reading.fault("key-missing", table.line, name=key, example=example)
                reading.path.pop()
