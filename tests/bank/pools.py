"""Facts and item models as an author writes them."""

EVENTS = """
facts:
  treaties:
    - id: indus
      event: the signing of the Indus Waters Treaty
      date: 1960-09-19
      why: At Karachi.
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
TIMELINE = """
models:
  - id: treaties
    timeline: treaties
    about: relations between India and Pakistan
"""
MEMBERS = """
facts:
  states:
    - id: india
      entity: India
      category: member
      since: 2017-06-09
    - id: pakistan
      entity: Pakistan
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
      until: 2023-07-04
    - id: mongolia
      entity: Mongolia
      category: observer
      since: 2004-06-17
models:
  - id: sco
    membership: states
    of: the SCO
    as_of: 2024-07-04
    dates: [2019-11-15]
    categories:
      - id: member
        one: a member state
        many: member states
      - id: observer
        one: an observer
        many: observers
"""
ROWS = """
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
QUESTION = """
questions:
  - question: Where?
    options: [Here, There]
    answer: a
"""
