"""An item put together, from the fields every question has and what its form composed."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from quizgen.core.chance import fingerprint
from quizgen.core.item import Answer, Form, Item, Option, Question, Why
from quizgen.forms.shared import Setting, cited, one_line
from quizgen.forms.specs.base import Common


class Composed(NamedTuple):
    """What a form makes of what is true.

    Attributes:
        id: The author's, or one made of the texts.
        key: Id of the right option.
        whys: Of what is numbered, with the facts that each names.
    """

    id: str
    form: Form
    stem: str
    options: tuple[Option, ...]
    key: str
    whys: tuple[Why, ...]


def built(spec: Common, setting: Setting, composed: Composed) -> Item:
    """Return the item; its options are never shuffled."""
    texts = [option.text for option in composed.options]
    question = Question(
        bank=setting.bank,
        id=composed.id,
        form=composed.form,
        stem=composed.stem,
        options=composed.options,
        topic=one_line(spec.topic),
        difficulty=spec.difficulty,
        shuffle=False,
        facts=_facts(spec, composed.whys),
        fingerprint=fingerprint(composed.stem, *sorted(texts)),
        as_of=spec.as_of,
    )
    told = answer(spec, setting, composed.key, statements=composed.whys)
    return Item(question, told, spec.tags)


def _facts(spec: Common, whys: Sequence[Why]) -> tuple[str, ...]:
    """What the whole question rests on: what it names itself, then what its statements name."""
    own = [why.facts for why in whys if why.facts]
    return tuple(dict.fromkeys(chain(spec.facts, *own))) if own else spec.facts


class Part(Protocol):
    """One of what a question numbers, as its author wrote it."""

    @property
    def facts(self) -> tuple[str, ...]:
        """Names of the facts that it rests on, where it has its own."""


def told_ids(parts: Iterable[Part], ids: Sequence[str]) -> Sequence[str]:
    """Return the ids by which an answer knows its statements: none where no statement has facts.

    Without facts nothing asks for them, and records are shorter.
    """
    return ids if any(part.facts for part in parts) else [""] * len(ids)


def answer(
    spec: Common,
    setting: Setting,
    key: str,
    *,
    statements: Sequence[Why] = (),
    options: Sequence[Why] = (),
) -> Answer:
    """Return the answer of a question, with the id of its right option."""
    source = cited(spec, setting.sources)
    return Answer(
        key=key,
        statements=tuple(statements),
        options=tuple(options),
        explanation=spec.explanation.strip(),
        remember=spec.remember.strip(),
        source=source.text,
        locator=one_line(spec.locator),
        document=source.document,
        since=spec.since,
        until=spec.until,
    )


def stem(lead: str, entries: str, closing: str) -> str:
    """Return the text above the options: lead line, what is numbered, closing line if any."""
    return "\n\n".join((lead, entries, closing) if closing else (lead, entries))
