"""Sound question files, made from a seed, and named ways to break one question of them."""

from collections.abc import Callable, Iterator
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
        f"  question: Where is the seat of office {number}?",
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


MAKERS: dict[str, Callable[[Random, int], Block]] = {
    "whys": _with_whys,
    "answer": _with_answer,
    "statements": _with_statements,
}


@dataclass(frozen=True)
class Way:
    """A way to break a question.

    Attributes:
        kind: Of the question it is for.
        change: From the lines of the question to the broken ones and the number of the line, from
            0, that the diagnostic must name.
        costs: How many questions are lost by it.
    """

    name: str
    kind: str
    code: str
    change: Callable[[Block], tuple[Block, int]]
    costs: int = 1


def broken_files(way: Way, files: int) -> Iterator[tuple[str, int, int]]:
    """Broken files: text, line of the diagnostic, and number of questions that stay sound."""
    for seed in range(files):
        sound, number = sound_file(seed, way.kind)
        block, line = way.change(list(sound.blocks[number]))
        broken = sound.with_block(number, block)
        yield broken.text, sound.first_line(number) + line, len(sound.blocks) - way.costs


def _at(block: Block, field: str) -> int:
    return next(number for number, line in enumerate(block) if f"{field}:" in line)


def _value(field: str, value: str) -> Callable[[Block], tuple[Block, int]]:
    """Another value for the first field of that name."""

    def change(block: Block) -> tuple[Block, int]:
        line = _at(block, field)
        start = block[line].index(f"{field}:")
        block[line] = f"{block[line][:start]}{field}: {value}"
        return block, line

    return change


def _insert(after: str, *lines: str, at: int = 1) -> Callable[[Block], tuple[Block, int]]:
    """Lines after a field, indented as the question's fields; the diagnostic is `at` lines on."""

    def change(block: Block) -> tuple[Block, int]:
        line = _at(block, after)
        indent = block[0][: len(block[0]) - len(block[0].lstrip())]
        block[line + 1 : line + 1] = [f"{indent}  {text}" for text in lines]
        return block, line + at

    return change


def _renamed(field: str, to: str) -> Callable[[Block], tuple[Block, int]]:
    """Another name for a field."""

    def change(block: Block) -> tuple[Block, int]:
        line = _at(block, field)
        block[line] = block[line].replace(f"{field}:", f"{to}:")
        return block, line

    return change


def _tab(block: Block) -> tuple[Block, int]:
    line = _at(block, "options")
    block[line] = f"\t{block[line].lstrip()}"
    return block, line


def _options(*texts: str, at: int = 0) -> Callable[[Block], tuple[Block, int]]:
    """Other options, and no whys; the diagnostic is `at` lines below `options`."""

    def change(block: Block) -> tuple[Block, int]:
        line, end = _at(block, "options"), _at(block, "explanation")
        indent = block[line][: len(block[line]) - len(block[line].lstrip())]
        block[line + 1 : end] = [f"{indent}  - {text}" for text in texts]
        return block, line + at

    return change


def _without_options(block: Block) -> tuple[Block, int]:
    line = _at(block, "options")
    del block[line : _at(block, "explanation")]
    return block, 0


def _statements(*texts: str, ask: str = "", at: int = 0) -> Callable[[Block], tuple[Block, int]]:
    """Other statements; the diagnostic is `at` lines below `statements`."""

    def change(block: Block) -> tuple[Block, int]:
        line, end = _at(block, "statements"), _at(block, "remember")
        indent = block[line][: len(block[line]) - len(block[line].lstrip())]
        block[line + 1 : end] = [f"{indent}  - {text}" for text in texts]
        if ask:
            block.insert(line + len(texts) + 1, f"{indent}ask: {ask}")
        return block, line + at

    return change


def _no_statement(block: Block) -> tuple[Block, int]:
    block, line = _statements()(block)
    block[line] += " []"
    return block, line


def _contradicted(block: Block) -> tuple[Block, int]:
    """Authored options without the right one."""
    block, line = _statements("correct: One.", "incorrect: Two.")(block)
    indent = block[line][: len(block[line]) - len(block[line].lstrip())]
    block.insert(line, f"{indent}options: [II only, Both I and II, Neither I nor II]")
    return block, line


def _further_right(block: Block) -> tuple[Block, int]:
    """Another option below the right one, far to the right."""
    line = _at(block, "right")
    block.insert(line + 1, f"{' ' * len(block[line])}- Goa")
    return block, line + 1


WAYS = (
    Way("a stray colon", "whys", "QG132", _value("question", "The treaty: where was it signed?")),
    Way("a quote not closed", "whys", "QG133", _value("question", '"Where was it signed?')),
    Way("a quote inside quotes", "answer", "QG133", _value("question", '"Pugwash" sits where?')),
    Way("a tab", "whys", "QG134", _tab),
    Way(
        "a # that eats the line", "answer", "QG131", _value("question", "Where is office #47 now?")
    ),
    Way("a * at the beginning", "statements", "QG135", _value("remember", "*Simla*, 1972.")),
    Way("a bracket not closed", "answer", "QG007", _value("options", "[Karachi, Simla")),
    Way(
        "a comma in braces",
        "whys",
        "QG136",
        _options("{right: In 2001, at Simla}", "{wrong: Lahore}", at=1),
    ),
    Way(
        "a folded list",
        "answer",
        "QG138",
        _insert("question", "  1. In Simla it is.", "  2. It is there."),
        costs=0,
    ),
    Way(
        "a comma in brackets",
        "answer",
        "QG137",
        _value("options", "[Yes, since 2017, No, Never]"),
        costs=0,
    ),
    Way("an unknown field", "whys", "QG104", _renamed("explanation", "explantion")),
    Way("a repeated key", "answer", "QG010", _insert("answer", "answer: a")),
    Way("a repeated id", "answer", "QG109", lambda block: (block + block, len(block)), costs=0),
    Way("no such answer", "answer", "QG112", _value("answer", "e")),
    Way("two options alike", "whys", "QG107", _options("right: Ufa", "wrong: ufa.", at=2)),
    Way("one option", "whys", "QG108", _options("right: Ufa")),
    Way("six options", "whys", "QG108", _options("right: A1", *(f"wrong: B{n}" for n in range(5)))),
    Way("no right option", "whys", "QG113", _options("wrong: Ufa", "wrong: Astana")),
    Way(
        "two right options", "whys", "QG114", _options("wrong: A1", "right: B1", "right: C1", at=3)
    ),
    Way("no options", "whys", "QG101", _without_options),
    Way("options as one text", "answer", "QG102", _value("options", "Karachi; Simla")),
    Way("an empty question", "answer", "QG121", _value("question", "")),
    Way("no statement", "statements", "QG115", _no_statement),
    Way("one statement", "statements", "QG115", _statements("correct: One.")),
    Way(
        "three statements, none correct",
        "statements",
        "QG116",
        _statements("incorrect: One.", "incorrect: Two.", "incorrect: Three."),
    ),
    Way(
        "how many of two",
        "statements",
        "QG116",
        _statements("correct: One.", "incorrect: Two.", ask="how-many", at=3),
    ),
    Way("options that contradict", "statements", "QG117", _contradicted),
    Way(
        "a statement twice", "statements", "QG120", _statements("correct: 1.", "correct: 1.", at=2)
    ),
    Way("about and lead", "statements", "QG103", _insert("about", "lead: Consider these.", at=0)),
    Way("pairs", "answer", "QG105", _renamed("options", "pairs")),
    Way("a difficulty of one's own", "whys", "QG106", _value("difficulty", "medum")),
    Way("a month in words", "answer", "QG110", _value("as_of", "November 2019")),
    Way("an id with spaces", "answer", "QG111", _value("id", "Seat of office")),
    Way("a terminal escape", "whys", "QG009", _value("explanation", "It is \x1b[31mred.")),
    Way("a written escape", "whys", "QG009", _value("explanation", '"It is \\e[31mred."')),
    Way("a turn of direction", "answer", "QG009", _value("question", "Where is \u202eit?")),
    Way(
        "a letter in an explanation",
        "whys",
        "QG201",
        _value("explanation", "Option (c) is far from there."),
        costs=0,
    ),
    Way("an option further right than the others", "whys", "QG139", _further_right),
    Way("a number with commas", "answer", "QG140", _value("options", "[Rs 1,000, Rs 2,500]")),
    Way(
        "options with letters",
        "answer",
        "QG122",
        _value("options", "[A. Ufa, B. Goa, C. Astana, D. Simla]"),
    ),
    Way(
        "statements with numbers",
        "statements",
        "QG205",
        _statements("correct: 1. One.", "incorrect: 2. Two.", at=1),
        costs=0,
    ),
)
