"""Lines as their author meant them, for the help of diagnostics."""

import re

_PREFIX = re.compile(r"\s*(?:-\s+)*(?:[A-Za-z_][\w-]*\s*:\s+)?")
_FLOW_END = re.compile(r"[\]}\s]*$")
_FLOW_FIELD = re.compile(r"\s*(?:[A-Za-z_][\w-]*:\s+)?")


def value_start(line: str) -> int:
    """Return the column, from 0, where the value of a line begins: after dashes and its key."""
    match = _PREFIX.match(line)
    return match.end() if match else 0


def indentation(line: str) -> str:
    """Return the spaces a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def dashed(line: str, column: int = 0) -> str:
    """Return the line as an entry of a list whose dashes stand in a column, from 0."""
    text = line.strip()
    return f"{' ' * column}- {text.removeprefix('-').strip()}"


def spaces(number: int) -> str:
    """Return a number of spaces in words."""
    return f"{number} space{'' if number == 1 else 's'}"


def quoted(text: str) -> str:
    """Return the text in quotes that YAML reads back as the text."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def quoted_value(line: str, start: int | None = None) -> str:
    """Return the line with its value, from a column or from after its key, in quotes."""
    start = value_start(line) if start is None else start
    return line[:start] + quoted(line[start:].strip())


def hash_quoted(line: str, start: int) -> str:
    """Return the line with those texts in quotes that hold ` #`, of brackets that open there."""
    end = _FLOW_END.search(line, start + 1)
    stop = end.start() if end else len(line)
    parts = line[start + 1 : stop].split(",")
    mended = ",".join(part_quoted(part) if " #" in part else part for part in parts)
    return line[: start + 1] + mended + line[stop:]


def part_quoted(part: str) -> str:
    """Return an entry of brackets or braces with its text, after a field's name, in quotes."""
    match = _FLOW_FIELD.match(part)
    start = match.end() if match else 0
    return part[:start] + quoted(part[start:].strip())


def requoted(line: str) -> str:
    """Return the line with a value that has quotes of its own in quotes that hold them."""
    start = value_start(line)
    value = line[start:].strip()
    quote = value[:1]
    if len(value) > 1 and value.endswith(quote):
        inner = value[1:-1]
        place = inner.find(quote)
        # A quote inside that closes a word ends a quotation the text begins with.
        word = place > 0 and not inner[place - 1].isspace()
        if not (word and inner[place + 1 : place + 2].isspace() and quote in inner[place + 1 :]):
            value = inner
    return line[:start] + quoted(value)


def shown(line: str, longest: int = 72) -> str:
    """Return the line short enough for a help text."""
    line = " ".join(line.split())
    return line if len(line) <= longest else f"{line[: longest - 4].rstrip()} ..."
