"""The words quizgen puts around an author's: one `Wording` for each house style and language.

Another year's style or another language is another entry of `WORDINGS`; nothing else changes.

Source: UPSC, General Studies Paper I of 2023 and of 2025, as the reference on exams has them under
"House templates" and "Wording by year".
"""

from dataclasses import dataclass, replace

from quizgen.core.months import MONTHS

STYLE = "upsc-2025"
LANGUAGE = "en"
KEPT = {"hi": "Hindi"}
"""Languages that are to have a wording, and have none yet."""

ROMAN = ("I", "II", "III", "IV", "V", "VI")
ARABIC = ("1", "2", "3", "4", "5", "6")


Counts = dict[int, tuple[tuple[int, str], ...]]
"""Options of a count by the number of what is counted, each option with its count."""


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
        pairs: Above rows of two columns.
        rows: Above rows of three columns.
        which_pairs: Below rows of two columns, when some code names a single one.
        which_pairs_are: Below them, when every code names two or more.
        how_many_pairs: Below rows of two columns to be counted.
        which_rows: Below rows of three columns.
        how_many_rows: Below rows of three columns to be counted.
        pair_counts: As `counts`, for rows of two columns; those of three have `counts`.
        matched: Said of a row that is.
        mismatched: Said of a row that is not, with `{match}`.
        labelled: Names a statement of a claim and its reasons, with `{numeral}`, a Roman one.
        respect: Below a claim and its reasons.
        one_reason: The options for a claim and one reason: both correct, and it explains; both
            correct, and it does not; only the claim correct; only the reason correct.
        two_reasons: The options for a claim and two reasons: both correct and both explain; both
            correct and one explains; one correct, and it explains; neither correct.
        correct: Said of a reason for a claim that is not correct.
        incorrect: Said of a reason that is not correct.
        explains: Said of a reason that is correct and explains the claim.
        explains_not: Said of one that is correct and does not.
        events: Above entries to be put in order.
        sequence: Below them.
        then: Between the numerals of an order.
        months: Their names.
        date: A day, with `{day}`, `{month}` and `{year}`.
        month: A month, with `{month}` and `{year}`.
        placed: Said of an entry of an order, with `{text}` and `{date}`.
        ordinals: Said of one whose place is not given by a date, from the first, with `{text}`.
        named: Said of one whose why begins with the date, with `{text}`.
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
    counts: Counts
    pairs: str
    rows: str
    which_pairs: str
    which_pairs_are: str
    how_many_pairs: str
    which_rows: str
    how_many_rows: str
    pair_counts: Counts
    matched: str
    mismatched: str
    labelled: str
    respect: str
    one_reason: tuple[str, str, str, str]
    two_reasons: tuple[str, str, str, str]
    correct: str
    incorrect: str
    explains: str
    explains_not: str
    events: str
    sequence: str
    then: str
    months: tuple[str, ...]
    date: str
    month: str
    placed: str
    ordinals: tuple[str, ...]
    named: str

    def dated(self, date: str) -> str:
        """Return a year, a month or a day in words: `22 November 2019`."""
        year, month, day = (*date.split("-"), "", "")[:3]
        if not month:
            return year
        name = self.months[int(month) - 1]
        if not day:
            return self.month.format(month=name, year=year)
        return self.date.format(day=int(day), month=name, year=year)


_UPSC_2025 = Wording(
    numerals=ROMAN,
    about="With reference to {about}, consider the following statements:",
    consider="Consider the following statements:",
    which="Which of the statements given above is/are correct?",
    which_are="Which of the statements given above are correct?",
    which_not="Which of the statements given above is/are NOT correct?",
    which_are_not="Which of the statements given above are NOT correct?",
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
    pairs="Consider the following pairs:",
    rows="Consider the following information:",
    which_pairs="Which of the pairs given above is/are correctly matched?",
    which_pairs_are="Which of the pairs given above are correctly matched?",
    how_many_pairs="How many of the pairs given above are correctly matched?",
    which_rows="In which of the above rows is the given information correctly matched?",
    how_many_rows="In how many of the above rows is the given information correctly matched?",
    pair_counts={
        3: (
            (1, "Only one pair"),
            (2, "Only two pairs"),
            (3, "All the three pairs"),
            (0, "None of the pairs"),
        ),
        4: (
            (1, "Only one pair"),
            (2, "Only two pairs"),
            (3, "Only three pairs"),
            (4, "All the four pairs"),
        ),
    },
    matched="Correctly matched.",
    mismatched="Not matched; correct: {match}.",
    labelled="Statement-{numeral}",
    respect="Which one of the following is correct in respect of the above statements?",
    one_reason=(
        "Both Statement-I and Statement-II are correct and Statement-II explains Statement-I",
        (
            "Both Statement-I and Statement-II are correct but Statement-II does not explain "
            "Statement-I"
        ),
        "Statement-I is correct but Statement-II is not correct",
        "Statement-I is not correct but Statement-II is correct",
    ),
    two_reasons=(
        "Both Statement-II and Statement-III are correct and both of them explain Statement-I",
        (
            "Both Statement-II and Statement-III are correct but only one of them explains "
            "Statement-I"
        ),
        "Only one of the Statements II and III is correct and that explains Statement-I",
        "Neither Statement-II nor Statement-III is correct",
    ),
    correct="Correct.",
    incorrect="Not correct.",
    explains="Correct, and explains Statement-I.",
    explains_not="Correct, but does not explain Statement-I.",
    events="Consider the following events:",
    sequence="What is the correct chronological sequence of the above events?",
    then="-",
    months=MONTHS,
    date="{day} {month} {year}",
    month="{month} {year}",
    placed="{text}: {date}.",
    ordinals=("First: {text}.", "Second: {text}.", "Third: {text}.", "Fourth: {text}."),
    named="{text}:",
)
# To 2024: 1, 2, 3 and *All three* and *incorrect*; in 2023 *is the correct explanation for* too.
_UPSC_2023 = replace(
    _UPSC_2025,
    numerals=ARABIC,
    counts={
        3: ((1, "Only one"), (2, "Only two"), (3, "All three"), (0, "None")),
        4: ((1, "Only one"), (2, "Only two"), (3, "Only three"), (4, "All four")),
    },
    pair_counts={
        3: (
            (1, "Only one pair"),
            (2, "Only two pairs"),
            (3, "All three pairs"),
            (0, "None of the pairs"),
        ),
        4: (
            (1, "Only one pair"),
            (2, "Only two pairs"),
            (3, "Only three pairs"),
            (4, "All four pairs"),
        ),
    },
    one_reason=(
        (
            "Both Statement-I and Statement-II are correct and Statement-II is the correct "
            "explanation for Statement-I"
        ),
        (
            "Both Statement-I and Statement-II are correct and Statement-II is not the correct "
            "explanation for Statement-I"
        ),
        "Statement-I is correct but Statement-II is incorrect",
        "Statement-I is incorrect but Statement-II is correct",
    ),
)
WORDINGS: dict[tuple[str, str], Wording] = {
    ("upsc-2025", "en"): _UPSC_2025,
    ("upsc-2023", "en"): _UPSC_2023,
}
STYLES = tuple(dict.fromkeys(style for style, _ in WORDINGS))
"""The house styles, the usual one first."""


def wording(lang: str = LANGUAGE, style: str = STYLE) -> Wording | None:
    """Return the words of a style in a language, None where there are none yet."""
    return WORDINGS.get((style, lang))


def languages(style: str = STYLE) -> tuple[str, ...]:
    """Return the languages of a style."""
    return tuple(lang for known, lang in WORDINGS if known == style)
