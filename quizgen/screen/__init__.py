"""The full-screen front end; only here Textual.

It holds no rule of the exam: a key becomes an action (`core.keys`), an action an event
(`core.moves`), and an event happens through the desk (`core.desk`), in the journal before it is
seen.
"""
