"""Named ways to break one question of a sound file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bank.sound import Block, sound_file


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


def _insert_after(field: str, text: str) -> Callable[[Block], tuple[Block, int]]:
    """A line below the first field of that name, beside it; the diagnostic is there."""

    def change(block: Block) -> tuple[Block, int]:
        line = _at(block, field)
        start = len(block[line]) - len(block[line].lstrip(" -"))
        block.insert(line + 1, f"{' ' * start}{text}")
        return block, line + 1

    return change


def _without(block: Block, field: str) -> Block:
    """The question without the first field of that name."""
    line = _at(block, field)
    return block[:line] + block[line + 1 :]


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


def _list(field: str, until: str) -> Callable[..., Callable[[Block], tuple[Block, int]]]:
    """Other entries for a list that ends where another field begins.

    The diagnostic is `at` lines below the field of the list. `ask` is written below it.
    """

    def entries(*texts: str, ask: str = "", at: int = 0) -> Callable[[Block], tuple[Block, int]]:
        def change(block: Block) -> tuple[Block, int]:
            line, end = _at(block, field), _at(block, until)
            indent = block[line][: len(block[line]) - len(block[line].lstrip())]
            dashed = [f"  {text}" if text.startswith("  ") else f"  - {text}" for text in texts]
            block[line + 1 : end] = [f"{indent}{text}" for text in dashed]
            if ask:
                block.insert(line + len(texts) + 1, f"{indent}ask: {ask}")
            return block, line + at

        return change

    return entries


_options = _list("options", "explanation")
_statements = _list("statements", "remember")
_pairs = _list("pairs", "remember")
_reasons = _list("reasons", "remember")
_sequence = _list("sequence", "remember")


def _without_options(block: Block) -> tuple[Block, int]:
    line = _at(block, "options")
    del block[line : _at(block, "explanation")]
    return block, 0


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


def _unmatched(block: Block) -> tuple[Block, int]:
    """Three rows of which none is matched, to be coded."""
    rows = [line for name in "ABC" for line in (f"mismatched: {name} | D", "  match: E")]
    return _pairs(*rows)(_without(block, "ask"))


def _same_match(block: Block) -> tuple[Block, int]:
    """A match that says what its row says."""
    shown = block[_at(block, "mismatched")].split(" | ")[1]
    return _value("match", f'"{shown.upper()} "')(block)


def _claim(text: str = "") -> Callable[[Block], tuple[Block, int]]:
    """A claim written as a text, or none; the diagnostic is at it, or where the question begins."""

    def change(block: Block) -> tuple[Block, int]:
        line, end = _at(block, "claim"), _at(block, "reasons")
        indent = block[line][: len(block[line]) - len(block[line].lstrip())]
        block[line:end] = [f"{indent}claim: {text}"] if text else []
        return block, line if text else 0

    return change


def _unexplained(block: Block) -> tuple[Block, int]:
    """A correct reason that does not explain the claim, beside an incorrect one."""
    return _without(block, "explains"), _at(block, "reasons")


def _echo(block: Block) -> tuple[Block, int]:
    """A reason that says what the claim says."""
    line = _at(block, "incorrect")
    claim = block[_at(block, "correct")].split("correct: ")[1]
    block[line] = f"{block[line].split('incorrect: ')[0]}incorrect: {claim}"
    return block, line


def _dated(*entries: str, at: int) -> Callable[[Block], tuple[Block, int]]:
    """Other entries, each a letter and a date."""
    lines = [line for one in entries for line in (f"text: {one[0]}", f"  date: {one[2:]}")]
    return _sequence(*lines, at=at)


def _dateless(block: Block) -> tuple[Block, int]:
    """An entry without a date."""
    return _without(block, "date"), _at(block, "text")


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
    Way("a table asked as a question", "pairs", "QG103", _insert("heads", "question: Which?")),
    Way("a table with options", "pairs", "QG103", _insert("heads", "options: [I only, II only]")),
    Way("one row", "pairs", "QG115", _pairs("matched: A | B")),
    Way("a row without a bar", "pairs", "QG123", _pairs("matched: A | B", "matched: C, D", at=2)),
    Way("a bar without spaces", "pairs", "QG123", _pairs("matched: A | B", "matched: C|D", at=2)),
    Way(
        "a row of four columns",
        "pairs",
        "QG123",
        _pairs("matched: A | B", "matched: C | D | E | F", at=2),
    ),
    Way("heads of another number", "pairs", "QG123", _value("heads", "Treaty | Place | Year")),
    Way("heads without a bar", "pairs", "QG123", _value("heads", "Treaty and place")),
    Way("a match that is no other", "pairs", "QG124", _same_match),
    Way(
        "a matched row with a match",
        "pairs",
        "QG124",
        _pairs("matched: A | B", "  match: C", "matched: D | E", at=2),
    ),
    Way("no match", "pairs", "QG101", _pairs("matched: A | B", "mismatched: C | D", at=2)),
    Way("an empty match", "pairs", "QG121", _value("match", "")),
    Way("a row twice", "pairs", "QG120", _pairs("matched: A | B", "matched: a | b", at=2)),
    Way("a row of two truths", "pairs", "QG103", _insert_after("matched", "mismatched: C | D")),
    Way(
        "three rows, none matched",
        "pairs",
        "QG116",
        _unmatched,
    ),
    Way("an unknown field of a row", "pairs", "QG104", _renamed("match", "mach")),
    Way("rows as texts", "pairs", "QG102", _pairs("A | B", "matched: C | D", at=1)),
    Way("a claim as a text", "reasons", "QG102", _claim("A claim.")),
    Way("no claim", "reasons", "QG101", _claim()),
    Way("three reasons", "reasons", "QG115", _reasons("correct: A", "correct: B", "correct: C")),
    Way(
        "an incorrect reason that explains",
        "reasons",
        "QG125",
        _reasons("incorrect: A", "  explains: true", at=2),
    ),
    Way("both correct, neither explains", "reasons", "QG116", _reasons("correct: A", "correct: B")),
    Way("one correct, not explaining", "reasons", "QG116", _unexplained),
    Way("explains in words", "reasons", "QG106", _value("explains", "partly")),
    Way("a reason that says the claim", "reasons", "QG120", _echo),
    Way("an unknown field of a claim", "reasons", "QG104", _renamed("correct", "corect")),
    Way("one entry", "sequence", "QG115", _sequence("text: A", "  date: 1999")),
    Way("a date of an entry in words", "sequence", "QG110", _value("date", "May 1999")),
    Way("a date and a rank", "sequence", "QG126", _insert_after("date", "rank: 1")),
    Way("neither date nor rank", "sequence", "QG126", _dateless),
    Way(
        "dates that overlap",
        "sequence",
        "QG127",
        _sequence(
            "text: A", "  date: 1999", "text: B", "  date: 1999-02", "text: C", "  date: 1966", at=4
        ),
    ),
    Way(
        "an entry twice",
        "sequence",
        "QG120",
        _sequence(
            "text: A", "  date: 1999", "text: a", "  date: 1998", "text: C", "  date: 1966", at=3
        ),
    ),
    Way(
        "ranks without a closing line",
        "sequence",
        "QG126",
        _sequence("text: A", "  rank: 1", "text: B", "  rank: 2", "text: C", "  rank: 3"),
    ),
    Way("a sequence with about", "sequence", "QG103", _insert("id", "about: meetings")),
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
