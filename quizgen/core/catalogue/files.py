"""QG0xx: the file as a whole, and its YAML."""

from quizgen.core.catalogue.entry import error

FILES = {
    "QG001": error(
        "the file is empty",
        "A question file needs a list of questions. One that holds only spaces or comments has"
        " nothing to ask.",
        """
        # questions to come
        """,
        """
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
        """,
    ),
    "QG002": error(
        "the file is too large",
        "Files of more than 5 MB, some ten thousand questions, are not read. Split the file: one"
        " file a topic is easy to find and to share.",
    ),
    "QG003": error(
        "the file is binary",
        "There is a byte in it that no text has. It may be a word processor's or a spreadsheet's"
        " file: save it as plain text in UTF-8.",
    ),
    "QG004": error(
        "the file is not UTF-8",
        "Question files are plain text in UTF-8, so that every script can be read on every"
        " computer. In the editor, choose Save with encoding, UTF-8.",
    ),
    "QG005": error(
        "the file is nested too deep",
        "Lists within lists, over a hundred levels. A question needs no more than six, so there is"
        " probably a long run of dashes or brackets by accident.",
    ),
    "QG006": error(
        "aliases make the file too large",
        "YAML can repeat a part of a file by name (`&name`, `*name`). A few lines of aliases of"
        " aliases stand for billions of entries, so such a file is refused. Write the texts out.",
        """
        title: &a [x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x]
        topic: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        source: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        locator: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        tags: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        questions: []
        """,
        """
        title: Treaty dates
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
        """,
    ),
    "QG007": error(
        "a line does not fit the lines around it",
        "YAML reads the structure from the columns: fields of one question begin in the same"
        " column, and the entries of a list have their dashes in the same column.",
        """
        - question: Where was the Indus Waters Treaty signed?
           options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG008": error(
        "there are no questions",
        "A file is a mapping with a list under `questions:`, one dash for each question.",
        """
        title: Treaty dates
        topic: treaty-dates
        """,
        """
        title: Treaty dates
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
        """,
    ),
    "QG009": error(
        "there is a hidden character",
        "Control characters, terminal escapes and characters that turn the direction of writing"
        " could change what a terminal shows, so no question may hold one, not even written as an"
        " escape in double quotes. Joiners, which Indian scripts need, are allowed.",
        r"""
        - question: "Where was the \u202eIndus Waters Treaty signed?"
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG010": error(
        "a field is written twice",
        "YAML keeps one of the two and drops the other without a word.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          answer: b
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG011": error(
        "the file holds a second document",
        "A line of three dashes begins a new document in YAML. A question file holds one.",
        """
        title: Treaty dates
        questions: []
        ---
        title: Summits
        """,
        """
        title: Treaty dates
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
        """,
    ),
    "QG013": error(
        "the file cannot be read",
        "The computer would not hand it over: it may be a folder, or belong to someone else.",
    ),
    "QG012": error(
        "a list stands where a field name belongs",
        "YAML allows a list as the name of a field; a question file has no use for one. A text that"
        " begins with a bracket needs quotes.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          [remember]: Karachi, 1960.
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          remember: Karachi, 1960.
        """,
    ),
}
