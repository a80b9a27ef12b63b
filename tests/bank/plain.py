"""A stand-in for the loader, of the same signature, for a format that needs no YAML.

One question a line: `id topic difficulty fact,fact`, all but the id optional (`-`: none). A first
line `bank NAME` names the bank. A line `! text` is an error.
"""

from pathlib import Path

from quizgen.bank.loaded import Lacking, LoadedItem, QuestionFile
from quizgen.bank.sources import SourceFile
from quizgen.core.diagnostics import Diagnostic, Severity, Span
from quizgen.core.item import Answer, Difficulty, Form, Item, Option, Question


def read_plain(data: bytes, name: str) -> QuestionFile:
    """Read a file of the plain format."""
    lines = data.decode().splitlines()
    bank = lines[0].removeprefix("bank ") if lines and "bank " in lines[0] else Path(name).stem
    items = []
    found = []
    for number, line in enumerate(lines, 1):
        if line.startswith("! "):
            text = line.removeprefix("! ")
            found.append(Diagnostic(name, Span(number), "QG101", Severity.ERROR, text, text=line))
        elif line and not line.startswith("bank "):
            items.append(LoadedItem(plain_item(bank, line), Span(number, 1, len(line.split()[0]))))
    lacking = Lacking(explanations=len(items))
    return QuestionFile(name, bank, name.title(), tuple(items), tuple(found), lacking)


def plain_item(bank: str, line: str) -> Item:
    """Return the item of one line."""
    id_, topic, difficulty, facts = (line.split() + ["-"] * 3)[:4]
    question = Question(
        bank=bank,
        id=id_,
        form=Form.DIRECT,
        stem=f"What is {line}?",
        options=(Option("o1", "This"), Option("o2", "That")),
        topic="" if topic == "-" else topic.replace("_", " "),
        difficulty=None if difficulty == "-" else Difficulty(difficulty),
        facts=() if facts == "-" else tuple(facts.split(",")),
    )
    document = topic.split("_")[0] if topic != "-" else ""
    return Item(question, Answer(key="o1", explanation=f"{id_} is this.", document=document))


def write(folder: Path, name: str, *lines: str) -> SourceFile:
    """Write a file of the plain format and return it as a source."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines))
    return SourceFile(path, name)
