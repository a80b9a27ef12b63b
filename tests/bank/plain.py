"""A stand-in for the loader, of the same signature, for a format that needs no YAML.

One question a line: `id topic difficulty fact,fact form since until as_of`, all but the id optional
(`-`: none). A first line `bank NAME` names the bank. A line `! text` is an error.
"""

from pathlib import Path

from quizgen.bank.loaded import Lacking, LoadedItem, QuestionFile
from quizgen.bank.sources import SourceFile
from quizgen.core.diagnostics import Diagnostic, Severity, Span
from quizgen.core.item import Answer, Difficulty, Form, Item, Option, Question
from quizgen.forms.wording import STYLE


def read_plain(data: bytes, name: str, style: str = STYLE) -> QuestionFile:
    """Read a file of the plain format; the style tells in the stem."""
    lines = data.decode().splitlines()
    bank = lines[0].removeprefix("bank ") if lines and "bank " in lines[0] else Path(name).stem
    items = []
    found = []
    for number, line in enumerate(lines, 1):
        if line.startswith("! "):
            text = line.removeprefix("! ")
            found.append(Diagnostic(name, Span(number), "QG101", Severity.ERROR, text, text=line))
        elif line and not line.startswith("bank "):
            items.append(
                LoadedItem(plain_item(bank, line, style), Span(number, 1, len(line.split()[0])))
            )
    lacking = Lacking(explanations=len(items))
    return QuestionFile(name, bank, name.title(), tuple(items), tuple(found), lacking)


def plain_item(bank: str, line: str, style: str = STYLE) -> Item:
    """Return the item of one line."""
    words = ("" if word == "-" else word for word in (line.split() + ["-"] * 7)[:8])
    id_, topic, difficulty, facts, form, since, until, as_of = words
    question = Question(
        bank=bank,
        id=id_,
        form=Form(form or "D"),
        stem=f"What is {line}?" if style == STYLE else f"What is {line} in {style}?",
        options=(Option("o1", "This"), Option("o2", "That")),
        topic=topic.replace("_", " "),
        difficulty=Difficulty(difficulty) if difficulty else None,
        facts=tuple(facts.split(",")) if facts else (),
        as_of=as_of,
    )
    answer = Answer(
        key="o1",
        explanation=f"{id_} is this.",
        document=topic.split("_")[0],
        since=since,
        until=until,
    )
    return Item(question, answer, tags=("odd",) if "odd" in id_ else ())


def write(folder: Path, name: str, *lines: str) -> SourceFile:
    """Write a file of the plain format and return it as a source."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines))
    return SourceFile(path, name)
