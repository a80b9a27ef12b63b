"""Item models: the nodes of `models` and `facts` into models, or into what is wrong with them.

An error in a fact costs that fact, one in a model that model. A membership table with a fact left
out is not asked, as whoever is missing from it would be taken for no member.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from yaml.nodes import ScalarNode, SequenceNode

from quizgen.bank.document import Document
from quizgen.bank.facts import MANY, Pool, Pools, add_pools
from quizgen.bank.filetext import FileText
from quizgen.bank.findings import Finding
from quizgen.bank.heads import Head
from quizgen.bank.loaded import LoadedModel
from quizgen.bank.mappings import Kinds, Source, read_mapping, shape_of
from quizgen.bank.nodes import Marked, entry
from quizgen.bank.rules.dates import model_dated
from quizgen.bank.terms import Terms, near
from quizgen.core.diagnostics import Problem, Span
from quizgen.forms.models.kinds import KINDS, kind_of
from quizgen.forms.models.model import Model, build
from quizgen.forms.models.spec import (
    CategorySpec,
    ColumnSpec,
    FactSpec,
    GroupSpec,
    MembershipModel,
    ModelSpec,
)
from quizgen.forms.shared import date_problems, id_problems

MODELS = Kinds(
    called="a model",
    marks={kind.name: kind.spec for kind in KINDS},
    terms=Terms(
        called={
            **{kind.spec: f"a model of {kind.holds}" for kind in KINDS},
            CategorySpec: "a category",
            GroupSpec: "a group",
            ColumnSpec: "a column",
        },
        nested={"categories": CategorySpec, "groups": GroupSpec, "columns": ColumnSpec},
        begin=dict.fromkeys(("categories", "groups", "columns"), "begin it with `id:`"),
    ),
)
MOST = 50
"""Models of a file."""

About = tuple[Finding, str]
"""A finding, and the id of the model it concerns; empty for one about facts."""


def read_models(
    file: FileText, document: Document, head: Head, wrong: Iterable[int]
) -> tuple[list[LoadedModel], list[About]]:
    """Return the sound models of a file, and all that is to be said of models and facts.

    Args:
        wrong: Lines of the file, from 0, on which an error was found before.
    """
    if document.lost is not None:
        return [], [(_lost(*document.lost), "")]
    source = Source(file, head, frozenset(wrong))
    pools = Pools()
    for marked in _values(document, "facts"):
        add_pools(pools, source, marked)
    read = _Read(source, pools, [(finding, "") for finding in pools.findings])
    for marked in _values(document, "models"):
        for node in _listed(read, marked):
            _add_model(read, node)
    return list(read.models.values()), read.about


@dataclass(frozen=True, slots=True)
class _Read:
    """What models are read with, those read so far by id, and what is to be said of them."""

    source: Source
    pools: Pools
    about: list[About]
    models: dict[str, LoadedModel] = field(default_factory=dict)


def _lost(name: str, fault: Span) -> Finding:
    return Finding(
        "QG156",
        fault,
        f"`{name}` cannot be read because of the fault on line {fault.line}, so no model is asked",
        why="facts belong together, so that none may be missing",
        help="mend the fault, and they are read again",
    )


def _values(document: Document, name: str) -> Iterator[Marked]:
    """The values of a field of the file that are not empty; two only where one is repeated."""
    for root in document.heads:
        found = entry(root.node, name)
        if found is not None and found[1].value:
            yield Marked(found[1], root.before)


def _listed(read: _Read, marked: Marked) -> Iterator[Marked]:
    if isinstance(marked.node, SequenceNode):
        nodes = marked.node.value
        if len(nodes) > MOST:
            span = read.source.span(Marked(nodes[MOST], marked.before))
            message = f"there are {len(nodes)} models, and {MOST} is the most of a file"
            help_ = "put this one and those below it into another file"
            read.about.append((Finding("QG158", span, message, help=help_), ""))
        for node in nodes[:MOST]:
            yield Marked(node, marked.before)
        return
    message = f"`models` is {shape_of(marked.node)}, not a list"
    help_ = "write one model below the other, each with a dash"
    read.about.append((Finding("QG102", read.source.span(marked), message, help=help_), ""))


def _add_model(read: _Read, marked: Marked) -> None:
    spec, findings = read_mapping(read.source, marked, MODELS)
    if spec is not None:
        findings += read.source.placed(marked, _problems(spec, read))
    made: Model | None = None
    if spec is not None and read.source.sound(marked, findings):
        pool = read.pools.by_name[_pool_name(spec)]
        facts = [_sourced(fact, spec) for fact in pool.facts]
        built = build(spec, facts, read.source.head.setting) if _is_askable(spec, pool) else ()
        if isinstance(built, Model):
            made = built
        else:
            findings += _build_findings(read, marked, pool, built)
    found = entry(marked.node, "id")
    name = found[1].value if found and isinstance(found[1], ScalarNode) else ""
    known = {(finding.code, finding.span, finding.message) for finding, _ in read.about}
    read.about.extend(
        (finding, name)
        for finding in findings
        if (finding.code, finding.span, finding.message) not in known
    )
    if made is not None and found:
        span = read.source.span(Marked(found[1], marked.before))
        read.models[name] = LoadedModel(made, span)


def _sourced(fact: FactSpec, spec: ModelSpec) -> FactSpec:
    """The fact with its own source and locator, else the model's, else the file's."""
    source, locator = fact.source or spec.source, fact.locator or spec.locator
    return replace(fact, source=source, locator=locator)


def _pool_name(spec: ModelSpec) -> str:
    name: str = getattr(spec, kind_of(spec).name)
    return name


def _is_askable(spec: ModelSpec, pool: Pool) -> bool:
    """Whether what is left of a pool can be asked for; else the errors in its facts say why not."""
    return bool(pool.facts) and (pool.whole or not isinstance(spec, MembershipModel))


def _problems(spec: ModelSpec, read: _Read) -> Iterator[Problem]:
    """Yield what is wrong with a model by itself, and with the name of its pool."""
    yield from id_problems(spec.id, ("id",))
    for name in MODELS.terms.nested:
        for number, part in enumerate(getattr(spec, name, ())):
            yield from id_problems(part.id, (name, number, "id"))
    dates = tuple(date_problems(spec))
    yield from dates or model_dated(spec, read.source.head.limit)
    if spec.id in read.models:
        line = read.models[spec.id].span.line
        message = f"the id `{spec.id}` is used twice; the first is on line {line}"
        why = "answers are kept by id, so two models cannot share one"
        yield Problem("QG109", ("id",), message, why, "give this model another id")
    yield from _pool_problems(spec, read)


def _pool_problems(spec: ModelSpec, read: _Read) -> Iterator[Problem]:
    kind = kind_of(spec)
    name = _pool_name(spec)
    pool = read.pools.by_name.get(name)
    if pool is None:
        close = near(name, read.pools.by_name)
        help_ = f"did you mean `{close}`?" if close else f"write its {kind.holds} there"
        message = f"there is no pool `{name}` under `facts`"
        yield Problem("QG151", (kind.name,), message, help=help_)
    elif pool.kind not in (None, kind.fact):
        message = f"the pool `{name}` holds {MANY[pool.kind]}, and this model asks for {kind.holds}"
        help_ = "name a pool of the right kind, or write the model for this one"
        yield Problem("QG152", (kind.name,), message, help=help_)
    elif not pool.facts and pool.whole:
        message = f"the pool `{name}` is empty"
        yield Problem("QG154", (kind.name,), message, help=f"write its {kind.holds} there")
    elif not pool.whole and isinstance(spec, MembershipModel):
        message = f"a fact of the pool `{name}` is left out, so this model is not asked"
        why = "who is missing from the pool would be taken for no member"
        yield Problem("QG157", (kind.name,), message, why, "mend the fact")


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield one problem for each cause: a name that facts share, or a text that cannot be filled.

    Of a text the last problem is the cause: one that holds `{river}` for `{name}` says nothing of
    `{name}` either.
    """
    alike: dict[tuple[str, object], list[Problem]] = {}
    for problem in problems:
        cause = problem.message if problem.code == "QG151" else problem.path
        alike.setdefault((problem.code, cause), []).append(problem)
    for same in alike.values():
        if same[0].code == "QG151" and len(same) > 1:
            places = "one more place" if len(same) == _TWO else f"{len(same) - 1} more places"
            yield replace(same[0], message=f"{same[0].message}, named in {places} too")
        elif same[0].code == "QG155":
            yield same[-1]
        else:
            yield from same


_TWO = 2


_FOLLOWING = frozenset(("QG151", "QG154"))


def _build_findings(
    read: _Read, marked: Marked, pool: Pool, problems: Iterable[Problem]
) -> Iterator[Finding]:
    """Yield what building a model found, where it stands: in the model, or in a fact."""
    for problem in _once(problems):
        if problem.code in _FOLLOWING and not pool.whole:
            continue
        root, *path = problem.path
        where = marked
        if root == "fact":
            where = pool.marked[int(path.pop(0))]
        yield from read.source.placed(where, [replace(problem, path=tuple(path))])
