"""QG23x and QG24x: what would make a sound question better."""

from quizgen.core.catalogue.entry import advice

ADVICE = {
    "QG231": advice(
        "of the options, only the right one says a word of the question",
        "A candidate who knows nothing picks the option that sounds like the question. Say it in"
        " another word, or in a wrong option too. Haladyna, Downing & Rodriguez 2002.",
        """
        - question: Which of these follows the backchannel?
          options: [Secret backchannel talks, A summit, A seminar, A visit]
          answer: a
        """,
        """
        - question: Which of these follows the backchannel?
          options: [Secret talks, A summit, A seminar, A visit]
          answer: a
        """,
    ),
    "QG232": advice(
        "only what is wrong is said without exception",
        "Candidates have learnt that an option, or a statement, with *always*, *never*, *only*,"
        " *all*, *none* or *every* is wrong. Leave the word out, or say as strong a word where it"
        " is true. Haladyna, Downing & Rodriguez 2002.",
        """
        - about: Track-II diplomacy
          statements:
            - correct: It is unofficial.
            - incorrect: It is always secret.
        """,
        """
        - about: Track-II diplomacy
          statements:
            - correct: It is unofficial.
            - incorrect: It is secret.
        """,
    ),
    "QG233": advice(
        "numbers or dates are not in order",
        "Options that are numbers or dates are not shuffled, and a candidate looks for his number"
        " in its order, up or down. Haladyna, Downing & Rodriguez 2002.",
        """
        - question: In which year was the Charter signed?
          options: [1996, 2003, 2001, 2002]
          answer: d
        """,
        """
        - question: In which year was the Charter signed?
          options: [1996, 2001, 2002, 2003]
          answer: c
        """,
    ),
    "QG234": advice(
        "two questions are nearly the same",
        "Of their words, without those that questions are made of, eight in ten are the same, and"
        " all numbers. A paper may ask both, and the one tells on the other. Remove one; or, if"
        " both are wanted, name the fact they rest on in the `facts` of each, so that no paper has"
        " both.",
        """
        - question: Where was the Indus Waters Treaty of 1960 signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        - question: The Indus Waters Treaty of 1960 was signed where?
          options: [Karachi, New Delhi, Ufa, Rawalpindi]
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty of 1960 signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG235": advice(
        "two statements of a question are nearly the same",
        "They have one subject, and seven in ten of their words are the same. Of two statements"
        " that differ in a word or two, one tells on the other, and some codes can be struck out"
        " without knowing anything. Haladyna, Downing & Rodriguez 2002.",
        """
        - about: the Indus Waters Treaty
          statements:
            - correct: The treaty was signed at Karachi in 1960.
            - incorrect: The treaty was signed at Lahore in 1960.
        """,
        """
        - about: the Indus Waters Treaty
          statements:
            - correct: The treaty was signed at Karachi in 1960.
            - incorrect: It was brokered by the Commonwealth.
        """,
    ),
    "QG236": advice(
        "a why is missing",
        "Other options or statements of this question have one. A candidate who chose this one"
        " learns least where he needs it most.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - right: Karachi
              why: Signed there on 19 September 1960.
            - wrong: Simla
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options:
            - right: Karachi
              why: Signed there on 19 September 1960.
            - wrong: Simla
              why: The place of the agreement of 1972.
        """,
    ),
    "QG237": advice(
        "nothing explains the answer",
        "There is neither an `explanation` nor a `why`. A wrong option that nobody explains may be"
        " learned as right (Butler & Roediger 2008).",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          explanation: It was signed there on 19 September 1960.
        """,
    ),
    "QG238": advice(
        "it is not said where in the source this is found",
        "A reader who doubts the answer wants the page. `locator` is a heading, a paragraph or a"
        " page.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          source: Class notes
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
          source: Class notes
          locator: page 3
        """,
    ),
    "QG239": advice(
        "there are more than 120 words above the options",
        "Reading takes the time that is for thinking. In UPSC's papers the whole question, options"
        " included, has 46 to 68 words in the mean of a year, and 166 at most. Haladyna, Downing &"
        " Rodriguez 2002 advise to keep reading short.",
    ),
    "QG240": advice(
        "a question has no id",
        "Without one it is known by its text, so that its history begins anew when a word of it is"
        " changed. `quizgen check --fix` writes ids.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - id: indus-signed-where
          question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
    "QG241": advice(
        "it is not said where a question comes from",
        "A reader who doubts the answer wants to look it up. `source` at the top of the file holds"
        " for all of its questions.",
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        source: Class notes
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            answer: a
        """,
    ),
    "QG242": advice(
        "a comment silences nothing",
        "`# quizgen: ignore QG213` keeps `check` from telling one code of one question. This one"
        " names a code that is not found there, or is none, or is an error, which cannot be"
        " silenced.",
        """
        - id: indus-where  # quizgen: ignore QG213
          question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
        """
        - question: Where was the Indus Waters Treaty signed?
          options: [Karachi, Simla, Lahore, Tashkent]
          answer: a
        """,
    ),
}
