"""The file's own fields: title, bank, sources, and the defaults for its questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import PurePath
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.limits import Limit, read_limit
from quizgen.bank.nodes import Flaws, Marked, plain
from quizgen.bank.placing import flaw_findings, placed
from quizgen.bank.schema import validated
from quizgen.bank.terms import LISTS, near
from quizgen.core.diagnostics import Problem
from quizgen.forms.shared import Setting, date_problems, id_problems, slug
from quizgen.forms.spec import FileSpec, Shared, SourceSpec, field_names
from quizgen.forms.wording import KEPT, LANGUAGE, languages

_KNOWN = frozenset((*field_names(FileSpec), *field_names(SourceSpec), *LISTS))
_SHARED = tuple(field.name for field in fields(Shared))


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of all its questions.

    Attributes:
        defaults: Shared fields by name, as plain data.
        limit: How old the date of an answer may grow, None: as old as it will.
        unworded: The language in which the lines around questions should be, but cannot be written
            yet; empty as a rule.
    """

    title: str
    setting: Setting
    defaults: Mapping[str, Any]
    limit: Limit | None = None
    unworded: str = ""


def read_head(
    file: FileText, heads: Iterable[Marked], style: str
) -> tuple[Head, tuple[Finding, ...]]:
    """Return the head of a file and what is wrong with it; wrong fields are as if not written."""
    data: dict[str, Any] = {}
    findings: list[Finding] = []
    for marked in heads:
        own = _without_lists(marked)
        flaws = Flaws()
        written = plain(own.node, _KNOWN, flaws)
        findings += flaw_findings(file, own, flaws)
        sound, problems = _sound(written)
        findings += (placed(file, own, problem) for problem in problems)
        data.update(sound)
    spec = _spec(data)
    stem = PurePath(file.name).stem
    bank = spec.bank or slug(stem) or "bank"
    lang = LANGUAGE if spec.lang in KEPT else spec.lang
    head = Head(
        title=spec.title or stem,
        setting=Setting(bank, dict(spec.sources), lang, style),
        defaults={name: data[name] for name in _SHARED if name in data},
        limit=read_limit(spec.stale_after),
        unworded=KEPT.get(spec.lang, ""),
    )
    return head, tuple(findings)


def _without_lists(marked: Marked) -> Marked:
    node = marked.node
    # The key stays, so that a second one is seen as repeated.
    entries = [
        (key, _read_elsewhere(key) if _is_list(key, value) else value) for key, value in node.value
    ]
    own = MappingNode(node.tag, entries, node.start_mark, node.end_mark, flow_style=False)
    return replace(marked, node=own)


def _read_elsewhere(key: Node) -> Node:
    return ScalarNode("", "read elsewhere", key.start_mark, key.end_mark)


def _is_list(key: Node, value: Node) -> bool:
    if key.value in LISTS:
        return True
    listed = isinstance(key, ScalarNode) and isinstance(value, SequenceNode)
    return listed and near(key.value, ("questions",)) != ""


def _sound(data: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The fields without those that have problems, and the problems."""
    data = {name: value for name, value in data.items() if name not in LISTS}
    shape = validated(FileSpec, data)
    problems = list(shape) if isinstance(shape, tuple) else []
    data = _without(data, problems)
    found = list(_problems(_spec(data)))
    return _without(data, found), [*problems, *found]


def _spec(data: dict[str, Any]) -> FileSpec:
    """The spec of data without problems of shape."""
    spec = validated(FileSpec, data)
    return FileSpec() if isinstance(spec, tuple) else spec


def _without(data: Mapping[str, Any], problems: Iterable[Problem]) -> dict[str, Any]:
    """The fields without the wrong ones; of `sources`, without the wrong entries."""
    wrong = {
        problem.path[:2] if problem.path[0] == "sources" else problem.path[:1]
        for problem in problems
    }
    kept = {name: value for name, value in data.items() if (name,) not in wrong}
    if isinstance(kept.get("sources"), dict):
        entries = kept["sources"].items()
        kept["sources"] = {key: value for key, value in entries if ("sources", key) not in wrong}
    return kept


def _problems(spec: FileSpec) -> Iterator[Problem]:
    yield from id_problems(spec.bank, ("bank",))
    yield from date_problems(spec)
    for name, source in spec.sources.items():
        if isinstance(source, SourceSpec):
            for problem in date_problems(source):
                yield replace(problem, path=("sources", name, *problem.path))
    if spec.stale_after and read_limit(spec.stale_after) is None:
        yield Problem(
            "QG106",
            ("stale_after",),
            f"`stale_after` cannot be `{spec.stale_after}`",
            help="it is a number of days, weeks, months or years: 18 months",
        )
    if spec.lang not in (*languages(), *KEPT):
        known = ", ".join(languages())
        yield Problem(
            "QG106",
            ("lang",),
            f"there is no wording in the language `{spec.lang}` yet",
            help=f"it is one of: {known}; without it {LANGUAGE} is taken",
        )
