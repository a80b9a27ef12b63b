"""What a candidate reads off a printed question: which of its options are true.

Knows the printed stem and options, and what is true of each text; nothing of how they were made.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from quizgen.core.item import Question

NUMERALS = {
    **dict(zip("123456", range(6), strict=True)),
    **dict(zip(("I", "II", "III", "IV", "V", "VI"), range(6), strict=True)),
}
COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "None": 0}
_LINE = re.compile(r"(\w+)\. (.+)")
_ROW = re.compile(r"\| (\w+)\. \| (.+) \|")
_LABELLED = re.compile(r"Statement-(I+): (.+)")
_S = r"Statement-(I+)"


def true_options(question: Question, truths: Mapping[str, bool]) -> list[str]:
    """The texts of the options that are true, where each printed text is true or not."""
    numbered = _numbered(question.stem)
    assert list(numbered) == list(range(len(numbered)))
    right = {number for number, text in numbered.items() if truths[text]}
    if " NOT " in question.stem:
        right = set(numbered) - right
    counting = "ow many" in question.stem
    read = _counted if counting else _named
    return [option.text for option in question.options if read(option.text, len(numbered), right)]


def ordered_options(question: Question, order: Sequence[str]) -> list[str]:
    """The texts of the options that name the printed texts in that order."""
    numbered = _numbered(question.stem)
    found = []
    for option in question.options:
        numbers = [NUMERALS[numeral] for numeral in option.text.split("-")]
        assert sorted(numbers) == list(numbered)
        if [numbered[number] for number in numbers] == list(order):
            found.append(option.text)
    return found


def explained_options(
    question: Question, truths: Mapping[str, bool], explaining: Mapping[str, bool]
) -> list[str]:
    """The texts of the options that are true of a claim and its reasons."""
    labelled = dict(_LABELLED.findall(question.stem))
    true = {label: truths[text] for label, text in labelled.items()}
    explains = {label: explaining.get(text, False) for label, text in labelled.items()}
    return [option.text for option in question.options if _said(option.text, true, explains)]


def _numbered(stem: str) -> dict[int, str]:
    """The printed texts by their numbers from 0: of lines, or of the rows of a table."""
    found = {}
    for line in stem.splitlines():
        match = _LINE.fullmatch(line) or _ROW.fullmatch(line)
        if match:
            found[NUMERALS[match[1]]] = match[2]
    return found


def _counted(text: str, of: int, right: set[int]) -> bool:
    bare = text.removesuffix(" of the pairs").removesuffix(" pairs").removesuffix(" pair")
    match = re.fullmatch(r"(?:(Only|All|All the) (one|two|three|four)|None)", bare)
    assert match, text
    count = COUNTS[match[2] or "None"]
    assert (match[1] or "").startswith("All") == (count == of)
    return len(right) == count


def _named(text: str, of: int, right: set[int]) -> bool:
    if match := re.fullmatch(r"Neither (\w+) nor (\w+)", text):
        return not {NUMERALS[match[1]], NUMERALS[match[2]]} & right
    if match := re.fullmatch(r"Both (\w+) and (\w+)", text):
        return right == {NUMERALS[match[1]], NUMERALS[match[2]]}
    named = {NUMERALS[numeral] for numeral in re.split(r", | and ", text.removesuffix(" only"))}
    assert text.endswith(" only") == (len(named) < of), text
    return right == named


def _said(text: str, true: Mapping[str, bool], explains: Mapping[str, bool]) -> bool:
    """Whether a sentence about statements is true."""
    for pattern, holds in _SENTENCES:
        match = re.fullmatch(pattern, text)
        if match:
            return holds(match.groups(), true, explains)
    raise AssertionError(text)


Says = Callable[[Sequence[str], Mapping[str, bool], Mapping[str, bool]], bool]


def _both(named: Sequence[str], true: Mapping[str, bool]) -> bool:
    return true[named[0]] and true[named[1]]


def _one_by_one(named: Sequence[str], true: Mapping[str, bool]) -> bool:
    first, how, second, other = named
    return true[first] == (how == "correct") and true[second] == (other == "correct")


_SENTENCES: tuple[tuple[str, Says], ...] = (
    (
        (
            rf"Both {_S} and {_S} are correct and {_S} "
            rf"(?:explains|is the correct explanation for) {_S}"
        ),
        lambda named, true, explains: _both(named, true) and explains[named[2]],
    ),
    (
        (
            rf"Both {_S} and {_S} are correct (?:but {_S} does not explain"
            rf"|and {_S} is not the correct explanation for) {_S}"
        ),
        lambda named, true, explains: _both(named, true) and not explains[named[2] or named[3]],
    ),
    (
        rf"{_S} is (correct|not correct|incorrect) but {_S} is (correct|not correct|incorrect)",
        lambda named, true, _: _one_by_one(named, true),
    ),
    (
        rf"Both {_S} and {_S} are correct and both of them explain {_S}",
        lambda named, true, explains: (
            _both(named, true) and explains[named[0]] and explains[named[1]]
        ),
    ),
    (
        rf"Both {_S} and {_S} are correct but only one of them explains {_S}",
        lambda named, true, explains: (
            _both(named, true) and explains[named[0]] != explains[named[1]]
        ),
    ),
    (
        rf"Only one of the Statements (I+) and (I+) is correct and that explains {_S}",
        lambda named, true, explains: (
            true[named[0]] != true[named[1]]
            and explains[next(one for one in named[:2] if true[one])]
        ),
    ),
    (
        rf"Neither {_S} nor {_S} is correct",
        lambda named, true, _: not true[named[0]] and not true[named[1]],
    ),
)
