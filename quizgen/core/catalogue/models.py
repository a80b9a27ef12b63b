"""QG15x: pools of facts, and item models over them.

What facts and models share with questions has the codes of questions: QG101 a field is missing,
QG102 a wrong shape, QG103 two things at once, QG104 an unknown field, QG106 none of the values
allowed (a form that a model does not have), QG109 an id used twice, QG110 a date that is none,
QG111 an id of other characters, QG120 two texts alike, QG121 an empty text.
"""

from quizgen.core.catalogue.entry import error

_TREATIES = """
facts:
  treaties:
    - id: indus
      event: the signing of the Indus Waters Treaty
      date: 1960-09-19
    - id: tashkent
      event: the signing of the Tashkent Declaration
      date: 1966-01-10
    - id: simla
      event: the signing of the Simla Agreement
      date: 1972-07-02
    - id: lahore
      event: the signing of the Lahore Declaration
      date: 1999-02-21
"""
_MODEL = """models:
  - id: treaties
    timeline: treaties
"""
_TIMELINE = _TREATIES + _MODEL
_STATES = """
facts:
  states:
    - id: india
      entity: India
      category: member
      since: 2017-06-09
    - id: china
      entity: China
      category: member
      since: 2001-06-15
    - id: iran
      entity: Iran
      category: observer
      since: 2005-07-05
    - id: mongolia
      entity: Mongolia
      category: observer
      since: 2004-06-17
models:
  - id: sco
    membership: states
    of: the SCO
    as_of: 2019-11-15
    dates: [2019-11-15]
    categories:
      - id: member
        one: a member state
        many: member states
      - id: observer
        one: an observer
        many: observers
"""
_PLACES = """
facts:
  treaties:
    - id: indus
      name: Indus Waters Treaty
      values:
        place: Karachi
    - id: tashkent
      name: Tashkent Declaration
      values:
        place: Tashkent
    - id: simla
      name: Simla Agreement
      values:
        place: Simla
    - id: lahore
      name: Lahore Declaration
      values:
        place: Lahore
models:
  - id: places
    attributes: treaties
    name: Agreement
    columns:
      - id: place
        head: Signed at
        question: Where was the {name} signed?
"""

MODELS = {
    "QG151": error(
        "a name leads nowhere",
        "A model names its pool by its name under `facts`; a fact names a category, a group or a"
        " column of its model, or another fact, by its id.",
        _TIMELINE.replace("timeline: treaties", "timeline: treatys"),
        _TIMELINE,
    ),
    "QG152": error(
        "the kind of a fact or of a model cannot be told",
        "A fact is told by `event`, `entity`, `name`, or `correct` or `incorrect`; a model by"
        " `timeline`, `membership`, `attributes` or `statements`. All facts of a pool are of one"
        " kind, that of the models that ask for them.",
        _TIMELINE.replace("timeline: treaties", "about: treaties"),
        _TIMELINE,
    ),
    "QG153": error(
        "facts contradict each other",
        "One says what the other rules out, or one ends before it begins, so that no question that"
        " rests on them could have one right answer.",
        _STATES.replace("since: 2005-07-05", "since: 2005-07-05\n      until: 2001"),
        _STATES,
    ),
    "QG154": error(
        "a model has too little to ask for",
        "Each form needs some facts that can stand together, and others that cannot be taken for"
        " them. Add facts, or leave the form out of `forms`.",
        _TREATIES.partition("    - id: simla")[0] + _MODEL,
        _TIMELINE,
    ),
    "QG155": error(
        "a sentence of a column does not fit its row",
        "`{name}` stands for the name of a row and `{value}` for its value in the column. A"
        " `question` names the row, a `reverse` the value, and a `statement` both.",
        _PLACES.replace("{name}", "treaty"),
        _PLACES,
    ),
    "QG156": error(
        "facts and models are lost to a fault elsewhere in the file",
        "After a fault of YAML that quizgen cannot mend by itself each question is read alone, but"
        " facts belong together: some may be missing, and a model over what is left could call the"
        " wrong thing right. They are read again when the fault is mended.",
    ),
    "QG157": error(
        "a membership table is not whole",
        "Whoever is missing from the table would be taken for no member, and a question would have"
        " the wrong answer. So a fact that cannot be read costs its table, until it is mended.",
    ),
    "QG158": error(
        "there are more facts or models than quizgen asks for",
        "A pool has 500 facts at the most, and a file 50 models: each fact may be weighed against"
        " each other, so that the time a file takes grows with the square of them. A larger pool is"
        " left out as a whole; so are the models after the fiftieth.",
    ),
}
