"""The traps of YAML that raise no error: text lost or changed without a word.

Each looks at the whole file and first asks, cheaply, whether the file could hold any.
"""

import re
from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizgen.bank.filetext import FileText, unsafe_finding
from quizgen.bank.findings import Finding
from quizgen.bank.ignores import MARK
from quizgen.bank.lists import folded_lists, may_hold_numbered
from quizgen.bank.mending import quoted_value, shown
from quizgen.bank.nodes import Marked, scalars, source_lines
from quizgen.bank.syntax import eaten_finding
from quizgen.core.diagnostics import Span
from quizgen.core.text import unsafe_characters

_TEACHING = frozenset(("why", "explanation", "remember"))
_ASKING = frozenset(("question", "options", "right", "wrong", "text", "about", "lead", "closing"))
_CITING = frozenset(("title", "source", "locator", "by"))
_STATING = frozenset(
    ("statements", "correct", "incorrect", "heads", "matched", "mismatched", "match")
)
_MODELLED = frozenset(
    ("event", "entity", "name", "head", "reverse", "statement", "one", "many", "of")
)
_PRINTED = _TEACHING | _ASKING | _CITING | _STATING | _MODELLED
_WORDS = _PRINTED | {"topic"}


def traps(file: FileText, roots: Sequence[Marked]) -> Iterator[Finding]:
    """Yield a finding for each trap in the trees of a file."""
    yield from _eaten(file, roots)
    yield from _escapes(file, roots)
    yield from _tags(file, roots)
    yield from _folded(file, roots)


def _all_scalars(roots: Sequence[Marked]) -> Iterator[tuple[str, ScalarNode, int]]:
    return ((name, node, root.before) for root in roots for name, node in scalars(root.node))


_EATEN = re.compile(r"\S (#.*)")


def _eaten(file: FileText, roots: Sequence[Marked]) -> Iterator[Finding]:
    """Find texts cut short by ` #`; two spaces before it, or a list after it, mean a comment."""
    if " #" not in file.text:
        return
    cut = {
        (number, match.start(1) - 1): match[1].rstrip()
        for number, line in enumerate(file.lines)
        if " #" in line
        for match in _EATEN.finditer(line)
    }
    if not cut:
        return
    for name, node, before in _all_scalars(roots):
        line, column = before + node.end_mark.line, node.end_mark.column
        rest = cut.get((line, column))
        if rest is None or node.style or name not in _WORDS or MARK in rest:
            continue
        at = (line, column + 1, len(rest))
        if rest[1:2].strip():
            yield eaten_finding(0, at, file.lines[line])
        elif name in _PRINTED and node.value and rest[1:]:
            yield Finding(
                "QG204",
                Span(line + 1, column + 2, len(rest)),
                "the text after ` #` is a comment, which nobody sees",
                help="put the text in quotes, or two spaces before the `#` of a comment",
            )


# Any escape is matched, so that the backslash of `\\\\` does not begin another.
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0abefvNLP])|.)")
_SHORT = dict(zip("0abefvNLP", "\0\a\b\x1b\f\v\x85\u2028\u2029", strict=True))


def _escapes(file: FileText, roots: Sequence[Marked]) -> Iterator[Finding]:
    """Find hidden characters written as escapes in double quotes."""
    if "\\" not in file.text:
        return
    for _, node, before in _all_scalars(roots):
        if node.style != '"' or not any(unsafe_characters(node.value)):
            continue
        for number in source_lines(Marked(node, before)):
            for match in _ESCAPE.finditer(file.lines[number]):
                code = match[1] or match[2] or match[3]
                character = chr(int(code, 16)) if code else _SHORT.get(match[4], "")
                if any(unsafe_characters(character)):
                    span = Span(number + 1, match.start() + 1, len(match[0]))
                    yield unsafe_finding(span, character)


_TAGGED = re.compile(r"[:\-?,\[{][ ]+[!&]\S")


def _tags(file: FileText, roots: Sequence[Marked]) -> Iterator[Finding]:
    """Find words that YAML took for a tag or an anchor."""
    if (" !" not in file.text and " &" not in file.text) or not _TAGGED.search(file.text):
        return
    aliased = "*" in file.text
    for root in roots:
        for node in _nodes(root.node):
            line, column = root.before + node.start_mark.line, node.start_mark.column
            first = file.lines[line][column : column + 1] if line < len(file.lines) else ""
            if first == "!" or (first == "&" and not aliased):
                text = file.lines[line]
                word = re.match(r"\S+", text[column:])
                yield Finding(
                    "QG135",
                    Span(line + 1, column + 1, len(word[0]) if word else 1),
                    f"a text that begins with `{first}` means something else to YAML",
                    help=f"put the text in quotes: {shown(quoted_value(text))}",
                )


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _nodes(key)
            yield from _nodes(value)
    elif isinstance(node, SequenceNode):
        for child in node.value:
            yield from _nodes(child)


def _folded(file: FileText, roots: Sequence[Marked]) -> Iterator[Finding]:
    """Find lists folded into one text; those with dashes are found with their question."""
    if may_hold_numbered(file.text):
        for root in roots:
            yield from folded_lists(file, root, dashes=False)
