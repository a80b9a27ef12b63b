"""QG115 to QG120, QG123 to QG128 and QG206: what the forms ask of their questions."""

from quizgen.core.catalogue.entry import error, warning

_STATEMENTS = """
- about: the Simla Agreement
  statements:
    - correct: It was signed in 1972.
    - incorrect: It was signed at Lahore.
"""
_THREE = """
- about: the Simla Agreement
  statements:
    - correct: It was signed in 1972.
    - incorrect: It was signed at Lahore.
    - incorrect: It was signed by two Prime Ministers.
"""
_PAIRS = """
- heads: Agreement | Signed at
  pairs:
    - matched: Simla Agreement | Simla
    - matched: Tashkent Declaration | Tashkent
"""
_SEQUENCE = """
- sequence:
    - text: The Simla Agreement
      date: 1972-07-02
    - text: The Lahore Declaration
      date: 1999-02-21
    - text: The Tashkent Declaration
      date: 1966-01-10
"""

FORMS = {
    "QG115": error(
        "there is too little or too much in a question",
        "UPSC's questions have two to six statements or rows, one or two reasons for a claim, and"
        " sequences of three or four entries. Counts are for three or four.",
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
        """,
        _STATEMENTS,
    ),
    "QG116": error(
        "the form cannot say what is true",
        "UPSC's codes for three statements or more always name at least one, counts exist for three"
        " and four, and the options for a claim and its reasons leave some cases out. What is true"
        " here has no option in that form.",
        """
        - about: the Simla Agreement
          statements:
            - incorrect: It was signed in 1971.
            - incorrect: It was signed at Lahore.
            - incorrect: It was signed by two Prime Ministers.
        """,
        _THREE,
    ),
    "QG117": error(
        "the answer contradicts the question",
        "The options, or the answer, say something else than `correct` and `incorrect`, or than"
        " `right` and `wrong`. quizgen does not guess which is meant.",
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
          options: [I only, II only, Both I and II, Neither I nor II]
          answer: b
        """,
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
          options: [I only, II only, Both I and II, Neither I nor II]
          answer: a
        """,
    ),
    "QG118": error(
        "a coded option cannot be read",
        "Options under `statements` name statements (`I and II only`, `1, 2 and 3`) or, with"
        " `ask: how-many`, counts (`Only one`). Left out, they are composed.",
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
          options: [I only, II only, I and III, Neither I nor II]
        """,
        _STATEMENTS,
    ),
    "QG119": error(
        "the lead line does not ask for a count",
        "With `ask: how-many` the options are counts, so a lead line that is a question must begin"
        " with How many.",
        """
        - lead: Which of the following were founding members of the SCO?
          ask: how-many
          statements:
            - correct: Kazakhstan
            - correct: Uzbekistan
            - incorrect: India
        """,
        """
        - lead: How many of the following were founding members of the SCO?
          ask: how-many
          statements:
            - correct: Kazakhstan
            - correct: Uzbekistan
            - incorrect: India
        """,
    ),
    "QG120": error(
        "two statements, rows or entries are alike",
        "The same one twice makes options that say the same.",
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: it was signed in 1972
        """,
        _STATEMENTS,
    ),
    "QG123": error(
        "the columns of a row do not fit",
        "A row has two or three columns, parted by a bar with a space on each side; all rows, and"
        " the heads, have as many. `match` has one less, as it stands after the first column.",
        """
        - heads: Agreement | Signed at
          pairs:
            - matched: Simla Agreement, Simla
            - matched: Tashkent Declaration | Tashkent
        """,
        _PAIRS,
    ),
    "QG124": error(
        "the match of a row contradicts it",
        "`match` is what a mismatched row should say after its first column. A matched row has"
        " none, and one that says what the row says would make it matched.",
        """
        - heads: Agreement | Signed at
          pairs:
            - matched: Simla Agreement | Simla
            - mismatched: Tashkent Declaration | Moscow
              match: Moscow
        """,
        """
        - heads: Agreement | Signed at
          pairs:
            - matched: Simla Agreement | Simla
            - mismatched: Tashkent Declaration | Moscow
              match: Tashkent
        """,
    ),
    "QG125": error(
        "a reason cannot explain the claim",
        "Only a correct statement explains another, and only a correct claim can be explained.",
        """
        - claim:
            correct: The Indus Waters Treaty was signed at Karachi.
          reasons:
            - incorrect: The treaty was brokered by the United Nations.
              explains: true
        """,
        """
        - claim:
            correct: The Indus Waters Treaty was signed at Karachi.
          reasons:
            - incorrect: The treaty was brokered by the United Nations.
        """,
    ),
    "QG126": error(
        "nothing sound orders an entry",
        "Each entry of a sequence has a date, or each has a rank, a whole number. The usual line"
        " below asks for the order in time, so entries with ranks need a `closing` of their own.",
        """
        - sequence:
            - text: The Simla Agreement
              date: 1972-07-02
            - text: The Lahore Declaration
              rank: 3
            - text: The Tashkent Declaration
              date: 1966-01-10
        """,
        _SEQUENCE,
    ),
    "QG127": error(
        "the order of two entries is left open",
        "Dates may be as exact as they are known, but two that may be the same day order nothing:"
        " 1972 and July 1972, for instance. Nor do two equal ranks.",
        """
        - sequence:
            - text: The Simla Agreement
              date: 1972-07-02
            - text: The Lahore Declaration
              date: 1999-02-21
            - text: The Tashkent Declaration
              date: 1972
        """,
        _SEQUENCE,
    ),
    "QG128": error(
        "the language of the file has no wording yet",
        "Around statements, pairs, reasons, sequences and whatever item models ask quizgen writes"
        " lines of its own, and it does not know them in this language yet. Questions with"
        " `question` and `options` need none, so they are asked in any language.",
        """
        lang: hi
        questions:
          - about: शिमला समझौता
            statements:
              - correct: यह 1972 में हुआ था।
              - incorrect: यह लाहौर में हुआ था।
        """,
        """
        lang: hi
        questions:
          - question: शिमला समझौता कब हुआ था?
            options: ["1966", "1972", "1999"]
            answer: b
        """,
    ),
    "QG206": warning(
        "a statement is in another script than the lines around it",
        "The line above the statements, the one below and the options are written by quizgen in the"
        " language of the file, so that a candidate would read two languages in one question.",
        """
        - about: the Simla Agreement
          statements:
            - correct: यह 1972 में हुआ था।
            - incorrect: It was signed at Lahore.
        """,
        _STATEMENTS,
    ),
}
