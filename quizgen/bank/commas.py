"""Commas inside brackets and braces, where YAML ends an entry at each."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from yaml.nodes import CollectionNode, Node, ScalarNode

from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.mending import part_quoted, quoted, shown
from quizgen.bank.nodes import Marked, node_span, source_lines

_BRACES = re.compile(r"\{([^{}\[\]\"'#]*)\}")
_FIELD = re.compile(r"\s*[A-Za-z_][\w-]*:\s")


def comma_in_braces(file: FileText, key: Marked) -> Finding:
    """Return the finding for a field without a value inside braces: the rest of a text."""
    line = file.lines[source_lines(key)[0]]
    mended = _braces_mended(line)
    return Finding(
        "QG136",
        node_span(file, key),
        f"a comma inside braces makes `{shown(key.node.value, 40)}` a field of its own",
        help=f"put the text in quotes: {shown(mended)}"
        if mended != line
        else "put the text before and after the comma in quotes, or write one field to a line",
    )


def _braces_mended(line: str) -> str:
    """The line with quotes around the texts that commas cut in braces without quotes."""
    match = _BRACES.search(line)
    if match is None:
        return line
    fields: list[str] = []
    cut: set[int] = set()
    for part in match[1].split(","):
        if fields and not _FIELD.match(part):
            cut.add(len(fields) - 1)
            fields[-1] += f",{part}"
        else:
            fields.append(part)
    whole = ",".join(
        part_quoted(part) if number in cut else part for number, part in enumerate(fields)
    )
    return line[: match.start(1)] + whole + line[match.end(1) :]


# What ends in a digit, and what would be the rest of the number: `Rs 1` and `00`, `000 crore`.
_SPLIT = re.compile(r"\d\n\d{2}")
_HEAD = re.compile(r".*?(?<!\d)\d{1,3}", re.DOTALL)
_GROUP = re.compile(r"\d{2,3}")
_LAST_GROUP = re.compile(r"\d{3}(?!\d).*", re.DOTALL)


def number_in_brackets(file: FileText, options: Marked, texts: Sequence[Any]) -> Finding | None:
    """Return a finding if commas without a space cut numbers of options in brackets.

    A list of which all might be one number is left alone, unless some group begins with a zero:
    `[100,200,300]` are three numbers without spaces.
    """
    if not _SPLIT.search("\n".join([text for text in texts if isinstance(text, str)])):
        return None
    node = options.node
    if not isinstance(node, CollectionNode) or not node.flow_style:
        return None
    joined, cut = _joined(node.value)
    if cut is None or (len(joined) == 1 and not any(str(text).startswith("0") for text in texts)):
        return None
    mended = shown(f"options: [{', '.join(joined)}]")
    return Finding(
        "QG140",
        node_span(file, Marked(cut, options.before)),
        f"a comma inside brackets makes `{shown(cut.value, 40)}` an option of its own",
        why="YAML ends an entry at each comma, even inside a number",
        help=f"put the numbers in quotes: {mended}; "
        "or put a space after each comma, if they are numbers of their own",
    )


def _joined(nodes: Sequence[Any]) -> tuple[list[str], ScalarNode | None]:
    """The options with the groups of each number joined, and the first that is such a group."""
    joined: list[str] = []
    first: ScalarNode | None = None
    number = 0
    while number < len(nodes):
        end = _number_end(nodes, number)
        if end > number + 1:
            first = first or nodes[number + 1]
            joined.append(quoted(",".join(node.value for node in nodes[number:end])))
        else:
            joined.append(_as_written(nodes[number]))
        number = end
    return joined, first


def _as_written(node: Node) -> str:
    if not isinstance(node, ScalarNode):
        return "..."
    return quoted(node.value) if node.style else str(node.value)


def _number_end(nodes: Sequence[Any], start: int) -> int:
    """Where the entries end that are one number, from its first; the next one, if they are none."""
    if not isinstance(nodes[start], ScalarNode) or not _HEAD.fullmatch(nodes[start].value):
        return start + 1
    end = start + 1
    for number, (before, node) in enumerate(pairwise(nodes[start:]), start + 1):
        if not _touching(before, node):
            break
        if _LAST_GROUP.fullmatch(node.value):
            end = number + 1
        if not _GROUP.fullmatch(node.value):
            break
    return end


def _touching(before: Node, node: Node) -> bool:
    """Whether two entries without quotes have a comma, and no space, between them."""
    plain = isinstance(node, ScalarNode) and not node.style and not getattr(before, "style", None)
    near = node.start_mark.column == before.end_mark.column + 1
    return plain and near and node.start_mark.line == before.end_mark.line


_PREPOSITIONS = frozenset(
    ("after", "as", "at", "before", "between", "by", "for", "from", "in", "of", "on", "since")
)
_CONJUNCTIONS = frozenset(("although", "and", "because", "but", "not", "or", "so", "that", "then"))
_GOING_ON = (
    _PREPOSITIONS
    | _CONJUNCTIONS
    | {"to", "under", "until", "when", "where", "which", "while", "who", "whose", "with"}
)


def comma_in_brackets(file: FileText, options: Marked, texts: Sequence[Any]) -> Finding | None:
    """Return a finding if an option in brackets looks like the rest of the one before it."""
    if not any(text.split(" ")[0] in _GOING_ON for text in texts[1:] if isinstance(text, str)):
        return None
    node = options.node
    if not isinstance(node, CollectionNode) or not node.flow_style:
        return None
    plain = [child for child in node.value if isinstance(child, ScalarNode) and not child.style]
    capital = any(child.value[:1].isupper() for child in plain)
    for before, child in pairwise(node.value):
        pair = child in plain and before in plain
        if capital and pair and child.value.split(" ")[0] in _GOING_ON:
            whole = quoted(f"{before.value}, {child.value}")
            return Finding(
                "QG137",
                node_span(file, Marked(child, options.before)),
                f"a comma inside brackets makes `{shown(child.value, 40)}` an option of its own",
                help=f"if it belongs to the option before it, use quotes: {whole}",
            )
    return None
