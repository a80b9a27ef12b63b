"""QG2xx: what is doubtful about a question that is sound."""

from quizgen.core.catalogue.entry import warning

WARNINGS = {
    "QG201": warning(
        "a text speaks of an option by its letter",
        "Options are shuffled, so the letter is another one in another paper. Name what the option"
        " says.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          explanation: Option (b) is the place of the agreement of 1972.
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          explanation: Simla is the place of the agreement of 1972.
        """,
    ),
    "QG202": warning(
        "two banks have questions with the same id",
        "Both are asked. To name one of them on the command line, write its bank before it:"
        " `bank:id`.",
    ),
    "QG203": warning(
        "a source is near to an entry of `sources`, but none",
        "A source that is no entry is printed as it stands, which is fine for plain text, but not"
        " for a slip of the pen.",
        """
        sources:
          class-notes:
            title: Notes of the class of 2025
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
            source: class-note
        """,
        """
        sources:
          class-notes:
            title: Notes of the class of 2025
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
            source: class-notes
        """,
    ),
    "QG204": warning(
        "a comment stands close to a text",
        "After one space, a `#` may have been meant as part of the text; YAML reads it and the rest"
        " of the line as a comment. Put two spaces before a comment, or the text in quotes.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - right: Karachi # the harbour
            - wrong: Simla
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - right: Karachi  # the harbour
            - wrong: Simla
        """,
    ),
    "QG205": warning(
        "statements bring numbers of their own",
        "quizgen numbers the statements, so that a candidate would read `I. I. It was signed in"
        " 1972.` Write the text of each statement alone.",
        """
        - about: the Simla Agreement
          statements:
            - correct: I. It was signed in 1972.
            - incorrect: II. It was signed at Lahore.
        """,
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
        """,
    ),
}
