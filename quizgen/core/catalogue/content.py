"""QG10x, QG121 and QG122: what any question says."""

from quizgen.core.catalogue.entry import error

_SOUND = """
- question: Where was the Indus Waters Treaty signed?
  options: [Karachi, Simla, Lahore, Tashkent]
  answer: a
"""

CONTENT = {
    "QG101": error(
        "a field is missing",
        "Only what makes the question is required: `question` and `options`, or `statements`,"
        " `pairs`, `claim` and `reasons`, or `sequence`. A mismatched row needs its `match`.",
        """
        - question: Where was the Indus Waters Treaty signed?
        """,
        _SOUND,
    ),
    "QG102": error(
        "a value has the wrong shape",
        "A text stands where a list belongs, or the other way round. Numbers, dates, `no` and"
        " `1:30` are no problem: they are the text that was typed.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: Karachi, Simla, Lahore, Tashkent
          answer: a
        """,
        _SOUND,
    ),
    "QG103": error(
        "the fields do not make a question",
        "The kind of a question is told by its fields: `question` with `options`, `statements`"
        " with `about` or `lead`, `pairs`, `claim` with `reasons`, or `sequence`. These say"
        " nothing, or two things at once.",
        """
        - question: Which of these is correct?
          statements:
            - correct: The Simla Agreement was signed in 1972.
            - incorrect: The Simla Agreement was signed at Lahore.
        """,
        """
        - lead: "Consider these statements on the Simla Agreement:"
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
        """,
    ),
    "QG104": error(
        "a field is not known",
        "Most often a slip of the pen; it would be dropped without a word otherwise.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          anwser: a
        """,
        _SOUND,
    ),
    "QG106": error(
        "a value is none of those allowed",
        "Some fields have only a few values: `difficulty` is easy, medium or hard; `ask` is which,"
        " which-not or how-many; `shuffle` is true or false.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          difficulty: meduim
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          difficulty: medium
        """,
    ),
    "QG107": error(
        "two options are alike",
        "A candidate could pick either and be right. Capitals, spacing and most punctuation make no"
        " difference; for coded options, neither does the way they are written.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, karachi]
          answer: a
        """,
        _SOUND,
    ),
    "QG108": error(
        "there are too few or too many options",
        "A question has two to five options; UPSC's have four.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi]
          answer: a
        """,
        _SOUND,
    ),
    "QG109": error(
        "an id is used twice",
        "Answers are kept by bank and id, so two questions cannot share one. The first is asked and"
        " the later one left out. Two questions with the same text and no id count as one. Within a"
        " question, options and statements each need an id of their own, and `none` is that of the"
        " option that names no statement.",
        """
        - id: indus
          question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        - id: indus
          question: Who brokered the Indus Waters Treaty?
          options: [The World Bank, The Commonwealth]
          answer: a
        """,
        """
        - id: indus-where
          question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        - id: indus-broker
          question: Who brokered the Indus Waters Treaty?
          options: [The World Bank, The Commonwealth]
          answer: a
        """,
    ),
    "QG110": error(
        "a date is none",
        "Dates are written as year, month, day, as exactly as they are known.",
        """
        - question: How many members had the SCO in 2019?
          options: [6, 8, 10]
          answer: b
          as_of: November 2019
        """,
        """
        - question: How many members had the SCO in 2019?
          options: [6, 8, 10]
          answer: b
          as_of: 2019-11
        """,
    ),
    "QG111": error(
        "an id has other characters than a-z, 0-9 and hyphens",
        "Ids are typed on the command line and kept for good, so they stay simple. `~` is kept for"
        " questions that quizgen makes itself.",
        """
        - id: Indus Waters
          question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - id: indus-waters
          question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG112": error(
        "the answer is none of the options",
        "`answer` is the letter of an option, or exactly its text.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: e
        """,
        _SOUND,
    ),
    "QG113": error(
        "no option is right",
        "Write `right:` at one option, or give the letter as `answer`.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
        """,
        _SOUND,
    ),
    "QG114": error(
        "several options are right",
        "A question has one right option. Where several things are true, write them as"
        " `statements`.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - right: Karachi
            - right: Simla
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - right: Karachi
            - wrong: Simla
        """,
    ),
    "QG121": error(
        "a text is empty",
        "The field is there, but nothing is written after its colon.",
        """
        - question:
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        _SOUND,
    ),
    "QG122": error(
        "options bring letters of their own",
        "quizgen writes the letters, and moves the options from paper to paper: a candidate would"
        " read `(a) B. Simla`. Write the text of each option alone; `answer` names its place.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [A. Karachi, B. Simla, C. Lahore, D. Tashkent]
          answer: a
        """,
        _SOUND,
    ),
}
