"""The words quizgen puts around an author's: one `Wording` for each house style and language.

Another year's style (`upsc-2023`: numerals 1, 2, 3 and *All three*) or another language is another
entry of `WORDINGS`; nothing else changes.

Source: UPSC, General Studies Paper I of 2025.
"""

from dataclasses import dataclass

STYLE = "upsc-2025"
LANGUAGE = "en"

ROMAN = ("I", "II", "III", "IV", "V", "VI")
ARABIC = ("1", "2", "3", "4", "5", "6")


@dataclass(frozen=True, slots=True, eq=False)  # known by identity: one for each entry below
class Wording:
    """The fixed lines of a style in a language.

    Attributes:
        numerals: Of the statements, from the first.
        about: Above the statements, with `{about}`.
        consider: Above the statements, where the author names no subject.
        which: Below them, when some code names a single statement.
        which_are: Below them, when every code names two or more.
        which_not: As `which`, asking for the incorrect ones.
        which_are_not: As `which_are`, asking for the incorrect ones.
        select: Below a list whose lead line asks the question.
        how_many: Below statements to be counted.
        how_many_begins: How a lead line that asks for a count must begin.
        only: A code of some of the statements, with `{names}`.
        both: A code of both of two, with `{first}` and `{second}`.
        neither: A code of neither of two.
        conjunction: Before the last of several names.
        counts: By number of statements, the options from the first to the last, each with its
            count.
    """

    numerals: tuple[str, ...]
    about: str
    consider: str
    which: str
    which_are: str
    which_not: str
    which_are_not: str
    select: str
    how_many: str
    how_many_begins: str
    only: str
    both: str
    neither: str
    conjunction: str
    counts: dict[int, tuple[tuple[int, str], ...]]


WORDINGS: dict[tuple[str, str], Wording] = {
    ("upsc-2025", "en"): Wording(
        numerals=ROMAN,
        about="With reference to {about}, consider the following statements:",
        consider="Consider the following statements:",
        which="Which of the statements given above is/are correct?",
        which_are="Which of the statements given above are correct?",
        which_not="Which of the statements given above is/are **not** correct?",
        which_are_not="Which of the statements given above are **not** correct?",
        select="Select the correct answer using the code given below.",
        how_many="How many of the above statements are correct?",
        how_many_begins="How many",
        only="{names} only",
        both="Both {first} and {second}",
        neither="Neither {first} nor {second}",
        conjunction=" and ",
        counts={
            3: ((1, "Only one"), (2, "Only two"), (3, "All the three"), (0, "None")),
            4: ((1, "Only one"), (2, "Only two"), (3, "Only three"), (4, "All the four")),
        },
    ),
}


def wording(lang: str = LANGUAGE, style: str = STYLE) -> Wording | None:
    """Return the words of a style in a language, None where there are none yet."""
    return WORDINGS.get((style, lang))


def languages(style: str = STYLE) -> tuple[str, ...]:
    """Return the languages of a style."""
    return tuple(lang for known, lang in WORDINGS if known == style)
