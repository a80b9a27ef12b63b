"""YAML as nodes that know their place, and as plain texts, lists and mappings.

Every scalar is the text that was typed: `no`, `1:30`, `017` and `2001` stay as they are. Positions
stay in the nodes and are looked up by path only where a diagnostic needs one.
"""

import gc
import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from quizgen.bank.filetext import FileText
from quizgen.core.diagnostics import Span

_Reader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # not every PyYAML has its C library


class Texts(_Reader):  # type: ignore[misc] # chosen at run time
    """A YAML reader for which every scalar is text, so that no time goes to telling types."""

    def descend_resolver(self, _parent: object, _index: object) -> None:
        """Do nothing: no type depends on a place."""

    def ascend_resolver(self) -> None:
        """Do nothing: no type depends on a place."""

    def resolve(self, _kind: type[Node], _value: object, _implicit: object) -> str:
        """Return a tag, which is never looked at."""
        return "text"


DEEPEST = 100
"""Levels of nesting that are read; some ten thousand crash the composer."""

_MOST_COPIES = 100_000
"""Nodes that aliases may add up to; a few lines can add up to billions."""

# With fewer than 32 characters of indentation and dashes before any value there are fewer than 64
# levels of blocks, since each begins further right, or is a list in line with its key.
_INDENTED = re.compile(r"\n[ \t\-?:]{32}")
# Brackets that close on their line, with nothing between in which a bracket could be text.
_SIMPLE_LIST = re.compile(r"""\[[^\[\]{}"'#!&*%\n]*\]""")
_SIMPLE_MAPPING = re.compile(r"""\{[^\[\]{}"'#!&*%\n]*\}""")
_MOST_OPEN = 32


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from scanning the growing tree, which triples the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Marked:
    """A node, and how many lines of the file come before the text it was composed from."""

    node: Node
    before: int = 0


def too_deep(text: str) -> Span | None:
    """Return where the text is nested deeper than `DEEPEST`, None if nowhere.

    Cheap for a text that is plainly flat; otherwise the parser's events, which need no recursion,
    are counted.
    """
    lists = text.count("[") - len(_SIMPLE_LIST.findall(text))
    mappings = text.count("{") - len(_SIMPLE_MAPPING.findall(text))
    if lists + mappings <= _MOST_OPEN and not _INDENTED.search(f"\n{text}"):
        return None
    depth = 0
    try:
        for event in _events(text):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST and event.start_mark:
                    return Span(event.start_mark.line + 1, event.start_mark.column + 1)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None
    return None


def _events(text: str) -> Iterator[yaml.Event]:
    reader = Texts(text)
    while reader.check_event():
        yield reader.get_event()


def compose(text: str) -> Node | None:
    """Return the node of a text not too deep, None for a text of comments alone.

    Raises:
        yaml.YAMLError: The text is not YAML, or more than one document.
    """
    node: Node | None = Texts(text).get_single_node()
    return node


def copied_too_often(text: str, node: Node) -> bool:
    """Return whether aliases make the tree very much larger than the text, or endless."""
    if "*" not in text or "&" not in text:
        return False
    sizes: dict[int, float] = {}
    return _size(node, sizes) - len(sizes) > _MOST_COPIES


def _size(node: Node, sizes: dict[int, float]) -> float:
    known = sizes.get(id(node))
    if known is not None:
        return known
    # Until its own size is known a node is infinite: one that contains itself stays so.
    sizes[id(node)] = float("inf")
    size = 1.0
    if isinstance(node, SequenceNode):
        size += sum(_size(child, sizes) for child in node.value)
    elif isinstance(node, MappingNode):
        size += sum(_size(key, sizes) + _size(value, sizes) for key, value in node.value)
    sizes[id(node)] = size
    return size


@dataclass(slots=True)
class Flaws:
    """What plain data cannot tell, gathered while it is made.

    Attributes:
        repeated: Key node, and the node of the same key before it.
        unnamed: Keys that are lists or mappings.
        valueless: Keys without a value inside braces.
        dashed: Texts with a dash between spaces.
    """

    repeated: list[tuple[Node, Node]] = field(default_factory=list)
    unnamed: list[Node] = field(default_factory=list)
    valueless: list[Node] = field(default_factory=list)
    dashed: list[Node] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.repeated or self.unnamed or self.valueless or self.dashed)


def plain(node: Any, known: Collection[str], flaws: Flaws) -> Any:
    """Return the node as text, list or dict; of a repeated key the first counts.

    A value left empty is an empty text, but a known field left empty is as if not written.
    """
    kind = type(node)  # which is quicker than `isinstance`, on a quarter of a million nodes
    if kind is MappingNode:
        return _fields(node, known, flaws)
    if kind is SequenceNode:
        return [plain(child, known, flaws) for child in node.value]
    if " - " in node.value:
        flaws.dashed.append(node)
    return node.value


def _fields(node: MappingNode, known: Collection[str], flaws: Flaws) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, child in node.value:
        name, value = key.value, child.value
        if type(key) is not ScalarNode:
            flaws.unnamed.append(key)
        elif name in found:
            first = next(other for other, _ in node.value if other.value == name)
            flaws.repeated.append((key, first))
        elif type(child) is not ScalarNode:
            found[name] = plain(child, known, flaws)
        elif value or child.style:
            found[name] = value
            if " - " in value:
                flaws.dashed.append(child)
        elif name not in known and node.flow_style:
            flaws.valueless.append(key)
        elif name not in known:
            found[name] = ""
    return found


def entry(node: Node, name: str) -> tuple[Node, Node] | None:
    """Return key and value of a mapping's entry, None if there is no such entry."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == name:
                return key, value
    return None


def span_at(
    file: FileText, marked: Marked, path: Sequence[str | int], *, at_key: bool = False
) -> Span:
    """Return the span of the value a path leads to, or of its key; as far as the path exists.

    A block list or mapping is shown by its key, a text of several lines by its first.
    """
    node, shown, last = marked.node, marked.node, False
    for number, step in enumerate(path):
        child = _child(node, step)
        if child is None:
            break
        key, node = child
        last = number == len(path) - 1
        block = isinstance(node, CollectionNode) and not node.flow_style
        shown = key if key is not None and (block or (at_key and last)) else node
    return node_span(file, Marked(shown, marked.before))


def _child(node: Node, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(step, str):
        return entry(node, step)
    if isinstance(node, SequenceNode) and step < len(node.value):
        return None, node.value[step]
    return None


def node_span(file: FileText, marked: Marked) -> Span:
    """Return the span of the part of a node that is on its first line."""
    start, end = marked.node.start_mark, marked.node.end_mark
    line = marked.before + start.line
    stop = end.column
    if end.line != start.line:
        stop = len(file.lines[line].rstrip()) if line < len(file.lines) else 0
    return Span(line + 1, start.column + 1, max(1, stop - start.column))


def source_lines(marked: Marked) -> range:
    """Return the numbers, from 0, of the lines of the file on which a node stands."""
    start, end = marked.node.start_mark, marked.node.end_mark
    last = end.line if end.column else max(start.line, end.line - 1)
    return range(marked.before + start.line, marked.before + last + 1)


def scalars(node: Node, name: str = "") -> Iterator[tuple[str, ScalarNode]]:
    """Yield every scalar, keys too, in file order, with the nearest key above it; "" for keys."""
    if isinstance(node, ScalarNode):
        yield name, node
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from scalars(child, name)
    else:
        for key, value in node.value:
            yield from scalars(key)
            yield from scalars(value, key.value if isinstance(key, ScalarNode) else name)


def at_path(node: Node, path: Sequence[str | int]) -> Node | None:
    """Return the value node a path leads to, None if it leads nowhere."""
    for step in path:
        child = _child(node, step)
        if child is None:
            return None
        node = child[1]
    return node
