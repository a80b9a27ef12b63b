"""What `quizgen check` says of broken files, compared as bytes."""

from textwrap import dedent

import pytest
from rich.cells import cell_len

from quizgen.bank.loader import read_question_file
from quizgen.core.diagnostics import Severity
from quizgen.show.diagnostics import full, gains, summary
from tests.golden_files import assert_golden

FILES = {
    "slips": """\
        questions:
          - question: Where was the Indus Waters Treaty signed?
            options: [Karachi, Simla, Lahore, Tashkent]
            anwser: a
          - question: Who brokered it?
            options: [The World Bank, The Commonwealth, The League of Nations, the World Bank]
            answer: e
            difficulty: meduim
          - question: Under UN item #47, which council met at Almaty and then at Bishkek again?
            options: [Almaty, Astana]
            answer: a
          - question: Where is the SCO's secretariat?
            options: [Beijing, Moscow]
            answer: a
        """,
    "syntax": """\
        title: Broken
        questions:
          - question: The Indus Waters Treaty: where was it signed?
            options: [Karachi, Simla]
          - question: "Pugwash" was founded when?
            options: [1955, 1957]
          - question: "Where was it signed?
            options: [Karachi, Simla]
          - question: Where?
        \toptions: [Karachi, Simla]
          - question: *Simla* was where?
          - question: Where?
            options: [Karachi, Simla
            answer: a
          - question: Where?
             options: [Karachi, Simla]
        """,
    "truth": """\
        questions:
          - id: none-of-three
            about: the Simla Agreement
            statements:
              - incorrect: It was signed in 1971.
              - incorrect: It was signed at Lahore.
              - incorrect: It was signed by two Prime Ministers.
          - id: contradicted
            about: the Simla Agreement
            statements:
              - correct: It was signed in 1972.
              - incorrect: It was signed at Lahore.
            options: [I only, II only, Both I and II, Neither I nor II]
            answer: b
          - id: contradicted
            ask: how-many
            statements:
              - correct: It was signed in 1972.
              - incorrect: It was signed at Lahore.
            explanation: As option (c) says, \x1b[31mit is in Himachal Pradesh.
        """,
    "lists": """\
        questions:
          - question: Where was the Simla Agreement signed?
            options:
            - Karachi
             - Simla
            - Lahore
            answer: b
          - question: How large was the prize?
            options: [Rs 1,000, Rs 2,500]
            answer: a
          - question: Where is the secretariat?
            options:
              -Beijing
              -Moscow
            answer: a
          - question: Which language came first?
            options: [C #, Java]
            answer: a
          - question: Where is the Taj Mahal?
            options: [A. Delhi, B. Agra]
            answer: b
          - question: Where?
            options:
              - right: Simla
                - wrong: Ufa
        """,
    "tables": """\
        questions:
          - id: rows
            heads: Agreement | Signed at | Year
            question: Which of these are correctly matched?
            pairs:
              - matched: Tashkent Declaration|Tashkent
              - mismatched: Indus Waters Treaty | New Delhi
              - mismatched: Simla Agreement | Simla
                match: simla
              - matched: Lahore Declaration | Lahore | 1999 | February
          - id: neither-explains
            claim:
              correct: The Tashkent Declaration was signed in January 1966.
            reasons:
              - correct: The Simla Agreement was signed in July 1972.
              - correct: The Indus Waters Treaty was signed in September 1960.
          - id: out-of-order
            sequence:
              - text: The Simla Agreement
                date: 1972-07-02
              - text: The war of 1971
                date: December 1971
              - text: The agreement on prisoners
                date: 1972
                rank: 3
          - id: open-order
            sequence:
              - text: The Simla Agreement
                date: 1972-07-02
              - text: The agreement on prisoners
                date: 1972
              - text: The Lahore Declaration
                date: 1999
        """,
    "models": """\
        facts:
          treaties:
            - id: indus
              event: the signing of the Indus Waters Treaty
              date: 19 September 1960
            - id: tashkent
              evnt: the signing of the Tashkent Declaration
              date: 1966-01-10
            - id: Simla Agreement
              event: the signing of the Simla Agreement
              date: 1972-07-02
            - name: Lahore Declaration
        models:
          - id: treaties
            timeline: treatys
          - id: members
            membershp: treaties
            of: the SCO
        """,
    "empty": "",
    "wide": """\
        questions:
          - question: 日本 and भारत: where do they meet?
            options: [Tokyo, Delhi]
          - question: Where?
            options:
              - {right: In Tōkyō, Japan}
              - wrong: Delhi
        """,
}


@pytest.mark.parametrize("name", FILES)
def test_every_finding_of_a_file_is_shown_in_full(name: str) -> None:
    read = read_question_file(dedent(FILES[name]).encode(), f"{name}.yaml")
    errors = sum(one.severity is Severity.ERROR for one in read.diagnostics)
    warnings = len(read.diagnostics) - errors
    lacking = read.lacking
    shown = [f"{full(diagnostic)}\n" for diagnostic in read.diagnostics]
    shown.append(summary(read.name, errors, warnings, len(read.items)))
    shown.append(gains(lacking.ids, lacking.explanations, lacking.sources))
    text = "\n".join(shown) + "\n"
    assert all(cell_len(line) <= 80 for line in text.splitlines())
    assert_golden(f"check/{name}.txt", text)
