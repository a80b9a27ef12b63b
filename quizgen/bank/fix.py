"""Writes missing ids into the text of a question file; every other byte stays as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yaml.nodes import MappingNode, ScalarNode

from quizgen.bank.document import read_document
from quizgen.bank.filetext import FileText, read_text
from quizgen.bank.findings import Finding
from quizgen.bank.loader import read_question_file
from quizgen.bank.nodes import Marked, collector_paused, entry, scalars
from quizgen.core.chance import fingerprint
from quizgen.forms.shared import slug

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_BEFORE_FIRST_FIELD = re.compile(r"[ ]*(?:-[ ]+)*")
_TITLES = ("question", "claim", "about", "lead", "statements", "pairs", "sequence")
_WORDS = frozenset((*_TITLES, "correct", "incorrect", "matched", "mismatched", "text"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an id is written: line and column from 0; `empty` where there is an `id:` already."""

    line: int
    column: int
    text: str
    empty: bool


def add_missing_ids(data: bytes, name: str) -> tuple[bytes, int]:
    """Return the file with an `id:` for each question that had none, and how many were written.

    Ids are made of the words of the question. Questions in braces and ones that are not YAML stay
    without; `Lacking.ids` of the new file says how many there are. A file that would lose a
    question by it stays as it was.
    """
    with collector_paused():
        file = read_text(data, name)
        places = [] if isinstance(file, Finding) else list(_places(file))
        used = set() if isinstance(file, Finding) else set(_ids(file))
    if not places:
        return data, 0
    mended = _written(data, places, used)
    before, after = read_question_file(data, name), read_question_file(mended, name)
    if len(before.items) != len(after.items) or len(before.diagnostics) != len(after.diagnostics):
        return data, 0
    return mended, len(places)


def _ids(file: FileText) -> Iterator[str]:
    for marked in read_document(file).questions:
        found = entry(marked.node, "id")
        if found is not None and isinstance(found[1], ScalarNode):
            yield found[1].value


def _places(file: FileText) -> Iterator[_Place]:
    seen: set[int] = set()
    for marked in read_document(file).questions:
        node = marked.node
        # A question repeated by an alias stands in one place.
        if isinstance(node, MappingNode) and not node.flow_style and id(node) not in seen:
            seen.add(id(node))
            place = _place(file.lines, marked)
            if place is not None:
                yield place


def _place(lines: Sequence[str], marked: Marked) -> _Place | None:
    found = entry(marked.node, "id")
    if found is None:
        first = marked.node.value[0][0].start_mark
        line = marked.before + first.line
        plain = _BEFORE_FIRST_FIELD.fullmatch(lines[line][: first.column])
        return _Place(line, first.column, _title(marked), empty=False) if plain else None
    value = found[1]
    if isinstance(value, ScalarNode) and not value.value and not value.style:
        mark = found[0].end_mark
        line = marked.before + mark.line
        if lines[line][mark.column :].startswith(":"):
            return _Place(line, mark.column + 1, _title(marked), empty=True)
    return None


def _title(marked: Marked) -> str:
    """The words that say most of what a question asks."""
    for name in _TITLES:
        found = entry(marked.node, name)
        if found is not None:
            texts = [node.value for key, node in scalars(found[1], name) if key in _WORDS]
            if texts:
                return str(texts[0])
    return ""


def _written(data: bytes, places: Sequence[_Place], used: set[str]) -> bytes:
    text = data.decode()
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _LINE.findall(text.removeprefix(mark))
    found = _LINE_END.search(text)
    usual = found[0] if found else "\n"
    for place in places:
        line = lines[place.line]
        name = _new_id(place.text, used)
        end = _LINE_END.search(line)
        indent = f"{end[0] if end else usual}{' ' * place.column}"
        inserted = f" {name}" if place.empty else f"id: {name}{indent}"
        lines[place.line] = f"{line[: place.column]}{inserted}{line[place.column :]}"
    return f"{mark}{''.join(lines)}".encode()


def _new_id(text: str, used: set[str]) -> str:
    """An id of the words of a text that is not used yet; it is used from now on."""
    stem = slug(text) or f"q-{fingerprint(text)}"
    name, number = stem, 1
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    used.add(name)
    return name
