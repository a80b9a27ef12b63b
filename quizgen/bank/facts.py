"""Pools of facts: their nodes into the dataclasses of `forms.models`, or into what is wrong.

A fact with a problem is left out of its pool, which is then no longer whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from quizgen.bank.findings import Finding
from quizgen.bank.mappings import Kinds, Source, empty_problems, read_mapping, shape_of
from quizgen.bank.nodes import Marked
from quizgen.bank.rules.dates import fact_dated
from quizgen.bank.rules.scripts import foreign_fact
from quizgen.bank.terms import Terms
from quizgen.core.diagnostics import Problem, Span
from quizgen.forms.coded import taken_problems
from quizgen.forms.dates import is_date
from quizgen.forms.misdated import date_problem
from quizgen.forms.models.spec import EventFact, FactSpec, RowFact, StatementFact, StatusFact
from quizgen.forms.shared import id_problems
from quizgen.forms.statements import statement_problems

FACTS = Kinds(
    called="a fact",
    marks={
        "event": EventFact,
        "entity": StatusFact,
        "name": RowFact,
        "values": RowFact,
        "correct": StatementFact,
        "incorrect": StatementFact,
    },
    terms=Terms(
        called={
            EventFact: "an event",
            StatusFact: "an entity",
            RowFact: "a row",
            StatementFact: "a statement",
        },
        nested={},
        begin={},
    ),
    inherits=False,  # but from the model that asks for them
)
MANY: dict[type[FactSpec], str] = {
    EventFact: "events",
    StatusFact: "entities",
    RowFact: "rows",
    StatementFact: "statements",
}
_NEEDED: dict[type[FactSpec], tuple[str, ...]] = {
    EventFact: ("event", "date"),
    StatusFact: ("entity", "category", "since"),
    RowFact: ("name",),
}
MOST = 500
"""Facts of a pool. A model weighs each against each other: twice as many take four times longer."""

_DATES = ("date", "since", "until")
_SHAPE = "write the name of each pool, and below it its facts, each with a dash"


@dataclass(slots=True)
class Pool:
    """The sound facts of a pool, in file order.

    Attributes:
        kind: Of all its facts; None if it has none.
        marked: Where each of the facts stands.
        whole: Whether no fact was left out.
    """

    kind: type[FactSpec] | None = None
    facts: list[FactSpec] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    whole: bool = True


@dataclass(slots=True)
class Pools:
    """All pools of a file, and what is to be said of their facts.

    Attributes:
        lines: By id, the line on which a fact stands, from 1.
        foreign: Whether a fact in another script was told; one is enough.
    """

    by_name: dict[str, Pool] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    foreign: bool = False


def add_pools(pools: Pools, source: Source, marked: Marked) -> None:
    """Add the pools of a node, the value of `facts`."""
    if not isinstance(marked.node, MappingNode):
        message = f"`facts` is {shape_of(marked.node)}, not a mapping of pools"
        pools.findings.append(Finding("QG102", source.span(marked), message, help=_SHAPE))
        return
    for key, value in marked.node.value:
        span = source.span(Marked(key, marked.before))
        named = isinstance(key, ScalarNode) and key.value not in pools.by_name
        if named:
            _add_pool(pools, source, key.value, span, Marked(value, marked.before))
        elif isinstance(key, ScalarNode):
            message = f"there are two pools of the name `{key.value}`"
            help_ = "give one another name, or put all facts into one"
            pools.findings.append(Finding("QG010", span, message, help=help_))
        else:
            message = "a list stands where the name of a pool belongs"
            pools.findings.append(Finding("QG012", span, message, help=_SHAPE))


def _add_pool(pools: Pools, source: Source, name: str, span: Span, marked: Marked) -> None:
    pool = pools.by_name[name] = Pool()
    for problem in id_problems(name, ()):
        message = problem.message.replace("the id", "the name of the pool")
        pools.findings.append(Finding(problem.code, span, message, help=problem.help))
    if not isinstance(marked.node, SequenceNode):
        message = f"the pool `{name}` is {shape_of(marked.node)}, not a list of facts"
        help_ = "write its facts below it, each with a dash"
        pools.findings.append(Finding("QG102", span, message, help=help_))
        pool.whole = False
        return
    if len(marked.node.value) > MOST:
        message = f"the pool `{name}` holds {len(marked.node.value)} facts, and {MOST} is the most"
        help_ = "part them into several pools, each with a model of its own"
        pools.findings.append(Finding("QG158", span, message, help=help_))
        pool.whole = False
        return
    for node in marked.node.value:
        _add_fact(pools, pool, source, Marked(node, marked.before))


def _add_fact(pools: Pools, pool: Pool, source: Source, marked: Marked) -> None:
    fact, findings = read_mapping(source, marked, FACTS)
    if fact is not None:
        findings += source.placed(
            marked, (*_problems(fact), *_misfits(fact, pool, pools), *fact_dated(fact))
        )
    if fact is not None and not pools.foreign:
        told = source.placed(marked, foreign_fact(fact, source.head))
        pools.foreign = bool(told)
        findings += told
    pools.findings += findings
    if fact is None or not source.sound(marked, findings):
        pool.whole = False
        return
    pool.kind = type(fact)
    pool.facts.append(fact)
    pool.marked.append(marked)
    pools.lines[fact.id] = source.span(marked).line


def _problems(fact: FactSpec) -> Iterator[Problem]:
    """Yield what is wrong with a fact by itself."""
    if isinstance(fact, StatementFact):
        yield from statement_problems(fact, ())
    else:
        yield from id_problems(fact.id, ("id",))
    yield from taken_problems(fact.id, ())
    yield from empty_problems(fact, _NEEDED.get(type(fact), ()))
    for name in _DATES:
        value = getattr(fact, name, "")
        if value.strip() and not is_date(value):
            yield date_problem((name,), value)
    if isinstance(fact, RowFact):
        yield from _value_problems(fact)


def _value_problems(row: RowFact) -> Iterator[Problem]:
    if not row.values:
        message = "a row needs a value, by the id of a column"
        yield Problem("QG121", ("values",), message, help="write one to a line, `column: value`")
    for column, value in row.values.items():
        if not value.strip():
            message = f"the value of `{column}` has no text"
            yield Problem("QG121", ("values", column), message, help="write it, or remove the line")


def _misfits(fact: FactSpec, pool: Pool, pools: Pools) -> Iterator[Problem]:
    """Yield how a fact does not fit those read before it."""
    if pool.kind not in (None, type(fact)):
        mark = next(mark for mark, kind in FACTS.marks.items() if hasattr(fact, mark))
        yield Problem(
            "QG152",
            (mark,),
            f"the facts above are {MANY[pool.kind]}, and this is {FACTS.terms.called[type(fact)]}",
            help="put it into a pool of its own",
            at_key=True,
        )
    elif fact.id in pools.lines:
        yield Problem(
            "QG109",
            ("id",),
            f"the id `{fact.id}` is used twice; the first is on line {pools.lines[fact.id]}",
            why="papers and revision know a fact by its id",
            help="give this one another id, or remove it if it is the same",
        )
