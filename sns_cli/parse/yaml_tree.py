"""YAML front matter → tree, by an event scan that refuses what YAML can do beyond data.

No object is ever constructed and no alias followed, so that alias and merge bombs have
nothing to explode; the scan stops at a small depth and number of events. Every scalar
stays the string that was written (``010``, ``no`` and ``12:30`` mean themselves).
"""

import re
from dataclasses import dataclass, field
from typing import Final

import yaml

from sns_cli.model.finding import Fault
from sns_cli.parse.encoding import RULE as ENCODING_RULE
from sns_cli.parse.encoding import hidden_control
from sns_cli.parse.node import Broken, Entry, Items, Node, Scalar, Table
from sns_cli.parse.reading import clip

RULE: Final = "front-matter-invalid"
DEPTH_LIMIT: Final = 4
EVENT_LIMIT: Final = 400

# libyaml where PyYAML was built with it: the same events, twenty times faster.
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FULLWIDTH_COLON: Final = re.compile(r"^ *(?:- +)?[A-Za-z_]+：", re.MULTILINE)
_MARKERS: Final = (yaml.DocumentStartEvent, yaml.DocumentEndEvent)


class _StopError(Exception):
    """The scan cannot go on; the reason is reported already."""


@dataclass(slots=True)
class _Frame:
    """A list or table that is still open; ``keys`` only in a table."""

    node: Items | Table
    key: str | None = None
    key_line: int = 0
    awaits_value: bool = False


@dataclass(slots=True)
class _Scan:
    first_line: int
    faults: list[Fault] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    root: Node | None = None

    def fault(self, code: str, line: int, **details: object) -> None:
        self.faults.append(Fault(RULE, code, line, details))

    def line(self, event: yaml.Event) -> int:
        # PyYAML types marks as optional; parsers always set them.
        return (event.start_mark.line if event.start_mark else 0) + self.first_line

    def run(self, source: str) -> None:
        """Build the tree from the events of ``source``."""
        for count, event in enumerate(yaml.parse(source, Loader=_Loader)):
            if count > EVENT_LIMIT:
                self.fault("yaml-too-long", self.line(event), limit=EVENT_LIMIT)
                raise _StopError
            self.take(event)

    def take(self, event: yaml.Event) -> None:
        """Handle one event."""
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.place(self.stack.pop().node)
        elif isinstance(event, yaml.AliasEvent):
            line = self.line(event)
            self.fault("yaml-anchor", line)
            self.place(Broken(line))
        elif isinstance(event, _MARKERS) and event.explicit:
            self.fault("yaml-document", self.line(event))
            raise _StopError

    def decorated(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Report an anchor or tag."""
        if event.anchor is not None:
            self.fault("yaml-anchor", self.line(event))
        if event.tag is not None:
            self.fault("yaml-tag", self.line(event), tag=clip(event.tag))
        return event.anchor is not None or event.tag is not None

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """Handle a scalar: a key or a value."""
        value, line = event.value, self.line(event)
        refused = self.decorated(event)
        character = hidden_control(value)
        if character is not None:
            refused, details = True, {"character": character}
            self.faults.append(
                Fault(ENCODING_RULE, "control-character-escaped", line, details)
            )
        frame = self.stack[-1] if self.stack else None
        if frame is None or frame.awaits_value or not isinstance(frame.node, Table):
            self.place(Broken(line) if refused else Scalar(value, line))
        else:
            self.key(frame, frame.node, value, line)

    def key(self, frame: _Frame, table: Table, key: str, line: int) -> None:
        """Begin an entry; the value of a refused one is dropped."""
        frame.awaits_value = True
        frame.key, frame.key_line = None, line
        if key == "<<":
            self.fault("yaml-merge-key", line)
        elif key in table.entries:
            first = table.entries[key].line
            self.fault("key-twice", line, name=clip(key), first=first)
        else:
            frame.key = key

    def open(self, event: yaml.CollectionStartEvent) -> None:
        """Begin a list or table; one used as a key is read and dropped."""
        line = self.line(event)
        if len(self.stack) == DEPTH_LIMIT:
            self.fault("yaml-too-deep", line, limit=DEPTH_LIMIT)
            raise _StopError
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.node, Table) and not frame.awaits_value:
            self.fault("key-not-text", line)
        table = type(event) is yaml.MappingStartEvent
        node: Table | Items = Table({}, line) if table else Items([], line)
        self.decorated(event)
        self.stack.append(_Frame(node))

    def place(self, node: Node) -> None:
        """Put a finished value where it belongs."""
        if not self.stack:
            self.root = node
            return
        frame = self.stack[-1]
        if isinstance(frame.node, Items):
            frame.node.nodes.append(node)
        elif not frame.awaits_value:  # a key that is no text, reported in open()
            frame.key, frame.awaits_value = None, True
        elif isinstance(frame.node, Table):
            if frame.key is not None:
                frame.node.entries[frame.key] = Entry(frame.key_line, node)
            frame.awaits_value = False


def read_tree(source: str, first_line: int) -> tuple[Table | None, list[Fault]]:
    """Return the front matter's table and what is wrong with its YAML.

    Args:
        source: the lines between the two ``---``.
        first_line: line of the file on which ``source`` begins.

    Returns:
        None for the table when there is none, or when the scan had to stop.
    """
    scan = _Scan(first_line)
    try:
        scan.run(source)
    except _StopError:
        return None, scan.faults
    except yaml.YAMLError as error:
        return None, [*scan.faults, _yaml_fault(error, source, first_line)]
    if scan.root is None:
        return Table({}, max(first_line - 1, 1)), scan.faults
    if isinstance(scan.root, Table):
        return scan.root, scan.faults
    scan.fault("front-matter-not-table", scan.root.line)
    return None, scan.faults


def _yaml_fault(error: yaml.YAMLError, source: str, first_line: int) -> Fault:
    colon = _FULLWIDTH_COLON.search(source)
    if colon is not None:
        line = source.count("\n", 0, colon.start()) + first_line
        return Fault(
            RULE, "yaml-fullwidth-colon", line, {"text": clip(colon[0].strip())}
        )
    mark = getattr(error, "problem_mark", None)
    offset = int(mark.line) if mark is not None else 0
    offset = min(offset, source.count("\n"))  # libyaml may point past the last line
    return Fault(RULE, "yaml-invalid", first_line + offset)
