"""QG20x to QG22x: what is wrong with a question that is sound."""

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
    "QG207": warning(
        "there are only two coded options",
        "UPSC gives four. Of two, every second guess is right. Leave `options` out, and quizgen"
        " writes all four.",
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
          options: [I only, II only]
        """,
        """
        - about: the Simla Agreement
          statements:
            - correct: It was signed in 1972.
            - incorrect: It was signed at Lahore.
        """,
    ),
    "QG211": warning(
        "an option stands for other options",
        "Who sees that two options are right can mark *All of the above*, and who sees that one is"
        " wrong can strike it out, without knowing the rest. Codes of UPSC's kind (`1 and 2 only`)"
        " are exempt: write the texts as `statements`. Haladyna, Downing & Rodriguez 2002 advise"
        " against such options.",
        """
        - question: Where did the heads of state meet?
          options: [Bishkek, Ufa, Astana, All of the above]
          answer: d
        """,
        """
        - lead: At which of the following places did the heads of state meet?
          statements:
            - correct: Bishkek
            - correct: Ufa
            - correct: Astana
        """,
    ),
    "QG212": warning(
        "the question asks for what is not so, and the word is easily overlooked",
        "A candidate who knows the answer and reads over *not*, *except* or *false* loses marks for"
        " his eyes, not his knowledge. UPSC prints such a word bold; in capitals it is seen too. Or"
        " ask for what is so: Haladyna, Downing & Rodriguez 2002; Tarrant & Ware 2008.",
        """
        - question: Which of these is not a member of the SCO?
          options: [India, Iran, Turkmenistan, Kazakhstan]
          answer: c
        """,
        """
        - question: Which of these is **not** a member of the SCO?
          options: [India, Iran, Turkmenistan, Kazakhstan]
          answer: c
        """,
    ),
    "QG213": warning(
        "two ranges of numbers overlap",
        "A number that lies in both makes both right. Two spans of years may share the year in"
        " which one ends and the other begins. Haladyna, Downing & Rodriguez 2002: keep options"
        " apart from one another.",
        """
        - question: How long is the river?
          options: [0 to 50 km, 50 to 100 km, 100 to 150 km, over 150 km]
          answer: c
        """,
        """
        - question: How long is the river?
          options: [0 to 49 km, 50 to 99 km, 100 to 149 km, at least 150 km]
          answer: c
        """,
    ),
    "QG214": warning(
        "the answer depends on a date that the question does not say",
        "`as_of` says that the answer holds on that date, and may have changed. A candidate answers"
        " for the day on which he is asked, unless the question says the year.",
        """
        - question: How many member states had the SCO?
          options: [6, 8, 9, 10]
          answer: b
          as_of: 2019-11-15
        """,
        """
        - question: As of 15 November 2019, how many member states had the SCO?
          options: [6, 8, 9, 10]
          answer: b
          as_of: 2019-11-15
        """,
    ),
    "QG215": warning(
        "a count of members that may change has no date",
        "How many members, observers, partners, parties or signatories there are is true until the"
        " next one joins. Say the date in the question and in `as_of`. Only questions of the"
        " present are found, with numbers for options, or which count how many of several are such;"
        " founding, original and permanent members do not change.",
        """
        - question: How many member states does the SCO have?
          options: [6, 8, 9, 10]
          answer: d
        """,
        """
        - question: In September 2025, how many member states did the SCO have?
          options: [6, 8, 9, 10]
          answer: d
          as_of: 2025-09
        """,
    ),
    "QG216": warning(
        "the longest option is the right one too often",
        "An option is clearly longest if it has over 1.2 times the characters of the next. Among a"
        " file's direct questions with such an option, eight at least, it may be right in 30 %: in"
        " UPSC's papers of 2011 to 2021 it is in 20 %. It is told where chance would bring it about"
        " less than once in twenty. Numbers and codes do not count. Authors say a right option"
        " more carefully than a wrong one, and candidates know: Tarrant & Ware 2008.",
    ),
    "QG217": warning(
        "the right options are far from even over the letters",
        "Judged are questions whose options keep their order: not shuffled, or UPSC's fixed ones,"
        " such as `I only` to `Neither I nor II`. With five questions to a letter or more, it is"
        " told where chi-square against equal frequencies passes what chance passes once in a"
        " hundred (11.3 for four options). UPSC's keys of 2011 to 2021 are A 23 %, B 28 %, C 26 %,"
        " D 23 %. Do not balance by hand, which leaves a trace; let options be shuffled: Attali &"
        " Bar-Hillel 2003.",
    ),
    "QG218": warning(
        "the answer is no longer true",
        "The day of `until` has come, so the question is not asked any more. Correct it; or, to ask"
        " what was true then, say the date in the question and in `as_of`.",
        """
        - question: How many member states does the SCO have since 2023?
          options: [6, 8, 9, 10]
          answer: c
          until: 2024-07-04
        """,
        """
        - question: In August 2023, how many member states did the SCO have?
          options: [6, 8, 9, 10]
          answer: c
          as_of: 2023-08
          until: 2024-07-04
        """,
    ),
    "QG219": warning(
        "the answer is older than the file allows",
        "`stale_after` at the top of the file says how old the date of an answer may grow: a number"
        " of days, weeks, months or years. Look whether the answer still holds, and write the day"
        " on which you looked as `as_of`, and in the question. For an item model, `as_of` is the"
        " day up to which its facts are known to be right and whole.",
        """
        stale_after: 18 months
        questions:
          - question: As of November 2019, how many member states had the SCO?
            options: [6, 8, 9, 10]
            answer: b
            as_of: 2019-11
        """,
        """
        stale_after: 18 months
        questions:
          - question: As of September 2025, how many member states had the SCO?
            options: [6, 8, 9, 10]
            answer: d
            as_of: 2025-09
        """,
    ),
    "QG220": warning(
        "a fact of an item model is no longer true",
        "The day of the statement's `until` has come, so its model does not ask for it any more,"
        " but for a paper of an earlier day. Add the statement that is true now. An entity that has"
        " left a category, in a membership table, is no such case: the table is its history.",
    ),
}
