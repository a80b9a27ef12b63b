"""QG13x and QG14x: where YAML reads something else than what was meant."""

from quizgen.core.catalogue.entry import error, warning

_SOUND = """
- question: Where was the Indus Waters Treaty signed?
  options: [Karachi, Simla, Lahore, Tashkent]
  answer: a
"""

TRAPS = {
    "QG131": error(
        "the text after ` #` is lost",
        "YAML reads a space and a `#` as the beginning of a comment. Put the text in quotes. A"
        " comment of your own has two spaces before its `#`.",
        """
        - question: Under UN item #47, where was the treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - question: "Under UN item #47, where was the treaty signed?"
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG132": error(
        "a colon inside a text",
        "YAML reads a colon and a space as the end of a field's name. Put the text in quotes.",
        """
        - question: The Indus Waters Treaty: where was it signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - question: "The Indus Waters Treaty: where was it signed?"
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG133": error(
        "quotes that end too early or not at all",
        "A text that begins with a quote ends at the next quote of that kind. Use the other kind"
        " around it, and close what is open.",
        """
        - question: "Pugwash" began in which year?
          options: [1955, 1957]
          answer: b
        """,
        """
        - question: '"Pugwash" began in which year?'
          options: [1955, 1957]
          answer: b
        """,
    ),
    "QG134": error(
        "a tab where a line begins",
        "YAML takes only spaces there, since a tab is wider on one screen than on another. Most"
        " editors can be told to put spaces for the Tab key.",
        """
        - question: Where was the Indus Waters Treaty signed?
        \toptions: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        _SOUND,
    ),
    "QG135": error(
        "a text begins with a character that means something to YAML",
        "The characters @ ` % * & ! | > ? and brackets at the beginning of a text are part of YAML"
        " itself, so that what follows is lost or not understood. Put the text in quotes.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          remember: *Karachi*, 1960.
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          remember: "*Karachi*, 1960."
        """,
    ),
    "QG136": error(
        "a comma inside braces",
        "In braces a comma ends a field, so the rest of the text becomes a field of its own. Write"
        " the fields on lines of their own, or put the text in quotes.",
        """
        - question: What happened at Karachi in 1960?
          options:
            - {right: In September, a treaty was signed.}
            - {wrong: A summit was held.}
        """,
        """
        - question: What happened at Karachi in 1960?
          options:
            - right: In September, a treaty was signed.
            - wrong: A summit was held.
        """,
    ),
    "QG137": warning(
        "a comma inside brackets",
        "In brackets a comma ends an entry, so a text with a comma becomes two options. If they are"
        " one, write the options on lines of their own, each with a dash.",
        """
        - question: Is India a member of the SCO?
          options: [Yes, since 2017, No]
          answer: a
        """,
        """
        - question: Is India a member of the SCO?
          options:
            - Yes, since 2017
            - No
          answer: a
        """,
    ),
    "QG138": warning(
        "a list is run together into one paragraph",
        "YAML folds the lines of a text into one. Below a `|` they stay as they are written. For"
        " statements that are correct or not, use `statements`.",
        """
        - question: Consider the following.
            1. Simla is in Himachal Pradesh.
            2. Lahore is in Punjab.
            How many of these are correct?
          options: [Only one, Both, None]
          answer: b
        """,
        """
        - question: |
            Consider the following.
            1. Simla is in Himachal Pradesh.
            2. Lahore is in Punjab.

            How many of these are correct?
          options: [Only one, Both, None]
          answer: b
        """,
    ),
    "QG139": error(
        "an entry of a list is read as part of the one above",
        "YAML joins a line that stands further right to the text above it, dash and all, so that an"
        " option or a statement is lost. The dashes of a list stand in one column.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
          - Karachi
           - Simla
          - Lahore
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
          - Karachi
          - Simla
          - Lahore
          answer: a
        """,
    ),
    "QG140": error(
        "a comma inside a number in brackets",
        "In brackets a comma ends an entry, even inside a number: `Rs 1,000` becomes `Rs 1` and"
        " `000`. Put the numbers in quotes. If they are numbers of their own, put a space after"
        " each comma.",
        """
        - question: What was the prize?
          options: [Rs 1,000, Rs 2,500]
          answer: a
        """,
        """
        - question: What was the prize?
          options: ["Rs 1,000", "Rs 2,500"]
          answer: a
        """,
    ),
    "QG141": error(
        "an entry of a list without its dash, or without the space after it",
        "Each entry of a list begins with a dash and a space. Without them YAML reads the lines as"
        " one text.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            -Karachi
            -Simla
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - Karachi
            - Simla
          answer: a
        """,
    ),
}
