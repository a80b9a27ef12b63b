"""Sound question files, made from a seed."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from random import Random

PLACES = (
    "Karachi",
    "Simla",
    "Lahore",
    "Tashkent",
    "Almaty",
    "Astana",
    "Ufa",
    "Bishkek",
    "Neemrana",
)

Block = list[str]
"""The lines of one question, the first with its dash."""


@dataclass(frozen=True)
class SoundFile:
    """The head of a file, and its questions."""

    head: Block
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The whole file."""
        lines = [*self.head, *(line for block in self.blocks for line in block)]
        return "\n".join(lines) + "\n"

    def first_line(self, number: int) -> int:
        """The line, from 1, on which a question begins."""
        return len(self.head) + sum(len(block) for block in self.blocks[:number]) + 1

    def with_block(self, number: int, block: Block) -> "SoundFile":
        """The file with another question in place of one."""
        return SoundFile(self.head, (*self.blocks[:number], block, *self.blocks[number + 1 :]))


def sound_file(seed: int, kind: str) -> tuple[SoundFile, int]:
    """A file of three to seven questions, and the number of one of that kind."""
    chance = Random(seed)
    indent = " " * chance.choice((0, 2, 4))
    head = [
        "# Made by a test",
        f"title: File {seed}",
        "topic: places",
        *([""] * chance.randrange(3)),
    ]
    names = count(seed * 100)
    kinds = [chance.choice(tuple(MAKERS)) for _ in range(chance.randrange(2, 7))]
    target = chance.randrange(len(kinds) + 1)
    kinds.insert(target, kind)
    blocks = tuple(_indented(MAKERS[one](chance, next(names)), indent) for one in kinds)
    return SoundFile([*head, "questions:"], blocks), target


def _indented(lines: Block, indent: str) -> Block:
    return [f"{indent}{line}" if line else "" for line in lines]


def _with_whys(chance: Random, number: int) -> Block:
    right, *wrong = chance.sample(PLACES, 4)
    return [
        f"- id: place-{number}",
        "  difficulty: easy",
        f"  question: Where was treaty number {number} signed?",
        "  options:",
        f"    - right: {right}",
        f"      why: It was signed there, as article {number} says.",
        *(line for place in wrong for line in (f"    - wrong: {place}", "      why: Another one.")),
        f"  explanation: It has {number} articles, and a preamble.",
        "",
    ]


def _with_answer(chance: Random, number: int) -> Block:
    places = chance.sample(PLACES, 4)
    return [
        f"- id: seat-{number}",
        f"  question: Where was the seat of office {number} in 2019?",
        f"  options: [{', '.join(places)}]",
        f"  answer: {chance.choice('abcd')}",
        "  as_of: 2019-11",
        "",
    ]


def _with_statements(chance: Random, number: int) -> Block:
    truths = chance.choice((("correct", "incorrect"), ("incorrect", "correct")))
    return [
        f"- id: pact-{number}",
        f"  about: the Pact of {number}",
        "  statements:",
        f"    - {truths[0]}: It has {number} articles.",
        "      why: As its text says.",
        f"    - {truths[1]}: It has been in force since {number}.",
        f"  remember: The number {number}.",
        "",
    ]


def _with_pairs(chance: Random, number: int) -> Block:
    first, second, third, other = chance.sample(PLACES, 4)
    ask = chance.choice(("which", "how-many"))
    return [
        f"- id: rows-{number}",
        "  heads: Treaty | Signed at",
        f"  ask: {ask}",
        "  pairs:",
        f"    - matched: Treaty {number} of May | {first}",
        "      why: As its text says.",
        f"    - mismatched: Treaty {number} of June | {second}",
        f"      match: {other}",
        "      why: It was there in June.",
        f"    - matched: Treaty {number} of July | {third}",
        "  remember: May and July.",
        "",
    ]


def _with_reasons(_: Random, number: int) -> Block:
    return [
        f"- id: claim-{number}",
        "  claim:",
        f"    correct: Pact number {number} was signed.",
        "    why: As its text says.",
        "  reasons:",
        f"    - correct: Both sides had asked for pact number {number}.",
        "      explains: true",
        "      why: As their letters say.",
        f"    - incorrect: Pact number {number} was never printed.",
        "  remember: It was asked for.",
        "",
    ]


def _with_sequence(chance: Random, number: int) -> Block:
    years = chance.sample(range(1947, 2000), 3)
    return [
        f"- id: order-{number}",
        "  sequence:",
        f"    - text: The first meeting on matter {number}",
        f"      date: {years[0]}-05-21",
        "      why: As its minutes say.",
        f"    - text: The second meeting on matter {number}",
        f"      date: {years[1]}-05",
        f"    - text: The third meeting on matter {number}",
        f"      date: {years[2]}",
        "  remember: Three meetings.",
        "",
    ]


MAKERS: dict[str, Callable[[Random, int], Block]] = {
    "whys": _with_whys,
    "answer": _with_answer,
    "statements": _with_statements,
    "pairs": _with_pairs,
    "reasons": _with_reasons,
    "sequence": _with_sequence,
}
