"""All that `quizgen check` finds in the files of a run.

Errors and warnings are in the index, those of a later day too. Advice is looked for in the files
themselves, and questions that are nearly the same in all of them, but only where it is wanted.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.bank.filetext import bytes_of, read_lines
from quizgen.bank.library import Library, LibraryFile
from quizgen.bank.topics import Filter
from quizgen.core.catalogue import CATALOGUE
from quizgen.core.diagnostics import Diagnostic, Severity
from quizgen.forms.dates import When, first_day

if TYPE_CHECKING:
    from quizgen.bank.duplicates import Near
    from quizgen.forms.models.spec import ModelSpec

PAST = "QG218"
DUPLICATE = "QG234"
UNUSED = "QG242"

ADVICE = frozenset(code for code, entry in CATALOGUE.items() if entry.severity is Severity.ADVICE)


def findings(
    library: Library, wanted: Collection[str], day: str
) -> dict[LibraryFile, list[Diagnostic]]:
    """Return what is wrong with each file, in file order, but for what its comments silence.

    Args:
        wanted: Codes.
        day: On which it is looked at: `2019-11-22`.
    """
    search = _Search(library, frozenset(wanted))
    return {
        file: [one for one in search.found(file) if one.code in wanted and one.due <= day]
        for file in library.files
    }


def asked_on(library: Library, file: LibraryFile, day: str) -> LibraryFile:
    """Return a file with the numbers of what is asked on a day: nothing from its `until` on."""
    if not any(one.code == PAST and one.due <= day for one in library.diagnostics(file)):
        return file
    models = [
        one for one in library.models() if one.file == file and not _is_past(one.model.spec, day)
    ]
    items = library.in_order(file, Filter(when=When(day)))
    return replace(file, count=len(items), models=len(models))


def _is_past(spec: "ModelSpec", day: str) -> bool:
    return bool(spec.until) and first_day(spec.until) <= day


class _Search:
    """What is looked for in the files of a run."""

    def __init__(self, library: Library, wanted: frozenset[str]) -> None:
        self._library = library
        self._wanted = wanted

    def found(self, file: LibraryFile) -> list[Diagnostic]:
        """Return what is wrong with a file and not silenced, on any day."""
        advised = not self._wanted.isdisjoint(ADVICE)
        found = self._library.diagnostics(file)
        if not advised and all(one.is_error for one in found):
            return found
        from quizgen.bank.ignores import Ignores

        data = bytes_of(file.path)
        if advised:
            found += self._advice(file, data)
        ignores = Ignores(data)
        kept, used = ignores.split(found)
        if UNUSED in self._wanted:
            kept += ignores.unused(file.name, used, {DUPLICATE} - self._wanted)
        return sorted(kept, key=lambda one: (one.span.line, one.span.column))

    def _advice(self, file: LibraryFile, data: bytes) -> list[Diagnostic]:
        from quizgen.bank.advising import advise

        found = advise(data, file.name)
        if DUPLICATE in self._wanted:
            lines = read_lines(data)
            near = (near for near in self._near if near.later.file == file.place)
            found += (self._told(file, one, lines) for one in near)
        return found

    @cached_property
    def _near(self) -> "list[Near]":
        return self._library.near_duplicates()

    def _told(self, file: LibraryFile, near: "Near", lines: Sequence[str]) -> Diagnostic:
        later, first = near
        line = later.span.line - 1
        other = self._library.files[first.file].name
        here = first.file == later.file
        where = f"on line {first.span.line}" if here else f"at {other}:{first.span.line}"
        return Diagnostic(
            file=file.name,
            span=later.span,
            code=DUPLICATE,
            severity=Severity.ADVICE,
            message=f"this question is nearly the same as `{first.item.question.id}` {where}",
            why="a paper may ask both, and the one tells on the other",
            help="remove one, or name the fact they rest on in the `facts` of both",
            text=lines[line] if line < len(lines) else "",
            item=later.item.question.id,
        )
