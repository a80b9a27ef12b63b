"""The ids that were probably meant by a name that no question has.

However many questions there are, only a thousand ids are compared: of about the name's length, and
those first that begin and end as it does.
"""

import sqlite3
from difflib import get_close_matches

LONGEST = 200
"""Letters of a name beyond which nothing is looked for."""

_LIKE = """
SELECT DISTINCT id FROM items INDEXED BY items_by_id CROSS JOIN run USING (file)
    WHERE length(id) BETWEEN :length * 2 / 3 AND :length * 3 / 2
    ORDER BY (substr(id, 1, 2) = :head) + (substr(id, -2) = :tail) DESC, id LIMIT 1000
"""


def near_ids(database: sqlite3.Connection, name: str, most: int) -> list[str]:
    """Return the ids nearest to a name, the nearest first; of `bank:id`, with that bank before."""
    bank, colon, id_ = name.rpartition(":")
    if not 0 < len(id_) <= LONGEST:
        return []
    about = {"length": len(id_), "head": id_[:2], "tail": id_[-2:]}
    known = [known for (known,) in database.execute(_LIKE, about)]
    return [f"{bank}{colon}{near}" for near in get_close_matches(id_, known, most)]
