"""One question file's rows in the index: written as a whole, so that readers see all or nothing."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from os import path
from typing import TYPE_CHECKING, NamedTuple

from quizgen.bank.cache import writing
from quizgen.bank.sources import SourceFile
from quizgen.core.chance import rank
from quizgen.core.digest import blake2b
from quizgen.core.item import Item
from quizgen.core.record import item_json
from quizgen.core.topics import slug
from quizgen.forms.dates import first_day, last_day

if TYPE_CHECKING:
    from quizgen.bank.loaded import LoadedItem, LoadedModel, QuestionFile
    from quizgen.core.diagnostics import Span
    from quizgen.forms.models.model import Model

Row = tuple[str | int | bytes, ...]

_FILE = """
INSERT INTO files (path, stamp, version, content, recent, bank, title, count, models,
    errors, warnings, lacking, digest, diagnostics)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ITEM = """
INSERT INTO items (file, position, bank, id, slug, topic, difficulty, form, document, since,
    until, as_of, told, hash, facts, span, record)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_RESTING = """
INSERT OR IGNORE INTO resting SELECT ?, file, item FROM items INDEXED BY items_by_id
    WHERE id = ? AND bank = ? AND file = ?
"""
_MODEL = """
INSERT INTO models (file, position, bank, id, slug, topic, weight, facts, settled, yields, span,
    record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_POOLED = """
INSERT INTO pooled SELECT ?, file, model, ?, ? FROM models INDEXED BY models_by_file
    WHERE position = ? AND file = ?
"""
_RELATED = (
    """
INSERT INTO tallies
    SELECT file, slug, topic, difficulty, form, document, min(position), count(*)
    FROM items WHERE file = ? GROUP BY slug, topic, difficulty, form, document
""",
    """
INSERT INTO overlaps SELECT mine.file, theirs.file, max(theirs.bank = mine.bank)
    FROM items AS mine CROSS JOIN items AS theirs
    ON theirs.id = mine.id AND theirs.file <> mine.file
    WHERE mine.file = ? GROUP BY mine.file, theirs.file
""",
    "INSERT INTO overlaps SELECT other, file, repeats FROM overlaps WHERE file = ?",
)
_UNRELATED = (
    "DELETE FROM overlaps WHERE file = ?",
    "DELETE FROM overlaps WHERE other = ?",
    "DELETE FROM tallies WHERE file = ?",
    "DELETE FROM resting WHERE file = ?",
    "DELETE FROM pooled WHERE file = ?",
    "DELETE FROM items WHERE file = ?",
    "DELETE FROM models WHERE file = ?",
    "DELETE FROM files WHERE file = ?",
)
_DIGEST_BYTES = 16


class Entry(NamedTuple):
    """How a file's state is known.

    Attributes:
        stamp: What the file system says of it.
        content: Hash of its bytes.
        recent: Whether it had changed so shortly before that it must be read again.
        version: Of the code that loaded it.
    """

    stamp: str
    content: str
    recent: bool
    version: str


def hash_of(ref: str) -> int:
    """Return the hash of `bank:id`, even over [0, 2**64)."""
    return rank("item", ref)


def signed(number: int) -> int:
    """Return a number of [0, 2**64) as SQLite holds it, in the same order."""
    return number - 2**63


def digest_of(records: Iterable[str]) -> int:
    """Return a number for a set of items: a sum, so that neither order nor file matters."""
    digests = (blake2b(record.encode(), digest_size=_DIGEST_BYTES) for record in records)
    return sum(int.from_bytes(digest.digest(), "big") for digest in digests)


def confirm(database: sqlite3.Connection, file: SourceFile, entry: Entry) -> bool:
    """Note that a file still has the content the index knows; return whether it has."""
    with writing(database):
        same = database.execute(
            "UPDATE files SET stamp = ?, recent = ? WHERE path = ? AND content = ? AND version = ?",
            (entry.stamp, entry.recent, file.key, entry.content, entry.version),
        )
    return same.rowcount == 1


class Rows(NamedTuple):
    """A loaded file as the index keeps it.

    Attributes:
        items: Without the number of their file, which the index gives; so with the others.
        resting: Fact, id and bank of an item that rests on it.
        pooled: Fact, first and last day, and position of a model that asks for it.
    """

    file: Row
    items: list[Row]
    resting: list[Row]
    models: list[Row]
    pooled: list[Row]


def rows_of(file: SourceFile, entry: Entry, loaded: "QuestionFile") -> Rows:
    """Return the rows of a loaded file."""
    items = [_item_row(position, item) for position, item in enumerate(loaded.items)]
    resting = [row for item in loaded.items for row in _resting_rows(item.item)]
    models = [_model_row(position, model) for position, model in enumerate(loaded.models)]
    pooled = [
        row
        for position, model in enumerate(loaded.models)
        for row in _pooled_rows(position, model.model)
    ]
    digest = digest_of(str(row[-1]) for row in (*items, *models))
    return Rows(_file_row(file, entry, loaded, digest), items, resting, models, pooled)


def replace(database: sqlite3.Connection, file: SourceFile, rows: Rows) -> None:
    """Put a loaded file in the place of what the index held of it."""
    with writing(database):
        _forget(database, file.key)
        number = database.execute(_FILE, rows.file).lastrowid
        database.executemany(_ITEM, ((number, *row) for row in rows.items))
        database.executemany(_RESTING, ((*row, number) for row in rows.resting))
        database.executemany(_MODEL, ((number, *row) for row in rows.models))
        database.executemany(_POOLED, ((*row, number) for row in rows.pooled))
        for statement in _RELATED:
            database.execute(statement, (number,))


def forget_missing(database: sqlite3.Connection, keep: Collection[bytes]) -> None:
    """Drop what the index holds of files that are no longer there, but for those to keep."""
    known = [key for (key,) in database.execute("SELECT path FROM files")]
    gone = [key for key in known if key not in keep and not path.lexists(key)]
    if gone:
        with writing(database):
            for key in gone:
                _forget(database, key)


def _forget(database: sqlite3.Connection, key: bytes) -> None:
    for (number,) in database.execute("SELECT file FROM files WHERE path = ?", (key,)).fetchall():
        for statement in _UNRELATED:
            database.execute(statement, (number,))


def _file_row(file: SourceFile, entry: Entry, loaded: "QuestionFile", digest: int) -> Row:
    from quizgen.bank.diagnosed import to_json

    errors = sum(found.is_error for found in loaded.diagnostics)
    return (
        file.key,
        entry.stamp,
        entry.version,
        entry.content,
        entry.recent,
        _text(loaded.bank),
        _text(loaded.title),
        len(loaded.items),
        len(loaded.models),
        errors,
        len(loaded.diagnostics) - errors,
        json.dumps(asdict(loaded.lacking)),
        f"{digest:x}",
        to_json((*loaded.diagnostics, *loaded.due)),
    )


def _item_row(position: int, loaded: "LoadedItem") -> Row:
    question, answer = loaded.item.question, loaded.item.answer
    return (
        position,
        _text(question.bank),
        _text(question.id),
        _text(slug(question.topic)),
        _text(question.topic),
        question.difficulty or "",
        question.form,
        _text(answer.document),
        last_day(answer.since) if answer.since else "",
        first_day(answer.until) if answer.until else "",
        last_day(question.as_of) if question.as_of else "",
        bool(question.as_of) and question.as_of[:4] in question.stem,
        signed(hash_of(_text(question.ref))),
        _text("\n".join(question.facts)),
        _span(loaded.span),
        item_json(loaded.item),
    )


def _resting_rows(item: Item) -> Iterator[Row]:
    from quizgen.core.recall import facts

    id_, bank = _text(item.question.id), _text(item.question.bank)
    for fact in facts(item.question, item.answer):
        yield _text(fact), id_, bank


def _model_row(position: int, loaded: "LoadedModel") -> Row:
    from quizgen.forms.models.model import fact_count, model_record, weight, yields

    model = loaded.model
    return (
        position,
        _text(model.bank),
        model.spec.id,
        _text(slug(model.spec.topic)),
        _text(model.spec.topic),
        weight(model),
        fact_count(model),
        _settled(model),
        json.dumps([(each.name, each.form, each.difficulty) for each in yields(model)]),
        _span(loaded.span),
        json.dumps(model_record(model)),
    )


def _pooled_rows(position: int, model: "Model") -> Iterator[Row]:
    from quizgen.forms.models.asked import asked_facts

    for fact, since, until in asked_facts(model):
        yield _text(fact), since, until, position


def _settled(model: "Model") -> str:
    """The last day on which what it yields changes: a fact comes, or ceases to be true."""
    from quizgen.forms.models.pool import known_from, known_until
    from quizgen.forms.models.spec import MembershipModel

    spec = model.spec
    begin = [spec.since, *map(known_from, model.facts)]
    end = [spec.until, *map(known_until, model.facts)]
    asked = spec.dates if isinstance(spec, MembershipModel) else ()
    days = (last_day(date) for date in (*begin, *asked) if date)
    return max((*days, *(first_day(date) for date in end if date)), default="")


def _span(span: "Span") -> str:
    return f"[{span.line}, {span.column}, {span.length}]"


def _text(text: str) -> str:
    """Return a text without lone surrogates (from a file name that is no text), as SQLite needs."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
